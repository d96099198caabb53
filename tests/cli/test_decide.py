"""Merging, splitting, undoing, authority files and making anew, as a user does it."""

import json
import sqlite3
from pathlib import Path

import pytest

from onrecord.archive import Archive
from tests.archive.cases import article
from tests.cli.conftest import STORY, Run

JUDGE = "person-john-smith"
NOTE = ("--by", "Bo", "--because", "the same desk")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Archive.open(path, create=True) as archive:
        archive.add(article("a1", [("John Smith", "judge")]))
        archive.add(article("a2", [("John Smith", "striker")]))
    return path


@pytest.fixture
def striker(path: Path) -> str:
    with Archive.open(path, readonly=True) as archive:
        return next(person.key for person in archive.find_persons("John Smith") if person.key != JUDGE)


def test_who_shows_keys_and_who_may_be_the_same(onrecord: Run, path: Path, striker: str) -> None:
    shown = onrecord("who", path, "Smith").stdout
    assert f"John Smith, judge\n1 statement in 1 article [{JUDGE}]" in shown
    assert " ".join(shown.split()).count("Perhaps the same: John Smith") == 2
    (line, _) = onrecord("who", path, "Smith", "--json").stdout.splitlines()
    assert [one["person"]["key"] for one in json.loads(line)["perhaps"]] in ([JUDGE], [striker])


def test_merge_decisions_and_undo(onrecord: Run, path: Path, striker: str) -> None:
    done = onrecord("merge", path, JUDGE, striker, *NOTE)
    assert (done.returncode, done.stdout) == (0, f"decision 1: merged {striker} into {JUDGE}\n")
    assert "2 statements in 2 articles" in onrecord("who", path, "Smith").stdout
    listed = onrecord("decisions", path).stdout
    assert listed.startswith(f"1  merged {striker} into {JUDGE}\n   Bo, ")
    assert listed.endswith(": the same desk\n")
    done = onrecord("undo", path, "1", "--by", "Ada", "--because", "two desks")
    assert (done.returncode, done.stdout) == (0, "decision 1 is undone\n")
    (line,) = onrecord("decisions", path, "--json").stdout.splitlines()
    assert json.loads(line)["undone"]["because"] == "two desks"


def test_split(onrecord: Run, path: Path, striker: str) -> None:
    onrecord("merge", path, JUDGE, striker, *NOTE)
    done = onrecord("split", path, JUDGE, "a1", *NOTE)
    assert done.stdout.startswith(f"decision 2: split {JUDGE}; in a1 it is person-john-smith-")
    done = onrecord("undo", path, "1", *NOTE)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "onrecord: decision 2 rests on decision 1; undo 2 first\n"


def test_no_decisions(onrecord: Run, path: Path) -> None:
    done = onrecord("decisions", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing was decided by hand\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("merge", "person-x", "person-y", *NOTE), "there is nobody with the key “person-x”"),
        (("merge", JUDGE, JUDGE, *NOTE), f"“{JUDGE}” is “{JUDGE}” already"),
        (("split", JUDGE, "a9", *NOTE), f"“{JUDGE}” is not in the article “a9”"),
        (("undo", "4", *NOTE), "there is no decision 4"),
        (("merge", JUDGE, "x", "--by", " ", "--because", "y"), "“by” is blank"),
    ],
)
def test_what_cannot_be_decided(onrecord: Run, path: Path, arguments: tuple[str, ...], words: str) -> None:
    command, *rest = arguments
    done = onrecord(command, path, *rest)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onrecord: {words}")
    assert done.stderr.count("\n") == 1


def test_migrate_takes_an_archive_of_schema_1(onrecord: Run, path: Path) -> None:
    db = sqlite3.connect(path)
    for table in ("pins", "decisions", "perhaps", "traits", "names"):
        db.execute(f"DROP TABLE {table}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    done = onrecord("who", path, "Smith")
    mend = f"has schema 1 and this version needs 3; bring it up with `onrecord migrate {path}`"
    assert (done.returncode, done.stderr) == (1, f"onrecord: {path} {mend}\n")
    done = onrecord("migrate", path)
    assert (done.returncode, done.stdout) == (0, "made anew: 2 articles\n")
    assert "1 statement in 1 article" in onrecord("who", path, "Smith").stdout
    assert [file.name for file in path.parent.iterdir()] == ["news.db"]


def test_migrate_leaves_another_file_as_it_is(onrecord: Run, tmp_path: Path) -> None:
    path = tmp_path / "songs.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE songs (name)")
    db.close()
    before = path.read_bytes()
    done = onrecord("migrate", path)
    assert (done.returncode, done.stderr[:9]) == (1, "onrecord:")
    assert path.read_bytes() == before


def test_an_authority_file_gives_ids(onrecord: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,names,roles\nq7,Ada Venn,Foreign Minister (2018-01-01/)\n")
    story, path = tmp_path / "story.txt", tmp_path / "news.db"
    story.write_text(STORY)
    record = json.loads(onrecord("read", story, "--json", "--authority", people).stdout)
    assert {party["name"]: party["authority"] for party in record["parties"]}["Ada Venn"] == "q7"
    assert onrecord("add", path, story).returncode == 0
    done = onrecord("authority", path, people)
    assert done.stdout == f"1 parties in {people}; articles in which ids changed: 1\n"
    done = onrecord("add", path, story, "--authority", people)
    assert done.stdout == "stored 0, already there 1, replaced 0, could not read 0\n"


def test_a_bad_authority_file_is_told_before_anything_is_read(onrecord: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,names,kind\nq7,Ada Venn,robot\n")
    done = onrecord("add", tmp_path / "news.db", tmp_path, "--authority", people)
    assert done.returncode == 1
    assert done.stderr.startswith(f"onrecord: {people}:2: “kind” is “robot”; write person")
    assert not (tmp_path / "news.db").exists()
