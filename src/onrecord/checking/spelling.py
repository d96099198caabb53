"""The ways in which house styles write the same word, and the signs that only look like its letters.

`key_of` gives what two words are compared by. What it levels is named in a finding, never silent: see `differences`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from onrecord.intake.tables import read_lines


def _american() -> dict[str, str]:
    spelled: dict[str, str] = {}
    for line in read_lines("spelling.tsv"):
        british, american, *endings = line.split("\t")
        for ending in endings[0].split("|") if endings else [""]:
            spelled[british + ending] = american + ending
    return spelled


def _pairs(file: str) -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines(file))
    return {row[0]: row[1] for row in rows}


AMERICAN: Final = _american()
FIGURES: Final = _pairs("numerals.tsv")
_ALIKE: Final = str.maketrans(_pairs("lookalikes.tsv"))
CAPITONYMS: Final = frozenset(read_lines("capitonyms.tsv"))
# One sign or word for what several mean.
_SAME: Final = {"&": "and", "%": "percent", "per cent": "percent"}
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘‛`´ʼ′＇", "'"))

# Signs that no reader sees: zero-width, joiners, marks of direction, soft hyphens, fillers, variation selectors.
# Source: Unicode's Default_Ignorable_Code_Point, without the tags and what is not assigned.
INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff]"
)


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """What `word` is compared by: small letters, American spelling, figures for number words, plain apostrophes.

    "colour" and "color", "three" and "3", "per cent" and "%", "U.S." and "US" have the same key; "us" has another.
    """
    plain = latin(word).translate(_APOSTROPHES)
    folded = " ".join(plain.casefold().split())
    if folded in _SAME:
        return _SAME[folded]
    if folded[0].isdigit():
        return folded.replace(",", "").rstrip(".")
    bare = plain.replace(".", "")
    if bare.casefold() in CAPITONYMS:
        return _capitonym(bare)
    folded = bare.casefold()
    return FIGURES.get(folded) or AMERICAN.get(folded) or folded


def _capitonym(word: str) -> str:
    """ "US" and "us" are told apart here; "May" and "may" are not, since either may begin a sentence."""
    return word if len(word) > 1 and word.isupper() else word.casefold()


def latin(word: str) -> str:
    """The word with Latin letters for those that only look like them, where all its letters do or some are Latin."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFKC", word)
    changed = composed.translate(_ALIKE)
    if changed == composed:
        return composed
    letters = [sign for sign in changed if sign.isalpha()]
    return changed if all("LATIN" in unicodedata.name(sign, "") for sign in letters) else composed


def looks_alike(word: str) -> bool:
    """Whether the word holds signs that only look like its letters."""
    return not word.isascii() and latin(word) != unicodedata.normalize("NFC", word)
