"""EDTF dates as the days of the calendar that they cover.

Source of the notation: Extended Date/Time Format, Library of Congress, 2019 (levels 0 and 1, and the masked
decade and century of level 2).
"""

import re
from calendar import monthrange
from datetime import MINYEAR, date
from typing import Final

MOMENT: Final = re.compile(
    r"""
    (?P<year> \d{4} | \d{3}X | \d\dXX )
    (?: - (?P<month>\d\d) (?: - (?P<day>\d\d) (?: T (?P<clock>\d\d(?::\d\d)?) [\d:.Z+-]{0,16} )? )? )?
    (?P<qualifier>[?~%])?
    """,
    re.VERBOSE | re.ASCII,
)


def bounds(edtf: str) -> tuple[date, date] | None:
    """The first and the last day that a date or an interval covers.

    An interval that is open at one end covers the day or period at its other end. None for what is no
    calendar date: a duration, a day that no calendar has, an interval that ends before it begins.
    """
    parts = [part for part in edtf.split("/") if part not in ("", "..")]
    ends = [days_of(part) for part in parts[:2]]
    if not ends or len(parts) > 2 or ends[0] is None or ends[-1] is None:
        return None
    first, last = ends[0][0], ends[-1][1]
    return (first, last) if first <= last else None


def days_of(moment: str) -> tuple[date, date] | None:
    """The first and the last day of one date without an interval's stroke; None for what is none."""
    match = MOMENT.fullmatch(moment)
    if match is None:
        return None
    years = [max(MINYEAR, int(match["year"].replace("X", digit))) for digit in "09"]
    first, last = int(match["month"] or 1), int(match["month"] or 12)
    try:
        if match["day"]:
            return (day := date(years[0], first, int(match["day"]))), day
        return date(years[0], first, 1), date(years[1], last, monthrange(years[1], last)[1])
    except (ValueError, IndexError):  # a month or day that the calendar does not have
        return None
