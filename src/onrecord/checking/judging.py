"""The verdict on the words of a quotation against the passages that one way through them uses."""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from onrecord.checking.comparing import PIECE, Comparison, Gap, Place
from onrecord.checking.report import Verdict
from onrecord.checking.sources import SourceArticle
from onrecord.checking.words import Word
from onrecord.spans import Span

# Shares of a quotation's words that must be the same for a passage to be its source at all, and of a short one, whose
# words may meet by chance. Set on the first half of the kinds of benchmarks/quotations.py.
_PIECED: Final = 0.7  # of a splice, which may take its words from anywhere
_FOUND: Final = ((8, 0.7), (12, 0.65), (10**9, 0.5))  # (words fewer than, share)

# From what is least to look at to what is most.
ORDER: Final[tuple[Verdict, ...]] = (
    "exact", "trimmed", "elided", "variants", "wrong date or occasion", "wrong speaker", "partial in source", "spliced",
    "altered", "paraphrase as quotation", "not found",
)  # fmt: skip
WORDS_RIGHT: Final[frozenset[Verdict]] = frozenset(["exact", "trimmed", "elided"])


class Candidate(Struct, frozen=True):
    """A quotation beside one source. cost: of the way, in words; verdict: on the words alone."""

    comparison: Comparison
    cost: float
    verdict: Verdict
    quoted: Literal["whole", "part", "none"]

    @property
    def article(self) -> SourceArticle:
        return self.comparison.same[0][1].article

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words found in the first article, a span for each run that the draft gives as one."""
        return runs_of(self.comparison, self.article)


def judge(comparison: Comparison, cost: float, count: int) -> Candidate | None:
    """The candidate that a comparison makes; None where too little is the same.

    count: words of the quotation.
    """
    same = comparison.same
    share = len(same) / count
    least = next(least for fewer, least in _FOUND if count < fewer)
    if not same or share < least or _longest_run(comparison) < min(3, count - 1):
        return None
    verdict_share = _PIECED if any(gap.does == "joint" for gap in comparison.gaps) else least
    if share < verdict_share:
        return None
    flags = [_is_quoted(word, place) for word, place in same]
    quoted: Literal["whole", "part", "none"] = "whole" if all(flags) else "part" if any(flags) else "none"
    return Candidate(comparison, cost, _verdict(comparison, quoted), quoted)


def _verdict(comparison: Comparison, quoted: Literal["whole", "part", "none"]) -> Verdict:
    does = {gap.does for gap in comparison.gaps}
    if quoted == "none":
        return "paraphrase as quotation"
    if "joint" in does:
        return "spliced" if all(size >= PIECE for size in _pieces(comparison)) else "altered"
    beyond = beyond_ends(comparison)
    if any(gap.does == "change" and gap not in beyond for gap in comparison.gaps):
        return "altered"
    if quoted == "part" or beyond:
        return "partial in source"
    if "cut" in does or "source's ellipsis left out" in comparison.remarks:
        return "elided"
    first, last = _edge(comparison.parts[0], 0), _edge(comparison.parts[-1], -1)
    whole = first.article.begins(first.word.start) and last.article.ends(last.word.end) if first and last else False
    return "exact" if whole else "trimmed"


def beyond_ends(comparison: Comparison) -> list[Gap]:
    """Words of the draft before the archive's quotation begins or behind its end: those it neither has nor denies."""
    parts = comparison.parts
    found = []
    for gap, beside, edge in ((parts[0], parts[1:2], "start"), (parts[-1], parts[-2:-1], "end")):
        if not (isinstance(gap, Gap) and gap.does == "change" and beside and isinstance(beside[0], tuple)):
            continue
        place = beside[0][1]
        at_edge = place.article.quotation_starts if edge == "start" else place.article.quotation_ends
        outside = not any(place.article.is_quoted(held.word.start) for held in gap.source)
        if outside and (place.word.start if edge == "start" else place.word.end) in at_edge:
            found.append(gap)
    return found


def _edge(part: tuple[Word, Place] | Gap, at: int) -> Place | None:
    """The word of the source with which a quotation begins or ends; None where that is only the writer's."""
    if isinstance(part, Gap):
        return part.source[at] if part.source else None
    return part[1]


def _is_quoted(word: Word, place: Place) -> bool:
    """Whether the source gives the word as the speaker's: in its marks, and not in its brackets without the draft's."""
    own = place.word.bracketed and not place.word.lettered and not word.bracketed
    return place.article.is_quoted(place.word.start) and not own


def _longest_run(comparison: Comparison) -> int:
    longest = run = 0
    for part in comparison.parts:
        run = run + 1 if isinstance(part, tuple) else 0
        longest = max(longest, run)
    return longest


def _pieces(comparison: Comparison) -> Iterator[int]:
    """How many words are the same between one joint and the next."""
    size = 0
    for part in comparison.parts:
        if isinstance(part, tuple):
            size += 1
        elif part.does == "joint":
            yield size
            size = 0
    yield size


def runs_of(comparison: Comparison, article: SourceArticle) -> tuple[Span, ...]:
    """The words found in an article in its order, those between two cuts, joints or attributions as one span."""
    return tuple(sorted(_runs(comparison, article)))


def _runs(comparison: Comparison, article: SourceArticle) -> Iterator[Span]:
    start = end = -1
    for part in comparison.parts:
        if isinstance(part, Gap):
            if part.does in ("cut", "joint") or "joined over the attribution" in part.remarks:
                if start >= 0:
                    yield Span(start, end)
                start = -1
            continue
        _, place = part
        if place.article is not article:
            continue
        if start >= 0 and place.word.start < end:  # the order was changed
            yield Span(start, end)
            start = -1
        start = place.word.start if start < 0 else start
        end = place.word.end
    if start >= 0:
        yield Span(start, end)
