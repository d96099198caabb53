"""The part of an archive that knows of time: versions behind what is shown, what is held, what feeds have brought."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from msgspec import Struct

from onrecord.archive import versions
from onrecord.archive.differences import Change, changes
from onrecord.record import Record, Signals, from_json


class Version(Struct, frozen=True):
    """One version of an article. changes: what the version after it says otherwise; none of the latest."""

    id: str
    headline: str | None
    published: str | None
    signals: Signals
    changes: tuple[Change, ...] = ()


class Held(Struct, frozen=True):
    """An item under embargo. until: the moment in UTC; None until further notice."""

    id: str
    headline: str | None
    until: str | None


class Feed(Struct, frozen=True):
    """A feed that is watched. etag, modified: what its server said of the last answer, to ask whether it changed.

    asked, due: when it was asked last, and when it may be asked again; moments in UTC.
    failures: how often in a row it could not be read.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    asked: str | None = None
    due: str | None = None
    failures: int = 0


class Keeping:
    """What `Archive` does with versions, embargoes and feeds."""

    _db: sqlite3.Connection

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _rows(self, sql: str, asked: Mapping[str, str | int | None] | None = None) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def record(self, id: str) -> Record | None:
        raise NotImplementedError

    # -- versions

    def history(self, id: str) -> list[Version]:
        """The versions of the article of that id, the one that is shown first; nothing where there is none."""
        shown = self.record(id)
        if shown is None:
            return []
        kept = self._rows("SELECT record FROM versions WHERE shown = :id ORDER BY number DESC", {"id": id})
        records = sorted((from_json(json) for (json,) in kept), key=_count, reverse=True)
        later = [shown, *records]
        return [
            Version(
                each.id,
                each.article.headline,
                each.article.published,
                each.article.signals,
                changes(each.article, later[place - 1].article) if place else (),
            )
            for place, each in enumerate(later)
        ]

    # -- embargoes

    def held(self) -> list[Held]:
        """What is held, the first to come free first."""
        rows = self._rows("SELECT id, until, record FROM held ORDER BY until, id")
        return [Held(id, from_json(json).article.headline, None if until == "~" else until) for id, until, json in rows]

    def is_due(self, now: datetime) -> bool:
        """Whether something is held whose time has come; see `release`."""
        asked = {"now": versions.stamp(now)}
        return bool(self._rows("SELECT 1 FROM held WHERE until <= :now LIMIT 1", asked))

    def release(self, now: datetime) -> list[str]:
        """Shows what was held until `now` or before; the ids."""
        with self._writing():
            return versions.release(self._db, now)

    # -- feeds that are watched

    def feed(self, url: str) -> Feed:
        """What is known of a feed; nothing but its address where it is new."""
        rows = self._rows("SELECT url, etag, modified, asked, due, failures FROM feeds WHERE url = :url", {"url": url})
        return Feed(*rows[0]) if rows else Feed(url)

    def save_feed(self, feed: Feed, brought: Iterable[tuple[str, str]] = ()) -> None:
        """Stores what is known of a feed, and its entries that were taken in: their ids, each with a digest."""
        row = (feed.url, feed.etag, feed.modified, feed.asked, feed.due, feed.failures)
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?)", row)
            self._db.executemany(
                "INSERT OR REPLACE INTO entries (feed, id, digest) VALUES (?, ?, ?)",
                [(feed.url, id, digest) for id, digest in brought],
            )

    def brought(self, url: str, id: str) -> str | None:
        """The digest of an entry of that feed when it was taken in last; None where it never was."""
        rows = self._rows("SELECT digest FROM entries WHERE feed = :url AND id = :id", {"url": url, "id": id})
        return rows[0][0] if rows else None


def _count(record: Record) -> int:
    """The version as a number; those without one stay in the order in which they came."""
    version = record.article.signals.version or ""
    return int(version) if version.isdecimal() else 0
