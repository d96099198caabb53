"""Which row of an authority file a party of an article is."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.identity.bodies import body_words
from onrecord.identity.deciding import Known, bearing, closest
from onrecord.identity.facts import Facts
from onrecord.identity.persons import Likeness, parse_person
from onrecord.identity.roles import RoleFacts


class Listed(Struct, frozen=True):
    """A row as it was on the article's day. held: the roles up to then; now: those held on the very day."""

    id: str
    names: tuple[str, ...]
    held: RoleFacts
    now: RoleFacts


# How sure a row fits, by the likeness of the names: with a role that agrees, and with none that is given.
_WITH_ROLE: dict[Likeness, int] = {"same": 9, "middle": 8, "form": 7, "suffix": 6, "last": 5}
_BY_NAME: dict[Likeness, int] = {"same": 4, "middle": 3, "form": 2}


def settle(facts: Facts, rows: Sequence[Listed]) -> tuple[str | None, str]:
    """The id of the one row that fits best, and the ground; None and why, where none or several do."""
    ranked = sorted(((_rank(facts, row), row.id) for row in rows), reverse=True)
    fitting = [(rank, id) for rank, id in ranked if rank > 0]
    if not fitting:
        return None, "nothing but the name agrees with the authority file" if rows else "in no authority file"
    best = [id for rank, id in fitting if rank == fitting[0][0]]
    if len(best) > 1:
        return None, f"several in the authority file: {', '.join(sorted(best))}"
    return best[0], "authority: name and role" if fitting[0][0] >= _WITH_ROLE["last"] else "authority: name"


def _rank(facts: Facts, row: Listed) -> int:
    """0 where the row does not fit. A role held on the day is surer than one held before."""
    if facts.kind != "person":
        names = {body_words(name) for name in row.names}
        return _BY_NAME["same"] if body_words(facts.name) in names else 0
    alike = _alike(facts, row)
    said = bearing(facts.role, known_as(row.names, row.held))
    if said in ("against", "apart"):
        return 0
    if said == "for":
        on_the_day = bearing(facts.role, known_as(row.names, row.now)) == "for"
        return 2 * _WITH_ROLE.get(alike, -_MISS) + on_the_day + 10
    return 0 if parse_person(facts.name).is_common else _BY_NAME.get(alike, 0)


_MISS = 99


def _alike(facts: Facts, row: Listed) -> Likeness:
    own = [parse_person(name) for name in (facts.name, *facts.forms)]
    return closest(own, [parse_person(name) for name in row.names])


def known_as(names: tuple[str, ...], role: RoleFacts) -> Known:
    """The row as the rules of identity look at a known party."""
    traits = {
        "office": role.offices, "field": role.fields, "country": role.countries, "place": role.places,
        "word": role.words,
    }  # fmt: skip
    return Known(names, traits)
