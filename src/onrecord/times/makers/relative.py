"""What counts from another day: "today", "on Friday", "last week", "the following day", "that same year"."""

from collections.abc import Callable
from typing import cast

from onrecord.times.expressions import (
    Day,
    DayPart,
    Ended,
    Expression,
    Length,
    Offset,
    Open,
    Part,
    SamePeriod,
    Turn,
    Weekday,
    Within,
    Years,
)
from onrecord.times.hits import Hit
from onrecord.times.makers.shared import turn, unit_of, which, years
from onrecord.times.periods import FINENESS, Unit

_DURING = ("for", "in", "of", "during", "by", "until")
# Behind these it is the night that something happened in.
_CLAUSE = ("before", "after", "the", "that", "pronoun")
# Before or behind one of these "the year" is not the year that the report is in.
_OTHER_UNITS = ("of", "since", "before", "after", "that", "hyphen", "unit", "ago")


def which_unit(hit: Hit) -> Expression | None:
    """ "Last week", "this month", "the previous quarter"."""
    unit = unit_of(hit, "unit")
    if hit.is_title():
        return None
    if hit.classes("which")[-1] == "latest":
        return SamePeriod(Years()) if unit == "quarter" else turn(unit, -1)
    # "The last week of the race", "has been here for the last week".
    if hit.classes("which") == ["the", "last"] and (hit.around(0) == "of" or hit.around(-1) == "for"):
        return Length(((1.0, unit),))
    count, base = which(hit, unit)
    return turn(unit, count, base=base)


def the_unit(hit: Hit) -> Expression | None:
    """ "The weekend", "the quarter", "the year": the one that the report is in, or has just told of."""
    unit = unit_of(hit, "unit")
    owning = (hit.around(0), hit.around(1)) == ("apos", "s")  # "the week's trading"
    if hit.is_capital("unit"):  # "Player of the Year"
        return None
    if hit.around(0) in _OTHER_UNITS and hit.around(1) != "money":  # "a high for the year of $42"
        return None
    if unit == "quarter":
        return SamePeriod(Years())
    if unit == "weekend":
        return Turn("weekend", 0, counted=True)
    if hit.around(0) in ("ended", "ending"):
        return Length(((1.0, unit),))
    if hit.around(-2) in ("edge", "early", "earlier", "later"):  # "the end of the month", "later in the day"
        return turn(unit, 0, base="story" if unit == "day" else "anchor", counted=True)
    return turn(unit, 0) if unit in ("year", "week") and (owning or hit.around(-1) in _DURING) else None


def today(hit: Hit) -> Expression | None:
    """ "Today", "tomorrow night"; but not "a better tomorrow"."""
    if hit.is_title() or (
        hit.value("day") == 1 and ("a" in (hit.around(-2), hit.around(-1)) or hit.around(-1) == "of")
    ):
        return None
    if hit.around(0) == "apos" and "epoch" in (hit.around(2), hit.around(3)):
        return None  # "today's youth", "today's global economy"
    day = Turn("day", int(str(hit.value("day"))))
    return DayPart(cast(Part, hit.value("part")), day) if hit.has("part") else day


def tonight(_: Hit) -> Expression | None:
    return DayPart("NI", Turn("day", 0))


def overnight(hit: Hit) -> Expression | None:
    if hit.has("weekday"):
        return DayPart("NI", Weekday(hit.number("weekday")))
    return DayPart("NI", Turn("day", -1))


def which_part(hit: Hit) -> Expression | None:
    """ "This morning", "last night", "the previous evening", "that night"."""
    if hit.is_title():
        return None
    count, base = which(hit, "day")
    return DayPart(cast(Part, hit.value("part")), Turn("day", count, base=base))


def the_part(hit: Hit) -> Expression | None:
    """ "The morning" of the day told of."""
    habit = hit.around(-1) == "in" and hit.around(-2) not in ("earlier", "later", "early")  # "sleeps in the morning"
    if habit or hit.around(-1) == "of" or hit.around(0) in _CLAUSE:
        return None
    return DayPart(cast(Part, hit.value("part")))


def the_day_before(hit: Hit) -> Expression | None:
    """ "The day before", "the night before", "the year after"."""
    count = int(str(hit.value("way")))
    if hit.has("part"):
        return DayPart(cast(Part, hit.value("part")), Turn("day", count, base="story"))
    return turn(unit_of(hit, "unit"), count, base="story", counted=True)


def quarter_ended(hit: Hit) -> Expression | None:
    """ "The quarter ended July 31"."""
    return Ended(Day(hit.number("month"), hit.number("day"), years(hit)))


def from_a_day(hit: Hit) -> Expression | None:
    """ "The week of", "the day before", to be joined with the day behind."""
    unit = unit_of(hit, "unit")
    return Offset(unit, cast(int, hit.value("way")) if hit.has("way") else 0) if unit in FINENESS else None


def unit_before_last(hit: Hit) -> Expression | None:
    """ "The week before last", "the month after next"."""
    return turn(unit_of(hit, "unit"), 2 * cast(int, hit.value("way")))


def weekday(hit: Hit) -> Expression | None:
    day = Weekday(hit.number("weekday"))
    if hit.has("which"):
        side, base = which(hit, "week")
        day = Weekday(hit.number("weekday"), side, base)
    return DayPart(cast(Part, hit.value("part")), day) if hit.has("part") else day


def which_season(hit: Hit) -> Expression | None:
    """ "Last fall", "the summer"."""
    return Within("season", hit.number("season"), way=which(hit, "season")[0])


def year_ago(hit: Hit) -> Expression | None:
    """ "The year-ago quarter", "year-earlier period"."""
    return SamePeriod(Years(shift=-1)) if hit.has("period") else Turn("year", -1, counted=True)


def same_period(hit: Hit) -> Expression | None:
    """ "The same period of 2022", "the corresponding quarter last year", "the latest period"."""
    if hit.has("year"):
        return SamePeriod(Years(hit.number("year")))
    return SamePeriod(Years(shift=-1 if hit.has("last") else 0))


def reference(hit: Hit) -> Expression | None:
    """ "Now", "recently": no day of the calendar."""
    if hit.around(-1) == "as" or hit.around(0) in ("after", "of"):
        return None  # "as soon as", "soon after", "the future of the town"
    told = ("pasttense" in (hit.around(-1), hit.around(0))) or hit.neighbour(0).endswith(hit.habits.past)
    if hit.value("word") == "FUTURE_REF" and told:
        return None  # "soon became", "was soon released"
    if hit.is_capital("word") and hit.around(0) == "for":
        return None  # "Now for the weather"
    return Open(str(hit.value("word")))


def one_day(hit: Hit) -> Expression | None:
    """ "It will one day be large"."""
    return Open("FUTURE_REF") if hit.value("unit") == "day" else None


# The unit that lies right before, by the class of a word that names it ("Vorjahr").
_UNITS_BEFORE: dict[str, Unit] = {
    "yearbefore": "year",
    "monthbefore": "month",
    "weekbefore": "week",
    "daybefore": "day",
}
_PARTS_WITHIN: dict[str, Part] = {"morning": "MO", "afternoon": "AF", "evening": "EV"}


def unit_before(hit: Hit) -> Expression | None:
    """ "Vorjahr", the year before; of days and weeks that before the one told last."""
    unit = _UNITS_BEFORE[hit.classes("word")[0]]
    return Turn(unit, -1, base="story" if unit in ("day", "week") else "anchor", counted=unit == "year")


def weekday_with_part(hit: Hit) -> Expression | None:
    """ "Montagabend": a weekday and a part of it in one word."""
    group = next(group for group in _PARTS_WITHIN if hit.has(group))
    return DayPart(_PARTS_WITHIN[group], Weekday(hit.number(group)))


def past_reference(_: Hit) -> Expression | None:
    """ "In the past"."""
    return Open("PAST_REF")


def last_years_quarter(_: Hit) -> Expression | None:
    return SamePeriod(Years(shift=-1))


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "which unit": which_unit,
    "the unit": the_unit,
    "today": today,
    "tonight": tonight,
    "overnight": overnight,
    "which part": which_part,
    "the part": the_part,
    "the day before": the_day_before,
    "quarter ended": quarter_ended,
    "from a day": from_a_day,
    "unit before last": unit_before_last,
    "weekday": weekday,
    "which season": which_season,
    "year ago": year_ago,
    "same period": same_period,
    "reference": reference,
    "one day": one_day,
    "unit before": unit_before,
    "weekday with its part": weekday_with_part,
    "past reference": past_reference,
    "quarter of last year": last_years_quarter,
}
