"""From the tagger's scores to stretches of text and what belongs together."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from onrecord.language.labels import CONTENT, CUE, LINK_MIDDLE, LINKS, NO_LINK, OUTSIDE, SOURCE, TAGS
from onrecord.language.units import Unit
from onrecord.spans import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]


class Chain(Struct, frozen=True):
    """The scores of tags in a row: `between` (before, behind) and of each as the `first` of a unit."""

    between: Floats
    first: Floats


class Attribution(Struct, frozen=True):
    """What the tagger takes for an attribution, in the order of the text.

    source, cue, content: the pieces of each; source and cue may be empty, content never is.
    signs: what tells how sure the tagger is; see `signs_of`.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    signs: tuple[float, ...]


def best_tags(scores: Floats, lengths: Sequence[int], chain: Chain) -> Ints:
    """The likeliest row of tags of each unit (Viterbi).

    scores: (units, tokens, TAGS), the units by falling length, which `lengths` gives.
    Returns (units, tokens); what lies behind a unit's end means nothing.
    """
    units, tokens, _ = scores.shape
    back = np.zeros((tokens, units, TAGS), np.intp)
    best = scores[:, 0] + chain.first
    behind = np.ascontiguousarray(chain.between.T)  # (behind, before): the last axis is the one searched
    alive = units
    for t in range(1, tokens):
        while alive and lengths[alive - 1] <= t:
            alive -= 1
        ways = best[:alive, None, :] + behind
        ways.argmax(2, out=back[t, :alive])
        np.add(ways.max(2), scores[:alive, t], out=best[:alive])
    tags = np.zeros((units, tokens), np.intp)
    every = np.arange(units)
    at = best.argmax(1)
    last = np.asarray(lengths) - 1
    for t in range(tokens - 1, -1, -1):
        tags[:, t] = at
        if t:
            at = np.where(t <= last, back[t, every, at], at)
    return tags


class _Stretch(Struct, frozen=True):
    """Tokens `[first, last]` of one role. cue: the number of the stretch's cue among those of the unit, or None."""

    role: int
    first: int
    last: int
    cue: int | None
    link_sure: float


def attributions_of(unit: Unit, tags: Ints, chances: Floats, links: Floats) -> list[Attribution]:
    """What a unit attributes.

    tags: (tokens,); chances: (tokens, TAGS), how likely each is; links: (tokens, LINKS), the same.
    """
    stretches = _linked(_stretches(tags), links)
    cues = [stretch for stretch in stretches if stretch.role == CUE]
    main = _main_cues(cues)
    made = []
    for number in sorted(set(main)):
        parts = [s for s in stretches if s.role != CUE and s.cue is not None and main[s.cue] == number]
        content = [s for s in parts if s.role == CONTENT]
        if not content:
            continue
        source = [s for s in parts if s.role == SOURCE]
        if not source and not _is_passive(unit, cues[number]):
            source = _nearest_source(unit, stretches, cues[number])
        cue = [cues[i] for i in range(len(cues)) if main[i] == number]
        made.append(_attribution(unit, source, cue, content, chances))
    loose = [s for s in stretches if s.role == SOURCE and s.cue is None]
    for lone in (s for s in stretches if s.role == CONTENT and s.cue is None):
        near = [s for s in loose if min(abs(s.first - lone.last), abs(lone.first - s.last)) <= _ADJACENT]
        made.append(_attribution(unit, near[:1], [], [lone], chances))
    return sorted(made, key=lambda found: found.content[0])


_ADJACENT = 4  # tokens between a content and the source of which no cue tells: a colon, a dash, a mark


def _stretches(tags: Ints) -> list[tuple[int, int, int]]:
    """Role, first and last token of each stretch."""
    found: list[tuple[int, int, int]] = []
    before = OUTSIDE
    for i, tag in enumerate(tags.tolist()):
        if tag != OUTSIDE:
            if (tag != before and tag - 1 != before) or tag in (SOURCE, CUE, CONTENT):
                found.append((tag if tag % 2 else tag - 1, i, i))
            else:
                found[-1] = (found[-1][0], found[-1][1], i)
        before = tag
    return found


def _linked(stretches: list[tuple[int, int, int]], links: Floats) -> list[_Stretch]:
    """The stretches with the number of the cue that each belongs to."""
    starts = [first for role, first, _ in stretches if role == CUE]
    made = []
    for role, first, last in stretches:
        mean = links[first : last + 1].mean(0)
        begun = bisect_right(starts, first)
        options: list[tuple[float, int | None]] = [(float(mean[NO_LINK]), None)] if role != CUE else []
        options += [
            (float(mean[label]), begun + label - LINK_MIDDLE)
            for label in range(1, LINKS)
            if 0 <= begun + label - LINK_MIDDLE < len(starts)
        ]
        sure, cue = max(options, key=lambda option: option[0], default=(0.0, None))
        made.append(_Stretch(role, first, last, cue, sure))
    return made


def _main_cues(cues: list[_Stretch]) -> list[int]:
    """For each cue the number of the one that it goes on, or its own: "has", "not yet", "said"."""
    main: list[int] = []
    for number, cue in enumerate(cues):
        earlier = cue.cue is not None and cue.cue < number
        main.append(main[cue.cue] if earlier and cue.cue is not None else number)
    return main


def _is_passive(unit: Unit, cue: _Stretch) -> bool:
    """Whether a cue tells that somebody was spoken to or of, by nobody in particular: "was asked", "Asked about"."""
    words = [token.text.lower() for token in unit.tokens[cue.first : cue.last + 1]]
    opens = cue.first == 0 or unit.tokens[cue.first - 1].text in _OPENS_ASIDE
    return (words[0] in _ASKED and opens) or (words[-1].endswith("ed") and not _BEING.isdisjoint(words[:-1]))


_BEING = frozenset("is are was were be been being".split())
_ASKED = frozenset("asked pressed questioned".split())
_OPENS_ASIDE = frozenset(". ! ? , — – - ” \" '' when When ; (".split())


def _nearest_source(unit: Unit, stretches: list[_Stretch], cue: _Stretch) -> list[_Stretch]:
    """The source nearest to a cue in its sentence that has none of its own: "he said … and added …"."""
    left = [s for s in stretches if s.role == SOURCE and s.last < cue.first]
    right = [s for s in stretches if s.role == SOURCE and s.first > cue.last]
    if left and not _sentence_ends(unit, left[-1].last, cue.first):
        return left[-1:]
    if right and not _sentence_ends(unit, cue.last, right[0].first):
        return right[:1]
    return []


def _sentence_ends(unit: Unit, first: int, last: int) -> bool:
    """Whether a sentence ends between two tokens, as far as its mark tells."""
    words = [token.text for token in unit.tokens[first : last + 1]]
    return any(
        word in _STOPS and following[0] not in '"”’' and not following[0].islower()
        for word, following in pairwise(words)
    )


_STOPS = frozenset(".!?")


def _attribution(
    unit: Unit, source: list[_Stretch], cue: list[_Stretch], content: list[_Stretch], chances: Floats
) -> Attribution:
    signs = signs_of(unit, source, content, chances)
    return Attribution(_spans(unit, source), _spans(unit, cue), _spans(unit, content), signs)


SIGNS = ("always", "content", "edges", "link", "source", "named", "quoted")


def signs_of(unit: Unit, source: list[_Stretch], content: list[_Stretch], chances: Floats) -> tuple[float, ...]:
    """What tells whether an attribution is right, as numbers that a logistic model weighs (SIGNS).

    1; the log-odds of the tags of the content on the whole, of those at its edges, of the links, of the source's tags
    (0 without a source); whether there is a source; the share of the content in quotation marks.

    chances: (tokens, TAGS). The content's is that it is content, begun or gone on with.
    """
    inside = chances[:, CONTENT] + chances[:, CONTENT + 1]
    whole = float(np.concatenate([inside[s.first : s.last + 1] for s in content]).mean())
    edges = [min(chances[s.first, CONTENT], inside[s.last]) for s in content]
    edges += [1 - chances[s.last + 1, CONTENT + 1] for s in content if s.last + 1 < len(chances)]
    link = min(s.link_sure for s in content)
    of_source = [chances[s.first : s.last + 1, SOURCE : SOURCE + 2].sum(1).mean() for s in source]
    quoted = [state for s in content for state in unit.quoted[s.first : s.last + 1]]
    return (
        1.0,
        _odds(whole),
        _odds(float(min(edges))),
        _odds(link),
        _odds(float(min(of_source))) if of_source else 0.0,
        float(bool(source)),
        sum(map(bool, quoted)) / len(quoted),
    )


def _odds(chance: float) -> float:
    """The log-odds of a chance, in bounds."""
    return math.log(min(max(chance, 0.001), 0.999) / (1 - min(max(chance, 0.001), 0.999)))


def _spans(unit: Unit, stretches: list[_Stretch]) -> tuple[Span, ...]:
    """The spans of stretches, those that follow on each other as one."""
    spans: list[Span] = []
    last = -2
    for s in stretches:
        start = spans.pop().start if s.first == last + 1 else unit.tokens[s.first].start
        spans.append(Span(start, unit.tokens[s.last].end))
        last = s.last
    return tuple(spans)
