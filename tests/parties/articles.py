"""Articles for the tests of parties: a text with paragraphs at blank lines, read into its cast."""

import re

from onrecord.language import Doc, make_doc
from onrecord.parties import Cast, Mention, find_parties
from onrecord.record import Paragraph
from onrecord.spans import Span

_PARAGRAPH = re.compile(r"[^\n]*\S")


def doc_of(text: str, *, headline: bool = False) -> Doc:
    """The doc of `text`, one paragraph a line; the first is a headline where `headline` says so."""
    spans = [Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
    roles = ["headline" if headline and number == 0 else "body" for number in range(len(spans))]
    paragraphs = [Paragraph(span, role) for span, role in zip(spans, roles, strict=True)]  # type: ignore[arg-type]
    return make_doc(text, paragraphs)


def cast_of(text: str, *, headline: bool = False) -> Cast:
    return find_parties(doc_of(text, headline=headline))


def names(cast: Cast) -> list[str]:
    return [party.name for party in cast.parties]


def meant(cast: Cast, mention: Mention) -> str | None:
    """The name of the party that a mention means."""
    return None if mention.party is None else cast.parties[mention.party].name


def pairs(text: str, *, headline: bool = False) -> list[tuple[str, str | None]]:
    """Each mention of an article with the party that it means."""
    cast = cast_of(text, headline=headline)
    return [(mention.span.cut(text), meant(cast, mention)) for mention in cast.mentions]
