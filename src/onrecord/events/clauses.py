"""What stands around a word that may name a happening: who acts and on whom, and the clause.

There is no parser: the parties, times and closed classes of words of a sentence are enough for news copy, whose clauses
are short. Everything looks at most `_REACH` tokens left or right, so that the time is linear.
"""

from msgspec import Struct

from onrecord.events.groups import FINITE, Group, is_finite, is_line
from onrecord.events.scene import Line, Named
from onrecord.events.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    LINKS,
    MODALS,
    NEGATIONS,
    POSSESSIVE,
    PREPOSITIONS,
    STOPS,
    Word,
)

_REACH = 30  # tokens


class Sides(Struct, frozen=True):
    """The parties around a happening by the way they are tied to it: "subject", "object", or a preposition.

    clause: `[first, last)` of its tokens.
    """

    ties: tuple[tuple[str, Named], ...]
    clause: tuple[int, int]

    def of(self, *names: str) -> list[Named]:
        return [named for tie, named in self.ties if tie in names]


def sides_of(line: Line, group: Group, word: Word) -> Sides:
    """Who is tied to the happening, and the clause that tells it."""
    ties: list[tuple[str, Named]] = []
    if word.part == "noun":
        ties += _owners(line, group)
        if group.verb >= 0:
            left, subjects = _subjects(line, _group_start(line, group.verb))
            ties += [("subject", named) for named in subjects]
            if is_line(line, group.first, group.at):
                ties += [("object", named) for named in line.named_in(group.verb + 1, group.first)]
        else:
            left = group.first
        right, behind = _behind(line, group.end, "beside")
        happens = _happens(line, right)
        if happens is not None:
            right, more = _behind(line, happens, "beside")
            behind += more
        ties += [(tie, named) for tie, named in behind if tie != "beside"]
        left, right = _around_noun(line, min(left, group.first), right)
    else:
        left, subjects = _subjects(line, group.first)
        right, behind = _behind(line, group.end)
        ties += [("patient" if group.passive else "subject", named) for named in subjects]
        ties += [("subject" if tie == "by" and group.passive else tie, named) for tie, named in behind]
    seen: set[int] = set()
    kept = []
    for tie, named in ties:
        if named.first not in seen:
            seen.add(named.first)
            kept.append((tie, named))
    return Sides(tuple(kept), (left, right))


# "The meeting was held in", "talks will take place on", "the session opens at": the noun happens.
_HAPPENING = frozenset(
    """
    held hold place scheduled planned hosted convened due set opened opens open began begins begin started starts start
    ended ends end resumed resume resumes taking
    """.split()
)


def _happens(line: Line, right: int) -> int | None:
    """Behind the verb that says of a noun, whose phrase ends at the token `right`, that it happens."""
    for i in range(right, min(right + 5, len(line.words))):
        low = line.words[i]
        if low in _HAPPENING:
            return i + 1
        if (
            low not in BE
            and low not in HAVE
            and low not in MODALS
            and low not in ("take", "takes", "took", "taken", "to")
        ):
            return None
    return None


def _group_start(line: Line, verb: int) -> int:
    i = verb - 1
    while i >= 0 and verb - i < 6:
        low = line.words[i]
        if not (
            low in BE or low in HAVE or low in MODALS or low in DO or low in ADVERBS or low in NEGATIONS or low == "to"
        ):
            break
        i -= 1
    return i + 1


def _subjects(line: Line, first: int) -> tuple[int, list[Named]]:
    """Where the clause begins that reaches up to the token `first`, and who its subjects are."""
    words = line.words
    i = first - 1
    if i >= 0 and words[i] in ("who", "which", "that", "whom"):
        k = i - 1
        if k >= 0 and words[k] == ",":
            k -= 1
        found = [named for named in line.named if named.last == k + 1]
        if found:
            return found[-1].first, found
        near = [named for named in line.named if named.last <= k + 1 and k + 1 - named.last < 5]
        if near:
            return near[-1].first, near[-1:]
        return i, []
    if i >= 0 and words[i] in (",", "—", "–"):
        opened = _opening_comma(line, i)
        if opened is not None:
            return _phrase(line, opened)
        if line.tokens[first].text[:1].islower():
            return main_subjects(line, i, first)
    if i >= 0 and words[i] in ("and", "or", "but", "then"):
        left, found = _phrase(line, i + 1)
        return (
            (left, found)
            if found and found[-1].last >= i - 1 and found[-1].first > 0
            else main_subjects(line, i, first)
        )
    if i >= 0 and words[i] == "to":  # "agreed [to] meet": the subject of the verb before
        return main_subjects(line, i, first)
    left, found = _phrase(line, first)
    if not found and left > 0:
        return main_subjects(line, left, first)
    return left, found


def _opening_comma(line: Line, closing: int) -> int | None:
    """The token behind which an aside opens that the comma at `closing` closes; None where none does."""
    for k in range(closing - 1, max(0, closing - 22), -1):
        if line.words[k] == line.words[closing]:
            if any(named.last == k for named in line.named):
                return k
            return None
        if line.words[k] in ("“", "”", '"', ";", ":"):
            return None
    return None


def _phrase(line: Line, end: int) -> tuple[int, list[Named]]:
    """The noun phrase that ends before the token `end`: where it begins, and the parties that head it."""
    words = line.words
    i = end - 1
    found: list[Named] = []
    while i >= 0 and end - i < _REACH:
        if line.kinds[i] == "<name>":
            named = next(named for named in line.named if named.first <= i < named.last)
            found.append(named)
            i = named.first - 1
            continue
        low = words[i]
        if low in STOPS:
            if (
                low == ","
                and found
                and found[-1].first == i + 1
                and line.kinds[i - 1] == "<name>"
                and _is_joined(line, i)
            ):
                i -= 1
                continue
            break
        if (low in LINKS or low in MODALS or low in BE or low in HAVE or low in DO) and low not in POSSESSIVE:
            break
        if is_finite(line, i) and not _is_adjective(line, i):
            break
        i -= 1
    found.reverse()
    return i + 1, _heads(line, found)


def _is_adjective(line: Line, i: int) -> bool:
    """Whether a participle stands before a noun: "the suspected killer"."""
    before = line.word(i - 1)
    return before in DETERMINERS or before in POSSESSIVE or (before in PREPOSITIONS and line.words[i].endswith("ed"))


def _is_joined(line: Line, comma: int) -> bool:
    """Whether a comma stands in a list that an "and" ends: "Roe, Poe and Doe"."""
    return "and" in line.words[comma + 1 : comma + 10]


def _heads(line: Line, found: list[Named]) -> list[Named]:
    """Of the parties of a noun phrase those that are not in a prepositional phrase of another: "leaders of [X]"."""
    heads: list[Named] = []
    for named in found:
        before = line.word(named.first - 1)
        before = line.word(named.first - 2) if before in DETERMINERS else before
        if heads and before in PREPOSITIONS:
            continue
        if not heads and before in PREPOSITIONS and before not in ("of", "at", "from", "for", "by"):
            continue
        heads.append(named)
    return heads


def main_subjects(line: Line, end: int, first: int) -> tuple[int, list[Named]]:
    """The subjects of the verb before: of "Roe agreed on Monday to meet", "Roe"; the first phrase of the clause."""
    forms, words = FINITE, line.words
    for i in range(end - 1, max(-1, end - _REACH), -1):
        low = words[i]
        if low in (";", ":", "“", "”", '"'):
            break
        if (low in forms or low in BE or low in HAVE or low in MODALS) and line.tokens[i].text.islower():
            if low in forms and low not in BE and low not in HAVE and low not in MODALS and _is_adjective(line, i):
                continue
            start = _group_start(line, i)
            if start > 0 and words[start - 1] in ("and", ",", "to", "but") and start - 1 < end - 1:
                continue
            if start > 0 and words[start - 1] in ("who", "which", "that"):
                near = [named for named in line.named if named.last <= start - 1 and start - 1 - named.last < 4]
                return first, near[-1:]
            found = _phrase(line, start)[1]
            if found:
                return first, found
    return first, []


_TIES = PREPOSITIONS | {"of"}


def _behind(line: Line, first: int, tie: str = "object") -> tuple[int, list[tuple[str, Named]]]:
    """Where the clause ends that goes on at the token `first`, and the parties in it, by their prepositions; those
    without one by `tie`."""
    words = line.words
    starts = {named.first: named for named in line.named}
    ties: list[tuple[str, Named]] = []
    i = first
    infinitive = False
    while i < len(words) and i - first < _REACH:
        named = starts.get(i)
        if named is not None:
            ties.append((tie if not infinitive else "inner", named))
            i = named.last
            if tie == "object" and line.word(i) not in ("and", ",", "or", "&") and line.word(i) not in POSSESSIVE:
                tie = "second"
            continue
        low = words[i]
        if line.kinds[i] == "<time>":  # "on Feb. 14"
            i += 1
            continue
        if low in (";", ":", ".", "?", "!", "—", "–", "“", "”", '"', "(", ")"):
            break
        if low == ",":
            if not (ties and (i + 1 in starts or words[i + 1 : i + 2] in (["the"], ["and"])) and _is_joined(line, i)):
                break
        elif low in LINKS and low not in ("after", "before", "since", "until", "as"):
            break
        elif low in ("after", "before", "since", "until", "as"):
            tie = low
        elif low in MODALS or (low in BE and low != "being" and low not in POSSESSIVE):
            break
        elif is_finite(line, i) and not _is_adjective(line, i) and i > first:
            if words[i].endswith("ed") and words[i - 1] not in STOPS:
                infinitive = True  # a reduced clause: what follows belongs to it
            else:
                break
        elif low == "to" and i + 1 not in starts and line.word(i + 1) not in DETERMINERS:
            tie, infinitive = "to", infinitive or (i + 1 < len(words) and words[i + 1].islower())
        elif low in _TIES:
            tie = low
        i += 1
    return i, ties


def _owners(line: Line, group: Group) -> list[tuple[str, Named]]:
    """Who stands before a noun in its own phrase: "Teskia’s attack", "Teskan-Orland talks", "their meeting"."""
    found = []
    for named in line.named:
        inside = group.first <= named.first and named.last <= group.at
        marked = named.last == group.first and line.word(named.last - 1) in POSSESSIVE
        mark = group.first if named.last == group.first else group.first - 1
        apart = named.last in (group.first, group.first - 1) and line.word(mark) in POSSESSIVE
        if inside or marked or apart:
            found.append(("owner", named))
    return found


def _around_noun(line: Line, left: int, right: int) -> tuple[int, int]:
    """The stretch around a noun that tells what it was: up to the marks on both sides."""
    while (
        left > 0 and line.words[left - 1] not in STOPS and line.words[left - 1] not in LINKS and right - left < _REACH
    ):
        left -= 1
    return left, right
