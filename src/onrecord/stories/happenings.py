"""One event that several articles tell, put together: precise first, and nothing averaged.

Two tellings are one event where the type, a date, the participants and the place agree (see `is_same`). What they say
otherwise of it, another day, another length, stands beside as they say it, each with its article.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from onrecord.archive.deed_answers import Known, Telling
from onrecord.archive.names import fold
from onrecord.archive.stems import stems
from onrecord.edtf import bounds
from onrecord.record import EventStatus

# In days. A date that covers more ("in 2021") may hold many events of the type: it makes no two of them one.
_LONGEST: Final = 31
# Shares of stems, set by judgement. Of 155 events of 18 annotated articles two pairs are joined, both rightly.
_ALIKE: Final = 0.5
_COPIED: Final = 0.8
# A party in more than this share of the articles tells no two events apart, once it is in so many of them.
_EVERYWHERE: Final = 0.1
_LEAST_ARTICLES: Final = 8
# Which report holds against which: one that it took place against a plan, a cancelling against a plan.
_SUPERSEDES: Final[Mapping[EventStatus, frozenset[EventStatus]]] = {
    "held": frozenset(["planned", "claimed", "ongoing", "cancelled"]),
    "ongoing": frozenset(["planned", "claimed"]),
    "cancelled": frozenset(["planned", "claimed"]),
    "planned": frozenset(["cancelled"]),  # called off, and set anew later
    "claimed": frozenset(["planned"]),
}


class Variant(Struct, frozen=True):
    """What one or more articles say of an event that others leave out or say otherwise. articles: their ids."""

    value: str
    articles: tuple[str, ...]


class Happening(Struct, frozen=True, omit_defaults=True):
    """An event with all that tell it, the one that was reported first in front.

    status: as the report that holds has it. when, where: as the most exact telling has them.
    length, planned_length: ISO 8601, where the tellings agree.
    dates, lengths, planned_lengths, statuses: where the tellings differ, what each says; empty where they agree.
    """

    type: str
    status: EventStatus
    parties: tuple[Known, ...]
    tellings: tuple[Telling, ...]
    when: str | None = None
    first: str | None = None
    last: str | None = None
    where: str | None = None
    format: tuple[str, ...] = ()
    length: str | None = None
    planned_length: str | None = None
    dates: tuple[Variant, ...] = ()
    lengths: tuple[Variant, ...] = ()
    planned_lengths: tuple[Variant, ...] = ()
    statuses: tuple[Variant, ...] = ()


def everywhere(tellings: Iterable[Telling], articles: int) -> frozenset[str]:
    """The keys of those who are in so many articles of an archive that they tell no two events apart.

    articles: how many the archive holds.
    """
    least = max(_LEAST_ARTICLES, _EVERYWHERE * articles)
    return frozenset(one.party.key for told in tellings for one in told.parties if one.party.articles >= least)


def happenings(tellings: Iterable[Telling], usual: Collection[str] = ()) -> list[Happening]:
    """The events of the tellings, each once, in order of time; those without a date come last.

    usual: keys of parties that are in nearly every article, as `everywhere` gives them.
    """
    groups: list[list[Telling]] = []
    filed: dict[_Place, list[list[Telling]]] = {}  # the groups by where one of the same event would be looked for
    # The most exact date first, so that "in January" is led to the day, and not the day to January.
    for told in sorted(tellings, key=_exact_first):
        near = {id(group): group for place in _places(told) for group in filed.get(place, ())}
        fitting = [group for group in near.values() if _fits(told, group, usual)]
        sure = [group for group in fitting if any(one.when == told.when for one in group)] or fitting
        # What may be one of several is none of them.
        group = sure[0] if len(sure) == 1 else []
        if not group:
            groups.append(group)
        group.append(told)
        for place in _places(told):
            if not any(group is one for one in filed.setdefault(place, [])):
                filed[place].append(group)
    return sorted(map(_together, groups), key=_in_time)


_Place = tuple[str, object, object]


def _places(told: Telling) -> Iterator[_Place]:
    """Under what a telling is filed, so that what may be the same event is found there: its days, or its parties."""
    if told.first is None:
        yield told.type, None, frozenset(_keys(told))
    for first, last in _stretches(told):
        yield told.type, first, last
        days = (last - first).days
        if days < _LONGEST:
            yield from ((told.type, None, first + timedelta(days)) for days in range(days + 1))


def _fits(told: Telling, group: Sequence[Telling], usual: Collection[str]) -> bool:
    """Whether a telling is of the event of the group: with one of it as sure, and against none of it.

    An article that tells two events tells them apart.
    """
    if any(one.article.id == told.article.id or not _compatible(told, one) for one in group):
        return False
    return any(is_same(told, one, usual) for one in group)


def is_same(one: Telling, other: Telling, usual: Collection[str] = ()) -> bool:
    """Whether two articles tell the same event.

    Type, date and place agree; then the participants: one that is not in every article (`usual`) and nobody else on
    one side alone, or two of them; of those who are in every article, all of both sides, and the place or the words.
    """
    if not _compatible(one, other):
        return False
    if one.first is None:
        return _keys(one) == _keys(other) and _share(one, other) >= _COPIED
    a, b = _keys(one), _keys(other)
    common = a & b
    nested = a <= b or b <= a
    if common - set(usual):
        return nested or len(common) >= 2
    return (nested and len(common) >= 2) or (bool(common) and (_same_place(one, other) or _share(one, other) >= _ALIKE))


def _compatible(one: Telling, other: Telling) -> bool:
    """Whether nothing in type, date, place and persons speaks against it."""
    if one.type != other.type or not _dates_agree(one, other) or not _places_agree(one, other):
        return False
    persons, others = _persons(one), _persons(other)
    return not (persons and others) or bool(persons & others)


def _dates_agree(one: Telling, other: Telling) -> bool:
    if one.first is None or other.first is None:
        return one.first is other.first
    mine, theirs = _stretches(one), _stretches(other)
    return any(_contains(a, b) or _contains(b, a) for a in mine for b in theirs)


def _stretches(told: Telling) -> list[tuple[date, date]]:
    """The days of an event, those of the other dates that its article gives too."""
    found = [bounds(edtf) for edtf in (told.when, *told.other_dates) if edtf]
    return [days for days in found if days]


def _contains(outer: tuple[date, date], inner: tuple[date, date]) -> bool:
    if outer == inner:
        return True
    return outer[0] <= inner[0] and inner[1] <= outer[1] and (outer[1] - outer[0]).days < _LONGEST


def _places_agree(one: Telling, other: Telling) -> bool:
    if not one.where or not other.where:
        return True
    a, b = set(fold(one.where).split()), set(fold(other.where).split())
    return a <= b or b <= a


def _same_place(one: Telling, other: Telling) -> bool:
    return bool(one.where and other.where)  # they agree, or the two would not have come so far


def _keys(told: Telling) -> set[str]:
    return {taking.party.key for taking in told.parties}


def _persons(told: Telling) -> set[str]:
    return {taking.party.key for taking in told.parties if taking.party.kind == "person"}


def _share(one: Telling, other: Telling) -> float:
    """How much of the words of the shorter telling the other has too."""
    a, b = stems(one.words), stems(other.words)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _exact_first(told: Telling) -> tuple[bool, int, str, int]:
    length = _days(told)
    return told.first is None, length, told.filed, told.number


def _days(told: Telling) -> int:
    return (date.fromisoformat(told.last) - date.fromisoformat(told.first)).days if told.first and told.last else 0


def _together(group: Sequence[Telling]) -> Happening:
    exact = group[0]  # the groups were begun with the most exact date
    told = sorted(group, key=lambda one: (one.filed, one.number))
    lengths, planned = _variants(told, "length"), _variants(told, "planned_length")
    dates, statuses = _dates(told), _variants(told, "status")
    return Happening(
        type=exact.type,
        status=_status(told),
        parties=_parties(told),
        tellings=tuple(told),
        when=exact.when,
        first=exact.first,
        last=exact.last,
        where=max((one.where for one in told if one.where), key=len, default=None),
        format=tuple(dict.fromkeys(form for one in told for form in one.format)),
        length=lengths[0].value if len(lengths) == 1 else None,
        planned_length=planned[0].value if len(planned) == 1 else None,
        dates=dates if len(dates) > 1 else (),
        lengths=lengths if len(lengths) > 1 else (),
        planned_lengths=planned if len(planned) > 1 else (),
        statuses=statuses if len(statuses) > 1 else (),
    )


def _status(told: Sequence[Telling]) -> EventStatus:
    """What holds of what was reported one after the other."""
    holding = told[0].status
    for one in told[1:]:
        if holding in _SUPERSEDES[one.status]:
            holding = one.status
    return holding


def _parties(told: Sequence[Telling]) -> tuple[Known, ...]:
    """All that take part, those named by most tellings first."""
    found: dict[str, list[Known]] = {}
    for one in told:
        for taking in one.parties:
            found.setdefault(taking.party.key, []).append(taking.party)
    return tuple(named[0] for named in sorted(found.values(), key=len, reverse=True))


def _variants(told: Sequence[Telling], field: str) -> tuple[Variant, ...]:
    return _by_value((getattr(one, field), one.article.id) for one in told)


def _dates(told: Sequence[Telling]) -> tuple[Variant, ...]:
    """Each date that is given; one that only covers another, as a month does its days, is no other date."""
    found = _by_value((edtf, one.article.id) for one in told for edtf in (one.when, *one.other_dates))
    days = {variant.value: bounds(variant.value) for variant in found}

    def is_wider(value: str) -> bool:
        own = days[value]
        others = (other for other in days.values() if other and other != own)
        return own is not None and any(own[0] <= other[0] and other[1] <= own[1] for other in others)

    return tuple(variant for variant in found if not is_wider(variant.value))


def _by_value(pairs: Iterable[tuple[str | None, str]]) -> tuple[Variant, ...]:
    found: dict[str, dict[str, None]] = {}
    for value, article in pairs:
        if value:
            found.setdefault(value, {})[article] = None
    return tuple(Variant(value, tuple(articles)) for value, articles in found.items())


def _in_time(one: Happening) -> tuple[bool, str, str, str, int]:
    first = one.tellings[0]
    return one.first is None, one.first or "", one.last or "", first.filed, first.number
