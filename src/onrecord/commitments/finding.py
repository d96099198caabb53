"""Candidates: every place that may make somebody owe something, with who, to whom and what."""

from collections.abc import Iterator

from onrecord.commitments.answers import answer_due, asked_of, awaited
from onrecord.commitments.candidates import Candidate
from onrecord.commitments.cues import CUES, Cue
from onrecord.commitments.lines import Line, Page
from onrecord.commitments.promises import (
    expected,
    has_to,
    modal,
    subject_acts,
    subject_gerund,
    subject_gives,
    subject_in_clause,
)
from onrecord.commitments.requests import (
    deadline,
    done_at_request,
    for_something,
    object_acts,
    preposition,
    that_clause,
    told_to,
)
from onrecord.commitments.words import BETWEEN, DETERMINERS, POSSESSIVES, PREPOSITIONS

_READ = frozenset(["headline", "deck", "body", "background", "subheading"])


def find_candidates(page: Page) -> Iterator[Candidate]:
    """All candidates in the order of their cues."""
    for sentence in page.doc.sentences:
        if page.doc.paragraphs[sentence.paragraph].role not in _READ:
            continue
        line: Line | None = None
        for i, token in enumerate(sentence.tokens):
            cues = CUES.get(token.text)
            if cues is None:
                continue
            line = line or Line(page, sentence)
            found = _at(line, i, cues)
            if found is not None:
                yield found


def _at(line: Line, i: int, cues: tuple[Cue, ...]) -> Candidate | None:
    """The first candidate that one of the readings of the word at `i` gives."""
    noun = len(cues) > 1 and _is_noun_place(line, i)
    for cue in cues:
        if len(cues) > 1 and (cue.part == "noun") is not noun:
            continue
        for frame in cue.frames:
            found = FRAMES[frame](line, i, cue)
            if found is not None:
                return found
    return None


def _is_noun_place(line: Line, i: int) -> bool:
    """Whether a noun may stand at `i`: behind an article or owner, with an adjective or two between, or behind "of"."""
    for at in (i - 1, i - 2, i - 3):
        before = line.word(at)
        if before in DETERMINERS or before in POSSESSIVES:
            return True
        if before in PREPOSITIONS and before != "to":
            return at == i - 1
        if not before.isalpha() or before in BETWEEN or line.mention_to(at) is not None:
            return False
    return False


FRAMES = {
    "s": subject_acts, "p": subject_in_clause, "v": subject_gives, "g": subject_gerund, "b": expected,
    "m": modal, "h": has_to, "o": object_acts, "n": preposition, "t": that_clause, "r": for_something,
    "q": told_to, "w": awaited, "k": asked_of, "y": answer_due, "z": deadline, "a": done_at_request,
}  # fmt: skip
