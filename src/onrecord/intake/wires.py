"""Wire text as it was sent over lines: IPTC 7901 and ANPA 1312, one message or many in a file.

Sources: IPTC 7901 "The text transmission format" (IPTC, 1991); ANPA 1312 "High speed wire service transmission
guidelines" (1989). Both frame a message with control characters: <SOH> header <STX> text <ETX> time <EOT>. Files that
lost them on the way are read as one message.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from onrecord.errors import ReadError
from onrecord.intake.agencies import agency_name
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.dates import MONTHS
from onrecord.intake.decode import decode
from onrecord.intake.published import published_field
from onrecord.intake.stated import moment, stated
from onrecord.intake.told import Told, copy_of
from onrecord.intake.wire_tops import Top, anpa_top, iptc_top
from onrecord.record import Signals

_FRAMED = re.compile(
    "\x01(?P<header>[^\x01\x02\x03\x04]{0,2000})\x02(?P<text>[^\x01\x02\x03\x04]*)"
    "(?:\x03(?P<time>[^\x01\x02\x03\x04]{0,200})\x04?)?"
)
_CONTROLS = re.compile("[\x00-\x1f]")
# Source and number, priority 1 to 9, category, words, and what the agency puts behind them.
_IPTC = re.compile(
    r"\s*(?P<source>[A-Za-z]{1,8})?\s?(?P<number>\d{1,6})\s(?P<priority>[1-9])\s(?P<category>[A-Za-z]{1,4})\s"
    r"(?P<words>\d{1,5})\s*(?P<more>.*)"
)
# Service and number, then priority and category letters, the keyword line, month-day and words.
_ANPA = re.compile(
    r"\s*(?P<service>[A-Za-z])\s?(?P<number>\d{3,4})\s*(?P<selectors>[A-Za-z-]{0,12})\s+"
    r"(?:(?P<priority>[bdfrsuw])\s?(?P<category>[A-Za-z])\s+)?(?P<keyword>\S.*?)"
    r"(?:\s*,?\s(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:\s+(?P<words>\d{2,5}))?)?\s*",
    re.IGNORECASE,
)
# Urgency by ANPA's priority letters: flash, bulletin, urgent, regular and deferred, Sunday, weekend.
_URGENCY: Final = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "s": 6, "w": 6}
# "1st Ld-Writethru", "2nd Add", "Kill": what a keyword line says of the story's state.
_STATE = re.compile(
    r"(?P<count>\d)?(?:st|nd|rd|th)?[ -]{0,2}(?:ld|lead)?[ -]{0,2}"
    r"\b(?P<word>writethru|write-thru|kill|withdrawal|correct(?:ion|ive)?|refile|embargoed?|hold|update|add|lead|ld)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:AM|PM|BC|AP)-++", re.IGNORECASE)
_DAY_HOUR = re.compile(
    r"\s*(?P<day>\d\d)(?P<clock>\d{4})\s*(?P<zone>[A-Z]{2,4})?\s*(?P<month>[A-Za-z]{3})\.?\s*(?P<year>\d{2,4})\s*"
)


class _Message(Struct, frozen=True):
    header: str
    text: str
    time: str


def read_iptc7901(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a file of IPTC 7901 messages."""
    yield from _read(data, name, published, _iptc, lines=1)


def read_anpa1312(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a file of ANPA 1312 messages."""
    yield from _read(data, name, published, _anpa, lines=2)


def _read(
    data: bytes, name: str, published: str | None, tell: Callable[[_Message, str | None], Told], *, lines: int
) -> Iterator[Copy | ReadError]:
    """lines: of the header."""
    text = decode(data, name=name)
    messages = [_framed(match) for match in _FRAMED.finditer(text)] or _bare(text, lines)
    if not messages:
        yield ReadError(f"{name}: there is no message between the marks SOH and ETX; save it as plain text")
    for number, message in enumerate(messages, start=1):
        where = name if len(messages) == 1 else f"{name}: message {number}"
        try:
            yield copy_of(tell(message, published), where=where, published=published)
        except ReadError as error:
            yield error


def _framed(match: re.Match[str]) -> _Message:
    return _Message(_CONTROLS.sub(" ", match["header"]), clean(match["text"]), match["time"] or "")


def _bare(text: str, lines: int) -> list[_Message]:
    """The one message of a text that has no frame, where its first lines are a header."""
    parts = clean(text).strip().split("\n", lines)
    header = " ".join(parts[:lines])
    if len(parts) <= lines or not (_IPTC if lines == 1 else _ANPA).fullmatch(_CONTROLS.sub(" ", header)):
        return []
    rest, _, last = parts[lines].rstrip().rpartition("\n")
    timed = _DAY_HOUR.fullmatch(last) is not None
    return [_Message(_CONTROLS.sub(" ", header), rest if timed else parts[lines], last if timed else "")]


def _iptc(message: _Message, published: str | None) -> Told:
    header = _IPTC.fullmatch(message.header)
    more = " ".join((header["more"] if header else message.header).split())
    top = iptc_top(message.text)
    agency = agency_name(re.split(r"[\s-]", more)[0]) if more else None
    return _told(
        "iptc7901",
        top,
        header,
        published=_sent(message.time),
        provider=agency or (header["source"] if header else None),
        signals=_signals(top, "", header["priority"] if header else None),
        left=("number", "words"),
        keywords=bool(more or top.keywords),
    )


def _anpa(message: _Message, published: str | None) -> Told:
    header = _ANPA.fullmatch(message.header)
    keyword = _PREFIX.sub("", " ".join((header["keyword"] if header else message.header).split()))
    top = anpa_top(message.text)
    return _told(
        "anpa1312",
        top,
        header,
        published=top.sent or _sent(message.time) or _on(header, published),
        provider=None,
        signals=_signals(top, keyword, _URGENCY.get((header["priority"] or "").lower()) if header else None),
        left=("service", "number", "selectors", "words"),
        keywords=bool(keyword),
    )


def _told(
    format: str,
    top: Top,
    header: re.Match[str] | None,
    *,
    published: str | None,
    provider: str | None,
    signals: Signals,
    left: tuple[str, ...],
    keywords: bool,
) -> Told:
    """The article. Its numbers are used again within days, so that it has no id of its own."""
    unkept = [name for name in left if header and header[name]]
    return Told(
        format=format,
        body=top.body,
        summary=top.summary,
        headline=top.headline,
        byline=top.byline,
        section=header["category"] if header else None,
        published=published,
        provider=provider,
        signals=signals,
        left_out=(*unkept, *top.left_out, *(("keywords",) if keywords else ())),
    )


def _signals(top: Top, keyword: str, urgency: int | str | None) -> Signals:
    states = [state for line in (keyword, *top.states) if (state := next(_STATE.finditer(line), None))]
    counts = [int(state["count"]) + 1 for state in states if state["count"]]
    # The story itself is the first version, its first lead or write-through the second.
    version = str(max(counts)) if counts else None
    notes = [*((keyword,) if keyword and states else ()), *top.states, *top.notes]
    return stated([state["word"] for state in states], notes=notes, urgency=urgency, version=version)


def _sent(time: str) -> str | None:
    """The moment of a line such as "081405 GMT mar 19": day, hour and minute, zone, month, year."""
    match = _DAY_HOUR.match(time)
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None:
        return None
    year = int(match["year"]) + (0 if len(match["year"]) == 4 else 1900 if int(match["year"]) > 69 else 2000)
    clock = f"{match['clock'][:2]}:{match['clock'][2:]}:00"
    zone = "Z" if (match["zone"] or "") in ("GMT", "UTC", "Z") else ""
    return moment(f"{year:04}-{month:02}-{match['day']}T{clock}{zone}")


def _on(header: re.Match[str] | None, published: str | None) -> str | None:
    """The month and day of the header, in the year of the day of publication that was given."""
    if header is None or not header["month"] or published is None:
        return None
    return published_field(f"{published[:4]}-{int(header['month']):02}-{int(header['day']):02}")
