"""Dates with a named month, as datelines and published lines write them."""

import re
from datetime import date

from msgspec import Struct

from onrecord.intake.tables import read_cells

MONTHS: dict[str, int] = {name: int(row[0][0]) for row in read_cells("months.tsv") for name in row[1]}

MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"

# "Jan. 21, 2024", "21st January, 2024", "21. Januar 2024", "21 de enero de 2024", "Friday, January 21". For use once
# in a pattern that ignores case and white space, since its groups have names.
DATE = rf"""
    (?:{_WEEKDAY}\.?,?\s)?
    (?: (?P<month_first>{MONTH})\b\.?,?\s?(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?\b
      | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?(?:of\s|de\s)?(?P<month_last>{MONTH})\b\.?
    )
    (?: ,?\s(?:de\s)?(?P<year>(?:19|20)\d\d)\b)?
"""


class NamedDate(Struct, frozen=True):
    """A day as a text names it; the year is None where it gives none."""

    month: int
    day: int
    year: int | None


def named_date(match: re.Match[str]) -> NamedDate | None:
    """The date of a match whose pattern holds `DATE`; None where it matched none, or no such day exists."""
    month_name, day = match["month_first"] or match["month_last"], match["day_last"] or match["day_first"]
    if month_name is None:
        return None
    year = int(match["year"]) if match["year"] else None
    month = MONTHS[month_name.lower()]
    return NamedDate(month, int(day), year) if _exists(year, month, int(day)) else None


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)  # 2000 was a leap year: without a year, February 29 may be meant
    except ValueError:
        return False
    return True
