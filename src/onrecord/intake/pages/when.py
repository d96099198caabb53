"""Moments as pages write them, in their metadata and on their faces."""

import re
from datetime import UTC, datetime

_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
    r"\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?!\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
# "Fri, 08 Mar 2019 09:00:00 GMT" and JavaScript's "Fri Mar 08 2019 09:00:00 GMT+0100 (CET)".
_RFC = re.compile(
    r"(?:[A-Z][a-z]{2},?\s)?(?:(?P<day>\d{1,2})\s(?P<month>[A-Z][a-z]{2})[a-z]*|(?P<month2>[A-Z][a-z]{2})[a-z]*\.?\s(?P<day2>\d{1,2})),?"
    r"\s(?P<year>\d{4})\s(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s?(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s?(?:GMT|UTC)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?P<name>\s?GMT|\s?UTC|)"
)
_MONTHS = {name: n for n, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def read_moment(value: str | None) -> str | None:
    """The moment as `record.Article.published` has it, with its zone where the value gives one; None for no moment
    that exists."""
    if not value:
        return None
    value = value.strip().strip("'\"")
    try:
        return _iso(value) or _epoch(value) or _rfc(value)
    except (ValueError, OverflowError):
        return None


def _iso(value: str) -> str | None:
    match = _ISO.match(value) or _COMPACT.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups()[:3])
    if match[4] is None:
        return _sane(datetime(year, month, day)).date().isoformat()
    read = datetime(year, month, day, int(match[4]), int(match[5]), int(match[6] or 0))
    return _sane(read).isoformat(timespec="seconds") + _zone(match[7])


def _zone(written: str | None) -> str:
    if not written:
        return ""
    if written.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return ""
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def _epoch(value: str) -> str | None:
    if not _EPOCH.fullmatch(value):
        return None
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat(timespec="seconds")


def _rfc(value: str) -> str | None:
    match = _RFC.search(value)
    if match is None:
        return None
    month = _MONTHS.get(match["month"] or match["month2"])
    if month is None:
        return None
    hour = int(match["hour"])
    if half := (match["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    read = datetime(int(match["year"]), month, int(match["day"] or match["day2"]), hour, int(match["minute"]))
    read = read.replace(second=int(match["second"] or 0))
    return _sane(read).isoformat(timespec="seconds") + _zone(
        match["zone"] or match["name"].strip() or ("GMT" if "GMT" in value or "UTC" in value else None)
    )


def _sane(read: datetime) -> datetime:
    """Raises ValueError for the years that careless systems write: 1, 1970, 9999."""
    if not 1971 <= read.year <= 2100:
        raise ValueError(f"{read.year} is no year of a page")
    return read
