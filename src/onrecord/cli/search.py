"""`onrecord search`"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec
from rich.console import Group
from rich.text import Text

from onrecord.archive import current
from onrecord.cli.answer_view import hit_view, said_view
from onrecord.cli.terminal import Terminal


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="How many of each at most.")
@click.option("--json", "as_json", is_flag=True, help='Write JSON: {"articles": [...], "statements": [...]}.')
def search(archive: Path, query: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Finds articles and statements that hold all the words of QUERY; words in quotation marks as a phrase.

    \b
    onrecord search news.db written reply
    onrecord search news.db '"written reply" Venn'
    """
    words = " ".join(query)
    with current(archive, now=datetime.now(UTC)) as opened:
        articles = opened.search(words, limit=limit)
        statements = opened.search_statements(words, limit=limit)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode({"articles": articles, "statements": statements}) + b"\n")
    elif not articles and not statements:
        click.echo(f"nothing found for {words}", err=True)
    else:
        Terminal().show(
            _section("Articles", [hit_view(hit) for hit in articles]),
            _section("Statements", [said_view(said) for said in statements]),
        )


def _section(heading: str, views: list[Text]) -> Group:
    """The views under their heading, an empty line after each."""
    title = Text(f"{heading} ({len(views)})\n", style="bold underline")
    return Group(title, *(view.append("\n") for view in views))
