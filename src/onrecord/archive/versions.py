"""Which of an item's versions is shown, which are kept behind it, and which are held until their time."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from typing import Final, Literal

from onrecord.archive.replacing import in_its_place, inherit_pins
from onrecord.archive.rows import is_withdrawn
from onrecord.archive.writing import remove, stored_json, write
from onrecord.record import Article, Record, from_json, to_json

Stored = Literal["new", "same", "replaced", "older", "held"]

FURTHER_NOTICE: Final = ".."
# A moment without a zone has come everywhere when it has come in the last of them, which is twelve hours behind.
_LAST_ZONE: Final = timezone(timedelta(hours=-12))


def put(db: sqlite3.Connection, record: Record, *, now: datetime | None) -> Stored:
    """Stores the record as what its embargo, its version and those that are there already make of it."""
    if (until := held_until(record.article)) and (now is None or until > stamp(now)):
        return _hold(db, record, until)
    return _show(db, record)


def release(db: sqlite3.Connection, now: datetime) -> list[str]:
    """Shows what was held until now or earlier; the ids, the longest due first."""
    due = db.execute("SELECT id, record FROM held WHERE until <= ? ORDER BY until, id", (stamp(now),)).fetchall()
    for id, json in due:
        db.execute("DELETE FROM held WHERE id = ?", (id,))
        _show(db, from_json(json))
    return [id for id, _ in due]


def held_until(article: Article) -> str | None:
    """The moment in UTC until which an article is held, ".." until further notice; None where it has no embargo."""
    embargo = article.signals.embargo
    if embargo is None or embargo == FURTHER_NOTICE:
        return embargo and "~"  # behind every moment, as strings are compared
    try:
        moment = datetime.fromisoformat(embargo)
    except ValueError:
        return "~"
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=_LAST_ZONE))


def stamp(moment: datetime) -> str:
    """In UTC, to the second; as strings they sort as in time. Naive moments are taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        aware = aware.astimezone(UTC)
    except OverflowError:  # the first or last day of all
        aware = aware.replace(tzinfo=UTC)
    return aware.isoformat(timespec="seconds")


def _hold(db: sqlite3.Connection, record: Record, until: str) -> Stored:
    json = to_json(record).decode()
    found = db.execute("SELECT record FROM held WHERE id = ?", (record.id,)).fetchone()
    if found and found[0] == json:
        return "same"
    shown = stored_json(db, record.id)
    if shown and (shown[1] == json or from_json(shown[1]).article == record.article):
        return "same"  # its time had come before
    db.execute("INSERT OR REPLACE INTO held (id, until, record) VALUES (?, ?, ?)", (record.id, until, json))
    return "held"


def _show(db: sqlite3.Connection, record: Record) -> Stored:
    shown = in_its_place(db, record.id)
    if shown != record.id:
        return _keep(db, shown, record)
    former = _former(db, record)
    if former is not None:
        inherit_pins(db, former, record.id)
    found = stored_json(db, record.id)
    stored = _add(db, record) if found is None else _replace(db, record, *found)
    if stored in ("new", "replaced"):
        _let_go(db, record)
        if former is not None and _take_place(db, record, former):
            return "replaced"
    return stored


def _let_go(db: sqlite3.Connection, record: Record) -> None:
    """Holds no longer what the record is a later version of."""
    found = db.execute("SELECT record FROM held WHERE id = ?", (record.id,)).fetchone()
    if found and not _is_older(record, from_json(found[0])):
        db.execute("DELETE FROM held WHERE id = ?", (record.id,))


def _add(db: sqlite3.Connection, record: Record) -> Stored:
    write(db, record)
    return "new"


def _replace(db: sqlite3.Connection, record: Record, number: int, json: str) -> Stored:
    if json == to_json(record).decode():
        return "same"
    old = from_json(json)
    if old.article != record.article:
        if _is_older(record, old):
            return _keep(db, old.id, record)
        if _is_kept(db, old.id, record):
            return "same"
        _keep(db, old.id, old)
    # Else only the reader has become another: the same copy is no version of itself.
    remove(db, number)
    write(db, record, number=number)
    return "replaced"


def _is_older(new: Record, old: Record) -> bool:
    """Whether a record that comes later is of an earlier version, as far as they say."""
    counted, was = new.article.signals.version or "", old.article.signals.version or ""
    if counted.isdecimal() and was.isdecimal() and int(counted) != int(was):
        return int(counted) < int(was)
    # What was withdrawn comes back only with a version that says that it is later.
    return is_withdrawn(old) and not is_withdrawn(new)


def _former(db: sqlite3.Connection, record: Record) -> str | None:
    """The id of the item whose place the record takes, as it says; None where it takes none."""
    former = record.article.signals.replaces
    if former is None or former == record.id or in_its_place(db, former) == record.id:
        return None
    # Each may say that it replaces the other; the one that came first stays then.
    return None if in_its_place(db, record.id) == former else in_its_place(db, former)


def _take_place(db: sqlite3.Connection, record: Record, former: str) -> bool:
    """Puts the record in the place of that item; whether that was shown."""
    db.execute("INSERT OR REPLACE INTO replaced (id, shown) VALUES (?, ?)", (former, record.id))
    found = stored_json(db, former)
    if found is None:
        return False
    number, json = found
    db.execute("UPDATE versions SET shown = ? WHERE shown = ?", (record.id, former))
    _keep(db, record.id, from_json(json))
    remove(db, number)
    return True


def _keep(db: sqlite3.Connection, shown: str, record: Record) -> Stored:
    """Keeps the record behind the article of the id `shown`."""
    if _is_kept(db, shown, record):
        return "same"
    article = record.article
    row = (
        shown,
        record.id,
        article.signals.version,
        article.signals.status,
        article.headline,
        to_json(record).decode(),
    )
    db.execute("INSERT INTO versions (shown, id, version, status, headline, record) VALUES (?, ?, ?, ?, ?, ?)", row)
    return "older"


def _is_kept(db: sqlite3.Connection, shown: str, record: Record) -> bool:
    """Whether the same copy is kept behind that article already, whatever read it."""
    rows = db.execute("SELECT record FROM versions WHERE shown = ? AND id = ?", (shown, record.id)).fetchall()
    return any(from_json(json).article == record.article for (json,) in rows)
