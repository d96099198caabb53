"""Makes an archive anew from the records that it holds: of another schema, or with identities decided anew."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onrecord.archive.archive import Archive
from onrecord.archive.failures import reported
from onrecord.archive.opening import connect_any
from onrecord.archive.schema import SCHEMA_VERSION
from onrecord.errors import StoreError
from onrecord.record import Record, from_json

_BATCH = 200


def migrate(path: str | os.PathLike[str]) -> int:
    """Makes the archive at `path` anew in this version's schema; the number of its articles.

    Who is who is decided anew, in the order of the wire, whatever the order of adding was; what was decided by hand
    still holds. The old file gives way in the end, all at once. Other programs must have closed it.
    Raises StoreError where it cannot be read or the new one cannot be written; the old one is then as it was.
    """
    place = Path(path)
    made = place.with_name(f"{place.name}.new")
    old = connect_any(place)
    try:
        _check_version(old)
        for leftover in (made, made.with_name(f"{made.name}-wal"), made.with_name(f"{made.name}-shm")):
            leftover.unlink(missing_ok=True)
        with Archive.open(made, create=True) as archive:
            archive.carry(_carried(old))
            count = sum(archive.restore(batch) for batch in _batches(old, place))
            archive.settle()
    finally:
        old.close()
    for leftover in (place.with_name(f"{place.name}-wal"), place.with_name(f"{place.name}-shm")):
        leftover.unlink(missing_ok=True)
    os.replace(made, place)
    return count


def _batches(old: sqlite3.Connection, place: Path) -> Iterator[list[tuple[int, Record]]]:
    """The records with their number in the order of the wire; those that decisions by hand name come first."""
    with reported(place):
        ranks = {number: rank for rank, (number,) in enumerate(old.execute(_IN_ORDER), 1)}
        pinned = {number for (number,) in old.execute(_PINNED)} if "pins" in _tables(old) else set()
    order = sorted(ranks, key=lambda number: (number not in pinned, ranks[number]))
    for start in range(0, len(order), _BATCH):
        batch = []
        for number in order[start : start + _BATCH]:
            (json,) = old.execute("SELECT record FROM articles WHERE number = ?", (number,)).fetchone()
            batch.append((ranks[number], from_json(json)))
        yield batch


_IN_ORDER = "SELECT number FROM articles ORDER BY filed, number"
_PINNED = "SELECT number FROM articles WHERE id IN (SELECT id FROM pins)"


# What no record tells, by table, with the columns. Decisions by hand, and the parties that they name:
_DECIDED: Final = {
    "parties": "number, key, name, kind, folded, last, shown, kept",
    "decisions": "number, kind, key, by, at, because, body, undone",
    "pins": "id, kind, folded, decision, party, ground",
}
# Versions, embargoes and watched feeds:
_KEPT: Final = {
    "versions": "number, shown, id, version, status, headline, record",
    "replaced": "id, shown",
    "held": "id, until, record",
    "feeds": "url, etag, modified, asked, due, failures",
    "entries": "feed, id, digest",
}


def _carried(old: sqlite3.Connection) -> Iterator[tuple[str, sqlite3.Cursor]]:
    """What the old archive has of them, to be there before any article comes: how to insert it, and the rows."""
    there = _tables(old)
    for sign, tables in (("decisions", _DECIDED), ("versions", _KEPT)):
        for table, columns in tables.items() if sign in there else ():
            which = "WHERE kept" if table == "parties" else ""
            places = ", ".join("?" * len(columns.split(", ")))
            rows = old.execute(f"SELECT {columns} FROM {table} {which}")
            yield f"INSERT INTO {table} ({columns}) VALUES ({places})", rows


def _tables(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _check_version(db: sqlite3.Connection) -> None:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if not 1 <= version <= SCHEMA_VERSION:
        raise StoreError(f"an archive of schema {version} cannot be made anew; use the onrecord that made it")
