"""The shipped weights of the default engine as a model that can be trained on: the way back from export.py."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from onrecord.language import features, labels
from recurrent import EMBEDDED, Recurrent

Floats = NDArray[np.float32]


def recurrent_of(path: Path) -> Recurrent:
    """The model that a graph of `export.recurrent_graph` was made from, but for the rounding to whole numbers.

    The table of word pieces stands in its product with the layer behind it, EMBEDDED wide.
    """
    graph = onnx.load(path)
    values = {value.name: numpy_helper.to_array(value) for value in graph.graph.initializer}
    nodes = graph.graph.node

    def value(kind: str, number: int, place: int) -> NDArray[np.generic]:
        """An input of the node of a kind, counted from 0 among those of which it is a constant."""
        given = [node.input[place] for node in nodes if node.op_type == kind and node.input[place] in values]
        return values[given[number]]

    def scaled(number: int, weights: int, scales: int) -> Floats:
        """A weight of an LSTM, (directions, inputs, outputs)."""
        whole, scale = (value("DynamicQuantizeLSTM", number, place) for place in (weights, scales))
        return whole.astype(np.float32) * scale[:, None]

    enter, heads = value("MatMul", 0, 1), value("MatMul", 1, 1)
    hidden = enter.shape[1] - 2
    table = value("Gather", 0, 0).astype(np.float32) * value("Gather", 1, 0)
    parts_end = features.WORD_ROWS + features.PART_ROWS
    words, parts, pieces, marks = np.split(table, [features.WORD_ROWS, parts_end, len(table) - features.MARKS])
    biases = [b for b in (values.get(n.input[1]) for n in nodes if n.op_type == "Add") if _is_bias(b)]
    state = {
        "words.weight": words,
        "parts.weight": parts,
        "pieces.weight": pieces,
        "marks.weight": marks,
        "from_pieces.weight": np.eye(EMBEDDED),
        "norm.weight": value("LayerNormalization", 0, 1),
        "norm.bias": value("LayerNormalization", 0, 2),
        "enter.weight": enter.T[:hidden],
        "enter.bias": biases[0][:hidden],
    }
    for number in range(2):
        weight, recurrence, bias = scaled(number, 1, 8), scaled(number, 2, 10), value("DynamicQuantizeLSTM", number, 3)
        for way, name in enumerate(("ahead", "back")):
            own = f"layers.{number}.{name}."
            state[own + "weight_ih_l0"] = _narrowed(_gates(weight[way].T, hidden), hidden)
            state[own + "weight_hh_l0"] = _narrowed(_gates(recurrence[way].T, hidden), hidden)
            state[own + "bias_ih_l0"] = _gates(bias[way][: 4 * (hidden + 2)], hidden)
            state[own + "bias_hh_l0"] = np.zeros(4 * hidden)
    for name, rows in (("tags", slice(labels.TAGS)), ("links", slice(labels.TAGS, None))):
        state[f"{name}.weight"] = _narrowed(heads.T[rows], hidden)
        state[f"{name}.bias"] = biases[1][rows]
    notes = {note.key: note.value for note in graph.metadata_props}
    chain = json.loads(notes["chain"])
    for name in ("between", "first"):
        # Barred tags have a score of their own, which the chain adds.
        state[f"chain.{name}"] = np.where(np.abs(chain[name]) > _BARRED, 0.0, chain[name])
    model = Recurrent(torch.zeros(len(pieces), EMBEDDED), hidden)
    barred = {name: tensor for name, tensor in model.state_dict().items() if "barred" in name}  # are no weights
    model.load_state_dict(barred | {name: _tensor(array) for name, array in state.items()})
    return model.eval()


_BARRED = 1e3


def _is_bias(array: NDArray[np.generic] | None) -> bool:
    return array is not None and array.dtype == np.float32


def _gates(weight: Floats, hidden: int) -> Floats:
    """ONNX's gates (input, output, forget, cell), two rows longer each, in the order of PyTorch."""
    i, o, f, c = (gate[:hidden] for gate in np.split(weight, 4))
    return np.concatenate([i, f, c, o])


def _narrowed(weight: Floats, hidden: int) -> Floats:
    """The columns of each direction without the two that never change."""
    directions = np.split(weight, weight.shape[1] // (hidden + 2), axis=1)
    return np.concatenate([part[:, :hidden] for part in directions], 1)


def _tensor(array: NDArray[np.generic]) -> Tensor:
    return torch.from_numpy(np.array(array, np.float32))
