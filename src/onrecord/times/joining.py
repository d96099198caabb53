"""Expressions that stand side by side and are one: "June 26 at 9 am", "two days after Christmas"."""

from collections.abc import Iterator
from typing import cast

from msgspec import structs

from onrecord.times.expressions import (
    Clock,
    Dated,
    Day,
    DayOfMonth,
    DayPart,
    Expression,
    Feast,
    Length,
    Offset,
    Turn,
    Weekday,
    WeekdayOf,
)
from onrecord.times.grammar import Found, Grammar
from onrecord.times.lexemes import Lexemes
from onrecord.times.periods import FINENESS

_DAYS = (Day, DayOfMonth, Weekday, WeekdayOf, Feast)
# Between a clock time and its day.
_LINKS = frozenset(["at", "on", "comma", "of", "around"])
_WIDEST = 2  # lexemes


def joined(grammar: Grammar, lexemes: Lexemes, chosen: list[Found]) -> Iterator[Found]:
    """A clock time or part of a day and the day beside it are one expression: "June 26 at 9 am"."""
    held: Found | None = None
    for found in chosen:
        whole = _join(grammar, lexemes, held, found) if held else None
        if held and whole is None:
            yield held
        held = whole or found
    if held:
        yield held


def _join(grammar: Grammar, lexemes: Lexemes, first: Found, second: Found) -> Found | None:
    if second.first - first.last > _WIDEST:
        return None
    gap = [grammar.lexicon.name(code) for code in lexemes.codes[first.last : second.first]]
    if _is_day(second.expression) and (counted := _counted_from(first.expression, gap, second.expression)):
        return Found(first.first, second.last, "counted from a day", counted, first.mod or second.mod)
    if not _LINKS.issuperset(gap):
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
