"""The larger model: a pretrained transformer with heads for tags and links. It teaches, and is the accurate engine."""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from crf import Chain
from labelling import Row
from onrecord.language import labels
from onrecord.language.inputs import FURTHER_PIECE, PiecesInput
from onrecord.language.pieces import piece_ids

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6  # of MiniLM-L6 (Wang et al., 2020)


class Dropout(nn.Module):
    """One mask for the whole batch: as good, and much less time on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        keep = torch.rand(1, *x.shape[1:]) > self.share
        return x * keep.to(x.dtype) / (1 - self.share)


class Layer(nn.Module):
    """A transformer layer with the norm behind, as in BERT."""

    def __init__(self, width: int = WIDTH, inner: int = INNER, dropout: float = 0.1) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.wide, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, barred: Tensor) -> Tensor:
        units, pieces, width = x.shape
        query, key, value = (
            part(x).view(units, pieces, HEADS, width // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # Written out: the fused attention is slow backwards in bfloat16 on a CPU.
        weights = (query * (width // HEADS) ** -0.5) @ key.transpose(-1, -2) + barred
        seen = weights.softmax(-1).to(value.dtype) @ value
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).reshape(units, pieces, width))))
        return self.last_norm(x + self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Scores of tags and links, (units, tokens, 7) each, read at the first piece of each token."""

    def __init__(self, pieces: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.marks = nn.Embedding(FURTHER_PIECE + 1, WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.tags, self.links = nn.Linear(WIDTH, labels.TAGS), nn.Linear(WIDTH, labels.LINKS)
        self.dropout = Dropout(0.1)
        self.chain = Chain()

    def forward(self, pieces: Tensor, marks: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """pieces, marks: (units, pieces), 0 where there is none; first: (units, tokens), the place of each token."""
        x = self.states(pieces, marks, first)
        return self.tags(x), self.links(x)

    def states(self, pieces: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        """What the last layer holds of each token, (units, tokens, WIDTH)."""
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]] + self.kind + self.marks(marks)
        x = self.dropout(self.norm(x))
        barred = ((pieces == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, barred)
        return x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))


def pretrained(weights: Path, layers: Sequence[int] = range(LAYERS)) -> Encoder:
    """The encoder with the weights of a BERT-like model in safetensors, of which some layers are taken."""
    file = {name: tensor.float() for name, tensor in load_file(weights).items()}
    model = Encoder(len(file["embeddings.word_embeddings.weight"]), len(layers))
    names = {
        "pieces.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "wide": "intermediate.dense",
             "narrow": "output.dense", "last_norm": "output.LayerNorm"}  # fmt: skip
    for ours, theirs in enumerate(layers):
        for part, source in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{ours}.{part}.{kind}"] = f"encoder.layer.{theirs}.{source}.{kind}"
    state = {ours: file[theirs] for ours, theirs in names.items()}
    state["kind"] = file["embeddings.token_type_embeddings.weight"][0]
    model.load_state_dict(state, strict=False)
    return model


def read_vocabulary(path: Path) -> dict[str, int]:
    """The number of each word piece; one a line."""
    return {piece: number for number, piece in enumerate(path.read_text("utf-8").splitlines())}


class EncoderInput:
    """Turns units into what the encoder reads."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._inputs = PiecesInput(vocabulary)
        self._sizes: dict[str, int] = {}

    def size(self, row: Row) -> int:
        """In pieces."""
        return sum(map(self._size, (token.text for token in row.unit.tokens))) + 2

    def _size(self, word: str) -> int:
        if word not in self._sizes:
            self._sizes[word] = len(piece_ids(word, self._vocabulary))
        return self._sizes[word]

    def __call__(self, rows: Sequence[Row]) -> tuple[Tensor, ...]:
        made = self._inputs([row.unit for row in rows])
        return tuple(torch.from_numpy(made[name]).long() for name in ("pieces", "marks", "first"))
