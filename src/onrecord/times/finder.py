"""The times of a doc: proposed by a language's rules, chosen, joined, and resolved in the order of the text."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from msgspec import structs

from onrecord.language import Doc
from onrecord.record import Time
from onrecord.spans import Span
from onrecord.times.expressions import (
    Clock,
    Dated,
    Day,
    DayPart,
    Ended,
    Expression,
    Feast,
    Length,
    Offset,
    Ranging,
    SamePeriod,
    Turn,
    Weekday,
    Within,
)
from onrecord.times.grammar import Found, Grammar, choose
from onrecord.times.languages import grammar as grammar_of
from onrecord.times.lexemes import Lexemes, places
from onrecord.times.periods import FINENESS, last_day
from onrecord.times.resolve import resolve
from onrecord.times.scene import Reading, Scene
from onrecord.times.tense import Tenses

_DAYS = (Day, Weekday, Feast)
# Between a clock time and its day.
_LINKS = frozenset(["at", "on", "comma", "of", "around"])
_QUARTER = 3  # months


def find_times(doc: Doc, anchor: date | None, *, references: bool = False, language: str = "en") -> tuple[Time, ...]:
    """The times of the doc in order of place; no two overlap.

    anchor: the day that "today" and "last week" count from, the dateline's or that of publication; None where
        neither is known, which leaves them without a value.
    references: "now", "recently", "in the past" and the like are times too; a record leaves them out.
    language: "en" or "de". Raises LookupError for others.
    """
    grammar = grammar_of(language, references=references)
    found: list[Time] = []
    scene = Scene(anchor)
    for paragraph in doc.paragraphs:
        times, scene = _in_paragraph(grammar, doc.text, paragraph.span, scene)
        found += times
    return tuple(found)


def _in_paragraph(grammar: Grammar, text: str, span: Span, scene: Scene) -> tuple[list[Time], Scene]:
    """The times of a paragraph, and the scene behind it."""
    lexemes = grammar.lexicon.read(text, span.start, span.end)
    expressions = _expressions(grammar, lexemes)
    if not expressions:
        return [], scene
    spots = places(text, span.start, lexemes)
    tenses = Tenses(grammar.lexicon, lexemes) if any(_looks_around(one.expression) for one in expressions) else None
    found = []
    for one in expressions:
        direction = tenses.around(one.first, one.last) if tenses else 0
        reading = resolve(one.expression, structs.replace(scene, direction=direction))
        scene = _told(scene, one.expression, reading)
        found.append(_time(text, spots[one.first][0], spots[one.last - 1][1], one, reading))
    return found, scene


def _expressions(grammar: Grammar, lexemes: Lexemes) -> list[Found]:
    proposed = grammar.propose(lexemes)
    if not proposed:
        return []
    joined = _joined(grammar, lexemes, grammar.modified(lexemes, choose(proposed)))
    return [one for one in joined if not (isinstance(one.expression, Offset) and one.expression.day is None)]


def _joined(grammar: Grammar, lexemes: Lexemes, chosen: list[Found]) -> Iterator[Found]:
    """A clock time or part of a day and the day beside it are one expression: "June 26 at 9 am"."""
    held: Found | None = None
    for found in chosen:
        joined = _join(grammar, lexemes, held, found) if held else None
        if held and joined is None:
            yield held
        held = joined or found
    if held:
        yield held


def _join(grammar: Grammar, lexemes: Lexemes, first: Found, second: Found) -> Found | None:
    gap = [grammar.lexicon.name(code) for code in lexemes.codes[first.last : second.first]]
    if _is_day(second.expression) and (counted := _counted_from(first.expression, gap, second.expression)):
        return Found(first.first, second.last, "counted from a day", counted, first.mod or second.mod)
    if len(gap) > 2 or not _LINKS.issuperset(gap):
        return None
    for time, day in ((first, second), (second, first)):
        if isinstance(time.expression, Clock | DayPart) and time.expression.day is None and _is_day(day.expression):
            whole = structs.replace(time.expression, day=day.expression)
            return Found(first.first, second.last, time.rule, whole, first.mod or second.mod)
    return None


def _counted_from(counted: Expression, gap: list[str], day: Expression) -> Offset | None:
    """ "The week of | March 6", "two days | after | Christmas"."""
    if isinstance(counted, Offset) and counted.day is None and not gap:
        return structs.replace(counted, day=day)
    if not isinstance(counted, Length) or gap not in (["before"], ["after"]) or len(counted.parts) > 1:
        return None
    number, unit = counted.parts[0]
    if number is None or number % 1 or unit not in FINENESS:
        return None
    return Offset(unit, int(number) * (1 if gap == ["after"] else -1), cast(Dated, day))


def _is_day(expression: Expression) -> bool:
    return isinstance(expression, _DAYS) or (isinstance(expression, Turn) and expression.unit == "day")


def _looks_around(expression: Expression) -> bool:
    """Whether the tense of the sentence has a say in what the expression means."""
    if isinstance(expression, Clock | DayPart | Offset):
        return expression.day is not None and _looks_around(expression.day)
    if isinstance(expression, Turn):
        return expression.unit == "weekend"
    return isinstance(expression, Day | Weekday | Within | Feast | Ranging)


def _told(scene: Scene, expression: Expression, reading: Reading) -> Scene:
    """The scene once the reading is told: later expressions may count from it.

    The quarter told is the latest over one that the text names; one that it is compared with leaves it as it is.
    """
    if reading.period is None:
        if isinstance(expression, Length):
            return structs.replace(scene, longer=scene.longer or _is_longer(expression))
        # A day whose year is not known still is what "the following day" follows, and nothing told before is.
        unknown = reading.type == "DATE" and scene.anchor is None
        return structs.replace(scene, anchor=None, story=None) if unknown else scene
    scene = structs.replace(scene, story=reading.period)
    if reading.period.unit != "quarter" or not isinstance(expression, Within | Turn | Ended | SamePeriod):
        return scene
    if isinstance(expression, SamePeriod):
        return scene if expression.moved else structs.replace(scene, longer=False)
    over = scene.anchor is None or last_day(reading.period) < scene.anchor
    later = scene.quarter is None or scene.quarter.start < reading.period.start
    return structs.replace(scene, quarter=reading.period if over and later else scene.quarter, longer=False)


def _is_longer(length: Length) -> bool:
    """Whether it is a stretch of several quarters: "the first nine months"."""
    return any(unit == "month" and number is not None and number > _QUARTER for number, unit in length.parts)


def _time(text: str, start: int, end: int, found: Found, reading: Reading) -> Time:
    edtf, kind = reading.edtf, reading.type
    if found.mod == "APPROX" and kind == "DATE" and edtf and "/" not in edtf:
        edtf += "~"
    if found.mod in ("START", "END") and kind == "DATE" and reading.period and reading.period.unit == "day":
        kind = "TIME"  # "late Saturday" is a part of the day
    return Time(start, end, text[start:end], kind, reading.value, edtf, found.mod, reading.anchor, found.rule,
                reading.notes, reading.quant, reading.freq)  # fmt: skip
