"""`onrecord owed`"""

import sys
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import click
import msgspec
from rich.text import Text

from onrecord.archive import current
from onrecord.cli.options import day
from onrecord.cli.terminal import Terminal, plain


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--by", metavar="NAME", help="Only what this party owes: a name, or a key from `who`.")
@click.option("--to", metavar="NAME", help="Only what is owed to this party.")
@click.option("--overdue", is_flag=True, help="Only what should have been done by now.")
@click.option("--all", "with_closed", is_flag=True, help="Show behind them those that were met or refused.")
@click.option("--on", callback=day, metavar="YYYY-MM-DD", help="The day that overdue counts from; today without it.")
@click.option(
    "--limit", default=200, show_default=True, type=click.IntRange(0), help="So many open debts; 0: all of them."
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON lines, one a debt.")
def owed(
    archive: Path,
    by: str | None,
    to: str | None,
    overdue: bool,
    with_closed: bool,
    on: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Shows what is still owed: promises, requests and demands without an answer, by debtor, overdue ones first.

    A debt that several articles tell is shown once. One that a later article reports as answered is closed, with
    that report; so is one that `onrecord settle` closes. In brackets stands what `settle` and `reopen` take.

    \b
    onrecord owed news.db --overdue
    onrecord owed news.db --by Venn --all --on 2022-02-01
    """
    from onrecord.cli.deed_view import debt_view
    from onrecord.stories.owed import debts
    from onrecord.stories.timeline import party_key

    with current(archive, now=datetime.now(UTC)) as opened:
        keys = [name and party_key(opened, name) for name in (by, to)]
        day_on = on or date.today().isoformat()
        most = limit or None
        found = debts(opened, on=day_on, by=keys[0], to=keys[1], overdue=overdue, most=most, most_closed=most)
    shown = (*found.open, *(found.closed if with_closed else ()))
    if not shown and not as_json:
        click.echo("nothing is owed", err=True)
    if found.more:
        click.echo(f"there are more than {limit} debts: narrow them, or ask --limit 0 for all", err=True)
    if as_json:
        sys.stdout.buffer.writelines(msgspec.json.encode(debt) + b"\n" for debt in shown)
        return
    for (name, _), group in groupby(found.open, key=lambda debt: (debt.who.name, debt.who.key)):
        Terminal().show(Text(plain(name), style="bold underline"), *(debt_view(debt) for debt in group), Text())
    if with_closed and found.closed:
        views = (debt_view(debt, named=True) for debt in found.closed)
        Terminal().show(Text("Closed", style="bold underline"), *views)
