"""Units as the numbers that the weights read."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.language.features import ROWS, case_of, marks_of, word_rows
from onrecord.language.pieces import MOST_PIECES, piece_ids
from onrecord.language.units import Unit

Inputs = dict[str, NDArray[np.int32]]
_REMEMBERED = 100_000  # words; a day of the world's news has more, and a process must not grow for ever
CLS, SEP = 101, 102
_LONGEST = 512  # pieces; the weights have no more places
FURTHER_PIECE = 16  # the mark of a word's pieces behind its first


class WordsInput:
    """The inputs of the default engine: for each token its rows in the tables and its marks.

    What was worked out for a word is remembered; it is the same each time.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._forget()

    def _forget(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rows = np.zeros((1024, ROWS), np.int32)

    def __call__(self, units: Sequence[Unit]) -> Inputs:
        if len(self._numbers) > _REMEMBERED:
            self._forget()
        lengths = [len(unit.tokens) for unit in units]
        places = np.zeros((len(units), max(lengths)), np.intp)
        marks = np.zeros((len(units), max(lengths)), np.int32)
        for i, unit in enumerate(units):
            words = [token.text for token in unit.tokens]
            places[i, : lengths[i]] = [self._number(word) for word in words]
            marks[i, : lengths[i]] = marks_of(words, unit.quoted)
        return {"rows": self._rows[places], "marks": marks, "lengths": np.array(lengths, np.int32)}

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._numbers)
            if number == len(self._rows):
                self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._rows[number] = word_rows(word, self._vocabulary)
        return number


class PiecesInput:
    """The inputs of the accurate engine: word pieces, their marks, and where each token's first piece stands."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, list[int]] = {}

    def __call__(self, units: Sequence[Unit]) -> Inputs:
        if len(self._known) > _REMEMBERED:
            self._known = {}
        rows = [self._row(unit) for unit in units]
        names = ("pieces", "marks", "first")
        return {name: _padded([row[i] for row in rows]) for i, name in enumerate(names)}

    def _row(self, unit: Unit, most: int = MOST_PIECES) -> tuple[list[int], list[int], list[int]]:
        """Pieces, marks and places. Of a unit that does not fit only the first piece of each word is taken."""
        pieces, marks, first = [CLS], [0], []
        for token, state in zip(unit.tokens, unit.quoted, strict=True):
            own = self._pieces(token.text)[:most]
            first.append(len(pieces))
            pieces += own
            marks += [4 * case_of(token.text) + state] + [FURTHER_PIECE] * (len(own) - 1)
        if len(pieces) >= _LONGEST:
            return self._row(unit, most=1)
        return [*pieces, SEP], [*marks, 0], first

    def _pieces(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = piece_ids(word, self._vocabulary)
        return known


def _padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    made = np.zeros((len(rows), max(map(len, rows))), np.int32)
    for i, row in enumerate(rows):
        made[i, : len(row)] = row
    return made
