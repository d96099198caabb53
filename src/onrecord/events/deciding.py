"""Which candidates name a happening: what the model says, and where the words leave no doubt."""

from collections.abc import Callable, Sequence
from itertools import compress

import numpy as np

from onrecord.events import judging
from onrecord.events.candidates import Candidate, Spot, candidate_at, spots
from onrecord.events.scene import Scene
from onrecord.events.sides import MEETINGS
from onrecord.events.signs import signs_of, signs_of_spot, unseen
from onrecord.events.words import OTHER, TYPES
from onrecord.language import EngineName, Reading

# How likely a candidate must be a happening to be one, and one with whose mentions no party stands. Of several values
# these give the best mean of F1 on the gold records and on the marked articles kept aside (benchmarks/event_scores.py).
LEAST, UNPEOPLED = 0.5, 0.7

# The candidates of an article with their types, and how likely each is a happening.
Judge = Callable[[Scene], list[tuple[Candidate, str, float]]]


def judge_by(reading: Reading, engine: EngineName) -> Judge:
    """The judgement by the shipped weights: the likeliest type of each candidate, and how likely it is a happening."""

    def judge(scene: Scene) -> list[tuple[Candidate, str, float]]:
        places = list(spots(scene))
        if not places:
            return []
        found, chances = _weighed(scene, places, reading, engine)
        likeliest = chances[:, 1:].argmax(1)
        rows = [(TYPES[kind], float(1 - row[judging.NONE])) for kind, row in zip(likeliest, chances, strict=True)]
        rows = _with_nouns_of_light_verbs(found, [_settled(*row) for row in zip(found, rows, strict=True)])
        return [(one, *row) for one, row in zip(found, rows, strict=True)]

    return judge


def _weighed(
    scene: Scene, places: Sequence[Spot], reading: Reading, engine: EngineName
) -> tuple[list[Candidate], judging.Floats]:
    """The spots that may be happenings, with their chances."""
    model, dense = judging.model_of(reading, engine)
    hidden = model.hidden(judging.states_at(reading, [spot.start for spot in places])) if dense else None
    new = unseen(places)
    meetings = np.array([spot.word.types[0] in MEETINGS for spot in places])  # which `_settled` looks at
    if not model.closely:
        chances = model.chances([signs_of_spot(*spot) for spot in zip(places, new, strict=True)], hidden)
        kept = meetings | (chances[:, judging.NONE] < 1 - _FAINT)
        return [candidate_at(spot) for spot in compress(places, kept)], chances[kept]
    kept = meetings | model.passed([spot.word.lemma for spot in places], hidden)
    found = [candidate_at(spot) for spot in compress(places, kept)]
    signs = [signs_of(scene, *one) for one in zip(found, compress(new, kept), strict=True)]
    return found, model.chances(signs, hidden[kept] if hidden is not None else None)


_FAINT = 0.1  # less likely happenings than this are not even nouns of light verbs


def _with_nouns_of_light_verbs(
    found: Sequence[Candidate], rows: Sequence[tuple[str, float]]
) -> list[tuple[str, float]]:
    """The judgements, with the noun in the place of a verb that leaves it to it: "Grent [hosted] talks"."""
    at = {(one.line.number, one.group.at): i for i, one in enumerate(found) if one.word.part == "verb"}
    made = list(rows)
    for i, noun in enumerate(found):
        verb = at.get((noun.line.number, noun.group.verb))
        if verb is None or rows[verb][1] < LEAST or noun.word.types[0] == OTHER:
            continue
        kind, sure = rows[i]
        made[i] = (kind if kind in noun.word.types else noun.word.types[0], max(sure, rows[verb][1]))
        made[verb] = (rows[verb][0], 0.0)
    return made


_HELD = frozenset(["held", "convened", "place"])  # "consultations were held", "talks took place"


def _settled(candidate: Candidate, row: tuple[str, float]) -> tuple[str, float]:
    """The judgement of a candidate, whatever the model says where the words leave no doubt: a meeting with its verb and
    day ("On March 3, Grent hosted talks"), a call by its telephone ("told her over the phone")."""
    line, group, word = candidate.line, candidate.group, candidate.word
    if word.part != "noun" or word.types[0] not in MEETINGS or group.negated:
        return row
    if word.types[0] == "call" and line.words[group.at] in ("phone", "telephone"):
        sure = group.verb >= 0 and line.word(group.first - 1) in ("by", "over")
    else:
        left, right = candidate.sides.clause
        happens = group.verb >= 0 or not _HELD.isdisjoint(line.words[group.end : right + 1])
        sure = happens and any(dated.first <= right and dated.last >= left - 2 for dated in line.dated)
    return (row[0] if row[0] in word.types else word.types[0], max(row[1], UNPEOPLED)) if sure else row
