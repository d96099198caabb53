"""By when something is to be done."""

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from onrecord.commitments.candidates import Candidate
from onrecord.record import Time

_BY: Final = frozenset("by before than".split())  # "by Friday", "no later than May 10"
_WITHIN: Final = frozenset(["within"])
# Before a date that says no more than on which day it is to be done; "" is the start of the sentence.
_ON: Final = frozenset("on at in during late early for , and".split()) | {""}
# Dates behind these say from when, up to when, or of what: no deadline.
_NOT: Final = frozenset("since until till from of after the 's ’s his her its their as like".split())
_DAYS: Final = {"D": 1, "W": 7}
_WORDS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow next this later".split()
)


def due_of(found: Candidate, anchor: date | None) -> str | None:
    """EDTF: the deadline that the clause gives, else the day on which it is to be done; None where it gives neither.

    anchor: the day that the article's relative dates count from. What lies before it is nobody's deadline.
    """
    line = found.line
    starts, times = line.page.dated
    first = 0 if found.cue.part in ("modal", "adjective") else found.what.first
    at = bisect_left(starts, line.tokens[first].start)
    end = line.tokens[found.what.end - 1].end
    planned: str | None = None
    while at < len(times) and times[at].start < end:
        time = times[at]
        at += 1
        i = line.after(time.start, first)
        before = line.word(i - 1)
        value = _day(time, before, anchor)
        if value is None or (anchor is not None and not _is_ahead(value, anchor)):
            continue
        if before in _BY or before in _WITHIN:
            return value
        near = i >= found.what.first or i <= 2
        if planned is None and near and before not in _NOT and (before in _ON or line.word(i) in _WORDS):
            planned = value
    return planned


def _day(time: Time, before: str, anchor: date | None) -> str | None:
    if time.type in ("DATE", "TIME"):
        return time.edtf.split("T")[0] if time.edtf else None
    length = time.edtf if time.type == "DURATION" and before in _WITHIN and anchor is not None else None
    if length is None or not length.startswith("P") or length[-1] not in _DAYS or not length[1:-1].isdigit():
        return None
    days = int(length[1:-1]) * _DAYS[length[-1]]
    return str(anchor + timedelta(days)) if anchor is not None and days < _LONGEST else None


_LONGEST: Final = 3_660  # days; what is owed "within a thousand weeks" has no deadline


def _is_ahead(value: str, anchor: date) -> bool:
    """Whether the day, month or interval ends on or after the anchor."""
    last = value.split("/")[-1].rstrip("~?%")
    return last in ("", "..") or last >= str(anchor)[: len(last)]
