"""`onrecord export`"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import click

from onrecord.archive import Archive, current
from onrecord.cli.options import day
from onrecord.errors import StoreError
from onrecord.record import Record, to_json

Format = Literal["ninjs", "newsml-g2", "plover", "records", "ics"]
# How many articles are looked up at once.
_PAGE = 200


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--format",
    "format",
    type=click.Choice(["ninjs", "newsml-g2", "plover", "records", "ics"]),
    default="ninjs",
    show_default=True,
    help="ninjs: an item a line; newsml-g2: one message of items; plover: an event a line; records: as "
    "`onrecord read --json`; ics: a calendar of meetings planned and answers due.",
)
@click.option("--on", callback=day, metavar="YYYY-MM-DD", help="Of ics: the day that it is made for; today without it.")
def export(archive: Path, ids: tuple[str, ...], format: Format, on: str | None) -> None:
    """Writes the articles of ARCHIVE, or those of the IDs, for other programs: newest first, to standard output.

    \b
    onrecord export news.db > news.ninjs.jsonl
    onrecord export news.db 6c61ab5211b51a99 --format newsml-g2
    onrecord export news.db --format ics > news.ics
    """
    if format == "ics" and ids:
        raise click.UsageError("a calendar is made of the whole archive; leave the ids out")
    with current(archive, now=datetime.now(UTC)) as opened:
        if format == "ics":
            sys.stdout.buffer.write(_calendar(opened, on or date.today().isoformat()))
            return
        records = _named(opened, ids) if ids else _all(opened)
        for part in _written(records, format):
            sys.stdout.buffer.write(part)


def _written(records: Iterator[Record], format: Format) -> Iterator[bytes]:
    from onrecord.export import newsml_g2_message, ninjs, plover  # with lxml; other commands do without

    if format == "newsml-g2":
        yield from newsml_g2_message(records)
        return
    if format == "plover":
        yield from (event + b"\n" for record in records for event in plover(record))
        return
    write = ninjs if format == "ninjs" else to_json
    for record in records:
        yield write(record) + b"\n"


def _calendar(archive: Archive, on: str) -> bytes:
    from onrecord.export.icalendar import icalendar
    from onrecord.stories.agenda import agenda

    return icalendar(agenda(archive, on=on))


def _named(archive: Archive, ids: tuple[str, ...]) -> Iterator[Record]:
    for id in ids:
        record = archive.record(id)
        if record is None:
            raise StoreError(f"{archive.path} has no article {id}; `onrecord search` shows the ids in square brackets")
        yield record


def _all(archive: Archive) -> Iterator[Record]:
    page = archive.latest(limit=_PAGE)
    while page:
        for entry in page:
            yield from _named(archive, (entry.id,))
        page = archive.latest(limit=_PAGE, before=page[-1].id)
