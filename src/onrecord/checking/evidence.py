"""The passages that a verdict rests on, for people to look at: the earliest first, copies of one story once."""

import re
from collections.abc import Sequence

from onrecord.addresses import passage_address
from onrecord.checking.judging import Candidate, runs_of
from onrecord.checking.report import Evidence, Verdict
from onrecord.checking.sources import SourceArticle
from onrecord.checking.words import find_words
from onrecord.spans import Span, strip

MOST = 6  # passages shown
_BLANKS = re.compile(r"\s+")


def gather(candidates: Sequence[Candidate]) -> tuple[Evidence, ...]:
    """The evidence of the candidates; articles with the same words around the same passage are copies of the first."""
    found: dict[object, tuple[Candidate, SourceArticle, list[str]]] = {}
    for candidate in sorted(candidates, key=lambda one: _filed(one.article)):
        for article in _articles(candidate):
            key = _story(candidate, article)
            if key in found:
                if article.entry.id not in (found[key][1].entry.id, *found[key][2]):
                    found[key][2].append(article.entry.id)
            else:
                found[key] = (candidate, article, [])
    shown = list(found.values())[:MOST]
    return tuple(_evidence(candidate, article, copies) for candidate, article, copies in shown)


def _articles(candidate: Candidate) -> list[SourceArticle]:
    """The articles of a candidate: several, where a splice took from each."""
    return list(dict.fromkeys(place.article for _, place in candidate.comparison.same))


def _filed(article: SourceArticle) -> tuple[bool, str, int]:
    """Undated articles come last."""
    return not article.entry.day, article.entry.filed, article.entry.number


def _story(candidate: Candidate, article: SourceArticle) -> object:
    """What copies of one story share: the words of the passage and of the sentences around it."""
    spans = runs_of(candidate.comparison, article)
    before, behind = around(article, spans)
    start = before.start if before else spans[0].start
    end = behind.end if behind else spans[-1].end
    if before is None and behind is None:
        return article.entry.id, spans
    return tuple(word.key for word in find_words(article.text, [Span(start, end)]))


def around(article: SourceArticle, spans: Sequence[Span]) -> tuple[Span | None, Span | None]:
    """What stands before the words, from the beginning of the sentence before, and behind, to the end of the next.

    None at the edge of the article.
    """
    first, last = spans[0].start, spans[-1].end
    sentences = article.sentences
    start = sentences[max(0, article.sentence_at(first) - 1)].start if sentences else first
    end = sentences[min(len(sentences) - 1, article.sentence_at(last - 1) + 1)].end if sentences else last
    return strip(article.text, start, max(start, first)), strip(article.text, last, max(last, end))


def link(article: str, spans: Sequence[Span]) -> str:
    """The address of the passage on the archive's page, which marks it there and shows it."""
    return passage_address(article, spans)


def _evidence(candidate: Candidate, article: SourceArticle, copies: list[str]) -> Evidence:
    spans = runs_of(candidate.comparison, article)
    said = article.statement(spans)
    party = article.speaker_of(said)
    before, behind = around(article, spans)
    entry = article.entry
    verdict: Verdict = candidate.verdict
    return Evidence(
        article=entry.id,
        headline=entry.headline,
        agency=entry.agency or entry.publisher,
        day=entry.day,
        verdict=verdict,
        spans=spans,
        words=" … ".join(_line(article, span) for span in spans),
        before=_beside(article, before.start, spans[0].start).lstrip() if before else None,
        behind=_beside(article, spans[-1].end, behind.end).rstrip() if behind else None,
        quoted=candidate.quoted,
        speaker=party.name if party else None,
        role=party.role if party else None,
        mention=_line(article, said.source) if said and said.source else None,
        said_on=said.said_on if said else None,
        copies=tuple(copies),
        link=link(entry.id, spans),
    )


def _line(article: SourceArticle, span: Span) -> str:
    return " ".join(span.cut(article.text).split())


def _beside(article: SourceArticle, start: int, end: int) -> str:
    """A stretch in one line; the blank at an edge stays, so that it can be put beside the words."""
    return _BLANKS.sub(" ", article.text[start:end])
