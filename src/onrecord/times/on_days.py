"""Which day is meant by "January 21", "Friday" and "Christmas"."""

from datetime import date

from onrecord.times import periods
from onrecord.times.expressions import Day, DayOfMonth, Feast, Weekday
from onrecord.times.feasts import feast
from onrecord.times.periods import Period
from onrecord.times.scene import Reading, Scene, read, unsettled, year_of

# In days. A day without a year is the one nearest to the report, unless that lies further ahead than this (or back,
# where the sentence speaks of what is to come). 7 to 120 swept on the gold records and on TimeBank and AQUAINT: 45 is
# best where the sentence speaks of the past; of the other bound nothing there depends (benchmarks/timex.py).
_FAR = 120
_FAR_IN_PAST = 45
# In years: from one February 29 to the next it may be eight.
_LEAP_YEARS = 8
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read_day(day: Day, scene: Scene) -> Reading:
    """The day; of several years the likeliest, which `notes` says, as it says where the weekday contradicts it."""
    if day.year is not None:
        year = year_of(day.year, scene)
        found = periods.make_day(year, day.month, day.day) if year else None
        anchor = scene.anchor if day.year.number is None else None
        return read(found, anchor, *_contradiction(day, found))
    if scene.anchor is None:
        return unsettled(f"XXXX-{day.month:02}-{day.day:02}")
    around = _LEAP_YEARS if (day.month, day.day) == (2, 29) else 1
    near = [found for year in range(scene.anchor.year - around, scene.anchor.year + around + 1)
            if (found := periods.make_day(year, day.month, day.day))]  # fmt: skip
    if not near:
        return unsettled(None)
    found = _nearest(near, scene.anchor, scene.direction)
    if day.weekday is not None and found.start.weekday() != day.weekday:
        fitting = [other for other in near if other.start.weekday() == day.weekday]
        found = _nearest(fitting, scene.anchor, scene.direction) if fitting else found
    return read(found, scene.anchor, f"year inferred from {scene.anchor}", *_contradiction(day, found))


def _nearest(days: list[Period], anchor: date, direction: int) -> Period:
    """The day nearest to the anchor; not one that lies far ahead, where nothing speaks of what is to come."""

    def distance(day: Period) -> tuple[bool, int]:
        ahead = (day.start - anchor).days
        unlikely = -ahead > _FAR if direction > 0 else ahead > (_FAR if direction == 0 else _FAR_IN_PAST)
        return unlikely, abs(ahead)

    return min(days, key=distance)


def _contradiction(day: Day, found: Period | None) -> tuple[str, ...]:
    if found is None or day.weekday is None or found.start.weekday() == day.weekday:
        return ()
    return (f"{found.start.isoformat()} is a {_WEEKDAYS[found.start.weekday()]}, not a {_WEEKDAYS[day.weekday]}",)


def read_day_of_month(wanted: DayOfMonth, scene: Scene) -> Reading:
    """The day of the month that is said; else the latest such day, or the next where the sentence looks ahead."""
    if scene.anchor is None:
        return unsettled(f"XXXX-XX-{wanted.day:02}")
    months = (-2, -1, 0, 1, 2) if wanted.shift is None else (wanted.shift,)
    this = periods.containing("month", scene.anchor)
    near = [found for count in months if (month := periods.shifted(this, count))
            and (found := periods.make_day(month.start.year, month.start.month, wanted.day))]  # fmt: skip
    if scene.direction > 0:
        later = [day for day in near if day.start >= scene.anchor or wanted.shift is not None]
        return read(next(iter(later), None), scene.anchor)
    earlier = [day for day in near if day.start <= scene.anchor or wanted.shift is not None]
    return read(next(reversed(earlier), None), scene.anchor)


def read_weekday(weekday: Weekday, scene: Scene) -> Reading:
    """The latest such day on or before the report; the next one where the sentence speaks of what is to come."""
    base = scene.anchor
    if weekday.base == "story" and scene.story is not None and scene.story.unit == "day":
        base = scene.story.start
    if base is None:
        return unsettled(f"XXXX-WXX-{weekday.number + 1}")
    return read(Period("day", _weekday_from(base, weekday, scene.direction)), base)


def _weekday_from(base: date, weekday: Weekday, direction: int) -> date:
    number, way = weekday.number, weekday.way
    before, after = periods.weekday_before(number, base), periods.weekday_after(number, base)
    if way is None:
        # The name of the day before is that day, unless a verb that looks ahead governs it.
        ahead = direction > 1 or (direction > 0 and (base - before).days != 1)
        return after if ahead else before
    if way == 0 and weekday.base == "anchor":
        # "This Friday" is that of this week, from Monday to Sunday, unless it is over and still to come.
        return before if number < base.weekday() and direction <= 0 else after
    if way == 0:
        return before
    neighbour = periods.shifted(Period("day", base), way)
    start = neighbour.start if neighbour else base
    return periods.weekday_before(number, start) if way < 0 else periods.weekday_after(number, start)


def read_feast(wanted: Feast, scene: Scene) -> Reading:
    """The holiday of the year that is named, else the one nearest to the report."""
    if wanted.year is not None:
        year = year_of(wanted.year, scene)
        return read(feast(wanted.name, year) if year else None, scene.anchor if wanted.year.number is None else None)
    if scene.anchor is None:
        return unsettled(None)
    anchor = scene.anchor
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := feast(wanted.name, year))]
    if wanted.way:
        days = [day for day in days if (day.start - anchor).days * wanted.way > 0]
    # A verb of the past that stands far off says little: "he urged them to vote on Election Day".
    direction = 0 if scene.direction == -1 else scene.direction
    return read(_nearest(days, anchor, direction), anchor) if days else unsettled(None)
