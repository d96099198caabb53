"""Whom a relative pronoun stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.parties import Cast, Mention, Sources
from onrecord.spans import Span
from onrecord.statements.speaker import OPEN, Speaker, unnamed
from onrecord.statements.speaker import description as described


def antecedent(sources: Sources, relative: Span) -> Speaker:
    """Whom a relative pronoun stands for: "the envoy, who said …", "a report that says …"."""
    cast = sources.cast
    floor = max(0, relative.start - _FAR)
    before = cast.text[floor : relative.start].rstrip().removesuffix(",").rstrip()
    end = floor + len(before)
    near = cast.mentions[bisect_left(cast.mentions, floor, key=_place) : bisect_left(cast.mentions, end, key=_place)]
    ends = [mention for mention in near if mention.span.end == end and mention.party is not None]
    if ends:
        mention = _with_place(cast, near, max(ends, key=lambda mention: len(mention.span)))
        return Speaker(mention.party, mention.ground)
    joint = next((m for m in near if _JOINT.fullmatch(cast.text, m.span.end, end)), None)
    if joint is not None:
        return unnamed(sources, Span(joint.span.start, end))
    told = bisect_left(cast.descriptions, end, key=lambda mention: mention.span.end)
    description = cast.descriptions[told] if told < len(cast.descriptions) else None
    if description is not None and description.span.end == end and description.party is not None:
        sources.speak(description.party, description.span, described(description.span.cut(cast.text)))
        return Speaker(description.party, description.ground)
    noun = _NOUN_BEFORE.search(before)
    if noun is None:
        return OPEN
    return unnamed(sources, Span(end - len(noun[1]), end))


_JOINT = re.compile(r"\s+and\s+(?:[a-z]+\s){0,2}[a-z]+s")  # "Tolan and allies"


def _with_place(cast: Cast, near: Sequence[Mention], place: Mention) -> Mention:
    """The body that stands before a place, as "in Teskia" tells where it is; else the mention itself."""
    if place.party is None or cast.parties[place.party].kind not in ("country", "place"):
        return place
    for mention in near:
        if cast.text[mention.span.end : place.span.start].strip() in ("in", "of", "from", "in the", "of the"):
            return mention if mention.party is not None else place
    return place


_FAR = 80  # characters before a relative pronoun in which its noun phrase begins
_NOUN_BEFORE = re.compile(
    r"(?:^|\W)((?:an?|the|some|many|one|two|those|another)\s(?:[\w’'-]+\s){0,5}?[\w’'-]+)$", re.IGNORECASE
)


def _place(mention: Mention) -> int:
    return mention.span.start
