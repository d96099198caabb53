"""The noun phrases around a verb that may act or be acted upon: "Israeli troops", "leaders of the party".

A phrase is cut to what names somebody: from the first to the last of its words that begin with a capital or are nouns
for people. Everything looks at most `REACH` tokens left or right.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from onrecord.events.plover.lexicon import classes, terms
from onrecord.events.scene import Line
from onrecord.events.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    LINKS,
    MODALS,
    POSSESSIVE,
    PREPOSITIONS,
    STOPS,
    finite,
)
from onrecord.parties.tables import COMMON, PEOPLE

REACH: Final = 32

# Kinds of words.
PLAIN, STOP, COMMA, LINK, PREPOSITION, AUXILIARY, TO = (
    "plain",
    "stop",
    "comma",
    "link",
    "preposition",
    "auxiliary",
    "to",
)
AND, WHEN, ADVERB, VERB, OWNS, DETERMINER, PRONOUN = "and", "when", "adverb", "verb", "owns", "determiner", "pronoun"

_PRONOUNS = frozenset("it he she they we i you them him us itself themselves himself herself".split())
_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow tonight
    """.split()
)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """The kind of each word that is not plain; those that no name can be have their capital too."""
    found: dict[str, str] = {
        form: VERB for form, own in terms().items() for term in own if term.word.form in ("past", "either")
    }
    found |= dict.fromkeys(finite(), VERB)
    for words, kind in (
        (ADVERBS, ADVERB), (STOPS, STOP), (LINKS, LINK), (PREPOSITIONS, PREPOSITION), (DETERMINERS, DETERMINER),
        (BE | HAVE | DO | MODALS, AUXILIARY), (_PRONOUNS, PRONOUN), (POSSESSIVE, OWNS),
    ):  # fmt: skip
        found |= dict.fromkeys(words, kind)
    found |= dict.fromkeys(("that", "but", "as", "who"), LINK)
    found |= {",": COMMA, "to": TO, "and": AND, "or": AND, "according": PREPOSITION}
    named = {low.capitalize(): kind for low, kind in found.items() if kind != VERB and low not in _ALSO_NAMES}
    return found | named | {day.capitalize(): WHEN for day in _DAYS} | dict.fromkeys(_DAYS - _ALSO_VERBS, WHEN)


_ALSO_NAMES = frozenset("may will us who even close".split())
_ALSO_VERBS = frozenset(["march"])


def kinds_of(line: Line) -> list[str]:
    """The kind of each token. What has a capital is plain where it may be a name ("US"); the first word counts as if it
    had none. What belongs to a time is `WHEN`."""
    table = _kinds()
    found = [table.get(token.text, PLAIN) for token in line.tokens]
    found[0] = table.get(line.words[0], PLAIN)
    for dated in line.dated:
        for i in range(dated.first, dated.last):
            if found[i] != COMMA:
                found[i] = WHEN
        if dated.first and found[dated.first - 1] == PREPOSITION:
            found[dated.first - 1] = WHEN
    return found


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Nouns for people and for bodies of people that news copy writes small."""
    return frozenset(PEOPLE) | classes()["armed"] | classes()["diplomats"] | classes()["bodies"]


def is_actor(line: Line, kinds: Sequence[str], i: int) -> bool:
    """Whether a token names somebody or is a noun for people."""
    if kinds[i] != PLAIN:
        return False
    low = line.words[i]
    if low in COMMON and (i == 0 or kinds[i - 1] == STOP):
        # The capital of a first word says nothing.
        return low in _people() or any(named.first <= i < named.last for named in line.named)
    if line.tokens[i].text[0].isupper():
        return True
    if low not in _people():
        return False
    # "[military] equipment" is nobody; "[president] Roe", "the [rebels]" are.
    after = i + 1
    if after >= len(kinds) or kinds[after] != PLAIN or line.words[after].endswith(("ed", "ing")):
        return True
    return line.tokens[after].text[0].isupper() or line.words[after] in _people()


class Phrase(Struct, frozen=True, gc=False):
    """A phrase of the tokens `[first, last)`. tie: the preposition before it, "" where there is none.

    joined: whether an "and" or a comma ties it to the phrase before.
    """

    tie: str
    first: int
    last: int
    joined: bool = False


def phrases(line: Line, kinds: Sequence[str], first: int, last: int) -> list[Phrase]:
    """The phrases in the tokens `[first, last)` that name somebody, in order; "leaders of the party" is one."""
    found: list[Phrase] = []
    for tie, start, end, joined in _chunks(line, kinds, first, last):
        told = [i for i in range(start, end) if is_actor(line, kinds, i)]
        if not told:
            continue
        phrase = Phrase(tie, told[0], told[-1] + 1, joined)
        if tie == "of" and found and found[-1].last >= start - 2 and not joined:
            found[-1] = Phrase(found[-1].tie, found[-1].first, phrase.last, found[-1].joined)
        else:
            found.append(phrase)
    return found


def _chunks(line: Line, kinds: Sequence[str], first: int, last: int) -> Iterator[tuple[str, int, int, bool]]:
    tie, start, joined, closed = "", first, False, first
    for i in range(first, last):
        kind = kinds[i]
        if i < closed:
            continue
        if line.words[i] == "(":  # "the Aldra Union (AU)"
            closed = next((k + 1 for k in range(i, min(last, i + _LONGEST_BRACKET)) if line.words[k] == ")"), i)
            if closed > i:
                if i > start:
                    yield tie, start, i, joined
                start, joined = closed, False
                continue
        if kind in (PLAIN, OWNS) or (kind == VERB and is_adjective(kinds, i)):
            continue
        if kind == DETERMINER and not (i > start and kinds[i - 1] == PLAIN):
            continue
        if i > start:
            yield tie, start, i, joined
            joined = False
        start = i + 1
        if kind in (PREPOSITION, TO):
            tie, joined = line.words[i], False
        elif kind in (AND, COMMA):
            joined = True
        elif kind != WHEN:
            tie, joined = "", False
    if last > start:
        yield tie, start, last, joined


_LONGEST_BRACKET = 8  # tokens


def is_adjective(kinds: Sequence[str], i: int) -> bool:
    """Whether a participle stands before a noun: "the [banned] party"."""
    return i > 0 and kinds[i - 1] in (DETERMINER, OWNS, PREPOSITION) and i + 1 < len(kinds) and kinds[i + 1] == PLAIN
