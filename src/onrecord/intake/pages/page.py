"""A saved page as copy."""

from collections.abc import Sequence
from itertools import islice

from lxml import html

from onrecord.errors import ReadError
from onrecord.intake.agencies import agency_name
from onrecord.intake.copy import Copy, DatelineText
from onrecord.intake.datelines import find_dateline
from onrecord.intake.english import is_english
from onrecord.intake.pages.blocks import Block, find_blocks
from onrecord.intake.pages.body import Told, find_captions, tell_parts
from onrecord.intake.pages.deck import find_deck
from onrecord.intake.pages.encoding import decode_page
from onrecord.intake.pages.ends import settled
from onrecord.intake.pages.fields import Fields, find_fields
from onrecord.intake.pages.outline import is_kept, mended, own_outline, trafilatura_keys
from onrecord.intake.pages.scene import Scene, set_scene
from onrecord.intake.pages.shown import Shown, dateline_apart, find_shown
from onrecord.intake.pages.tree import parse
from onrecord.intake.pages.walls import is_list, wall_of
from onrecord.intake.places import is_place_alone
from onrecord.intake.signals import find_signals
from onrecord.record import Paragraph, Role, Source
from onrecord.spans import Span

# In characters: the least that counts as an article by itself.
_LEAST = 200
# In characters: what is longer is no date and no name.
_LONG = 100

Line = tuple[str, Role, Block | None]


def read_page(data: bytes, *, name: str = "the page", published: str | None = None) -> Copy:
    """The copy of the article of a saved page: its headline, standfirst, paragraphs and what it says about itself.

    name: what to call the page in a message. published: where the page does not say when, "YYYY-MM-DD".
    Raises ReadError where the bytes are no page, or the page shows no article.
    """
    root = parse(decode_page(data, name=name), name=name)
    fields = find_fields(root)
    blocks, kept = _outlined(root)
    scene = set_scene(blocks, kept, fields.headline)
    shown = find_shown(scene, _text_below(scene), language=fields.language)
    byline = fields.byline or shown.byline
    told = settled(scene, tell_parts(scene, byline=byline))
    deck, numbers = find_deck(scene, told, fields.decks, byline=byline)
    lines: list[Line] = [
        (t.block.text, _role(t), t.block) for t in told if t.number not in numbers and t.part != "caption"
    ]
    # Behind the text, so that they stand between no two paragraphs of it.
    lines += [(block.text, "caption", block) for block in find_captions(scene, told)]
    if not any(role == "body" for _, role, _ in lines):
        deck, lines = None, _from_metadata(fields)
    _check_is_article(scene, fields, lines, name)
    if is_list(scene, [t.number for t in told if t.part == "body"]):
        raise ReadError(f"{name}: this is a list of articles, not one; save the page of the article itself")
    return _copy(fields, shown, deck, lines, published)


def _outlined(root: html.HtmlElement) -> tuple[list[Block], list[bool]]:
    """The blocks of the page, and whether each is likely to be the article's."""
    blocks = tuple(find_blocks(root))
    kept = is_kept(blocks, trafilatura_keys(root, blocks=len(blocks)))
    is_found = any(is_one and block.linked < 0.5 for block, is_one in zip(blocks, kept, strict=True))
    return mended(blocks, kept if is_found else own_outline(blocks))


def _text_below(scene: Scene) -> int:
    """The number of the second long block below the headline that was kept: the first may be the standfirst, and names
    and dates stand on either side of it."""
    below = range(scene.headline + 1, len(scene.blocks))
    long = (n for n in below if scene.kept[n] and len(scene.blocks[n].text) > _LONG)
    return next(islice(long, 1, None), len(scene.blocks))


def _role(told: Told) -> Role:
    return "body" if told.part == "out" else told.part


def _from_metadata(fields: Fields) -> list[Line]:
    """The paragraphs that the page has in its metadata alone, as pages do whose text a script shows."""
    if fields.body is None or len(fields.body) < _LEAST:
        return []
    return [(line, "body", None) for line in fields.body.split("\n")]


def _check_is_article(scene: Scene, fields: Fields, lines: Sequence[Line], name: str) -> None:
    body = [words for words, role, _ in lines if role == "body"]
    read = sum(map(len, body))
    # A banner on cookies stands on many a page with an article, and counts only where little else does.
    text = "\n".join(body if read >= _LEAST else (block.text for block in scene.blocks[:60]))
    if wall := wall_of([*fields.titles, fields.headline], text, read=read):
        what, mend = wall
        raise ReadError(f"{name}: this is {what}, not an article; {mend}")
    if not read:
        raise ReadError(f"{name}: the page shows no article; save it from a browser once its text is to be seen")


def _copy(fields: Fields, shown: Shown, deck: str | None, body: Sequence[Line], published: str | None) -> Copy:
    lines: list[Line] = [(fields.headline, "headline", None)] if fields.headline else []
    lines += [(deck, "deck", None)] if deck else []
    lines += body
    text, paragraphs = _laid_out(lines)
    dateline, paragraphs = _with_dateline(text, paragraphs, lines)
    return Copy(
        text=text,
        paragraphs=paragraphs,
        headline=fields.headline,
        deck=deck,
        section=fields.section,
        byline=fields.byline or shown.byline or fields.signature,
        dateline=dateline,
        published=fields.published or shown.published or published,
        modified=fields.modified,
        language=fields.language or ("en" if is_english(text) else None),
        source=Source(_agency(dateline, fields), fields.publisher, fields.url, "html"),
        signals=find_signals(fields.headline, _noted(lines)),
    )


def _agency(dateline: DatelineText | None, fields: Fields) -> str | None:
    """The agency of the dateline, or the one that signs the article in the page's metadata."""
    if dateline and dateline.agency:
        return dateline.agency
    return next(filter(None, map(agency_name, fields.signature)), None)


def _noted(lines: Sequence[Line]) -> list[str]:
    """The words in which signals are looked for: the article's, and behind them the editors' notes from all over it."""
    inner = [words for words, role, _ in lines if role not in {"caption", "note"}]
    return inner + [words for words, role, _ in lines if role == "note"]


def _laid_out(lines: Sequence[Line]) -> tuple[str, tuple[Paragraph, ...]]:
    """The lines as one text with a blank line between them, and where each stands in it."""
    paragraphs, place = [], 0
    for words, role, _ in lines:
        paragraphs.append(Paragraph(Span(place, place + len(words)), role))
        place += len(words) + 2
    return "\n\n".join(words for words, _, _ in lines), tuple(paragraphs)


def _with_dateline(
    text: str, paragraphs: tuple[Paragraph, ...], lines: Sequence[Line]
) -> tuple[DatelineText | None, tuple[Paragraph, ...]]:
    """The dateline at the head of the first paragraph, or in a line or an element of its own, and the paragraphs with
    it."""
    n = next(n for n, paragraph in enumerate(paragraphs) if paragraph.role == "body")
    for alone in (n - 1, n):
        if alone >= 0 and alone + 1 < len(lines) and paragraphs[alone].role in {"subheading", "body"}:
            span = paragraphs[alone].span
            if found := _whole_dateline(text, span):
                return found, (*paragraphs[:alone], Paragraph(span, "dateline"), *paragraphs[alone + 1 :])
    span, block = paragraphs[n].span, lines[n][2]
    found = find_dateline(text, span.start, span.end)
    if found is None and block is not None:
        found = dateline_apart(block, text, span.start)
    return found, paragraphs


def _whole_dateline(text: str, span: Span) -> DatelineText | None:
    """The dateline that a line is, where it is one and nothing else."""
    found = find_dateline(text, span.start, span.end)
    if found is not None and found.span == span:
        return found
    return DatelineText(span, span.cut(text).strip(" —–-,.:|")) if is_place_alone(span.cut(text)) else None
