"""More text to be taught on: units with some words changed, for teachers to label anew.

As in the distillation of BERT (Jiao et al., 2020): what the teachers make of changed sentences teaches the student
more than the sentences alone. Names are swapped for names, words for their neighbours in the table of word pieces,
quotation marks for those of another house style; some sentences become headlines.
"""

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from labelling import Row
from onrecord.language.features import shape_of
from onrecord.language.tokens import Token
from onrecord.language.units import CLOSING, INSIDE, OPENING, OUTSIDE, Unit

SWAPPED = 0.15  # of the words
NEIGHBOURS = 10
MARKS = (("“", "”"), ('"', '"'), ("``", "''"), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"))


class Swaps:
    """Words that may stand for each other: names of the same shape, and neighbours in the table of pieces."""

    def __init__(self, rows: Sequence[Row], vocabulary: dict[str, int], table: np.ndarray) -> None:
        counts = Counter(token.text for row in rows for token in row.unit.tokens[1:])
        self.names: dict[str, list[str]] = {}
        for word in sorted(counts):
            if word[0].isupper() and counts[word.lower()] < counts[word]:
                self.names.setdefault(shape_of(word), []).append(word)
        common = sorted(word for word, times in counts.items() if times > 1 and word.islower() and word in vocabulary)
        vectors = table[[vocabulary[word] for word in common]]
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self.near: dict[str, list[str]] = {}
        for begin in range(0, len(common), 1000):
            closest = np.argsort(-(vectors[begin : begin + 1000] @ vectors.T), 1)[:, 1 : NEIGHBOURS + 1]
            for word, row in zip(common[begin : begin + 1000], closest, strict=True):
                self.near[word] = [common[i] for i in row]

    def word(self, word: str, dice: random.Random) -> str:
        """Another word of the same kind, or the same."""
        options = self.near.get(word) or self.names.get(shape_of(word) if word[0].isupper() else "", [word])
        return dice.choice(options)


def changed(row: Row, swaps: Swaps, dice: random.Random) -> Row:
    """The row with words swapped, and sometimes cut, put as a headline, or in other marks. Its labels mean nothing."""
    unit = row.unit
    words = [swaps.word(t.text, dice) if dice.random() < SWAPPED else t.text for t in unit.tokens]
    quoted = list(unit.quoted)
    if dice.random() < 0.3:
        opening, closing = dice.choice(MARKS)
        other = {OPENING: opening, CLOSING: closing}
        words = [other.get(state, word) for word, state in zip(words, quoted, strict=True)]
    if dice.random() < 0.1:  # the marks are lost
        kept = [i for i, q in enumerate(quoted) if q not in (OPENING, CLOSING)]
        words, quoted = [words[i] for i in kept], [OUTSIDE if quoted[i] == INSIDE else quoted[i] for i in kept]
    if dice.random() < 0.25:
        words, quoted = _cut(words, quoted, dice)
    if dice.random() < 0.08 and len(words) < 30:
        words, quoted = _headline(words, quoted, dice)
    if not words:
        return row
    unit = Unit(unit.paragraph, tuple(Token(0, 1, word) for word in words), bytes(quoted))
    blank = np.zeros(len(words), np.int64)
    return replace(row, unit=unit, tags=blank, links=blank, annotated=False, soft=None)


def _cut(words: list[str], quoted: list[int], dice: random.Random) -> tuple[list[str], list[int]]:
    """From one end of a sentence to another."""
    ends = [0, *(i + 1 for i, word in enumerate(words) if word in ".!?" and i + 1 < len(words))]
    begin = dice.choice(ends)
    later = [end for end in (*ends, len(words)) if end > begin]
    stop = dice.choice(later)
    return words[begin:stop], quoted[begin:stop]


def _headline(words: list[str], quoted: list[int], dice: random.Random) -> tuple[list[str], list[int]]:
    """Without its stop, and in half of the cases with capitals."""
    if words[-1] == ".":
        words, quoted = words[:-1], quoted[:-1]
    if dice.random() < 0.5:
        words = [word.capitalize() if len(word) > 3 and word.islower() else word for word in words]
    return words, quoted
