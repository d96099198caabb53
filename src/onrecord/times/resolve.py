"""What an expression means, once it is known from which day it counts."""

from datetime import date

from msgspec import Struct, structs

from onrecord.record import TimeType
from onrecord.times import periods
from onrecord.times.expressions import (
    Base,
    Clock,
    Cycle,
    Dated,
    Day,
    DayPart,
    Era,
    Expression,
    Feast,
    Length,
    Nothing,
    Open,
    Ranging,
    SamePeriod,
    Turn,
    Weekday,
    Within,
    Years,
)
from onrecord.times.feasts import feast
from onrecord.times.lengths import iso_period
from onrecord.times.periods import Period, Unit

# In days. A day without a year is the one nearest to the report, unless that lies further ahead than this (or back,
# where the sentence speaks of what is to come). 7 to 120 swept on the gold records and on TimeBank and AQUAINT: 45 is
# best where the sentence speaks of the past; of the other bound nothing there depends (benchmarks/timex.py).
_FAR = 120
_FAR_IN_PAST = 45
_HALF_YEAR = 183


class Scene(Struct, frozen=True):
    """What an expression is read against.

    anchor: the day that the report counts from; None where it is not known.
    story: the date that was told last. quarter: the quarter that was told last.
    direction: 1 where the sentence speaks of what is to come, -1 of the past, 0 where nothing tells.
    """

    anchor: date | None
    story: Period | None = None
    quarter: Period | None = None
    direction: int = 0


class Reading(Struct, frozen=True):
    """An expression's values, as `record.Time` has them. period: what it names in the calendar, or None."""

    type: TimeType
    value: str | None
    edtf: str | None
    period: Period | None = None
    anchor: str | None = None
    notes: tuple[str, ...] = ()


def resolve(expression: Expression, scene: Scene) -> Reading:
    """What the expression means in its scene; its values are None where that does not settle them."""
    match expression:
        case Length():
            return _length(expression)
        case Cycle():
            return Reading("SET", expression.timex, expression.period)
        case Open():
            return Reading(expression.type, expression.timex, None)
        case Clock() | DayPart():
            return _time_of_day(expression, scene)
        case Ranging():
            return _range(expression, scene)
        case Nothing():
            raise TypeError("words that are no time have no value")
    return _dated(expression, scene)


def _length(length: Length) -> Reading:
    value = iso_period(length.parts)
    return Reading("DURATION", value, None if any(number is None for number, _ in length.parts) else value)


def _range(ranging: Ranging, scene: Scene) -> Reading:
    last = _dated(ranging.last, scene)
    first = _dated(_with_year_of(ranging.first, last.period), scene)
    if first.edtf is None or last.edtf is None:
        return Reading("DATE", first.value, None)
    return Reading("DATE", first.value, f"{first.edtf}/{last.edtf}", first.period, first.anchor, first.notes)


def _with_year_of(day: Day | Era, last: Period | None) -> Day | Era:
    """ "December 30-January 2": the first day's year is that of the last, or the one before."""
    if not isinstance(day, Day) or last is None:
        return day
    return structs.replace(day, year=Years(last.start.year - (day.month > last.start.month)))


def _time_of_day(time: Clock | DayPart, scene: Scene) -> Reading:
    on = _dated(time.day or Turn("day", 0, base="story"), scene)
    if on.period is None or on.period.unit != "day":
        return Reading("TIME", None, None, None, on.anchor, on.notes)
    if isinstance(time, DayPart):
        return structs.replace(on, type="TIME", value=f"{on.value}T{time.part}")
    stamp = f"T{time.hour:02}:{time.minute:02}"
    notes = (*on.notes, f"zone {time.zone}") if time.zone else on.notes
    # EDTF has no hour 24: midnight is the first minute of the day behind.
    behind = periods.shifted(on.period, 1) if time.hour == 24 else on.period
    at = f"{periods.edtf(behind)}T{time.hour % 24:02}:{time.minute:02}" if behind else None
    return structs.replace(on, type="TIME", value=f"{on.value}{stamp}", edtf=at, notes=notes)


def _dated(expression: Dated | Era, scene: Scene) -> Reading:
    match expression:
        case Era():
            return _era(expression, scene)
        case Day():
            return _day(expression, scene)
        case Weekday():
            return _weekday(expression, scene)
        case Within():
            return _within(expression, scene)
        case Turn():
            return _turn(expression, scene)
        case SamePeriod():
            return _same_period(expression, scene)
        case Feast():
            return _feast(expression, scene)


def _read(period: Period | None, anchor: date | Period | None = None, *notes: str) -> Reading:
    """The reading of a period that was counted from `anchor`."""
    if period is None:
        return Reading("DATE", None, None)
    told = anchor.isoformat() if isinstance(anchor, date) else periods.edtf(anchor) if anchor else None
    return Reading("DATE", periods.timex(period), periods.edtf(period), period, told, notes)


def _unsettled(value: str | None) -> Reading:
    return Reading("DATE", value, None)


def _era(era: Era, scene: Scene) -> Reading:
    first = era.first
    # "The '20s" of a report of this century are its own, "the '80s" are the last one's that are past.
    if era.short and scene.anchor and first + 100 <= scene.anchor.year:
        first += 100
    return _read(periods.make_period(era.unit, max(first, 1)))


def _year(years: Years, scene: Scene) -> int | None:
    if years.number is not None:
        return years.number
    return scene.anchor.year + years.shift if scene.anchor else None


def _day(day: Day, scene: Scene) -> Reading:
    if day.year is not None:
        year = _year(day.year, scene)
        found = periods.make_day(year, day.month, day.day) if year else None
        anchor = scene.anchor if day.year.number is None else None
        return _read(found, anchor, *_contradiction(day, found))
    if scene.anchor is None:
        return _unsettled(f"XXXX-{day.month:02}-{day.day:02}")
    near = [found for year in range(scene.anchor.year - 4, scene.anchor.year + 5)
            if (found := periods.make_day(year, day.month, day.day))]  # fmt: skip
    if not near:
        return _unsettled(None)
    found = _nearest(near, scene.anchor, scene.direction)
    on_weekday = [other for other in near if other.start.weekday() == day.weekday]
    if on_weekday and found not in on_weekday and abs((on_weekday[0].start - scene.anchor).days) < 366:
        found = _nearest(on_weekday, scene.anchor, scene.direction)
    return _read(found, scene.anchor, f"year inferred from {scene.anchor}", *_contradiction(day, found))


def _nearest(days: list[Period], anchor: date, direction: int) -> Period:
    """The day nearest to the anchor; not one that lies far ahead, where nothing speaks of what is to come."""

    def distance(day: Period) -> tuple[bool, int]:
        ahead = (day.start - anchor).days
        unlikely = -ahead > _FAR if direction > 0 else ahead > (_FAR if direction == 0 else _FAR_IN_PAST)
        return unlikely, abs(ahead)

    return min(days, key=distance)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _contradiction(day: Day, found: Period | None) -> tuple[str, ...]:
    if found is None or day.weekday is None or found.start.weekday() == day.weekday:
        return ()
    return (f"{found.start.isoformat()} is a {_WEEKDAYS[found.start.weekday()]}, not a {_WEEKDAYS[day.weekday]}",)


def _weekday(weekday: Weekday, scene: Scene) -> Reading:
    base = scene.anchor
    if weekday.base == "story" and scene.story is not None and scene.story.unit == "day":
        base = scene.story.start
    if base is None:
        return _unsettled(f"XXXX-WXX-{weekday.number + 1}")
    return _read(Period("day", _weekday_from(base, weekday, scene.direction)), base)


def _weekday_from(base: date, weekday: Weekday, direction: int) -> date:
    number, way = weekday.number, weekday.way
    if way is None or (weekday.base == "anchor" and way == 0):
        return periods.weekday_after(number, base) if direction > 0 else periods.weekday_before(number, base)
    if way == 0:
        return base if base.weekday() == number else periods.weekday_before(number, base)
    neighbour = periods.shifted(Period("day", base), way)
    start = neighbour.start if neighbour else base
    return periods.weekday_before(number, start) if way < 0 else periods.weekday_after(number, start)


def _within(within: Within, scene: Scene) -> Reading:
    if within.year is not None:
        year = _year(within.year, scene)
        anchor = scene.anchor if within.year.number is None else None
        return _read(periods.make_period(within.unit, year, within.month) if year else None, anchor)
    if scene.anchor is None:
        return _unsettled(f"XXXX-{within.month:02}" if within.unit == "month" else None)
    return _read(_of_which_year(within, scene.anchor, scene.direction), scene.anchor)


def _of_which_year(within: Within, anchor: date, direction: int) -> Period | None:
    """ "In December" is the latest one that has begun, or the next where the sentence speaks of what is to come;
    "last December" is over, "this December" this year's, "next December" still to begin."""
    now = periods.containing(within.unit, anchor)
    this = periods.make_period(within.unit, anchor.year, within.month)
    if this is None or within.way == 0:
        return this
    if within.way is None:
        return _in_direction(this, now, direction)
    if within.way > 0:
        return this if this.start > now.start else _years_on(this, 1)
    return this if this.start < now.start else _years_on(this, -1)


def _in_direction(this: Period, now: Period, direction: int) -> Period | None:
    """This year's, the last year's or the next year's, as the tense says. "The third quarter" of a November's report
    is over even where its results are still expected."""
    if this == now:
        return this
    if this.start > now.start:
        return this if direction > 0 else _years_on(this, -1)
    over = this.unit != "month" and (now.start - this.start).days <= _HALF_YEAR
    return _years_on(this, 1) if direction > 0 and not over else this


def _years_on(period: Period, count: int) -> Period | None:
    return periods.make_period(period.unit, period.start.year + count, period.start.month)


def _turn(turn: Turn, scene: Scene) -> Reading:
    if turn.unit == "year" and turn.counted and abs(turn.count) == 1 and scene.quarter is not None:
        return _read(_years_on(scene.quarter, turn.count), scene.quarter)
    unit = turn.unit
    start = _base(turn.base, unit, turn.counted, scene)
    if start is None:
        return _unsettled(None)
    if unit == "weekend":
        return _read(_weekend(turn, start.start, scene), start.start)
    return _read(periods.shifted(periods.containing(unit, start.start), turn.count), start)


def _base(base: Base, unit: Unit, counted: bool, scene: Scene) -> Period | None:
    """The period to count from; None where it is not known, or is too coarse: no "following day" of a month."""
    if base == "story" and scene.story is not None:
        coarse = periods.FINENESS[scene.story.unit] > periods.FINENESS[unit]
        return None if coarse else scene.story
    return Period("day", scene.anchor) if scene.anchor else None


def _weekend(turn: Turn, base: date, scene: Scene) -> Period | None:
    """ "The weekend" of a Tuesday's report is the one before, or the one to come where the sentence says so."""
    this = periods.containing("weekend", base)
    ahead = this.start > base
    if turn.count == 0 and turn.base == "anchor":
        return periods.shifted(this, -1) if ahead and scene.direction <= 0 else this
    # "Next weekend" is the one that comes next.
    return this if turn.count == 1 and turn.base == "anchor" and ahead else periods.shifted(this, turn.count)


def _same_period(same: SamePeriod, scene: Scene) -> Reading:
    if scene.quarter is not None:
        base = scene.quarter
        year = same.year.number or base.start.year + same.year.shift
        return _read(periods.make_period("quarter", year, base.start.month), base)
    if same.year.number is not None:
        return _read(periods.make_period("year", same.year.number))
    if scene.anchor is None:
        return _unsettled(None)
    if same.year.shift:
        return _read(periods.make_period("year", scene.anchor.year + same.year.shift), scene.anchor)
    return _read(periods.shifted(periods.containing("quarter", scene.anchor), -1), scene.anchor)


def _feast(wanted: Feast, scene: Scene) -> Reading:
    if wanted.year is not None:
        year = _year(wanted.year, scene)
        return _read(feast(wanted.name, year) if year else None, scene.anchor if wanted.year.number is None else None)
    if scene.anchor is None:
        return _unsettled(None)
    anchor = scene.anchor
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := feast(wanted.name, year))]
    if wanted.way:
        days = [day for day in days if (day.start - anchor).days * wanted.way > 0]
    return _read(_nearest(days, anchor, scene.direction), anchor) if days else _unsettled(None)
