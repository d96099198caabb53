"""What led to each statement, for people."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.record import Record, Statement
from onrecord.spans import Span
from onrecord.wording import pieces_of


def explain_view(record: Record) -> RenderableType:
    """Each statement in the order of the article with its reasons, one a row."""
    parts: list[RenderableType] = [Rule(plain(record.id))]
    for number, said in enumerate(record.statements, 1):
        parts += [Text(), Text(plain(f"[{number}] {' … '.join(pieces_of(said, record.article.text))}"), style="bold")]
        grid = Table.grid(padding=(0, 2))
        for name, reason in reasons(said, record):
            grid.add_row(Text(f"    {name}", style="dim"), Text(plain(reason)))
        parts.append(grid)
    if not record.statements:
        parts.append(Text("No statement was found."))
    return Group(*parts, Text())


def reasons(said: Statement, record: Record) -> Iterator[tuple[str, str]]:
    """What the statement rests on: a name and the reason in words."""
    text = record.article.text
    numbers = {other.id: number for number, other in enumerate(record.statements, 1)}
    names = {party.id: party.name for party in record.parties}
    yield "found by", _finder(said)
    yield "words", f"{said.kind}, {_places(said.content)}"
    yield "cue", f"“{_words(said.cue, text)}”, taken as {said.act}" if said.cue else f"none; taken as {said.act}"
    yield "speaker", _speaker(said, names, text)
    if said.to:
        yield "told", names[said.to]
    if said.said_on:
        yield "date", said.said_on
    if said.asked:
        yield "answers", f"“{_words(said.asked, text)}”"
    if said.parent:
        yield "inside", f"[{numbers[said.parent]}]"


def _finder(said: Statement) -> str:
    if said.sure is None:
        return f"the rule “{said.rule}”"
    return f"the {said.rule}, right in {100 * said.sure:.0f} of 100 such cases"


def _speaker(said: Statement, names: dict[str, str], text: str) -> str:
    beside = f"“{_words(said.source, text)}”" if said.source else "nobody beside the words"
    if said.speaker is None:
        return f"not resolved; {beside}"
    return f"{names[said.speaker]}, for {beside}; ground: {said.ground}"


def _words(span: Span, text: str) -> str:
    return " ".join(span.cut(text).split())


def _places(spans: tuple[Span, ...]) -> str:
    return "characters " + ", ".join(f"{span.start} to {span.end}" for span in spans)
