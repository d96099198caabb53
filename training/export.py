"""Trained models as int8 ONNX graphs, with the scores of the chain beside them.

Weights are held to 7 bits: on processors without VNNI the products of 8-bit numbers overflow in ONNX Runtime, and a
record must be the same everywhere. What enters an int8 product is brought to the same range whatever stands beside it
in a batch, so that a paragraph reads the same in any company.
"""

from collections.abc import Sequence

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from encoder import HEADS, Encoder, Layer
from onrecord.language import features, labels
from recurrent import EMBEDDED, Recurrent

Floats = NDArray[np.float32]
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
LARGEST = 63  # 7 bits with a sign
# How much of the unevenness goes to the weights. Of 0.5, 0.7 and 0.8 the tags differ least from those of float32 at 0.8
# (0.9 % of the tokens of four development texts; 7.5 % at 0.5).
SMOOTH = 0.8
_SURE = 20.0  # a gate that is open whatever comes


class Graph:
    """An ONNX graph in the making: each method adds nodes and returns the name of what they make."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.values: list[onnx.TensorProto] = []

    def value(self, array: NDArray[np.generic], name: str | None = None) -> str:
        name = name or f"v{len(self.values)}"
        self.values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, *inputs: str, name: str | None = None, **attributes: object) -> str:
        name = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def linear(self, x: str, weight: Floats, bias: Floats, name: str | None = None) -> str:
        """x @ weight.T + bias, in float32."""
        return self.add("Add", self.add("MatMul", x, self.value(weight.T)), self.value(bias), name=name)

    def norm(self, x: str, weight: Floats, bias: Floats, epsilon: float) -> str:
        return self.add("LayerNormalization", x, self.value(weight), self.value(bias), epsilon=epsilon)

    def rows(self, table: Floats, numbers: str) -> str:
        """Rows of a table kept as int8 with a scale a row."""
        scale = np.abs(table).max(1, keepdims=True).clip(1e-8) / 127
        whole = np.rint(table / scale).astype(np.int8)
        picked = self.add("Cast", self.add("Gather", self.value(whole), numbers), to=TensorProto.FLOAT)
        return self.add("Mul", picked, self.add("Gather", self.value(scale.astype(np.float32)), numbers))

    def model(self, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[str]) -> onnx.ModelProto:
        made = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["units", "tokens", None]) for name in outputs]
        graph = helper.make_graph(self.nodes, "onrecord", list(inputs), made, self.values)
        model = helper.make_model(graph, opset_imports=OPSETS, ir_version=9)
        onnx.checker.check_model(model)
        return model


def _input(name: str, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT32, list(shape))


def _array(tensor: object) -> Floats:
    return np.asarray(tensor.detach().float().numpy())  # type: ignore[attr-defined]


def recurrent_graph(model: Recurrent, reach: float) -> onnx.ModelProto:
    """The small model. Inputs: rows (units, tokens, features.ROWS), marks (units, tokens), lengths (units,);
    outputs: `tags` scores and `links` chances, (units, tokens, 7), and `states`, what leaves the last layer, (units,
        tokens, 2 * (hidden + 2)).

    reach: what enters the first layer is clipped to this size; see `entering`.
    """
    g = Graph()
    table, offsets = _one_table(model)
    every = g.add("Add", g.add("Concat", "rows", g.add("Unsqueeze", "marks", g.value(np.array([2]))), axis=2),
                  g.value(offsets))  # fmt: skip
    x = g.add("ReduceSum", g.rows(table, every), g.value(np.array([2])), keepdims=0)
    x = g.norm(x, _array(model.norm.weight), _array(model.norm.bias), model.norm.eps)
    # Two values that never change stand beside the others: they are the ends of the range of all int8 products.
    weight = np.concatenate([_array(model.enter.weight), np.zeros((2, EMBEDDED), np.float32)])
    bias = np.concatenate([_array(model.enter.bias), [reach, -reach]]).astype(np.float32)
    x = g.linear(x, weight, bias)
    x = g.add("Clip", x, g.value(np.float32(-reach)), g.value(np.float32(reach)))
    x = g.add("Transpose", x, perm=[1, 0, 2])
    hidden = model.enter.out_features
    for number, layer in enumerate(model.layers):
        x = _lstm(g, x, layer, hidden, directions_in=1 if number == 0 else 2)
    x = g.add("Transpose", x, perm=[1, 0, 2], name="states")
    heads = np.concatenate([_array(model.tags.weight), _array(model.links.weight)])
    biases = np.concatenate([_array(model.tags.bias), _array(model.links.bias)])
    _heads(g, g.linear(x, _spread(heads, hidden, 2), biases))
    shape = ["units", "tokens"]
    inputs = [_input("rows", [*shape, features.ROWS]), _input("marks", shape), _input("lengths", ["units"])]
    return g.model(inputs, ["tags", "links", "states"])


def _heads(g: Graph, both: str) -> None:
    """The outputs: the scores of tags, and the chances of links."""
    sizes = g.value(np.array([labels.TAGS, labels.LINKS]))
    g.nodes.append(helper.make_node("Split", [both, sizes], ["tags", "raw"], axis=2))
    g.add("Softmax", "raw", name="links", axis=2)


def _one_table(model: Recurrent) -> tuple[Floats, NDArray[np.int32]]:
    """All tables under each other, and for each column of rows and the mark where its table begins."""
    pieces = _array(model.pieces.weight) @ _array(model.from_pieces.weight).T
    pieces[features.NO_PIECE] = 0
    tables = [_array(model.words.weight), _array(model.parts.weight), pieces, _array(model.marks.weight)]
    begins = np.cumsum([0, *(len(table) for table in tables)])
    columns = [0] + [1] * 4 + [2] * features.PIECES_SEEN + [3]
    return np.concatenate(tables), begins[columns].astype(np.int32)


def _spread(weight: Floats, hidden: int, directions: int) -> Floats:
    """(outputs, directions * hidden) with two columns of nothing behind each direction's."""
    parts = np.split(weight, directions, axis=1)
    nothing = np.zeros((len(weight), 2), np.float32)
    return np.concatenate([part for own in parts for part in (own, nothing)], 1)


def _lstm(g: Graph, x: str, layer: object, hidden: int, directions_in: int) -> str:
    """A layer that reads both ways, (tokens, units, width), with two units more each way that are always 1 and -1."""
    weights, recurrences, biases = [], [], []
    for lstm in (layer.ahead, layer.back):  # type: ignore[attr-defined]
        weight = _spread(_gates(_array(lstm.weight_ih_l0), hidden), hidden, directions_in)
        recurrence = _spread(_gates(_array(lstm.weight_hh_l0), hidden), hidden, 1)
        constant = np.concatenate([[_SURE, _SURE], [_SURE, _SURE], [_SURE, _SURE], [_SURE, -_SURE]])  # i o f c
        bias = _gates(_array(lstm.bias_ih_l0) + _array(lstm.bias_hh_l0), hidden)
        bias = bias.reshape(4, hidden + 2)
        bias[:, hidden:] = constant.reshape(4, 2)
        weights.append(weight.T)
        recurrences.append(recurrence.T)
        biases.append(np.concatenate([bias.ravel(), np.zeros(4 * (hidden + 2), np.float32)]))
    size = hidden + 2
    scaled = [_seven_bits(np.stack(parts)) for parts in (weights, recurrences)]
    zero = np.zeros((2, 4 * size), np.int8)
    start = np.zeros((2, 1, size), np.float32)
    start[:, :, hidden], start[:, :, hidden + 1] = _SURE, -_SURE
    units = g.add("Gather", g.add("Shape", x), g.value(np.array([1])))
    shape = g.add("Concat", g.value(np.array([2])), units, g.value(np.array([size])), axis=0)
    cell = g.add("Expand", g.value(start), shape)
    state = g.add("Expand", g.value(np.sign(start)), shape)
    (w, w_scale), (r, r_scale) = scaled
    y = g.add("DynamicQuantizeLSTM", x, g.value(w), g.value(r), g.value(np.stack(biases).astype(np.float32)), "lengths",
              state, cell, "", g.value(w_scale), g.value(zero), g.value(r_scale), g.value(zero),
              domain="com.microsoft", direction="bidirectional", hidden_size=size)  # fmt: skip
    # (tokens, directions, units, size) to (tokens, units, directions * size)
    y = g.add("Transpose", y, perm=[0, 2, 1, 3])
    return g.add("Reshape", y, g.value(np.array([0, 0, 2 * size])))


def _gates(weight: Floats, hidden: int) -> Floats:
    """PyTorch's gates (input, forget, cell, output) in the order of ONNX (input, output, forget, cell), each with two
    rows of nothing behind."""
    i, f, c, o = np.split(weight, 4)
    nothing = np.zeros((2, *weight.shape[1:]), np.float32)
    return np.concatenate([part for gate in (i, o, f, c) for part in (gate, nothing)])


def _seven_bits(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """(directions, inputs, outputs) as whole numbers, and the scale of each output."""
    scale = np.abs(weight).max(1).clip(1e-8) / LARGEST
    return np.rint(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def encoder_graph(model: Encoder, ranges: dict[str, Floats]) -> onnx.ModelProto:
    """The accurate model. Inputs: pieces and marks (units, pieces), first (units, tokens); outputs as above.

    ranges: the least and the most of each value that enters the products of a layer, (2, width), by "layers.0.query"
        and so on.
    """
    g = Graph()
    length = g.add("Gather", g.add("Shape", "pieces"), g.value(np.array([1])))
    zero = g.value(np.array([0]))
    places = g.add("Slice", g.value(_array(model.places.weight)), zero, length, zero)
    x = g.add("Add", g.rows(_array(model.pieces.weight), "pieces"), places)
    beside = _array(model.marks.weight) + _array(model.kind)
    x = g.add("Add", x, g.add("Gather", g.value(beside), "marks"))
    x = g.norm(x, _array(model.norm.weight), _array(model.norm.bias), 1e-12)
    present = g.add("Cast", g.add("Cast", "pieces", to=TensorProto.BOOL), to=TensorProto.INT32)
    for number in range(len(model.layers)):
        x = _encoder_layer(g, x, model.layers[number], f"layers.{number}.", ranges, present)
    places_of_tokens = g.add("Unsqueeze", g.add("Cast", "first", to=TensorProto.INT64), g.value(np.array([2])))
    x = g.add("GatherND", x, places_of_tokens, batch_dims=1, name="states")
    heads = np.concatenate([_array(model.tags.weight), _array(model.links.weight)])
    _heads(g, g.linear(x, heads, np.concatenate([_array(model.tags.bias), _array(model.links.bias)])))
    inputs = [_input(name, ["units", "length"]) for name in ("pieces", "marks")] + [
        _input("first", ["units", "tokens"])
    ]
    return g.model(inputs, ["tags", "links", "states"])


def _encoder_layer(g: Graph, x: str, layer: Layer, name: str, ranges: dict[str, Floats], present: str) -> str:
    query, key, value = _products(g, x, [layer.query, layer.key, layer.value], ranges[name + "query"])
    seen = g.add("MultiHeadAttention", query, key, value, "", present, domain="com.microsoft", num_heads=HEADS)
    (out,) = _products(g, seen, [layer.out], ranges[name + "out"])
    x = g.norm(g.add("Add", x, out), _array(layer.norm.weight), _array(layer.norm.bias), layer.norm.eps)
    (wide,) = _products(g, x, [layer.wide], ranges[name + "wide"])
    (narrow,) = _products(g, g.add("Gelu", wide, domain="com.microsoft"), [layer.narrow], ranges[name + "narrow"])
    last = layer.last_norm
    return g.norm(g.add("Add", x, narrow), _array(last.weight), _array(last.bias), last.eps)


def _products(g: Graph, x: str, linears: Sequence[nn.Linear], ends: Floats) -> list[str]:
    """What each linear layer makes of `x`, the products in whole numbers.

    Some of the values that enter are ten times as large as the others. As in SmoothQuant (Xiao et al., 2023) each is
    divided by a number of its own, by which the weights are multiplied, so that one step serves all.
    """
    weights = [_array(linear.weight) for linear in linears]
    heaviest = np.max([np.abs(weight).max(0) for weight in weights], 0).clip(1e-5)
    smooth = np.abs(ends).max(0).clip(1e-5) ** SMOOTH / heaviest ** (1 - SMOOTH)
    smooth = smooth.clip(1e-3).astype(np.float32)
    low, high = min(float((ends[0] / smooth).min()), 0.0), max(float((ends[1] / smooth).max()), 0.0)
    step = (high - low) / 255
    zero = g.value(np.uint8(round(-low / step)))
    entered = g.add("QuantizeLinear", g.add("Mul", x, g.value(1 / smooth)), g.value(np.float32(step)), zero)
    made = []
    for linear, weight in zip(linears, weights, strict=True):
        smoothed = weight * smooth
        scale = np.abs(smoothed).max(1).clip(1e-8) / LARGEST
        whole = np.rint(smoothed / scale[:, None]).astype(np.int8)
        product = g.add("Cast", g.add("MatMulInteger", entered, g.value(whole.T), zero), to=TensorProto.FLOAT)
        scaled = g.add("Mul", product, g.value((scale * step).astype(np.float32)))
        made.append(g.add("Add", scaled, g.value(_array(linear.bias))))
    return made


@torch.no_grad()
def entering(model: Encoder, batches: Sequence[tuple[torch.Tensor, ...]]) -> dict[str, Floats]:
    """The ranges that `encoder_graph` needs, from what enters over some batches."""
    seen: dict[str, Floats] = {}
    hooks = []
    for name, module in model.layers.named_modules(prefix="layers"):
        if isinstance(module, nn.Linear):

            def note(_: nn.Module, inputs: tuple[torch.Tensor, ...], name: str = name) -> None:
                values = _array(inputs[0]).reshape(-1, inputs[0].shape[-1])
                ends = np.stack([values.min(0), values.max(0)])
                before = seen.get(name, ends)
                seen[name] = np.stack([np.minimum(before[0], ends[0]), np.maximum(before[1], ends[1])])

            hooks.append(module.register_forward_pre_hook(note))
    for batch in batches:
        model(*batch)
    for hook in hooks:
        hook.remove()
    return seen
