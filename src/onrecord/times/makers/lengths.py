"""How long, and how long ago: "90-minute", "the past 10 months", "a decade and a half", "six years ago"."""

from collections.abc import Callable

from onrecord.times.expressions import Base, Expression, Length, Nothing, Open
from onrecord.times.hits import Hit
from onrecord.times.lengths import timex_period
from onrecord.times.makers.shared import turn, unit_of

_NUMBERS = frozenset(["count", "day", "year", "percent", "power", "numword", "money", "times", "once"])
_BY_SIZE = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
_OPEN_COUNTS = ("some", "range", "dayrange")
# What a length is counted back or on by: the class of the word -> which way, and from the report or from the story.
_COUNTED: dict[str, tuple[int, Base]] = {
    "ago": (-1, "anchor"), "earlier": (-1, "story"), "later": (1, "story"), "hence": (1, "anchor"),
    "from": (1, "anchor"), "before": (-1, "anchor"),
}  # fmt: skip


def _amount(hit: Hit) -> tuple[float | None, str]:
    """How many of which unit; None for an amount that the words leave open."""
    half = 0.5 if hit.has("inhalf") or hit.has("plushalf") else 0.0
    if hit.has("single"):
        return None if hit.has("ortwo") else 1 + half, unit_of(hit, "single")
    if hit.has("halved"):
        return 0.5, unit_of(hit, "halved")
    unit = unit_of(hit, "unit")
    if any(hit.has(group) for group in _OPEN_COUNTS):
        return None, unit
    number = 2.0 if hit.has("couple") else hit.amount("n")
    return (number + half if number is not None else None), unit


def length(hit: Hit) -> Expression | None:
    if hit.has("old") or hit.around(-1) == "age":
        return Nothing()
    if _is_rate(hit) or hit.is_title():
        return None
    number, unit = _amount(hit)
    if (number, unit) == (1, "day") and hit.has("n") and hit.around(-1) in ("will", "pronoun"):
        return None  # "it will one day be the largest"
    if unit == "quarter" and not hit.has("lead") and (hit.has("single") or hit.has("joint") or hit.around(0) == "of"):
        return None  # a fourth part of something
    return _counted_turn(hit, number, unit) if hit.has("way") else Length(((number, unit),))


def _is_rate(hit: Hit) -> bool:
    """Whether "a day" is what something is counted by: "5 million barrels a day", "$5 a day", "60 hours a week"."""
    if not hit.has("a") or hit.has("way") or hit.has("lead"):
        return False
    before = hit.around(-1)
    counted = hit.around(-2) in _NUMBERS or (hit.around(-2) == "of" and hit.around(-3) == "dozens")
    return before in _NUMBERS or (counted and before in ("", "units") and hit.ends_as_plural(-1))


def _counted_turn(hit: Hit, number: float | None, unit: str) -> Expression | None:
    """ "Six years ago" counts from the report; "two days later" from what was told last."""
    sign, base = _COUNTED[hit.classes("way")[0]]
    clock = unit in ("hour", "minute", "second")
    if base == "story" and (clock or number is None):
        return Length(((number, unit),))
    if clock or number is None:
        return Open("PAST_REF" if sign < 0 else "FUTURE_REF", "TIME" if clock else "DATE")
    finer, times = _counted_unit(unit, number)
    # "Narrowed from a year earlier" compares without a figure.
    compared = hit.around(-1) in ("from", "than")
    return turn(finer, sign * round(number * times), base=base, counted=True, compared=compared)


def _counted_unit(unit: str, number: float) -> tuple[str, float]:
    """The unit of the calendar to count in: decades in years, half years in months."""
    if number != int(number) and unit in ("year", "quarter"):
        return "month", 12 if unit == "year" else 3
    return {"decade": ("year", 10.0), "century": ("year", 100.0), "fortnight": ("week", 2.0)}.get(unit, (unit, 1.0))


def two_parts(hit: Hit) -> Expression | None:
    """ "An hour and 20 minutes", not "a day and two years"."""
    parts = tuple((hit.amount(f"n{part}"), unit_of(hit, f"u{part}")) for part in "12")
    return Length(parts) if _BY_SIZE.index(parts[0][1]) > _BY_SIZE.index(parts[1][1]) else None


def seconds(hit: Hit) -> Expression | None:
    """ "A 20-second clip", where the word is an ordinal too."""
    return Length(((hit.amount("n"), "second"),))


def past_unit(hit: Hit) -> Expression | None:
    """ "The past year" is the year that ends now, a length; "this past week" a week of the calendar."""
    unit = unit_of(hit, "unit")
    if hit.classes("the") == ["this"]:
        return turn(unit, -1)
    return Length(((1.0, unit),))


def plural_unit(hit: Hit) -> Expression | None:
    """ "For years", "months later"."""
    unit = unit_of(hit, "unit")
    if unit in ("second", "minute", "quarter", "weekend") or hit.around(-1) in ("these", "this", "recent"):
        return None
    return _counted_turn(hit, None, unit) if hit.has("way") else Length(((None, unit),))


def long(hit: Hit) -> Expression | None:
    """ "Yearlong", "years-long"."""
    plural = hit.classes("unit")[0] in ("units", "unitslong")
    return Length(((None if plural else 1.0, unit_of(hit, "unit")),))


def plural_long(hit: Hit) -> Expression | None:
    """ "Jahrelang": for years, in one word."""
    return Length(((None, unit_of(hit, "unit")),))


def open_period(hit: Hit) -> Expression | None:
    """ "Recent years", "the weeks ahead", "the days that followed": dates that the text leaves open."""
    return Open(timex_period(((None, unit_of(hit, "unit")),)))


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "length": length,
    "two lengths": two_parts,
    "seconds": seconds,
    "past unit": past_unit,
    "plural unit": plural_unit,
    "long": long,
    "plural long": plural_long,
    "open period": open_period,
}
