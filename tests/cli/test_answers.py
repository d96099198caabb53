import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_search_shows_articles_and_statements(onrecord: Run, archive: Path) -> None:
    done = onrecord("search", archive, "written", "reply")
    assert (done.returncode, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    assert "Articles (1) Venn says written reply is due Vald, 2021-03-05, TASS [" in shown
    assert "2021-03-05 Ada Venn the written reply is due next week" in shown


@pytest.mark.parametrize("query", ["CAFÉ", '"cafe in the harbour"', "--limit=1 harbour"])
def test_search_for_words(onrecord: Run, archive: Path, query: str) -> None:
    args = query.split() if query.startswith("--") else [query]
    assert "Harbour talks end" in onrecord("search", archive, *args).stdout


@pytest.mark.parametrize("query", ["zebra", 'AND "', ""])
def test_nothing_found(onrecord: Run, archive: Path, query: str) -> None:
    done = onrecord("search", archive, query)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"nothing found for {query}\n")


def test_search_for_programs(onrecord: Run, archive: Path) -> None:
    found = json.loads(onrecord("search", archive, "reply", "--json").stdout)
    assert [hit["entry"]["place"] for hit in found["articles"]] == ["Vald"]
    assert {said["speaker"] for said in found["statements"]} == {"Ada Venn"}


def test_who_shows_statements_by_date(onrecord: Run, archive: Path) -> None:
    shown = onrecord("who", archive, "venn").stdout
    assert shown.startswith("Ada Venn, Teskan Foreign Minister")
    assert 0 < shown.index("2021-03-08") < shown.index("2021-03-05")
    assert "“We have heard the first reaction, oral so far" in shown
    assert "Harbour talks end without a date" in shown


def test_who_for_programs(onrecord: Run, archive: Path) -> None:
    (line,) = onrecord("who", archive, "Ada", "Venn", "--json").stdout.splitlines()
    found = json.loads(line)
    assert found["person"]["key"] == "person-ada-venn"
    assert found["person"]["statements"] == len(found["statements"]) >= 3


def test_who_is_nobody(onrecord: Run, archive: Path) -> None:
    done = onrecord("who", archive, "Zeno")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{archive} names nobody as Zeno\n")


def test_looking_leaves_nothing_beside_the_archive(onrecord: Run, archive: Path) -> None:
    onrecord("search", archive, "reply")
    assert sorted(path.name for path in archive.parent.iterdir()) == ["news.db", "wire"]
