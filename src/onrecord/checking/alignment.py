"""Where in some passages a quotation's words stand, and word by word what differs.

The cheapest way to make the quotation of the passages' words: a word taken over costs nothing, one put for another, one
left out and one added a little, a stretch left out never more than a leap. The way is the best one, not a guess. Its
time is that of words times words of the passages; `MOST_CELLS` bounds it, and the caller cuts what is longer.
"""

from collections.abc import Sequence
from typing import Any, Final, Literal

import numpy as np
from msgspec import Struct

# Costs of one word. Put for another is dearer than left out or added, and cheaper than both: "not" for "now" is one
# change. A leap within a passage or to another is dearer than three words and cheaper than four, the fewest that make a
# piece of a splice. Set on the first half of the kinds of benchmarks/quotations.py.
CHANGED: Final = 1.5
ADDED: Final = 1.0
LEFT_OUT: Final = 1.0
LEAP: Final = 3.5
ELSEWHERE: Final = 3.7
# Where the draft marks a cut, the cost of cutting; the nearest place where the words go on is taken.
MARKED: Final = 0.25
_NEAR: Final = 0.0005

MOST_CELLS: Final = 1_500_000
_WALL: Final = 1e6
_SAME_ENOUGH: Final = 1e-6


class Step(Struct, frozen=True, gc=False):
    """One step of the way. What is left out is what lies between the words of two steps.

    word: the number of the quotation's word.
    at: the number of the passages' word that is the same or was changed; of one added, that of the word behind it.
    """

    does: Literal["same", "changed", "added"]
    word: int
    at: int


class Passages(Struct, frozen=True):
    """Words of several passages, one behind the other, as numbers that are equal where the words' keys are.

    bounds: `[start, end)` of each passage.
    """

    words: Any  # int32, one a word
    bounds: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, passages: Sequence[Sequence[int]]) -> "Passages":
        bounds, at = [], 0
        for passage in passages:
            bounds.append((at, at + len(passage)))
            at += len(passage)
        joined = [number for passage in passages for number in passage]
        return cls(np.array(joined, np.int32), tuple(bounds))


class Aligned(Struct, frozen=True):
    """The tables of a quotation against passages; `costs` is the least cost of each passage by itself."""

    quotation: tuple[int, ...]
    marked: tuple[bool, ...]
    passages: Passages
    leaps: bool
    reached: Any  # float64, (words + 1, columns + 1): the cost of having used so much of both
    taken: Any  # the same, with the last word of the quotation taken in the last step
    columns: Any  # the column in which each passage begins; between two stands a wall

    def best_end(self, passage: int) -> tuple[float, int]:
        """The least cost of a way that ends in the passage, and the column where it does."""
        start, end = self._columns(passage)
        row = self.taken[-1, start : end + 1]
        at = int(row.argmin())
        return float(row[at]), start + at

    def _columns(self, passage: int) -> tuple[int, int]:
        start = int(self.columns[passage])
        a, b = self.passages.bounds[passage]
        return start, start + b - a

    def way(self, column: int) -> tuple[Step, ...]:
        """The steps of the cheapest way that ends in the column, without what is left out before and behind."""
        return tuple(reversed(list(_steps_back(self, column))))


def align(quotation: Sequence[int], marked: Sequence[bool], passages: Passages, *, leaps: bool = False) -> Aligned:
    """The quotation against the passages.

    quotation: its words as numbers. marked: whether an ellipsis stands before each.
    leaps: whether the way may go from one place to any other, in the same passage or another.
    """
    words, columns, walls = _laid_out(passages)
    width = len(words)
    costs = np.full(width + 1, LEFT_OUT)
    costs[0] = 0.0
    costs[1:][walls] = _WALL
    wall_only = np.where(costs == _WALL, _WALL, 0.0)
    along, barred = costs.cumsum(), wall_only.cumsum()
    near = barred + _NEAR * np.arange(width + 1)
    rows = len(quotation)
    reached = np.empty((rows + 1, width + 1))
    taken = np.empty((rows + 1, width + 1))
    reached[0] = taken[0] = 0.0
    numbers = np.asarray(quotation, np.int32)
    for i in range(rows):
        before = reached[i]
        row = before + ADDED
        step = np.where(words == numbers[i], 0.0, CHANGED)
        step[walls] = _WALL
        np.minimum(row[1:], before[:-1] + step, out=row[1:])
        taken[i + 1] = row
        if i + 1 == rows:
            reached[i + 1] = row
            continue
        free = np.minimum.accumulate(row - along) + along
        far = np.minimum.accumulate(row - near) + near + (MARKED if marked[i + 1] else LEAP)
        np.minimum(free, far, out=free)
        if leaps:
            np.minimum(free, row.min() + (MARKED + 1 if marked[i + 1] else ELSEWHERE), out=free)
        reached[i + 1] = free
    return Aligned(tuple(quotation), tuple(marked), passages, leaps, reached, taken, columns)


def _laid_out(passages: Passages) -> tuple[Any, Any, Any]:
    """The words with a wall between passages, the column where each passage begins, and which words are walls."""
    count = len(passages.bounds)
    words = np.full(len(passages.words) + max(0, count - 1), -1, np.int32)
    columns, at = [], 0
    for start, end in passages.bounds:
        words[at : at + end - start] = passages.words[start:end]
        columns.append(at)
        at += end - start + 1
    return words, np.array(columns, np.int64), words == -1


def _steps_back(table: Aligned, column: int) -> list[Step]:
    """The steps from the last to the first."""
    steps: list[Step] = []
    row, at = len(table.quotation), column
    words, _, walls = _laid_out(table.passages)
    number_of = _numbers(table)
    while row > 0:
        at = _origin(table, row, at, walls)
        value = table.taken[row, at]
        same = at > 0 and not walls[at - 1] and words[at - 1] == table.quotation[row - 1]
        if same and abs(value - table.reached[row - 1, at - 1]) < _SAME_ENOUGH:
            steps.append(Step("same", row - 1, number_of(at - 1)))
            row, at = row - 1, at - 1
        elif at > 0 and not walls[at - 1] and abs(value - table.reached[row - 1, at - 1] - CHANGED) < _SAME_ENOUGH:
            steps.append(Step("changed", row - 1, number_of(at - 1)))
            row, at = row - 1, at - 1
        else:
            steps.append(Step("added", row - 1, number_of(at)))
            row -= 1
    return steps


def _origin(table: Aligned, row: int, at: int, walls: Any) -> int:
    """The column in which word `row` was taken on the way to `[row, at]`."""
    value = table.reached[row, at]
    if row == len(table.quotation) or abs(table.taken[row, at] - value) < _SAME_ENOUGH:
        return at
    start = _begin(table, at)
    lying = table.taken[row, start : at + 1]
    gaps = np.arange(at - start, -1, -1)
    marked = table.marked[row]
    costs = np.minimum(lying + LEFT_OUT * gaps, lying + (MARKED if marked else LEAP) + _NEAR * gaps)
    hits = np.flatnonzero(np.abs(costs - value) < _SAME_ENOUGH)
    if len(hits):
        return start + int(hits[-1])
    return int(table.taken[row].argmin())


def _begin(table: Aligned, at: int) -> int:
    """The column where the passage begins that `at` lies in."""
    return int(table.columns[int(np.searchsorted(table.columns, at, side="right")) - 1])


def _numbers(table: Aligned) -> Any:
    """From a column to the number of its word: one column more a passage before it."""

    def number(at: int) -> int:
        passage = int(np.searchsorted(table.columns, at, side="right")) - 1
        return min(at - passage, len(table.passages.words))

    return number
