"""Which period is meant by "in August", "last week", "the quarter", "a year ago", "the '80s"."""

from datetime import date

from msgspec import structs

from onrecord.times import periods
from onrecord.times.expressions import Base, Day, Ended, Era, Expression, SamePeriod, Turn, WeekdayOf, Within
from onrecord.times.on_days import read_day
from onrecord.times.periods import Period, Unit
from onrecord.times.scene import Reading, Scene, read, unsettled, year_of

# In days, by what the sentence speaks of: a month or season that has not begun, and begins no further ahead than this,
# is the one to come, not last year's. Where a verb of the past stands near it is always last year's ("resigned in
# March").
# Swept on the tuned part of TimeBank: of the past 32 is best; without a verb 32 to 183 are as good there, and the
# nearest month is the right one in US campaign news ("the convention in July").
_AHEAD = {-2: 0, -1: 32, 0: 183}
_HALF_YEAR = 183
_HALF = 6  # the last month of the first half of a year
_WINTER = 12  # the month that it begins with
_WEDNESDAY = 2
# A quarter that ends in the first days of a month is that of the months before: "ended Oct. 1".
_LATE = 7
_FISCAL = "a fiscal year, whose months the text does not give"


def read_era(era: Era, scene: Scene) -> Reading:
    first = era.first
    # "The '20s" of a report of this century are its own, "the '80s" are the last one's that are past.
    if era.short and scene.anchor and first + 100 <= scene.anchor.year:
        first += 100
    reading = read(periods.make_period(era.unit, max(first, 1)))
    return structs.replace(reading, edtf=f"{reading.edtf}~", notes=(_FISCAL,)) if era.fiscal else reading


def read_within(within: Within, scene: Scene) -> Reading:
    """A month, quarter, half or season; where no year is said, that which the tense tells."""
    if within.year is not None:
        year = year_of(within.year, scene)
        anchor = scene.anchor if within.year.number is None else None
        found = read(periods.make_period(within.unit, year, within.month) if year else None, anchor)
    elif scene.anchor is None:
        found = unsettled(f"XXXX-{within.month:02}" if within.unit == "month" else None)
    else:
        found = read(
            _told_elsewhere(within, scene) or _of_which_year(within, scene.anchor, scene.direction), scene.anchor
        )
    return structs.replace(found, edtf=None, notes=(*found.notes, _FISCAL)) if within.fiscal else found


def is_settled(expression: Expression, direction: int) -> bool:
    """Whether a month without a year is settled by its own sentence: "this November", "will vote in November",
    "Nov. 8"."""
    if isinstance(expression, Day):
        return expression.year is None
    if not isinstance(expression, Within) or expression.unit != "month" or expression.year is not None:
        return False
    return expression.way is not None or abs(direction) > 1


def _told_elsewhere(within: Within, scene: Scene) -> Period | None:
    """The month of that name that another sentence settles, where this one leaves it in doubt."""
    if is_settled(within, scene.direction) or within.unit != "month":
        return None
    return next((month for month in scene.months if month.start.month == within.month), None)


def _of_which_year(within: Within, anchor: date, direction: int) -> Period | None:
    """ "In December" is the latest one that has begun, or the next where the sentence speaks of what is to come;
    "last December" is over, "this December" this year's, "next December" still to begin."""
    now = periods.containing(within.unit, anchor)
    if now.start.month == within.month:
        this: Period | None = now
    else:
        this = periods.make_period(within.unit, anchor.year, within.month)
    if this is None:
        return None
    if within.way is None:
        return _in_direction(this, now, direction)
    if within.way == 0:
        # In March "this winter" is the one that was.
        over = within.unit == "season" and within.month == _WINTER and anchor.month <= _HALF and this != now
        return _years_on(this, -1) if over and direction <= 0 else this
    if within.way > 0:
        return this if this.start > now.start else _years_on(this, 1)
    # The month that is just over would be "last month".
    before = periods.shifted(now, -1) if within.unit == "month" else None
    return this if this.start < now.start and this != before else _years_on(this, -1)


def _in_direction(this: Period, now: Period, direction: int) -> Period | None:
    """This year's, the last year's or the next year's, as the tense says. "The third quarter" of a November's report
    is over even where its results are still expected."""
    if this == now:
        return this
    over = periods.shifted(now, -1)
    if over and this.unit == "month" and over.start.month == this.start.month and direction == 1:
        return over  # it is just over, and no verb governs it: "by the end of December", told in January
    if this.start > now.start:
        ahead = this.unit in ("month", "season") and (this.start - now.start).days <= _AHEAD.get(direction, 0)
        return this if direction > 0 or ahead else _years_on(this, -1)
    recent = this.unit != "month" and (now.start - this.start).days <= _HALF_YEAR
    return _years_on(this, 1) if direction > 0 and not recent else this


def _years_on(period: Period, count: int) -> Period | None:
    return periods.make_period(period.unit, period.start.year + count, period.start.month)


def read_turn(turn: Turn, scene: Scene) -> Reading:
    """So many units from the report or from what was told last; "a year ago" of a quarter's results is that quarter
    of the year before, of the results of longer stretches that year."""
    results = scene.quarter is not None and (scene.figures or turn.compared)
    if turn.unit == "year" and turn.counted and abs(turn.count) == 1 and scene.quarter is not None and results:
        told = periods.containing("year", scene.quarter.start) if scene.longer else scene.quarter
        return read(_years_on(told, turn.count), told)
    unit = turn.unit
    start = _base(turn.base, unit, scene)
    if start is None:
        return _that_day(turn, scene)
    if unit == "weekend":
        return read(_weekend(turn, start.start, scene), start.start)
    return read(periods.shifted(periods.containing(unit, start.start), turn.count), start)


def _that_day(turn: Turn, scene: Scene) -> Reading:
    """ "That same day" of a month that was just told is a day of it, which one stays open; "the end of the day" may be
    of any month."""
    if (turn.unit, turn.count) != ("day", 0) or turn.counted or not scene.recent:
        return unsettled(None)
    if scene.story is None or scene.story.unit != "month":
        return unsettled(None)
    told = read(scene.story, scene.story)
    return structs.replace(told, value=f"{told.value}-XX", edtf=None, period=None)


def _base(base: Base, unit: Unit, scene: Scene) -> Period | None:
    """The period to count from; None where it is not known, or is too coarse: no "following day" of a month."""
    if base == "story" and scene.story is not None:
        coarse = periods.FINENESS[scene.story.unit] > periods.FINENESS[unit]
        return None if coarse else scene.story
    return Period("day", scene.anchor) if scene.anchor else None


def _weekend(turn: Turn, base: date, scene: Scene) -> Period | None:
    """ "The weekend" of a Tuesday's report is the one before, or the one to come where the sentence says so; "this
    weekend" is the one to come, but in the first half of the week where the sentence speaks of the past."""
    this = periods.containing("weekend", base)
    ahead = this.start > base
    if turn.count == 0 and turn.base == "anchor":
        past = scene.direction <= 0 and (turn.counted or base.weekday() <= _WEDNESDAY)
        return periods.shifted(this, -1) if ahead and past else this
    # "Next weekend" is the one that comes next.
    return this if turn.count == 1 and turn.base == "anchor" and ahead else periods.shifted(this, turn.count)


def read_same_period(same: SamePeriod, scene: Scene) -> Reading:
    """The quarter that was told last, or as many months, in the year that is said; without one the last quarter."""
    if scene.quarter is not None and not (scene.longer and same.moved):
        base = scene.quarter
        year = same.year.number or base.start.year + same.year.shift
        return read(periods.make_period("quarter", year, base.start.month), base)
    if same.year.number is not None:
        return read(periods.make_period("year", same.year.number))
    if scene.anchor is None:
        return unsettled(None)
    if same.year.shift:
        return read(periods.make_period("year", scene.anchor.year + same.year.shift), scene.anchor)
    return read(periods.shifted(periods.containing("quarter", scene.anchor), -1), scene.anchor)


def read_ended(ended: Ended, scene: Scene) -> Reading:
    """ "The quarter ended July 31": three months up to then. TIMEX3 has a value for quarters of the calendar alone;
    that of other three months is the one that most of them lie in."""
    last = read_day(ended.day, structs.replace(scene, direction=-1)).period
    if last is None:
        return unsettled(None)
    month = last if last.start.day > _LATE else periods.shifted(last, -_LATE) or last
    end = periods.containing("month", month.start)
    first, middle = periods.shifted(end, -2), periods.shifted(end, -1)
    if first is None or middle is None:
        return unsettled(None)
    found = read(periods.containing("quarter", middle.start), scene.anchor if ended.day.year is None else None)
    return structs.replace(found, edtf=f"{periods.edtf(first)}/{periods.edtf(end)}")


def read_weekday_of(wanted: WeekdayOf, scene: Scene) -> Reading:
    """ "The second Tuesday in November": none where the month has no fifth one."""
    month = read_within(wanted.month, scene)
    if month.period is None:
        return unsettled(None)
    first = periods.weekday_after(wanted.weekday, month.period.start)
    if wanted.number < 0:
        found: Period | None = Period("day", periods.weekday_before(wanted.weekday, periods.last_day(month.period)))
    else:
        found = periods.shifted(Period("day", first), 7 * (wanted.number - 1))
    if found is None or found.start.month != month.period.start.month:
        return unsettled(None)
    return structs.replace(read(found), anchor=month.anchor)
