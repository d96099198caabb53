"""Whatever is added, replaced, merged, split and undone, in whatever order: the counts are those of the rows."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from onrecord.archive import Archive
from onrecord.archive.migrating import migrate
from onrecord.archive.profiles import stored_facts, traits_of
from onrecord.errors import StoreError
from onrecord.record import Commitment, Document, Event, Record, Step
from onrecord.spans import Span
from tests.archive.cases import article

NAMES = st.sampled_from(
    [
        "Ada Venn",
        "Ada M. Venn",
        "Ada K. Venn",
        "Venn",
        "John Smith",
        "J. Smith",
        "Jack Smith",
        "Oren Vale Jr.",
        "Oren Vale",
    ]
)
ROLES = st.sampled_from([None, "President", "judge", "striker", "Ohio Gov.", "Texas Gov.", "Keld Council aide"])
CASTS = st.lists(st.tuples(NAMES, ROLES), min_size=1, max_size=3, unique_by=lambda one: one[0])
IDS = st.sampled_from(["a1", "a2", "a3", "a4", "a5"])
PICK = st.integers(0, 20)
STEPS = st.one_of(
    st.tuples(st.just("add"), IDS, CASTS),
    st.tuples(st.just("merge"), PICK, PICK),
    st.tuples(st.just("split"), PICK, IDS),
    st.tuples(st.just("undo"), PICK, PICK),
)
NOTE = {"by": "Bo", "at": "2021-04-01", "because": "so"}


def with_deeds(record: Record) -> Record:
    """The record with a meeting of all its parties, a paper of the first, and a debt of the first to the last."""
    ids, words = tuple(party.id for party in record.parties), (Span(0, 5),)
    step = Step("signed", words[0], by=ids[:1], to=ids[-1:])
    return structs.replace(
        record,
        events=(Event("e1", "meet", ids, "held", words, actors=ids[:2], when="2021-03-05"),),
        documents=(Document("d1", "the treaty", "treaty", words, issued_by=ids[:1], life=(step,)),),
        commitments=(Commitment("c1", ids[0], words, "promise", "open", words, to=ids[-1]),),
    )


# Whoever a deed or a debt names is a party of its article.
STRANGERS = """
    SELECT 'participants', events.article, party FROM participants JOIN events ON events.number = event
    UNION ALL SELECT 'holders', documents.article, party FROM holders JOIN documents ON documents.number = document
    UNION ALL SELECT 'debtor', article, debtor FROM commitments
    UNION ALL SELECT 'creditor', article, creditor FROM commitments
    UNION ALL SELECT 'stems', article, party FROM stems
"""


def do(archive: Archive, step: tuple[str, object, object]) -> None:
    """Takes the step where it can be taken; the archive refuses what makes no sense."""
    action, one, other = step
    keys = sorted(key for (key,) in archive._db.execute("SELECT key FROM parties"))
    try:
        if action == "add":
            archive.add(with_deeds(article(str(one), other, with_=["Keld Council"])))  # type: ignore[arg-type]
        elif action == "undo":
            archive.undo(int(str(one)) % 5 + 1, **NOTE)
        elif keys and action == "merge":
            archive.merge(keys[int(str(one)) % len(keys)], [keys[int(str(other)) % len(keys)]], **NOTE)
        elif keys:
            archive.split(keys[int(str(one)) % len(keys)], [str(other)], **NOTE)
    except StoreError:
        return


def check(archive: Archive) -> None:
    db = archive._db
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    counted = db.execute(
        """
        SELECT key, articles, statements,
            (SELECT count(DISTINCT article) FROM appearances JOIN parties AS one ON one.number = party
             WHERE coalesce(one.shown, one.number) = parties.number),
            (SELECT coalesce(sum(appearances.statements), 0) FROM appearances JOIN parties AS one ON one.number = party
             WHERE coalesce(one.shown, one.number) = parties.number),
            (SELECT count(*) FROM statements JOIN parties AS one ON one.number = party
             WHERE coalesce(one.shown, one.number) = parties.number)
        FROM parties WHERE shown IS NULL
        """
    ).fetchall()
    assert [row for row in counted if (row[1], row[2], row[2]) != row[3:]] == []
    there = set(db.execute("SELECT article, party FROM appearances"))
    assert [row for row in db.execute(STRANGERS) if row[1:] not in there] == []
    assert db.execute("SELECT * FROM traits WHERE articles < 1").fetchall() == []
    assert db.execute("SELECT * FROM names WHERE articles + mentioned < 1").fetchall() == []
    learned: Counter[tuple[int, str, str]] = Counter()
    for party, facts in db.execute("SELECT party, facts FROM appearances"):
        learned.update((party, trait, value) for trait, value in traits_of(stored_facts(facts)))
    rows = db.execute("SELECT party, trait, value, articles FROM traits")
    assert {(party, trait, value): count for party, trait, value, count in rows} == dict(learned)
    # A party is shown as one that is shown itself, and none is kept for nothing.
    assert (
        db.execute("SELECT 1 FROM parties AS a JOIN parties AS b ON b.number = a.shown WHERE b.shown").fetchall() == []
    )
    idle = "NOT kept AND shown IS NULL AND NOT EXISTS (SELECT 1 FROM appearances WHERE party = number)"
    assert db.execute(f"SELECT key FROM parties WHERE {idle}").fetchall() == []


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=14))
def test_the_counts_are_those_of_the_rows(steps: list[tuple[str, object, object]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "news.db")
        with Archive.open(path, create=True) as archive:
            for step in steps:
                do(archive, step)
                check(archive)
            records = sorted(record.id for record in archive.records())
            decided = archive.decisions()
        migrate(path)
        with Archive.open(path) as archive:
            check(archive)
            assert sorted(record.id for record in archive.records()) == records
            assert archive.decisions() == decided
