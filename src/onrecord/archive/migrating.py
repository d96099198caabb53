"""Makes an archive anew from the records that it holds: of another schema, or with identities decided anew."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

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
        for leftover in (made, made.with_name(f"{made.name}-wal"), made.with_name(f"{made.name}-shm")):
            leftover.unlink(missing_ok=True)
        with Archive.open(made, create=True) as archive:
            _carry_decisions(old, archive)
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
        pinned = {number for (number,) in old.execute(_PINNED)} if _version(old) > 1 else set()
    order = sorted(ranks, key=lambda number: (number not in pinned, ranks[number]))
    for start in range(0, len(order), _BATCH):
        batch = []
        for number in order[start : start + _BATCH]:
            (json,) = old.execute("SELECT record FROM articles WHERE number = ?", (number,)).fetchone()
            batch.append((ranks[number], from_json(json)))
        yield batch


_IN_ORDER = "SELECT number FROM articles ORDER BY filed, number"
_PINNED = "SELECT number FROM articles WHERE id IN (SELECT id FROM pins)"


def _carry_decisions(old: sqlite3.Connection, archive: Archive) -> None:
    """Copies the decisions, and the parties that they name, before any article comes."""
    if _version(old) == 1:
        return
    parties = old.execute("SELECT number, key, name, kind, folded, last, shown FROM parties WHERE kept").fetchall()
    decided = old.execute("SELECT number, kind, key, by, at, because, body, undone FROM decisions").fetchall()
    pins = old.execute("SELECT id, kind, folded, decision, party, ground FROM pins").fetchall()
    archive.carry(parties, decided, pins)


def _version(db: sqlite3.Connection) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if not 1 <= version <= SCHEMA_VERSION:
        raise StoreError(f"an archive of schema {version} cannot be made anew; use the onrecord that made it")
    return version
