"""The command and its subcommands; what went wrong, as one line on standard error."""

import os
import sys
from typing import Any

import click

from onrecord.cli.add import add
from onrecord.cli.authority import authority
from onrecord.cli.check import check
from onrecord.cli.decide import decisions, merge, reopen, settle, split, undo
from onrecord.cli.explain import explain
from onrecord.cli.export import export
from onrecord.cli.history import history
from onrecord.cli.migrate import migrate
from onrecord.cli.owed import owed
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.timeline import timeline
from onrecord.cli.watch import watch
from onrecord.cli.who import who
from onrecord.errors import NewsError
from onrecord.version import __version__

# What a shell reports for a program that a signal ended: 128 and the signal's number.
_INTERRUPTED = 130
_CLOSED_PIPE = 141


class _Commands(click.Group):
    """Commands whose failures end in one line and an exit status: 1, or 2 for wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return self._flushed(ctx)
        except NewsError as error:
            click.echo(f"onrecord: {error}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            # What is still to be written at exit goes nowhere, rather than into the pipe that is closed.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(_CLOSED_PIPE)

    def _flushed(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()  # here, where a closed pipe can still be told from a failure


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
def main() -> None:
    """Reads news copy and keeps the record: who said what, when and where.

    \b
    onrecord read story.txt              one article and its record, for people
    onrecord explain story.txt           what led to each statement
    onrecord add news.db wire/           read a folder into an archive
    onrecord search news.db "oral reply" articles and statements with these words
    onrecord who news.db "Ada Venn"      what she said, by date
    onrecord timeline news.db            what happened, in order of time
    onrecord owed news.db                who still owes what to whom
    onrecord merge news.db KEY KEY ...   make one of parties that are the same
    onrecord export news.db              its articles as ninjs or NewsML-G2
    onrecord watch FEED --archive news.db   keep what a feed brings
    onrecord check story.md --archive news.db    is what a draft quotes what was said?
    onrecord serve news.db               the archive as a page in the browser
    """


for command in (add, check, explain, export, history, owed, read, schema, search, serve, timeline, watch, who):
    main.add_command(command)

for command in (authority, merge, split, settle, reopen, undo, decisions, migrate):
    main.add_command(command)
