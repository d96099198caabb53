"""Articles from whatever a command was given: files, folders, standard input, addresses of the web."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import click

from onrecord.archive import Archive
from onrecord.errors import ReadError
from onrecord.intake import Copy, copies
from onrecord.intake.reading import Asked


def found_in(
    sources: Sequence[str],
    asked: Asked,
    *,
    allow: tuple[str, ...] = (),
    follow: bool = False,
    archive: Archive | None = None,
) -> Iterator[Copy | ReadError]:
    """The articles of each source in order.

    allow: hosts that may be at a private address. follow: read the entries of feeds from their pages.
    archive: where it is kept what a server said last, so that what has not changed is not fetched again.
    """
    if any(map(_is_address, sources)):
        yield from _with_web(sources, asked, allow, follow, archive)
    else:
        for source in sources:
            yield from _from_disk(source, asked)


def _with_web(
    sources: Sequence[str], asked: Asked, allow: tuple[str, ...], follow: bool, archive: Archive | None
) -> Iterator[Copy | ReadError]:
    from onrecord.fetch import Fetcher, fetch_anew, read_address  # takes time to load

    with Fetcher(allowed=allow) as fetcher:
        for source in sources:
            if not _is_address(source):
                yield from _from_disk(source, asked)
            elif archive is None:
                yield from read_address(fetcher, source, asked, follow=follow)
            else:
                now = datetime.now(UTC)
                yield from fetch_anew(archive, fetcher, source, asked, now=now, follow=follow, unchanged=_unchanged)


def _from_disk(source: str, asked: Asked) -> Iterator[Copy | ReadError]:
    yield from copies(
        source,
        stdin=sys.stdin.buffer,
        kind=asked.kind,
        published=asked.published,
        columns=asked.columns,
        skipped=asked.skipped,
    )


def _unchanged(url: str) -> None:
    click.echo(f"{url}: not changed since it was added", err=True)


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
