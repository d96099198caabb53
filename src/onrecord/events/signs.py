"""What is true of a word that may name a happening: the features by which it is judged.

The model of `judging.py` has a weight of each sign for each type.
"""

from collections.abc import Sequence

from onrecord.events.candidates import Candidate, Spot
from onrecord.events.judging import listed
from onrecord.events.scene import Line, Scene, is_ahead
from onrecord.events.words import DETERMINERS, PREPOSITIONS, STOPS, Word
from onrecord.statements.cues import VERBS


def unseen(places: Sequence[Spot]) -> list[bool]:
    """Whether the lemma of each spot stands nowhere before it in the article."""
    earliest: dict[str, int] = {}
    for spot in places:
        earliest.setdefault(spot.word.lemma, spot.start)
    return [earliest[spot.word.lemma] == spot.start for spot in places]


def signs_of_spot(spot: Spot, new: bool) -> list[str]:
    """What is true of a word before anything around it is read. new: whether its lemma is `unseen`."""
    return [f"lemma {spot.word.lemma}", *_of_place(spot.line, spot.word, new), *listed(spot.word)]


def _of_place(line: Line, word: Word, new: bool) -> list[str]:
    again = [] if new else ["seen", f"seen {word.part}"]
    return [f"role {line.role}", f"paragraph {min(line.paragraph, 6)}", *again]


def signs_of(scene: Scene, candidate: Candidate, new: bool) -> list[str]:
    """What is true of a candidate and of what stands around it. new: whether its lemma is `unseen`."""
    line, word, group, sides = candidate.line, candidate.word, candidate.group, candidate.sides
    at, first = group.at, group.first
    shape = f"{group.shape}{' passive' if group.passive and group.shape != 'passive' else ''}"
    before, after, inner = _near(line, first - 1), _near(line, group.end), _near(line, at - 1)
    general = [f"shape {shape}", f"form {word.form}", f"before {before}", f"after {after}"]
    general.append(f"around {before} {shape} {after}")
    if group.negated:
        general.append("negated")
    if group.modal:
        general.append(f"modal {group.modal}")
    if word.part == "noun":
        general.append(f"governed {line.words[group.verb] if group.verb >= 0 else '-'}")
        general.append(
            f"det {line.words[first] if first < at and line.words[first] in DETERMINERS else '-'} {word.form}"
        )
        general.append(f"inner {inner}")
    told = line.told[at]
    if told >= 0:
        said = scene.statements[told]
        general += [f"told {said.kind}", f"told {said.act}", f"told {said.kind} {shape}"]
        if said.negated:
            general.append("told negated")
    else:
        general += ["untold", f"untold {shape}"]
    general += _of_place(line, word, new)
    if line.role == "headline":
        general.append(f"headline {shape}")
    general += _of_sides(scene, candidate)
    when = _when(scene, candidate)
    general += [f"when {when}", f"when {when} {shape}"]
    left, right = sides.clause
    if any(low in ("if", "unless", "whether", "should") for low in line.words[max(0, left - 2) : at]):
        general.append("if")
    if any(low[0].isdigit() for low in line.words[left:right]):
        general.append("number")
    subject = next((named.party for tie, named in sides.ties if tie in ("subject", "patient")), None)
    kind = scene.parties[subject].kind if subject is not None else "-"
    governor = _governor(line, first)
    lexical = [
        word.lemma,
        f"{word.lemma} {shape}",
        f"{word.lemma} {after}",
        f"{word.lemma} < {inner}",
        f"{word.lemma} by {kind}",
        f"{word.lemma} when {when[:3]}",
        f"{word.lemma} {'told' if told >= 0 else 'untold'}",
    ]
    if word.part == "noun":
        lexical.append(f"{word.lemma} governed {line.words[group.verb] if group.verb >= 0 else governor}")
    else:
        lexical.append(f"{word.lemma} object {_object(line, group.end)}")
    general.append(f"governor {governor}")
    return [*general, *lexical, *listed(word)]


def _of_sides(scene: Scene, candidate: Candidate) -> list[str]:
    kinds: dict[str, str] = {}
    for tie, named in candidate.sides.ties:
        tie = tie if tie in ("subject", "patient", "object", "owner", "inner") else "other"
        kinds.setdefault(tie, scene.parties[named.party].kind)
    found = [
        f"{tie} {kinds[tie]}" if tie in kinds else f"no {tie}" for tie in ("subject", "patient", "object", "owner")
    ]
    found.append(f"parties {min(len(candidate.sides.ties), 4)}")
    return found


def _when(scene: Scene, candidate: Candidate) -> str:
    """The kind of date in the clause: "day", "span", "vague", "none" ..., and whether it is still to come."""
    left, right = candidate.sides.clause
    best = "none"
    for dated in candidate.line.dated_in(left, right):
        time = scene.times[dated.time]
        if time.type in ("DATE", "TIME"):
            value = time.edtf
            if value is None:
                kind = "vague"
            else:
                size = (
                    "day"
                    if len(value) >= len("2019-03-08") and "/" not in value
                    else "span"
                    if "/" in value
                    else "month"
                    if len(value) == 7
                    else "year"
                )
                ahead = is_ahead(scene, value)
                kind = f"{size} ahead" if ahead else size
            if best in ("none", "length", "set") or kind.startswith("day"):
                best = kind
        elif best == "none":
            best = "length" if time.type == "DURATION" else "set"
    return best


def _near(line: Line, i: int) -> str:
    """A word beside the group: itself where it is of a closed class, else its kind."""
    if i < 0:
        return "^"
    if i >= len(line.words):
        return "$"
    low, text = line.words[i], line.tokens[i].text
    if low in _KEPT:
        return low
    if line.kinds[i]:
        return line.kinds[i]
    if text[0].isdigit():
        return "<number>"
    if text[0].isupper():
        return "<Capital>"
    if low in VERBS:
        return "<saying>"
    return f"<{low[-2:]}>" if len(low) > 3 else "<small>"


_CLOSED = frozenset(
    """
    and or but who which that when if while because as although whether where than not to how why what more most up out
    off down back be is was were are been being it he she they we i you there new first last next recent
    """.split()
)


_KEPT = _CLOSED | STOPS | PREPOSITIONS | DETERMINERS


def _governor(line: Line, first: int) -> str:
    """The last word before the group that is not of a closed class, within four tokens."""
    for i in range(first - 1, max(-1, first - 5), -1):
        low = line.words[i]
        if low in STOPS:
            return low
        if low not in DETERMINERS and low not in _CLOSED and low not in PREPOSITIONS:
            if line.kinds[i] == "<name>":
                return "<name>"
            return low if low.islower() else "<other>"
    return "-"


def _object(line: Line, first: int) -> str:
    """The last word of the noun phrase behind a verb, roughly."""
    found = "-"
    for i in range(first, min(first + 6, len(line.words))):
        low = line.words[i]
        if low in STOPS or low in PREPOSITIONS or low in _CLOSED:
            break
        if low not in DETERMINERS:
            found = "<name>" if line.kinds[i] == "<name>" else low
    return found
