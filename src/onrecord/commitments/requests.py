"""Frames in which another than the subject is to act: "urged both sides to answer", "called for an answer"."""

from msgspec.structs import replace

from onrecord.commitments.actors import Actor, infinitive_at, is_somebody, object_from, phrase_to
from onrecord.commitments.candidates import BARRED, Candidate, is_passive, made, opens_object
from onrecord.commitments.clauses import Clause
from onrecord.commitments.cues import Cue
from onrecord.commitments.lines import Line
from onrecord.commitments.sides import (
    addressed,
    doer,
    first_person,
    hearer,
    owner,
    owner_in,
    receiver,
    subject,
    teller,
    we_of,
)
from onrecord.commitments.words import ADVERBS, BETWEEN, PREPOSITIONS


def object_acts(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "urged both sides to answer"; "both sides were urged to answer" """
    if cue.part == "noun":
        return _noun_to(line, i, cue)
    if is_passive(line, i, cue) or (cue.form == "past" and _is_reduced(line, i)):
        verb = infinitive_at(line, i + 1)
        if verb is None:
            return None
        return made(line, i, cue, "o", subject(line, i), verb, to=teller(line, i), passive=True)
    return object_then(line, i, cue, "o", i + 1)


def _is_reduced(line: Line, i: int) -> bool:
    """ "the crews ordered to leave": a participle without its auxiliary; "asked to meet" is active more often."""
    if line.words[i] == "asked":
        return False
    return infinitive_at(line, i + 1) is not None and line.word(i - 1) not in ("has", "have", "had")


def object_then(line: Line, i: int, cue: Cue, frame: str, first: int) -> Candidate | None:
    while line.word(first) in ADVERBS and line.word(first) not in ("all", "both"):
        first += 1
    word = line.word(first)
    if not word or word in BARRED or word == "to" or word in PREPOSITIONS:
        return None
    found = object_from(line, first)
    if found is None:
        return None
    verb = _infinitive_of(line, found.end, aside=cue.part == "noun")
    if verb is None:
        return None
    if found.party is None and found.end == found.first + 1 and line.words[found.first] in ("us", "you", "me"):
        speaker = first_person(line, found.first)
        found = Actor(found.first, found.end, we_of(line, speaker), "object")
    to = owner(line, i) if cue.part == "noun" else doer(line, i)
    return made(line, i, cue, frame, found, verb, to=to)


def _infinitive_of(line: Line, first: int, *, aside: bool) -> int | None:
    """The infinitive that belongs to an object that ends before `first`, with a few words between: "on Friday".

    aside: whether a comma may stand between.
    """
    for at in range(first, min(first + GAP, len(line))):
        verb = infinitive_at(line, at)
        if verb is not None:
            return verb
        if line.words[at] in (";", ":", "who", "that") or (line.words[at] == "," and not aside):
            return None
    return None


GAP = 10


def _noun_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a request to the ministry to answer", "an order for the ministry to answer", "a subpoena to testify" """
    if line.word(i + 1) in ("to", "for", "on", "that", "from") and infinitive_at(line, i + 1) is None:
        return object_then(line, i, cue, "o", i + 2)
    verb = infinitive_at(line, i + 1)
    if verb is None:
        return None
    return made(line, i, cue, "o", receiver(line, i) or owner(line, i), verb)


def preposition(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "called on both sides to answer", "appealed to the minister to answer", "called for the minister to answer" """
    if line.word(i + 1) not in ("on", "upon", "to", "with", "for") or infinitive_at(line, i + 1) is not None:
        return None
    return object_then(line, i, cue, "n", i + 2)


def that_clause(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "demanded that both sides answer" """
    if line.word(i + 1) != "that" or is_passive(line, i, cue):
        return None
    first = i + 2
    end = first
    mention = line.mention_from(first)
    if mention is not None:
        end = mention[0]
        who: Actor | None = Actor(first, end, mention[1], "that")
    else:
        while end < min(len(line), first + 8) and not is_somebody(line.words[end]) and line.words[end] not in BETWEEN:
            end += 1
        who = phrase_to(line, end) if end < len(line) and is_somebody(line.words[end]) else None
        end += 1
    if who is None or end >= len(line) or line.words[end] in _PAST:
        return None
    if line.words[end] in ("should", "must", "be"):
        end += line.words[end] != "be"
    return made(line, i, cue, "t", who, end, to=owner(line, i) if cue.part == "noun" else doer(line, i))


_PAST = frozenset("was were had did has have is are will would could".split())


def for_something(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "called for an answer", "a request for an answer" """
    if line.word(i + 1) != "for" or not opens_object(line, i + 2):
        return None
    asking = owner(line, i) if cue.part == "noun" else doer(line, i)
    return made(line, i, cue, "r", owner_in(line, i + 2) or hearer(line, i), i + 2, clause=True, to=asking)


def done_at_request(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "the council met at the request of Teskia", "an emergency meeting of the council, held at its request" """
    if line.word(i - 2) != "at" or line.word(i + 1) != "of":
        return None
    asking = line.mention_from(i + 2)
    for at in range(i - 3, -1, -1):
        mention = line.mention_to(at)
        if mention is not None and asking is not None and mention[1] != asking[1] and mention[0] < at + 1:
            actor = Actor(mention[0], at + 1, mention[1], "done at request")
            met = replace(cue, status="met")
            found = made(line, i, met, "a", actor, at + 1, clause=True, to=asking[1])
            return found and replace(found, what=Clause(at + 1, asking[0]))
    return None


def told_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "told us when asking to meet" """
    verb = infinitive_at(line, i + 1)
    if verb is None or cue.form != "ing":
        return None
    for at in range(i - 1, max(0, i - 8), -1):
        if line.words[at] in ("told", "wrote") and at + 1 < i:
            return made(line, i, cue, "q", addressed(line, at + 1), verb, to=subject(line, at))
    return None


def deadline(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a deadline for the ministry to answer" """
    if line.word(i + 1) == "for":
        return object_then(line, i, cue, "z", i + 2)
    return None
