"""The day on which quoted words were said: what they say of "tomorrow" counts from it."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from onrecord.language.quotations import Quotation
from onrecord.times.expressions import Clock, Day, DayPart, Expression, Turn, Weekday
from onrecord.times.grammar import Found, Grammar
from onrecord.times.lexemes import Lexemes
from onrecord.times.resolve import resolve
from onrecord.times.scene import Scene

# In lexemes: "said in an interview with the Courier on Tuesday".
_REACH = 10


class Quoted:
    """The places that stand between quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        outer = [piece for quotation in quotations if quotation.depth == 0 for piece in quotation.pieces]
        self._starts = [piece.start for piece in outer]
        self._ends = [piece.end for piece in outer]

    def holds(self, place: int) -> bool:
        at = bisect_right(self._starts, place)
        return at > 0 and place < self._ends[at - 1]


def day_of_speech(
    grammar: Grammar, lexemes: Lexemes, expressions: Sequence[Found], inside: Sequence[bool], scene: Scene
) -> date | None:
    """The day that a verb of saying outside the quotations of a paragraph is dated with ("she said on Tuesday").

    None where there is none, where there are several, and where it lies ahead of the report.
    """
    said = {
        day
        for one, is_quoted in zip(expressions, inside, strict=True)
        if not is_quoted and _is_day(one.expression) and _follows_saying(grammar, lexemes, one.first)
        if (day := _day(one.expression, scene))
    }
    return said.pop() if len(said) == 1 else None


def _is_day(expression: Expression) -> bool:
    if isinstance(expression, Clock | DayPart):
        return expression.day is not None and _is_day(expression.day)
    return isinstance(expression, Day | Weekday) or (isinstance(expression, Turn) and expression.unit == "day")


def _day(expression: Expression, scene: Scene) -> date | None:
    period = resolve(expression, structs.replace(scene, direction=-1)).period
    if period is None or scene.anchor is None or period.start > scene.anchor:
        return None
    return period.start


def _follows_saying(grammar: Grammar, lexemes: Lexemes, place: int) -> bool:
    """Whether a verb of saying stands not far before, in the same sentence."""
    for code in reversed(lexemes.codes[max(0, place - _REACH) : place]):
        name = grammar.lexicon.name(code)
        if name in ("dot", "stop"):
            return False
        if name == "saying":
            return True
    return False
