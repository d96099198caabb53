"""Who is named in an article, and where: the answer of the parties room."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

import msgspec
from msgspec import Struct

from onrecord.parties.closed import PRONOUNS
from onrecord.parties.tables import Gender
from onrecord.record import Party
from onrecord.spans import Span

Form = Literal["name", "last_name", "acronym", "role", "pronoun", "country", "group", "description", "paper", "place"]


class Mention(Struct, frozen=True, gc=False):
    """A place that names or means a party.

    span: the whole mention with its title: "Russian Foreign Minister Sergey Lavrov", "the prime minister", "he".
    name: the bare name inside, "Sergey Lavrov"; None for roles, pronouns and short forms ("the ministry").
    party: index into `Cast.parties`; None where it could not be resolved.
    ground: on what ground it was resolved ("full name", "same last name", "role given earlier", ...).
    subject: whether it looks like the subject of its clause, by which pronouns choose.
    quoted: whether it stands inside a quotation.
    says: whether a verb of saying stands right beside it.
    perhaps: of a pronoun that most likely means nobody, the party that it means if it means one.
    """

    span: Span
    name: Span | None
    party: int | None
    form: Form
    ground: str | None = None
    subject: bool = False
    quoted: bool = False
    says: bool = False
    perhaps: int | None = None


class Cast(Struct, frozen=True):
    """The parties of an article, and their mentions in order of place.

    genders: one a party, None where the article and the tables give none.
    descriptions: noun phrases that mean people or papers without naming them, in order of where they end. A party
        that has no other mention is dropped unless it speaks or acts.
    within: names inside the phrases of others ("US" in "the US president"), by which nobody acts or speaks.
    paragraphs, sentences: offsets where each begins. text: the article's.
    """

    parties: tuple[Party, ...] = ()
    mentions: tuple[Mention, ...] = ()
    genders: tuple[Gender | None, ...] = ()
    paragraphs: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    text: str = ""
    descriptions: tuple[Mention, ...] = ()
    within: tuple[Mention, ...] = ()

    def meeting(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that have a character in common with `span`, in order."""
        first = bisect_right(self.mentions, span.start, key=lambda mention: mention.span.end)
        last = bisect_left(self.mentions, span.end, lo=first, key=lambda mention: mention.span.start)
        return self.mentions[first:last]

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that `offset` stands in."""
        return bisect_right(self.paragraphs, offset)

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence that `offset` stands in."""
        return bisect_right(self.sentences, offset)


def with_mentions(cast: Cast, *, described: bool = False) -> Cast:
    """The cast whose parties hold the spans of their mentions; described: those of descriptions as well."""
    spans: list[set[Span]] = [set() for _ in cast.parties]
    for mention in (*cast.mentions, *cast.within, *(cast.descriptions if described else ())):
        if mention.party is not None and mention.form != "paper":
            spans[mention.party].add(mention.span)
    parties = tuple(
        msgspec.structs.replace(party, mentions=tuple(sorted(own)))
        for party, own in zip(cast.parties, spans, strict=True)
    )
    return msgspec.structs.replace(cast, parties=parties)


class Numbered(Struct, frozen=True):
    """The parties of a record in order of first mention.

    ids: the id of each by its number in the cast. described: ids of those that are only described, who belong in the
    record where they speak or act.
    """

    parties: tuple[Party, ...]
    ids: dict[int, str]
    described: frozenset[str]


def numbered(cast: Cast) -> Numbered:
    """The parties that have mentions, with the ids that they carry in the record."""
    kept = [i for i, party in enumerate(cast.parties) if party.mentions]
    kept.sort(key=lambda i: cast.parties[i].mentions[0])
    ids = {number: f"p{place}" for place, number in enumerate(kept, 1)}
    named = {mention.party for mention in (*cast.mentions, *cast.within)}
    parties = tuple(msgspec.structs.replace(cast.parties[i], id=ids[i]) for i in kept)
    return Numbered(parties, ids, frozenset(ids[i] for i in kept if i not in named))


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


def may_speak(cast: Cast, mention: Mention) -> bool:
    """Whether the mention may be somebody's beside a verb: no place, and no "him" or "their"."""
    if mention.form == "pronoun":
        return mention.span.cut(cast.text).lower() in PRONOUNS
    return mention.form != "place"


def party_at(cast: Cast, span: Span) -> Mention | None:
    """The mention that is the head of a source span, or the body that a paper or its members speak for.

    Of "Mykola Kalashnyk, who heads it" the name; of "analysts at Goldman Sachs" the bank. None where the head is
    another noun ("Israeli figures", "Kyiv’s allies") or where two parties are joined ("Hamas and Iran").
    """
    meeting = [mention for mention in cast.meeting(span) if mention.form != "place"]
    whole = [mention for mention in meeting if mention.span.holds(span)]
    if whole:
        return max(whole, key=lambda mention: len(mention.span))
    return next((mention for mention in meeting if _is_head(cast.text, span, mention)), None)


def description_at(cast: Cast, span: Span) -> Mention | None:
    """The description that is the head of a source span: of "a protester who had climbed up" the protester."""
    first = bisect_right(cast.descriptions, span.start, key=lambda mention: mention.span.end)
    for mention in cast.descriptions[first : first + _MOST_INSIDE]:
        if mention.span.end > span.end:
            break
        inside = Span(max(span.start, mention.span.start), mention.span.end)
        if inside.start == span.start or _is_head(cast.text, span, msgspec.structs.replace(mention, span=inside)):
            return mention
    return None


_MOST_INSIDE = 4  # descriptions in a source


def _is_head(text: str, span: Span, mention: Mention) -> bool:
    """Whether the phrase of `span` is about the mention rather than about a noun before or behind it."""
    after = _WORD.findall(text, mention.span.end, span.end) if mention.span.end < span.end else []
    before = [word.lower() for word in _WORD.findall(text, span.start, mention.span.start)]
    owned = after[:1] in (["’s"], ["'s"], ["’"], ["'"]) or text.startswith(("’s", "'s"), mention.span.end)
    rest = [word for word in after if word not in ("’s", "'s", "’", "'", "s")]
    if rest and rest[0].isalpha() and rest[0] not in _TAILS:
        return rest[-1] in _MEMBERS and (owned or len(rest) == 1)
    if rest[:1] in (["&"], ["and"]) or (rest[:1] == [","] and _is_list(rest)):
        return False
    links = [i for i, word in enumerate(before) if word in _TAILS]
    if links:
        return (
            links[0] > 0
            and before[links[0] - 1] in _BEARERS
            and (before[links[0]] != "in" or mention.form != "country")
        )
    return "and" not in before


def _is_list(rest: list[str]) -> bool:
    """Whether another name follows the comma and "and" another still: ", the Council and Roe"."""
    name = rest[2:3] if rest[1:2] == ["the"] else rest[1:2]
    return "and" in rest and bool(name) and name[0][0].isupper()
