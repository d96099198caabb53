"""What an article has told of parties without naming them: its descriptions of people, and its papers."""

from collections import deque

from onrecord.parties.closed import NUMBERS, QUANTITIES
from onrecord.parties.reading import Chunk

# Descriptions by one noun, and papers: no article comes near them, and a hostile page of a megabyte stays linear.
_MOST, _MOST_PAPERS = 200, 30


class Told:
    """The descriptions so far, by noun and number. papers: the kind and the author of each paper, latest last."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool], deque[tuple[int, tuple[str, ...]]]] = {}
        self.papers: deque[tuple[str, int | None]] = deque(maxlen=_MOST_PAPERS)

    def remember(self, chunk: Chunk, index: int) -> None:
        """From now on a description by the same noun may take up this party. One without "the", "two" or the like may
        be of people in general: it comes after those that have it."""
        known = self._known.setdefault((chunk.noun, chunk.plural), deque(maxlen=_MOST))
        if chunk.opening and known:
            known.appendleft((index, chunk.words))
        else:
            known.append((index, chunk.words))

    def find(self, chunk: Chunk) -> int | None:
        """The latest party described by the same noun, where the words before it do not tell of another."""
        found = reversed(self._known.get((chunk.noun, chunk.plural), ()))
        told = _telling(chunk.words)
        return next((index for index, words in found if told <= _telling(words)), None)


def _telling(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a description that tell two apart: not its numbers."""
    return frozenset(w for word in words if (w := word.lower()) not in NUMBERS and w not in QUANTITIES and w.isalpha())
