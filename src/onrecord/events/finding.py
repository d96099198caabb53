"""The happenings of an article: judge each candidate, date it, and write down each happening once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from onrecord.events import dating, judging, linking
from onrecord.events.candidates import Candidate, candidates
from onrecord.events.dating import Carried, Option
from onrecord.events.mentions import Mention
from onrecord.events.scene import Scene
from onrecord.events.sides import MEETINGS, MUTUAL, place_of, sides
from onrecord.events.signs import signs_of
from onrecord.events.status import is_ahead, status_of
from onrecord.events.words import OTHER, TYPES
from onrecord.language import EngineName, Reading
from onrecord.record import Event, EventStatus
from onrecord.spans import Span, strip

LEAST = 0.5  # how likely a candidate must be a happening to be one

UNPEOPLED = 0.8  # the same of one with whose mentions no party stands

Judge = Callable[[Sequence[Candidate], Sequence[Sequence[str]]], Sequence[tuple[str, float]]]
Dater = Callable[[Candidate, list[Option]], Option]


def judge_by(reading: Reading, engine: EngineName) -> Judge:
    """The judgement of the shipped weights: the likeliest type of each candidate, and how likely it is a happening."""

    def judge(found: Sequence[Candidate], signs: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        model, dense = judging.model_of(reading, engine)
        states = judging.states_at(reading, [candidate.span.start for candidate in found]) if dense else None
        chances = model.chances(signs, states)
        kinds = chances[:, 1:].argmax(1)
        return [(TYPES[kind], float(1 - row[judging.NONE])) for kind, row in zip(kinds, chances, strict=True)]

    return judge


def dated_by_weights(_candidate: Candidate, found: list[Option]) -> Option:
    """The date by the shipped weights."""
    return dating.chosen(dating.weights(), found)


def candidates_of(scene: Scene) -> tuple[list[Candidate], list[list[str]]]:
    """The candidates of an article with their signs."""
    found, signs = [], []
    seen: set[str] = set()
    for candidate in candidates(scene):
        found.append(candidate)
        signs.append(signs_of(scene, candidate, seen))
        seen.add(candidate.word.lemma)
    return found, signs


def mentions_of(scene: Scene, judge: Judge, date: Dater = dated_by_weights, least: float = LEAST) -> list[Mention]:
    """The mentions of happenings in order of place."""
    found, signs = candidates_of(scene)
    kinds = judge(found, signs) if found else []
    judged = _without_light([(one, kind, sure) for one, (kind, sure) in zip(found, kinds, strict=True)], least)
    rivals = defaultdict(list)
    for candidate, _, _ in judged:
        rivals[candidate.line.number].append(candidate.group.at)
    near = dating.around(scene)
    carried: Carried | None = None
    made = []
    for candidate, kind, sure in judged:
        number = candidate.line.number
        others = tuple(at for at in rivals[number] if at != candidate.group.at)
        when = date(candidate, dating.options(scene, candidate, near[number], others, kind, carried)).value
        if when is not None:
            carried = Carried(when, number, candidate.line.paragraph, dating.shape_of(candidate))
        made.append(_mention(scene, candidate, kind, sure, when))
    return made


_HELD = frozenset(["held", "convened", "place"])  # "consultations were held", "talks took place"


def _is_settled(candidate: Candidate) -> bool:
    """Whether the words leave no doubt: a meeting with its verb and day ("On March 3, Grent hosted talks"), or a call
    by its telephone ("told her over the phone")."""
    line, group, word = candidate.line, candidate.group, candidate.word
    if word.part != "noun" or word.types[0] not in MEETINGS or group.negated:
        return False
    if word.types[0] == "call" and line.words[group.at] in ("phone", "telephone"):
        return group.verb >= 0 and line.word(group.first - 1) in ("by", "over")
    left, right = candidate.sides.clause
    happens = group.verb >= 0 or not _HELD.isdisjoint(line.words[group.end : right + 1])
    return happens and any(dated.first <= right and dated.last >= left - 2 for dated in line.dated)


Judged = tuple[Candidate, str, float]


def _without_light(rows: Sequence[Judged], least: float) -> list[Judged]:
    """What is sure enough; of a verb that leaves it to its noun ("Grent [hosted] talks") the noun in its place."""
    governed = {(row[0].line.number, row[0].group.verb): row for row in rows if row[0].group.verb >= 0}
    kept: dict[tuple[int, int], Judged] = {}
    for candidate, kind, sure in rows:
        if _is_settled(candidate):
            kind, sure = kind if kind in candidate.word.types else candidate.word.types[0], max(sure, UNPEOPLED)
        if sure < least:
            continue
        noun = governed.get((candidate.line.number, candidate.group.at))
        if noun is not None and candidate.word.part == "verb" and noun[0].word.types[0] != OTHER:
            own = noun[1] if noun[1] in noun[0].word.types else noun[0].word.types[0]
            candidate, kind, sure = noun[0], own, max(sure, noun[2])
        kept[candidate.line.number, candidate.group.at] = (candidate, kind, sure)
    return sorted(kept.values(), key=lambda row: row[0].span.start)


def _mention(scene: Scene, candidate: Candidate, kind: str, sure: float, when: str | None) -> Mention:
    actors, targets = sides(scene, candidate, kind)
    named = place_of(scene, candidate)
    where = candidate.line.span(named.first, named.last) if named is not None else None
    return Mention(
        candidate=candidate,
        type=kind,
        sure=sure,
        actors=actors,
        targets=targets,
        when=when,
        where=where,
        place=(scene.parties[named.party].name,) if named is not None else (),
        status=status_of(scene, candidate, when),
        told=candidate.line.told[candidate.group.at],
    )


def events_of(
    scene: Scene, mentions: Sequence[Mention], choose: linking.Chooser | None = None
) -> list[tuple[Event, list[Mention]]]:
    """Each happening once, in the order of its first mention, with its mentions. Ids number them."""
    groups = linking.linked(mentions, choose or linking.likeliest(linking.weights()))
    made = []
    for group in groups:
        own = [mentions[i] for i in group]
        status = _status(scene, own)
        sure = max(mention.sure for mention in own)
        if status is not None and (sure >= UNPEOPLED or any(mention.parties for mention in own)):
            made.append((own, status))
    return [(_event(scene, own, status, f"e{i}"), own) for i, (own, status) in enumerate(made, 1)]


def _status(scene: Scene, own: Sequence[Mention]) -> EventStatus | None:
    """The status of a happening: what is called off or over outweighs what was planned."""
    real = [mention for mention in own if mention.status is not None]
    if not real:
        return None
    states = {mention.status for mention in real}
    if "cancelled" in states and "held" not in states:
        return "cancelled"
    for state in ("held", "ongoing"):
        if state in states:
            plain = any(mention.status == state and not _is_told(scene, mention) for mention in real)
            return ("held" if state == "held" else "ongoing") if plain else "claimed"
    return "planned"


def _is_told(scene: Scene, mention: Mention) -> bool:
    return mention.told >= 0 and scene.statements[mention.told].speaker is not None


def _event(scene: Scene, own: Sequence[Mention], status: EventStatus, id: str) -> Event:
    best = max(own, key=_weight)
    kind = Counter(mention.type for mention in own).most_common(1)[0][0]
    actors = _ranked([mention.actors for mention in own])
    targets = tuple(party for party in _ranked([mention.targets for mention in own]) if party not in actors)
    if kind in MUTUAL and len(actors) > 1:
        actors, targets = (*actors, *targets), ()
    ids = [party.id for party in scene.parties]
    when, others = _dates(own, best)
    if status in ("held", "ongoing") and when is not None and is_ahead(scene, when):
        status = "planned"
    span = next((m.where for m in (best, *own) if m.where is not None), None)
    where = span.cut(scene.doc.text) if span is not None else None
    # What an agency's own reporter was sent to: a meeting on the day of the dateline, and at its place.
    filed = scene.filed if where is None and kind in MEETINGS else None
    here = filed.place if filed is not None and when is not None and when == filed.date else None
    told = next((m.told for m in (best, *own) if m.told >= 0), -1)
    return Event(
        id=id,
        type=kind,
        participants=tuple(ids[party] for party in (*actors, *targets))[:_MOST],
        status=status,
        evidence=(_evidence(scene, best),),
        triggers=tuple(mention.span for mention in own),
        actors=tuple(ids[party] for party in actors)[:_MOST],
        targets=tuple(ids[party] for party in targets)[:_MOST],
        when=when,
        other_dates=others,
        where=where or here,
        told_by=scene.statements[told].id if status == "claimed" and told >= 0 else None,
        sure=round(max(mention.sure for mention in own), 2),
        rule="where: dateline" if here else None,
    )


_MOST = 6  # parties of a side


def _weight(mention: Mention) -> tuple[bool, float]:
    """How specific a mention is: dated, with parties, told by a verb, in the body."""
    line = mention.candidate.line
    score = mention.sure + 0.4 * (mention.when is not None) + 0.2 * min(len(mention.parties), 2)
    score += 0.2 * (mention.where is not None) + 0.1 * (mention.candidate.word.part == "verb")
    return line.role not in ("headline", "deck"), score


def _ranked(sides: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Parties, those of more mentions first."""
    counts = Counter(party for side in sides for party in side)
    return tuple(party for party, _ in counts.most_common())


def _dates(own: Sequence[Mention], best: Mention) -> tuple[str | None, tuple[str, ...]]:
    """The date of the mention that gives it best, and those of others that do not hold it."""
    given = [mention.when for mention in sorted(own, key=_weight, reverse=True) if mention.when is not None]
    if not given:
        return None, ()
    counts = Counter(given)
    when = max(given, key=lambda value: (_exact(value), counts[value], value == best.when))
    others = [
        value for value in counts if value != when and not when.startswith(value[:7] if len(value) == 7 else value)
    ]
    return when, tuple(others)


def _exact(value: str) -> int:
    """How exactly a date says when: a day before a month before a year."""
    return 0 if "/" in value else min(len(value), 10)


def _evidence(scene: Scene, mention: Mention) -> Span:
    """The clause of a mention, without marks at its edges."""
    line, (left, right) = mention.candidate.line, mention.candidate.sides.clause
    left, right = min(left, mention.candidate.group.first), max(right, mention.candidate.group.end)
    span = line.span(left, right)
    return strip(scene.doc.text, span.start, span.end, ",;:—–-“”\"'’‘ ") or mention.span
