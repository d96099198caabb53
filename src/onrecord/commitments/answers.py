"""Frames of answers: who prepares one, who awaits one, who was asked."""

from onrecord.commitments.actors import phrase_to
from onrecord.commitments.candidates import BARRED, Candidate, made
from onrecord.commitments.cues import Cue
from onrecord.commitments.lines import Line
from onrecord.commitments.requests import GAP, object_then
from onrecord.commitments.sides import addressed, first_person, owner, subject, we_of
from onrecord.commitments.words import BE, BETWEEN, NEGATIONS, PREPOSITIONS


def awaited(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "awaiting an answer from the minister", "waiting for the minister to answer" """
    first = i + 1
    if cue.lemma == "wait":
        if line.word(first) != "for":
            return None
        found = object_then(line, i, cue, "w", first + 1)
        if found is not None:
            return found
        first += 1
    for at in range(first, min(first + 8, len(line))):
        if line.words[at] in BARRED and line.words[at] not in ("from", "of"):
            return None
        if line.words[at] == "from":
            return made(line, i, cue, "w", addressed(line, at + 1), first, clause=True, to=subject(line, i))
    return None


def asked_of(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a question to the minister", "questions for the ministry to answer", "questions in it for her to answer" """
    at = next((k for k in range(i + 1, min(i + GAP, len(line))) if line.words[k] in ("to", "for", ".", ",")), i)
    who = addressed(line, at + 1) if line.words[at] in ("to", "for") else None
    if who is None or (at > i + 1 and line.word(who.end) != "to"):
        return None
    first = i
    while (
        first > 0
        and i - first < 3
        and line.words[first - 1].isalpha()
        and line.words[first - 1] not in _BEFORE_QUESTION
    ):
        first -= 1
    return made(line, i, cue, "k", who, first, clause=True)


_BEFORE_QUESTION = PREPOSITIONS | BE | frozenset("listed asked put sent posed and".split())


def answer_due(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "will help the US side prepare a written response", "awaits the minister's answer" """
    verb = _verb_of_answer(line, i)
    if verb is None:
        return None
    if line.words[verb] in _WAITING:
        if line.words[verb] in ("received", "receive") and not _is_awaited(line, verb):
            return None
        first = i
        while first > verb + 1 and line.mention_from(first) is None:
            first -= 1
        return made(line, i, cue, "y", owner(line, i), first, clause=True, to=subject(line, verb))
    before = verb - 1
    if line.words[before] == "to":
        before -= 1
    if line.words[before] == ",":  # an aside: "will help the US side, as he told us, to prepare"
        while before > 0 and line.words[before - 1] != ",":
            before -= 1
        before = max(0, before - 2)
    who = phrase_to(line, before) if before >= 0 else None
    return made(line, i, cue, "y", who, verb, to=_answered(line, i))


def _verb_of_answer(line: Line, i: int) -> int | None:
    """The verb before the noun at `i` that has it as its object."""
    for verb in range(i - 1, max(0, i - _NEAR), -1):
        if line.words[verb] in _PREPARING or line.words[verb] in _WAITING:
            return verb
        if line.words[verb] in BETWEEN or line.words[verb] in BARRED:
            return None
    return None


def _is_awaited(line: Line, verb: int) -> bool:
    """Whether it has not come: "has not yet received", "expected to receive"."""
    before = line.words[max(0, verb - 4) : verb]
    return any(word in NEGATIONS or word in ("yet", "expects", "expected", "expect", "hopes") for word in before)


_NEAR = 8


_WAITING = frozenset("await awaits awaiting awaited expect expects expecting receive received".split())


def _answered(line: Line, i: int) -> str | None:
    """To whom: "a response to the ministry's letter", "to our drafts"."""
    if line.word(i + 1) != "to":
        return None
    if line.word(i + 2) in ("us", "our", "me", "my"):
        speaker = first_person(line, i + 2)
        return we_of(line, speaker)
    mention = line.mention_from(i + 2)
    return mention[1] if mention else None


_PREPARING = frozenset("prepare issue give provide send draft submit deliver formulate".split())
