"""What is to come as a calendar that calendar programs subscribe to. Source: RFC 5545, and RFC 7986 for NAME.

Every entry is a VEVENT of whole days. What is owed by a day would be a VTODO with DUE, but most calendars that people
subscribe with show no VTODO of a feed; so it is an event on its last day, of the category "Answer due", which takes up
no time. A cancelled meeting stays, marked so: else it would stand as planned in calendars that took it over before.

The same archive always gives the same bytes: DTSTAMP is when the latest of the articles came out, not now.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from onrecord.addresses import passage_address
from onrecord.archive import Entry
from onrecord.archive.deed_answers import Owed, Telling
from onrecord.deed_wording import listed, type_in_words
from onrecord.edtf import bounds
from onrecord.record import EventStatus
from onrecord.stories.agenda import Agenda
from onrecord.stories.happenings import Happening
from onrecord.stories.owed import Debt

# In octets, the line end left out: RFC 5545, 3.1.
_LINE: Final = 75
_STATUS: Final[dict[EventStatus, str]] = {"planned": "TENTATIVE", "claimed": "TENTATIVE", "cancelled": "CANCELLED"}
_NO_STAMP: Final = "19700101T000000Z"  # of articles without any date; the property must be there
# What TEXT may not hold: control characters, but for the tab and the line end, which is written as "\n".
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?|[\u0085\u2028\u2029]")

Property = tuple[str, str]


def icalendar(agenda: Agenda, *, name: str = "onrecord", base: str | None = None) -> bytes:
    """The calendar in UTF-8.

    base: the address under which the archive's page is served, without a slash at its end; None for no links.
    """
    lines: list[Property] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//onrecord//onrecord//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", text(name)),
        ("X-WR-CALNAME", text(name)),
    ]
    seen: Counter[str] = Counter()
    for entry in (*(_meeting(one, base) for one in agenda.meetings), *(_due(one, base) for one in agenda.due)):
        lines += _event(entry, seen)
    return b"".join(map(folded, (*lines, ("END", "VCALENDAR"))))


def text(words: str) -> str:
    """The words as a value of the type TEXT: RFC 5545, 3.3.11."""
    plain = _CONTROL.sub("", _LINE_END.sub("\n", words))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: Property) -> bytes:
    """A content line with its end, in pieces of at most 75 octets; no character is cut."""
    pieces = [b""]
    for sign in f"{line[0]}:{line[1]}":
        octets = sign.encode()
        # The blank that a further piece begins with counts too.
        if len(pieces[-1]) + len(octets) > (_LINE if len(pieces) == 1 else _LINE - 1):
            pieces.append(b"")
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"


def _event(properties: Iterable[Property], seen: Counter[str]) -> Iterator[Property]:
    """An entry of the calendar. seen: how often each UID came, since one clause may tell of two meetings."""
    yield "BEGIN", "VEVENT"
    for name, value in properties:
        if name == "UID":
            seen[value] += 1
            yield name, value if seen[value] == 1 else f"{seen[value]}-{value}"
        else:
            yield name, value
    yield "END", "VEVENT"


def _meeting(one: Happening, base: str | None) -> Iterator[Property]:
    first = one.tellings[0]
    who = listed(party.name for party in one.parties)
    title = f"{type_in_words(one.type).capitalize()}{': ' if who else ''}{who}"
    yield "UID", _uid(first.article.id, one.type, first.words)
    yield "DTSTAMP", _stamp(told.article for told in one.tellings)
    yield from whole_days(one.when)
    yield "SUMMARY", text(f"Cancelled: {title}" if one.status == "cancelled" else title)
    if one.where:
        yield "LOCATION", text(one.where)
    yield "STATUS", _STATUS.get(one.status, "CONFIRMED")
    yield "CATEGORIES", text(type_in_words(one.type).capitalize())
    yield "TRANSP", "TRANSPARENT"
    yield "DESCRIPTION", text("\n\n".join(f"{told.words}\n{_source(told.article)}" for told in one.tellings))
    yield from _url(first, base)


def _due(debt: Debt, base: str | None) -> Iterator[Property]:
    first = debt.tellings[0]
    to = f" (to {debt.to.name})" if debt.to else ""
    yield "UID", _uid(first.article.id, "owed", first.what)
    yield "DTSTAMP", _stamp(told.article for told in debt.tellings)
    yield from whole_days(debt.due_last)
    yield "SUMMARY", text(f"Due: {debt.who.name}, {_flat(debt.what)}{to}")
    yield "STATUS", "CONFIRMED"
    yield "CATEGORIES", text("Answer due")
    yield "TRANSP", "TRANSPARENT"
    yield "DESCRIPTION", text("\n\n".join(f"{told.words}\n{_source(told.article)}" for told in debt.tellings))
    yield from _url(first, base)


def whole_days(edtf: str | None) -> Iterator[Property]:
    """The whole days; the end is the day after the last one (RFC 5545, 3.6.1), and left out where it is the next."""
    days = bounds(edtf) if edtf else None
    if days:
        yield "DTSTART;VALUE=DATE", f"{days[0]:%Y%m%d}".rjust(8, "0")
        if days[1] > days[0] and days[1] < date.max:
            yield "DTEND;VALUE=DATE", f"{days[1] + timedelta(days=1):%Y%m%d}".rjust(8, "0")


def _uid(*parts: str) -> str:
    """One that stays, whatever reads the article anew, as long as its words for the matter are the same."""
    return f"{uuid5(NAMESPACE_URL, 'onrecord:' + chr(10).join(map(_flat, parts)))}@onrecord"


def _stamp(articles: Iterable[Entry]) -> str:
    return max((_moment(entry) for entry in articles), default=_NO_STAMP)


def _moment(entry: Entry) -> str:
    """When an article came out, in UTC; midnight where only its day is known."""
    for given in (entry.published, entry.day):
        try:
            moment = datetime.fromisoformat(given or "")
            aware = moment.astimezone(UTC) if moment.tzinfo else moment
        except (ValueError, OverflowError):
            continue
        return f"{aware.year:04}{aware:%m%dT%H%M%S}Z"
    return _NO_STAMP


def _url(told: Telling | Owed, base: str | None) -> Iterator[Property]:
    if base:
        yield "URL", f"{base}{passage_address(told.article.id, told.pieces)}"


def _source(entry: Entry) -> str:
    filed = ", ".join(part for part in (entry.place, entry.day, entry.agency) if part)
    return " – ".join(part for part in (entry.headline, filed) if part) or entry.id


def _flat(words: str) -> str:
    return " ".join(words.split())
