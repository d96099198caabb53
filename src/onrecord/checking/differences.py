"""A comparison as the steps that people and programs read: what is the same, and what was changed into what."""

from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.checking.comparing import Comparison, Gap, Place
from onrecord.checking.report import Difference
from onrecord.checking.words import Word
from onrecord.spans import Span


def differences(text: str, comparison: Comparison) -> tuple[Difference, ...]:
    """The steps of a comparison in the draft's order; none where all words are the same and in one stretch.

    text: the draft's.
    """
    if not any(gap.does != "named" for gap in comparison.gaps):
        return ()
    return tuple(_steps(text, comparison))


def _steps(text: str, comparison: Comparison) -> Iterator[Difference]:
    run: list[tuple[Word, Place]] = []
    for part in comparison.parts:
        if isinstance(part, tuple):
            if run and (run[-1][1].article is not part[1].article or part[1].word.start < run[-1][1].word.start):
                yield _same(text, run)
                run = []
            run.append(part)
            continue
        if run:
            yield _same(text, run)
            run = []
        yield _differing(text, part)
    if run:
        yield _same(text, run)


def _same(text: str, run: Sequence[tuple[Word, Place]]) -> Difference:
    at = Span(run[0][0].start, run[-1][0].end)
    article = run[0][1].article
    source_at = Span(run[0][1].word.start, run[-1][1].word.end)
    return Difference("same", _line(text, at), _line(article.text, source_at), at, source_at, article=article.entry.id)


def _differing(text: str, gap: Gap) -> Difference:
    at = Span(gap.draft[0].start, gap.draft[-1].end) if gap.draft else None
    source_at = article = None
    if gap.source:
        article = gap.source[0].article
        source_at = Span(gap.source[0].word.start, max(place.word.end for place in gap.source))
    return Difference(
        _does(gap),
        _line(text, at) if at else "",
        _line(article.text, source_at) if article and source_at else "",
        at,
        source_at,
        gap.classes if gap.does != "named" else (),
        article.entry.id if article else None,
    )


def _does(gap: Gap) -> Literal["same", "changed", "added", "left out", "cut", "joint"]:
    if gap.does in ("cut", "joint"):
        return "cut" if gap.does == "cut" else "joint"
    if gap.does == "named":
        return "same" if gap.draft and gap.source else "cut" if gap.source else "added"
    if gap.draft and gap.source:
        return "changed"
    return "added" if gap.draft else "left out"


def _line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
