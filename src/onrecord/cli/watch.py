"""`onrecord watch`"""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from onrecord.archive import Archive
from onrecord.cli.options import allow, engine, follow
from onrecord.cli.terminal import plain
from onrecord.errors import ReadError
from onrecord.language.engines import EngineName

# In seconds: how long to sleep at a time, so that an embargo that ends is not missed by much.
_NAP = 30.0


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option("--archive", required=True, type=click.Path(path_type=Path), help="Where to keep what comes.")
@click.option("--every", default=15, show_default=True, type=click.IntRange(1, 1440), help="Minutes between two looks.")
@click.option("--once", is_flag=True, help="Look at each feed now and end.")
@follow
@allow
@engine
@click.pass_context
def watch(
    ctx: click.Context,
    feeds: tuple[str, ...],
    archive: Path,
    every: int,
    once: bool,
    follow: bool,
    allow: tuple[str, ...],
    engine: EngineName,
) -> None:
    """Keeps what each FEED brings, and shows what came: its time, what became of it, headline and id. Till Ctrl-C.

    FEED is the address of an RSS, Atom or JSON Feed. It is asked whether it changed before it is read, less often
    where it fails, and not at all where the site's robots.txt says so. What was seen is kept in the archive, so that
    it can be ended and started again.

    \b
    onrecord watch https://example.org/feed.xml --archive news.db
    """
    from onrecord.fetch import Fetcher, poll
    from onrecord.reader import read_copy

    interval = timedelta(minutes=every)
    failed = False
    with Archive.open(archive, create=True) as opened, Fetcher(allowed=allow) as fetcher:
        while True:
            now = datetime.now(UTC)
            for id in opened.release(now):
                click.echo(f"{_clock(now)}  released  {plain(id)}")
            due = feeds if once else tuple(feed for feed in feeds if _is_due(opened, feed, now))
            for feed in due:
                came = poll(
                    opened,
                    fetcher,
                    feed,
                    now=datetime.now(UTC),
                    every=interval,
                    read=lambda copy: read_copy(copy, engine=engine),
                    follow=follow,
                )
                for found in came:
                    if isinstance(found, ReadError):
                        failed = True
                        click.echo(plain(str(found)), err=True)
                    elif found.stored != "same":
                        _show(found)
            if once:
                break
            time.sleep(_NAP)
    ctx.exit(1 if failed else 0)


def _show(came: "Came") -> None:  # type: ignore[name-defined] # noqa: F821 - loaded with the command
    headline = came.record.article.headline or came.record.article.text[:80]
    told = " ".join(headline.split())
    click.echo(f"{_clock(datetime.now(UTC))}  {came.stored:8}  {plain(told)} [{plain(came.record.id)}]")


def _is_due(archive: Archive, url: str, now: datetime) -> bool:
    due = archive.feed(url).due
    return due is None or due <= now.isoformat(timespec="seconds")


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M")
