"""The noun phrases around a verb that may act or be acted upon: "Israeli troops", "leaders of the party".

A phrase is cut to what names somebody: from the first to the last of its words that begin with a capital or are nouns
for people. Everything looks at most `REACH` tokens left or right.
"""

from collections.abc import Collection, Iterator, Sequence
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
        if kind in (PLAIN, OWNS) or (kind == VERB and _is_adjective(kinds, i)):
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


class Subject(Struct, frozen=True, gc=False):
    """What stands before a verb group. first, last: its tokens, empty where there is none.

    link: the word or mark before it, "" at the head of the sentence, "verb" behind a verb. aside: tokens of an
    apposition, which commas enclose. pronoun: whether it is one.
    """

    first: int
    last: int
    link: str
    aside: tuple[int, int] | None = None
    pronoun: bool = False


def subject_before(line: Line, kinds: Sequence[str], first: int) -> Subject:
    """The subject of the verb group that begins at the token `first`."""
    words = line.words
    i = first - 1
    while i >= 0 and kinds[i] in (WHEN, ADVERB):
        i -= 1
    aside = None
    if i >= 0 and kinds[i] == COMMA:
        opened = _opening(line, kinds, i)
        if opened is None:
            return Subject(first, first, ",")
        if kinds[opened + 1] in (DETERMINER, PLAIN) and not words[opened + 1].endswith("ing"):
            aside = (opened + 1, i)
        i = opened - 1
    if i >= 0 and kinds[i] == AND:
        return Subject(first, first, "and")
    if i >= 0 and words[i] in ("who", "which", "that"):
        end = i - 1 if i and kinds[i - 1] == COMMA else i
        return Subject(_left(line, kinds, end), end, words[i])
    last = i + 1
    start = _left(line, kinds, last)
    link = words[start - 1] if start else ""
    if start and kinds[start - 1] == VERB:
        link = "verb"
    return Subject(start, last, link, aside, last - start == 1 and kinds[start] == PRONOUN)


_LONGEST_ASIDE = 24  # tokens


def _opening(line: Line, kinds: Sequence[str], closing: int) -> int | None:
    """The comma that opens the aside which the comma at `closing` closes; None where none does."""
    for k in range(closing - 1, max(0, closing - _LONGEST_ASIDE), -1):
        if kinds[k] == COMMA:
            return k
        if kinds[k] == STOP and line.words[k] not in ("(", ")"):
            return None
    return None


def _left(line: Line, kinds: Sequence[str], end: int) -> int:
    """Where the noun phrase begins that ends before the token `end`, with what hangs on it."""
    words, i, listed = line.words, end - 1, False
    while i >= 0 and end - i < REACH:
        kind = kinds[i]
        if words[i] == ")":
            opened = next((k for k in range(i, max(-1, i - 12), -1) if words[k] == "("), None)
            if opened is None:
                break
            i = opened - 1
            continue
        if kind == COMMA and not listed:
            break
        if kind == AND:
            if i == end - 1:
                break
            listed = True
        if kind == VERB and not _is_within(words, kinds, i, end):
            break
        if kind in (STOP, LINK, AUXILIARY):
            break
        i -= 1
    return i + 1


def _is_within(words: Sequence[str], kinds: Sequence[str], i: int, end: int) -> bool:
    """Whether a participle belongs to a noun phrase: "weapons [seized] by the army", "the [banned] party"."""
    hangs = words[i].endswith("ed") and i + 1 < end and kinds[i + 1] == PREPOSITION
    return hangs or _is_adjective(kinds, i)


def _is_adjective(kinds: Sequence[str], i: int) -> bool:
    return i > 0 and kinds[i - 1] in (DETERMINER, OWNS, PREPOSITION) and i + 1 < len(kinds) and kinds[i + 1] == PLAIN


_THROUGH = frozenset(["that", "``", "''", '"', "“", "”", "(", ")", "as", "than"])


def clause_end(line: Line, kinds: Sequence[str], first: int, verbs: Collection[int]) -> int:
    """Where the clause ends that goes on at the token `first`: before a mark, a conjunction or another verb.

    verbs: tokens that tell something as verbs.
    """
    size = len(kinds)
    for i in range(first, min(size, first + REACH)):
        kind = kinds[i]
        if kind in (PLAIN, PREPOSITION, DETERMINER):
            continue
        if kind in (STOP, LINK) and line.words[i] not in _THROUGH:
            return i
        if kind == COMMA and not _is_listed(kinds, i):
            return i
        if kind == AND:
            after = i + 2 if kinds[i + 1 : i + 2] == [ADVERB] else i + 1
            if after in verbs or (after < size and kinds[after] in (VERB, AUXILIARY)):
                return i
    return min(size, first + REACH)


def _is_listed(kinds: Sequence[str], comma: int) -> bool:
    """Whether a comma stands between the members of a list that an "and" ends."""
    after = comma + 1
    if after >= len(kinds) or kinds[after] not in (PLAIN, DETERMINER, AND) or kinds[comma - 1] not in (PLAIN, AND):
        return False
    if kinds[after] == AND:
        return after + 1 < len(kinds) and kinds[after + 1] in (PLAIN, DETERMINER)
    for i in range(after, min(len(kinds), after + 8)):
        if kinds[i] == AND:
            return True
        if kinds[i] in (VERB, AUXILIARY, LINK, STOP, WHEN):
            return False
    return False
