"""Names of organisations and countries: one canonical form for all the ways in which a body is named."""

import re
from functools import lru_cache
from typing import Literal

from onrecord.identity.folding import fold
from onrecord.parties.tables import BODIES, COMMON, KNOWN, Entry, read_rows

# Endings that companies carry or leave out.
_FORMS_OF_COMPANY = frozenset("inc corp corporation co ltd limited plc llc llp lp ag gmbh sa nv spa".split())
# British spellings to American ones, so that both find each other; whole words, after folding.
_SPELLINGS = {
    "centre": "center", "defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization",
    "organisations": "organizations", "theatre": "theater", "harbour": "harbor", "cooperation": "cooperation",
}  # fmt: skip
# Words of bodies that every country has, beside those of organisations.tsv; with nothing else, a name tells no body.
_GENERIC = frozenset(
    """
    foreign interior justice supreme high constitutional court congress senate house parliament lower upper national
    federal state central district superior appeals appeal city county general assembly council treasury cabinet
    government administration presidential security defense health education finance home affairs international trade
    commerce labor agriculture environment energy transport transportation police army navy air force armed forces
    military guard coast customs intelligence republican democratic democrats republicans labour conservatives liberal
    social socialist communist green party representatives commons lords of the and for on fed planning public
    prosecutors attorney secretary office electoral election elections commission statistics bureau
    """.split()
)


def _canonical() -> dict[str, Entry]:
    """Each folded name of the tables to what it means; of several the first in the order of the tables."""
    found: dict[str, Entry] = {}
    for name, entry in KNOWN.items():
        if entry.kind in ("country", "organisation"):
            found.setdefault(fold(name), entry)
    return found


_CANONICAL = _canonical()
_PEOPLE = {fold(name): fold(entry.name) for name, entry in KNOWN.items() if entry.kind in ("country", "demonym")}
_COUNTRY_WORDS = {fold(row[0]) for row in read_rows("countries.tsv", 4)}
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,7}[A-Z]\.?|[A-Z]{2,8}")


def known_name(name: str) -> str | None:
    """The usual name of the country or great organisation that `name` means, whatever its case; else None."""
    entry = _CANONICAL.get(fold(name)) or _CANONICAL.get(fold(name).removeprefix("the "))
    return entry.name if entry else None


def known_kind(name: str) -> Literal["country", "organisation"] | None:
    """Whether `name` means a country or a great organisation of the tables."""
    entry = _CANONICAL.get(fold(name)) or _CANONICAL.get(fold(name).removeprefix("the "))
    return None if entry is None else "country" if entry.kind == "country" else "organisation"


@lru_cache(maxsize=65536)
def body_words(name: str) -> str:
    """The name in the form in which two names of one body are equal.

    "the Organisation for Security and Co-operation in Europe" and "OSCE" have the same; so have "Russia's
    Foreign Ministry" and "Russian Foreign Ministry", "Roe & Vale Ltd." and "Roe and Vale".
    """
    known = known_name(name)
    words = fold((known or name).replace("&", " and ").replace("o-op", "oop").replace("O-op", "oop")).split()
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    words = [_SPELLINGS.get(word, word) for i, word in enumerate(words) if not (word == "s" and i)]
    while len(words) > 1 and words[-1] in _FORMS_OF_COMPANY:
        words = words[:-1]
    return " ".join(_PEOPLE.get(word, word) for word in words)


def is_acronym(name: str) -> bool:
    """Whether the name is letters that stand for words: "OSCE", "F.B.I."."""
    return bool(_ACRONYM.fullmatch(name))


@lru_cache(maxsize=65536)
def is_generic(name: str) -> bool:
    """Whether a body of that name is found in many countries: "Supreme Court", "Foreign Ministry", "Senate"."""
    words = body_words(name).split()
    return country_in(name) is None and all(word in _GENERIC or word in BODIES for word in words)


@lru_cache(maxsize=65536)
def country_in(name: str) -> str | None:
    """The country whose name or people stands in the body's name, folded: "russia" of "Russian Foreign Ministry"."""
    folded = body_words(name)
    padded = f" {folded} "
    return next((country for word in folded.split() if (country := _PEOPLE.get(word))), None) or next(
        (country for country in sorted(_COUNTRY_WORDS) if " " in country and f" {country} " in padded), None
    )


def is_common_word(name: str) -> bool:
    """Whether a name of one word is an everyday word, so that two bodies may well bear it: "Shell", "Target"."""
    return fold(name) in COMMON
