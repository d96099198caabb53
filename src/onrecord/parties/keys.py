"""When two names are the same: keys of persons and bodies, last names, short forms, offices."""

from functools import lru_cache

from onrecord.parties.closed import LAST_NAME_OPENERS, LINKS, POSSESSIVE, SUFFIXES
from onrecord.parties.tables import KNOWN, without_former

_COUNTRIES = frozenset(entry.name.lower() for entry in KNOWN.values() if entry.kind == "country")
# Words of an office by which two are not told apart.
_IDLE = frozenset("the a an his her its their our and s former".split())


@lru_cache(maxsize=4096)
def person_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """What two full names of one person share: first and last name, and a Jr or Sr."""
    core = [word for word in words if word not in SUFFIXES]
    suffix = words[-1] if len(core) < len(words) else ""
    return ("person", core[0].casefold() if core else "", core[-1].casefold() if core else "", suffix)


@lru_cache(maxsize=4096)
def body_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """What two names of one body share: "Russian Foreign Ministry" and "Russia’s Foreign Ministry" have the same."""
    named = (word for word in words if word not in POSSESSIVE and word.lower() != "the")
    return tuple(_country_or_word(word).casefold() for word in named)


def _country_or_word(word: str) -> str:
    entry = KNOWN.get(word)
    return entry.name if entry and entry.kind in ("country", "demonym") else word


def core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name up to its "of" or "for": "International Court" of "International Court of Justice"."""
    links = [i for i, word in enumerate(words) if word in LINKS]
    return words[: links[0]] if links and links[0] else words


def is_short_form(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `words` end a body's name or its core, or leave out a word of it behind the same country."""
    short, long = body_key(words), body_key(full)
    if short in (long[-len(short) :], body_key(core_of(full))[-len(short) :]):
        return True
    return len(short) > 2 and short[0] in _COUNTRIES and (short[0], short[-2:]) == (long[0], long[-2:])


def initials(words: tuple[str, ...]) -> str | None:
    """The acronym that a name of three or more words gives: "cdpj" for "Constitutional Democratic Party of Japan"."""
    letters = [word[0] for word in words if word[0].isupper()]
    return "".join(letters).casefold() if len(letters) > 2 else None


def role_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words of an office that count when two are compared; peoples as their countries."""
    plain = (without_former(_country_or_word(word).lower()) for word in words if word[0].isalnum())
    return frozenset(word for word in plain if word not in LINKS and word not in _IDLE)


def role_fits(words: frozenset[str], role: frozenset[str]) -> bool:
    """Whether an office that stands alone is the one given before: "the minister" after "Foreign Minister".

    A country may be left out on either side, never be another.
    """
    if words <= role:
        return True
    bare = words - _COUNTRIES
    return bool(bare) and bare <= role and not role & _COUNTRIES


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


@lru_cache(maxsize=4096)
def is_last_name(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `words` are the whole last name: "Abu Amer" of Sadeq Abu Amer, where "Amer" is not."""
    if not ends_name(words, full):
        return False
    core = _core(full)
    before = core[-len(words) - 1] if len(core) > len(words) else ""
    return before.casefold() not in LAST_NAME_OPENERS or words[0].casefold() in LAST_NAME_OPENERS


def _core(full: tuple[str, ...]) -> tuple[str, ...]:
    return _folded(tuple(word for word in full if word not in SUFFIXES))


def ends_name(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a person's full name ends with `words`."""
    return _core(full)[-len(words) :] == _folded(words)


def is_in_name(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each of `words` stands in a person's full name: a first name alone, "Maduro" of Nicolás Maduro Moros."""
    return set(_folded(words)) <= set(_core(full))
