"""`onrecord timeline`, `owed`, `settle`, `reopen`, and the calendar of `export`, as a user runs them."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from onrecord.archive import Archive
from onrecord.cli.record_view import record_view
from tests.cli.conftest import Run
from tests.stories.cases import Wrote, article, did, owes

NOTE = ("--by", "Bo", "--because", "the letter came")
A, B = "Mara Ilves", "Tomas Rede"
REPLY = owes(
    "Sarmia",
    "Sarmia will send Norland a written reply to the drafts",
    "send Norland a written reply to the drafts",
    to="Norland",
    due="2022-01-28",
)
ANSWER = did(
    "respond",
    "Sarmia replied in writing to the drafts",
    "Sarmia",
    "Norland",
    actors=("Sarmia",),
    targets=("Norland",),
    when="2022-01-26",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Archive.open(path, create=True) as archive:
        archive.add_all(
            [
                article(
                    "a1",
                    did(
                        "meet",
                        "Ilves and Rede will meet in Vald",
                        A,
                        B,
                        when="2022-01-21",
                        status="planned",
                        where="Vald",
                    ),
                    REPLY,
                    day="2022-01-18",
                    headline="They will meet",
                ),
                article(
                    "a2",
                    did("meet", "Ilves met Rede for 90 minutes", A, B, when="2022-01-21", length="PT90M"),
                    day="2022-01-21",
                    headline="They met",
                ),
            ]
        )
    return path


def test_the_timeline(onrecord: Run, path: Path) -> None:
    done = onrecord(
        "timeline", path, "--party", "Ilves", "--from", "2022-01-01", "--to", "2022-01-31", "--type", "meet"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "2022-01-21  meeting  held  Mara Ilves, Tomas Rede, Vald\n"
        "    lasted 90 minutes\n"
        "    status: planned [a1]; held [a2]\n"
        "    Ilves and Rede will meet in Vald\n"
        "    They will meet  Vald, 2022-01-18, NPA [a1]\n"
        "    Ilves met Rede for 90 minutes\n"
        "    They met  Vald, 2022-01-21, NPA [a2]\n"
        "\n"
    )  # fmt: skip
    [line] = onrecord("timeline", path, "--story", "met", "--json").stdout.splitlines()
    event = json.loads(line)
    assert (event["type"], event["when"], [told["article"]["id"] for told in event["tellings"]]) == (
        "meet", "2022-01-21", ["a1", "a2"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--party", "Nobody"), 1, "names nobody as Nobody; give a name or a key that `onrecord who` shows"),
        (("--from", "soon"), 2, "'soon' is no day; write it as YYYY-MM-DD"),
        (("--type", "party"), 2, "'party' is not one of"),
        (("--from", "2030-01-01"), 0, "no such events"),
    ],
)
def test_a_timeline_of_nothing(onrecord: Run, path: Path, arguments: tuple[str, ...], status: int, words: str) -> None:
    done = onrecord("timeline", path, *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert words in " ".join(done.stderr.split())


def test_what_is_owed(onrecord: Run, path: Path) -> None:
    done = onrecord("owed", path, "--on", "2022-02-01", "--by", "Sarmia", "--to", "Norland")
    assert done.stdout == (
        "Sarmia\n"
        "overdue, 2022-01-28  send Norland a written reply to the drafts  to Norland\n"
        "    promised [a1/c1]\n"
        "    Sarmia will send Norland a written reply to the drafts\n"
        "    They will meet  Vald, 2022-01-18, NPA [a1]\n"
        "\n"
    )  # fmt: skip
    assert onrecord("owed", path, "--on", "2022-01-28").stdout.splitlines()[1].startswith("due 2022-01-28  send")
    assert onrecord("owed", path, "--on", "2022-01-28", "--overdue").stderr == "nothing is owed\n"
    [line] = onrecord("owed", path, "--on", "2022-02-01", "--json").stdout.splitlines()
    assert [json.loads(line)[key] for key in ("ref", "status", "overdue", "due")] == [
        "a1/c1",
        "open",
        True,
        "2022-01-28",
    ]


def test_what_is_left_out_is_told(onrecord: Run, path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(article("a3", did("visit", "came", A, when="2022-01-25"), owes("Keld", "Keld will pay", "pay")))
    done = onrecord("timeline", path, "--limit", "1")
    assert (done.stdout.count("visit"), done.stdout.count("meeting")) == (1, 0)
    assert done.stderr == "there are earlier events: ask --to 2022-01-24, or --limit 0 for all\n"
    done = onrecord("owed", path, "--limit", "1", "--json")
    assert [json.loads(line)["ref"] for line in done.stdout.splitlines()] == ["a1/c1"]
    assert done.stderr == "there are more than 1 debts: narrow them, or ask --limit 0 for all\n"
    assert len(onrecord("owed", path, "--limit", "0", "--json").stdout.splitlines()) == 2


def test_a_later_article_closes_it_and_a_person_opens_it_again(onrecord: Run, path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(article("a3", ANSWER, day="2022-01-27", headline="The reply is here"))
    assert onrecord("owed", path).stderr == "nothing is owed\n"
    shown = onrecord("owed", path, "--all").stdout
    assert shown.startswith("Closed\nSarmia: met  send Norland a written reply")
    assert "met on 2022-01-26: Sarmia replied in writing to the drafts\n    The reply is here" in shown
    done = onrecord("reopen", path, "a1/c1", *NOTE)
    assert (done.returncode, done.stdout) == (0, "decision 1: a1/c1 is open\n")
    shown = onrecord("owed", path, "--on", "2022-02-01").stdout
    assert "perhaps answered on 2022-01-26" in shown
    assert "open by hand (decision 1): Bo, " in shown
    assert onrecord("undo", path, "1", *NOTE).stdout == "decision 1 is undone\n"
    assert onrecord("owed", path).stderr == "nothing is owed\n"


def test_settled_by_hand(onrecord: Run, path: Path) -> None:
    done = onrecord("settle", path, "a1/c1", "--refused", *NOTE)
    assert (done.returncode, done.stdout) == (0, "decision 1: a1/c1 is refused\n")
    assert "Sarmia: refused  send" in onrecord("owed", path, "--all").stdout
    assert onrecord("decisions", path).stdout.startswith("1  a1/c1 is refused\n   Bo, ")
    done = onrecord("settle", path, "a1/c7", *NOTE)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"onrecord: {path} has no debt “a1/c7”; `onrecord owed` shows them in square brackets\n"


def test_the_calendar(onrecord: Run, path: Path) -> None:
    lines = onrecord("export", path, "--format", "ics", "--on", "2022-01-20").stdout.splitlines()
    assert (lines[0], lines[-1], lines.count("BEGIN:VEVENT")) == ("BEGIN:VCALENDAR", "END:VCALENDAR", 2)
    assert "SUMMARY:Meeting: Mara Ilves\\, Tomas Rede" in lines
    done = onrecord("export", path, "a1", "--format", "ics")
    assert (done.returncode, done.stdout) == (2, "")
    assert "leave the ids out" in done.stderr


def test_an_article_with_its_deeds() -> None:
    paper = Wrote("the straits treaty", [("signed", "both signed the treaty", [A], [B], "2022-01-21")], by=["Sarmia"])
    console = Console(width=100, color_system=None)
    with console.capture() as shown:
        console.print(record_view(article("a1", ANSWER, REPLY, paper)))
    lines = [line.rstrip() for line in shown.get().splitlines()]
    assert "Sarmia replied in writing to the drafts[E1]" in lines
    assert "Sarmia will send Norland a written reply to the drafts[C1]" in lines
    assert "both signed the treaty[D1]" in lines
    assert lines[lines.index("What happened") :] == [
        "What happened",
        "  [E1] Answer: Sarmia, Norland",
        "       Sarmia replied in writing to the drafts",
        "       held; 2022-01-26",
        "",
        "Papers",
        "  [D1] the straits treaty",
        "       by Sarmia; signed by Mara Ilves to Tomas Rede on 2022-01-21",
        "",
        "What is owed",
        "  [C1] Sarmia to Norland",
        "       send Norland a written reply to the drafts",
        "       open; promised; due 2022-01-28",
        "",
    ]
