"""`onrecord add`"""

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.archive import Archive
from onrecord.cli.options import allow, authority, columns, day, engine, follow, format_option
from onrecord.cli.sources import found_in
from onrecord.cli.terminal import Terminal, plain
from onrecord.errors import ReadError
from onrecord.intake.kinds import Kind
from onrecord.intake.reading import Asked
from onrecord.language.engines import EngineName


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="When it came out, where the copy does not say.")
@format_option
@columns
@follow
@allow
@engine
@authority
@click.pass_context
def add(
    ctx: click.Context,
    archive: Path,
    sources: tuple[str, ...],
    published: str | None,
    kind: Kind | None,
    columns: dict[str, str],
    follow: bool,
    allow: tuple[str, ...],
    engine: EngineName,
    authority: Path | None,
) -> None:
    """Reads each SOURCE into ARCHIVE, which is made where there is none.

    SOURCE is a file in any format of news (docs/intake.md), packed or not, a folder, an address (https://...), or
    - for standard input. What is there already is left as it is; an article that changed is replaced, and its
    earlier version kept (`onrecord history`). What is under embargo is held until its time. What cannot be read is
    told and skipped, and the exit status is then 1. When it is ended early, all that it counted as stored is kept.

    \b
    onrecord add news.db wire/ late.txt
    onrecord add news.db articles.jsonl
    """
    from onrecord.identity.authority import read_authorities
    from onrecord.reader import read_copy  # with its word lists; --help does without

    listed = read_authorities(authority) if authority else None
    tally: Counter[str] = Counter()
    passed_over: list[Path] = []
    with Archive.open(archive, create=True) as opened:
        opened.release(datetime.now(UTC))
        try:
            with _progress() as progress:
                task = progress.add_task(summary(tally), total=None)
                asked = Asked(kind, published, columns, skipped=passed_over.append)
                for found in found_in(sources, asked, allow=allow, follow=follow, archive=opened):
                    if isinstance(found, ReadError):
                        progress.console.print(Text(plain(str(found))), soft_wrap=True)
                        tally["unread"] += 1
                    else:
                        record = read_copy(found, engine=engine, authority=listed)
                        tally[opened.add(record, now=datetime.now(UTC))] += 1
                    progress.update(task, description=summary(tally))
        finally:
            click.echo(summary(tally))
    if passed_over:
        click.echo(f"passed over {len(passed_over)} files that hold no news, such as {passed_over[0]}", err=True)
    ctx.exit(1 if tally["unread"] else 0)


def summary(tally: Counter[str]) -> str:
    """ "stored 14, already there 3, replaced 0, could not read 1"; older versions and embargoes where there are any."""
    told = {"stored": "new", "already there": "same", "replaced": "replaced", "could not read": "unread"}
    rare = {"kept as older versions": "older", "held under embargo": "held"}
    told |= {words: key for words, key in rare.items() if tally[key]}
    return ", ".join(f"{words} {tally[key]}" for words, key in told.items())


def _progress() -> Progress:
    """A bar on standard error where that is a terminal. How many articles are to come is not known."""
    columns = (BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Terminal(stderr=True), transient=True, disable=not sys.stderr.isatty())
