"""Wire text as it was sent over lines: IPTC 7901 and ANPA 1312, one message or many in a file.

Sources: IPTC 7901 "The text transmission format" (IPTC, 1991); ANPA 1312 "High speed wire service transmission
guidelines" (1989). Both frame a message with control characters: <SOH> header <STX> text <ETX> time <EOT>.
"""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.errors import ReadError
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.dates import MONTHS
from onrecord.intake.decode import decode
from onrecord.intake.published import published_field
from onrecord.intake.stated import moment, stated
from onrecord.intake.told import Told, copy_of
from onrecord.record import Signals

_MESSAGE = re.compile(
    "\x01(?P<header>[^\x01\x02\x03\x04]{0,2000})\x02(?P<text>[^\x01\x02\x03\x04]*)"
    "(?:\x03(?P<time>[^\x01\x02\x03\x04]{0,200})\x04?)?"
)
# Source and number, priority 1 to 9, category, words, and what the agency puts behind them.
_IPTC = re.compile(
    r"\s*(?P<source>[A-Za-z]{1,8})?\s?(?P<number>\d{1,6})\s(?P<priority>[1-9])\s(?P<category>[A-Za-z]{1,4})\s"
    r"(?P<words>\d{1,5})\s*(?P<more>.*)",
    re.DOTALL,
)
# Service and number, then priority and category letters, the keyword line, month-day and words.
_ANPA = re.compile(
    r"\s*(?P<service>[A-Za-z])\s?(?P<number>\d{3,4})\s*(?P<selectors>[A-Za-z-]{0,12})\s+"
    r"(?:(?P<priority>[bdfrsuw])\s?(?P<category>[A-Za-z])\s+)?(?P<keyword>\S.*?)"
    r"(?:\s*,?\s(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:\s+(?P<words>\d{2,5}))?)?\s*",
    re.DOTALL | re.IGNORECASE,
)
# Urgency by ANPA's priority letters: flash, bulletin, urgent, regular and deferred, Sunday, weekend.
_URGENCY: Final = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "s": 6, "w": 6}
# "1st Ld-Writethru", "2nd Add", "Kill": what a keyword line says of the story's state.
_STATE = re.compile(
    r"(?P<count>\d)?(?:st|nd|rd|th)?[ -]{0,2}(?:ld|lead)?[ -]{0,2}"
    r"\b(?P<word>writethru|write-thru|kill|withdrawal|correct(?:ion|ive)?|embargoed?|hold|update|add|lead|ld)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:AM|PM|BC|AP)-++", re.IGNORECASE)
_DAY_HOUR = re.compile(
    r"\s*(?P<day>\d\d)(?P<clock>\d{4})\s*(?P<zone>[A-Z]{2,4})?\s*(?P<month>[A-Za-z]{3})\.?\s*(?P<year>\d{2,4})?"
)
# Marks of typesetting: "^" begins a line, "<" or "=" ends it.
_LINE_MARKS = re.compile(r"^[\t ]*\^+|[<^=]+[ \t]*$", re.MULTILINE)


def read_iptc7901(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a file of IPTC 7901 messages."""
    yield from _read(data, name, published, "iptc7901")


def read_anpa1312(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a file of ANPA 1312 messages."""
    yield from _read(data, name, published, "anpa1312")


def _read(data: bytes, name: str, published: str | None, format: str) -> Iterator[Copy | ReadError]:
    text = decode(data, name=name)
    messages = list(_MESSAGE.finditer(text))
    if not messages:
        yield ReadError(f"{name}: there is no message between the marks SOH and ETX; save it as plain text")
    for number, message in enumerate(messages, start=1):
        where = name if len(messages) == 1 else f"{name}: message {number}"
        try:
            told = _iptc(message) if format == "iptc7901" else _anpa(message, published)
            yield copy_of(told, where=where, published=published)
        except ReadError as error:
            yield error


def _iptc(message: re.Match[str]) -> Told:
    header = _IPTC.match(message["header"])
    more = " ".join((header["more"] if header else message["header"]).split())
    return Told(
        format="iptc7901",
        id=None,  # numbers are used again within days
        body=_body(message["text"]),
        section=header["category"] if header else None,
        published=_sent(message["time"]),
        provider=header["source"] if header else None,
        signals=_signals(more, header["priority"] if header else None),
        left_out=_left(header, ("number", "words")) + (("keywords",) if more else ()),
    )


def _anpa(message: re.Match[str], published: str | None) -> Told:
    header = _ANPA.fullmatch(message["header"])
    keyword = " ".join((header["keyword"] if header else message["header"]).split())
    urgency = _URGENCY.get((header["priority"] or "").lower()) if header else None
    return Told(
        format="anpa1312",
        body=_body(message["text"]),
        section=header["category"] if header else None,
        published=_sent(message["time"]) or _on(header, published),
        signals=_signals(_PREFIX.sub("", keyword), urgency),
        left_out=_left(header, ("service", "number", "selectors", "words")) + (("keywords",) if keyword else ()),
    )


def _signals(keyword: str, urgency: int | str | None) -> Signals:
    state = next(_STATE.finditer(keyword), None)
    if state is None:
        return stated([], urgency=urgency)
    count = state["count"]
    # The story itself is the first version, its first lead or write-through the second.
    return stated([state["word"]], notes=[keyword], urgency=urgency, version=str(int(count) + 1) if count else None)


def _body(text: str) -> str:
    return _LINE_MARKS.sub("", clean(text)).strip("\n")


def _left(header: re.Match[str] | None, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if header and header[name])


def _sent(time: str | None) -> str | None:
    """The moment of a line such as "081405 GMT mar 19": day, hour and minute, zone, month, year."""
    match = _DAY_HOUR.match(time or "")
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None or not match["year"]:
        return None
    year = int(match["year"]) + (0 if len(match["year"]) == 4 else 1900 if int(match["year"]) > 69 else 2000)
    clock = f"{match['clock'][:2]}:{match['clock'][2:]}:00"
    zone = "Z" if (match["zone"] or "").upper() in ("GMT", "UTC", "Z") else ""
    return moment(f"{year:04}-{month:02}-{match['day']}T{clock}{zone}")


def _on(header: re.Match[str] | None, published: str | None) -> str | None:
    """The month and day of the header, in the year of the day of publication that was given."""
    if header is None or not header["month"] or published is None:
        return None
    return published_field(f"{published[:4]}-{int(header['month']):02}-{int(header['day']):02}")
