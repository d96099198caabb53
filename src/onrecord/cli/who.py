"""`onrecord who`"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from onrecord.archive import current
from onrecord.cli.answer_view import person_view, said_view
from onrecord.cli.terminal import Terminal


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("name", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help='Write JSON lines: {"person", "statements", "perhaps"}.')
def who(archive: Path, name: tuple[str, ...], as_json: bool) -> None:
    """Shows what a person said, newest first, and in which article. NAME is a full or a last name.

    In brackets stands the key, which `onrecord merge` and `onrecord split` take. "Perhaps the same" are parties that
    the rules left apart.

    \b
    onrecord who news.db Ada Venn
    onrecord who news.db venn --json
    """
    wanted = " ".join(name)
    with current(archive, now=datetime.now(UTC)) as opened:
        found = [
            (person, opened.statements_of(person.key), opened.perhaps_same(person.key))
            for person in opened.find_persons(wanted)
        ]
    if not found and not as_json:
        click.echo(f"{archive} names nobody as {wanted}", err=True)
    for person, statements, likely in found:
        if as_json:
            answer = {"person": person, "statements": statements, "perhaps": likely}
            sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        else:
            views = (said_view(said, speaker=False).append("\n") for said in statements)
            Terminal().show(person_view(person, likely).append("\n"), *views)
