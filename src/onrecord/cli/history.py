"""`onrecord history`"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.text import Text

from onrecord.archive import Change, Version, current
from onrecord.archive.differences import words_changed
from onrecord.cli.terminal import Terminal, plain
from onrecord.errors import StoreError


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Write JSON lines: a version a line, with its changes.")
def history(archive: Path, id: str, as_json: bool) -> None:
    """Shows the versions of an article, the latest first, and what each said otherwise than the next.

    ID stands in square brackets behind an article that `onrecord search` finds. Words taken out stand in [-…-],
    words put in in {+…+}.

    \b
    onrecord history news.db 6c61ab5211b51a99
    """
    with current(archive, now=datetime.now(UTC)) as opened:
        versions = opened.history(id)
    if not versions:
        raise StoreError(f"{archive} has no article {id}; `onrecord search` shows the ids in square brackets")
    for version in versions:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(version) + b"\n")
        else:
            Terminal().show(_view(version))


def _view(version: Version) -> Text:
    signals = version.signals
    counted = f"version {plain(signals.version)}, " if signals.version else ""
    view = Text(plain(version.headline or version.id), style="bold")
    view.append(f"\n{counted}{signals.status}{_when(version)} [{plain(version.id)}]\n", style="not bold dim")
    for note in signals.notes:
        view.append(f"  {plain(note)}\n", style="not bold italic")
    for change in version.changes:
        view.append_text(_change(change)).append("\n")
    return view


def _when(version: Version) -> str:
    return f", {plain(version.published)}" if version.published else ""


def _change(change: Change) -> Text:
    """The paragraph with what was taken out and put in; marks and colours say the same."""
    if change.before is None or change.after is None:
        sign, style = ("+", "green") if change.before is None else ("-", "red")
        return Text(f"  {sign} {plain(change.after or change.before or '')}", style=f"not bold {style}")
    before, after = words_changed(change)
    view = Text("  ", style="not bold")
    kept = [run for run, differs in after if not differs]
    while before or after:
        if before and before[0][1]:
            view.append(f"[-{plain(before.pop(0)[0])}-] ", style="red")
        elif after and after[0][1]:
            view.append(f"{{+{plain(after.pop(0)[0])}+}} ", style="green")
        else:
            view.append(f"{plain(kept.pop(0))} ")
            before, after = before[1:], after[1:]
    view.right_crop(1)
    return view
