"""Days by their names and numbers: "January 21", "2021-12-17", "Jan. 10-12", "Christmas"."""

from collections.abc import Callable
from typing import cast

from onrecord.times.expressions import (
    Day,
    DayOfMonth,
    DayPart,
    Expression,
    Feast,
    Nothing,
    Offset,
    Part,
    Ranging,
    WeekdayOf,
    Within,
    Years,
)
from onrecord.times.feasts import FEASTS
from onrecord.times.hits import Hit
from onrecord.times.makers.shared import WAYS, way, years

# Of two digits, the years from here on are of the last century.
_TURN_OF_CENTURY = 50
_MOST_WEEKDAYS = 5  # of one month


def day(hit: Hit) -> Expression | None:
    if hit.around(0) in ("percent", "power", "money"):
        return None
    weekday = cast(int, hit.value("weekday")) if hit.has("weekday") else None
    found = Day(hit.number("month"), hit.number("day"), years(hit), weekday)
    # "Friday night, Oct. 23".
    return DayPart(cast(Part, hit.value("part")), found) if hit.has("part") else found


def day_of_month(hit: Hit) -> Expression | None:
    """ "On the 21st", "the 3rd of this month"; not "the 21st floor"."""
    if hit.has("turn"):
        return DayOfMonth(hit.number("day"), WAYS[hit.classes("turn")[0]]) if hit.value("unit") == "month" else None
    counted = hit.around(0) in ("unit", "units", "quarter", "hyphen", "of", "numword")
    noun = hit.around(0) == "" and hit.neighbour(0)[:1].isalpha()
    return None if counted or noun else DayOfMonth(hit.number("day"))


def weekday_of_month(hit: Hit) -> Expression | None:
    """ "The second Tuesday in November"."""
    number = -1 if hit.classes("number") == ["last"] else hit.number("number")
    said = Within("month", hit.number("month"), years(hit))
    return WeekdayOf(number, hit.number("weekday"), said) if number <= _MOST_WEEKDAYS else None


def named_day(hit: Hit) -> Expression | None:
    """ "9/11": a day that is its own name; not as a part of a speaker's ("said 9/11 widow Ada Brisk")."""
    if hit.around(-1) == "saying":
        return None
    year, month, day = (int(part) for part in str(hit.value("word")).split("-"))
    return Day(month, day, Years(year))


def another_day(hit: Hit) -> Expression | None:
    """The second day of "April 24 and 25"."""
    if hit.around(0) in ("percent", "power", "money", "counted") or hit.is_plural(0):
        return None
    return Day(hit.number("month"), hit.number("another"), years(hit))


def days(hit: Hit) -> Expression | None:
    """ "Sept. 16-19", "from 16 to 19 September"."""
    first, last = hit.number("day"), hit.number("day2")
    if hit.has("dayrange"):
        first, last = (int(part) for part in hit.word("dayrange").replace("–", "-").split("-"))
    month = hit.number("month")
    return Ranging(Day(month, first, years(hit)), Day(month, last, years(hit)))


def days_of_two_months(hit: Hit) -> Expression | None:
    """ "Dec. 30-Jan. 2"."""
    last = Day(hit.number("month2"), hit.number("day2"), years(hit))
    return Ranging(Day(hit.number("month"), hit.number("day")), last)


def numbers_day(hit: Hit) -> Expression | None:
    """2021-12-17; 12/17/2021 in the order of the language, in the other one where it can be nothing else."""
    mark = next(mark for mark in "-/." if mark in hit.word("date"))
    numbers = [int(part) for part in hit.word("date").split(mark)]
    if mark == "-":
        return Day(numbers[1], numbers[2], Years(numbers[0]))
    first, second, year = numbers
    month, day = (second, first) if (hit.habits.day_first and second <= 12) or first > 12 else (first, second)
    if year < 100:
        year += 1900 if year >= _TURN_OF_CENTURY else 2000
    return Day(month, day, Years(year)) if month <= 12 and day <= 31 else None


def feast(hit: Hit) -> Expression | None:
    """A holiday, by its name without apostrophes: a row of the language's table, or of `times/feasts.py` itself."""
    name = " ".join(word for word in hit.words("name") if word not in "'’‘s")
    named = hit.feast(name.removesuffix(" week"))
    if named in FEASTS and name.endswith(" week") and hit.value("unit") == "week":  # "Easter week"
        return Offset("week", 0, Feast(named, years(hit), way(hit)))
    named = hit.feast(name)
    return Feast(named, years(hit), way(hit)) if named in FEASTS else None


def nothing(_: Hit) -> Expression | None:
    return Nothing()


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "day": day,
    "day of a month": day_of_month,
    "weekday of a month": weekday_of_month,
    "named day": named_day,
    "another day": another_day,
    "days": days,
    "days of two months": days_of_two_months,
    "day in numbers": numbers_day,
    "feast": feast,
    "nothing": nothing,
}
