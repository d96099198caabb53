"""Statements: every attribution of words or beliefs, with its source, cue and content."""

from onrecord.language import Doc
from onrecord.parties import Cast, party_at
from onrecord.record import Statement, StatementKind, Time
from onrecord.spans import Span
from onrecord.statements.dates import days_said
from onrecord.statements.drafts import Draft
from onrecord.statements.finding import find_drafts
from onrecord.statements.lines import Page
from onrecord.statements.nesting import parents_of
from onrecord.statements.speakers import Speaker, resolve_speakers

__all__ = ["find_statements"]


def find_statements(doc: Doc, cast: Cast, times: tuple[Time, ...]) -> tuple[Cast, tuple[Statement, ...]]:
    """The statements of an article in the order of their content, and the cast with the sources they brought in."""
    page = Page(doc, cast, times)
    drafts = find_drafts(page)
    cast, speakers = resolve_speakers(doc, cast, drafts)
    drafts, speakers = _without_repeats(drafts, speakers)
    parents = parents_of(drafts)
    days = days_said(drafts, speakers, times)
    return cast, tuple(
        Statement(
            id=f"s{i + 1}",
            content=tuple(_without_comma(doc.text, piece) for piece in draft.content),
            source=draft.source,
            cue=draft.cue,
            speaker=None if speaker.party is None else cast.parties[speaker.party].id,
            kind=kind_of(page, draft.content, nested=draft.holder is not None),
            act=draft.act,
            said_on=day,
            to=_party_told(cast, draft),
            asked=draft.asked,
            parent=None if parent is None else f"s{parent + 1}",
            rule=draft.rule,
            ground=speaker.ground,
        )
        for i, (draft, speaker, parent, day) in enumerate(zip(drafts, speakers, parents, days, strict=True))
    )


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


def _party_told(cast: Cast, draft: Draft) -> str | None:
    mention = party_at(cast, draft.addressee) if draft.addressee else None
    return cast.parties[mention.party].id if mention is not None and mention.party is not None else None
