"""The sources that a quotation may come from, each with the words compared one by one."""

from collections.abc import Sequence
from typing import Final

from onrecord.archive import Archive
from onrecord.checking.alignment import ELSEWHERE, MOST_CELLS, Passages, Step, align
from onrecord.checking.candidates import Passage, find_passages
from onrecord.checking.comparing import Place, compare
from onrecord.checking.judging import Candidate, judge
from onrecord.checking.sources import SourceArticle
from onrecord.checking.words import Word, find_words
from onrecord.spans import Span

# Words that are compared at once; a longer quotation is compared in blocks, and no more of it than the second figure.
_BLOCK: Final = 400
MOST_WORDS: Final = 20_000
# How much dearer than the nearest source another may be and still be looked at: in words, and as a share of the words.
_DEARER: Final = 2.6
_SHARE: Final = 0.35
_MOST: Final = 6
_WORTH: Final = 0.65  # a way that costs more a word has little in common with its passage


def find_candidates(
    text: str, words: Sequence[Word], archive: Archive, articles: dict[str, SourceArticle]
) -> tuple[list[Candidate], int]:
    """What the words of a quotation may come from, the nearest first, and how many words were not compared.

    text: the draft's. articles: those that were opened before, to be opened but once a check.
    """
    compared = words[:MOST_WORDS]
    left = len(words) - len(compared)
    passages = find_passages(archive, compared)
    if not passages:
        return [], left
    opened = [_opened(passage, archive, articles) for passage in passages]
    found = _compared(text, compared, passages, opened)
    return found, left


def _opened(passage: Passage, archive: Archive, articles: dict[str, SourceArticle]) -> SourceArticle:
    id = passage.text.id
    if id not in articles:
        articles[id] = SourceArticle(passage.text, archive.record)
    return articles[id]


def _compared(
    text: str, words: Sequence[Word], passages: Sequence[Passage], opened: Sequence[SourceArticle]
) -> list[Candidate]:
    numbers: dict[str, int] = {}
    places: list[Place] = []
    rows: list[list[int]] = []
    size = min(len(words), _BLOCK)
    for k, (passage, article) in enumerate(zip(passages, opened, strict=True)):
        held = find_words(article.text, [whole_words(article.text, passage.span)])
        if (len(places) + len(held)) * size > MOST_CELLS:
            held = held[: max(0, MOST_CELLS // size - len(places))]
        places += [Place(k, i, word, article) for i, word in enumerate(held)]
        rows.append([numbers.setdefault(word.key, len(numbers)) for word in held])
    quotation = [numbers.get(word.key, -2) for word in words]
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
