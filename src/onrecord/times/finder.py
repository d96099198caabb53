"""The times of a doc: proposed by a language's rules, chosen, joined, and resolved in the order of the text."""

from datetime import date

from msgspec import structs

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
    found: list[Time] = []
    scene = Scene(anchor)
    told_in = -2  # the number of the paragraph that told a date last
    for number, paragraph in enumerate(doc.paragraphs):
        scene = structs.replace(scene, recent=number - told_in <= 1)
        times, scene = _in_paragraph(grammar, doc.text, paragraph.span, scene, quoted)
        told_in = number if times else told_in
        found += times
    return tuple(found)


def _in_paragraph(grammar: Grammar, text: str, span: Span, scene: Scene, quoted: Quoted) -> tuple[list[Time], Scene]:
    """The times of a paragraph, and the scene behind it."""
    lexemes = grammar.lexicon.read(text, span.start, span.end)
    expressions = _expressions(grammar, lexemes)
    if not expressions:
        return [], scene
    spots = places(text, span.start, lexemes)
    tenses = Tenses(grammar.lexicon, lexemes) if any(_looks_around(one.expression) for one in expressions) else None
    inside = [quoted.holds(spots[one.first][0]) for one in expressions]
    said = day_of_speech(grammar, lexemes, expressions, inside, scene) if any(inside) and not all(inside) else None
    scene = structs.replace(scene, figures=grammar.has_figures(lexemes))
    found = []
    for one, is_quoted in zip(expressions, inside, strict=True):
        direction = tenses.around(one.first, one.last) if tenses else 0
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
