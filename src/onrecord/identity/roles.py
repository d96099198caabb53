"""What a role says of its holder: the office, the walk of life, the country or place, and whose it is."""

import re
from functools import lru_cache

from msgspec import Struct

from onrecord.identity.folding import fold
from onrecord.parties.tables import COMMON, KNOWN, PEOPLES, TITLES, read_rows


class Office(Struct, frozen=True, gc=False):
    """field: the walk of life, "-" where many have it. telling: few hold it at one time, so that it tells a person."""

    name: str
    field: str
    telling: bool


class RoleFacts(Struct, frozen=True):
    """What roles say. words: those that say whose the office is: "fbi" of "FBI Director"."""

    offices: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


def _offices() -> dict[str, Office]:
    found: dict[str, Office] = {}
    for name, field, forms in read_rows("offices.tsv", 3):
        office = Office(name.rstrip("+"), field, name.endswith("+"))
        found |= dict.fromkeys(forms.split("|"), office)
    return found


OFFICES = _offices()
BY_NAME = {office.name: office for office in OFFICES.values()}
_LONGEST = max(len(form.split()) for form in OFFICES)
_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’.&-]*[\w]|[A-Za-z]")
# In a role these say nothing of whose it is.
_IDLE = frozenset(
    """
    the a an of for and to at in on by with former then ex late current now new acting interim outgoing incoming her his
    their its s deputy vice assistant associate senior junior chief top leading longtime veteran retired fellow
    presumptive presumed powerful said himself herself who mr mrs ms dr under over as is was co
    """.split()
)
# Someone beside the one meant: "adviser to the Russian president" is neither president nor Russian.
_OF_ANOTHER = re.compile(r"\b(?:under|to|with|than|like|against|and)\b|&")
_LONGEST_RUN = 6  # words of a country, place or body
_LONGEST_ROLE = 200  # characters; what is longer is no role but a reader's slip


@lru_cache(maxsize=16384)
def role_facts(role: str) -> RoleFacts:
    """What the role says, whatever its wording; nothing of a role that names no office."""
    role = role[:_LONGEST_ROLE]
    held = _OF_ANOTHER.search(role)
    end = held.start() if held else len(role)
    found = list(_WORD.finditer(role))
    words = [word[0].removesuffix("'s").removesuffix("’s") for word in found]
    lower = [word.lower().strip(".") for word in words]
    own = sum(word.start() < end for word in found)  # the words before "to", "under": those that are the holder's own
    offices, used = _find_offices(lower[:own])
    countries, places, bodies = set[str](), set[str](), set[str]()
    for start, end in _runs(words[:own]):
        kind, name = _known(" ".join(words[start:end]))
        (countries if kind == "country" else places if kind == "place" else bodies).add(name)
        used |= set(range(start, end))
    said = frozenset(bodies) | frozenset(
        lower[i].replace(".", "")
        for i in range(len(words))
        if i not in used and lower[i] not in _IDLE and (words[i][0].isupper() or lower[i] not in COMMON)
        and lower[i] not in TITLES
    )  # fmt: skip
    return RoleFacts(
        frozenset(office.name for office in offices),
        frozenset(office.field for office in offices if office.field != "-"),
        frozenset(countries),
        frozenset(places),
        said,
    )


def _find_offices(words: list[str]) -> tuple[list[Office], set[int]]:
    """The offices among the words, the longest first that begins at a place, and the places of their words."""
    found, used, at = [], set[int](), 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            office = OFFICES.get(" ".join(words[at:end]))
            if office:
                found.append(office)
                used |= set(range(at, end))
                at = end - 1
                break
        at += 1
    return found, used


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Runs of up to six words that are a known country, people, place or body, the longest first."""
    runs, at = [], 0
    while at < len(words):
        length = next(
            (n for n in range(6, 0, -1) if at + n <= len(words) and _known(" ".join(words[at : at + n]))[0]), 0
        )
        if length:
            runs.append((at, at + length))
        at += max(1, length)
    return runs


def _known(name: str) -> tuple[str, str]:
    """("country", "place" or "organisation", its name), or two empty strings."""
    if name in PEOPLES:
        return "country", PEOPLES[name]
    entry = KNOWN.get(name) or KNOWN.get(f"{name}.") or KNOWN.get(name.replace(".", ""))
    if entry is None:
        return "", ""
    if entry.kind == "organisation":
        return "organisation", fold(entry.name)
    return ("place" if entry.kind == "place" else "country"), entry.name
