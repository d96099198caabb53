"""`onrecord explain`"""

import sys

import click

from onrecord.cli.explain_view import explain_view
from onrecord.cli.options import day, engine
from onrecord.cli.terminal import Terminal
from onrecord.errors import ReadError
from onrecord.intake import copies
from onrecord.language.engines import EngineName


@click.command()
@click.argument("path")
@click.option("--published", callback=day, metavar="YYYY-MM-DD", help="When it came out, where the copy does not say.")
@engine
@click.pass_context
def explain(ctx: click.Context, path: str, published: str | None, engine: EngineName) -> None:
    """Shows for each statement of an article what led to it.

    PATH is as for `onrecord read`. Told are what found the statement and how sure it is, the cue and what it makes
    of the act, the speaker and on what ground, the date, and what it stands in or answers.

    \b
    onrecord explain story.txt
    """
    from onrecord.reader import read_copy  # with its word lists; --help does without

    status = 0
    for found in copies(path, stdin=sys.stdin.buffer, published=published):
        if isinstance(found, ReadError):
            click.echo(found, err=True)
            status = 1
        else:
            Terminal().show(explain_view(read_copy(found, engine=engine)))
    ctx.exit(status)
