"""Who takes part in a happening, and on which side."""

from onrecord.events.candidates import Candidate
from onrecord.events.clauses import main_subjects
from onrecord.events.scene import Named, Scene
from onrecord.parties.tables import KNOWN

# In these both sides act alike: "Roe met Poe" is "Poe met Roe".
MUTUAL = frozenset(["meet", "talks", "call", "agree", "sign", "clash"])
# In these the one of whom the noun is told suffers it: "the arrest of Roe", "Roe’s death".
SUFFERED = frozenset(["arrest", "charge", "convict", "die", "injure", "appoint", "resign", "elect", "sanction"])
# Verbs whose subject suffers it.
_UNDERGOING = frozenset(["die", "injure", "resign", "elect"])
MEETINGS = frozenset(["meet", "talks", "call", "visit"])
_MOST = 5  # parties, as the guidelines of the gold records have it


def sides(scene: Scene, candidate: Candidate, kind: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The actors and the targets of a candidate as a happening of that type: numbers of parties."""
    actors: dict[int, None] = {}
    targets: dict[int, None] = {}
    noun = candidate.word.part == "noun"
    for tie, named in candidate.sides.ties:
        if tie in ("inner", "second") and kind not in ("order", "aid", "agree", "propose"):
            continue
        side = _side(tie, kind, noun)
        place = scene.parties[named.party].kind == "place"
        if side is None or (place and (tie in _PLACES or kind in MEETINGS)):
            continue
        (actors if side == "actor" else targets).setdefault(named.party)
    if noun:
        actors |= dict.fromkeys(_compounded(scene, candidate))
    if noun and kind in MEETINGS and not actors:
        actors |= dict.fromkeys(_attending(candidate))
    told = tuple(actors), tuple(party for party in targets if party not in actors)
    return told[0][:_MOST], told[1][: max(0, _MOST - len(told[0]))]


_PLACES = frozenset(
    "in at near outside inside from to on over across around after before since until through into of owner".split()
)


_ATTENDED = frozenset("in at during over by via".split())


def _attending(candidate: Candidate) -> list[int]:
    """Who does something at a meeting that names nobody: "Roe and Poe agreed in a [call]"."""
    line, group = candidate.line, candidate.group
    if line.word(group.first - 1) not in _ATTENDED:
        return []
    return [named.party for named in main_subjects(line, group.first, group.first)[1]]


def _compounded(scene: Scene, candidate: Candidate) -> list[int]:
    """The parties of a compound before a noun: "Teskan-Orland talks"."""
    line, group = candidate.line, candidate.group
    found = []
    for token in line.tokens[max(0, group.at - 3) : group.at]:
        if "-" in token.text and token.text[0].isupper():
            known = [KNOWN.get(part) for part in token.text.split("-")]
            names = [
                entry.name if entry is not None else part
                for entry, part in zip(known, token.text.split("-"), strict=True)
            ]
            if any(known):
                found += [i for name in names for i, party in enumerate(scene.parties) if party.name == name]
    return found


def _side(tie: str, kind: str, noun: bool) -> str | None:
    if tie == "subject":
        return "target" if kind in _UNDERGOING and not noun else "actor"
    if tie in ("patient", "object", "second", "inner"):
        return "actor" if kind in MUTUAL else "target"
    if tie == "owner":
        return "target" if kind in SUFFERED else "actor"
    if tie == "by":
        return "actor"
    if tie in ("with", "between", "among"):
        return "actor" if kind in MUTUAL else "target"
    if tie == "of" and noun:
        return "target" if kind in SUFFERED or kind in ("attack", "launch", "sanction", "aid") else "actor"
    if tie in ("against", "on", "to", "for", "from", "into", "upon", "at", "over", "of"):
        return "target"
    return None


_OTHERS = frozenset("of on about between for over".split())


def place_of(scene: Scene, candidate: Candidate) -> Named | None:
    """Where it happened: the place or country that stands in its clause behind "in", "at" or "near"."""
    found = None
    for tie, named in candidate.sides.ties:
        kind = scene.parties[named.party].kind
        if tie in ("in", "at", "near", "outside", "inside", "across") and kind in ("place", "country"):
            # "published drafts on navigation in the strait": the place is that of something else.
            between = candidate.line.words[candidate.group.end : named.first]
            if candidate.line.kinds[candidate.group.end : named.first].count("<time>") or _OTHERS.isdisjoint(between):
                return named
        if tie in ("subject", "to") and kind == "place" and found is None:
            found = named
    return found
