"""Writes one record into the tables. The caller holds the transaction."""

import sqlite3
from collections.abc import Sequence

from onrecord.archive.rows import Row, article_row, party_rows, statement_rows, time_rows
from onrecord.record import Record


def stored_json(db: sqlite3.Connection, id: str) -> tuple[int, str] | None:
    """The number of the article of that id, and its record; None where there is none."""
    rows: list[tuple[int, str]] = db.execute("SELECT number, record FROM articles WHERE id = ?", (id,)).fetchall()
    return rows[0] if rows else None


def write(db: sqlite3.Connection, record: Record, *, number: int | None = None) -> None:
    """Adds an article that is not there.

    number: the one that it had before it was replaced, so that it keeps its place on the wire.
    """
    article = _insert(db, "articles", article_row(record) | {"number": number})
    keys: dict[str | None, int] = {}
    for party, appearance in party_rows(record):
        keys[str(party["key"])] = known = _party_number(db, party)
        _insert(db, "appearances", appearance | {"article": article, "party": known})
    for row, key in statement_rows(record):
        _insert(db, "statements", row | {"article": article, "party": keys.get(key)})
    for row in time_rows(record):
        _insert(db, "times", row | {"article": article})


def remove(db: sqlite3.Connection, number: int) -> None:
    """Takes an article out, and the parties that no other article names."""
    parties = db.execute("SELECT party FROM appearances WHERE article = ?", (number,)).fetchall()
    db.execute("DELETE FROM articles WHERE number = ?", (number,))
    db.executemany("DELETE FROM parties WHERE number = ? AND articles = 0", parties)


def _party_number(db: sqlite3.Connection, party: Row) -> int:
    """The number of the party of that key, which is added where it is new."""
    known = db.execute("SELECT number FROM parties WHERE key = ?", (party["key"],)).fetchone()
    return int(known[0]) if known else _insert(db, "parties", party)


def _insert(db: sqlite3.Connection, table: str, row: Row) -> int:
    """The number of the row added. Tables and columns are named by our own code, never by an article."""
    cursor = db.execute(_insert_sql(table, tuple(row)), tuple(row.values()))
    return cursor.lastrowid or 0


def _insert_sql(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
