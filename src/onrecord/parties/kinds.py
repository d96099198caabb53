"""What a name that no table settles is: a person, an organisation, a place, or nobody.

The sum of the weights of what is true of the name and of where it stands. `data/name_kinds.tsv` holds the weights,
which were fitted on articles that were annotated for this (training/parties.py).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.parties.closed import PLACE_NOUNS, PLACE_PREPOSITIONS, POSSESSIVE, SAYING, SUFFIXES, VERBS
from onrecord.parties.shapes import is_acronym, is_brand
from onrecord.parties.tables import BODIES, COMMON, FIRST_NAMES, KNOWN, PEOPLE, PERHAPS_PLACES, TITLES, read_rows

KINDS = ("person", "organisation", "place", "nobody")
Scores = tuple[float, float, float, float]


def of_name(words: tuple[str, ...]) -> list[str]:
    """What is true of the name itself, wherever it stands."""
    first, last = words[0].lower(), words[-1].lower()
    told = [f"words {min(len(words), 5)}", f"last {last}", f"end {last[-3:]}", f"end {last[-2:]}"]
    told += [f"word {word.lower()}" for word in words]
    if len(words) > 1:
        told += [f"first {first}", f"pair {_class(words[0])} {_class(words[-1])}"]
    else:
        told += [f"single {_class(words[0])}", f"begin {first[:3]}"]
    if len(words) > 1 and " ".join(words) in PERHAPS_PLACES:
        told.append("perhaps place")
    if any(word in ("of", "for", "and", "&", "the") for word in words[1:-1]):
        told.append("linked")
    if any(character.isdigit() for word in words for character in word):
        told.append("digit")
    told += [f"inside {_class(word)}" for word in words[1:-1]]
    return told


@lru_cache(maxsize=20_000)
def _class(word: str) -> str:
    """The class of a word of a name."""
    low = word.lower()
    if word in SUFFIXES:
        return "suffix"
    if low in FIRST_NAMES:
        return "given"
    entry = KNOWN.get(word)
    if entry is not None:
        return entry.kind
    if low in BODIES:
        return "body"
    if word in PERHAPS_PLACES:
        return "perhaps place"
    if low in TITLES or low in PEOPLE:
        return "title"
    if len(word) == 1:
        return "initial"
    if is_acronym(word):
        return "acronym"
    if low in COMMON or low.removesuffix("s") in COMMON:
        return "common"
    if is_brand(word):
        return "brand"
    return "hyphen" if "-" in word else "other"


def of_place(words: Sequence[str], name: int, last: int) -> tuple[str, ...]:
    """What is true of where the name `[name, last)` stands in its sentence."""
    before = words[name - 1] if name else ""
    second = words[name - 2] if name > 1 else ""
    after = words[last] if last < len(words) else ""
    behind = words[last + 1] if last + 1 < len(words) else ""
    return (
        f"before {_near(before)}",
        f"after {_near(after)}",
        f"before {_near(second)} {_near(before)}",
        f"after {_near(after)} {_near(behind)}",
        f"between {_turn(before)} {_turn(after)}",
    )


@lru_cache(maxsize=20_000)
def _near(word: str) -> str:
    """A word beside a name: itself where it is in small letters, else its class."""
    if not word:
        return "^"
    if word[0].isdigit():
        return "0"
    return word if word[0].islower() or not word[0].isalpha() else f"<{_class(word)}>"


@lru_cache(maxsize=20_000)
def _turn(word: str) -> str:
    """A word beside a name, coarsely."""
    low = word.lower()
    if word in POSSESSIVE:
        return "'s"
    if low in SAYING:
        return "says"
    if low in VERBS or (low.endswith("ed") and word.islower()):
        return "verb"
    if low in PLACE_PREPOSITIONS:
        return "in"
    if low in PLACE_NOUNS:
        return "city"
    if low in PEOPLE or low in TITLES:
        return "people"
    if low in BODIES:
        return "body"
    if word in PERHAPS_PLACES:
        return "perhaps place"
    if not word or not word[0].isalpha():
        return word
    return "Capital" if word[0].isupper() else "the" if low == "the" else "small"


def scores(name: tuple[str, ...], places: Iterable[tuple[str, ...]], article: Iterable[str]) -> Scores:
    """How much speaks for each of KINDS: of the name, of its places on average, and of it in the article."""
    table = _weights()
    summed = list(_of_name(name))
    shown = list(places)
    for told, share in ((article, 1.0), *((signs, 1 / len(shown)) for signs in shown)):
        for feature in told:
            row = table.get(feature)
            if row is not None:
                for i in range(len(KINDS)):
                    summed[i] += share * row[i]
    return summed[0], summed[1], summed[2], summed[3]


_NOTHING = (0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=20_000)
def _of_name(words: tuple[str, ...]) -> Scores:
    rows = [_weights().get(feature, _NOTHING) for feature in of_name(words)]
    return tuple(map(sum, zip(*rows, strict=True)))  # type: ignore[return-value]


@lru_cache(maxsize=1)
def _weights() -> dict[str, Scores]:
    """Each feature's weights, one for each of KINDS."""
    rows = read_rows("name_kinds.tsv", 5)
    return {name: (float(a), float(b), float(c), float(d)) for name, a, b, c, d in rows}
