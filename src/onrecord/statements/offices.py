"""Who holds an office by which a source is called, or is named beside it."""

import re
from collections.abc import Callable

from onrecord.parties import Cast, Mention
from onrecord.parties.closed import POSSESSIVE
from onrecord.parties.keys import role_words
from onrecord.parties.tables import TITLES
from onrecord.spans import Span
from onrecord.statements.speaker import Speaker

_WORD = re.compile(r"\w+|[’']s")
_OWNERS = frozenset("his her their its".split())
_SOON = 1500  # characters, some three paragraphs


def named_beside(cast: Cast, source: Span) -> Mention | None:
    """The person whose name is an apposition to the source, at its end, behind it or before it.

    "the Teskan envoy, Mira Tolan", where the source may be all of it or the office alone.
    """
    near = cast.meeting(Span(max(0, source.start - 3), source.end + 3))
    people = [m for m in near if m.form == "name" and m.party is not None and cast.parties[m.party].kind == "person"]
    for mention in people:
        inside, text = source.cut(cast.text), cast.text
        if mention.span.end == source.end and mention.span.start > source.start and "," in inside:
            return mention
        name = mention.name or mention.span
        behind = text[source.end : name.start] == ", " and text[mention.span.end : mention.span.end + 1] in ",."
        before = text[mention.span.end : source.start] == ", " and text[source.end : source.end + 1] == ","
        if (behind or before) and " and " not in inside:
            return mention
    return None


def holder(cast: Cast, source: Span, *, heading: bool) -> Speaker | None:
    """The one person of the article who holds the office that the source says, given further on or by its owner."""
    words = [word.lower() for word in _WORD.findall(source.cut(cast.text))]
    if not words or words[-1] not in TITLES:
        return None
    if heading:
        return _only(cast, lambda i: words[-1] in _role(cast, i).lower().split(), "role given later")
    if words[0] in _OWNERS or not POSSESSIVE.isdisjoint(words):
        owned = _only(cast, lambda i: words[-1] in _role(cast, i).lower().split(), "role given in the article")
        if owned:
            return owned
    if words[0] != "the":
        return None
    told = role_words(tuple(_WORD.findall(source.cut(cast.text))))
    soon = {m.party for m in cast.meeting(Span(source.end, source.end + _SOON)) if m.form in ("name", "last_name")}
    return _only(
        cast,
        lambda i: (
            i in soon
            and len(told & role_words(tuple(_WORD.findall(_role(cast, i))))) > 1
            and cast.parties[i].mentions[0].start > source.end
        ),
        "role told later",
    )


def _role(cast: Cast, party: int) -> str:
    return cast.parties[party].role or ""


def _only(cast: Cast, holds: Callable[[int], bool], ground: str) -> Speaker | None:
    found = [i for i, party in enumerate(cast.parties) if party.kind == "person" and party.role and holds(i)]
    return Speaker(found[0], ground) if len(found) == 1 else None
