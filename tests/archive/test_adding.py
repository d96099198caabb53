import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.errors import RecordError
from onrecord.record import Record, Statement
from onrecord.spans import Span
from tests.archive.conftest import Make


def test_a_record_comes_back_as_it_was(archive: Archive, make: Make) -> None:
    record = make("a1", said=[("Ada Venn", "we shall|answer in writing")])
    assert archive.add(record) == "new"
    assert archive.record("a1") == record


def test_nothing_comes_back_of_what_was_not_added(archive: Archive) -> None:
    assert archive.record("a1") is None
    assert archive.record("\ud800") is None


def test_adding_twice_stores_once(archive: Archive, make: Make) -> None:
    record = make("a1", said=[("Ada Venn", "we shall answer")])
    assert [archive.add(record), archive.add(record)] == ["new", "same"]
    counts = archive.count()
    assert (counts.articles, counts.statements, counts.persons) == (1, 1, 1)


def test_another_record_of_the_same_id_replaces(archive: Archive, make: Make) -> None:
    archive.add(make("a1", headline="Old words", said=[("Ada Venn", "no reply is due"), ("Bo Tal", "yes")]))
    archive.add(make("a2", said=[("Bo Tal", "perhaps")]))
    changed = make("a1", headline="New words", said=[("Ada Venn", "a reply is due")])
    assert archive.add(changed) == "replaced"
    assert archive.record("a1") == changed
    assert archive.search("old") == []
    assert [hit.entry.id for hit in archive.search("new")] == ["a1"]
    assert archive.search_statements("yes") == []
    assert [(person.name, person.statements, person.articles) for person in archive.persons()] == [
        ("Ada Venn", 1, 1),
        ("Bo Tal", 1, 1),
    ]


def test_replacing_leaves_no_party_that_nobody_names(archive: Archive, make: Make) -> None:
    archive.add(make("a1", said=[("Ada Venn", "yes")]))
    archive.add(make("a1", said=[("Bo Tal", "yes")]))
    assert archive.find_persons("Venn") == []


def test_a_record_that_breaks_its_rules_is_refused(archive: Archive, make: Make) -> None:
    broken = msgspec.structs.replace(
        make("a1"), statements=(Statement("s1", (Span(0, 10_000),), None, None, None, "direct"),)
    )
    with pytest.raises(RecordError, match=r"statements\[0\]"):
        archive.add_all([make("a0"), broken])
    assert archive.count().articles == 0


def test_all_of_a_batch_are_stored(archive: Archive, make: Make) -> None:
    archive.add(make("a1"))
    changed = make("a1", headline="Talks end")
    assert archive.add_all([make("a1"), make("a2"), changed]) == ["same", "new", "replaced"]
    assert archive.add_all([]) == []


def test_the_tables_can_be_read_with_any_tool(archive: Archive, path: Path, make: Make) -> None:
    archive.add(make("a1", said=[("Ada Venn", "we shall|answer")], role="minister"))
    db = sqlite3.connect(path)
    assert db.execute("SELECT content, speaker, day FROM statements").fetchall() == [
        ("we shall … answer", "Ada Venn", "2021-03-05")
    ]
    assert db.execute("SELECT name, role FROM appearances JOIN parties ON number = party").fetchall() == [
        ("Ada Venn", "minister")
    ]
    assert db.execute("SELECT text, edtf FROM times").fetchall() == [("Talks", "2021-03-05")]
    db.close()


def test_the_full_text_index_holds_after_many_changes(archive: Archive, path: Path, make: Make) -> None:
    for number in range(30):
        archive.add(make(f"a{number % 7}", headline=f"Talks {number}", said=[("Ada Venn", f"no {number}")]))
    db = sqlite3.connect(path)
    for table in ("article_words", "statement_words"):
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    db.close()


def test_two_parties_of_one_name_are_counted_once(archive: Archive, make: Make) -> None:
    archive.add(make("a1", said=[("Ada Venn", "yes"), ("ADA VENN", "no")]))
    (person,) = archive.persons()
    assert (person.name, person.articles, person.statements) == ("Ada Venn", 1, 2)
    assert len(archive.statements_of(person.key)) == 2


WORDS = st.text(min_size=1).filter(lambda text: "|" not in text)


@settings(max_examples=40, deadline=None)  # a disk may take its time
@given(
    id=st.text(),
    headline=st.text(min_size=5),
    said=st.lists(st.tuples(st.text(), WORDS), max_size=4),
    day=st.none() | st.text() | st.dates().map(str),
    published=st.none() | st.text() | st.datetimes().map(str),
)
def test_any_record_is_stored_once_and_comes_back(
    make: Make, id: str, headline: str, said: list[tuple[str, str]], day: str | None, published: str | None
) -> None:
    record: Record = make(id, headline=headline, said=said, day=day, published=published)
    with TemporaryDirectory() as folder, Archive.open(Path(folder) / "news.db", create=True) as archive:
        assert archive.add(record) == "new"
        assert archive.add(record) == "same"
        assert archive.record(id) == record
        (entry,) = archive.latest()
        assert (entry.id, entry.headline, entry.statements) == (id, headline, len(said))
        for person in archive.persons():
            assert archive.person(person.key) == person
            spoken = archive.statements_of(person.key)
            assert len(spoken) == person.statements
            for one in spoken:
                assert record.article.text[one.at :].startswith(one.content[0])
