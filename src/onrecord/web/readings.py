"""EDTF dates as people write them: in American order, as the agencies' datelines have it."""

import re

from onrecord.edtf import MOMENT, days_of

# The proleptic Gregorian calendar, in English; not from `calendar`, whose names follow the locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# EDTF's qualifiers: uncertain, approximate, both.
QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
# What the `datetime` of HTML's <time> may hold: a year, month, day, week, moment or duration.
# Source: HTML Living Standard, 4.5.14; its durations count no months and years.
_HTML = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?|-W\d\d)?|P(\d{1,9}D)?(T(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?"
)


def reading(edtf: str) -> str:
    """The date or interval in words: "January 10–16, 2022", "about 1991", "2010s"; as it is where it is neither."""
    if "/" not in edtf:
        return _moment(edtf) or edtf
    start, _, end = edtf.partition("/")
    if end in ("", ".."):
        return f"since {_moment(start) or start}"
    if start in ("", ".."):
        return f"until {_moment(end) or end}"
    return _shared(start, end) or f"{_moment(start) or start} – {_moment(end) or end}"


def day_reading(day: str) -> str:
    """A day in words, with its weekday: "Friday, January 21, 2022"; anything else as `reading` has it."""
    days = days_of(day) if month_day(day) else None
    return f"{WEEKDAYS[days[0].weekday()]}, {reading(day)}" if days else reading(day)


def days_in_words(text: str) -> str:
    """`text` with each day that it has as "2022-01-21" in words."""
    return _DAY.sub(lambda found: reading(found[0]), text)


def month_day(day: str) -> str | None:
    """ "January 21", as a dateline has it; None where `day` names no day."""
    match = MOMENT.fullmatch(day)
    if match is None or not match["day"] or days_of(day) is None:
        return None
    return f"{MONTHS[int(match['month']) - 1]} {int(match['day'])}"


def clock(published: str) -> str | None:
    """The time of day of a moment, "14:05"; None for a day."""
    found = re.fullmatch(r"\d{4}-\d\d-\d\d[T ](\d\d:\d\d).{0,40}", published)
    return found[1] if found else None


def html_value(*values: str | None) -> str | None:
    """The first of `values` that HTML's <time> can hold as its `datetime`, or None."""
    return next((value for value in values if value and value != "P" and _HTML.fullmatch(value)), None)


def _moment(moment: str) -> str | None:
    match = MOMENT.fullmatch(moment)
    days = days_of(moment)
    if match is None or days is None:
        return None
    year, named = _year(match["year"]), QUALIFIERS.get(match["qualifier"], "")
    if not match["month"]:
        return f"{named}{year}"
    month = MONTHS[days[0].month - 1]
    if not match["day"]:
        return f"{named}{month} {year}"
    clock_time = f", {match['clock']}" if match["clock"] else ""
    return f"{named}{month} {days[0].day}, {year}{clock_time}"


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00–{year[:2]}99"
    return f"{year[:3]}0s" if year.endswith("X") else year.lstrip("0") or "0"


def _shared(start: str, end: str) -> str | None:
    """An interval with what both ends share said once: "January 10–16, 2022", "January – March 2022"."""
    a, b = MOMENT.fullmatch(start), MOMENT.fullmatch(end)
    if not (a and b and a["month"] and a["year"] == b["year"] and days_of(start) and days_of(end)):
        return None
    if any(match["clock"] or match["qualifier"] for match in (a, b)) or bool(a["day"]) != bool(b["day"]):
        return None
    first, last = MONTHS[int(a["month"]) - 1], MONTHS[int(b["month"]) - 1]
    if not a["day"]:
        return f"{first} – {last} {_year(a['year'])}"
    if first == last:
        return f"{first} {int(a['day'])}–{int(b['day'])}, {_year(a['year'])}"
    return f"{first} {int(a['day'])} – {last} {int(b['day'])}, {_year(a['year'])}"
