"""The small model: two bidirectional recurrent layers over tables of words, parts of words and word pieces.

It is the default engine: int8 speeds LSTMs up in ONNX Runtime (four times, at this size), GRUs it leaves as they are.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from crf import Chain
from onrecord.language import features, labels
from onrecord.language.inputs import WordsInput
from onrecord.language.units import Unit

EMBEDDED = 128
PIECE_WIDTH = 96  # principal axes of the encoder's table of pieces


class Layer(nn.Module):
    """One layer that reads forwards and backwards; (units, tokens, width) to (units, tokens, 2 * hidden).

    The backward part begins at the end of each unit, not in the padding behind it, so that what stands beside a
    unit in a batch makes no difference to it. Turning the units round is faster in training than packing them.
    """

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.ahead = nn.LSTM(width, hidden, batch_first=True)
        self.back = nn.LSTM(width, hidden, batch_first=True)

    def forward(self, x: Tensor, turned: Tensor) -> Tensor:
        """turned: (units, tokens), for each place the one it takes when its unit is read backwards."""
        ahead, _ = self.ahead(x)
        back, _ = self.back(_reordered(x, turned))
        return torch.cat([ahead, _reordered(back, turned)], 2)


def _reordered(x: Tensor, places: Tensor) -> Tensor:
    return x.gather(1, places[:, :, None].expand(-1, -1, x.shape[2]))


class Recurrent(nn.Module):
    """Scores of tags and links, (units, tokens, 7) each."""

    def __init__(self, pieces: Tensor, hidden: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.words = nn.Embedding(features.WORD_ROWS, EMBEDDED)
        self.parts = nn.Embedding(features.PART_ROWS, EMBEDDED)
        self.marks = nn.Embedding(features.MARKS, EMBEDDED)
        for table in (self.words, self.parts, self.marks):
            nn.init.normal_(table.weight, std=0.1)
        self.pieces = nn.Embedding.from_pretrained(pieces, freeze=False)
        self.from_pieces = nn.Linear(pieces.shape[1], EMBEDDED, bias=False)
        self.norm = nn.LayerNorm(EMBEDDED)
        self.enter = nn.Linear(EMBEDDED, hidden)
        self.layers = nn.ModuleList([Layer(hidden, hidden), Layer(2 * hidden, hidden)])
        self.tags, self.links = nn.Linear(2 * hidden, labels.TAGS), nn.Linear(2 * hidden, labels.LINKS)
        self.dropout = nn.Dropout(dropout)
        self.chain = Chain()

    def forward(self, rows: Tensor, marks: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """rows: (units, tokens, features.ROWS); marks: (units, tokens); lengths: (units,), in tokens."""
        x = self.states(rows, marks, lengths)
        return self.tags(x), self.links(x)

    def states(self, rows: Tensor, marks: Tensor, lengths: Tensor) -> Tensor:
        """What leaves the last layer: (units, tokens, 2 * hidden)."""
        x = self.entered(rows, marks)
        places = torch.arange(marks.shape[1])[None]
        turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
        for layer in self.layers:
            x = self.dropout(layer(x, turned))
        return x

    def entered(self, rows: Tensor, marks: Tensor) -> Tensor:
        """What the first layer reads: (units, tokens, hidden)."""
        x = self.words(rows[:, :, 0]) + self.parts(rows[:, :, 1:5]).sum(2) + self.marks(marks)
        x = x + self.from_pieces(self.pieces(rows[:, :, 5:]).sum(2))
        entered: Tensor = self.enter(self.dropout(self.norm(x)))
        return entered


def piece_table(weights: Path) -> Tensor:
    """The encoder's table of word pieces, (pieces, PIECE_WIDTH), on its principal axes; the row of no piece is 0."""
    table = load_file(weights)["embeddings.word_embeddings.weight"].float()
    table = table - table.mean(0)
    axes = torch.linalg.eigh(table.T @ table).eigenvectors.flip(1)[:, :PIECE_WIDTH]
    table = table @ axes
    table = table / table.std() * 0.3
    table[features.NO_PIECE] = 0
    return table


class HasUnit(Protocol):
    """Whatever is to be learnt of a unit."""

    @property
    def unit(self) -> Unit: ...


class RecurrentInput:
    """Turns units into what the model reads.

    forget: share of the words whose row is hidden in training, so that the parts of words are learnt too.
    """

    def __init__(self, vocabulary: dict[str, int], forget: float = 0.0, seed: int = 0) -> None:
        self._inputs = WordsInput(vocabulary)
        self._forget = forget
        self._dice = np.random.default_rng(seed)

    def size(self, row: HasUnit) -> int:
        """In tokens."""
        return len(row.unit.tokens)

    def __call__(self, rows: Sequence[HasUnit]) -> tuple[Tensor, ...]:
        made = self._inputs([row.unit for row in rows])
        if self._forget:
            hidden = self._dice.random(made["marks"].shape)
            made["rows"][:, :, 0][hidden < self._forget] = 0
            made["rows"][:, :, 1:4][self._dice.random(hidden.shape) < self._forget / 2] = 0
        return tuple(torch.from_numpy(made[name]).long() for name in ("rows", "marks", "lengths"))
