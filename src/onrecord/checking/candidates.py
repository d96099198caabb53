"""Where in the archive a quotation may come from: its rarest words, looked up in the index, and the text around them.

A word may have been changed, so no single one is relied on: rare words by themselves and pairs of less rare ones are
looked up, those of each third of the quotation, and the texts that hold most of them, the rarest counting most, are
taken. Texts are fetched last: everything before is answered by the full-text index alone.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from math import log
from typing import Final

from msgspec import Struct

from onrecord.archive import Archive, Text
from onrecord.checking.sources import SourceArticle
from onrecord.checking.spelling import latin
from onrecord.checking.words import Word
from onrecord.spans import Span

# In one of five articles of the PolNeAR training texts and more, names and words of its subject left out: no word to
# know a passage by, and dear to look up.
COMMONEST: Final = frozenset(
    """
    the to in of a and on that for is with as it has by at said he be from have was not who an but his this are about
    they been i more one will their or new out up had which we than all when what also people if after over so were
    there her no some other just time two can you do like him because now most even last into first them while could
    former many against only made year how our its before going during any make get week did told think very well both
    where should back way much may still according being then including long down take among same right through see
    between say know another next own part day these come go asked says never such me here good under point work my us
    show top added too though why full days help around look clear might every yet things something later ever must
    without she your would really want
    """.split()
)
_PARTS: Final = 3
_EACH: Final = 3  # clues of each part
_LONGEST: Final = 48  # words of a part that are looked up; a longer part is looked up at its ends
_RARE: Final = 40  # articles; a word that more of them have is looked up with a neighbour
_APART: Final = 5  # words between the two of a pair
_MOST_NUMBERS: Final = 2_000  # articles of one clue; more tell little
_MOST_PHRASES: Final = 5
_RUN: Final = 4
MOST_TEXTS: Final = 16
MOST_PASSAGES: Final = 10
# Characters of text around the rare words: the quotation's own length and a sentence more on each side.
_MARGIN: Final = 160
_MOST_HITS: Final = 24


class Passage(Struct, frozen=True):
    """A stretch of an article that may hold the words. hits: how many of the words looked for stand in it."""

    text: Text
    span: Span
    hits: int


class Shelf:
    """An archive with what was looked up in it before, in the course of one check."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._total = max(1, archive.count().articles)
        self._counts: dict[str, int] = {}
        self._numbers: dict[tuple[str, ...], list[int]] = {}
        self._texts: dict[int, Text] = {}
        self._articles: dict[str, SourceArticle] = {}

    def count(self, word: str) -> int:
        """In how many articles the word stands."""
        if word not in self._counts:
            self._counts[word] = self.archive.count_word(word)
        return self._counts[word]

    def numbers(self, clue: tuple[str, ...]) -> list[int]:
        """The articles that hold the clue: a word, two words near each other, or a run of words."""
        if clue not in self._numbers:
            self._numbers[clue] = self._looked_up(clue)
        return self._numbers[clue]

    def _looked_up(self, clue: tuple[str, ...]) -> list[int]:
        if len(clue) == 2:
            return self.archive.numbers_of_pair(*clue, distance=_APART, limit=_MOST_NUMBERS)
        return self.archive.numbers_of_phrase(clue, limit=_MOST_NUMBERS)

    def weight(self, hits: int) -> float:
        """What a clue tells that so many articles hold."""
        return log(1 + self._total / hits)

    def text(self, number: int) -> Text | None:
        """The article of that number; None where it was taken out while the check ran."""
        if number not in self._texts:
            self._texts |= {text.number: text for text in self.archive.texts([number])}
        return self._texts.get(number)

    def article(self, text: Text) -> SourceArticle:
        """The article as a source, which is read but once a check."""
        if text.id not in self._articles:
            self._articles[text.id] = SourceArticle(text, self.archive.record)
        return self._articles[text.id]


class Clues(Struct, frozen=True):
    """What is looked up, and the words by which a passage is found in a text."""

    clues: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


def find_clues(shelf: Shelf, words: Sequence[Word]) -> Clues:
    """The rarest words of each third of the quotation, alone or in pairs; where all are common, its runs of words."""
    shown = [latin(word.text) for word in words]
    content = [i for i in _countable(words) if shelf.count(shown[i])]
    ranked: list[tuple[int, int, tuple[str, ...]]] = []  # how many articles at most, where, what
    for i in content:
        if shelf.count(shown[i]) <= _RARE:
            ranked.append((shelf.count(shown[i]), i, (shown[i],)))
    for i, j in pairwise(content):
        if j - i <= _APART and max(counts := (shelf.count(shown[i]), shelf.count(shown[j]))) > _RARE:
            ranked.append((min(counts), i, (shown[i], shown[j])))
    size = -(-len(words) // _PARTS)
    chosen: list[tuple[str, ...]] = []
    for start in range(0, len(words), size):
        part = sorted(clue for clue in ranked if start <= clue[1] < start + size)
        chosen += [clue for _, _, clue in part[:_EACH]]
    if len(chosen) < 3:
        chosen += _runs(words)
    found = dict.fromkeys(word for clue in chosen if len(clue) < 3 for word in clue)
    return Clues(tuple(dict.fromkeys(chosen)), tuple(found))


def _countable(words: Sequence[Word]) -> list[int]:
    """The words that may be rare: no contraction, which the index parts, and none of the commonest."""
    size = -(-len(words) // _PARTS)
    found: list[int] = []
    for start in range(0, len(words), size):
        part = list(range(start, min(start + size, len(words))))
        near = part if len(part) <= _LONGEST else [*part[: _LONGEST // 2], *part[-_LONGEST // 2 :]]
        found += [i for i in near if words[i].text.isalnum() and words[i].key not in COMMONEST]
    return found


def _runs(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """Runs of some words that follow each other, spread over the quotation, the first and the last among them."""
    length = _RUN if len(words) > 3 * _RUN else _RUN - 1
    last = max(0, len(words) - length)
    starts = sorted({round(i * last / (_MOST_PHRASES - 1)) for i in range(_MOST_PHRASES)})
    runs = [words[i : i + length] for i in starts]
    return [tuple(latin(word.text) for word in run) for run in runs if not any(word.cut for word in run[1:])]


def find_passages(shelf: Shelf, words: Sequence[Word]) -> list[Passage]:
    """The passages that the quotation may come from, the likeliest first."""
    clues = find_clues(shelf, words)
    score: Counter[int] = Counter()
    for clue in clues.clues:
        numbers = shelf.numbers(clue)
        for number in numbers:
            score[number] += shelf.weight(len(numbers))  # type: ignore[assignment]
    best = sorted(score, key=lambda number: (-score[number], number))[:MOST_TEXTS]
    texts = [text for number in best if (text := shelf.text(number)) is not None]
    length = words[-1].end - words[0].start
    found = [passage for text in texts for passage in _passages(shelf.article(text), clues, length)]
    found.sort(key=lambda passage: -passage.hits)  # stable: the order of the texts among equals
    return found[:MOST_PASSAGES]


def _passages(article: SourceArticle, clues: Clues, length: int) -> list[Passage]:
    """The stretches of a text around what was looked for; those that meet are one."""
    hits = sorted(hit for number, words in enumerate(_sought(clues)) for hit in _hits(article.lower, words, number))
    if not hits:
        return []
    reach = length + _MARGIN
    groups: list[list[tuple[int, int]]] = [[hits[0]]]
    for before, hit in pairwise(hits):
        if hit[0] - before[0] <= reach:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    end = len(article.text)
    return [
        Passage(
            article.entry,
            Span(max(0, group[0][0] - reach), min(end, group[-1][0] + reach)),
            len({number for _, number in group}),
        )
        for group in groups
    ]


def _sought(clues: Clues) -> tuple[str, ...]:
    """What is to be found in a text: the rare words, and the runs of common ones."""
    return (*clues.words, *(" ".join(clue) for clue in clues.clues if len(clue) > 2))


def _hits(text: str, words: str, number: int) -> list[tuple[int, int]]:
    # As the index parts words: an apostrophe stands between two.
    parts = re.findall(r"\w+", words.lower())
    if len(parts) == 1:
        return _hits_of_one(text, parts[0], number)
    found = re.finditer(r"\W{1,4}".join(map(re.escape, parts)), text) if parts else iter(())
    return [(match.start(), number) for match in islice(found, _MOST_HITS)]


def _hits_of_one(text: str, word: str, number: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = text.find(word)
    while at >= 0 and len(found) < _MOST_HITS:
        if (at == 0 or not text[at - 1].isalnum()) and not text[at + len(word) : at + len(word) + 1].isalnum():
            found.append((at, number))
        at = text.find(word, at + len(word))
    return found
