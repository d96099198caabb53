"""The events of an archive in order of time: all of them, a party's, a story's."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from msgspec import Struct, structs

from onrecord.archive import Archive, Person
from onrecord.archive.deed_answers import Telling
from onrecord.archive.deed_asking import Wanted
from onrecord.archive.names import fold
from onrecord.archive.words import match_expression
from onrecord.errors import StoreError
from onrecord.stories.happenings import Happening, everywhere, happenings

# Tellings that are looked at for one page, and undated ones. A day is never torn apart, however many it has.
_PAGE: Final = 240
_MOST_UNDATED: Final = 200


class Asked(Struct, frozen=True):
    """What a timeline is asked for.

    party: its key. story: words that all its articles hold, or an article's id: the events that this one tells.
    type, status: of events, as some article tells them. first, last: days, "YYYY-MM-DD".
    """

    party: str | None = None
    story: str | None = None
    type: str | None = None
    status: str | None = None
    first: str | None = None
    last: str | None = None


class Line(Struct, frozen=True):
    """Events in order of time, and those without a date, where no days are asked for.

    earlier: the last day that is left out before them; None where nothing is.
    """

    events: tuple[Happening, ...]
    undated: tuple[Happening, ...]
    earlier: str | None = None


def called(archive: Archive, name: str) -> list[Person]:
    """The parties that are meant by a key, a full name or a last name; those of the very name, where there are any."""
    if (known := archive.person(name)) is not None:
        return [known]
    found = archive.find_persons(name)
    return [person for person in found if fold(person.name) == fold(name)] or found


def party_key(archive: Archive, name: str) -> str:
    """The key of the party that is meant. Raises StoreError where it is nobody's or several's."""
    found = called(archive, name)
    if not found:
        raise StoreError(f"{archive.path} names nobody as {name}; give a name or a key that `onrecord who` shows")
    if len(found) > 1:
        keys = ", ".join(person.key for person in found[:4])
        raise StoreError(f"{name} may be several parties; name one by its key: {keys}")
    return found[0].key


def timeline(archive: Archive, asked: Asked, *, most: int | None = None) -> Line:
    """The events that are asked for, each once with all the articles that tell it.

    most: gives only the latest so many, and what else happened on the first of their days.
    """
    wanted = _wanted(archive, asked)
    if wanted is None:
        return Line((), ())
    own = archive.events(wanted) if most is None else _last_page(archive, wanted, max(_PAGE, 2 * most))
    # Of what has no date nobody can say that it was on these days.
    in_days = wanted.first is not None or wanted.last is not None
    undated = [] if in_days else archive.events(wanted, dated=False, limit=_MOST_UNDATED)
    told = _with_others(archive, wanted, own)
    usual = everywhere([*told, *undated], archive.size())
    numbers = {one.number for one in own}
    found = [one for one in happenings(told, usual) if any(each.number in numbers for each in one.tellings)]
    shown = found if most is None else _latest(found, most)
    earlier = _day_before(min((one.first for one in shown if one.first), default=None))
    if most is None or earlier is None or not archive.events(structs.replace(wanted, last=earlier), limit=1):
        earlier = None
    return Line(tuple(shown), tuple(happenings(undated, usual)), earlier)


def _wanted(archive: Archive, asked: Asked) -> Wanted | None:
    """None where nothing can be found: a story of no words."""
    words = article = None
    if asked.story is not None:
        article = asked.story if archive.record(asked.story) else None
        words = None if article else match_expression(asked.story)
        if article is None and words is None:
            return None
    return Wanted(asked.party, words, article, asked.type, asked.status, asked.first, asked.last)


def _last_page(archive: Archive, wanted: Wanted, limit: int) -> list[Telling]:
    """The latest tellings, without the earliest day where some of it may be missing; all of it if there is no other."""
    told = archive.events(wanted, newest=True, limit=limit)
    if len(told) < limit:
        return told
    earliest = min(one.first or "" for one in told)
    later = [one for one in told if (one.first or "") > earliest]
    return later or archive.events(structs.replace(wanted, first=earliest, last=earliest))


def _with_others(archive: Archive, wanted: Wanted, told: Iterable[Telling]) -> list[Telling]:
    """The tellings, and those of other articles that may be of the same events, whoever they name."""
    found = {one.number: one for one in told}
    if any(value is not None for value in (wanted.party, wanted.words, wanted.article, wanted.status)):
        found |= {one.number: one for one in archive.events_near(list(found))}
    return [found[number] for number in sorted(found)]


def _latest(found: list[Happening], most: int) -> list[Happening]:
    """The latest, with all that is of the first of their days."""
    if len(found) <= most:
        return found
    first = found[-most].first or ""
    return [one for one in found if (one.first or "") >= first]


def _day_before(day: str | None) -> str | None:
    given = date.fromisoformat(day) if day else date.min
    return (given - timedelta(days=1)).isoformat() if given > date.min else None
