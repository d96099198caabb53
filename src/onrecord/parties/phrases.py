"""The noun phrases around names: titles before them, offices behind them, and offices that stand alone."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.parties.closed import (
    CONJUNCTIONS,
    DATES,
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVE,
    PREPOSITIONS,
    RELATIVES,
    VERBS,
)
from onrecord.parties.shapes import is_abbreviation, is_capital, is_modifier
from onrecord.parties.tables import COMMON, KNOWN, TITLES, title_at, without_former

_OF = frozenset("of for to in on at".split())
_LONGEST_COMPLEMENT = 7  # words
_FARTHEST = 14  # words before a name: a department with its country, its acronym and an office


def phrase_start(words: list[str], i: int, bodies: Mapping[int, int] = MappingProxyType({})) -> int:
    """Where the phrase begins whose title or name begins at `i`: over modifiers, capitals and owners to the left.

    "the" and "his" are part of it: "the UN’s", "his US". bodies: where each organisation's name that ends at a
    word begins; a name with "of" inside is stepped over whole.
    """
    floor = max(0, i - _FARTHEST)
    start = i
    while start > floor:
        word = words[start - 1]
        if start in bodies:
            start = bodies[start]
        elif word == ")" and start > 3 and words[start - 3] == "(" and start - 3 in bodies:
            start -= 3
        elif word in POSSESSIVE or (word in "'’" and start > 1 and words[start - 2].endswith("s")):
            if start < 2 or not is_capital(words[start - 2]):
                break
            start = bodies.get(start - 1, start - 2)
        elif _belongs(words, start - 1):
            start -= 1
        else:
            break
    if start > 0 and words[start - 1].lower() in _OPENERS:
        start -= 1
    return start


_OPENERS = DETERMINERS - {"that", "this", "these", "those"}  # those may begin a clause


def _belongs(words: list[str], i: int) -> bool:
    """Whether the word belongs to the phrase that goes on behind it."""
    word = words[i]
    if is_capital(word):
        if word in DATES or word.lower() in FUNCTION_WORDS:
            return False
        # A capital that begins the sentence may be any word.
        return i > 0 or word.lower() in TITLES or not _is_plain(word)
    if word == "." and i > 0:
        return words[i - 1] in {"Gov", "Lt", "Sen", "Rep", "Gen"}
    return is_modifier(word) or word in TITLES


def _is_plain(word: str) -> bool:
    """Whether the word is an ordinary one, but for its capital."""
    return word.lower() in COMMON and word not in KNOWN and word.lower() not in TITLES and not is_modifier(word.lower())


def office_end(words: list[str], i: int, last: int) -> int:
    """Behind the complement of an office that ends at `i`: "for legal affairs", "of the LDP", "to the Netherlands"."""
    if i >= last or words[i] not in _OF:
        return i
    begin = i + 2 if i + 1 < last and words[i + 1].lower() in DETERMINERS else i + 1
    end = begin
    while end < last and end - begin < _LONGEST_COMPLEMENT and _in_complement(words, end, begin):
        end += 1
    while end > begin and words[end - 1] in {"and", "of", "for", "&", "the"}:
        end -= 1
    return end if end > begin else i


def _in_complement(words: list[str], i: int, begin: int) -> bool:
    word = words[i]
    if is_capital(word) or word in {"and", "of", "for", "&", "the"} or word in POSSESSIVE:
        return i > begin or is_capital(word)
    if word == ".":
        return is_abbreviation(words[i - 1])
    return word.isalpha() and word not in _NO_NOUNS and not word.endswith("ed")


_NO_NOUNS = DETERMINERS | PREPOSITIONS | VERBS | RELATIVES | CONJUNCTIONS


def goes_on(word: str) -> bool:
    """Whether a noun follows, so that what looked like an office only modifies it: "international justice lead"."""
    return word.isalpha() and word.islower() and word not in _NO_NOUNS


def role_at(words: list[str], i: int, last: int) -> int | None:
    """The end of a title in small letters that begins at `i` ("prime minister"); None for courtesy titles."""
    end = title_at(words, i, last)
    title = "" if end is None else " ".join((without_former(words[i].lower()), *words[i + 1 : end])).lower()
    return end if title and TITLES[title].kind != "courtesy" else None
