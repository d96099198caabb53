"""Stretches of the calendar: a day, a week, a quarter ..., how they are written and counted on."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

# From fine to coarse: a coarser period does not settle a finer one.
FINENESS: dict[Unit, int] = {
    "day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6,
    "century": 7,
}  # fmt: skip
MONTHS_IN: dict[Unit, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200
}  # fmt: skip
# Meteorological seasons of the northern half: they begin in March, June, September and December.
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Period(Struct, frozen=True):
    """A period of the calendar by its unit and first day."""

    unit: Unit
    start: date


def containing(unit: Unit, day: date) -> Period:
    """The period of that unit that holds `day`; for a weekend, that of the day's week (Monday to Sunday)."""
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "weekend"):
        return Period(unit, _days_on(day, (5 if unit == "weekend" else 0) - day.weekday()) or day)
    if unit == "season":
        back = day.month % 3
        return Period(unit, _month_start(day.year, day.month - back) or day.replace(day=1))
    months = MONTHS_IN[unit]
    if months <= 12:
        return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))
    return Period(unit, date(max(MINYEAR, day.year - day.year % (months // 12)), 1, 1))


def shifted(period: Period, count: int) -> Period | None:
    """The period `count` such periods later (earlier where negative); None outside the years 1 to 9999."""
    if period.unit in MONTHS_IN:
        start = _month_start(period.start.year, period.start.month + count * MONTHS_IN[period.unit])
    else:
        start = _days_on(period.start, count * (1 if period.unit == "day" else 7))
    return Period(period.unit, start) if start else None


def last_day(period: Period) -> date:
    """The period's last day; the last there is where the calendar ends first."""
    if period.unit == "weekend":
        return _days_on(period.start, 1) or date.max
    following = shifted(period, 1)
    return following.start - timedelta(days=1) if following else date.max


def timex(period: Period) -> str:
    """The period as TIMEX3 writes it: 2022-01-21, 2022-W02, 1990-W32-WE, 1998-01, 1998-Q1, 1994-WI, 199, 19."""
    year, month = period.start.year, period.start.month
    match period.unit:
        case "week" | "weekend":
            iso = period.start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if period.unit == "weekend" else "")
        case "quarter":
            return f"{year:04}-Q{(month + 2) // 3}"
        case "half":
            return f"{year:04}-H{1 if month < 7 else 2}"
        case "season":
            return f"{year:04}-{SEASONS[month]}"
        case "decade":
            return f"{year // 10:03}"
        case "century":
            return f"{year // 100:02}"
    return edtf(period)


def edtf(period: Period) -> str:
    """The period as EDTF writes it; what EDTF has no word for is an interval of days or of months."""
    start = period.start
    match period.unit:
        case "day":
            return start.isoformat()
        case "week" | "weekend":
            return f"{start.isoformat()}/{last_day(period).isoformat()}"
        case "month":
            return start.isoformat()[:7]
        case "year":
            return f"{start.year:04}"
        case "decade":
            return f"{start.year // 10:03}X"
        case "century":
            return f"{start.year // 100:02}XX"
    return f"{start.isoformat()[:7]}/{last_day(period).isoformat()[:7]}"


def make_day(year: int, month: int, day: int) -> Period | None:
    """The day, or None where the calendar has no such day."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None


def make_period(unit: Unit, year: int, month: int = 1) -> Period | None:
    """The period of that unit that begins with the month, or None outside the years 1 to 9999."""
    start = _month_start(year, month)
    return Period(unit, start) if start else None


def weekday_before(weekday: int, day: date) -> date:
    """The latest such weekday on or before `day`. weekday: Monday is 0, as in `date.weekday`."""
    return _days_on(day, -((day.weekday() - weekday) % 7)) or day


def weekday_after(weekday: int, day: date) -> date:
    """The first such weekday on or after `day`."""
    return _days_on(day, (weekday - day.weekday()) % 7) or day


def _days_on(day: date, count: int) -> date | None:
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _month_start(year: int, month: int) -> date | None:
    """The first of a month, counted on past the year's end: month 13 is the next January, month 0 the last December."""
    years, months = divmod(month - 1, 12)
    return date(year + years, months + 1, 1) if MINYEAR <= year + years <= MAXYEAR else None
