"""Who is named in an article, and where: the answer of the parties room."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

import msgspec
from msgspec import Struct

from onrecord.parties.tables import Gender
from onrecord.record import Party, PartyKind
from onrecord.spans import Span

Form = Literal["name", "last_name", "acronym", "role", "pronoun", "country", "group"]


class Mention(Struct, frozen=True):
    """A place that names or means a party.

    span: the whole mention with its title: "Russian Foreign Minister Sergey Lavrov", "the prime minister", "he".
    name: the bare name inside, "Sergey Lavrov"; None for roles, pronouns and short forms ("the ministry").
    party: index into `Cast.parties`; None where it could not be resolved.
    ground: on what ground it was resolved ("full name", "same last name", "role given earlier", ...).
    subject: whether it looks like the subject of its clause, by which pronouns choose.
    quoted: whether it stands inside a quotation.
    """

    span: Span
    name: Span | None
    party: int | None
    form: Form
    ground: str | None = None
    subject: bool = False
    quoted: bool = False


class Cast(Struct, frozen=True):
    """The parties of an article in order of first mention, and their mentions in order of place.

    genders: one a party, None where the article and the tables give none.
    paragraphs, sentences: offsets where each begins. text: the article's.
    """

    parties: tuple[Party, ...] = ()
    mentions: tuple[Mention, ...] = ()
    genders: tuple[Gender | None, ...] = ()
    paragraphs: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    text: str = ""

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that `offset` stands in."""
        return bisect_right(self.paragraphs, offset)

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that `offset` stands in."""
        return bisect_right(self.sentences, offset)


# Behind a mention that is the head of its phrase, inside a source span, stands one of these or a mark.
_TAILS = frozenset("of in on at to for from with by who which that whose where as after before".split())
# Before it, in a span that speaks for the body: "analysts at X", "members of X", "a report by X".
_BEARERS = frozenset(
    """
    members representatives analysts lawmakers delegates economists report statement letter survey study poll
    investigation question submission data figures
    """.split()
)
# Behind it: "River Caucus members", "Russia’s letter".
_MEMBERS = frozenset("members lawmakers report statement letter submission".split())
_WORD = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")


def party_at(cast: Cast, span: Span) -> Mention | None:
    """The mention that is the head of a source span, or the body that a paper or its members speak for.

    Of "Mykola Kalashnyk, who heads it" the name; of "analysts at Goldman Sachs" the bank. None where the head is
    another noun ("Israeli figures", "Kyiv’s allies") or where two parties are joined ("Hamas and Iran").
    """
    whole = [m for m in _meeting(cast, span) if m.span.holds(span)]
    if whole:
        return max(whole, key=lambda mention: len(mention.span))
    return next((m for m in _meeting(cast, span) if _is_head(cast.text, span, m.span)), None)


def _meeting(cast: Cast, span: Span) -> tuple[Mention, ...]:
    """The mentions that have a character in common with `span`, in order."""
    first = bisect_right(cast.mentions, span.start, key=lambda mention: mention.span.end)
    last = bisect_left(cast.mentions, span.end, lo=first, key=lambda mention: mention.span.start)
    return cast.mentions[first:last]


def _is_head(text: str, span: Span, mention: Span) -> bool:
    """Whether the phrase of `span` is about the mention rather than about a noun before or behind it."""
    after = _WORD.findall(text, mention.end, span.end) if mention.end < span.end else []
    before = [word.lower() for word in _WORD.findall(text, span.start, mention.start)]
    owned = after[:1] in (["’s"], ["'s"], ["’"], ["'"]) or text.startswith(("’s", "'s"), mention.end)
    rest = [word for word in after if word not in ("’s", "'s", "’", "'", "s")]
    if rest and rest[0].isalpha() and rest[0] not in _TAILS:
        return rest[-1] in _MEMBERS and (owned or len(rest) == 1)
    if rest[:1] in (["&"], ["and"]) or (rest[:1] == [","] and _is_list(rest)):
        return False
    links = [i for i, word in enumerate(before) if word in _TAILS]
    if links:
        return links[0] > 0 and before[links[0] - 1] in _BEARERS
    return "and" not in before


def _is_list(rest: list[str]) -> bool:
    """Whether another name follows the comma and "and" another still: ", the Council and Roe"."""
    name = rest[2:3] if rest[1:2] == ["the"] else rest[1:2]
    return "and" in rest and bool(name) and name[0][0].isupper()


def described(cast: Cast, span: Span, text: str, *, kind: PartyKind = "unnamed") -> tuple[Cast, int]:
    """The cast with a party for a source that has no name, mentioned at `span`, and the party's index.

    text: the description as it stands ("a US official"); without its article it is the name. The same
        description again is the same party.
    """
    name = _bare(text)
    for index, party in enumerate(cast.parties):
        if party.name.casefold() == name.casefold():
            return _mentioned(cast, index, span), index
    party = Party(f"p{len(cast.parties) + 1}", name, kind, mentions=(span,))
    mention = Mention(span, None, len(cast.parties), "group", "description")
    grown = msgspec.structs.replace(
        cast,
        parties=(*cast.parties, party),
        genders=(*cast.genders, None),
        mentions=_with(cast.mentions, mention),
    )
    return grown, len(cast.parties)


def _bare(text: str) -> str:
    """A description without its article, on one line; a capital that only begins a sentence is made small."""
    words = text.split()
    if len(words) > 1 and words[0].lower() in {"a", "an", "the"}:
        return " ".join(words[1:])
    return " ".join(words)


def _mentioned(cast: Cast, index: int, span: Span) -> Cast:
    """The cast with one more mention of a party that it has."""
    party = cast.parties[index]
    if span in party.mentions:
        return cast
    more = msgspec.structs.replace(party, mentions=tuple(sorted((*party.mentions, span))))
    mention = Mention(span, None, index, "group", "same description")
    return msgspec.structs.replace(
        cast,
        parties=(*cast.parties[:index], more, *cast.parties[index + 1 :]),
        mentions=_with(cast.mentions, mention),
    )


def _with(mentions: tuple[Mention, ...], mention: Mention) -> tuple[Mention, ...]:
    """The mentions with one more in its place; one of the same span gives way."""
    at = bisect_left(mentions, mention.span, key=lambda other: other.span)
    same = at < len(mentions) and mentions[at].span == mention.span
    return (*mentions[:at], mention, *mentions[at + same :])
