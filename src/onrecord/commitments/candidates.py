"""A candidate: a place that may make somebody owe something."""

from msgspec import Struct

from onrecord.commitments.actors import Actor
from onrecord.commitments.clauses import Clause, clause_from
from onrecord.commitments.cues import Cue
from onrecord.commitments.lines import Line
from onrecord.commitments.words import ADVERBS, BE, BETWEEN, NEGATIONS, PREPOSITIONS, is_adverb
from onrecord.record import Statement


class Candidate(Struct, frozen=True, gc=False):
    """What may be owed. at: the token of the cue. frame: that of the table by which it was found.

    who: who is to act. to: to whom it is owed, a party's id. verb: the token of what is to be done that names it.
    told: the statement that the cue is of or stands in.
    """

    line: Line
    at: int
    cue: Cue
    frame: str
    who: Actor
    to: str | None
    what: Clause
    verb: int
    told: Statement | None = None
    passive: bool = False
    negated: bool = False


def made(
    line: Line, i: int, cue: Cue, frame: str, who: Actor | None, first: int, *,
    to: Actor | str | None = None, clause: bool = False, passive: bool = False,
) -> Candidate | None:  # fmt: skip
    """The candidate, where somebody is to act and something is to be done."""
    if who is None or (cue.part == "verb" and _is_denied(line, i)):
        return None
    verb = first
    if not clause:
        first = _from_negation(line, i, first)
    what = clause_from(line, first)
    if what is None:
        return None
    owed = to if isinstance(to, str) or to is None else to.party
    told = line.page.cues.get(line.tokens[i].start)
    if told is None:
        held = line.page.said_at(line.tokens[i].start)
        told = held[0] if held else None
    negated = any(line.word(k) in NEGATIONS for k in range(max(0, i - 3), first))
    return Candidate(line, i, cue, frame, who, None if owed == who.party else owed, what, verb, told, passive, negated)


def _is_denied(line: Line, i: int) -> bool:
    """ "has not agreed to", "never promised to" """
    before = line.words[max(0, i - 3) : i]
    return not NEGATIONS.isdisjoint(before) and "," not in before


def _from_negation(line: Line, i: int, verb: int) -> int:
    """Where what is to be done begins: "not use the funds", "won't use the funds"."""
    return next((k for k in range(i, verb) if line.words[k] in NEGATIONS), verb)


def is_passive(line: Line, i: int, cue: Cue) -> bool:
    if cue.form != "past":
        return False
    before = i - 1
    while line.word(before) in ADVERBS or is_adverb(line.word(before)):
        before -= 1
    return line.word(before) in BE


def opens_object(line: Line, i: int) -> bool:
    while line.word(i) in ("around", "about", "over"):
        i += 1
    word = line.word(i)
    if (
        not word
        or word in PREPOSITIONS
        or word in BETWEEN
        or word in BARRED
        or not (word[0].isalnum() or word[0] in "$£€“‘")
    ):
        return False
    return word not in ("it", "this", "to", "if", "what", "how", "when", "why", "whether")


BARRED = frozenset(", . ; : that for from with and or by if as of who".split()) | {"“", "”", '"'}
