"""Quotation marks: which families there are, and how a mark stands between its neighbours.

Marks come in families, and a mark is closed by one of its own. The double family: “ ” „ ‟ `` '' " ″ ＂ 〝 〞 〟 ❝ ❞.
The single one: ‘ ’ ‚ ‛ ' ` ´ ′ ＇ ❛ ❜. Guillemets « » and ‹ ›, corner brackets 「 」 and 『 』 are a family each.
The signs are those of the Unicode property Quotation_Mark, with the typewriter's ``, '', ` and ´ and the primes.
"""

import re
from typing import Literal
from unicodedata import category

from msgspec import Struct

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner"]
Role = Literal["open", "close", "either"]

SIGNS: dict[str, tuple[Family, Role]] = {
    **dict.fromkeys(["“", "„", "‟", "``", "〝", "❝"], ("double", "open")),
    **dict.fromkeys(["”", "〞", "〟", "❞"], ("double", "close")),
    **dict.fromkeys(['"', "''", "＂", "″"], ("double", "either")),
    **dict.fromkeys(["‘", "‚", "‛", "❛", "`"], ("single", "open")),
    **dict.fromkeys(["’", "´", "′", "❜"], ("single", "close")),
    **dict.fromkeys(["'", "＇"], ("single", "either")),
    "«": ("guillemet", "open"),
    "»": ("guillemet", "close"),
    "‹": ("angle", "open"),
    "›": ("angle", "close"),
    "「": ("corner", "open"),
    "」": ("corner", "close"),
    "『": ("white corner", "open"),
    "』": ("white corner", "close"),
}
LOW = frozenset("„‚")  # German and Polish: closed by “ or ‘, which open in English

# Three typewriter marks behind a word close the inner quotation first, then the outer one.
MARK = re.compile(r"""``|(?<=\S)'(?=''(?!'))|''|[“”„‟"″＂〝〞〟❝❞‘’‚‛'`´′＇❛❜«»‹›「」『』]""")
_ENDS = frozenset(".,!?…")
_AFTER = frozenset(".,;:!?…)]}—–-/")  # what may follow a closing mark
_BEFORE = frozenset("([{—–-/=>*_~|")  # what may stand before an opening one
_APOSTROPHES = "'’‘‛`´′＇"
# Clipped words that begin with an apostrophe ('90s, 'em, 'n'), and the Dutch particles of names ("in 't Veld").
_CLIPPED = re.compile(
    rf"[{_APOSTROPHES}](?:\d\ds?\b|(?:em|til|till|cause|cos|cuz|bout|round|tis|twas|t|s|re|ve|ll|neath|gainst)\b|n['’])",
    re.IGNORECASE,
)
# Feet and inches, degrees and minutes: 6'2", 5’ 11”, 5'30''.
_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d)?(?=[\"”″＂]|'')")

_GOES_ON = re.compile(r"(?:\.{2,3}|…)\s?\w|\.\s?\.\s?\.\s?\w|[.—–/-][\w@#$]")  # begins words: …and, .44, -ing


class Mark(Struct, frozen=True, gc=False):
    """A quotation mark that stands at `[start, end)` of a text.

    left: stands as an opening mark does, a blank or a bracket before and none behind.
    right: stands as a closing mark does, a blank or a stop behind and none before.
    before, after: the characters beside it, a blank at the edges of its paragraph.
    ends: a stop or comma stands before it, as before the closing mark of a sentence.
    clipped: an apostrophe in front of a clipped word.
    word_after: a blank and a word stand behind.
    """

    start: int
    end: int
    sign: str
    family: Family
    role: Role
    before: str
    after: str
    left: bool
    right: bool
    ends: bool
    clipped: bool
    word_after: bool


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of the paragraph `text[start:end]` in order, without those of measures such as 6'2"."""
    measured = {match.end() for match in _MEASURE.finditer(text, start, end)}
    return [
        _mark(text, match, start, end) for match in MARK.finditer(text, start, end) if match.start() not in measured
    ]


def _mark(text: str, match: re.Match[str], start: int, end: int) -> Mark:
    sign, (family, role) = match[0], SIGNS[match[0]]
    before = _seen(text[match.start() - 1]) if match.start() > start else " "
    after = _seen(text[match.end()]) if match.end() < end else " "
    opens = before.isspace() or before in _BEFORE or _may_open(before)
    return Mark(
        start=match.start(),
        end=match.end(),
        sign=sign,
        family=family,
        role=role,
        before=before,
        after=after,
        left=opens
        and not after.isspace()
        and (after not in _AFTER or _GOES_ON.match(text, match.end(), end) is not None),
        right=not before.isspace()
        and before not in "([{"
        and (after.isspace() or after in _AFTER or _may_close(after)),
        ends=before in _ENDS,
        clipped=family == "single" and _CLIPPED.match(text, match.start(), end) is not None,
        word_after=after.isspace() and text[match.end() + 1 : min(match.end() + 2, end)].isalnum(),
    )


def _seen(sign: str) -> str:
    """The character as a reader sees it: marks of direction and joiners are blanks."""
    return " " if category(sign) == "Cf" else sign


def _may_open(sign: str) -> bool:
    return sign in SIGNS and SIGNS[sign][1] != "close"


def _may_close(sign: str) -> bool:
    return sign in SIGNS and SIGNS[sign][1] != "open"


def only_opens(mark: Mark) -> bool:
    """Whether the mark stands as one that opens, and not as one that a dash has parted from its words."""
    return mark.left and not mark.right and mark.before not in "—–-"


def is_possessive(mark: Mark) -> bool:
    """Whether "workers’ rights" is meant, as far as its neighbours tell."""
    return mark.role != "open" and mark.word_after and mark.before in "sSzZ"


def is_inches(mark: Mark, later: Mark | None) -> bool:
    """Whether `14" wide` is meant: a digit before, and a mark behind that needs this quotation to close."""
    measures = mark.before.isdigit() and (mark.after.isspace() or mark.after.isalpha())
    return measures and later is not None and not only_opens(later)


def next_of_family(marks: list[Mark]) -> list[Mark | None]:
    """For each mark the next one of its family."""
    last: dict[Family, Mark] = {}
    found: list[Mark | None] = []
    for mark in reversed(marks):
        found.append(last.get(mark.family))
        last[mark.family] = mark
    return found[::-1]


def next_closers(marks: list[Mark]) -> list[Mark | None]:
    """For each mark the next single one that surely closes, with none between that opens or is of another family."""
    closer: Mark | None = None
    found: list[Mark | None] = []
    for mark in reversed(marks):
        found.append(closer)
        if mark.family != "single" or mark.role == "open" or mark.left:
            closer = None
        elif mark.right and not mark.after.isalnum() and not is_possessive(mark):
            closer = mark
    return found[::-1]
