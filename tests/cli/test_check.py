"""`onrecord check`, run as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RIGHT = "“We have heard the first reaction, oral so far,” Venn said.\n"
WRONG = "“We have heard the second reaction, oral so far,” Venn said.\n"


def test_a_right_draft_ends_with_0(onrecord: Run, archive: Path) -> None:
    done = onrecord("check", "-", "--archive", archive, stdin=RIGHT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[1] exact  “We have heard the first reaction, oral so far”" in done.stdout
    assert "1 quotation: 1 exact" in done.stdout


def test_a_changed_word_ends_with_1_and_is_shown(onrecord: Run, archive: Path) -> None:
    done = onrecord("check", "-", "--archive", archive, stdin=WRONG)
    assert done.returncode == 1
    assert "altered" in done.stdout
    assert "the [-first-] {+second+} (quantity) reaction" in done.stdout


def test_a_draft_without_quotations_ends_with_0(onrecord: Run, archive: Path) -> None:
    done = onrecord("check", "-", "--archive", archive, stdin="The harbour is open.\n")
    assert (done.returncode, done.stdout) == (0, "no quotations\n")


@pytest.mark.parametrize(
    ("draft", "stdin", "told"),
    [
        ("nowhere.txt", "", "nowhere.txt: No such file or directory; check the path"),
        ("-", "", "standard input"),
        ("-", "PK\x03\x04torn", "no docx document"),
        (".", "", "a folder"),
    ],
)
def test_what_cannot_be_checked_ends_with_2_and_one_line(
    onrecord: Run, archive: Path, draft: str, stdin: str, told: str
) -> None:
    done = onrecord("check", draft, "--archive", archive, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_archive_ends_with_2(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("check", "-", "--archive", tmp_path / "none.db", stdin=RIGHT)
    assert done.returncode == 2
    assert "does not exist" in done.stderr
    assert done.stderr.count("\n") == 1


def test_json_has_offsets_into_draft_and_source(onrecord: Run, archive: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"**Talks**\n\n{WRONG}", encoding="utf-8")
    done = onrecord("check", draft, "--archive", archive, "--json")
    report = json.loads(done.stdout)
    [finding] = report["findings"]
    start, end = finding["file"]
    assert draft.read_text("utf-8")[start:end].startswith("“We have heard")
    assert report["text"][slice(*finding["pieces"][0])] == finding["words"]
    changed = next(step for step in finding["difference"] if step["does"] == "changed")
    assert (changed["draft"], changed["source"]) == ("second", "first")
    assert report["text"][slice(*changed["at"])] == "second"
    assert report["contract"] == "1"
    assert report["complete"] is True


def test_annotations_find_the_quotation_again(onrecord: Run, archive: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"Talks\n\n{WRONG}", encoding="utf-8")
    done = onrecord("check", draft, "--archive", archive, "--annotations")
    page = json.loads(done.stdout)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    [annotation] = page["items"]
    assert annotation["body"][0] == {"type": "TextualBody", "purpose": "tagging", "value": "altered"}
    quote, position = annotation["target"]["selector"]
    text = draft.read_text("utf-8")
    assert text[position["start"] : position["end"]] == quote["exact"]
    assert text[: position["start"]].endswith(quote["prefix"])
    assert annotation["target"]["source"] == draft.as_uri()


def test_the_draft_is_not_added(onrecord: Run, archive: Path) -> None:
    before = archive.read_bytes()
    onrecord("check", "-", "--archive", archive, stdin=WRONG)
    assert archive.read_bytes() == before
    assert "nothing found" in onrecord("search", archive, '"second reaction"').stderr
