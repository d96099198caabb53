"""What else in a draft contradicts the record: titles, names, dates. Pointed out, never a verdict."""

from collections.abc import Iterator
from typing import Final

from onrecord.archive import Archive
from onrecord.archive.names import fold
from onrecord.checking.dating import is_other_day, is_other_occasion, source_day, source_occasion
from onrecord.checking.judging import Candidate, beyond_ends
from onrecord.checking.quotations import Quoted
from onrecord.checking.report import Note, Verdict
from onrecord.checking.settling import Settled
from onrecord.checking.speakers import agreement, compare_parties
from onrecord.record import Statement
from onrecord.spans import Span

# Words that make another office of one. Source: own list from the titles of the PolNeAR training texts.
_RANKS: Final = frozenset(
    "deputy vice assistant associate acting former interim senior junior chief first second lead under honorary".split()
)
_OFFICES: Final = frozenset(
    """
    minister president chancellor secretary ambassador governor senator mayor spokesman spokeswoman spokesperson
    chairman chairwoman chair director commissioner judge justice general colonel captain chief professor king queen
    premier prosecutor attorney congressman congresswoman representative treasurer envoy speaker leader manager
    """.split()
)


def notes_on(quoted: Quoted, settled: Settled, archive: Archive, text: str) -> tuple[Note, ...]:
    """The notes on one quotation; text: the draft's."""
    if settled.aside is not None:
        return (_on_chance(settled.aside),)
    if not settled.shown:
        return ()
    verdict, best = settled.verdict, settled.shown[0]
    said = best.article.statement(best.spans)
    found = [
        *_on_words(verdict, best, text),
        *_on_speaker(quoted, verdict, best, said),
        *_on_role(quoted, best, said, archive),
        *_on_date(quoted, verdict, best, said, text),
    ]
    return tuple(found)


def _on_chance(aside: Candidate) -> Note:
    """So few words may be anybody's; the reader is told where they stand all the same."""
    party = aside.article.speaker_of(aside.article.statement(aside.spans))
    whose = f" from {party.name}" if party else ""
    return Note("words", f"too few words to tell by; they also stand in {aside.article.entry.id}{whose}")


def _on_words(verdict: Verdict, best: Candidate, text: str) -> Iterator[Note]:
    """Words at an end of the draft's quotation that lie beyond the archive's: they may have been said."""
    if verdict not in ("altered", "partial in source"):
        return
    for gap in beyond_ends(best.comparison):
        span = Span(gap.draft[0].start, gap.draft[-1].end)
        words = " ".join(text[span.start : span.end].split())
        yield Note("words", f"the archive’s quotation does not have “{words}”", span)


def _on_speaker(quoted: Quoted, verdict: Verdict, best: Candidate, said: Statement | None) -> Iterator[Note]:
    source = best.article.speaker_of(said)
    if quoted.speaker is None or source is None:
        return
    found = agreement(quoted, best.article, said, best.spans)
    if found == "similar":
        words = f"the draft has “{quoted.speaker.name}”, the archive “{source.name}”"
        yield Note("name", words, quoted.mention)
    elif found == "other" and verdict != "wrong speaker":
        words = f"the draft gives the words to {quoted.speaker.name}, the archive to {source.name}"
        yield Note("speaker", words, quoted.mention)
    elif found == "unknown" and said and compare_parties(quoted.speaker, source) == "other":
        there = f"“{said.source.cut(best.article.text)}”" if said.source else "nobody beside the words"
        words = f"the archive has {there} for the speaker, taken for {source.name}; the draft has {quoted.speaker.name}"
        yield Note("speaker", words, quoted.mention)


def _on_role(quoted: Quoted, best: Candidate, said: Statement | None, archive: Archive) -> Iterator[Note]:
    """The draft's title for a speaker, where the archive has others for the same person and never this one."""
    draft, source = quoted.speaker, best.article.speaker_of(said)
    if (
        draft is None
        or draft.role is None
        or source is None
        or agreement(quoted, best.article, said, best.spans) != "same"
    ):
        return
    known = [role for person in archive.find_persons(source.name) for role in person.roles]
    known += [source.role] if source.role else []
    known = [role for role in known if _offices(role)]
    if known and all(other_office(draft.role, role) for role in known):
        yield Note("role", f"the draft has “{draft.role}”, the archive “{source.role or known[0]}”", quoted.mention)


def other_office(one: str, other: str) -> bool:
    """Whether two titles cannot be the same office: another noun, or another rank before it."""
    a, b = fold(one).split(), fold(other).split()
    offices, others = _offices(one), _offices(other)
    if not offices or not others:
        return False
    return not offices & others or {w for w in a if w in _RANKS} != {w for w in b if w in _RANKS}


def _offices(role: str) -> set[str]:
    return {word for word in fold(role).split() if word in _OFFICES}


def _on_date(quoted: Quoted, verdict: Verdict, best: Candidate, said: Statement | None, text: str) -> Iterator[Note]:
    if verdict == "wrong date or occasion" or agreement(quoted, best.article, said, best.spans) == "other":
        return
    if is_other_day(quoted, best.article, said):
        there = source_day(best.article, said)
        told = f"“{text[quoted.when.start : quoted.when.end]}”" if quoted.when else quoted.said_on
        dated = f"said on {there}" if there else f"published on {best.article.entry.day}"
        yield Note("date", f"the draft has {told}, the archive has the words {dated}", quoted.when)
    if is_other_occasion(quoted, best.article, said) and quoted.occasion:
        here, there_too = quoted.occasion.span, source_occasion(best.article, said)
        if there_too is not None:
            words = (
                f"the draft has “{text[here.start : here.end]}”, the archive “{there_too.span.cut(best.article.text)}”"
            )
            yield Note("occasion", words, here)
