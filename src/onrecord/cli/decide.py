"""`onrecord merge`, `split`, `settle`, `reopen`, `undo`, `decisions`: what people decide over the rules."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.text import Text

from onrecord.archive import Archive, Decision
from onrecord.cli.terminal import Terminal, plain

_ARCHIVE = click.argument("archive", type=click.Path(path_type=Path))


def _noted(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say who decides and why."""
    why = click.option("--because", metavar="WHY", required=True, help="Why; kept with the decision.")
    return click.option("--by", metavar="WHO", required=True, help="Who decides; kept with the decision.")(why(command))


@click.command()
@_ARCHIVE
@click.argument("into", metavar="KEY")
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@_noted
def merge(archive: Path, into: str, keys: tuple[str, ...], by: str, because: str) -> None:
    """Makes one of parties that are the same: all are shown as the first KEY.

    `onrecord who` shows the keys. The decision holds for articles to come, too, and for those that are read anew.

    \b
    onrecord merge news.db person-ada-venn person-venn --by Bo --because "same desk"
    """
    with Archive.open(archive) as opened:
        number = opened.merge(into, keys, by=by, at=_now(), because=because)
    click.echo(f"decision {number}: merged {_listed(keys)} into {into}")


@click.command()
@_ARCHIVE
@click.argument("key", metavar="KEY")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@_noted
def split(archive: Path, key: str, articles: tuple[str, ...], by: str, because: str) -> None:
    """Makes somebody else of the party KEY in these articles, by their ids.

    \b
    onrecord split news.db person-ada-venn 3a482cf11fc42196 --by Bo --because "the judge"
    """
    with Archive.open(archive) as opened:
        number = opened.split(key, articles, by=by, at=_now(), because=because)
        new = next(one for one in opened.decisions() if one.number == number).others[0]
    click.echo(f"decision {number}: split {key}; in {_listed(articles)} it is {new}")


@click.command()
@_ARCHIVE
@click.argument("debt", metavar="DEBT")
@click.option("--refused", is_flag=True, help="It was refused, not met.")
@_noted
def settle(archive: Path, debt: str, refused: bool, by: str, because: str) -> None:
    """Closes a DEBT, as `onrecord owed` shows it in brackets: what was owed was done, or refused.

    It stays closed when its articles are read anew; `onrecord undo` takes the decision back.

    \b
    onrecord settle news.db 3a482cf11fc42196/c1 --by Bo --because "their letter came on Monday"
    """
    with Archive.open(archive) as opened:
        number = opened.settle_debt(debt, "refused" if refused else "met", by=by, at=_now(), because=because)
    click.echo(f"decision {number}: {debt} is {'refused' if refused else 'met'}")


@click.command()
@_ARCHIVE
@click.argument("debt", metavar="DEBT")
@_noted
def reopen(archive: Path, debt: str, by: str, because: str) -> None:
    """Opens a DEBT again that the rules, an article or a person took for closed; `onrecord owed --all` shows them.

    \b
    onrecord reopen news.db 3a482cf11fc42196/c1 --by Bo --because "that letter was another"
    """
    with Archive.open(archive) as opened:
        number = opened.settle_debt(debt, "open", by=by, at=_now(), because=because)
    click.echo(f"decision {number}: {debt} is open")


@click.command()
@_ARCHIVE
@click.argument("number", metavar="DECISION", type=click.IntRange(1))
@_noted
def undo(archive: Path, number: int, by: str, because: str) -> None:
    """Takes back the DECISION of that number, as `onrecord decisions` lists it.

    \b
    onrecord undo news.db 3 --by Bo --because "two desks after all"
    """
    with Archive.open(archive) as opened:
        opened.undo(number, by=by, at=_now(), because=because)
    click.echo(f"decision {number} is undone")


@click.command()
@_ARCHIVE
@click.option("--json", "as_json", is_flag=True, help="Write JSON lines, one a decision.")
def decisions(archive: Path, as_json: bool) -> None:
    """Lists what was decided by hand: what was merged, split, settled, reopened, by whom and why; the latest first.

    \b
    onrecord decisions news.db
    """
    with Archive.open(archive, readonly=True) as opened:
        found = opened.decisions()
    if not found and not as_json:
        click.echo("nothing was decided by hand", err=True)
    for one in found:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        else:
            Terminal().show(_view(one))


def _view(one: Decision) -> Text:
    view = Text(f"{one.number}  ", style="bold")
    told = f"merged {_listed(one.others)} into {one.key}"
    if one.kind == "split":
        told = f"split {one.key}; in {_listed(one.articles)} it is {one.others[0]}"
    elif one.kind in ("settle", "reopen"):
        told = f"{one.key} is {one.status}"
    view.append(plain(told), style="not bold")
    view.append(plain(f"\n   {one.by}, {one.at}: {one.because}"), style="not bold dim")
    if one.undone:
        undone: dict[str, Any] = one.undone
        words = f"\n   undone by {undone['by']}, {undone['at']}: {undone['because']}"
        view.append(plain(words), style="not bold dim")
    return view


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
