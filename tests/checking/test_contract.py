"""Every line of docs/quotation-check.md."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from onrecord.archive import Archive
from onrecord.checking import check
from onrecord.checking.report import CONTRACT, Finding, Remark, Verdict
from onrecord.reader import read

PAGE = (Path(__file__).resolve().parents[2] / "docs/quotation-check.md").read_text("utf-8")
ARTICLES = re.findall(r"^```article\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def rows(first: str) -> list[list[str]]:
    """The rows of the table whose head begins with `first`."""
    table = re.search(rf"^\| {first} \|.*\n\| ---.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("contract") / "page.onrecord"
    with Archive.open(path, create=True) as opened:
        opened.add_all([read(text) for text in ARTICLES])
        yield opened


def found(archive: Archive, draft: str) -> Finding:
    """The last finding on a draft."""
    return check(draft, archive).findings[-1]


@pytest.mark.parametrize("row", rows("verdict"), ids=lambda row: row[1][:60])
def test_each_line_of_verdicts(archive: Archive, row: list[str]) -> None:
    verdict, draft, _ = row
    assert found(archive, draft).verdict == verdict


@pytest.mark.parametrize("row", rows("named"), ids=lambda row: f"{row[0]}")
def test_each_line_of_what_is_named(archive: Archive, row: list[str]) -> None:
    named, draft, _ = row
    finding = found(archive, draft)
    assert named in finding.remarks
    assert finding.verdict in ("exact", "trimmed", "elided")


@pytest.mark.parametrize("row", rows("why"), ids=lambda row: f"{row[0]}")
def test_each_line_of_what_is_not_checked(archive: Archive, row: list[str]) -> None:
    why, draft = row
    report = check(draft, archive)
    assert [why in skipped.why for skipped in report.skipped] == [True]
    assert report.findings == ()


def test_every_verdict_and_every_remark_has_its_line() -> None:
    assert {row[0] for row in rows("verdict")} == set(get_args(Verdict))
    assert {row[0] for row in rows("named")} == set(get_args(Remark))


def test_the_page_is_of_the_version_that_reports_carry() -> None:
    assert f"\nVersion {CONTRACT}. " in PAGE
