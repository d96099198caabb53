"""Where in the archive a quotation may come from: its rarest words, looked up in the index, and the text around them.

A word may have been changed, so no single one is relied on: the rarest words of each third of the quotation, each with
a neighbour where it is common, are asked for together, and the texts that hold most of them come first.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from msgspec import Struct

from onrecord.archive import Archive, Text
from onrecord.checking.words import Word
from onrecord.spans import Span

# So common that no count is asked for: a text that lacks them is rare. The commonest of the PolNeAR training texts.
_COMMONEST: Final = frozenset(
    """
    the to of and a in that is for on it he was with as at be by his i you we are have has this not from they but an
    she will her who what would about their or if so all do there been more had when one were people can them out up
    which him me my your no our just its think going said know like than now because over some also how into could
    """.split()
)
_PARTS: Final = 3
_EACH: Final = 3  # rare words of each part
_LONGEST: Final = 48  # words of a part that are looked up; a longer part is looked up at its ends
_RARE: Final = 12  # articles; a word that more of them have is asked for with its neighbour
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


class Anchors(Struct, frozen=True):
    """What is asked of the index, and the words by which a passage is found in a text."""

    phrases: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


def find_anchors(archive: Archive, words: Sequence[Word]) -> Anchors:
    """The rarest words of the quotation, those of each third; where all are common, its runs of four words."""
    counts = {word: archive.count_word(word) for word in _countable(words)}
    size = -(-len(words) // _PARTS)
    chosen: list[int] = []
    for start in range(0, len(words), size):
        part = [i for i in range(start, min(start + size, len(words))) if counts.get(words[i].text, 0)]
        part.sort(key=lambda i: (counts[words[i].text], i))
        chosen += part[:_EACH]
    phrases: dict[tuple[str, ...], None] = {}
    for i in chosen:
        phrases |= dict.fromkeys(_phrases(words, i, counts[words[i].text]))
    if len(chosen) < 2:
        phrases |= dict.fromkeys(_runs(words))
    found = [words[i].text for i in sorted(set(chosen))]
    return Anchors(tuple(phrases), tuple(dict.fromkeys(found)))


def _countable(words: Sequence[Word]) -> dict[str, None]:
    """The words that may be rare: no contraction, which the index parts, and none of the commonest."""
    size = -(-len(words) // _PARTS)
    found: dict[str, None] = {}
    for start in range(0, len(words), size):
        part = list(words[start : start + size])
        near = part if len(part) <= _LONGEST else [*part[: _LONGEST // 2], *part[-_LONGEST // 2 :]]
        found |= {word.text: None for word in near if word.text.isalnum() and word.key not in _COMMONEST}
    return found


def _phrases(words: Sequence[Word], i: int, count: int) -> list[tuple[str, ...]]:
    if count <= _RARE:
        return [(words[i].text,)]
    pairs = [(i - 1, i)] if i else []
    pairs += [(i, i + 1)] if i + 1 < len(words) else []
    made: list[tuple[str, ...]] = [
        (words[a].text, words[b].text)
        for a, b in pairs
        if not words[b].cut and words[a].bracketed == words[b].bracketed
    ]
    return made or [(words[i].text,)]


def _runs(words: Sequence[Word], length: int = 4) -> list[tuple[str, ...]]:
    """Every run of some words, at most six, spread over the quotation."""
    starts = range(max(1, len(words) - length + 1))
    step = max(1, len(starts) // 6)
    return [tuple(word.text for word in words[i : i + length]) for i in starts[::step]]


def find_passages(archive: Archive, words: Sequence[Word]) -> list[Passage]:
    """The passages that the quotation may come from, the likeliest first."""
    anchors = find_anchors(archive, words)
    texts = archive.find_texts(anchors.phrases, limit=MOST_TEXTS)
    length = words[-1].end - words[0].start
    found = [passage for text in texts for passage in _passages(text, anchors, length)]
    found.sort(key=lambda passage: -passage.hits)  # stable: the order of the index among equals
    return found[:MOST_PASSAGES]


def _passages(text: Text, anchors: Anchors, length: int) -> list[Passage]:
    """The stretches of a text around what was looked for; those that meet are one."""
    lower = text.text.lower()
    if len(lower) != len(text.text):  # a few letters are two in small ones
        lower = "".join(sign.lower()[0] for sign in text.text)
    hits = sorted(hit for number, words in enumerate(_sought(anchors)) for hit in _hits(lower, words, number))
    if not hits:
        return []
    reach = length + _MARGIN
    groups: list[list[tuple[int, int]]] = [[hits[0]]]
    for before, hit in pairwise(hits):
        if hit[0] - before[0] <= reach:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    end = len(text.text)
    return [
        Passage(text, Span(max(0, g[0][0] - reach), min(end, g[-1][0] + reach)), len({number for _, number in g}))
        for g in groups
    ]


def _sought(anchors: Anchors) -> tuple[str, ...]:
    """What is to be found in a text: the rare words; where there are none, the runs of common ones."""
    return anchors.words if len(anchors.words) > 1 else tuple(" ".join(phrase) for phrase in anchors.phrases)


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
