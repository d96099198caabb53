"""Feeds that are watched: what came since they were asked last. All that is known of them is in the archive."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from onrecord.archive import Archive, Feed, Stored
from onrecord.errors import ReadError
from onrecord.fetch.fetcher import Fetched, Fetcher
from onrecord.fetch.reading import followed, read_answer
from onrecord.intake import Copy
from onrecord.intake.reading import Asked, read_fetched
from onrecord.record import Record

# A feed that fails is asked half as often each time, down to once in 64 times its interval.
_MOST_DOUBLED: Final = 6


class Came(Struct, frozen=True):
    """An article that a feed brought, and what became of it in the archive."""

    record: Record
    stored: Stored


def poll(
    archive: Archive,
    fetcher: Fetcher,
    url: str,
    *,
    now: datetime,
    every: timedelta,
    read: Callable[[Copy], Record],
    follow: bool = False,
) -> Iterator[Came | ReadError]:
    """What the feed brought since it was asked last, each stored before it is given.

    now: the moment, in UTC. every: when to ask again at the earliest. read: how copy becomes a record.
    follow: read entries from their pages. When the program ends early, the next poll takes up where it stopped.
    """
    feed = archive.feed(url)
    stamp = now.isoformat(timespec="seconds")
    try:
        fetched = fetcher.get(url, etag=feed.etag, modified=feed.modified)
    except ReadError as error:
        doubled = 2 ** min(feed.failures + 1, _MOST_DOUBLED)
        due = (now + every * doubled).isoformat(timespec="seconds")
        archive.save_feed(replace(feed, asked=stamp, due=due, failures=feed.failures + 1))
        yield error
        return
    yield from _brought(archive, fetcher, feed, fetched, now, read, follow)
    # Only now: a feed that was read in part is asked for all of it again.
    etag, modified = (fetched.etag or feed.etag, fetched.modified or feed.modified) if fetched.data is None else (
        fetched.etag, fetched.modified,
    )  # fmt: skip
    due = (now + every).isoformat(timespec="seconds")
    archive.save_feed(Feed(url, etag, modified, stamp, due, 0))


def fetch_anew(
    archive: Archive,
    fetcher: Fetcher,
    url: str,
    asked: Asked,
    *,
    now: datetime,
    follow: bool = False,
    unchanged: Callable[[str], None],
) -> Iterator[Copy | ReadError]:
    """The articles at an address, unless its server says that nothing has changed since it was added last.

    unchanged: called with the address where that is so.
    """
    feed = archive.feed(url)
    try:
        fetched = fetcher.get(url, etag=feed.etag, modified=feed.modified)
    except ReadError as error:
        yield error
        return
    if fetched.data is None:
        unchanged(url)
        return
    sound = True
    for found in read_answer(fetcher, fetched, asked, follow=follow):
        sound = sound and not isinstance(found, ReadError)
        yield found
    if sound:  # what went wrong is worth another try
        stamp = now.isoformat(timespec="seconds")
        archive.save_feed(Feed(url, fetched.etag, fetched.modified, stamp, feed.due, 0))


def _brought(
    archive: Archive,
    fetcher: Fetcher,
    feed: Feed,
    fetched: Fetched,
    now: datetime,
    read: Callable[[Copy], Record],
    follow: bool,
) -> Iterator[Came | ReadError]:
    if fetched.data is None:
        return
    asked = Asked()
    for found in read_fetched(fetched.data, fetched.url, asked):
        if isinstance(found, ReadError):
            yield found
            continue
        id, digest = found.id or fetched.url, sha256(found.text.encode()).hexdigest()
        if archive.brought(feed.url, id) == digest:
            continue
        for each in followed(fetcher, found, asked) if follow else (found,):
            if isinstance(each, ReadError):
                yield each
                continue
            record = read(each)
            yield Came(record, archive.add(record, now=now))
        archive.save_feed(replace(feed, asked=now.isoformat(timespec="seconds")), [(id, digest)])
