"""Who holds an office by which a source is called, has its age, carries it, or is named beside it."""

import re
from bisect import bisect_left
from collections.abc import Callable

from onrecord.parties import Cast, Mention
from onrecord.parties.closed import POSSESSIVE
from onrecord.parties.keys import role_words
from onrecord.parties.tables import TITLES
from onrecord.spans import Span
from onrecord.statements.speaker import Speaker

_WORD = re.compile(r"\w+|[’']s")
_AND = re.compile(r"\b(?:and|&)\s(?:the\s)?\Z")  # "Orla, Wanda and Mira Tolan" are three
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
        joined = _AND.search(text, source.start, mention.span.start) is not None
        if mention.span.end == source.end and mention.span.start > source.start and "," in inside and not joined:
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


_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old")
_AROUND = 10_000  # characters around a source in which an age is told; whole articles, and no more of a hostile page
_NEAR = 1500  # characters before a source in which whom it takes up was mentioned
_HELD = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|carr(?:y|ies|ied|ying)|wav(?:e|es|ed|ing)|wear(?:s|ing)?|wore|rais(?:e|es|ed|ing)"
    r"|display(?:s|ed|ing)?|hoist(?:s|ed|ing)?|unfurl(?:s|ed|ing)?)\s(?:(?:up|aloft|out)\s)?\Z"
)


def of_age(cast: Cast, source: Span, held: int | None) -> Speaker | None:
    """The person of that age, "Mira Tolan, 36," for "the 36-year-old"; else who has the floor; else the last person who
    was a subject before."""
    found = _AGED.fullmatch(source.cut(cast.text))
    if found is None:
        return None
    near = cast.meeting(Span(max(0, source.start - _AROUND), source.end + _AROUND))
    people = [m for m in near if m.party is not None and cast.parties[m.party].kind == "person"]
    told = tuple(f"{before}{found[1]}{behind}" for before, behind in ((", ", ","), (", ", "."), (" (", ")")))
    aged = next((m.party for m in people if cast.text.startswith(told, m.span.end)), None)
    if aged is not None:
        return Speaker(aged, "same age")
    if held is not None and held < len(cast.parties) and cast.parties[held].kind == "person":
        return Speaker(held, "description: has the floor")
    before = [m for m in people if source.start - _NEAR <= m.span.start < source.start and m.subject and not m.quoted]
    return Speaker(before[-1].party, "description: last subject") if before else None


def bearer(cast: Cast, source: Span) -> Speaker | None:
    """Who holds what bears the words: "two activists holding a sign that read"."""
    held = _HELD.search(cast.text, max(0, source.start - 20), source.start)
    if held is None:
        return None
    sentence = cast.sentence_of(source.start)
    first, last = (bisect_left(cast.descriptions, at, key=_end) for at in (held.start() - _LONGEST, held.start() + 1))
    near = (*cast.meeting(Span(max(0, held.start() - _LONGEST), source.start)), *cast.descriptions[first:last])
    people = [
        m
        for m in near
        if m.span.end <= held.start()
        and m.party is not None
        and cast.sentence_of(m.span.start) == sentence
        and cast.parties[m.party].kind in _PEOPLE
    ]
    nearest = max(people, key=_end, default=None)
    return Speaker(nearest.party, "holds what bears the words") if nearest is not None else None


def _end(mention: Mention) -> int:
    return mention.span.end


_LONGEST = 200  # characters from who holds it to the verb
_PEOPLE = frozenset(["person", "group", "unnamed"])
