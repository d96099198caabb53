"""The weights' files: graphs with their notes, where the package looks for them."""

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
import torch

from batches import batched
from calibrate import examples, fitted, load_scorer, threshold
from corpus import documents, kept_aside
from encoder import Encoder, EncoderInput, read_vocabulary
from export import encoder_graph, entering, recurrent_graph
from labelling import Row, rows
from onrecord.language.decoding import SIGNS
from onrecord.language.tagger import FORMAT, Tagger
from recurrent import PIECE_WIDTH, Recurrent, RecurrentInput

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_FILE = ROOT / "src/onrecord/data/default.onnx"
VOCABULARY = ROOT / "src/onrecord/data/word_pieces.txt"
ACCURATE_FILE = ROOT / "accurate/src/onrecord_accurate/accurate.onnx"
_RANGE_ROWS = 1500


def export(data: Path, given: Path, work: Path, hidden: int) -> None:
    """Writes the weights that are in the work folder as ONNX files of the packages, and prints their digests."""
    vocabulary = read_vocabulary(given / "vocab.txt")
    some = some_rows(data)
    last = next((path for name in ("further", "default") if (path := work / f"{name}.pt").exists()), None)
    if last is not None:
        small = Recurrent(torch.zeros(len(vocabulary), PIECE_WIDTH), hidden)
        small.load_state_dict(torch.load(last))
        small.eval()
        pack(recurrent_graph(small, reach_of(small, some, vocabulary)), small, "words", DEFAULT_FILE, data)
    if (work / "accurate.pt").exists():
        large = Encoder(len(vocabulary))
        large.load_state_dict(torch.load(work / "accurate.pt"))
        large.eval()
        inputs = EncoderInput(vocabulary)
        ranges = entering(large, [inputs(chosen) for chosen in batched(some, inputs.size, 4000, None)])
        pack(encoder_graph(large, ranges), large, "pieces", ACCURATE_FILE, data)


def some_rows(data: Path) -> list[Row]:
    """Units over which the ranges of activations are taken."""
    every = [row for d in documents(data / "data/polnear/train") if not kept_aside(d.name) for row in rows(d)]
    return every[:: max(1, len(every) // _RANGE_ROWS)]


@torch.no_grad()
def reach_of(model: Recurrent, some: list[Row], vocabulary: dict[str, int]) -> float:
    """The size of the largest value that enters the first layer."""
    inputs = RecurrentInput(vocabulary)
    largest = 0.0
    for chosen in batched(some, inputs.size, 4000, None):
        numbers, marks, _ = inputs(chosen)
        largest = max(largest, float(model.entered(numbers, marks).abs().max()))
    return largest


def pack(graph: onnx.ModelProto, model: Recurrent | Encoder, reads: str, path: Path, data: Path) -> None:
    """Writes the graph with its notes, calibrated on the documents kept aside, and prints what was measured there."""
    vocabulary = read_vocabulary(VOCABULARY)
    tagger = Tagger(with_notes(graph, model, reads, [0.0] * len(SIGNS), 1.0), vocabulary)
    aside = [document for document in documents(data / "data/polnear/train") if kept_aside(document.name)]
    scorer = load_scorer(data / "eval/attribution.py")
    signs, right = examples(tagger, aside, scorer)
    weights = fitted(signs, right)
    chances = 1 / (1 + np.exp(-signs @ np.array(weights)))
    strict = threshold(chances, right)
    weights_file = with_notes(graph, model, reads, weights, strict)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(weights_file)
    print(f"{path.name}: {len(weights_file) / 1e6:.1f} MB, SHA-256 {sha256(weights_file).hexdigest()}")
    print(
        f"kept aside: {len(right)} found, {right.mean():.3f} right; {(chances >= strict).mean():.3f} above {strict:.3f}"
    )


def with_notes(
    graph: onnx.ModelProto, model: Recurrent | Encoder, reads: str, weights: list[float], strict: float
) -> bytes:
    """The file: the graph with the scores of the chain, the weights of the signs, and the threshold of `--strict`."""
    between, first = (part.tolist() for part in model.chain.transitions())
    notes = {
        "format": FORMAT,
        "reads": reads,
        "sure": json.dumps(weights),
        "strict": f"{strict:.4f}",
        "chain": json.dumps({"between": between, "first": first}),
    }
    del graph.metadata_props[:]
    for key, value in sorted(notes.items()):
        graph.metadata_props.add(key=key, value=value)
    return bytes(graph.SerializeToString(deterministic=True))
