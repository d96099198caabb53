"""Whether two names may be one person's: by the name alone, whoever bears it."""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.identity.folding import fold
from onrecord.parties.tables import read_lines, read_rows

Likeness = Literal["same", "middle", "form", "suffix", "last", "other"]

_SUFFIXES = frozenset("jr sr ii iii iv junior senior".split())
_ONE_SUFFIX = {"junior": "jr", "senior": "sr"}
# Before a name these are titles that a reader of an article may have left to it.
_TITLES = frozenset("mr mrs ms dr sir dame lord lady".split())
# Particles that are written now as a word of their own, now with what follows, now not at all: "al-Sisi", "el Sisi".
_ARTICLES = frozenset("al el".split())

_COMMON_LAST = frozenset(word for line in read_lines("common_surnames.txt") for word in line.split())
_COMMON_GIVEN = frozenset(word for line in read_lines("common_given.txt") for word in line.split())
_RULES = [(row[0], row[1]) for row in read_rows("transliteration.tsv", 2)]


_ROWS = [frozenset(line.split()) for line in read_lines("nicknames.tsv")]


def _forms() -> dict[str, frozenset[int]]:
    """Each given name to the rows of the table that it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_ROWS):
        for name in row:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


_FORMS = _forms()


class PersonName(Struct, frozen=True, gc=False):
    """A person's name in folded words. given: "" where there is a last name only; suffix: "jr", "ii", or ""."""

    given: str
    middle: tuple[str, ...]
    last: str
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it has a given name, if only its initial."""
        return bool(self.given)

    @property
    def is_common(self) -> bool:
        """Whether several people of the news may well bear it: a frequent last and a frequent given name, no more."""
        return not self.middle and self.last in _COMMON_LAST and (len(self.given) < 2 or self.given in _COMMON_GIVEN)


@lru_cache(maxsize=65536)
def parse_person(name: str) -> PersonName:
    """The parts of a name as an article prints it. Of a name without letters the last name is empty."""
    words = fold(name.replace("’", "").replace("'", "")).split()
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _ONE_SUFFIX.get(words[-1], words[-1])
        words = words[:-1]
    while len(words) > 2 and words[0] in _TITLES:
        words = words[1:]
    kept = [word for word in words if word not in _ARTICLES] or words
    if len(kept) < 2:
        return PersonName("", (), kept[0] if kept else "", suffix)
    return PersonName(kept[0], tuple(kept[1:-1]), kept[-1], suffix)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """What the spellings of one name in Latin letters have in common, by the table of transliteration."""
    made = f"^{word}$"
    for old, new in _RULES:
        made = made.replace(old, f"{new}$" if old.endswith("$") else f"^{new}" if old.startswith("^") else new)
    made = made.strip("^$")
    return "".join(sign for i, sign in enumerate(made) if i == 0 or made[i - 1] != sign)


def block(name: PersonName) -> str:
    """What all names that may be the same person's share: the spelling of the last name."""
    return spelling(name.last)


@lru_cache(maxsize=65536)
def likeness(one: PersonName, other: PersonName) -> Likeness:
    """How far two names are one person's; the same either way round.

    "same": all that both give is equal. "middle": one has a middle name or initial that the other leaves out.
    "form": a nickname, an initial, another spelling. "suffix": one has a Jr. or Sr. that the other leaves out.
    "last": one is a last name only. "other": they cannot be one person's.
    """
    if not one.last or spelling(one.last) != spelling(other.last):
        return "other"
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return "other"
    if not (one.is_full and other.is_full):
        return "last"
    given = _given(one.given, other.given)
    if given == "other":
        given = _called_by_middle(one, other)
    if given == "other" or not _middle_fits(one.middle, other.middle):
        return "other"
    if one.suffix != other.suffix:
        return "suffix"
    if given == "form" or one.last != other.last:
        return "form"
    return "same" if one.middle == other.middle else "middle"


def _given(one: str, other: str) -> Likeness:
    if one == other:
        return "same"
    if min(len(one), len(other)) == 1:
        return "form" if one[0] == other[0] else "other"
    if _FORMS.get(one, frozenset()) & _FORMS.get(other, frozenset()) or spelling(one) == spelling(other):
        return "form"
    return "other"


def _called_by_middle(one: PersonName, other: PersonName) -> Likeness:
    """Of "J. Edgar Roe" and "Edgar Roe": the name that is used is the second."""
    for whole, short in ((one, other), (other, one)):
        if len(whole.given) == 1 and whole.middle and whole.middle[0] == short.given:
            return "form"
    return "other"


def _middle_fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no middle name or initial speaks against the other: "W." and "H. W." do."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return all(_initial_fits(a, b) for a, b in zip(short, long, strict=True))
    # "Debbie W. Schultz", "Debbie Wasserman M. Schultz": each of the fewer stands among the more, the first first.
    return _initial_fits(short[0], long[0]) and all(any(_initial_fits(a, b) for b in long) for a in short)


def _initial_fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]) or spelling(one) == spelling(other)


def given_forms(given: str) -> frozenset[str]:
    """The given names that one called `given` may be called by turns, itself among them."""
    rows = _FORMS.get(given, frozenset())
    return frozenset(name for row in rows for name in _ROWS[row]) | {given}
