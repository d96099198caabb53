"""Whether a party of an article is one that is known: same, another, or unsure, and on what ground.

Precision first: where nothing but the name speaks for it and the name is frequent, or something speaks against it,
the two stay apart, and a person may merge them.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from onrecord.identity.bodies import body_words, is_acronym, is_common_word, is_generic, known_name
from onrecord.identity.facts import Facts
from onrecord.identity.persons import Likeness, PersonName, likeness, parse_person
from onrecord.identity.roles import BY_NAME, RoleFacts
from onrecord.parties.tables import COMMON

Answer = Literal["same", "other", "unsure"]
Bearing = Literal["for", "silent", "apart", "against"]

# Company counts by how rare it is, 0 to 1 for each party that both have beside them (archive.identities.company).
# Swept from 0.25 to 2.5 over the tuned half of the labelled pairs: recall falls from 0.97 to 0.92, and at 0.25 a
# namesake is lost (benchmarks/identity.py).
ENOUGH_COMPANY = 0.5


class Known(Struct, frozen=True):
    """A party of the archive, over all its articles.

    names: every full name or acronym that an article gave it.
    traits: by kind of trait (office, field, country, place, word, gender, generation, home, authority) its values;
        those that only a small share of its articles gives are left out.
    """

    names: tuple[str, ...]
    traits: Mapping[str, frozenset[str]] = {}

    def of(self, trait: str) -> frozenset[str]:
        return self.traits.get(trait, frozenset())


class Verdict(Struct, frozen=True):
    """rank: of two that are "same", the higher is the surer; what is as sure twice over is unsure."""

    answer: Answer
    ground: str
    rank: int = 0


OTHER = Verdict("other", "another name")


def judge(facts: Facts, known: Known, company: Callable[[], float]) -> Verdict:
    """Whether the party of an article is the known one of the same kind.

    company: how much of the other parties around the two is the same; only asked for where it matters.
    """
    theirs = known.of("authority")
    if facts.authority and theirs:
        if facts.authority in theirs:
            return Verdict("same", "authority", 9)
        return Verdict("other", "another in the authority file")
    if facts.kind == "person":
        return _judge_person(facts, known, company)
    return _judge_body(facts, known, company)


def _judge_person(facts: Facts, known: Known, company: Callable[[], float]) -> Verdict:
    own = parse_person(facts.name)
    names = [parse_person(name) for name in known.names]
    forms = [own, *(name for form in facts.forms if (name := parse_person(form)).is_full)]
    alike = closest(forms if own.is_full else [own], names)
    if alike == "other" or any(_clashes(form, name) for form in forms for name in names):
        return OTHER
    genders = known.of("gender")
    if facts.gender and genders and facts.gender not in genders:
        return Verdict("other", "another gender")
    generations = known.of("generation")
    if facts.generation and generations and facts.generation not in generations:
        return Verdict("other", "the younger and the elder")
    role = bearing(facts.role, known)
    if alike == "last":
        return _by_last_name(facts, known, role, company)
    return _BY_ROLE[role](own, alike, company)


def closest(own: list[PersonName], names: list[PersonName]) -> Likeness:
    """The closest likeness between the names of one person and those of another."""
    # A last name that an article gave one who has a full name says nothing beside that.
    full = [name for name in names if name.is_full] or names
    found = {likeness(one, other) for one in own for other in full}
    return next((kind for kind in _CLOSEST if kind in found), "other")


_CLOSEST: tuple[Likeness, ...] = ("same", "middle", "form", "suffix", "last")


def differ_by_name(one: Known, other: Known) -> bool:
    """Whether two parties have names that one person cannot bear, such as "George W." and "George H. W."."""
    names = [[parse_person(name) for name in known.names] for known in (one, other)]
    return any(_clashes(a, b) for a in names[0] for b in names[1])


def agree(one: Known, other: Known) -> bool:
    """Whether nothing that is known of two parties speaks against their being one.

    Of two that agree, what is the same as both may well be a third part of one; of two that do not, it is one of two.
    """
    if differ_by_name(one, other):
        return False
    pairs = (
        (one.of(trait), other.of(trait)) for trait in ("gender", "generation", "field", "country", "home", "authority")
    )
    return all(not a or not b or a & b for a, b in pairs)


def _clashes(own: PersonName, name: PersonName) -> bool:
    """Whether the two differ in what sets namesakes apart: middle initials, Jr. and Sr.

    "George W. Roe" is not the one who is "George Roe" here and "George H. W. Roe" there.
    """
    bare = PersonName(own.given, (), own.last), PersonName(name.given, (), name.last)
    return likeness(own, name) == "other" and likeness(*bare) != "other"


def _role_for(own: PersonName, alike: Likeness, company: Callable[[], float]) -> Verdict:
    if alike == "same":
        return Verdict("same", "same name and role", 6)
    return Verdict("same", "form of the name, same role", 5)


def _role_silent(own: PersonName, alike: Likeness, company: Callable[[], float]) -> Verdict:
    if alike == "same" and not own.is_common:
        return Verdict("same", "same name", 4)
    if alike == "middle" and not own.is_common:
        return Verdict("same", "form of the name", 2)
    if alike != "suffix" and company() >= ENOUGH_COMPANY * (1 if alike == "same" else 2):
        return _by_company(alike)
    return Verdict("unsure", "a name that several people bear" if own.is_common else "a form of the name")


def _role_apart(own: PersonName, alike: Likeness, company: Callable[[], float]) -> Verdict:
    """Another walk of life: one who changed it, if the same people are around."""
    if alike in ("same", "middle") and company() >= ENOUGH_COMPANY * (1 + own.is_common):
        return _by_company(alike)
    return Verdict("unsure", "the same name, another walk of life")


def _role_against(own: PersonName, alike: Likeness, company: Callable[[], float]) -> Verdict:
    """Another country or place: a namesake, unless nearly all around is the same."""
    if alike == "same" and not own.is_common and company() >= 2 * ENOUGH_COMPANY:
        return _by_company(alike)
    return Verdict("unsure", "the same name, another country or place")


def _by_company(alike: Likeness) -> Verdict:
    return Verdict("same", "same name and company" if alike == "same" else "form of the name, same company", 3)


_BY_ROLE = {"for": _role_for, "silent": _role_silent, "apart": _role_apart, "against": _role_against}


def _by_last_name(facts: Facts, known: Known, role: Bearing, company: Callable[[], float]) -> Verdict:
    """A last name alone: one who holds the same office that few hold."""
    offices = facts.role.offices & known.of("office")
    if role == "for" and any(BY_NAME[office].telling for office in offices):
        return Verdict("same", "last name and role", 1)
    if role in ("for", "silent") and company() >= ENOUGH_COMPANY:
        return Verdict("unsure", "the last name and company")
    return OTHER


def bearing(role: RoleFacts, known: Known) -> Bearing:
    """What the roles say: for one person; nothing; another walk of life; or another country or place, against it."""
    offices = role.offices & known.of("office")
    telling = any(BY_NAME[office].telling for office in offices)
    countries, places = known.of("country"), known.of("place")
    if role.countries and countries and not role.countries & countries:
        return "against"
    near = any(one in other or other in one for one in role.places for other in places)
    if telling and role.places and places and not near:
        return "against"
    words = role.words & known.of("word")
    fields = role.fields & known.of("field")
    if telling or _shares_words(words, bool(offices)):
        return "for"
    if fields and (role.countries & countries or near):
        return "for"
    if role.fields and known.of("field") and not fields:
        return "apart"
    return "silent"


def _shares_words(words: frozenset[str], office: bool) -> bool:
    """Whether the words say whose office it is: one beside the same office, or one that is no everyday word."""
    return bool(words) and (office or len(words) > 1 or not words <= COMMON)


def _judge_body(facts: Facts, known: Known, company: Callable[[], float]) -> Verdict:
    own = body_words(facts.name)
    same = any(body_words(name) == own for name in known.names)
    others = {body_words(name) for name in facts.forms}
    shared = same or any(body_words(name) in others for name in known.names)
    if not shared:
        return OTHER
    if facts.kind != "organisation":
        return Verdict("same", "same name", 4)
    if same and is_generic(facts.name):
        return _by_home(facts, known)
    if same and not _is_short(facts.name):
        return Verdict("same", "same name", 4)
    if company() >= ENOUGH_COMPANY:
        return Verdict("same", "same name and company" if same else "acronym, same company", 3)
    if same and facts.home and facts.home in known.of("home"):
        return Verdict("same", "same name and country", 3)
    return Verdict("unsure", "the same acronym" if _is_short(facts.name) else "a name in common")


def _is_short(name: str) -> bool:
    """Whether several bodies may bear it: an acronym that no table has, an everyday word."""
    return known_name(name) is None and ((is_acronym(name) and len(name) < 5) or is_common_word(name))


def _by_home(facts: Facts, known: Known) -> Verdict:
    """ "the Supreme Court": the same where both articles are about the same country, or about none."""
    homes = known.of("home")
    if facts.home is None and not homes:
        return Verdict("same", "same name", 4)
    if facts.home in homes:
        return Verdict("same", "same name and country", 5)
    if facts.home is None or not homes:
        return Verdict("unsure", "a body that every country has")
    return Verdict("other", "another country")
