"""Places as datelines write them."""

import re

from onrecord.intake.tables import read_cells, read_lines

# Written small inside a place's name: "Rio de Janeiro", "Dar es Salaam", "Port-au-Prince", "Ras al-Khaimah".
SMALL_WORDS = frozenset(
    "de del do da dos das di du des la le les el al es en et y e au aux sur am an der den im bei of and und the on upon"
    " van i".split()
)
_JOINT = re.compile(r"\s?/\s?|\s(?:and|und|et|y)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’](?=[^\W\d_]))*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def _city_names() -> frozenset[str]:
    names = [name for line in read_lines("dateline_cities.txt") for name in line.split("|")]
    names += [capital for row in read_cells("countries.tsv") for capital in row[2]]
    return frozenset(_key(name) for name in names)


def _region_names() -> frozenset[str]:
    names = [country for row in read_cells("countries.tsv") for country in row[0] + (row[3] if len(row) > 3 else [])]
    return frozenset(_key(name) for name in names + read_lines("places.tsv"))


def _key(name: str) -> str:
    return name.replace(".", "").replace("’", "'").casefold()


_CITIES = _city_names()
_REGIONS = _region_names()


def is_city(place: str) -> bool:
    """Whether every one of the places named ("GENEVA/KYIV") is a city that stands in datelines by itself."""
    return all(_key(name) in _CITIES for name in _JOINT.split(place))


def is_place_alone(line: str) -> bool:
    """Whether a line of its own over a paragraph is its dateline: a city and nothing else."""
    return len(line) <= 60 and is_city(line.strip(" —–-,.:|"))


def is_region(words: str) -> bool:
    """Whether the words name a country, state or province, short forms included ("N.H.", "South Korea")."""
    return _key(words) in _REGIONS


def in_capitals(place: str) -> bool:
    """Whether the place is written in capitals, but for the small words: "WASHINGTON and LONDON"."""
    words = [word for word in re.split(r"[\s/-]+", place) if word]
    return any(word.isupper() for word in words) and all(word.isupper() or word in SMALL_WORDS for word in words)


def in_title_case(place: str) -> bool:
    """Whether every word begins with a capital, but for the small ones: "Rio de Janeiro"."""
    words = [word for word in re.split(r"[\s/]+", place) if word]
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in SMALL_WORDS for w in words)


def written_place(place: str) -> str:
    """The place as people write it: "PORT-AU-PRINCE" is "Port-au-Prince". What is not in capitals is left alone."""
    name = " ".join(re.sub(r"\s?/\s?", "/", place).split())
    if not name.endswith("."):
        return _lowered(name)
    return _lowered(name if _INITIALS.fullmatch(name.split()[-1]) else name.rstrip("."))


def _lowered(name: str) -> str:
    return _WORD.sub(_written_word, name) if in_capitals(name) else name


def _written_word(match: re.Match[str]) -> str:
    word, before = match.group(), match.string[: match.start()]
    if not word.isupper() or (_INITIALS.fullmatch(word) and "." in word):
        return word
    # The first word of each name keeps its capital: "La Crosse", "Berlin/El Paso".
    if before and not before.endswith("/") and word.casefold() in SMALL_WORDS:
        return word.lower()
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    parts = re.split(r"(?<=['’])", word)
    # Behind an apostrophe comes a capital only after one letter: "O'Smach", "N'Djamena", but "Sana'a", "Xi'an".
    return "".join(
        part.lower() if number and len(parts[number - 1]) > 2 else part.capitalize()
        for number, part in enumerate(parts)
    )
