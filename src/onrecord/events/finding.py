"""The happenings of an article: judge each candidate, date it, and write down each happening once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from onrecord.events import dating, linking
from onrecord.events.candidates import Candidate
from onrecord.events.dating import Carried, Option
from onrecord.events.deciding import LEAST, UNPEOPLED, Judge
from onrecord.events.mentions import Mention
from onrecord.events.scene import Scene, is_ahead
from onrecord.events.sides import MEETINGS, MUTUAL, place_of, sides
from onrecord.events.status import status_of
from onrecord.record import Event, EventStatus
from onrecord.spans import Span, strip

Dater = Callable[[Candidate, list[Option]], Option]


def dated_by_weights(_candidate: Candidate, found: list[Option]) -> Option:
    """The date by the shipped weights."""
    return dating.chosen(dating.weights(), found)


def mentions_of(scene: Scene, judge: Judge, date: Dater = dated_by_weights, least: float = LEAST) -> list[Mention]:
    """The mentions of happenings in order of place."""
    judged = [row for row in judge(scene) if row[2] >= least]
    rivals = defaultdict(list)
    for candidate, _, _ in judged:
        rivals[candidate.line.number].append(candidate.group.at)
    near = dating.around(scene)
    carried: Carried | None = None
    of: dict[str, str] = {}
    made = []
    for candidate, kind, sure in judged:
        number = candidate.line.number
        others = tuple(at for at in rivals[number] if at != candidate.group.at)
        when = date(candidate, dating.options(scene, candidate, near[number], others, kind, carried)).value
        if when is not None:
            of = {**of, kind: when}
            carried = Carried(when, number, candidate.line.paragraph, dating.shape_of(candidate), of)
        made.append(_mention(scene, candidate, kind, sure, when))
    return made


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
    if status != "cancelled" and when is not None and is_ahead(scene, when):
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
        participants=tuple(ids[party] for party in (*actors[:_MOST], *targets[:_MOST])),
        status=status,
        evidence=(_evidence(scene, best),),
        triggers=tuple(mention.span for mention in own),
        actors=tuple(ids[party] for party in actors[:_MOST]),
        targets=tuple(ids[party] for party in targets[:_MOST]),
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
    others = [value for value in counts if not when.startswith(value)]
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
