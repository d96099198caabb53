"""How sure the tagger may be: a logistic model over the signs of an attribution (language/decoding.py), fitted to the
documents kept aside, where it is known which are right."""

from collections.abc import Sequence
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from onrecord.language.decoding import SIGNS
from onrecord.language.tagger import Tagger
from scoring import as_scored

Floats = NDArray[np.float64]
_RIDGE = 1.0  # keeps the weights small where signs go together


def examples(tagger: Tagger, documents: Sequence[Document], scorer: ModuleType) -> tuple[Floats, Floats]:
    """The signs of all that the tagger finds, (attributions, signs), and whether content and source are right."""
    signs: list[tuple[float, ...]] = []
    right: list[float] = []
    for document in documents:
        text = document.doc.text
        found = [one for _, made in tagger.attributions(document.units) for one in made]
        predicted = [as_scored(scorer, one, text) for one in found]
        gold = [g for g in (as_scored(scorer, one, text) for one in document.attributions) if g.content]
        pairs = {p: g for g, p in scorer.pair_contents(gold, predicted)}
        for number, one in enumerate(found):
            signs.append(one.signs)
            right.append(float(number in pairs and scorer.source_right(gold[pairs[number]], predicted[number])))
    return np.array(signs), np.array(right)


def fitted(signs: Floats, right: Floats) -> list[float]:
    """The weights of the logistic model, one a sign (Newton's method)."""
    weights = np.zeros(len(SIGNS))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (right - chance) - _RIDGE * weights
        curve = (signs * (chance * (1 - chance))[:, None]).T @ signs + _RIDGE * np.eye(len(SIGNS))
        weights = weights + np.linalg.solve(curve, slope)
    return [round(float(weight), 4) for weight in weights]


def reliability(chances: Floats, right: Floats, bins: int = 10) -> list[tuple[float, float, int]]:
    """Of each tenth of the attributions, by falling certainty: the mean certainty, the share right, and how many."""
    order = np.argsort(-chances)
    return [
        (float(chances[part].mean()), float(right[part].mean()), len(part))
        for part in np.array_split(order, bins)
        if len(part)
    ]


def threshold(chances: Floats, right: Floats, share: float = 0.95) -> float:
    """The least certainty above which at least `share` of the attributions are right."""
    order = np.argsort(-chances)
    so_far = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(so_far >= share)
    return float(chances[order[enough[-1]]]) if len(enough) else 1.0
