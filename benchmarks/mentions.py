"""Mentions in an article as an annotator gives them, and as the reader does, in one form, and how they are matched."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from attribution import places_in
from onrecord.intake.text import read_text
from onrecord.language import make_doc
from onrecord.parties import find_parties
from onrecord.reader import paragraphs_apart, read_copy
from onrecord.spans import Span

Kind = Literal["person", "organisation", "place", "group"]
Shape = Literal["name", "pronoun", "other"]

PRONOUNS = frozenset(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves
    """.split()
)
_KINDS: dict[str, Kind] = {"person": "person", "organisation": "organisation", "country": "place", "place": "place"}
_NAMED = frozenset(["name", "last_name", "acronym", "country"])


class Mention(Struct, frozen=True):
    """A place in the text that means somebody or something.

    span: all of it. name: the least that names it, without titles, clauses and appositions. head: its head word.
    entity: who is meant, by an id of the article's own.
    shape: how it is meant: by a name, a pronoun, or otherwise ("the minister").
    aside: whether it counts for nothing, found or not: it stands inside the name of another, or is two joined.
    """

    span: Span
    name: Span
    head: Span
    kind: Kind
    entity: str
    shape: Shape
    aside: bool = False


class Marked(Struct, frozen=True):
    """An article with its mentions, in order of place. published: "YYYY-MM-DD", or None where it is not known."""

    id: str
    text: str
    mentions: tuple[Mention, ...]
    published: str | None = None


def set_aside(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in order, with those set aside that are not asked for.

    Of two with the same head the longer is two parties joined ("Cloud9 and Immortals"). One that stands inside the name
    of an organisation or place ("Texas" in "University of Texas") is no mention for most readers; one in a title before
    a person's name ("US President") is asked for.
    """
    ordered = sorted(set(mentions), key=lambda one: (one.span.start, -one.span.end))
    return tuple(replace(one, aside=one.aside or any(_hides(other, one) for other in ordered)) for one in ordered)


def _hides(other: Mention, one: Mention) -> bool:
    if other.head == one.head and len(other.span) < len(one.span):
        return True
    within = other.name.holds(one.span) and len(other.name) > len(one.span)
    return within and other.shape == "name" and other.kind in ("organisation", "place")


def read_mentions(article: Marked) -> tuple[Mention, ...]:
    """The mentions of the record that the reader makes of the article, in order; those that mean no party are left out.

    Offsets are those of the article's text. Head and name are the bare name where there is one, else all of it.
    """
    copy = read_text(article.text, published=article.published)
    record, cast = read_copy(copy), find_parties(make_doc(copy.text, paragraphs_apart(copy)))
    shapes = {mention.span: mention for mention in cast.mentions}
    places = range(len(copy.text) + 1) if copy.text == article.text else places_in(article.text, copy.text)

    def led_back(span: Span) -> Span:
        return Span(places[span.start], places[span.end - 1] + 1)

    found = []
    for party in record.parties:
        for span in party.mentions:
            known = shapes.get(span)
            name = led_back(known.name if known and known.name else span)
            shape: Shape = "name" if known and known.form in _NAMED else "other"
            if span.cut(copy.text).lower() in PRONOUNS:
                shape = "pronoun"
            found.append(Mention(led_back(span), name, name, _KINDS.get(party.kind, "group"), party.id, shape))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def meeting(one: Span, other: Span) -> float:
    """The share of their characters that two spans have in common, of all that they have: 1 for the same span."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (len(one) + len(other) - max(0, common))


def matched(
    wanted: Sequence[Mention], found: Sequence[Mention], *, kinds: dict[Kind, frozenset[Kind]]
) -> dict[int, int]:
    """Which mention wanted is which one found, by index, each at most once.

    Two may match where the head word of the one wanted stands in the one found, the names have a character in common
    and the kind is one that `kinds` allows; the pairs whose names have most in common are taken first.
    """
    pairs = [
        (-meeting(one.name, other.name), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if other.span.holds(one.head) and other.name.meets(one.name) and other.kind in kinds.get(one.kind, frozenset())
    ]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def repeated(mentions: Iterable[Mention]) -> frozenset[str]:
    """The entities that more than one of the mentions means."""
    counts = Counter(mention.entity for mention in mentions)
    return frozenset(entity for entity, count in counts.items() if count > 1)
