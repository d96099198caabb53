"""Commitments: who owes what to whom, by when, and how it stands."""

from collections.abc import Sequence
from datetime import date

from onrecord.commitments.candidates import Candidate
from onrecord.commitments.closing import ENDING, Ending, ending_of
from onrecord.commitments.dates import due_of
from onrecord.commitments.finding import find_candidates
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
    whom = Whom(page)
    kept = _chosen(page, whom)
    endings = (
        [(token.start, token.text) for s in doc.sentences for token in s.tokens if token.text in ENDING] if kept else []
    )
    made = tuple(
        _commitment(number, found, who, ending_of(found, who, endings, whom), anchor)
        for number, (found, who) in enumerate(kept, 1)
    )
    return whom.settled(), made


def _chosen(page: Page, whom: Whom) -> list[tuple[Candidate, str]]:
    """The candidates that are likely enough, each commitment once, with who is to act; in the order of what is."""
    likely = [
        (found.frame != "y", -chance, -_length(found), number, found)
        for number, found in enumerate(find_candidates(page))
        if (chance := chance_of(found)) >= LEAST
    ]
    kept: list[tuple[Candidate, str]] = []
    by_debtor: dict[str, list[Candidate]] = {}
    by_sentence: dict[int, list[tuple[Candidate, str]]] = {}
    headings: list[tuple[Candidate, str]] = []
    for *_, found in sorted(likely):
        who, sentence = whom.party(found.line, found.who), found.line.tokens[0].start
        near = [
            *((other, who) for other in by_debtor.get(who, ())[-_MOST:]),
            *by_sentence.get(sentence, ())[-_MOST:],
            *(kept[-_MOST:] if _is_heading(found) else headings[-_MOST:]),
        ]
        if any(_is_same(found, who, other, debtor) for other, debtor in near):
            continue
        kept.append((found, who))
        by_debtor.setdefault(who, []).append(found)
        by_sentence.setdefault(sentence, []).append((found, who))
        if _is_heading(found):
            headings.append((found, who))
    return sorted(kept, key=lambda pair: (_start(pair[0]), pair[0].at))


# Commitments that one is held against: no article has as many, and a hostile page of a megabyte stays linear.
_MOST = 100


def _is_heading(found: Candidate) -> bool:
    return found.line.role in ("headline", "deck")


def _length(found: Candidate) -> int:
    """How many tokens say what is to be done; in headlines, which the body repeats, none count."""
    return 0 if _is_heading(found) else found.what.end - found.what.first


def _start(found: Candidate) -> int:
    return found.line.tokens[found.what.first].start


def _is_same(found: Candidate, who: str, other: Candidate, debtor: str) -> bool:
    """Whether two tell of one commitment: the same debtor, and words in common, or mostly the same words elsewhere; a
    headline, whose names are cut, may give the debtor otherwise."""
    a, b = found.line.span(found.what.first, found.what.end), other.line.span(other.what.first, other.what.end)
    if "y" in (found.frame, other.frame) and a.meets(b):
        return True  # "will help the ministry prepare a reply": the reply is owed
    heading = _is_heading(found) or _is_heading(other)
    if who != debtor:
        return heading and _alike(_telling(found), _telling(other))
    if heading and found.line.words[found.verb] == other.line.words[other.verb]:
        return True
    if found.frame == other.frame == "y":
        return True  # one answer, however often it is told
    if found.frame in "rv" and other.frame in "rv" and _noun(found) == _noun(other):
        return True  # "answers by Friday", "answers about the crews"
    return a.meets(b) or _alike(_telling(found), _telling(other))


def _noun(found: Candidate) -> str:
    """The first word of what is asked for."""
    return found.line.words[found.what.first]


def _telling(found: Candidate) -> frozenset[str]:
    return frozenset(word for word in found.line.words[found.what.first : found.what.end] if len(word) > 3)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return 2 * len(a & b) > min(len(a), len(b)) > 1


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
