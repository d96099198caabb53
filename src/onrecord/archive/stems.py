"""What words say of a deed, as stems that can be compared: "a written response" and "answered in writing" share two.

Not a stemmer for every use: precise first. Words without content are left out, and the names of those who take part,
who are compared as parties.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Final

from onrecord.identity.folding import fold

# Each with what remains of the word at least, in letters. Longest first, so that "meetings" loses "ings".
# Source: the endings of English inflection, and those by which its verbs make nouns (Porter 1980, steps 1 and 4).
_ENDINGS: Final = (
    ("ations", 4), ("ation", 4), ("ments", 4), ("ment", 4), ("ings", 3), ("ions", 4), ("ing", 3), ("ion", 4),
    ("ied", 3), ("ies", 3), ("ten", 3), ("es", 4), ("ed", 3), ("al", 5), ("s", 3), ("e", 3), ("y", 3),
)  # fmt: skip
# A name's first letters, by which its adjective is known: "Sarmian" of "Sarmia".
_OF_NAME: Final = 4
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


def _words(file: str) -> list[list[str]]:
    text = files("onrecord.data").joinpath(file).read_text("utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(word for line in _words("empty_words.txt") for word in line)


@lru_cache(maxsize=1)
def _kindred() -> dict[str, str]:
    return {word: line[0] for line in _words("kindred_words.txt") for word in line}


@lru_cache(maxsize=1)
def deed_stems() -> frozenset[str]:
    """The stems that name a deed: an answer, a payment, a publication."""
    return frozenset(_kindred().values())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word: that of its kindred where it has any, else the word without its ending."""
    known = _kindred().get(word)
    if known:
        return known
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


def stems(words: str, *, names: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the words that say something, numbers too.

    names: of those who take part; their words, and adjectives of them, are left out.
    """
    named = {part for name in names for part in fold(name).split()}
    heads = tuple(part[:_OF_NAME] for part in named if len(part) > _OF_NAME)
    found = set()
    for word in fold(words).split():
        if word in _empty() or word in named or (len(word) == 1 and not word.isdigit()):
            continue
        if not (heads and word.startswith(heads)):
            found.add(stem(word))
    return frozenset(found)
