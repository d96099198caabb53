"""One verdict of all sources: on the words first, then on the speaker, then on day and occasion, then on variants."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from onrecord.checking.chance import PHRASE, may_be_chance
from onrecord.checking.comparing import Gap
from onrecord.checking.dating import is_other_day, is_other_occasion
from onrecord.checking.judging import ORDER, WORDS_RIGHT, Candidate
from onrecord.checking.quotations import Quoted
from onrecord.checking.report import Verdict
from onrecord.checking.speakers import Agreement, agreement
from onrecord.record import Statement

# Words that a changed passage of the draft's own speaker may differ by and still be what was meant, when the words as
# they stand are another's.
_NEAR: Final = 0.3
# Share of the words that another agency's passage must have in common to be the same words otherwise.
_VARIANT: Final = 0.75
_VARIANT_WORDS: Final = 6


class Settled(Struct, frozen=True):
    """The verdict, and the candidates that show it, the one that it rests on first.

    aside: where nothing was found, a passage that has the same few words from somebody else.
    """

    verdict: Verdict
    shown: tuple[Candidate, ...]
    aside: Candidate | None = None


class _Weighed(Struct, frozen=True):
    candidate: Candidate
    said: Statement | None
    speaker: Agreement


def settle(quoted: Quoted, candidates: Sequence[Candidate]) -> Settled:
    """The verdict on a quotation of the draft.

    candidates: the nearest first.
    """
    all_ = [_weigh(quoted, candidate) for candidate in candidates]
    weighed = [one for one in all_ if not may_be_chance(one.candidate, one.speaker, len(quoted.words))]
    if not weighed:
        aside = [one.candidate for one in all_ if one.candidate.verdict in WORDS_RIGHT]
        return Settled("not found", (), aside[0] if aside else None)
    right = [one for one in weighed if one.candidate.verdict in WORDS_RIGHT]
    if right:
        return _settle_right(quoted, weighed, right)
    weighed.sort(key=lambda one: (_is_anothers(one), one.candidate.cost + _unquoted(one.candidate)))
    best = weighed[0]
    near = [one for one in weighed if one.candidate.cost <= best.candidate.cost + 1 and one is not best]
    return Settled(best.candidate.verdict, (best.candidate, *(one.candidate for one in near)))


def _is_anothers(one: _Weighed) -> bool:
    """Whether the words are another speaker's. A splice may take from several, and comes by its cost alone."""
    return one.speaker == "other" and one.candidate.verdict != "spliced"


def _unquoted(candidate: Candidate) -> float:
    """What is said in quotation marks comes before the same words told."""
    return {"whole": 0.0, "part": 0.4, "none": 0.8}[candidate.quoted]


def _weigh(quoted: Quoted, candidate: Candidate) -> _Weighed:
    article = candidate.article
    said = article.statement(candidate.spans)
    return _Weighed(candidate, said, agreement(quoted, article, said, candidate.spans))


def _settle_right(quoted: Quoted, weighed: Sequence[_Weighed], right: list[_Weighed]) -> Settled:
    # Where one source names somebody else, another that names nobody does not speak for the draft.
    speakers = {one.speaker for one in right}
    contradicted = "other" in speakers and not speakers & {"same", "similar"}
    agreeing = [] if contradicted else [one for one in right if one.speaker != "other"]
    if not agreeing:
        meant = [
            one.candidate
            for one in weighed
            if one.speaker == "same"
            and one.candidate.verdict == "altered"
            and one.candidate.cost <= _NEAR * len(quoted.words)
        ]
        if meant:
            return Settled("altered", (meant[0], *_ordered(right)))
        return Settled("wrong speaker", tuple(_ordered(right)))
    shown = _ordered(agreeing)
    dated = [one for one in agreeing if not _is_otherwise_dated(quoted, one)]
    if not dated and len(quoted.words) >= PHRASE:
        return Settled("wrong date or occasion", tuple(shown))
    variants = [one.candidate for one in weighed if _is_variant(one, shown[0])]
    if variants:
        return Settled("variants", (*shown, *variants))
    return Settled(shown[0].verdict, tuple(shown))


def _ordered(right: Sequence[_Weighed]) -> list[Candidate]:
    """The verdict least to look at first; the speaker that is the same before one that is not known."""
    ordered = sorted(right, key=lambda one: (ORDER.index(one.candidate.verdict), one.speaker != "same"))
    return [one.candidate for one in ordered]


def _is_otherwise_dated(quoted: Quoted, one: _Weighed) -> bool:
    article = one.candidate.article
    return is_other_day(quoted, article, one.said) or is_other_occasion(quoted, article, one.said)


def _is_variant(one: _Weighed, right: Candidate) -> bool:
    """Whether another article has the same words, in quotation marks, and not quite the same."""
    candidate = one.candidate
    same = len(candidate.comparison.same)
    return (
        candidate.verdict == "altered"
        and candidate.quoted == "whole"
        and _differs_inside(candidate)
        and one.speaker != "other"
        and candidate.article is not right.article
        and same >= _VARIANT_WORDS
        and same >= _VARIANT * len(right.comparison.same)
        and _differ_in_agency(candidate, right)
    )


def _differs_inside(candidate: Candidate) -> bool:
    """Whether words differ between words that are the same: that the other quotes less is no variant."""
    inner = candidate.comparison.parts[1:-1]
    return any(isinstance(part, Gap) and part.does == "change" for part in inner)


def _differ_in_agency(one: Candidate, other: Candidate) -> bool:
    """Whether two articles may be of different houses: where either does not say, they may."""
    a, b = (candidate.article.entry for candidate in (one, other))
    houses = (a.agency or a.publisher, b.agency or b.publisher)
    return None in houses or houses[0] != houses[1]
