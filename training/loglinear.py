"""Log-linear models: which of several options is right, by a sum of weights of what is true of each.

Both models of the parties room are of this kind: what a name is, and whom a pronoun means. Everything is NumPy in one
thread, so that the same labels give the same weights.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray


class Example(Struct, frozen=True):
    """A choice. options: for each option its features and how much each counts. right: the options that are right."""

    options: tuple[Mapping[str, float], ...]
    right: frozenset[int]


def fit(
    examples: Sequence[Example], *, least: int, l1: float, l2: float, steps: int = 400, rate: float = 0.2
) -> dict[str, float]:
    """The weights that make the right options likeliest, by AdaGrad over all examples at once.

    least: in how many options a feature must stand. l1, l2: what weights cost, in examples.
    """
    data = _Table(examples, least)
    weights = np.zeros(len(data.names))
    seen = np.full(len(data.names), 1e-6)
    for _ in range(steps):
        gradient = data.gradient(weights) - l2 * weights
        seen += gradient**2
        step = rate / np.sqrt(seen)
        weights = weights + step * gradient
        weights = np.sign(weights) * np.maximum(np.abs(weights) - l1 * step, 0)
    return dict(zip(data.names, weights.tolist(), strict=True))


def choose(weights: Mapping[str, float], options: Sequence[Mapping[str, float]]) -> int:
    """The likeliest option; the first of equals."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in option.items()) for option in options]
    return scores.index(max(scores))


class _Table:
    """The examples as arrays: one entry a feature of an option, one row an option, one segment an example."""

    def __init__(self, examples: Sequence[Example], least: int) -> None:
        rows = [option for example in examples for option in example.options]
        counts: dict[str, int] = {}
        for row in rows:
            for name in row:
                counts[name] = counts.get(name, 0) + 1
        self.names = sorted(name for name, count in counts.items() if count >= least)
        number = {name: i for i, name in enumerate(self.names)}
        entries = [(i, number[n], value) for i, row in enumerate(rows) for n, value in row.items() if n in number]
        self._row, self._feature = (np.array([entry[k] for entry in entries], np.intp) for k in (0, 1))
        self._value = np.array([entry[2] for entry in entries])
        self._starts = np.cumsum([0, *(len(example.options) for example in examples)])[:-1]
        self._segment = np.repeat(np.arange(len(examples)), [len(example.options) for example in examples])
        right = [i in example.right for example in examples for i in range(len(example.options))]
        self._right = np.array(right, float)

    def gradient(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The gradient of the log likelihood of the right options."""
        scores = np.bincount(self._row, self._value * weights[self._feature], len(self._segment))
        chances = self._shares(np.exp(scores - np.maximum.reduceat(scores, self._starts)[self._segment]))
        pull = self._shares(chances * self._right) - chances
        return np.bincount(self._feature, self._value * pull[self._row], len(weights))

    def _shares(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The values as shares of their example's sum; all 0 where that is 0."""
        sums = np.add.reduceat(values, self._starts)[self._segment]
        return np.divide(values, sums, out=np.zeros_like(values), where=sums > 0)
