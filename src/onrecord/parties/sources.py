"""A cast while sources that have no name join it."""

from msgspec.structs import replace

from onrecord.parties.cast import Cast, Mention
from onrecord.parties.pronouns import may_mean
from onrecord.parties.tables import PEOPLE
from onrecord.record import Party, PartyKind
from onrecord.spans import Span

_LONGEST_NAME = 80  # characters; a longer description is a clause


class Sources:
    """The parties of `cast`, and those that only its statements bring in; numbers go on where the cast's end."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._parties = list(cast.parties)
        self._numbers = {party.name.casefold(): i for i, party in reversed(list(enumerate(cast.parties)))}
        self._named = {i for i, party in enumerate(cast.parties) if party.mentions}
        self._added: dict[Span, Mention] = {}

    def party(self, number: int) -> Party:
        return self._parties[number]

    def fits(self, number: int, pronoun: str) -> bool:
        """Whether the pronoun may mean the party; "he" no description that is not of a person ("a non-profit")."""
        party = self._parties[number]
        if (
            party.kind == "unnamed"
            and pronoun in ("he", "she")
            and PEOPLE.keys().isdisjoint(party.name.lower().split())
        ):
            return False
        genders = self.cast.genders
        return may_mean(party, genders[number] if number < len(genders) else None, pronoun)

    def describe(self, span: Span, text: str, *, kind: PartyKind = "unnamed") -> int:
        """The number of the party that a source without a name is; the same description again is the same party.

        text: the description as it stands ("a US official"); without its article it is the name.
        """
        name = _bare(text)
        number = self._numbers.get(name.casefold())
        if number is None:
            number = self._numbers[name.casefold()] = len(self._parties)
            self._parties.append(Party(f"p{number + 1}", name, kind))
            self._mention(number, span, "description")
        elif span not in self._parties[number].mentions:
            self._mention(number, span, "same description")
        return number

    def speak(self, number: int, span: Span, text: str) -> None:
        """The party is the source at `span`; one known by descriptions alone has the fullest as its name."""
        party, told = self._parties[number], _bare(text)
        if party.kind in ("unnamed", "group"):
            more = set(party.name.lower().split()) < set(told.lower().split()) and len(told) < _LONGEST_NAME
            if number not in self._named or more:
                self._parties[number] = replace(party, name=told)
                self._numbers.setdefault(told.casefold(), number)
        if span not in party.mentions:
            self._mention(number, span, "same description")

    def _mention(self, number: int, span: Span, ground: str) -> None:
        self._named.add(number)
        self._added.setdefault(span, Mention(span, None, number, "group", ground))

    def settled(self) -> Cast:
        """The cast with all of them; where a source was a mention before, the source stays."""
        kept = [mention for mention in self.cast.mentions if mention.span not in self._added]
        new = len(self._parties) - len(self.cast.genders)
        return replace(
            self.cast,
            parties=tuple(self._parties),
            genders=(*self.cast.genders, *[None] * new),
            mentions=tuple(sorted((*kept, *self._added.values()), key=lambda mention: mention.span)),
        )


def _bare(text: str) -> str:
    """A description without its article, on one line."""
    words = text.split()
    if len(words) > 1 and words[0].lower() in {"a", "an", "the"}:
        return " ".join(words[1:])
    return " ".join(words)
