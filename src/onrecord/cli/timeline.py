"""`onrecord timeline`"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.text import Text

from onrecord.archive import current
from onrecord.cli.options import day
from onrecord.cli.terminal import Terminal
from onrecord.deed_wording import EVENT_TYPES


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--party", metavar="NAME", help="Only what this party takes part in: a name, or a key from `who`.")
@click.option("--story", metavar="WORDS", help="Only of articles with all these words; or of the article of this id.")
@click.option("--from", "first", callback=day, metavar="YYYY-MM-DD", help="From this day on.")
@click.option("--to", "last", callback=day, metavar="YYYY-MM-DD", help="Up to this day.")
@click.option(
    "--type", "type", type=click.Choice(EVENT_TYPES), metavar="TYPE", help="Only of this type: meet, sign, ..."
)
@click.option(
    "--limit", default=500, show_default=True, type=click.IntRange(0), help="The latest so many events; 0: all of them."
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON lines, one an event, with all its sources.")
def timeline(
    archive: Path,
    party: str | None,
    story: str | None,
    first: str | None,
    last: str | None,
    type: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Shows what happened, in order of time: each event once, with every article that tells it.

    Where articles differ on its day, its length or whether it took place, each is shown with what it says. Events
    without a date come last, unless days are asked for.

    \b
    onrecord timeline news.db --party Venn --from 2022-01-01
    onrecord timeline news.db --story "written reply" --type meet
    """
    from onrecord.cli.deed_view import happening_view
    from onrecord.stories.timeline import Asked, party_key
    from onrecord.stories.timeline import timeline as line_of

    with current(archive, now=datetime.now(UTC)) as opened:
        key = party_key(opened, party) if party else None
        line = line_of(opened, Asked(key, story, type, first=first, last=last), most=limit or None)
    if not line.events and not line.undated and not as_json:
        click.echo("no such events", err=True)
    if line.earlier:
        click.echo(f"there are earlier events: ask --to {line.earlier}, or --limit 0 for all", err=True)
    for one in (*line.events, *line.undated):
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        else:
            Terminal().show(happening_view(one), Text())
