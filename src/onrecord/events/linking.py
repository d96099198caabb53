"""Which mentions tell of the same happening.

Each mention in turn joins the likeliest happening before it, or is a new one: a log-linear choice by type, word,
parties, dates and distance. The weights (`data/event_links.tsv`) were fitted by training/events.py.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from onrecord.events.mentions import Mention
from onrecord.events.words import DETERMINERS
from onrecord.parties.tables import read_rows

Signs = tuple[str, ...]
NEW: int = -1
# A mention is compared with so many before it, so that the time is linear.
_REACH = 40

Chooser = Callable[[int, list[tuple[int, Signs]]], int]


def linked(mentions: Sequence[Mention], choose: Chooser) -> list[list[int]]:
    """The mentions in groups that tell of the same happening, by their numbers, in the order of each group's first.

    choose: of the options of a mention, `(number of an earlier mention or NEW, signs)`, the one that is taken.
    """
    group_of: dict[int, int] = {}
    groups: list[list[int]] = []
    for i, mention in enumerate(mentions):
        found = [(NEW, signs_of_new(mention, i))]
        for k in range(max(0, i - _REACH), i):
            others = groups[group_of[k]][-_REACH:]
            if may_link(mentions[k], mention) and all(_may_be_one(mentions[m].when, mention.when) for m in others):
                found.append((k, signs(mentions, k, i)))
        taken = choose(i, found) if len(found) > 1 else NEW
        if taken == NEW:
            group_of[i] = len(groups)
            groups.append([i])
        else:
            group_of[i] = group_of[taken]
            groups[group_of[taken]].append(i)
    return groups


def likeliest(weights: Mapping[str, float]) -> Chooser:
    """The choice by the weights."""

    def choose(_number: int, found: list[tuple[int, Signs]]) -> int:
        return max(found, key=lambda option: sum(weights.get(sign, 0.0) for sign in option[1]))[0]

    return choose


def may_link(earlier: Mention, later: Mention) -> bool:
    """Whether two mentions may tell of the same happening: of one type, or by words of one root."""
    return earlier.type == later.type or _root(earlier) == _root(later)


@lru_cache(maxsize=4096)
def _stem(lemma: str) -> str:
    return lemma[:5].rstrip("e")


def _root(mention: Mention) -> str:
    return _stem(mention.candidate.word.lemma)


def signs_of_new(mention: Mention, number: int) -> Signs:
    """The signs that a mention begins a happening."""
    part = mention.candidate.word.part
    return (
        "new",
        f"new {mention.type}",
        f"new {part}",
        f"new {part} {_determiner(mention)}",
        f"new dated {mention.when is not None}",
        f"new {mention.candidate.line.role}",
        f"new first {number == 0}",
    )


def signs(mentions: Sequence[Mention], k: int, i: int) -> Signs:
    """The signs that the mention `i` tells what the mention `k` does."""
    earlier, later = mentions[k], mentions[i]
    same_word = earlier.candidate.word.lemma == later.candidate.word.lemma
    root = "word" if same_word else "root" if _root(earlier) == _root(later) else "type"
    kind = "same" if earlier.type == later.type else "other"
    parts = f"{earlier.candidate.word.part} {later.candidate.word.part}"
    apart = later.candidate.line.number - earlier.candidate.line.number
    far = str(apart) if apart < 3 else "3" if apart < 6 else "6" if apart < 12 else "12"
    dates = _dates(earlier.when, later.when)
    a, b = set(earlier.parties), set(later.parties)
    parties = "none" if not a or not b else "same" if a == b else "some" if a & b else "apart"
    actors = _sides(earlier.actors, later.actors)
    targets = _sides(earlier.targets, later.targets)
    number = f"{earlier.candidate.word.form} {later.candidate.word.form}"
    between = any(may_link(mentions[m], later) for m in range(k + 1, i))
    return (
        f"{root} {kind}",
        f"{root} {later.type}",
        f"{root} {parts}",
        f"far {far} {root}",
        f"dates {dates}",
        f"dates {dates} {root}",
        f"parties {parties}",
        f"parties {parties} {root}",
        f"parties {parties} {dates}",
        f"actors {actors}",
        f"targets {targets}",
        f"determiner {_determiner(later)} {root}",
        f"form {number}",
        f"earlier {earlier.candidate.line.role} {root}",
        f"between {between}",
        f"around {_sides(_parties_of(earlier), _parties_of(later))} {root}",
        f"dates {dates} {_precision(earlier.when)} {_precision(later.when)}",
        f"told {earlier.told >= 0} {later.told >= 0} {root}",
        f"numbers {_sides(_numbers(earlier), _numbers(later))} {root}",
        f"where {_sides(earlier.place, later.place)}",
    )


def _parties_of(mention: Mention) -> list[int]:
    """The parties of its sentence."""
    return [named.party for named in mention.candidate.line.named]


def _numbers(mention: Mention) -> list[str]:
    """The numbers of its clause that belong to no date: how many were killed."""
    line, (left, right) = mention.candidate.line, mention.candidate.sides.clause
    return [line.words[i] for i in range(left, right) if line.words[i][0].isdigit() and line.kinds[i] != "<time>"]


def _precision(when: str | None) -> str:
    return "none" if when is None else "span" if "/" in when else str(len(when))


def _sides(a: Sequence[object], b: Sequence[object]) -> str:
    if not a or not b:
        return "none"
    return "same" if set(a) == set(b) else "some" if set(a) & set(b) else "apart"


def _may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two dates may be those of one happening: not two different days."""
    return _dates(a, b) != "apart" or min(_precision(a), _precision(b)) != "10"


def _dates(a: str | None, b: str | None) -> str:
    if a is None or b is None:
        return "none" if a is b else "one"
    if a == b:
        return "same"
    return "part" if a.startswith(b) or b.startswith(a) else "apart"


def _determiner(mention: Mention) -> str:
    group, line = mention.candidate.group, mention.candidate.line
    if mention.candidate.word.part == "verb":
        return "verb"
    low = line.words[group.first]
    if group.first < group.at and low in DETERMINERS:
        return low if low in ("the", "a", "an", "this", "that", "another") else "other"
    return "owned" if any(tie == "owner" for tie, _ in mention.candidate.sides.ties) else "bare"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each sign."""
    return {name: float(weight) for name, weight in read_rows("event_links.tsv", 2)}
