"""How sure the tagger may be: a logistic model over the signs of an attribution (language/decoding.py), fitted to the
documents kept aside, where it is known which are right."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from onrecord.language.decoding import SIGNS
from onrecord.language.tagger import Tagger

Floats = NDArray[np.float64]
_RIDGE = 1.0  # keeps the weights small where signs go together


def load_scorer(path: Path) -> ModuleType:
    """The scorer `eval/attribution.py` of the data folder as a module."""
    spec = importlib.util.spec_from_file_location("polnear_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_scored(scorer: ModuleType, found: Any, text: str) -> Any:
    """An attribution of the tagger or of the corpus in the form of the scorer."""
    parts = {}
    for role in ("content", "source", "cue"):
        pieces = [(p.start, p.end) if hasattr(p, "start") else p for p in getattr(found, role)]
        parts[role] = scorer.characters(pieces, text)
    return scorer.Statement(**parts)


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


def threshold(chances: Floats, right: Floats, share: float = 0.95) -> float:
    """The least certainty above which at least `share` of the attributions are right."""
    order = np.argsort(-chances)
    so_far = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(so_far >= share)
    return float(chances[order[enough[-1]]]) if len(enough) else 1.0
