"""What an expression means, once it is known from which day it counts."""

from functools import lru_cache

from msgspec import structs

from onrecord.times import periods
from onrecord.times.expressions import (
    Clock,
    Cycle,
    Dated,
    Day,
    DayOfMonth,
    DayPart,
    Ended,
    Era,
    Expression,
    Feast,
    Length,
    Nothing,
    Offset,
    Open,
    Ranging,
    SamePeriod,
    Turn,
    Weekday,
    WeekdayOf,
    Within,
    Years,
)
from onrecord.times.lengths import iso_period, timex_period
from onrecord.times.on_days import read_day, read_day_of_month, read_feast, read_weekday
from onrecord.times.on_periods import read_ended, read_era, read_same_period, read_turn, read_weekday_of, read_within
from onrecord.times.periods import Period
from onrecord.times.scene import Reading, Scene, read, unsettled
from onrecord.times.zones import offset

_WEEK = 7  # days


@lru_cache(maxsize=1024)
def resolve(expression: Expression, scene: Scene) -> Reading:
    """What the expression means in its scene; its values are None where that does not settle them."""
    match expression:
        case Length():
            return _length(expression)
        case Cycle():
            return Reading("SET", expression.timex, expression.period, quant=expression.quant, freq=expression.freq)
        case Open():
            return Reading(expression.type, expression.timex, expression.edtf)
        case Clock() | DayPart():
            return _time_of_day(expression, scene)
        case Ranging():
            return _range(expression, scene)
        case Nothing():
            raise TypeError("words that are no time have no value")
    return _dated(expression, scene)


def _length(length: Length) -> Reading:
    settled = all(number is not None for number, _ in length.parts)
    return Reading("DURATION", timex_period(length.parts), iso_period(length.parts) if settled else None)


def _range(ranging: Ranging, scene: Scene) -> Reading:
    last = _dated(ranging.last, scene)
    first = _dated(_with_year_of(ranging.first, last.period), scene)
    if first.edtf is None or last.edtf is None:
        return Reading("DATE", first.value, None)
    return Reading("DATE", first.value, f"{first.edtf}/{last.edtf}", first.period, last.anchor, last.notes)


def _with_year_of(day: Day | Era, last: Period | None) -> Day | Era:
    """ "December 30-January 2": the first day's year is that of the last, or the one before."""
    if not isinstance(day, Day) or last is None:
        return day
    return structs.replace(day, year=Years(last.start.year - (day.month > last.start.month)))


def _time_of_day(time: Clock | DayPart, scene: Scene) -> Reading:
    on = _dated(time.day or Turn("day", 0, base="story" if scene.recent else "anchor"), scene)
    stamp = f"T{time.part}" if isinstance(time, DayPart) else f"T{time.hour:02}:{time.minute:02}"
    if on.period is None or on.period.unit != "day":
        value = None if time.day or isinstance(time, DayPart) else f"XXXX-XX-XX{stamp}"
        return Reading("TIME", value, None, None, on.anchor, on.notes)
    if isinstance(time, DayPart):
        return structs.replace(on, type="TIME", value=f"{on.value}{stamp}")
    # EDTF has no hour 24: midnight is the first minute of the day behind.
    behind = periods.shifted(on.period, 1) if time.hour == 24 else on.period
    at = f"{periods.edtf(behind)}T{time.hour % 24:02}:{time.minute:02}" if behind else None
    notes = (*on.notes, *_zone(time, behind)) if time.zone else on.notes
    return structs.replace(on, type="TIME", value=f"{on.value}{stamp}", edtf=at, notes=notes)


def _zone(time: Clock, day: Period | None) -> tuple[str, ...]:
    """The zone as the text gives it, and how far it is off from UTC where that can be told."""
    away = offset(time.zone or "", day.start, time.hour % 24) if day else None
    return (f"zone {time.zone}, {away}" if away else f"zone {time.zone}",)


def _offset(counted: Offset, scene: Scene) -> Reading:
    """ "The week of March 6", "the day before yesterday", "two weeks after Christmas"."""
    if counted.day is None:
        return unsettled(None)
    on = _dated(counted.day, scene)
    if on.period is None or on.period.unit != "day":
        return unsettled(None)
    if counted.count and counted.unit in ("day", "week"):
        days = counted.count * (_WEEK if counted.unit == "week" else 1)
        found = periods.shifted(on.period, days)
    else:
        found = periods.shifted(periods.containing(counted.unit, on.period.start), counted.count)
    return structs.replace(read(found), anchor=on.edtf if counted.count else on.anchor, notes=on.notes)


def _dated(expression: Dated | Era, scene: Scene) -> Reading:
    match expression:
        case Era():
            return read_era(expression, scene)
        case Day():
            return read_day(expression, scene)
        case DayOfMonth():
            return read_day_of_month(expression, scene)
        case Weekday():
            return read_weekday(expression, scene)
        case Within():
            return read_within(expression, scene)
        case Turn():
            return read_turn(expression, scene)
        case SamePeriod():
            return read_same_period(expression, scene)
        case Feast():
            return read_feast(expression, scene)
        case Ended():
            return read_ended(expression, scene)
        case WeekdayOf():
            return read_weekday_of(expression, scene)
        case Offset():
            return _offset(expression, scene)
