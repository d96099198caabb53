"""Commitments: who owes what to whom, by when, and how it stands."""

from collections.abc import Sequence
from datetime import date

from onrecord.commitments.closing import ENDING, Ending, ending_of
from onrecord.commitments.dates import due_of
from onrecord.commitments.finding import Candidate, find_candidates
from onrecord.commitments.judging import LEAST, chance_of
from onrecord.commitments.lines import Page
from onrecord.commitments.whom import Whom
from onrecord.language import Doc
from onrecord.record import Commitment, Party, Statement, Time

__all__ = ["find_commitments"]


def find_commitments(
    doc: Doc, parties: Sequence[Party], times: Sequence[Time], statements: Sequence[Statement], anchor: date | None
) -> tuple[tuple[Party, ...], tuple[Commitment, ...]]:
    """The parties, with those behind them that only owe something ("residents"), and the commitments in the order of
    the words that say what is to be done.

    anchor: the day that relative dates count from; a deadline does not lie before it.
    """
    page = Page(doc, parties, times, statements)
    likely = sorted(
        (-chance, -_length(found), number, found)
        for number, found in enumerate(find_candidates(page))
        if (chance := chance_of(found)) >= LEAST
    )
    whom = Whom(page)
    kept: list[tuple[Candidate, str]] = []
    for *_, found in likely:
        who = whom.party(found.line, found.who)
        if not any(_is_same(found, who, other, debtor) for other, debtor in kept):
            kept.append((found, who))
    kept.sort(key=lambda pair: (_start(pair[0]), pair[0].at))
    endings = _endings(doc, kept)
    made = tuple(
        _commitment(number, found, who, ending_of(found, who, endings, whom), anchor)
        for number, (found, who) in enumerate(kept, 1)
    )
    return whom.settled(), made


def _length(found: Candidate) -> int:
    """How many tokens say what is to be done; in headlines, which the body repeats, none count."""
    return 0 if found.line.role in ("headline", "deck") else found.what.end - found.what.first


def _start(found: Candidate) -> int:
    return found.line.tokens[found.what.first].start


def _is_same(found: Candidate, who: str, other: Candidate, debtor: str) -> bool:
    """Whether two tell of one commitment: the same debtor, and words in common, or mostly the same words elsewhere; a
    headline, whose names are cut, may give the debtor otherwise."""
    if who != debtor:
        return "headline" in (found.line.role, other.line.role) and _alike(_telling(found), _telling(other))
    if found.frame == other.frame == "y":
        return True  # one answer, however often it is told
    a, b = found.line.span(found.what.first, found.what.end), other.line.span(other.what.first, other.what.end)
    return a.meets(b) or _alike(_telling(found), _telling(other))


def _telling(found: Candidate) -> frozenset[str]:
    return frozenset(word for word in found.line.words[found.what.first : found.what.end] if len(word) > 3)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return 2 * len(a & b) > min(len(a), len(b)) > 1


def _endings(doc: Doc, kept: Sequence[tuple[Candidate, str]]) -> list[tuple[int, str]]:
    """Where the words stand by which a debtor ends it."""
    if not kept:
        return []
    return [
        (token.start, token.text)
        for sentence in doc.sentences
        for token in sentence.tokens
        if token.text in ENDING
    ]  # fmt: skip


def _commitment(number: int, found: Candidate, who: str, ending: Ending | None, anchor: date | None) -> Commitment:
    line, what = found.line, found.what
    first, end = min(found.at, what.first), max(what.end, found.at + 1)
    if found.who.ground not in ("hearer before", "undergone"):
        first = min(first, found.who.first)
    held = line.page.said_at(line.tokens[what.first].start)
    return Commitment(
        id=f"c{number}",
        who=who,
        what=(line.span(what.first, what.end),),
        act=found.cue.act,
        status=ending.status if ending else found.cue.status,
        evidence=(line.span(first, end),),
        to=found.to if found.to != who else None,
        due=due_of(found, anchor),
        cue=line.span(found.at, found.at + 1),
        condition=line.span(*what.condition) if what.condition else None,
        closed_by=ending.words if ending else None,
        told_by=held[0].id if held else None,
        rule=f"{found.cue.lemma}: {found.frame}",
    )
