"""Events, documents and debts in the tables: whose they are, and what becomes of them with their article."""

import re
import sqlite3
from pathlib import Path

import pytest
from msgspec import structs

from onrecord.archive import Archive
from onrecord.archive.deed_asking import (
    DEEDS_OF,
    NEAR,
    OWED_BY_NUMBERS,
    SHARING_OF,
    STEMS,
    Wanted,
    events_sql,
    owed_sql,
)
from onrecord.archive.migrating import migrate
from onrecord.errors import StoreError
from onrecord.record import Record, Signals
from onrecord.stories.owed import debt_of, debts
from onrecord.stories.timeline import Asked, timeline
from tests.stories.cases import Wrote, article, did, owes

ON = "2022-02-01"
NOTE = {"by": "Bo", "at": "2022-02-01", "because": "the desk knows"}
TABLES = ("events", "participants", "documents", "steps", "holders", "commitments", "stems")
MET = did("meet", "Ilves met Rede", "Mara Ilves", "Tomas Rede", when="2022-01-21", length="PT90M", format=("by phone",))
REPLY = owes("Tomas Rede", "Rede will send a written reply", "send a written reply", to="Mara Ilves", due="2022-01-28")
PAPER = Wrote(
    "straits treaty", [("signed", "the treaty was signed", ["Mara Ilves"], ["Tomas Rede"], None)], by=["Sarmia"]
)


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    db = sqlite3.connect(archive.path)
    found = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    db.close()
    return found


def people(archive: Archive) -> list[list[str]]:
    return [[party.key for party in one.parties] for one in timeline(archive, Asked()).events]


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(article("a1", MET, REPLY, PAPER))
    return archive


def test_an_event_comes_back_as_its_article_tells_it(filled: Archive) -> None:
    [told] = filled.events()
    assert (told.type, told.when, told.first, told.last) == ("meet", "2022-01-21", "2022-01-21", "2022-01-21")
    assert (told.words, told.length, told.format) == ("Ilves met Rede", "PT90M", ("by phone",))
    assert [(one.party.key, one.side) for one in told.parties] == [
        ("person-mara-ilves", "part"),
        ("person-tomas-rede", "part"),
    ]
    record = filled.record("a1")
    assert record is not None
    assert told.pieces[0].cut(record.article.text) == told.words


def test_actors_and_targets_have_their_side(archive: Archive) -> None:
    event = did(
        "respond", "answered", "Sarmia", "Norland", "Keld", actors=("Sarmia", "Keld"), targets=("Norland", "Keld")
    )
    archive.add(article("a1", event))
    [told] = archive.events(dated=False)
    assert {one.party.name: one.side for one in told.parties} == {
        "Sarmia": "actor",
        "Norland": "target",
        "Keld": "both",
    }


def test_what_is_read_anew_takes_the_place_of_what_was_read(filled: Archive) -> None:
    before = rows(filled)
    assert filled.add(article("a1", MET, REPLY, PAPER)) == "same"
    assert filled.add(article("a1", did("call", "Ilves met Rede", "Mara Ilves"), REPLY, PAPER)) == "replaced"
    assert [told.type for told in filled.events(dated=False)] == ["call"]
    assert filled.add(article("a1", MET, REPLY, PAPER)) == "replaced"
    after = rows(filled)
    assert {table: len(found) for table, found in after.items()} == {t: len(found) for t, found in before.items()}


def with_signals(record: Record, **signals: str) -> Record:
    return structs.replace(record, article=structs.replace(record.article, signals=Signals(**signals)))  # type: ignore[arg-type]


def test_a_kill_takes_all_of_it_away(filled: Archive) -> None:
    filled.add(with_signals(article("a1", MET, REPLY, PAPER), status="killed"))
    assert rows(filled) == {table: [] for table in TABLES}


def test_a_later_version_is_shown_alone(filled: Archive) -> None:
    later = with_signals(article("a2", did("call", "Ilves rang Rede", "Mara Ilves", when="2022-01-22")), replaces="a1")
    assert filled.add(later) == "replaced"
    assert [told.type for told in filled.events()] == ["call"]
    assert debts(filled, on=ON).open == ()


def test_a_merge_and_its_undoing_are_seen_at_once(filled: Archive) -> None:
    filled.add(
        article("a2", did("meet", "Ilves met R.", "Mara Ilves", "Envoy Rikard", when="2022-01-21"), day="2022-01-22")
    )
    assert len(people(filled)) == 2
    number = filled.merge("person-tomas-rede", ["person-envoy-rikard"], **NOTE)
    assert people(filled) == [["person-mara-ilves", "person-tomas-rede"]]
    assert [debt.who.name for debt in debts(filled, on=ON, by="person-envoy-rikard").open] == ["Tomas Rede"]
    filled.undo(number, **NOTE)
    assert len(people(filled)) == 2


def test_a_split_takes_deeds_and_debts_along(filled: Archive) -> None:
    filled.add(article("a2", MET, day="2022-01-22"))
    number = filled.split("person-tomas-rede", ["a1"], **NOTE)
    other = filled.decisions()[0].others[0]
    [debt] = debts(filled, on=ON).open
    assert debt.who.key == other
    assert [told.article.id for told in filled.events(Wanted(party=other))] == ["a1"]
    assert [owed.id for owed, _ in filled.owed_alike(other, ["answer"], least=1)] == ["c1"]
    filled.undo(number, **NOTE)
    assert {told.article.id for told in filled.events(Wanted(party="person-tomas-rede"))} == {"a1", "a2"}


def test_a_decision_on_a_debt_outlives_reading_anew_and_a_later_version(filled: Archive) -> None:
    filled.settle_debt("a1/c1", "met", **NOTE)
    anew = article(
        "a1",
        owes("Keld", "Keld will pay", "pay"),
        owes("Tomas Rede", "Rede will send a written reply", "will send a written reply", to="Mara Ilves"),
    )
    filled.add(anew)
    assert {debt.who.name: debt.status for debt in (*debts(filled, on=ON).open, *debts(filled, on=ON).closed)} == {
        "Keld": "open",
        "Tomas Rede": "met",
    }
    filled.add(with_signals(article("a2", REPLY), replaces="a1"))
    assert debt_of(filled, "a2/c1", on=ON).status == "met"


def test_a_decision_on_a_debt_is_listed_and_is_undone_once(filled: Archive) -> None:
    first = filled.settle_debt("a1/c1", "met", **NOTE)
    second = filled.settle_debt("a1/c1", "open", **NOTE)
    listed = [(one.kind, one.key, one.articles, one.status) for one in filled.decisions()]
    assert listed == [("reopen", "a1/c1", ("a1",), "open"), ("settle", "a1/c1", ("a1",), "met")]
    with pytest.raises(StoreError, match=f"decision {second} rests on decision {first}"):
        filled.undo(first, **NOTE)
    filled.undo(second, **NOTE)
    with pytest.raises(StoreError, match="is undone already"):
        filled.undo(second, **NOTE)


def test_a_merge_rests_on_no_decision_on_a_debt(filled: Archive) -> None:
    number = filled.settle_debt("a1/c1", "met", **NOTE)
    filled.merge("person-tomas-rede", ["person-mara-ilves"], **NOTE)
    filled.undo(number, **NOTE)
    assert filled.rulings() == []


def test_made_anew_it_holds_the_same(path: Path, filled: Archive) -> None:
    filled.settle_debt("a1/c1", "refused", **NOTE)
    before = (timeline(filled, Asked()), debts(filled, on=ON), rows(filled))
    filled.close()
    assert migrate(path) == 1
    with Archive.open(path) as again:
        assert (timeline(again, Asked()), debts(again, on=ON), rows(again)) == before


def test_an_archive_of_schema_2_is_brought_up(path: Path, filled: Archive) -> None:
    expected = (timeline(filled, Asked()), debts(filled, on=ON))
    filled.close()
    db = sqlite3.connect(path)
    for table in reversed(TABLES):
        db.execute(f"DROP TABLE {table}")
    db.execute("PRAGMA user_version = 2")
    db.commit()
    db.close()
    with pytest.raises(StoreError, match="has schema 2 and this version needs 3; bring it up with `onrecord migrate"):
        Archive.open(path)
    migrate(path)
    with Archive.open(path) as again:
        assert (timeline(again, Asked()), debts(again, on=ON)) == expected


def test_the_tables_are_asked_by_their_indexes(filled: Archive) -> None:
    """However large the archive is: no question reads a whole table of deeds."""
    db = sqlite3.connect(filled.path)
    questions = [
        NEAR, OWED_BY_NUMBERS, SHARING_OF, STEMS, *DEEDS_OF.values(),
        events_sql(Wanted(first="2022-01-01", last="2022-02-01"), dated=True),
        events_sql(Wanted(party="x"), dated=True),
        events_sql(Wanted(article="x"), dated=False),
        events_sql(Wanted(), dated=True, newest=True),
        *(owed_sql(by=by, to=False, when=when, closed=False) for by in (True, False) for when in ("overdue", "due")),
        owed_sql(by=False, to=False, when="ever", closed=True),
    ]  # fmt: skip
    tables = (*TABLES, "articles", "own", "other", "mine", "theirs")
    for sql in questions:
        asked = dict.fromkeys(re.findall(r":(\w+)", sql), "1") | dict.fromkeys(("numbers", "articles", "stems"), "[]")
        plan = [str(step[3]) for step in db.execute(f"EXPLAIN QUERY PLAN {sql}", asked)]
        scans = [step for step in plan if step.startswith("SCAN") and step.split()[1] in tables]
        assert [step for step in scans if "INDEX" not in step] == [], sql
    db.close()
