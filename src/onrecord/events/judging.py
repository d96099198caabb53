"""Whether a word names a happening, and of which type.

A small model over what the tagger holds of the word (its states) and what is true of the place (its signs): a layer
over the states and a table over hashed signs, whose scores are added. Without the tagger (`engine="rules"`) a table of
its own judges by the signs alone. training/events.py fits both; data/MODEL_CARD.md says from what.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from io import BytesIO
from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from onrecord.events.words import TYPES, Word
from onrecord.language import EngineName, Reading
from onrecord.language.tagger import PACKAGES

ROWS = 1 << 14  # of the table of signs
NONE = 0  # the column that says that nothing happens; that of a type stands at its place in TYPES, and one
Floats = NDArray[np.float32]


class Gate(Struct, frozen=True):
    """What each hidden value, (hidden,), and each lemma by its row, (ROWS,), say for a closer look."""

    hidden: Floats
    of_lemma: Floats


class Layer(Struct, frozen=True):
    """What reads the states. into, bias: (hidden, width) and (hidden,). out: (types and one, hidden)."""

    into: Floats
    bias: Floats
    out: Floats
    gate: Gate | None


class Model(Struct, frozen=True):
    """table: (ROWS, types and one). layer: None where the table is all.

    closely: whether the signs are those of the word and all around it, or of the word alone, whose states say the rest.
    """

    table: Floats
    bias: Floats
    layer: Layer | None
    closely: bool

    def hidden(self, states: Floats) -> Floats | None:
        """What the layer makes of states, (spots, hidden)."""
        if self.layer is None:
            return None
        into, bias = self.layer.into.T, self.layer.bias
        parts = [np.maximum(states[i : i + _AT_ONCE] @ into + bias, 0) for i in range(0, len(states), _AT_ONCE)]
        return np.concatenate(parts)

    def passed(self, lemmas: Sequence[str], hidden: Floats | None) -> NDArray[np.bool_]:
        """Whether each spot may be a happening at all, by its lemma and its hidden values: a look at few numbers, which
        spares the reading of what stands around the others."""
        if self.layer is None or self.layer.gate is None or hidden is None:
            return np.ones(len(lemmas), np.bool_)
        score = hidden @ self.layer.gate.hidden + self.layer.gate.of_lemma[[row_of(lemma) for lemma in lemmas]]
        passed: NDArray[np.bool_] = score > _SHUT
        return passed

    def chances(self, signs: Sequence[Sequence[str]], hidden: Floats | None) -> Floats:
        """How likely each candidate names nothing, or a happening of each type: (candidates, types and one)."""
        if not signs:
            return np.zeros((0, len(TYPES) + 1), np.float32)
        rows = [row_of(sign) for own in signs for sign in own]
        starts = np.cumsum([0, *(len(own) for own in signs[:-1])])
        scores: Floats = np.add.reduceat(self.table[rows], starts) + self.bias
        if hidden is not None and self.layer is not None:
            out = self.layer.out.T
            scores = scores + np.concatenate([hidden[i : i + _AT_ONCE] @ out for i in range(0, len(hidden), _AT_ONCE)])
        raised = np.exp(scores - scores.max(1, keepdims=True))
        shares: Floats = raised / raised.sum(1, keepdims=True)
        return shares


# What the gate must exceed, as log odds of a happening. Four of ten spots do not; on the articles kept aside the F1 of
# happenings is the same without the gate.
_SHUT = -2.2
# Spots at once: a product so small stays in one thread, whatever library of linear algebra NumPy has. Several threads
# are slower here, by far where other work runs beside.
_AT_ONCE = 6


@lru_cache(maxsize=100_000)
def row_of(sign: str) -> int:
    """The row of a sign; CRC-32 is the same on every machine."""
    return crc32(sign.encode("utf-8", "replace")) % ROWS


def listed(word: Word) -> list[str]:
    """The signs that say what the table of triggers has the word for."""
    count = min(len(word.types), 3)
    own = [f"listed {kind} {min(place, 2)} {count}" for place, kind in enumerate(word.types)]
    return [*own, f"end {word.lemma[-3:]} {word.part}"]


def model_of(reading: Reading, engine: EngineName) -> tuple[Model, bool]:
    """The model of an engine, and whether it reads states: not for "rules", nor where nothing was tagged."""
    return load(engine if reading.states else "rules"), bool(reading.states)


def states_at(reading: Reading, offsets: Sequence[int]) -> Floats:
    """What the tagger holds of the tokens that begin at `offsets`, (offsets, width); zeros where it read nothing."""
    starts = [unit.tokens[0].start for unit, _ in reading.units]
    width = reading.states[0].shape[1]
    found = np.zeros((len(offsets), width), np.float32)
    for i, offset in enumerate(offsets):
        at = bisect_right(starts, offset) - 1
        if at < 0:
            continue
        tokens = reading.units[at][0].tokens
        place = bisect_right(tokens, offset, key=lambda token: token.start) - 1
        if tokens[place].start == offset:
            found[i] = reading.states[at][place]
    return found


@lru_cache(maxsize=3)
def load(engine: EngineName) -> Model:
    """The model of an engine, loaded once."""
    folder = files(import_module(PACKAGES["default" if engine == "rules" else engine]))
    with np.load(BytesIO((folder / f"events_{engine}.npz").read_bytes())) as file:
        arrays = {name: array.astype(np.float32) for name, array in file.items()}
    table, bias = arrays["table"] * arrays["scale"], arrays["bias"]
    if "into" not in arrays:
        return Model(table, bias, None, closely=True)
    gate = Gate(arrays["gate"], arrays["gate_lemmas"]) if "gate" in arrays else None
    layer = Layer(arrays["into"], arrays["into_bias"], arrays["out"], gate)
    return Model(table, bias, layer, closely=gate is not None)
