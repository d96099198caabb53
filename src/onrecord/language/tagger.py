"""The one statistical tagger: who is the source, what the cue and what the content of each attribution.

It runs on one core, offline, in ONNX Runtime. A paragraph is read by itself and reads the same whatever stands beside
it. Its weights are one file that carries what belongs to them; training/README.md says how they come about.
"""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.language.decoding import Attribution, Chain, attributions_of, best_tags
from onrecord.language.doc import Doc
from onrecord.language.engines import EngineName
from onrecord.language.inputs import PiecesInput, WordsInput
from onrecord.language.units import Unit, units_of

States = NDArray[np.float32]

FORMAT = "2"  # of the weights' file; raised when its inputs, outputs or notes change
_MEND = {
    "default": "install onrecord anew",
    "accurate": "run `pip install 'onrecord[accurate]'`, or `pip install ./accurate` in a clone",
}
PACKAGES: dict[EngineName, str] = {"default": "onrecord.data", "accurate": "onrecord_accurate"}


class Tagger:
    """Weights, loaded. `digest` is the SHA-256 of their file; `strict` as in `Reading`.

    Raises ModelError where they are broken or of another format.
    """

    def __init__(self, weights: bytes, vocabulary: dict[str, int]) -> None:
        import onnxruntime  # here, since commands that read nothing do without

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime has no error of its own that all others share
            raise ModelError(f"the weights are broken; install them anew ({error})") from error
        notes = self._session.get_modelmeta().custom_metadata_map
        if notes.get("format") != FORMAT:
            raise ModelError(f"the weights are of format {notes.get('format')} and this version needs {FORMAT}")
        self.digest = sha256(weights).hexdigest()
        self.strict = float(notes["strict"])
        chain = json.loads(notes["chain"])
        self._weighing = [float(weight) for weight in json.loads(notes["sure"])]
        self.chain = Chain(np.array(chain["between"], np.float32), np.array(chain["first"], np.float32))
        self._input = WordsInput(vocabulary) if notes["reads"] == "words" else PiecesInput(vocabulary)

    def attributions(self, units: tuple[Unit, ...]) -> list[tuple[Unit, list[Attribution]]]:
        """What each unit attributes, in the order of `units`."""
        return [(unit, made) for unit, (made, _) in zip(units, self.read(units), strict=True)]

    def read(self, units: tuple[Unit, ...]) -> list[tuple[list[Attribution], States]]:
        """What each unit attributes, and the states of its tokens, in the order of `units`."""
        order = sorted(range(len(units)), key=lambda i: -len(units[i].tokens))
        found: dict[int, tuple[list[Attribution], States]] = {}
        for begin, end in batches([len(units[i].tokens) for i in order]):
            chosen = order[begin:end]
            for i, made in zip(chosen, self._read([units[i] for i in chosen]), strict=True):
                found[i] = made
        return [found[i] for i in range(len(units))]

    def sure(self, found: Attribution) -> float:
        """How likely content and source of an attribution are right, 0 to 1, as calibrated on documents kept aside."""
        weighed = sum(sign * weight for sign, weight in zip(found.signs, self._weighing, strict=True))
        return 1 / (1 + math.exp(-weighed))

    def scores(self, units: list[Unit]) -> tuple[Any, Any, States]:
        """Scores of tags, (units, tokens, TAGS), chances of links, (units, tokens, LINKS), and states, (units, tokens,
        width), up to the longest of some units."""
        scores, links, states = self._session.run(["tags", "links", "states"], self._input(units))
        return scores, links, states

    def _read(self, units: list[Unit]) -> list[tuple[list[Attribution], States]]:
        """What each of some units attributes, and its states; the longest comes first."""
        scores, links, states = self.scores(units)
        lengths = [len(unit.tokens) for unit in units]
        tags = best_tags(scores, lengths, self.chain)
        chances = _softmax(scores)
        return [
            (attributions_of(unit, tags[i, :length], chances[i, :length], links[i, :length]), states[i, :length])
            for i, (unit, length) in enumerate(zip(units, lengths, strict=True))
        ]


# What a step of one token costs and what each unit adds to it, in microseconds, of the default engine (one core of a
# 2.6 GHz EPYC, 2026-11); only their proportion counts. More units than _MOST at once gain nothing.
_STEP, _UNIT, _MOST = 10, 15, 12


def batches(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """`[begin, end)` of the units that are best read together: few steps, and little padding.

    lengths: of the units in tokens, falling.
    """
    least = [0.0] * (len(lengths) + 1)  # the cost of reading the units from each on
    ends = [0] * len(lengths)
    for begin in range(len(lengths) - 1, -1, -1):
        options = range(begin + 1, min(begin + _MOST, len(lengths)) + 1)
        costs = [lengths[begin] * (_STEP + _UNIT * (end - begin)) + least[end] for end in options]
        least[begin] = min(costs)
        ends[begin] = options[costs.index(least[begin])]
    found, begin = [], 0
    while begin < len(lengths):
        found.append((begin, ends[begin]))
        begin = ends[begin]
    return found


def _softmax(scores: Any) -> Any:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


@lru_cache(maxsize=2)
def load_tagger(engine: EngineName) -> Tagger:
    """The tagger of an engine, loaded once. Raises ModelError where its weights are missing or of another version."""
    try:
        folder = files(import_module(PACKAGES[engine]))
        weights = (folder / f"{engine}.onnx").read_bytes()
    except (ImportError, FileNotFoundError) as error:
        raise ModelError(f"the weights of the engine {engine!r} are not installed; {_MEND[engine]}") from error
    pieces = (files("onrecord.data") / "word_pieces.txt").read_text("utf-8").split("\n")
    return Tagger(weights, {piece: number for number, piece in enumerate(pieces) if piece})


class Reading(Struct, frozen=True):
    """What a tagger found in a doc.

    units: what is read at once, with what it attributes and how sure that is (`Tagger.sure`).
    digest: the SHA-256 of the weights; None where none were asked.
    strict: how sure it must be for 95 of 100 to be right.
    states: for each unit what the weights hold of its tokens, (tokens, width), for the models of later rooms.
    """

    units: tuple[tuple[Unit, tuple[tuple[Attribution, float], ...]], ...]
    digest: str | None
    strict: float = 1.0
    states: tuple[States, ...] = ()


def tag(doc: Doc, engine: EngineName) -> Reading:
    """What the engine's tagger finds in `doc`; nothing for "rules". Raises ModelError as `load_tagger` does."""
    if engine == "rules":
        return Reading((), None)
    tagger = load_tagger(engine)
    units = units_of(doc)
    found = tagger.read(units)
    marked = tuple(
        (unit, tuple((one, tagger.sure(one)) for one in made)) for unit, (made, _) in zip(units, found, strict=True)
    )
    return Reading(marked, tagger.digest, tagger.strict, tuple(states for _, states in found))
