"""`onrecord read`"""

import sys
from pathlib import Path

import click

from onrecord.cli.options import allow, authority, columns, day, engine, follow, format_option
from onrecord.cli.record_view import record_view
from onrecord.cli.sources import found_in
from onrecord.cli.terminal import Terminal
from onrecord.errors import ReadError
from onrecord.intake.kinds import Kind
from onrecord.intake.reading import Asked
from onrecord.language.engines import EngineName
from onrecord.record import Record, to_json


@click.command()
@click.argument("path")
@click.option("--json", "as_json", is_flag=True, help="Write records for programs: JSON, one a line.")
@click.option("--jsonl", is_flag=True, help='PATH holds lines {"id", "published", "text"}; write a record for each.')
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="When it came out, where the copy does not say.")
@format_option
@columns
@follow
@allow
@engine
@click.option("--strict", is_flag=True, help="Only statements of which 95 in 100 are right.")
@click.option("--wide", is_flag=True, help="Add deeds, hedges and pointers that imply a view without telling one.")
@authority
@click.pass_context
def read(
    ctx: click.Context,
    path: str,
    as_json: bool,
    jsonl: bool,
    published: str | None,
    kind: Kind | None,
    columns: dict[str, str],
    follow: bool,
    allow: tuple[str, ...],
    engine: EngineName,
    strict: bool,
    wide: bool,
    authority: Path | None,
) -> None:
    """Shows the record of an article: its text with the statements marked, who said them, its dates.

    PATH is a file in any format of news (docs/intake.md), packed or not, a folder, an address (https://...), or
    - for standard input. What cannot be read is told and skipped, and the exit status is then 1.

    \b
    onrecord read story.txt
    onrecord read story.txt --json --published 2022-01-21
    onrecord read page.html.gz
    onrecord read --jsonl wire.jsonl > records.jsonl
    """
    from onrecord.identity.authority import read_authorities
    from onrecord.reader import read_copy  # with its word lists; --help does without

    listed = read_authorities(authority) if authority else None
    show = _write if as_json or jsonl else _show
    status = 0
    kind = "jsonl" if jsonl else kind
    for found in found_in([path], Asked(kind, published, columns), allow=allow, follow=follow):
        if isinstance(found, ReadError):
            click.echo(found, err=True)
            status = 1
        else:
            show(read_copy(found, engine=engine, strict=strict, wide=wide, authority=listed))
    ctx.exit(status)


def _write(record: Record) -> None:
    sys.stdout.buffer.write(to_json(record) + b"\n")


def _show(record: Record) -> None:
    Terminal().show(record_view(record))
