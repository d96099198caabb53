"""The date of a dateline, whose year often has to be inferred."""

import re
from datetime import date, timedelta

from onrecord.intake.copy import DatelineText
from onrecord.language import Doc
from onrecord.record import Dateline, Time
from onrecord.times.finder import find_times
from onrecord.times.periods import make_day

_UNSETTLED = ("the dateline gives no year, and the text does not tell it",)
_NO_SUCH_DAY = ("the dateline names a day that the calendar lacks",)
# In years: February 29 may be four years off.
_NEAR = 4
# A dateline may run ahead of a publication date that is a little wrong.
_AHEAD = timedelta(days=31)
# In years. A background date seldom lies further back than this; any weekday comes round in six years at most,
# but for days around a leap day.
_YEARS_ON = 7


def settle_dateline(dateline: DatelineText | None, doc: Doc, published: str | None) -> Dateline:
    """The dateline with its date as EDTF, where it names month and day and a year can be told.

    The year that it leaves out is that which brings it nearest to the day of publication. Where that is not
    known, it comes from the text: the years that the text names and the weekdays that it tells of. `notes` says
    so. published: "YYYY-MM-DD", with or without a time.
    """
    if dateline is None:
        return Dateline()
    made, notes = _date(dateline, doc, _day_of(published))
    return Dateline(dateline.place, made.isoformat() if made else None, dateline.agency, dateline.span, notes)


def anchor_date(dateline: Dateline, published: str | None) -> date | None:
    """The day that relative dates count from: the dateline's, else that of publication, else None."""
    return _day_of(dateline.date) or _day_of(published)


def _day_of(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None


def _date(dateline: DatelineText, doc: Doc, published: date | None) -> tuple[date | None, tuple[str, ...]]:
    if dateline.month is None or dateline.day is None:
        return None, ()
    if dateline.year is not None:
        found = _candidates(dateline, range(dateline.year, dateline.year + 1))
        return (found[0], ()) if found else (None, _NO_SUCH_DAY)
    if published is not None:
        near = _candidates(dateline, range(published.year - _NEAR, published.year + _NEAR + 1))
        if not near:
            return None, _NO_SUCH_DAY
        return min(near, key=lambda day: _distance(day, published)), (f"year inferred from publication on {published}",)
    return _from_text(dateline, doc)


def _distance(day: date, published: date) -> tuple[bool, timedelta]:
    """How unlikely the day is: nothing is filed weeks after it was published."""
    return day - published > _AHEAD, abs(day - published)


def _from_text(dateline: DatelineText, doc: Doc) -> tuple[date | None, tuple[str, ...]]:
    """The first year, from the latest date that the text names on, that suits the weekday it tells of."""
    times = find_times(doc, None)
    named = [(day, time) for time in times if (day := _first_day(time))]
    if not named:
        return None, _UNSETTLED
    # Days and months are of the past almost always; a bare year may lie ahead ("by 2030").
    finer = [(day, time) for day, time in named if len(time.value or "") > len("2022")]
    latest, source = max(finer or named, key=lambda row: row[0])
    weekday = next((time for time in times if time.rule == "weekday" and _number(time) is not None), None)
    days = [day for day in _candidates(dateline, range(latest.year, latest.year + _YEARS_ON)) if day >= latest]
    chosen = _suiting(days, _number(weekday)) if weekday else next(iter(days[:1]), None)
    if chosen is None:
        return None, _UNSETTLED
    return chosen, (f'year inferred from "{_words(source)}"' + (f' and "{_words(weekday)}"' if weekday else ""),)


def _suiting(days: list[date], weekday: int | None) -> date | None:
    """The first of the days, a year apart, that is on the weekday; within a year also the day behind it."""
    same = [day for day in days if day.weekday() == weekday]
    behind = [day for day in days[:2] if weekday is not None and day.weekday() == (weekday + 1) % 7]
    near = [day for day in same if day in days[:2]]
    return next(iter(near + behind + same), None)


def _first_day(time: Time) -> date | None:
    """The first day of a date that names its year itself, however coarse."""
    if time.type != "DATE" or time.anchor or not time.edtf or "X" in time.edtf:
        return None
    start = time.edtf.split("/")[0].rstrip("~")
    return _day_of(start + "0001-01-01"[len(start) :])


def _number(time: Time) -> int | None:
    """The weekday that a time without an anchor names, Monday is 0."""
    found = re.fullmatch(r"XXXX-WXX-(\d)", time.value or "")
    return int(found[1]) - 1 if found else None


def _candidates(dateline: DatelineText, years: range) -> list[date]:
    month, day = dateline.month or 0, dateline.day or 0
    return [found.start for year in years if (found := make_day(year, month, day))]


def _words(time: Time) -> str:
    return " ".join(time.text.split())
