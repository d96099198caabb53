"""The sources that a quotation may come from, each with the words compared one by one."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from onrecord.checking.alignment import ELSEWHERE, MOST_CELLS, Passages, Step, align
from onrecord.checking.candidates import Passage, Shelf, find_passages
from onrecord.checking.comparing import PIECE, Place, compare
from onrecord.checking.judging import Candidate, judge
from onrecord.checking.words import Word, find_words
from onrecord.spans import Span

# Words that are compared at once; a longer quotation is compared in blocks, and no more of it than the second figure.
_BLOCK: Final = 400
MOST_WORDS: Final = 20_000
# How much dearer than the nearest source another may be and still be looked at: in words, and as a share of the words.
_DEARER: Final = 2.6
_SHARE: Final = 0.35
_MOST: Final = 6
_MORE: Final = 4  # passages for words that the nearest source has not
_AROUND: Final = 80  # characters
_WORTH: Final = 0.65  # a way that costs more a word has little in common with its passage


def find_candidates(text: str, words: Sequence[Word], shelf: Shelf) -> tuple[list[Candidate], int]:
    """What the words of a quotation may come from, the nearest first, and how many words were not compared.

    text: the draft's.
    """
    compared = words[:MOST_WORDS]
    left = len(words) - len(compared)
    passages = find_passages(shelf, compared)
    if not passages:
        return [], left
    found = _compared(text, compared, passages, shelf)
    more = _more_passages(compared, found, passages, shelf)
    return (_compared(text, compared, [*passages, *more], shelf) if more else found), left


def _more_passages(
    words: Sequence[Word], found: Sequence[Candidate], passages: Sequence[Passage], shelf: Shelf
) -> list[Passage]:
    """Where words that the nearest source has not may come from; where there is no source, each half by itself."""
    if found:
        rest = _unfound(words, found)
        stretches = [] if rest is None else [words[rest]]
    else:
        half = len(words) // 2
        stretches = [words[:half], words[half:]] if half >= PIECE else []
    more: list[Passage] = []
    for stretch in stretches:
        others = [one for one in find_passages(shelf, stretch) if not _is_held(one, [*passages, *more])]
        more += (_in_article(stretch, found) if found else []) + others[:_MORE]
    return more


def _unfound(words: Sequence[Word], found: Sequence[Candidate]) -> slice | None:
    """The longest stretch of words that the nearest source has not: it may come from somewhere else."""
    place = {id(word): i for i, word in enumerate(words)}
    same = [-1, *(place[id(word)] for word, _ in found[0].comparison.same), len(words)]
    # One word that happens to be the same parts no stretch.
    gaps = [(b - a - 1, a + 1, b) for a, b in pairwise(same)]
    gaps += [(c - a - 2, a + 1, c) for a, b, c in zip(same, same[1:], same[2:], strict=False) if c - a > 3]
    size, start, end = max(gaps)
    return slice(start, end) if size >= PIECE - 1 and end - start < len(words) else None


def _is_held(passage: Passage, passages: Sequence[Passage]) -> bool:
    return any(one.text.id == passage.text.id and one.span.meets(passage.span) for one in passages)


def _in_article(words: Sequence[Word], found: Sequence[Candidate]) -> list[Passage]:
    """Where the nearest source's own article has the first words of a stretch, or its last ones."""
    article = found[0].article
    held: list[Passage] = []
    for run in (words[:3], words[-3:]):
        pattern = r"\W{1,4}".join(re.escape(part) for word in run for part in re.findall(r"\w+", word.text))
        for match in islice(re.finditer(pattern, article.text, re.IGNORECASE), 2):
            reach = words[-1].end - words[0].start + _AROUND
            span = Span(max(0, match.start() - reach), min(len(article.text), match.end() + reach))
            if not any(span.meets(other) for one in found[:1] for other in one.spans):
                held.append(Passage(article.entry, span, 1))
    return held[:2]


def _compared(
    text: str,
    words: Sequence[Word],
    passages: Sequence[Passage],
    shelf: Shelf,
) -> list[Candidate]:
    numbers: dict[str, int] = {}
    places: list[Place] = []
    rows: list[list[int]] = []
    size = min(len(words), _BLOCK)
    for k, passage in enumerate(passages):
        article = shelf.article(passage.text)
        held = find_words(article.text, [whole_words(article.text, passage.span)])
        if (len(places) + len(held)) * size > MOST_CELLS:
            held = held[: max(0, MOST_CELLS // size - len(places))]
        places += [Place(k, i, word, article) for i, word in enumerate(held)]
        rows.append([numbers.setdefault(word.key, len(numbers)) for word in held])
    # The writer's own words, in brackets, are found only where they are another writer's own.
    bracketed = {place.word.key for place in places if place.word.bracketed}
    quotation = [numbers.get(word.key, -2) if not word.bracketed or word.key in bracketed else -2 for word in words]
    marked = [word.cut for word in words]
    laid = Passages.of(rows)
    if len(words) > _BLOCK:
        return _long(text, words, quotation, marked, laid, places)
    found = _ways(text, words, quotation, marked, laid, places)
    return sorted(found, key=lambda candidate: candidate.cost)


def whole_words(text: str, span: Span) -> Span:
    """The span without the words that it cuts at its ends."""
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def _ways(
    text: str,
    words: Sequence[Word],
    quotation: Sequence[int],
    marked: Sequence[bool],
    laid: Passages,
    places: Sequence[Place],
) -> list[Candidate]:
    table = align(quotation, marked, laid)
    ends = sorted((*table.best_end(k), k) for k in range(len(laid.bounds)))
    best, count = ends[0][0], len(words)
    limit = min(max(best + _DEARER, best + _SHARE * count), _WORTH * count)
    found = []
    for cost, column, _ in [end for end in ends if end[0] <= limit][:_MOST]:
        candidate = judge(compare(text, words, table.way(column), places), cost, count)
        found += [candidate] if candidate else []
    if best >= ELSEWHERE - 1:
        leaping = align(quotation, marked, laid, leaps=True)
        cost, column, _ = min((*leaping.best_end(k), k) for k in range(len(laid.bounds)))
        if cost < best - 0.1:
            candidate = judge(compare(text, words, leaping.way(column), places), cost, count)
            found += [candidate] if candidate else []
    return found


def _long(
    text: str,
    words: Sequence[Word],
    quotation: Sequence[int],
    marked: Sequence[bool],
    laid: Passages,
    places: Sequence[Place],
) -> list[Candidate]:
    """A quotation in blocks, each along its own cheapest way: bounded time, whatever its length."""
    steps: list[Step] = []
    cost = 0.0
    for begin in range(0, len(words), _BLOCK):
        block = slice(begin, begin + _BLOCK)
        table = align(quotation[block], marked[block], laid)
        least, column, _ = min((*table.best_end(k), k) for k in range(len(laid.bounds)))
        steps += [Step(step.does, step.word + begin, step.at) for step in table.way(column)]
        cost += least
    candidate = judge(compare(text, words, steps, places), cost, len(words))
    return [candidate] if candidate else []
