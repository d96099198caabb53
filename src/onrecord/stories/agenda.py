"""What is to come: meetings that are planned, and answers that are due."""

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from onrecord.archive import Archive
from onrecord.edtf import bounds
from onrecord.stories.happenings import Happening
from onrecord.stories.owed import Debt, due_since
from onrecord.stories.timeline import Asked, timeline

# The types of events to which people come together by appointment.
MEETINGS: Final = ("meet", "talks", "visit", "call")
# In days. "In 2023" is no entry of a calendar.
_LONGEST: Final = 31
# In days. A program asks for the calendar every hour, and nobody looks so far back in it.
_BACK: Final = 90


class Agenda(Struct, frozen=True):
    """Meetings that were planned, whatever became of them, in order of time; and what is owed by a day."""

    meetings: tuple[Happening, ...]
    due: tuple[Debt, ...]


def agenda(archive: Archive, *, on: str, party: str | None = None, first: str | None = None) -> Agenda:
    """What is on the agenda.

    on: the day on which what is owed is still open. party: the key of one who meets, owes or is owed.
    first: leaves out what was to be before that day; without it, what was to be more than 90 days ago.
    """
    since = first or (date.fromisoformat(on) - timedelta(days=_BACK)).isoformat()
    met = [
        one
        for type in MEETINGS
        for status in ("planned", "cancelled")
        for one in timeline(archive, Asked(party=party, type=type, status=status, first=since)).events
        if _length(one) < _LONGEST
    ]
    once = {one.tellings[0].number: one for one in met}
    meetings = sorted(once.values(), key=lambda one: (one.first or "", one.tellings[0].number))
    sides = ({"by": party}, {"to": party}) if party else ({},)
    due = {debt.ref: debt for side in sides for debt in due_since(archive, since, on=on, **side)}
    return Agenda(tuple(meetings), tuple(sorted(due.values(), key=lambda debt: (debt.due_last or "", debt.ref))))


def _length(one: Happening) -> int:
    days = bounds(one.when) if one.when else None
    return (days[1] - days[0]).days if days else _LONGEST
