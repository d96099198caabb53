"""The times of a doc: proposed by a language's rules, chosen, joined, and resolved in the order of the text."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, structs

from onrecord.language import Doc
from onrecord.record import Time
from onrecord.spans import Span
from onrecord.times.expressions import (
    Clock,
    Day,
    DayOfMonth,
    DayPart,
    Expression,
    Feast,
    Offset,
    Ranging,
    Turn,
    Weekday,
    WeekdayOf,
    Within,
)
from onrecord.times.grammar import Found, Grammar
from onrecord.times.joining import joined
from onrecord.times.languages import grammar as grammar_of
from onrecord.times.lexemes import Lexemes, places
from onrecord.times.on_periods import is_settled
from onrecord.times.periods import Period, containing
from onrecord.times.resolve import resolve
from onrecord.times.scene import Reading, Scene
from onrecord.times.speech import Quoted, day_of_speech
from onrecord.times.telling import told
from onrecord.times.tense import Tenses


def find_times(doc: Doc, anchor: date | None, *, references: bool = False, language: str = "en") -> tuple[Time, ...]:
    """The times of the doc in order of place; no two overlap.

    anchor: the day that "today" and "last week" count from, the dateline's or that of publication; None where
        neither is known, which leaves them without a value.
    references: "now", "recently", "in the past" and the like are times too; a record leaves them out.
    language: "en" or "de". Raises LookupError for others.
    """
    grammar = grammar_of(language, references=references)
    quoted = Quoted(doc.quotations)
    passages = [_passage(grammar, doc.text, number, one.span) for number, one in enumerate(doc.paragraphs)]
    told_of = [passage for passage in passages if passage is not None]
    scene = Scene(anchor, months=_months(told_of, anchor))
    found: list[Time] = []
    told_in = -2  # the number of the paragraph that told a date last
    for passage in told_of:
        scene = structs.replace(scene, recent=passage.number - told_in <= 1)
        times, scene = _in_passage(grammar, doc.text, passage, scene, quoted)
        told_in = passage.number
        found += times
    return tuple(found)


class Passage(Struct, frozen=True):
    """A paragraph with times in it: what it says, each with what the sentence around it tells of past and future."""

    number: int
    lexemes: Lexemes
    expressions: list[Found]
    directions: list[int]
    spots: list[tuple[int, int]]


def _passage(grammar: Grammar, text: str, number: int, span: Span) -> Passage | None:
    lexemes = grammar.lexicon.read(text, span.start, span.end)
    expressions = _expressions(grammar, lexemes)
    if not expressions:
        return None
    tenses = Tenses(grammar.lexicon, lexemes) if any(_looks_around(one.expression) for one in expressions) else None
    directions = [tenses.around(one.first, one.last) if tenses else 0 for one in expressions]
    return Passage(number, lexemes, expressions, directions, places(text, span.start, lexemes))


def _months(passages: Sequence[Passage], anchor: date | None) -> tuple[Period, ...]:
    """The months without a year that some sentence of the article settles: what others say of them only as "in
    November" is the same November. Those that two sentences settle otherwise are left out."""
    said: dict[int, set[Period]] = {}
    for passage in passages:
        for one, direction in zip(passage.expressions, passage.directions, strict=True):
            if is_settled(one.expression, direction):
                period = resolve(one.expression, Scene(anchor, direction=direction)).period
                if period is not None:
                    said.setdefault(period.start.month, set()).add(containing("month", period.start))
    return tuple(only for months in said.values() for only in months if len(months) == 1)


def _in_passage(
    grammar: Grammar, text: str, passage: Passage, scene: Scene, quoted: Quoted
) -> tuple[list[Time], Scene]:
    """The times of a paragraph, and the scene behind it."""
    lexemes, expressions, spots = passage.lexemes, passage.expressions, passage.spots
    inside = [quoted.holds(spots[one.first][0]) for one in expressions]
    said = day_of_speech(grammar, lexemes, expressions, inside, scene) if any(inside) and not all(inside) else None
    scene = structs.replace(scene, figures=grammar.has_figures(lexemes))
    found = []
    for one, is_quoted, direction in zip(expressions, inside, passage.directions, strict=True):
        anchor = said if said and is_quoted else scene.anchor
        # A time of the clock that begins a paragraph heads an entry of the day's own log.
        recent = scene.recent and one.first > 0
        here = structs.replace(scene, anchor=anchor, direction=direction, recent=recent)
        reading = resolve(one.expression, here)
        scene = told(scene, one.expression, reading)
        found.append(_time(text, spots[one.first][0], spots[one.last - 1][1], one, reading))
    return found, scene


def _expressions(grammar: Grammar, lexemes: Lexemes) -> list[Found]:
    found = grammar.find(lexemes)
    if not found:
        return []
    whole = joined(grammar, lexemes, grammar.modified(lexemes, found))
    return [one for one in whole if not (isinstance(one.expression, Offset) and one.expression.day is None)]


def _looks_around(expression: Expression) -> bool:
    """Whether the tense of the sentence has a say in what the expression means."""
    if isinstance(expression, Clock | DayPart | Offset):
        return expression.day is not None and _looks_around(expression.day)
    if isinstance(expression, Turn):
        return expression.unit == "weekend"
    return isinstance(expression, Day | DayOfMonth | Weekday | Within | Feast | Ranging | WeekdayOf)


def _time(text: str, start: int, end: int, found: Found, reading: Reading) -> Time:
    edtf, kind = reading.edtf, reading.type
    if found.mod == "APPROX" and kind == "DATE" and edtf and "/" not in edtf:
        edtf += "~"
    if found.mod in ("START", "END") and kind == "DATE" and reading.period and reading.period.unit == "day":
        kind = "TIME"  # "late Saturday" is a part of the day
    return Time(start, end, text[start:end], kind, reading.value, edtf, found.mod, reading.anchor, found.rule,
                reading.notes, reading.quant, reading.freq)  # fmt: skip
