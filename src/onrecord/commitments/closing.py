"""How it ended, where the same article tells: "refused", "complied", or what was to be done, told in the past tense."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from onrecord.commitments.actors import subject_of
from onrecord.commitments.candidates import Candidate
from onrecord.commitments.clauses import clause_from
from onrecord.commitments.lines import Line, Page
from onrecord.commitments.whom import Whom
from onrecord.commitments.words import BE, MODALS
from onrecord.record import CommitmentStatus
from onrecord.spans import Span
from onrecord.statements.acts import ACTS
from onrecord.statements.cues import regular_forms


class Ending(Struct, frozen=True, gc=False):
    """The status, and the words that tell it."""

    status: CommitmentStatus
    words: Span


# Verbs by which a debtor ends it, in the forms that tell of it as done. Own list, after reading.
ENDING: Final[dict[str, CommitmentStatus]] = {
    **dict.fromkeys("refused declined rejected ignored defied balked dismissed".split(), "refused"),
    **dict.fromkeys("complied obliged obeyed relented".split(), "met"),
}
_NEAR: Final = 600  # characters between what is owed and how it ended
_DENIED: Final = frozenset("not never didn't didn’t haven't haven’t hasn't hasn’t n't yet without".split())


def ending_of(found: Candidate, who: str, endings: Sequence[tuple[int, str]], whom: Whom) -> Ending | None:
    """How it ended for the debtor `who`; None where the article does not tell.

    endings: where the words of ENDING stand, as offsets, and the words.
    """
    if found.cue.status != "open":
        return None
    line = found.line
    start = line.tokens[found.at].start
    for at in range(bisect_right(endings, (start, "~")), len(endings)):
        offset, word = endings[at]
        if offset - start > _NEAR:
            break
        told = _line_at(line.page, offset)
        i = told.after(offset, 0)
        actor = subject_of(told, i)
        if actor is None or whom.known(told, actor) != who:
            continue
        status = ENDING[word]
        if status == "met" and any(told.word(k) in _DENIED for k in (i - 1, i - 2)):
            status = "refused"
        clause = clause_from(told, i)
        return Ending(status, told.span(actor.first, clause.end if clause else i + 1))
    return _done(found, who, whom)


def _done(found: Candidate, who: str, whom: Whom) -> Ending | None:
    """Where the debtor did it: the verb of what was to be done, in the past, with a word in common behind it."""
    line, what = found.line, found.what
    telling = {word for word in line.words[found.verb + 1 : what.end] if len(word) > 4}
    page, start = line.page, line.tokens[found.at].start
    first, last = max(0, start - _FAR), start + _FAR
    for past in _pasts(line.words[found.verb]):
        at = page.doc.text.find(f" {past} ", first, last)
        tries = 0
        while at >= 0 and tries < _TRIES:
            tries += 1
            offset = at + 1
            at = page.doc.text.find(f" {past} ", offset, last)
            if not page.is_read(offset):
                continue
            told = _line_at(page, offset)
            if told.tokens[0].start == line.tokens[0].start:
                continue
            i = told.after(offset, 0)
            if told.word(i) != past or told.word(i - 1) in BE or told.word(i - 1) in MODALS | _DENIED:
                continue
            actor = subject_of(told, i)
            clause = clause_from(told, i)
            if actor is None or clause is None or whom.known(told, actor) != who:
                continue
            if len(telling.intersection(told.words[i + 1 : clause.end])) >= 2:
                return Ending("met", told.span(actor.first, clause.end))
    return None


_TRIES: Final = 4
_FAR: Final = 10_000  # characters; an article is seldom longer, and a hostile page of a megabyte stays linear


@lru_cache(maxsize=5_000)
def _pasts(verb: str) -> tuple[str, ...]:
    """The past forms of a verb."""
    known = ACTS.verbs.get(verb)
    if known is not None:
        return tuple(form for form in _PAST_FORMS.get(known.lemma, ()) if form != verb)
    return (regular_forms(verb)[1],) if verb.isalpha() and verb.islower() and len(verb) > 2 else ()


def _past_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, word in ACTS.verbs.items():
        if word.form == "past":
            found.setdefault(word.lemma, []).append(form)
    return {lemma: tuple(forms) for lemma, forms in found.items()}


_PAST_FORMS: Final = _past_forms()


def _line_at(page: Page, offset: int) -> Line:
    """The sentence that holds `offset`."""
    sentences = page.doc.sentences
    at = bisect_right(page.sentence_starts, offset) - 1
    return Line(page, sentences[max(0, at)])
