"""What a file states about its article beside the text, as the record has it: status, version, embargo, times."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from onrecord.intake.signals import find_signals
from onrecord.record import Signals, SignalStatus

# What is graver outweighs what is not: a killed item whose headline says "CORRECTED-" is killed.
GRAVITY: Final[tuple[SignalStatus, ...]] = (
    "usable", "updated", "corrected", "embargoed", "withheld", "withdrawn", "killed",
)  # fmt: skip

# Words of the formats' vocabularies by what they mean for those who may publish. Sources: IPTC NewsCodes "pubstatusg2"
# (usable, withheld, canceled) and "signal"; NewsML 1.2 Status and Instruction; NITF 3.6 docdata/@management-status and
# du-key; schema.org creativeWorkStatus; ANPA 1312 version lines ("1st Ld-Writethru").
_STATUS: Final[dict[str, SignalStatus]] = {
    **dict.fromkeys("usable published".split(), "usable"),
    **dict.fromkeys("update updated writethru writethrough rewrite add lead".split(), "updated"),
    **dict.fromkeys("correction corrected corrective rectify refile correct".split(), "corrected"),
    **dict.fromkeys("embargoed embargo".split(), "embargoed"),
    **dict.fromkeys("withheld hold held".split(), "withheld"),
    **dict.fromkeys("withdrawn withdrawal withdraw retracted retraction".split(), "withdrawn"),
    **dict.fromkeys("canceled cancelled cancel kill killed delete deleted".split(), "killed"),
}
_GENERAL = re.compile(r"cancell?ed", re.IGNORECASE)
UNTIL_FURTHER_NOTICE: Final = ".."

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s?(?:Z|([+-])(\d\d):?(\d\d))?", re.ASCII)
_EXTENDED = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|([+-])(\d\d):?(\d\d))?)?",
    re.ASCII | re.IGNORECASE,
)


# The usual mail date; others are left to the standard library, which takes longer.
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_MAIL = re.compile(
    rf"(?:[A-Z][a-z]{{2}},\s)?(\d{{1,2}})\s({'|'.join(re.findall('...', _MONTHS))})\s(\d{{4}})\s(\d\d):(\d\d):(\d\d)\s"
    r"(GMT|UTC?|([+-])(\d\d)(\d\d))",
    re.ASCII | re.IGNORECASE,
)


def status_of(word: str) -> SignalStatus | None:
    """The status that a word of a vocabulary means, also as a code or address: "stat:canceled", ".../signal/update"."""
    last = re.split(r"[:/#]", word.strip())[-1]
    return _STATUS.get(re.sub(r"[^a-z]", "", last.lower()))


def stated(
    words: Iterable[str | None],
    *,
    notes: Iterable[str | None] = (),
    terms: str | None = None,
    version: str | None = None,
    embargo: str | None = None,
    replaces: str | None = None,
    urgency: int | str | None = None,
) -> Signals:
    """The signals of an item's metadata; the gravest word wins.

    words: of the format's vocabularies; those that mean no status are passed over.
    notes: to editors, as they stand; what they say counts too. terms: of use.
    embargo: a moment as `moment` writes it, or ".."; urgency: 1 to 9, others are passed over.
    """
    told = [" ".join(note.split()) for note in notes if note and note.strip()]
    said = find_signals(None, told)
    found = {status_of(word) or "usable": word for word in words if word}
    # "canceled" is the general word for what may not be used any more; one that is withdrawn says so beside it.
    if "withdrawn" in found and _GENERAL.search(found.get("killed", "")):
        del found["killed"]
    held: SignalStatus = "embargoed" if embargo else "usable"
    worst = max((*found, said.status, held), key=GRAVITY.index)
    if terms and terms.strip():
        told.append(f"usage terms: {' '.join(terms.split())}")
    level = int(urgency) if urgency is not None and re.fullmatch(r"[1-9]", str(urgency).strip()) else None
    return Signals(worst, tuple(dict.fromkeys(told)), version, embargo, replaces, level)


def gravest(first: Signals, second: Signals) -> Signals:
    """Both as one: the graver status, the notes of both, and what else the first says before the second."""
    return Signals(
        max((first.status, second.status), key=GRAVITY.index),
        tuple(dict.fromkeys(first.notes + second.notes)),
        first.version or second.version,
        first.embargo or second.embargo,
        first.replaces or second.replaces,
        first.urgency or second.urgency,
    )


def moment(value: str | None) -> str | None:
    """The day or moment as `record.Article.published` has it; None where there is none that exists.

    Reads ISO 8601, extended ("2018-10-23T12:00:00Z") and basic ("20130605T210000+0000"), and mail dates (RFC 5322).
    """
    text = (value or "").strip()
    match = _EXTENDED.fullmatch(text) or _BASIC.fullmatch(text)
    if match is None:
        return _mail_moment(text)
    try:
        return _written(match.groups(), zulu=text[-1:] in "Zz" or text.upper().endswith("UTC"))
    except ValueError:
        return None


def _written(parts: Sequence[str | None], *, zulu: bool) -> str:
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in parts[:6])
    if parts[3] is None:
        return date(year, month, day).isoformat()
    zone = None
    if parts[6]:
        offset = timedelta(hours=int(parts[7] or 0), minutes=int(parts[8] or 0))
        zone = timezone(-offset if parts[6] == "-" else offset)
    elif zulu:
        zone = UTC
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone).isoformat(timespec="seconds")


def _mail_moment(text: str) -> str | None:
    if match := _MAIL.fullmatch(text):
        day, month, year, hour, minute, second, _, sign, hours, minutes = match.groups()
        number = str(1 + _MONTHS.index(month.lower()) // 3)
        try:
            return _written((year, number, day, hour, minute, second, sign, hours, minutes), zulu=not sign)
        except ValueError:
            return None
    if not re.search(r"\d{1,2}\s[A-Za-z]{3,9}\.?\s\d{2,4}\s", text[:40]):
        return None
    try:
        return parsedate_to_datetime(text[:60]).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
