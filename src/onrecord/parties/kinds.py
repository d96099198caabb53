"""What a name that no table settles is: a person, an organisation, a place, or nobody.

The sum of the weights of what is true of the name and of where it stands. `data/name_kinds.tsv` holds the weights,
which were fitted on articles that were annotated for this (training/parties.py).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.parties.closed import (
    DETERMINERS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    POSSESSIVE,
    PREPOSITIONS,
    SAYING,
    SUFFIXES,
    VERBS,
)
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
        told += [f"first {first}", f"pair {class_of(words[0])} {class_of(words[-1])}"]
    else:
        told += [f"single {class_of(words[0])}", f"begin {first[:3]}"]
    if len(words) > 1 and " ".join(words) in PERHAPS_PLACES:
        told.append("perhaps place")
    if any(word in ("of", "for", "and", "&", "the") for word in words[1:-1]):
        told.append("linked")
    if any(character.isdigit() for word in words for character in word):
        told.append("digit")
    told += [f"inside {class_of(word)}" for word in words[1:-1]]
    return told


@lru_cache(maxsize=20_000)
def class_of(word: str) -> str:
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
    return word if word[0].islower() or not word[0].isalpha() else f"<{class_of(word)}>"


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


def person_evidence(words: Sequence[str], first: int, name: int, last: int) -> int:
    """How much speaks for a person: a verb of saying, an age, a clause with "who"; against: "the", "in", plain words.

    The name is `[name, last)`, with its title `[first, last)`. The weights order these signs and were set by hand on
    the articles of PolNeAR train; a sum of 1 is a person.
    """
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    behind = words[last + 1] if last + 1 < len(words) else ""
    score = 0
    if (after in SAYING and before not in PREPOSITIONS) or before in SAYING:
        score += 2
    if (after == "," and (behind.isdigit() or behind in {"who", "whose"})) or after in {"who", "whose"}:
        score += 2
    score -= 3 * (before.lower() in DETERMINERS)
    score -= 2 * (before in PLACE_PREPOSITIONS or (before == "of" and first > 1 and words[first - 2] in PLACE_NOUNS))
    told = [_told(word) for word in words[name:last]]
    plain = sum(is_plain for _, is_plain, _ in told)
    score -= 3 * any(known for known, _, _ in told) + 2 * plain + 2 * any(odd for _, _, odd in told)
    return score + (1 if 2 <= last - name <= 4 and not plain else 0)


@lru_cache(maxsize=20_000)
def _told(word: str) -> tuple[bool, bool, bool]:
    """Whether a table knows the word of a name, whether it is a plain one, and whether no last name looks so."""
    known = word in KNOWN or word.removesuffix("s") in KNOWN
    return known, word.lower() in COMMON, is_acronym(word) or not word[0].isalpha()


def scores(name: tuple[str, ...], places: Iterable[tuple[str, ...]], article: Iterable[str]) -> Scores:
    """How much speaks for each of KINDS: of the name, of its places on average, and of it in the article."""
    table = _weights()
    person, organisation, place, nobody = _of_name(name)
    shown = list(places)
    for told, share in ((article, 1.0), *((signs, 1 / len(shown)) for signs in shown)):
        for feature in told:
            row = table.get(feature)
            if row is not None:
                person += share * row[0]
                organisation += share * row[1]
                place += share * row[2]
                nobody += share * row[3]
    return person, organisation, place, nobody


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
