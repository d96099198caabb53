"""An article as its page shows it: its text with the statements and dates marked, and the record beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from onrecord.archive.names import party_key
from onrecord.deed_notes import Deeds, deeds_in
from onrecord.edtf import bounds
from onrecord.record import Paragraph, Party, PartyKind, Record, Role, Statement, Time
from onrecord.spans import Span
from onrecord.web.deeds import deed_marks
from onrecord.web.marking import Mark, mark_up
from onrecord.web.readings import html_value, reading
from onrecord.web.rendering import excerpt
from onrecord.web.timeline import Dated, Timeline, lay_out
from onrecord.wording import pieces_of, taken_for

# As many as style.css has of the classes voice-1, voice-2 ...; the next speaker begins again with the first.
VOICES = 6
# A dateline is outside all statements, and those outside the dates.
DATELINE_RANK, STATEMENT_RANK, TIME_RANK = 0, 1, 1000
PASSAGE_RANK = -1  # around all else, since it runs over them

Keys = Mapping[tuple[PartyKind, str], str]


class Part(Struct, frozen=True):
    """A paragraph as HTML. tag: of its element; the first headline is the heading of the page."""

    tag: Literal["h1", "p"]
    role: Role
    html: Markup


class Note(Struct, frozen=True):
    """A statement in the list.

    number: counted from 1, as in the text. inside: the number of its parent.
    source: the mention of the speaker, where it says something else than the name.
    """

    number: int
    statement: Statement
    words: str
    source: str | None
    asked: str | None
    to: str | None
    said_on: str | None
    inside: int | None


class Voice(Struct, frozen=True):
    """A speaker with all that is on the record from them. party: None where the speaker was not resolved.

    style: the class of their colour and underline. key: of the speaker's own page, None without a party.
    """

    party: Party | None
    style: str
    key: str | None
    notes: tuple[Note, ...]


class Day(Struct, frozen=True):
    """A date with every place that names it: the anchor and the words there."""

    when: str
    edtf: str
    places: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


class Story(Struct, frozen=True):
    """All that the page of an article shows."""

    parts: tuple[Part, ...]
    voices: tuple[Voice, ...]
    deeds: Deeds
    days: tuple[Day, ...]
    timeline: Timeline | None


def tell(record: Record, keys: Keys | None = None, passage: Span | None = None) -> Story:
    """The story of a record.

    keys: of the speakers' own pages, by kind and name, as `Archive.parties_in` gives them.
    passage: words that are to be found at once, marked with the id "passage".
    """
    styles = _styles(record.statements)
    return Story(
        parts=tuple(_parts(record, _marks(record, styles, passage))),
        voices=tuple(_voices(record, styles, keys or {})),
        deeds=deeds_in(record, reading),
        days=tuple(_days(record.times)),
        timeline=lay_out(Dated(time.edtf, f"“{time.text}”") for time in _dated(record.times) if time.edtf),
    )


def _marks(record: Record, styles: Mapping[str | None, str], passage: Span | None) -> list[Mark]:
    found = [Mark(passage, "mark", "found passage", "passage", rank=PASSAGE_RANK)] if passage else []
    said = _statement_marks(record, styles)
    return [*found, *_dateline(record), *said, *deed_marks(record), *_time_marks(record)]


def _parts(record: Record, marks: list[Mark]) -> Iterator[Part]:
    article = record.article
    paragraphs = article.paragraphs
    if not paragraphs and article.text:
        paragraphs = (Paragraph(Span(0, len(article.text)), "body"),)
    heading = next((paragraph for paragraph in paragraphs if paragraph.role == "headline"), None)
    for paragraph, inside in zip(paragraphs, _shared_out(marks, paragraphs), strict=True):
        html = mark_up(article.text, inside, start=paragraph.span.start, end=paragraph.span.end)
        yield Part("h1" if paragraph is heading else "p", paragraph.role, html)


def _shared_out(marks: Iterable[Mark], paragraphs: Sequence[Paragraph]) -> list[list[Mark]]:
    """For each paragraph the marks that may lie in it. The paragraphs are in the order of the text."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    shares: list[list[Mark]] = [[] for _ in paragraphs]
    for mark in marks:
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        for share in shares[first : bisect_left(starts, mark.span.end)]:
            share.append(mark)
    return shares


def _dateline(record: Record) -> Iterator[Mark]:
    if span := record.article.dateline.span:
        yield Mark(span, "span", "dateline", rank=DATELINE_RANK)


def _statement_marks(record: Record, styles: Mapping[str | None, str]) -> Iterator[Mark]:
    names = {party.id: party.name for party in record.parties}
    parents = {said.id: said.parent for said in record.statements}
    for number, said in enumerate(record.statements, 1):
        name = names.get(said.speaker or "", "speaker not resolved")
        rank = STATEMENT_RANK + _depth(said.id, parents)
        ids = [said.id, *[None] * (len(said.content) - 1)]
        tails = [*[Markup()] * (len(said.content) - 1), _reference(said.id, number, name)]
        for piece, id, tail in zip(said.content, ids, tails, strict=False):
            yield Mark(piece, "mark", f"said {styles[said.speaker]}", id, rank=rank, tail=tail)


def _reference(id: str, number: int, name: str) -> Markup:
    """The link from the text to the list. Its figure is drawn by the style sheet, so that copied words stay clean."""
    link = Markup('<a class="ref" href="#on-{}" data-number="{}" aria-label="On the record, {}: {}"></a>')
    return link.format(quote(id), number, number, name)


def _depth(id: str, parents: Mapping[str, str | None]) -> int:
    """How many statements a statement stands inside of."""
    seen = {id}
    parent = parents.get(id)
    while parent and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent)
    return len(seen) - 1


def _time_marks(record: Record) -> Iterator[Mark]:
    for number, time in enumerate(record.times, 1):
        value = html_value(time.edtf, time.value)
        given = (("datetime", value), ("title", _hint(time)))
        attributes = tuple((name, text) for name, text in given if text)
        # HTML has no interval: <time> would need a value that it cannot hold.
        yield Mark(time.span, "time" if value else "span", "when", f"t{number}", attributes, TIME_RANK)


def _hint(time: Time) -> str:
    """What a reader is told who points at the words; a duration needs no telling."""
    if time.type in ("DATE", "TIME"):
        return "; ".join([reading(time.edtf) if time.edtf else "not settled by the text", *time.notes])
    return "; ".join(time.notes)


def _styles(statements: Iterable[Statement]) -> dict[str | None, str]:
    """By the id of a speaker, the class of their colour, in the order in which they have their say."""
    speakers = dict.fromkeys(said.speaker for said in statements if said.speaker)
    styles: dict[str | None, str] = {speaker: f"voice-{i % VOICES + 1}" for i, speaker in enumerate(speakers)}
    return styles | {None: "voice-open"}


def _voices(record: Record, styles: Mapping[str | None, str], keys: Keys) -> Iterator[Voice]:
    parties = {party.id: party for party in record.parties}
    notes: dict[str | None, list[Note]] = {}
    for note in _notes(record, parties):
        notes.setdefault(note.statement.speaker, []).append(note)
    for speaker in sorted(notes, key=lambda speaker: speaker is None):
        party = parties.get(speaker) if speaker else None
        yield Voice(party, styles[speaker], _key(party, record, keys), tuple(notes[speaker]))


def _key(party: Party | None, record: Record, keys: Keys) -> str | None:
    """The key of the speaker's page: as the archive has it, or would have it if nobody else had that name."""
    return None if party is None else keys.get((party.kind, party.name), party_key(party, record.id))


def _notes(record: Record, parties: Mapping[str, Party]) -> Iterator[Note]:
    text = record.article.text
    numbers = {said.id: number for number, said in enumerate(record.statements, 1)}
    for said in record.statements:
        yield Note(
            number=numbers[said.id],
            statement=said,
            words=excerpt(" … ".join(pieces_of(said, text))),
            source=_telling(said, text, parties.get(said.speaker or "")),
            asked=said.asked.cut(text) if said.asked else None,
            to=parties[said.to].name if said.to and said.to in parties else None,
            said_on=reading(said.said_on) if said.said_on else None,
            inside=numbers.get(said.parent or ""),
        )


def _telling(said: Statement, text: str, party: Party | None) -> str | None:
    """The mention of the speaker where one does not see at once that it means the party: "she", not "Ms Ilves"."""
    source = said.source.cut(text) if said.source else None
    if source is None or party is None or taken_for(said.ground):
        return source
    last_name = party.name.rpartition(" ")[2].casefold()
    return None if last_name in source.casefold() else source


def _dated(times: Iterable[Time]) -> list[Time]:
    """The times that name a place in the calendar."""
    return [time for time in times if time.type in ("DATE", "TIME") and time.edtf and bounds(time.edtf)]


def _days(times: tuple[Time, ...]) -> Iterator[Day]:
    anchors = {id(time): f"t{number}" for number, time in enumerate(times, 1)}
    groups: dict[str, list[Time]] = {}
    for time in _dated(times):
        groups.setdefault(time.edtf or "", []).append(time)
    for edtf in sorted(groups, key=lambda edtf: (bounds(edtf), edtf)):
        places = tuple((anchors[id(time)], time.text) for time in groups[edtf])
        notes = dict.fromkeys(note for time in groups[edtf] for note in time.notes)
        yield Day(reading(edtf), edtf, places, tuple(notes))
