"""The speaker of a statement, who has the floor, and parties that have no name."""

from msgspec import Struct

from onrecord.parties import Sources
from onrecord.record import PartyKind
from onrecord.spans import Span

_PLURAL_UNNAMED = frozenset(
    "many some others several most few all both people officials residents sources authorities critics analysts "
    "experts witnesses supporters opponents activists protesters lawmakers diplomats voters investors economists "
    "researchers scientists doctors police families relatives neighbours neighbors".split()
)
_LEADING = frozenset("a an the this that these those".split())


class Speaker(Struct, frozen=True):
    """A party's number in `Cast.parties`, None where it could not be told, and the ground for it."""

    party: int | None
    ground: str | None


OPEN = Speaker(None, None)


class Floor(Struct, frozen=True):
    """The party that spoke last: the number of its paragraph, and where its words and its source end."""

    party: int
    paragraph: int
    end: int


def unnamed(sources: Sources, source: Span) -> Speaker:
    """A party without a name as the speaker."""
    name = description(source.cut(sources.cast.text))
    words = name.lower().split()
    kind: PartyKind = "unnamed" if _PLURAL_UNNAMED.isdisjoint(words) and "and" not in words else "group"
    return Speaker(sources.describe(source, name, kind=kind), "description")


# Prepositions behind which a participle tells more of the noun before it: "residents interviewed in Teska".
_LINKS = frozenset("in by at with from for on to of as".split())


def description(source: str) -> str:
    """The name of an unnamed source: without its article, and without a participle behind the noun."""
    words = source.split()
    if len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    for i in range(1, len(words)):
        told = words[i].endswith(("ed", "ing")) or words[i] in _PARTICIPLES
        if told and (i + 1 == len(words) or words[i + 1].lower() in _LINKS):
            return " ".join(words[:i]).rstrip(",")
    return " ".join(words)


_PARTICIPLES = frozenset("seen shown made given led held sent written".split())
