"""`onrecord history`, and what `onrecord add` says of versions, kills and embargoes."""

import json
from pathlib import Path

from tests.cli.conftest import Run

ITEM = {
    "uri": "urn:npa:1", "type": "text", "versionCreated": "2021-03-05T10:00:00Z", "version": "1",
    "headlines": [{"value": "Venn says reply is due"}],
    "bodies": [{"value": "VALD, March 5 (AFP) - Ada Venn said on Friday the reply was due next week."}],
}  # fmt: skip
SECOND = ITEM | {
    "version": "2", "edNote": "Corrects the month",
    "bodies": [{"value": "VALD, March 5 (AFP) - Ada Venn said on Friday the reply was due next month."}],
}  # fmt: skip
KILL = ITEM | {"version": "3", "pubStatus": "canceled", "edNote": "Kill: the reply was not by Venn"}
EMBARGO = ITEM | {"uri": "urn:npa:2", "embargoedUntil": "2999-01-01T00:00:00Z"}


def add(onrecord: Run, folder: Path, *items: object) -> str:
    return onrecord("add", folder / "news.db", "-", stdin="\n".join(map(json.dumps, items))).stdout


def test_versions_and_a_kill(onrecord: Run, tmp_path: Path) -> None:
    assert add(onrecord, tmp_path, SECOND, ITEM) == (
        "stored 1, already there 0, replaced 0, could not read 0, kept as older versions 1\n"
    )
    shown = onrecord("history", tmp_path / "news.db", "urn:npa:1").stdout
    assert shown.splitlines() == [
        "Venn says reply is due",
        "version 2, corrected, 2021-03-05T10:00:00+00:00 [urn:npa:1]",
        "  Corrects the month",
        "",
        "Venn says reply is due",
        "version 1, usable, 2021-03-05T10:00:00+00:00 [urn:npa:1]",
        "  VALD, March 5 (AFP) - Ada Venn said on Friday the reply was due next [-week.-] {+month.+}",
        "",
    ]
    assert "due next month" in onrecord("who", tmp_path / "news.db", "Venn").stdout
    add(onrecord, tmp_path, KILL)
    assert onrecord("who", tmp_path / "news.db", "Venn").stdout.count("due next") == 0
    lines = onrecord("history", tmp_path / "news.db", "urn:npa:1", "--json").stdout.splitlines()
    assert [json.loads(line)["signals"].get("status", "usable") for line in lines] == ["killed", "corrected", "usable"]


def test_an_embargo(onrecord: Run, tmp_path: Path) -> None:
    assert add(onrecord, tmp_path, EMBARGO).endswith("could not read 0, held under embargo 1\n")
    assert onrecord("search", tmp_path / "news.db", "Venn").stderr == "nothing found for Venn\n"


def test_an_article_that_is_not_there(onrecord: Run, tmp_path: Path) -> None:
    add(onrecord, tmp_path, ITEM)
    done = onrecord("history", tmp_path / "news.db", "urn:none")
    assert (done.returncode, "has no article urn:none" in done.stderr) == (1, True)
