"""`onrecord read`"""

import sys

import click

from onrecord.cli.options import day, engine, file_format
from onrecord.cli.record_view import record_view
from onrecord.cli.terminal import Terminal
from onrecord.errors import ReadError
from onrecord.intake import copies
from onrecord.intake.files import Kind
from onrecord.language.engines import EngineName
from onrecord.record import Record, to_json


@click.command()
@click.argument("path")
@click.option("--json", "as_json", is_flag=True, help="Write records for programs: JSON, one a line.")
@click.option("--jsonl", is_flag=True, help='PATH holds lines {"id", "published", "text"}; write a record for each.')
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="When it came out, where the copy does not say.")
@file_format
@engine
@click.option("--strict", is_flag=True, help="Only statements of which 95 in 100 are right.")
@click.option("--wide", is_flag=True, help="Add deeds, hedges and pointers that imply a view without telling one.")
@click.pass_context
def read(
    ctx: click.Context,
    path: str,
    as_json: bool,
    jsonl: bool,
    published: str | None,
    format: Kind | None,
    engine: EngineName,
    strict: bool,
    wide: bool,
) -> None:
    """Shows the record of an article: its text with the statements marked, who said them, its dates.

    PATH is a file of text or JSON lines, a saved page (HTML), a folder, or - for standard input; gzip is unpacked.
    What cannot be read is told and skipped, and the exit status is then 1.

    \b
    onrecord read story.txt
    onrecord read story.txt --json --published 2022-01-21
    onrecord read page.html.gz
    onrecord read --jsonl wire.jsonl > records.jsonl
    """
    from onrecord.reader import read_copy  # with its word lists; --help does without

    show = _write if as_json or jsonl else _show
    status = 0
    kind = format or ("jsonl" if jsonl else None)
    for found in copies(path, stdin=sys.stdin.buffer, kind=kind, published=published):
        if isinstance(found, ReadError):
            click.echo(found, err=True)
            status = 1
        else:
            show(read_copy(found, engine=engine, strict=strict, wide=wide))
    ctx.exit(status)


def _write(record: Record) -> None:
    sys.stdout.buffer.write(to_json(record) + b"\n")


def _show(record: Record) -> None:
    Terminal().show(record_view(record))
