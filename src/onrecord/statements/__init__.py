"""Statements: every attribution of words or beliefs, with its source, cue and content."""

from msgspec.structs import replace

from onrecord.language import Doc, Reading
from onrecord.parties import Cast, Numbered, numbered, party_at
from onrecord.record import Statement, StatementKind, Time
from onrecord.spans import Span
from onrecord.statements.circumstances import Circumstances, circumstances, line_at
from onrecord.statements.dates import days_said
from onrecord.statements.drafts import Draft
from onrecord.statements.finding import find_drafts
from onrecord.statements.lines import Page
from onrecord.statements.nesting import parents_of
from onrecord.statements.speaker import Speaker
from onrecord.statements.speakers import resolve_speakers
from onrecord.statements.voices import heard, with_voices

__all__ = ["find_statements", "surest"]


def find_statements(
    doc: Doc, cast: Cast, times: tuple[Time, ...], reading: Reading, *, wide: bool = False
) -> tuple[Numbered, tuple[Statement, ...]]:
    """The parties of an article, with the sources that only its statements bring in, and the statements in the order of
    their content.

    reading: what the tagger found in `doc`; without one rules alone find them.
    wide: with deeds and hedges that imply a view, which the corpus of the tagger counts and the record does not.
    """
    page = Page(doc, cast, times)
    drafts = find_drafts(page, reading, wide=wide)
    cast, speakers = resolve_speakers(doc, cast, drafts)
    drafts, speakers = _without_repeats(drafts, speakers)
    parents = parents_of(drafts)
    cast = with_voices(page, cast, drafts, speakers)
    speakers = heard(cast, drafts, speakers)
    around = [_circumstances(page, draft) for draft in drafts]
    days = days_said(page, cast.parties, drafts, speakers, around)
    told_to = [_party_told(cast, told.addressee, speaker) for told, speaker in zip(around, speakers, strict=True)]
    found = numbered(cast)
    ids = found.ids
    return found, tuple(
        Statement(
            id=f"s{i + 1}",
            content=tuple(_without_comma(doc.text, piece) for piece in draft.content),
            source=draft.source,
            cue=draft.cue,
            speaker=None if speaker.party is None else ids[speaker.party],
            kind=kind_of(page, draft.content, nested=draft.holder is not None),
            act=told.act,
            negated=told.negated,
            said_on=day,
            to=None if to is None else ids[to],
            asked=draft.asked,
            parent=None if parent is None else f"s{parent + 1}",
            rule=draft.rule,
            sure=None if draft.sure is None else round(draft.sure, 2),
            ground=speaker.ground,
        )
        for i, (draft, speaker, parent, told, day, to) in enumerate(
            zip(drafts, speakers, parents, around, days, told_to, strict=True)
        )
    )


def surest(statements: tuple[Statement, ...], least: float) -> tuple[Statement, ...]:
    """The statements that are at least so sure; one inside another that is left out stands by itself."""
    kept = [said for said in statements if said.sure is not None and said.sure >= least]
    ids = {said.id for said in kept}
    return tuple(said if said.parent in ids else replace(said, parent=None) for said in kept)


def _without_repeats(drafts: list[Draft], speakers: list[Speaker]) -> tuple[list[Draft], list[Speaker]]:
    """Without what a speaker says of himself inside his own statement: "he said that [he expected an answer]"."""
    parents = parents_of(drafts)
    kept = [
        i
        for i, parent in enumerate(parents)
        if parent is None
        or drafts[i].holder is not None
        or speakers[i].party is None
        or speakers[i].party != speakers[parent].party
    ]
    return [drafts[i] for i in kept], [speakers[i] for i in kept]


def kind_of(page: Page, content: tuple[Span, ...], *, nested: bool = False) -> StatementKind:
    """Direct where all letters of the content stand inside quotation marks, mixed where some, indirect where none.

    nested: the content stands inside a quotation itself, whose marks do not count.
    """
    doc, shelf = page.doc, page.inner if nested else page.outer
    letters = sum(_letters(doc.text, piece.start, piece.end) for piece in content)
    inside = sum(
        _letters(doc.text, max(mark.start, piece.start), min(mark.end, piece.end))
        for piece in content
        for mark in (doc.quotations[number].span for number in shelf.between(piece.start, piece.end))
    )
    if not inside:
        return "indirect"
    return "direct" if inside == letters else "mixed"


def _without_comma(text: str, piece: Span) -> Span:
    """The piece without the comma that stands before its attribution."""
    bare = len(piece) > 1 and text[piece.end - 1] == ","
    return Span(piece.start, piece.end - 1) if bare else piece


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _circumstances(page: Page, draft: Draft) -> Circumstances:
    """The circumstances of a draft; where it has no cue, or its rule tells the act, that stays."""
    mark = draft.cue or draft.source
    line = line_at(page, mark.start, holder=draft.holder) if mark else None
    if line is None:
        return Circumstances(draft.act)
    source = (draft.source,) if draft.source else ()
    found = circumstances(line, source=source, cue=draft.cue, content=draft.content)
    return replace(found, act=draft.act) if draft.cue is None or draft.rule == "question put" else found


def _party_told(cast: Cast, addressee: Span | None, speaker: Speaker) -> int | None:
    """The number of the party that was told, who is not the speaker."""
    if addressee is None:
        return None
    mention = party_at(cast, addressee)
    party = mention.party if mention is not None else None
    return party if party != speaker.party else None
