"""What stands above the story in wire text: keyword line, headline, notes to editors, byline; and below it.

Source: the house styles of AP (ANPA 1312) and dpa (IPTC 7901), from messages that open-source newsroom software
keeps as its tests.
"""

import re
from typing import Final

from msgspec import Struct

from onrecord.intake.stated import moment
from onrecord.intake.told import byline_of


class Top(Struct, frozen=True):
    """What was read above the story, and the story. states: lines that say what has become of it ("REFILE").

    sent: the moment that stands below the story.
    """

    body: str
    headline: str | None = None
    summary: str | None = None
    byline: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    keywords: str | None = None
    sent: str | None = None
    left_out: tuple[str, ...] = ()


# "^" begins a line, "<" or "=" ends it.
_MARKS = re.compile(r"^[\t ]*\^+|[<^=]+[ \t]*$", re.MULTILINE)
_INDENTED = re.compile(r"^(?:\t|[ ]{2,})\s*\S", re.MULTILINE)
# "BC-Strait Talks, 1st Ld-Writethru,416": the keyword line told again, with the number of words.
_SLUG = re.compile(r"(?:AM|PM|BC|AP)-.*|.*,\d{2,5}", re.IGNORECASE)
_EDITORS = re.compile(r"eds?(?:itors?)?:\s*(?P<note>.*)", re.IGNORECASE)
_MEDIA = re.compile(r"(?:with )?ap (?:photos?|graphics?|video|audio)\b.*", re.IGNORECASE)
_BY = re.compile(r"by\s+\S.*", re.IGNORECASE)
# "AP-WF-02-20-16 0337GMT": agency, wire, month-day-year, hour.
_STAMP = re.compile(r"\s*[A-Z]{2,4}-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\s(\d\d)(\d\d)(GMT)?\s*")

_STATE: Final = re.compile(
    r"(?:\d(?:ST|ND|RD|TH) )?(?:LEAD|LD|ADD|UPDATE|REFILE|KILL|WITHDRAWAL|CORRECTION|CORRECTED|EMBARGO(?:ED)?\b.*)"
)
_PRIVATE = re.compile(r"^(?:\*\s?){3,}\n\s*The following information is not intended for publication\b.*", re.M | re.S)


def anpa_top(text: str) -> Top:
    """The parts of ANPA copy: lines marked "^" above the first paragraph, which is indented."""
    body, sent = _without_stamp(text.strip("\n"))
    first = _INDENTED.search(body)
    above, story = (body[: first.start()], body[first.start() :]) if first else ("", body)
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    if not all(line.startswith("^") or line.endswith(("<", "=")) for line in lines):
        return Top(_MARKS.sub("", body).strip("\n"), sent=sent)
    top: dict[str, list[str]] = {"headline": [], "by": [], "note": [], "media": [], "slug": []}
    for line in lines:
        words = _MARKS.sub("", line).strip()
        top[_part(words, line, top)].append(words)
    notes = [match["note"] for words in top["note"] if (match := _EDITORS.fullmatch(words)) and match["note"]]
    return Top(
        _MARKS.sub("", story).strip("\n"),
        headline=next(iter(top["headline"]), None),
        summary=" ".join(top["headline"][1:]) or None,
        byline=byline_of(next((words[2:] for words in top["by"] if _BY.fullmatch(words)), None)),
        notes=tuple(notes),
        states=tuple(top["slug"]),
        keywords=next(iter(top["slug"]), None),
        sent=sent,
        left_out=("media",) if top["media"] else (),
    )


def _part(words: str, line: str, top: dict[str, list[str]]) -> str:
    if _EDITORS.fullmatch(words):
        return "note"
    if _MEDIA.fullmatch(words):
        return "media"
    if _BY.fullmatch(words) or (top["by"] and line.rstrip().endswith("=")):
        return "by"
    return "slug" if _SLUG.fullmatch(words) and not top["headline"] else "headline"


def _without_stamp(text: str) -> tuple[str, str | None]:
    """The text without the line that closes it, and the moment that this gives."""
    body, _, last = text.rstrip().rpartition("\n")
    match = _STAMP.fullmatch(_MARKS.sub("", last))
    if match is None:
        return text, None
    month, day, year, hour, minute, zone = match.groups()
    return body, moment(f"20{year}-{month}-{day}T{hour}:{minute}:00{'Z' if zone else ''}")


def iptc_top(text: str) -> Top:
    """The parts of IPTC 7901 copy that has a line of keywords ending in "/", or a byline ending in "=", on top."""
    story = _PRIVATE.sub("", text).strip("\n")
    left = ("not for publication",) if _PRIVATE.search(text) else ()
    above, gap, rest = story.partition("\n\n")
    lines = [line.strip() for line in above.split("\n") if line.strip()]
    if not gap or not (lines[0].endswith("/") or lines[-1].endswith("=")):
        return Top(story, left_out=left)
    keywords = lines.pop(0).rstrip("/") if lines[0].endswith("/") else None
    by = lines.pop().rstrip("= ") if lines and lines[-1].endswith("=") else ""
    states = [line for line in lines if _STATE.fullmatch(line)]
    headline = " ".join(line for line in lines if line not in states)
    return Top(
        rest,
        headline=headline or None,
        byline=byline_of(by[2:]) if _BY.fullmatch(by) else (),
        states=tuple(states),
        keywords=keywords,
        left_out=left,
    )
