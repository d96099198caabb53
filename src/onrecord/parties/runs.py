"""Runs of capitalised words in a sentence.

A run is `[first, last)`, counted in the words of its sentence. It may hold several names, and titles: `pieces` says
where one ends and the next begins.
"""

from collections.abc import Iterator
from functools import lru_cache

from onrecord.parties.closed import DATES, FIRST_PERSON, FUNCTION_WORDS, LINKS, PARTICLES, SAYING
from onrecord.parties.shapes import is_abbreviation, is_acronym, is_capital
from onrecord.parties.tables import BODIES, COMMON, FIRST_NAMES, KNOWN, TITLES, without_former

_LONGEST_RUN = 40  # words; a line all in capitals is cut there


def find_runs(words: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, with the small words and stops that belong inside names."""
    last = 0
    # Most words are in small letters, and most others no letters at all: this spares them the rest.
    for i in [i for i, word in enumerate(words) if word[0] not in _NO_CAPITALS and not word.islower()]:
        if i >= last and (_is_start(words[i]) or _is_named_for_month(words, i)):
            last = _run_end(words, i)
            yield i, last


# No name begins so. "al-Assad", "el-Sisi", "ul-Haq" and "bin-Laden" begin with the other small letters.
_NO_CAPITALS = frozenset("cdfghijklmnopqrstvwxyz0123456789.,;:!?()[]“”‘’\"'`—–-…$%/&#*•")


@lru_cache(maxsize=20_000)
def _is_start(word: str) -> bool:
    return is_capital(word) and word not in DATES and word not in FIRST_PERSON


def _is_named_for_month(words: list[str], i: int) -> bool:
    """Whether "April", "Jan" is the given name in "April Roe", not the month in "April 3" or "April said"."""
    if i + 1 < len(words) and words[i] in _LAST_NAMES and words[i + 1] in SAYING:
        return True  # "May said"
    return words[i] in _MONTH_NAMES and i + 1 < len(words) and _is_start(words[i + 1])


_MONTH_NAMES = frozenset("Jan April May June August".split())
_LAST_NAMES = frozenset("March May August Friday Sunday Christmas Easter".split())


def _is_last_name(words: list[str], i: int) -> bool:
    """Whether a month, day or feast is the last name behind a given name, "Theresa May", rather than a date."""
    behind = words[i + 1] if i + 1 < len(words) else ""
    given = words[i - 1].lower() in FIRST_NAMES and words[i - 1] not in DATES
    return given and words[i] in _LAST_NAMES and not behind[:1].isdigit()


def _run_end(words: list[str], first: int) -> int:
    """Where the run that begins at `first` ends."""
    i, end, linked = first + 1, min(len(words), first + _LONGEST_RUN), False
    while i < end:
        word = words[i]
        if _is_start(word):
            if words[i - 1][-1] == "." and len(words[i - 1]) > 1 and word.lower() in FUNCTION_WORDS:
                break  # "in Washington D.C. The": the stop is that of the sentence as well
            i += 1
        elif word not in _JOINTS:
            break
        elif (word == "." and _is_inner_stop(words, i)) or _is_last_name(words, i):
            i += 1
        elif word == "&" and i + 1 < end and _is_start(words[i + 1]):
            i += 2
        elif word in "'’" and i + 1 < end and words[i - 1].endswith("s") and words[i + 1].lower() in BODIES:
            i += 1  # "Shipowners’ Association"
        elif word in PARTICLES and (step := _over_particles(words, i)):
            i = step
        elif word in LINKS and (step := _over_link(words, first, i)):
            i, linked = step, True
        elif word in {"and", "the"} and linked and i + 1 < end and _joins(words, i + 1):
            i += 2
        elif word == "and" and "Between" in words[first:i] and i + 2 < end and _is_start(words[i + 2]):
            i += 3
        elif word == "and" and i + 2 < end and _is_double(words, i):
            i += 2
        else:
            break
    return i


# What may stand inside a name, beside words that begin one.
_JOINTS = frozenset([".", "&", "'", "’", "and", "the"]) | PARTICLES | LINKS | _LAST_NAMES


def _is_inner_stop(words: list[str], i: int) -> bool:
    """Whether the full stop at `i` is that of "Sen. Roe", "George W. Roe", not the sentence's."""
    goes_on = i + 1 < len(words) and (is_capital(words[i + 1]) or words[i - 1] in _JUNIOR)
    return goes_on and is_abbreviation(words[i - 1])


_JUNIOR = frozenset(["Jr", "Sr"])


def _is_double(words: list[str], i: int) -> bool:
    """Whether "and" joins two plain words of one body's name: "Relief and Works Agency"."""
    left, right = words[i - 1], words[i + 1]
    if not (_is_start(right) and left.lower() in COMMON and right.lower() in COMMON) or left.lower() in BODIES:
        return False
    tail = [word.lower() for word in words[i + 1 : i + 5]]
    return any(word in BODIES and words[i + 1 + k][0].isupper() for k, word in enumerate(tail[1:], 1))


def _over_particles(words: list[str], i: int) -> int | None:
    """The end of "van der Leyen", which begins at `i`; None where no capital follows the particles."""
    for step in range(i + 1, min(i + 3, len(words))):
        if words[step] not in PARTICLES:
            return step + 1 if _is_start(words[step]) else None
    return None


def _over_link(words: list[str], first: int, i: int) -> int | None:
    """Behind "of Foreign", "of the Treasury", where the word before opens a name: "Ministry", "Minister"."""
    before = without_former(words[i - 1].lower())
    body = BODIES.get(before)
    opens = (body is not None and body.opens) or before in TITLES
    opens = opens or (words[i] == "of" and before in COMMON and i - first == 1 and first > 0)
    step = i + 2 if i + 1 < len(words) and words[i + 1] == "the" else i + 1
    if opens and step < len(words) and _is_start(words[step]):
        return step + 1
    return None


def _joins(words: list[str], i: int) -> bool:
    """Whether the word behind "and" still belongs to a linked name: "Cooperation", not a title, country or acronym."""
    word = words[i]
    if not _is_start(word) or word.lower() in TITLES or is_acronym(word) or word in KNOWN:
        return False
    return word.lower() not in FIRST_NAMES
