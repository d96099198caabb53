"""A record for people: its text with statements and deeds marked, the statements by speaker, the deeds, its dates."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.deed_notes import Note, deeds_in
from onrecord.record import Party, Record, Role, Statement, Time
from onrecord.spans import Span
from onrecord.wording import act_in_words, dateline_sentence, doubt, pieces_of, taken_for

# Told apart on light and dark grounds; numbers mark the statements for those who see no colours.
_PALETTE = ("cyan", "magenta", "green", "yellow", "blue", "red")
_UNRESOLVED = "underline"
_ROLES: Mapping[Role, str] = {
    "section": "dim",
    "headline": "bold",
    "deck": "italic",
    "byline": "dim",
    "subheading": "bold",
    "caption": "dim",
    "credit": "dim",
    "note": "dim",
    "boilerplate": "dim",
}

Speaker = str | None


def record_view(record: Record) -> RenderableType:
    """All that was read from an article, to be printed."""
    styles = _speaker_styles(record.statements)
    parts: list[RenderableType] = [Rule(plain(record.id)), _filed(record), Text(), marked_text(record, styles)]
    if record.statements:
        parts += [Text(), _heading("On the record"), *_statements(record, styles)]
    for title, notes in deed_lists(record):
        parts += [Text(), _heading(title), *map(_note, notes)]
    if record.times:
        parts += [Text(), _heading("Dates"), timeline(record.times)]
    return Group(*parts, Text())


def _speaker_styles(statements: Iterable[Statement]) -> dict[Speaker, str]:
    speakers = dict.fromkeys(statement.speaker for statement in statements if statement.speaker is not None)
    styles: dict[Speaker, str] = {speaker: _PALETTE[number % len(_PALETTE)] for number, speaker in enumerate(speakers)}
    return styles | {None: _UNRESOLVED}


def _filed(record: Record) -> Text:
    """Place, date and agency, and what the year rests on; what the agency says about the copy."""
    line, signals = record.article.dateline, record.article.signals
    known = [line.place, line.date or record.article.published, line.agency or record.article.source.agency]
    view = Text(plain(", ".join(part for part in known if part) or "no dateline"))
    if signals.status != "usable":
        view.append(f"  {signals.status.upper()}", style="bold red")
    told = (record.article.headline, record.article.deck)  # they stand in the text below
    notes = (note for note in signals.notes if note not in told)
    for note in (*map(dateline_sentence, line.notes), *notes):
        view.append(f"\n{plain(note)}", style="dim")
    return view


def marked_text(record: Record, styles: Mapping[Speaker, str]) -> Text:
    """The article's text, each statement in its speaker's style and with its number behind."""
    text = Text(plain(record.article.text.rstrip()))
    for paragraph in record.article.paragraphs:
        text.stylize(_ROLES.get(paragraph.role, ""), paragraph.span.start, paragraph.span.end)
    for statement in record.statements:
        for piece in statement.content:
            text.stylize(styles[statement.speaker], piece.start, piece.end)
    return _numbered(text, record)


def _numbered(text: Text, record: Record) -> Text:
    said = ((said.content, str(number)) for number, said in enumerate(record.statements, 1))
    placed = ((pieces[-1].end, label) for pieces, label in (*said, *_deed_places(record)) if pieces)
    ends = sorted(placed, key=lambda pair: pair[0])
    labels = {end: "".join(f"[{number}]" for _, number in group) for end, group in groupby(ends, lambda pair: pair[0])}
    numbered = Text()
    for part, label in zip(text.divide(labels), [*labels.values(), ""], strict=False):
        numbered.append_text(part).append(label, style="dim")
    return numbered


def _deed_places(record: Record) -> Iterable[tuple[tuple[Span, ...], str]]:
    """Where the number of a deed stands: behind the word that names it, or the clause; behind what is owed."""
    yield from (((event.triggers or event.evidence)[:1], f"E{number}") for number, event in enumerate(record.events, 1))
    yield from ((paper.mentions[:1], f"D{number}") for number, paper in enumerate(record.documents, 1))
    yield from ((owed.what, f"C{number}") for number, owed in enumerate(record.commitments, 1))


def deed_lists(record: Record) -> Iterable[tuple[str, tuple[Note, ...]]]:
    """The lists of events, papers and debts that have something in them, each with its heading."""
    deeds = deeds_in(record)
    lists = (("What happened", deeds.events), ("Papers", deeds.documents), ("What is owed", deeds.commitments))
    return [(title, notes) for title, notes in lists if notes]


def _note(note: Note) -> RenderableType:
    view = Text(plain(" ".join(note.title.split())), style="bold")
    if note.words:
        view.append(f"\n{plain(' '.join(note.words.split()))}", style="not bold")
    view.append(f"\n{plain('; '.join(' '.join(fact.split()) for fact in note.facts))}", style="not bold dim")
    return Padding(_row(Text(f"[{note.number}]", style="dim"), view), (0, 0, 0, 2))


def _statements(record: Record, styles: Mapping[Speaker, str]) -> Iterable[RenderableType]:
    parties = {party.id: party for party in record.parties}
    numbers = {statement.id: number for number, statement in enumerate(record.statements, 1)}
    for speaker, style in styles.items():
        said = [statement for statement in record.statements if statement.speaker == speaker]
        if said:
            yield Text()
            yield _speaker(parties.get(speaker or ""), style)
            yield from (Padding(_statement(one, record, numbers), (0, 0, 0, 2)) for one in said)


def _speaker(party: Party | None, style: str) -> Text:
    if party is None:
        return Text("Speaker not resolved", style=_UNRESOLVED)
    view = Text(plain(party.name), style=f"bold {style}")
    return view.append(f", {plain(party.role)}", style="not bold") if party.role else view


def _statement(said: Statement, record: Record, numbers: Mapping[str, int]) -> RenderableType:
    text = record.article.text
    words = " … ".join(pieces_of(said, text))
    view = Text(plain(f"“{words}”" if said.kind == "direct" else words))
    known = [
        said.kind,
        act_in_words(said.act, said.negated),
        f"said on {said.said_on}" if said.said_on else None,
        f"inside [{numbers[said.parent]}]" if said.parent else None,
        _meant(said, text),
        doubt(said.sure),
        f"asked “{said.asked.cut(text)}”" if said.asked else None,
    ]
    view.append(f"\n{plain('; '.join(part for part in known if part))}", style="dim")
    return _row(Text(f"[{numbers[said.id]}]", style="dim"), view)


def _meant(said: Statement, text: str) -> str | None:
    """The words for the speaker in the text, where they do not name him or her: "he", and why he is who he is."""
    taken = taken_for(said.ground)
    if said.source is None or (said.speaker is not None and taken is None):
        return taken
    return ", ".join(part for part in (f"in the text “{' '.join(said.source.cut(text).split())}”", taken) if part)


def timeline(times: Iterable[Time]) -> RenderableType:
    """The dates in their order, a dot a day and a bar a period; those that the text does not settle come last."""
    dated: dict[str, list[str]] = {}
    for time in times:
        if time.type in ("DATE", "TIME"):
            dated.setdefault(time.edtf or "", []).append(plain(" ".join(time.text.split())))
    grid = Table.grid(padding=(0, 2))
    # EDTF sorts as it is written; "" is what was not settled.
    for edtf in sorted(dated, key=lambda edtf: (not edtf, edtf)):
        sign = "┃" if "/" in edtf else "●" if edtf else "?"
        grid.add_row(Text(plain(edtf) or "not settled"), sign, Text(_once(dated[edtf])))
    return grid


def _once(words: list[str]) -> str:
    counted = {word: words.count(word) for word in words}
    return "; ".join(f"{word} ×{count}" if count > 1 else word for word, count in counted.items())


def _heading(words: str) -> Text:
    return Text(words, style="bold underline")


def _row(*cells: Text) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(*cells)
    return grid
