"""The quotations of a draft, with speaker, date and occasion as the draft gives them."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from onrecord.checking.occasions import Occasion, find_occasion
from onrecord.checking.plain import Draft
from onrecord.checking.report import Note, Skipped
from onrecord.checking.words import Word, find_words
from onrecord.intake.paragraphs import paragraph_spans
from onrecord.intake.text import read_text
from onrecord.language import EngineName
from onrecord.language.quotations import Quotation, pair_marks
from onrecord.language.sentences import sentence_spans
from onrecord.parties.tables import COMMON, TITLES
from onrecord.reader import read_copy
from onrecord.record import Party, Record, Statement, Time
from onrecord.spans import Span, overlap

# Fewer words than this tell no quotation from a title or from words held at arm's length; a quotation of two or
# three is checked where the draft attributes it.
FEWEST: Final = 4
FEWEST_ATTRIBUTED: Final = 2
# In characters. A longer draft is read by rules alone, and of one still longer the speakers are not read.
_LONG: Final = 200_000
_TOO_LONG: Final = 1_000_000
MOST: Final = 1_000  # quotations; those behind them are told of, not checked
_NEAR: Final = 60  # characters between a cue and the date of the saying beside it
_MINOR: Final = frozenset("a an the of and in on to for at by with from or nor but as vs".split())


class Quoted(Struct, frozen=True):
    """A quotation of the draft.

    span: with its marks; pieces: without. words: what is compared.
    speaker: as the reader found it; named: whether a name, and not a pronoun or nothing, stands beside the words.
    mention, called: where and how the draft names the speaker beside the words.
    said_on: EDTF; weekday: 1 to 7, Monday first, where the draft says no more; when: where the draft says it.
    """

    span: Span
    pieces: tuple[Span, ...]
    words: tuple[Word, ...]
    speaker: Party | None = None
    named: bool = False
    mention: Span | None = None
    called: str | None = None
    said_on: str | None = None
    weekday: int | None = None
    when: Span | None = None
    occasion: Occasion | None = None


class Quotations(Struct, frozen=True):
    """What a draft quotes. left: how many quotations stand behind those that are checked."""

    quoted: tuple[Quoted, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]
    left: int


def find_quotations(draft: Draft, *, published: str | None = None, engine: EngineName = "default") -> Quotations:
    """The quotations of the draft in order: between marks, or set apart as a block.

    published: the day that relative dates of the draft count from, "YYYY-MM-DD".
    """
    text = draft.text
    record, notes = _read(text, published, engine)
    bounds = [(span.start, span.end) for span in paragraph_spans(text)]
    found: list[Quoted] = []
    skipped: list[Skipped] = []
    left = 0
    for span, pieces in _spans(draft, bounds):
        words = tuple(find_words(text, pieces))
        said = _statement(record, pieces)
        why = _why_not(text, span, words, said)
        if why is not None:
            skipped.append(Skipped(span, " ".join(text[span.start : span.end].split()), why))
        elif len(found) == MOST:
            left += 1
        else:
            found.append(_quoted(record, span, pieces, words, said))
    return Quotations(tuple(found), tuple(skipped), tuple(notes), left)


def _read(text: str, published: str | None, engine: EngineName) -> tuple[Record | None, list[Note]]:
    """The draft read as an article is; None where it is too long for that."""
    if len(text) > _TOO_LONG:
        words = f"the draft has over {_TOO_LONG:,} characters, so that speakers and dates were not read"
        return None, [Note("check", words)]
    notes = []
    if len(text) > _LONG and engine != "rules":
        engine = "rules"
        notes.append(Note("check", f"the draft has over {_LONG:,} characters, so that it was read by rules alone"))
    return read_copy(read_text(text, published=published), engine=engine), notes


def _spans(draft: Draft, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Quotations between marks, and blocks that hold none, in the order of the text."""
    marked = [q for q in pair_marks(draft.text, bounds) if q.depth == 0 and not _is_one_letter(draft.text, q)]
    found = [(q.span, q.pieces) for q in marked]
    for block in draft.blocks:
        if not any(span.meets(block) for span, _ in found):
            words = draft.text[block.start : block.end]
            kept = Span(block.start, block.start + len(words.rstrip()))
            found.append((kept, (kept,)))
    yield from sorted(found)


def _is_one_letter(text: str, quotation: Quotation) -> bool:
    return sum(len(piece) for piece in quotation.pieces) < 2


def _why_not(text: str, span: Span, words: Sequence[Word], said: Statement | None) -> str | None:
    """Why words in quotation marks are not checked; None where they are."""
    if not words:
        return "no words"
    if len(words) < (FEWEST_ATTRIBUTED if said else FEWEST):
        return f"{'one word' if len(words) == 1 else f'{len(words)} words'}: too short to tell from a scare quote"
    if said is None and _is_title(words):
        return "looks like a title"
    return None


def _is_title(words: Sequence[Word]) -> bool:
    """Whether all words but small ones begin with capitals, as in "The Long Road to Grent"."""
    major = [word for word in words if word.key not in _MINOR]
    return all(word.text[0].isupper() or word.text[0].isdigit() for word in major) and len(words) < 12


def _statement(record: Record | None, pieces: tuple[Span, ...]) -> Statement | None:
    """The statement of the draft that gives the words as somebody's own."""
    if record is None:
        return None
    best, most = None, 0
    for said in record.statements:
        if said.negated or said.kind == "indirect" or said.parent is not None:
            continue
        if said.source and any(piece.meets(said.source) for piece in pieces):
            continue  # somebody is quoted in the quotation
        shared = overlap(said.content, pieces)
        if shared > most:
            best, most = said, shared
    return best if most * 2 > sum(map(len, pieces)) else None


def _quoted(
    record: Record | None, span: Span, pieces: tuple[Span, ...], words: tuple[Word, ...], said: Statement | None
) -> Quoted:
    if record is None or said is None:
        return Quoted(span, pieces, words)
    text = record.article.text
    speaker = next((party for party in record.parties if party.id == said.speaker), None)
    if not is_beside(record, said, pieces):
        return Quoted(span, pieces, words)
    when = _date_beside(record, said)
    return Quoted(
        span,
        pieces,
        words,
        speaker,
        named=said.ground in NAMED or (speaker is not None and is_name(speaker)),
        mention=said.source,
        called=said.source.cut(text) if said.source else None,
        said_on=said.said_on,
        weekday=_weekday(when) if said.said_on is None else None,
        when=when.span if when else None,
        occasion=find_occasion(text, around(record, said), said.content),
    )


# Grounds of which the name stands beside the words; see docs/rules.md.
NAMED: Final = frozenset(
    ["full name", "only name", "same last name", "part of the name", "end of the name", "acronym", "country name"]
)


def is_beside(record: Record, said: Statement, pieces: Sequence[Span]) -> bool:
    """Whether the statement's attribution stands in a paragraph of the words: further off it may be another's."""
    named = [span for span in (said.source, said.cue) if span]
    places = [span for span in named if not any(piece.meets(span) for piece in pieces)]
    for paragraph in record.article.paragraphs:
        here = any(paragraph.span.meets(piece) for piece in pieces)
        if here and any(paragraph.span.holds(place) for place in places):
            return True
    return False


def is_name(party: Party) -> bool:
    """Whether a party of which the draft says nothing more is named all the same: "Vale said"."""
    words = [word for word in party.name.split() if word.lower().rstrip(".") not in TITLES]
    return 0 < len(words) <= 3 and all(word[0].isupper() and word.lower() not in COMMON for word in words)


def around(record: Record, said: Statement) -> Span:
    """The sentences of a statement's cue and source, from their first character to the last."""
    spans = [span for span in (said.cue, said.source) if span] or [said.content[0]]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    for paragraph in record.article.paragraphs:
        if paragraph.span.start <= start < paragraph.span.end:
            sentences = sentence_spans(record.article.text, paragraph.span.start, paragraph.span.end)
            held = [(a, b) for a, b in sentences if a < end and start < b]
            return Span(min(start, held[0][0]), max(end, held[-1][1])) if held else Span(start, end)
    return Span(start, end)


def _date_beside(record: Record, said: Statement) -> Time | None:
    """The date beside the cue, outside the words that were said."""
    if said.cue is None:
        return None
    bounds = around(record, said)
    near = [
        time
        for time in record.times
        if time.type == "DATE"
        and bounds.holds(time.span)
        and not any(piece.meets(time.span) for piece in said.content)
        and -_NEAR <= time.start - said.cue.end <= _NEAR
        and (said.said_on is None or time.edtf == said.said_on)
    ]
    end = said.cue.end
    return min(near, key=lambda time: abs(time.start - end), default=None)


def _weekday(time: Time | None) -> int | None:
    """The day of the week of a time that says no more than that."""
    value = time.value if time and time.rule == "weekday" else None
    return int(value[-1]) if value and value[:-1] == "XXXX-WXX-" else None
