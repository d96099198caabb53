"""Units in batches of like length."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from labelling import Row


@dataclass(frozen=True)
class Batch:
    """Units side by side. mask: (units, tokens); tags, links: the labels, 0 where there is no token."""

    rows: Sequence[Row]
    inputs: tuple[Tensor, ...]
    mask: Tensor
    tags: Tensor
    links: Tensor

    @classmethod
    def of(cls, rows: Sequence[Row], inputs: tuple[Tensor, ...]) -> "Batch":
        mask = pad([np.ones(len(row.tags), np.int64) for row in rows]).bool()
        return cls(rows, inputs, mask, pad([row.tags for row in rows]), pad([row.links for row in rows]))


def pad(lists: Sequence[Sequence[int] | np.ndarray]) -> Tensor:
    """(lists, longest) of int64, filled up with 0."""
    made = np.zeros((len(lists), max(map(len, lists))), np.int64)
    for i, values in enumerate(lists):
        made[i, : len(values)] = values
    return torch.from_numpy(made)


One = TypeVar("One")


def batched(
    rows: Sequence[One], size: Callable[[One], int], most: int, dice: random.Random | None
) -> Iterator[list[One]]:
    """Lists of rows of like length with at most `most` tokens (or pieces) each, in random order if dice are given."""
    rows = list(rows)
    jitter = (lambda: dice.random() * 6) if dice else (lambda: 0.0)
    keyed = sorted(((size(row) + jitter(), i) for i, row in enumerate(rows)), key=lambda pair: pair[0])
    made: list[list[One]] = []
    current: list[One] = []
    longest = 0
    for _, i in keyed:
        longest = max(longest, size(rows[i]))
        if current and longest * (len(current) + 1) > most:
            made.append(current)
            current, longest = [], size(rows[i])
        current.append(rows[i])
    made += [current] if current else []
    if dice:
        dice.shuffle(made)
    yield from made
