"""Where a clause begins and ends: the subject before a verb, and the words up to the next clause."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from onrecord.events.plover.phrases import (
    ADVERB,
    AND,
    AUXILIARY,
    COMMA,
    DETERMINER,
    LINK,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    REACH,
    STOP,
    VERB,
    WHEN,
    is_adjective,
)
from onrecord.events.scene import Line


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
    return hangs or is_adjective(kinds, i)


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
