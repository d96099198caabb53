"""Datelines: where, when and by which agency a report was filed, at the head of its first paragraph.

Find first, choose after: each pattern proposes place, date and agency by their shape alone, and `_is_right`
decides. Shapes: "GENEVA, January 21. /TASS/.", "LA CROSSE, Wis. (AP) —", "TOKYO, Jan. 21, Kyodo -",
"(ANSA) - Rome, January 21 -", "PUTRAJAYA, Nov 22 —", "WASHINGTON —", "21 January 2014 –", and those of Xinhua and
Yonhap in their own languages.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from onrecord.intake.agencies import FORMS, agency_name
from onrecord.intake.copy import DatelineText
from onrecord.intake.dates import DATE, MONTH, MONTHS, WEEKDAYS, NamedDate, named_date
from onrecord.intake.places import (
    SMALL_WORDS,
    in_capitals,
    in_title_case,
    is_city,
    is_place_alone,
    is_region,
    written_place,
)
from onrecord.spans import Span

# In characters; the longest in TimeBank and PolNeAR has 55, and joint ones of three cities reach about 100.
REACH = 160

_WORD = r"[^\W\d_](?:[^\W\d_]|[.'’]|-(?=[^\W\d_])){0,24}"
_PLACE = rf"(?P<place>{_WORD}(?:(?:\s?/\s?|,?\s(?:and|und)\s|\s){_WORD}){{0,5}})"
# A month behind the comma begins the date, not a region.
_REGION_PART = rf",\s?(?!(?:{MONTH})\b){_WORD}(?:\s{_WORD}){{0,3}}"
_REGION = rf"(?P<region>\s?\[{_WORD}(?:\s{_WORD}){{0,3}}\]|{_REGION_PART}(?:{_REGION_PART})?)?"
_WHEN = rf"(?:[,.]?\s?{DATE})?"
_SIGN = r"\s?(?P<sign>\.?\s?(?:--+|[-–—―_=])|[:.]|)"
_BARE = "|".join(re.escape(form) for form in FORMS)
_FLAGS = re.VERBOSE | re.IGNORECASE

_BRACKETED = re.compile(
    rf"(?:{_PLACE}{_REGION}[,.]?\s?)?(?:{DATE})?[,.]?\s?-{{0,2}}\s?"
    r"\(\s?(?P<agency>[^\W\d_][^()\n]{1,49}?)\s?\)" + _SIGN,
    _FLAGS,
)
_SLASHED = re.compile(
    rf"(?:{_PLACE}{_REGION}[,.]?\s?)?(?:{DATE})?[,.]?(?:\s|^)/\s?(?P<agency>[^\W\d_][^()/\n]{{1,49}}?)\s?/" + _SIGN,
    _FLAGS,
)
_BETWEEN_SLASHES = re.compile(rf"{_PLACE}{_REGION}\s/\s(?P<agency>{_BARE})\s/\s{DATE}\s/", _FLAGS)
_UNBRACKETED = re.compile(
    rf"{_PLACE}{_REGION}{_WHEN}(?:[,.]|\s?[-–—])?\s(?P<agency>{_BARE})\s?(?P<sign>--+|[-–—―_:.])", _FLAGS
)
_AGENCY_FIRST = re.compile(
    rf"(?:\(\s?(?P<bracketed>[^\W\d_][^()\n]{{1,29}})\)\s?[-–—]+\s?{_PLACE}{_REGION},?\s"
    rf"|(?P<agency>{_BARE}),\s){DATE}\s?(?P<sign>--+|[-–—_:.])",
    _FLAGS,
)
_UNSIGNED = re.compile(rf"{_PLACE}{_REGION}{_WHEN}" + _SIGN, _FLAGS)
_DATE_ONLY = re.compile(rf"(?=\d){DATE}\s(?P<sign>[-–—])\s(?=[^\W\d_])", _FLAGS)

_DAY_CJK = r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_XINHUA = re.compile(
    rf"(?P<agency>新华社|中新社)(?P<place>[^\W\d_]{{2,12}}?){_DAY_CJK}电(?:\s?[（(][^（()）\n]{{1,40}}[)）])?"
)
_YONHAP = re.compile(r"\((?P<place>[^\W\d_]{2,12})=(?P<agency>연합뉴스)\)(?:\s?[^=\n]{1,30}=)?")

# What every dateline begins with: words with capitals, numbers and the small words of places, and behind them a sign.
# Nine in ten paragraphs fail here at their second or third word; each part is possessive, so nothing is tried twice.
_OPENING = re.compile(rf"(?:(?:[^\W_a-z]|(?:{'|'.join(sorted(SMALL_WORDS))})\b)[\w.'’-]*+[\s,/\[\]]*+){{0,12}}+")
_SIGNS = frozenset("(-–—―_:=")
_HINT = re.compile(r"[\d/]|[-–—]\s")

# Words in capitals before a dash or a colon that name no place: labels over copy. Own compilation from PolNeAR
# (2015-16) and from pages of the Fundus test data.
_LABELS = frozenset(
    """
    also analysis audio blog boom breaking busted column comment commentary correction corrections developing editorial
    exclusive explained explainer fact check feature flash gallery graphic interview just in live look more must news
    newsletter note opinion photo photos pictures podcast poll preview profile quiz quote quotes read recap related
    report review see special the a an of on for to this that what why how when who where is are was top update updated
    updates urgent video videos warning watch alert advisory factbox timeline not no new by or with from we you i it
    """.split()
)
# "The Hague", "New Delhi".
_NEVER_FIRST = _LABELS - {"the", "new"}


class _Draft(Struct, frozen=True):
    """What a pattern proposes. `signed` is the agency as written; `end` where the dateline ends."""

    end: int
    place: str | None
    region: str | None
    date: NamedDate | None
    signed: str | None
    sign: str
    bracketed: bool


def find_dateline(text: str, start: int, end: int) -> DatelineText | None:
    """The dateline at the head of the paragraph `text[start:end]`, or None.

    Its span goes from its first character to the last sign that belongs to it, the dash included.
    """
    head = text[start : min(end, start + REACH)]
    if not _opens_like_one(head):
        return None
    for draft in _drafts(head):
        if _is_right(draft, head, whole=draft.end == end - start):
            return _dateline(draft, start)
    return _east_asian(head, start)


def is_dateline_alone(line: str) -> bool:
    """Whether a line is a dateline and nothing else, as pages set it over the first paragraph: "GENEVA, March 8"."""
    found = find_dateline(line, 0, len(line))
    return is_place_alone(line) or (found is not None and len(found.span) == len(line))


def _opens_like_one(head: str) -> bool:
    first = head.split(None, 1)[:1]
    if first and first[0].casefold() in _NEVER_FIRST:
        return False
    opening = _OPENING.match(head)
    behind = opening.end() if opening else 0
    return behind == len(head) or head[behind] in _SIGNS or _HINT.search(head, 0, behind) is not None


def _drafts(head: str) -> Iterator[_Draft]:
    """What each shape makes of the head, the plainest first: an agency's signature, then a date, then a place."""
    yield from _read(_AGENCY_FIRST, head)
    if "(" in head:
        yield from _read(_BRACKETED, head, bracketed=True)
    if "/" in head:
        yield from _read(_BETWEEN_SLASHES, head)
        yield from _read(_SLASHED, head, bracketed=True)
    for pattern in (_UNBRACKETED, _UNSIGNED, _DATE_ONLY):
        yield from _read(pattern, head)


def _read(pattern: re.Pattern[str], head: str, *, bracketed: bool = False) -> Iterator[_Draft]:
    match = pattern.match(head)
    if match is None:
        return
    found = match.groupdict()
    yield _Draft(
        end=len(match.group().rstrip()),
        place=found.get("place"),
        region=(found.get("region") or "").strip(" ,[]") or None,
        date=named_date(match),
        signed=found.get("agency") or found.get("bracketed"),
        sign=(found.get("sign") or "").strip(),
        bracketed=bracketed or found.get("bracketed") is not None,
    )


def _is_right(draft: _Draft, head: str, *, whole: bool) -> bool:
    if draft.place is not None and not _may_be_place(draft.place):
        return False
    if draft.signed is not None:
        return _is_signed_right(draft, draft.signed, whole=whole)
    if draft.place is None:
        return draft.date is not None and draft.date.year is not None
    if draft.date is not None:
        return _is_dated_right(draft, draft.place, head, whole=whole)
    return _is_bare_right(draft, draft.place, head, whole=whole)


def _may_be_place(place: str) -> bool:
    """Whether the words could name a place at all: written like a name, and no day, month, label or common word."""
    words = [word.strip(".").casefold() for word in place.split()]
    return (
        (in_capitals(place) or in_title_case(place))
        and words[0] not in MONTHS
        and words[0] not in WEEKDAYS
        and (words[0] not in _LABELS or is_city(place))
    )


def _is_signed_right(draft: _Draft, signed: str, *, whole: bool) -> bool:
    if agency_name(signed):
        if not draft.bracketed:
            return _is_written_as_name(signed)
        settled = bool(draft.sign) or draft.date is not None or whole
        return settled or draft.place is None or is_city(draft.place)
    return draft.bracketed and draft.place is not None and _is_unknown_agency(draft, signed, draft.place)


def _is_written_as_name(signed: str) -> bool:
    """Whether words without brackets sign as an agency does: "PA" does, the "Pa." of Pennsylvania does not."""
    return not is_region(signed) and (len(signed) > 4 or signed.isupper())


def _is_unknown_agency(draft: _Draft, signed: str, place: str) -> bool:
    """Whether a name between brackets or slashes that no table has signs a dateline: "SPRINGFIELD, Ill. (CNI) —",
    "TESKA, March 8. /NPA/.", "TESKA (Meridian) —".

    The brackets of "WORLD HEALTH ORGANIZATION (WHO) —" hold the initials of what stands before them.
    """
    initials = "".join(word[0] for word in place.split())
    return (
        (draft.sign not in ("", ".", ":") or (draft.sign == "." and draft.date is not None and signed.isupper()))
        and (in_capitals(place) or draft.date is not None)
        and signed[0].isupper()
        and len(signed.split()) <= 4
        and (signed.isupper() or "News" in signed or draft.date is not None or _is_lone_name(draft, signed, place))
        and signed.replace(".", "") != initials
        and not is_region(signed)
    )


def _is_lone_name(draft: _Draft, signed: str, place: str) -> bool:
    """Whether one word signs behind a place in capitals and before a dash, and is no label: not "(Video) —"."""
    word = signed.casefold()
    return len(place) > 3 and in_title_case(signed) and " " not in signed and word not in _LABELS


def _is_dated_right(draft: _Draft, place: str, head: str, *, whole: bool) -> bool:
    if not (draft.sign or whole):
        return False
    return is_city(place) or (in_capitals(place) and (whole or _goes_on(draft, head)))


def _is_bare_right(draft: _Draft, place: str, head: str, *, whole: bool) -> bool:
    """Whether a place without date or agency is a dateline: "TALLAHASSEE — Donald", but not "NATO - the"."""
    if whole and not draft.sign.strip("."):
        return is_city(place) and in_capitals(place)
    if draft.sign in ("", ".") or not (whole or _goes_on(draft, head)):
        return False
    if draft.sign == ":":
        return is_city(place) and in_capitals(place) and draft.region is None
    if is_city(place):
        return draft.region is None or is_region(draft.region)
    spaced = draft.end < len(head) and head[draft.end].isspace()
    return spaced and in_capitals(place) and (_is_known_region(draft.region) or _is_long_name(draft, place))


def _is_known_region(region: str | None) -> bool:
    return region is not None and (is_region(region) or not region.isupper())


def _is_long_name(draft: _Draft, place: str) -> bool:
    """Whether a place of no table may stand bare: short ones are mostly acronyms, longer ones labels."""
    words = [word.strip(".").casefold() for word in place.split()]
    return draft.region is None and sum(map(len, words)) >= 6 and len(words) <= 2 and _LABELS.isdisjoint(words)


def _goes_on(draft: _Draft, head: str) -> bool:
    """Whether a new sentence begins behind the sign: a dash before a small letter belongs to the sentence."""
    behind = head[draft.end :].lstrip(" \t\u00a0\n\"“”'‘’`«([$")
    return bool(behind) and not behind[0].islower()


def _dateline(draft: _Draft, start: int) -> DatelineText:
    signed = " ".join(draft.signed.split()) if draft.signed else None
    date = draft.date
    return DatelineText(
        span=Span(start, start + draft.end),
        place=written_place(draft.place) if draft.place else None,
        agency=(agency_name(signed) or signed) if signed else None,
        year=date.year if date else None,
        month=date.month if date else None,
        day=date.day if date else None,
    )


def _east_asian(head: str, start: int) -> DatelineText | None:
    match = _XINHUA.match(head) or _YONHAP.match(head)
    if match is None:
        return None
    found = match.groupdict()
    month, day = (int(found[key]) if found.get(key) else None for key in ("month", "day"))
    agency = agency_name(found["agency"])
    return DatelineText(Span(start, start + match.end()), found["place"], agency, None, month, day)
