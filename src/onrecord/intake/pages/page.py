"""A saved page as copy."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.datelines import find_dateline
from onrecord.intake.english import is_english
from onrecord.intake.pages.blocks import find_blocks
from onrecord.intake.pages.body import Told, tell_parts
from onrecord.intake.pages.deck import find_deck
from onrecord.intake.pages.encoding import decode_page
from onrecord.intake.pages.fields import Fields, find_fields
from onrecord.intake.pages.outline import is_kept, trafilatura_keys
from onrecord.intake.pages.scene import set_scene
from onrecord.intake.pages.tree import parse
from onrecord.intake.signals import find_signals
from onrecord.record import Paragraph, Role, Source
from onrecord.spans import Span


def read_page(data: bytes, *, name: str = "the page", published: str | None = None) -> Copy:
    """The copy of the article of a saved page.

    name: what to call the page in a message. published: where the page does not say when, "YYYY-MM-DD".
    Raises ReadError where the bytes are no page, or the page shows no article.
    """
    root = parse(decode_page(data, name=name), name=name)
    fields = find_fields(root)
    blocks = tuple(find_blocks(root))
    scene = set_scene(blocks, is_kept(blocks, trafilatura_keys(root)), fields.headline)
    told = tell_parts(scene, byline=fields.byline)
    deck, numbers = find_deck(scene, told, fields.decks, byline=fields.byline)
    parts = [t for t in told if t.number not in numbers]
    if not any(t.part == "body" for t in parts):
        raise ReadError(f"{name}: the page shows no article; save the page once its text is to be seen")
    return _copy(fields, deck, parts, published)


def _copy(fields: Fields, deck: str | None, told: Sequence[Told], published: str | None) -> Copy:
    lines: list[tuple[str, Role]] = [(fields.headline, "headline")] if fields.headline else []
    lines += [(deck, "deck")] if deck else []
    lines += [(t.block.text, t.part) for t in told if t.part != "out"]
    text, paragraphs = _laid_out(lines)
    copy = Copy(
        text=text,
        paragraphs=paragraphs,
        headline=fields.headline,
        deck=deck,
        section=fields.section,
        byline=fields.byline,
        published=fields.published or published,
        language=fields.language or ("en" if is_english(text) else None),
        source=Source(publisher=fields.publisher, url=fields.url, format="html"),
    )
    lead = next(p for p in paragraphs if p.role == "body")
    dateline = find_dateline(text, lead.span.start, lead.span.end)
    return replace(copy, dateline=dateline, signals=find_signals(fields.headline, [words for words, _ in lines]))


def _laid_out(lines: Sequence[tuple[str, Role]]) -> tuple[str, tuple[Paragraph, ...]]:
    """The lines as one text with a blank line between them, and where each stands in it."""
    paragraphs, place = [], 0
    for words, role in lines:
        paragraphs.append(Paragraph(Span(place, place + len(words)), role))
        place += len(words) + 2
    return "\n\n".join(words for words, _ in lines), tuple(paragraphs)
