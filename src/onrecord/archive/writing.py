"""Writes one record into the tables. The caller holds the transaction."""

import sqlite3

import msgspec

from onrecord.archive.deed_writing import write_deeds
from onrecord.archive.identities import Decided, decide
from onrecord.archive.profiles import forget, learn, stored_facts
from onrecord.archive.rows import appearance_row, article_row, insert, is_withdrawn, statement_rows, time_rows
from onrecord.record import Party, Record


def stored_json(db: sqlite3.Connection, id: str) -> tuple[int, str] | None:
    """The number of the article of that id, and its record; None where there is none."""
    rows: list[tuple[int, str]] = db.execute("SELECT number, record FROM articles WHERE id = ?", (id,)).fetchall()
    return rows[0] if rows else None


def write(db: sqlite3.Connection, record: Record, *, number: int | None = None) -> None:
    """Adds an article that is not there. One that was withdrawn brings no party and no statement.

    number: the one that it had before it was replaced, so that it keeps its place on the wire.
    """
    decided = [] if is_withdrawn(record) else decide(db, record)
    article = insert(db, "articles", article_row(record) | {"number": number})
    for row in time_rows(record):
        insert(db, "times", row | {"article": article})
    if is_withdrawn(record):
        return
    by_id = dict(zip((party.id for party in record.parties), decided, strict=True))
    _write_appearances(db, record, article, decided)
    for row, speaker in statement_rows(record):
        spoke = by_id[speaker].party if speaker is not None else None
        insert(db, "statements", row | {"article": article, "party": spoke})
    write_deeds(db, record, article, {id: one.party for id, one in by_id.items()})


def _write_appearances(db: sqlite3.Connection, record: Record, article: int, decided: list[Decided]) -> None:
    together: dict[int, list[tuple[Party, Decided]]] = {}
    for party, one in zip(record.parties, decided, strict=True):
        together.setdefault(one.party, []).append((party, one))
    for number, both in together.items():
        facts = tuple(one.facts for _, one in both)
        row = appearance_row(record, [party for party, _ in both])
        row |= {"ground": both[0][1].ground, "facts": msgspec.json.encode(facts, order="deterministic").decode()}
        learn(db, number, facts)
        insert(db, "appearances", row | {"article": article, "party": number})
        doubts = [(number, other, ground) for _, one in both for other, ground in one.doubts if other != number]
        db.executemany("INSERT OR IGNORE INTO perhaps (party, other, ground) VALUES (?, ?, ?)", doubts)


def remove(db: sqlite3.Connection, number: int) -> None:
    """Takes an article out, and the parties that no other article names and no decision by hand."""
    rows = db.execute("SELECT party, facts FROM appearances WHERE article = ?", (number,)).fetchall()
    db.execute("DELETE FROM articles WHERE number = ?", (number,))
    for party, facts in rows:
        forget(db, party, stored_facts(facts))
        db.execute(_DROP_JOINED, (party, party, party))
        db.execute(_DROP_PARTY, (party, party))


# With a party go those that were joined to it and only lead there.
_DROP_JOINED = """
    DELETE FROM parties
    WHERE shown = ? AND NOT kept AND NOT EXISTS (SELECT 1 FROM appearances WHERE party = ?)
        AND NOT (SELECT kept FROM parties WHERE number = ?)
"""
_DROP_PARTY = """
    DELETE FROM parties
    WHERE number = ? AND NOT kept AND NOT EXISTS (SELECT 1 FROM appearances WHERE party = ?)
"""
