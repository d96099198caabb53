"""`onrecord add`"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.archive import Archive
from onrecord.cli.options import day, engine, file_format
from onrecord.cli.terminal import Terminal, plain
from onrecord.errors import ReadError
from onrecord.intake import Copy, copies
from onrecord.intake.files import Kind
from onrecord.language.engines import EngineName


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="When it came out, where the copy does not say.")
@file_format
@engine
@click.pass_context
def add(
    ctx: click.Context,
    archive: Path,
    sources: tuple[str, ...],
    published: str | None,
    format: Kind | None,
    engine: EngineName,
) -> None:
    """Reads each SOURCE into ARCHIVE, which is made where there is none.

    SOURCE is a file of text or JSON lines, a saved page (HTML), a folder, or - for standard input; gzip is
    unpacked. What is there already is left as it is; an article that changed is replaced. What cannot be read
    is told and skipped, and the exit status is then 1. When it is ended early, all that it counted as stored
    is kept.

    \b
    onrecord add news.db wire/ late.txt
    onrecord add news.db articles.jsonl
    """
    from onrecord.reader import read_copy  # with its word lists; --help does without

    tally: Counter[str] = Counter()
    passed_over: list[Path] = []
    with Archive.open(archive, create=True) as opened:
        try:
            with _progress() as progress:
                task = progress.add_task(summary(tally), total=None)
                for found in _copies(sources, published, format, passed_over):
                    if isinstance(found, ReadError):
                        progress.console.print(Text(plain(str(found))), soft_wrap=True)
                        tally["unread"] += 1
                    else:
                        tally[opened.add(read_copy(found, engine=engine))] += 1
                    progress.update(task, description=summary(tally))
        finally:
            click.echo(summary(tally))
    if passed_over:
        click.echo(f"passed over {len(passed_over)} files that hold no text, such as {passed_over[0]}", err=True)
    ctx.exit(1 if tally["unread"] else 0)


def _copies(
    sources: tuple[str, ...], published: str | None, kind: Kind | None, passed_over: list[Path]
) -> Iterator[Copy | ReadError]:
    for source in sources:
        yield from copies(source, stdin=sys.stdin.buffer, kind=kind, published=published, skipped=passed_over.append)


def summary(tally: Counter[str]) -> str:
    """ "stored 14, already there 3, replaced 0, could not read 1"."""
    told = {"stored": "new", "already there": "same", "replaced": "replaced", "could not read": "unread"}
    return ", ".join(f"{words} {tally[key]}" for words, key in told.items())


def _progress() -> Progress:
    """A bar on standard error where that is a terminal. How many articles are to come is not known."""
    columns = (BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Terminal(stderr=True), transient=True, disable=not sys.stderr.isatty())
