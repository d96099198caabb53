"""When an article was published, as a line beside it or a field of its file says."""

import re
from datetime import date, datetime

from onrecord.intake.dates import DATE, named_date

_ZONES = {
    "z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00",
    "ist": "+05:30", "aest": "+10:00",
}  # fmt: skip  # Source: IANA time zone database; CST is that of America, IST India's.
_LABEL = r"(?:(?P<label>(?:first\s|last\s)?(?:published|posted|updated|modified)|date|issued)(?:\s(?:on|at))?\s?:?\s)?"
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>[a-z]{1,4}\b)?"
_BETWEEN = r"(?:\s?[,|·•@–—-]?\s?(?:at\s)?)"
_LINE = re.compile(
    rf"{_LABEL}(?:(?:{_CLOCK}){_BETWEEN})??(?:(?P<iso>\d{{4}}-\d\d-\d\d)|{DATE})"
    rf"(?:{_BETWEEN}{_CLOCK.replace('P<', 'P<late_')})?\.?",
    re.VERBOSE | re.IGNORECASE,
)
# The longest such line with its label and zone, in characters.
_LONGEST = 80
_FIELD = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.{0,25})?")


def published_line(paragraph: str) -> tuple[str | None, bool] | None:
    """What a line such as "21 Jan 2022, 14:05" or "Updated: January 21, 2022" says; None where it is none.

    The day or time as in `record.Article.published`, None where the line gives a clock time and no year ("21 JAN,
    14:05"); and whether it is that of an update.
    """
    if len(paragraph) > _LONGEST:
        return None
    match = _LINE.fullmatch(paragraph)
    if match is None or not (match["iso"] or named_date(match)):
        return None
    day, clock = _day(match), _clock(match)
    if day is None and not clock:
        return None
    return day and day + clock, (match["label"] or "").casefold().endswith(("updated", "modified"))


def published_field(value: str) -> str | None:
    """The value as `record.Article.published` has it; None where it is no ISO date or date-time that exists."""
    if not _FIELD.fullmatch(value):
        return None
    try:
        if len(value) == 10:
            return date.fromisoformat(value).isoformat()
        return datetime.fromisoformat(value).isoformat(timespec="seconds")
    except ValueError:
        return None


def _day(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return published_field(match["iso"])
    named = named_date(match)
    return None if named is None or named.year is None else date(named.year, named.month, named.day).isoformat()


def _clock(match: re.Match[str]) -> str:
    """ "T14:05:00" with its zone where the line gives one; nothing where it gives no time that exists."""
    late = "late_" if match["late_hour"] else ""
    if not match[late + "hour"] or not (match[late + "minute"] or match[late + "half"]):
        return ""
    hour, minute = int(match[late + "hour"]), int(match[late + "minute"] or 0)
    half = (match[late + "half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02}:{minute:02}:00" + _ZONES.get((match[late + "zone"] or "").lower(), "")
