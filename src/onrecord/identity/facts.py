"""What an article says of each of its parties, as far as it helps to tell them from others."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from onrecord.identity.bodies import country_in, is_acronym
from onrecord.identity.folding import fold
from onrecord.identity.persons import likeness, parse_person
from onrecord.identity.roles import RoleFacts, role_facts
from onrecord.parties.tables import KNOWN, TITLES, Gender
from onrecord.record import Party, PartyKind, Record

Generation = Literal["younger", "elder"]

# Names of one party that count: no article needs more, and a hostile one costs no more.
_MOST_FORMS = 8
_MOST_MENTIONS = 200


class Facts(Struct, frozen=True):
    """A party in one article.

    forms: the other full names and acronyms that the article gives it.
    generation: where the article says it beside the name: "the younger Mr. Roe", "Oren Roe the Elder", Jr., Sr.
    gender: where its titles say it ("Ms. Roe", "spokeswoman"); a given name alone decides nothing.
    home: of a body without a country in its name: the country that the article is about, if it is one.
    """

    name: str
    kind: PartyKind
    forms: tuple[str, ...] = ()
    role: RoleFacts = RoleFacts()
    generation: Generation | None = None
    gender: Gender | None = None
    home: str | None = None
    authority: str | None = None


def facts_of(record: Record) -> list[Facts]:
    """The facts of each party of the record, in its order."""
    home = _home(record)
    return [_facts(party, record.article.text, home) for party in record.parties]


def _facts(party: Party, text: str, home: str | None) -> Facts:
    return Facts(
        party.name,
        party.kind,
        _forms(party),
        role_facts(party.role) if party.role and party.kind == "person" else RoleFacts(),
        _generation(party, text) if party.kind == "person" else None,
        _gender(party, text) if party.kind == "person" else None,
        (country_in(party.name) or home) if party.kind == "organisation" else None,
        party.authority,
    )


def _forms(party: Party) -> tuple[str, ...]:
    """The aliases that are names by themselves: of a person full ones, of a body acronyms and long forms.

    One that the person cannot bear, such as "George H. W. Roe" of George W. Roe, is a namesake's.
    """
    if party.kind == "person":
        own = parse_person(party.name)
        parsed = ((alias, parse_person(alias)) for alias in party.aliases)
        names: Iterable[str] = (alias for alias, name in parsed if name.is_full and likeness(own, name) != "other")
    elif party.kind == "organisation":
        names = (alias for alias in party.aliases if is_acronym(alias) or len(fold(alias).split()) > 1)
    else:
        names = ()
    return tuple(name for name in names if name != party.name)[:_MOST_FORMS]


def _generation(party: Party, text: str) -> Generation | None:
    """Which of father and son, or mother and daughter, the words beside the name say; None where none or both."""
    last = parse_person(party.name).last
    found: set[Generation] = set()
    for span in party.mentions[:_MOST_MENTIONS]:
        mention = text[span.start : span.end]
        if parse_person(mention).last != last:
            continue  # "the younger brother"
        before = _BEFORE.search(text[max(0, span.start - _BESIDE) : span.start] + mention.rpartition(" ")[0])
        behind = _BEHIND.match(text, span.end)
        said = [word[1].lower() for word in (before, behind) if word]
        found |= {"younger" if word in ("younger", "jr", "junior") else "elder" for word in said}
    return found.pop() if len(found) == 1 else None


_BESIDE = 18  # characters: "the younger Mrs. "
_BEFORE = re.compile(r"\b[Tt]he (younger|elder)(?: M(?:r|s|rs|iss)\.?)?\s?$")
_BEHIND = re.compile(r",? (?:the )?(Younger|Elder|Jr|Sr|Junior|Senior)\b")


def _gender(party: Party, text: str) -> Gender | None:
    """What the titles before the name and the words of the role say; None where they say nothing, or both."""
    said = [text[span.start : span.end].split()[:1] for span in party.mentions[:_MOST_MENTIONS]]
    words = {word[0].lower().strip(".,") for word in said if word}
    if party.role:
        ends = party.role.lower().replace(".", "").replace(",", " ").split()
        words |= {ends[-1], ends[0]} if ends else set()
    genders = {title.gender for word in words if (title := TITLES.get(word)) and title.gender}
    return genders.pop() if len(genders) == 1 else None


def _home(record: Record) -> str | None:
    """The country that the article is about: named twice as often as any other, else that of the dateline."""
    counts = Counter({fold(p.name): len(p.mentions) for p in record.parties if p.kind == "country"})
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    place = KNOWN.get(record.article.dateline.place or "")
    return fold(place.name) if place and place.kind in ("capital", "country") else None
