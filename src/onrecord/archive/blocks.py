"""Under what an archive files the names of parties, so that those which may be the same are found at once."""

from typing import Final

from onrecord.identity.bodies import body_words
from onrecord.identity.folding import fold
from onrecord.identity.persons import PersonName, given_forms, parse_person, spelling
from onrecord.record import PartyKind

# Of one last name and given name this many are looked at, those with most articles first.
MOST: Final = 12


def block_of(name: str, kind: PartyKind) -> tuple[str, str]:
    """The columns `block` and `given` of a name."""
    if kind != "person":
        return f"{kind}:{body_words(name)}", ""
    parts = parse_person(name)
    return f"person:{spelling(parts.last)}", spelling(parts.given)


def folded_of(name: str) -> tuple[str, str]:
    """The columns `folded` and `last` of a name."""
    folded = fold(name)
    return folded, folded.rpartition(" ")[2]


def givens_of(name: PersonName) -> list[str] | None:
    """The values of `given` under which one of that name may be filed; None for all of them."""
    if len(name.given) < 2:
        return None
    wanted = {spelling(form) for form in given_forms(name.given)} | {spelling(name.given), name.given[0], ""}
    return sorted(wanted | {spelling(middle) for middle in name.middle[:1]})
