"""Whether a word names a happening, and of which type.

A log-linear model over the candidate's signs: the weights of the general signs say how much speaks for any happening, those
of the signs that name the word how much speaks for a type. `data/event_weights.tsv` was fitted on articles that were
annotated for this (training/events.py).
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.events.words import OTHER, Word
from onrecord.parties.tables import read_rows


def types_of(word: Word) -> tuple[str, ...]:
    """The types that the word may name; any may be one that has no type of its own."""
    return word.types if OTHER in word.types else (*word.types, OTHER)


def features(lexical: Sequence[str], word: Word, kind: str) -> list[str]:
    """What is true of a candidate as a happening of a type, beside its general signs."""
    place = word.types.index(kind) if kind in word.types else -1
    listed = f"{word.part} listed {min(place, 3)} of {min(len(word.types), 4)}"
    return [f"type {kind}", listed, f"{kind} {listed}", *(f"{kind}|{sign}" for sign in lexical)]


def judge(
    weights: Mapping[str, float], general: Sequence[str], lexical: Sequence[str], word: Word
) -> tuple[str, float]:
    """The likeliest type, and how likely it is that the candidate names a happening at all."""
    types = types_of(word)
    base = sum(weights.get(sign, 0.0) for sign in general)
    scores = [base + sum(weights.get(sign, 0.0) for sign in features(lexical, word, kind)) for kind in types]
    best = max(range(len(scores)), key=scores.__getitem__)
    raised = sum(math.exp(min(score, 30.0)) for score in scores)
    return types[best], raised / (1 + raised)


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature."""
    return {name: float(weight) for name, weight in read_rows("event_weights.tsv", 2)}
