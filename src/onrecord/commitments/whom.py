"""Which party an actor is: the one that its words name, its country's, the one that "the company" goes on meaning, or a
party of its own where only a description or a list names it."""

from bisect import bisect_left
from functools import lru_cache

from onrecord.commitments.actors import Actor
from onrecord.commitments.lines import Line, Page
from onrecord.commitments.words import OPENS
from onrecord.parties.tables import BODIES, KNOWN
from onrecord.record import Party, PartyKind

# Behind a demonym: the country acts. Gold records keep the country's name for its government.
_GOVERNING = frozenset("government authorities regime side administration".split())
_COUNTRIES = frozenset("country nation".split())


class Whom:
    """The parties of a page while those join them that only its commitments name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._new: dict[str, Party] = {}
        self._ids = {party.name.casefold(): party.id for party in reversed(page.parties.values())}

    def party(self, line: Line, actor: Actor) -> str:
        """The id of the party that acts, which may be new."""
        return self.known(line, actor) or self._describe(line, actor, self._name(line, actor))

    def known(self, line: Line, actor: Actor) -> str | None:
        """The id of the party that acts; None where no party has its name so far."""
        if actor.party is not None:
            return self._country(self.page.parties[actor.party].name) or actor.party
        name = self._name(line, actor)
        return self._country(name) or self._before(line, actor, name) or self._ids.get(name.casefold())

    def _name(self, line: Line, actor: Actor) -> str:
        """The description without its article; of a list the full names."""
        if actor.ground == "joint":
            return self._joint(line, actor)
        words = [token.text for token in line.tokens[actor.first : actor.end]]
        while len(words) > 1 and words[0].lower() in OPENS:
            words = words[1:]
        return " ".join(words)

    def settled(self) -> tuple[Party, ...]:
        """The page's parties, and behind them the new ones."""
        return (*self.page.parties.values(), *self._new.values())

    def _country(self, name: str) -> str | None:
        country = _governed(name)
        return self._ids.get(country.casefold()) if country else None

    def _before(self, line: Line, actor: Actor, name: str) -> str | None:
        """The country or body named last, where "the country" or "the company" stands for it."""
        noun = name.lower()
        if noun in _COUNTRIES and line.word(actor.first - 1) in _OWNERS:
            return self._speakers_country(line, actor)
        if not _is_definite(line, actor):
            return None
        if noun in _COUNTRIES:
            return self._last("country", line, actor)
        body = BODIES.get(noun)
        return (
            self._last("organisation", line, actor)
            if body is not None and body.alone and noun != "government"
            else None
        )

    def _speakers_country(self, line: Line, actor: Actor) -> str | None:
        """Of "his country", where an envoy of Teskia speaks, Teskia."""
        speaker = self.page.voice_at(line.tokens[actor.first].start)
        return None if speaker is None else country_meant(self.page, speaker)

    def _last(self, kind: PartyKind, line: Line, actor: Actor) -> str | None:
        found = self.page.named(kind)
        at = bisect_left(found, (line.tokens[actor.first].start, ""))
        return found[at - 1][1] if at else None

    def _joint(self, line: Line, actor: Actor) -> str:
        """Of "Roe, Vale and the council" all of them, by their full names."""
        words: list[str] = []
        i = actor.first
        while i < actor.end:
            mention = line.mention_from(i)
            if mention is not None and mention[0] <= actor.end:
                words.append(self.page.parties[mention[1]].name)
                i = mention[0]
            else:
                words.append(line.tokens[i].text)
                i += 1
        return " ".join(words).replace(" ,", ",")

    def _describe(self, line: Line, actor: Actor, name: str) -> str:
        """The id of the party of that description, which is made where it is missing."""
        kind: PartyKind = "group" if actor.ground == "joint" else "unnamed"
        known = f"p{len(self.page.parties) + len(self._new) + 1}"
        self._ids[name.casefold()] = known
        self._new[known] = Party(known, name, kind, mentions=(line.span(actor.first, actor.end),))
        return known


_DEFINITE = frozenset(["the", "this"])
_OWNERS = frozenset("our my his her their its".split())


def _is_definite(line: Line, actor: Actor) -> bool:
    return line.word(actor.first) in _DEFINITE or line.word(actor.first - 1) in _DEFINITE


@lru_cache(maxsize=5_000)
def _governed(name: str) -> str | None:
    """The country of "the Orvenian government"."""
    first, _, last = name.rpartition(" ")
    if last.lower() not in _GOVERNING:
        return None
    entry = KNOWN.get(first)
    return entry.name if entry is not None and entry.kind in ("demonym", "country", "capital") else None


def country_of(role: str | None) -> str | None:
    """The country that an office speaks for: "Teskan Foreign Minister", "President of Teskia"; None for others."""
    if role is None or not _OFFICES & set(role.lower().split()):
        return None
    for word in role.replace("'s", "").replace("’s", "").split():
        entry = KNOWN.get(word)
        if entry is not None and entry.kind in ("demonym", "country"):
            return entry.name
    return None


_OFFICES = frozenset("minister president ambassador envoy chancellor premier negotiator".split())


def country_meant(page: Page, speaker: str) -> str | None:
    """The country that a speaker means by "us" who holds an office of it."""
    if speaker not in page.country_of_speaker:
        role = page.parties[speaker].role
        name = country_of(role)
        page.country_of_speaker[speaker] = next(
            (
                p.id
                for p in page.parties.values()
                if p.name == name or (role and p.kind == "country" and p.name in role)
            ),
            None,
        )
    return page.country_of_speaker[speaker]


def body_of(page: Page, party: str) -> str | None:
    """The body that a spokesman speaks for when he says "we": its name stands in his role or in his description."""
    speaker = page.parties[party]
    told = speaker.role if speaker.kind == "person" else speaker.name
    return _named_in(page, party, told) if told is not None and "spokes" in told.lower() else None


def led_by(page: Page, party: str) -> str:
    """The body that is asked where its head is: "a letter to the director of the agency"; else the party itself."""
    role = page.parties[party].role
    heads = role is not None and not _HEADS.isdisjoint(role.lower().split())
    return (_named_in(page, party, role) if role is not None and heads else None) or party


_HEADS = frozenset("director chief head chairman chairwoman chair secretary commissioner administrator".split())


def _named_in(page: Page, party: str, words: str) -> str | None:
    """The organisation whose name or alias the words, told of the party, have; the longest of several."""
    if party not in page.body_of_speaker:
        found = [
            (len(name), other.id)
            for other in page.parties.values()
            if other.kind == "organisation"
            for name in (other.name, *other.aliases)
            if name in words
        ]
        page.body_of_speaker[party] = max(found)[1] if found else None
    return page.body_of_speaker[party]
