"""What a word shows by its looks: a capital, an acronym, an abbreviation, an adjective."""

import re

from onrecord.parties.closed import MODIFIERS, NO_PARTIES

_ADJECTIVE = re.compile(r"(?:al|ic|ary|ive|ous|ish|ese|ian|ean|ble|less|ful|-\w+)\Z")
_ARABIC = re.compile(r"(?:al|el|ul|ad|an|ar|as|at|az|ash|bin)-[A-Z]")
# Titles and firms that a full stop cuts short (AP Stylebook, "abbreviations").
_ABBREVIATED = frozenset(
    """
    Sen Sens Rep Reps Gov Lt Gen Col Sgt Capt Maj Cmdr Adm Dr Mr Mrs Ms Prof Rev Fr St Jr Sr Insp Det Hon Supt Brig Cpl
    Pvt Inc Corp Co Ltd
    """.split()
)


def is_capital(word: str) -> bool:
    """Whether the word may belong to a name by its looks: "Lavrov", "al-Assad", not "London-based", not ""."""
    if not word[:1].isupper():
        return word[:1] in "aeub" and _ARABIC.match(word) is not None
    if "-" not in word:
        return True
    return not word.rpartition("-")[2][:1].islower() or word.startswith("Co-")


def is_acronym(word: str) -> bool:
    """Whether the word is two to seven capitals: "FBI", "U.N."; not one that is nobody's, as "GDP"."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha() and word not in NO_PARTIES


def is_abbreviation(word: str) -> bool:
    """Whether a full stop behind the word belongs to it: an initial or a title cut short."""
    return word in _ABBREVIATED or (len(word) == 1 and word.isupper())


def is_modifier(word: str) -> bool:
    """Whether a small word may stand before a title as part of it: "chief", "regional", "mechanical"."""
    return word in MODIFIERS or (len(word) > 4 and _ADJECTIVE.search(word) is not None)


def is_brand(word: str) -> bool:
    """Whether the word has a capital inside, as firms write themselves: "ConocoPhillips"; not "McNally"."""
    inside = any(letter.isupper() for letter in word[2:])
    return inside and word.isalpha() and not word.isupper() and not word.startswith(("Mc", "Mac", "De", "Le"))


def peoples_of(word: str) -> tuple[str, ...]:
    """What the people of a land of that name may be called: "Varonian" of "Varonia", "Teskan" of "Teskia"."""
    if not word.endswith(("a", "e", "o", "y", "ia", "land", "stan")) or len(word) < 5:
        return ()
    return f"{word}n", f"{word[:-1]}an", f"{word[:-1]}ian", f"{word.removesuffix('ia')}an", f"{word}ese", f"{word}er"


def is_shouted(word: str) -> bool:
    """Whether the word is longer than most acronyms and all in capitals: "GENEVA", "TODAY"."""
    return len(word) > 3 and word.isupper()
