"""Writes what an article tells of deeds, papers and debts into the tables. The caller holds the transaction."""

import sqlite3
from collections.abc import Iterable, Mapping

from onrecord.archive.deed_rows import Rows, commitment_rows, document_rows, event_rows
from onrecord.archive.rows import insert
from onrecord.record import Record


def write_deeds(db: sqlite3.Connection, record: Record, article: int, parties: Mapping[str, int]) -> None:
    """Adds the events, documents and commitments of an article that was just added.

    parties: of the record's ids, the numbers of the parties of the archive.
    """
    for made in event_rows(record):
        event = insert(db, "events", made.row | {"article": article})
        sides = [(event, parties[id], side, place) for place, (id, side) in enumerate(made.parties)]
        # Two names of an article may be one party: it takes part once, as it is named first.
        db.executemany("INSERT OR IGNORE INTO participants (event, party, side, position) VALUES (?, ?, ?, ?)", sides)
        _write_stems(db, made, "event", event, article, parties)
    for made in document_rows(record):
        _write_document(db, made, article, parties)
    for made in commitment_rows(record):
        sides_of = {side: parties[id] for id, side in made.parties}
        row = made.row | {"article": article, "debtor": sides_of["debtor"], "creditor": sides_of.get("creditor")}
        _write_stems(db, made, "owed", insert(db, "commitments", row), article, parties)


def _write_document(db: sqlite3.Connection, made: Rows, article: int, parties: Mapping[str, int]) -> None:
    document = insert(db, "documents", made.row | {"article": article})
    _write_holders(db, document, None, made.parties, parties)
    for step in made.steps:
        number = insert(db, "steps", step.row | {"document": document})
        _write_holders(db, document, number, step.parties, parties)
        _write_stems(db, step, "step", number, article, parties)


def _write_holders(
    db: sqlite3.Connection,
    document: int,
    step: int | None,
    sides: Iterable[tuple[str, str]],
    parties: Mapping[str, int],
) -> None:
    rows = [(document, step, parties[id], side) for id, side in sides]
    db.executemany("INSERT INTO holders (document, step, party, side) VALUES (?, ?, ?, ?)", rows)


def _write_stems(
    db: sqlite3.Connection, made: Rows, deed: str, number: int, article: int, parties: Mapping[str, int]
) -> None:
    doers = {parties[id] for id in made.doers}
    rows = [(party, stem, deed, number, article) for party in sorted(doers) for stem in sorted(made.stems)]
    db.executemany("INSERT INTO stems (party, stem, deed, number, article) VALUES (?, ?, ?, ?, ?)", rows)
