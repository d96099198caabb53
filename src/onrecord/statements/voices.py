"""Who "I", "we" and "he" are inside the words of a speaker."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.parties import Cast, Mention, bind_quoted, with_mentions
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Page
from onrecord.statements.speaker import Speaker

_FIRST = re.compile(r"(?<![\w’'])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)(?![\w-])")
_FIRST_MANY = re.compile(r"(?<![\w’'])(?:[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)(?![\w-])")
# Who says "we" of themselves; a person's "we" may be anybody.
_MANY = frozenset(["organisation", "country", "group"])


def with_voices(page: Page, cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> Cast:
    """The cast with the pronouns inside quotations: the first person is the speaker, the third is somebody else."""
    said = _voices(page, drafts, speakers)
    own = [mention for piece, party in said for mention in _first_person(cast, piece, party)]
    starts = [piece.start for piece, _ in said]

    def voice(at: int) -> int | None:
        i = bisect_right(starts, at) - 1
        return said[i][1] if i >= 0 and at < said[i][0].end else None

    voices = {m.span.start: party for m in cast.mentions if m.quoted and (party := voice(m.span.start)) is not None}
    mentions = tuple(sorted((*cast.mentions, *own), key=lambda mention: mention.span))
    return with_mentions(bind_quoted(replace(cast, mentions=mentions), voices), described=True)


def _voices(page: Page, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> list[tuple[Span, int]]:
    """The pieces of quotations with who speaks them, in order; each once."""
    found: dict[Span, int] = {}
    for draft, speaker in zip(drafts, speakers, strict=True):
        if draft.holder is not None or speaker.party is None:
            continue
        for content in draft.content:
            for number in page.outer.between(content.start, content.end):
                for piece in page.doc.quotations[number].pieces:
                    if piece.meets(content):
                        found.setdefault(piece, speaker.party)
    return sorted(found.items())


def _first_person(cast: Cast, piece: Span, party: int) -> Iterator[Mention]:
    """The words in a piece by which its speaker means himself."""
    pattern = _FIRST_MANY if cast.parties[party].kind in _MANY else _FIRST
    for found in pattern.finditer(cast.text, piece.start, piece.end):
        span = Span(*found.span())
        yield Mention(span, None, party, "pronoun", "pronoun: the speaker", quoted=True)


def heard(cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> list[Speaker]:
    """The speakers, with those of statements inside quotations whose source is a pronoun that is bound by now."""
    return [
        _bound(cast, draft.source) if speaker.party is None and draft.holder is not None and draft.source else speaker
        for draft, speaker in zip(drafts, speakers, strict=True)
    ]


def _bound(cast: Cast, source: Span) -> Speaker:
    found = next((m for m in cast.meeting(source) if m.span == source and m.form == "pronoun"), None)
    return Speaker(found.party, found.ground) if found else Speaker(None, None)
