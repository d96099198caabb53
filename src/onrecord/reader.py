"""The whole road of an article, from copy to record."""

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.intake import Copy, read_text
from onrecord.language import EngineName, make_doc, tag
from onrecord.parties import find_parties
from onrecord.record import Article, Dateline, Engine, Paragraph, Record
from onrecord.spans import strip
from onrecord.statements import find_statements, surest
from onrecord.times import anchor_date, find_times, settle_dateline
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.identity.authority import Authorities

_DASHES = "—–-_:.="  # what stands between a dateline and the first sentence


def read(
    source: Copy | str,
    *,
    published: str | None = None,
    engine: EngineName = "default",
    strict: bool = False,
    wide: bool = False,
    authority: "Authorities | None" = None,
) -> Record:
    """The record of one article: copy that was taken in, or its text as it stands on the page.

    published: "YYYY-MM-DD", the day that relative dates count from where the text has no dateline date;
        copy carries its own.
    engine: what finds the statements: "default", "accurate" (better, slower, weights of its own), or "rules" alone.
    strict: keep only the statements of which 95 in 100 are right (see docs/statements.md).
    wide: add what implies a view without being one that is told: deeds, hedges by nobody, mere pointers.
    authority: who is who by a file of one's own (`read_authorities`): sets `authority` of the parties that it has.
    Raises ReadError where the text is blank, ModelError where the engine's weights are not installed.
    """
    if isinstance(source, str):
        source = read_text(source, published=published)
    return read_copy(source, engine=engine, strict=strict, wide=wide, authority=authority)


def read_copy(
    copy: Copy,
    *,
    engine: EngineName = "default",
    strict: bool = False,
    wide: bool = False,
    authority: "Authorities | None" = None,
) -> Record:
    """The record of one article. The same copy gives the same record."""
    doc = make_doc(copy.text, paragraphs_apart(copy))
    dateline = _with_place(settle_dateline(copy.dateline, doc, copy.published), copy.place)
    anchor = anchor_date(dateline, copy.published)
    times = find_times(doc, anchor)
    reading = tag(doc, engine)
    found, statements = find_statements(doc, find_parties(doc), times, reading, wide=wide)
    if strict:
        statements = surest(statements, reading.strict)
    article = Article(
        text=copy.text,
        headline=copy.headline,
        deck=copy.deck,
        section=copy.section,
        byline=copy.byline,
        dateline=dateline,
        published=copy.published,
        language=copy.language,
        source=copy.source,
        paragraphs=copy.paragraphs,
        signals=copy.signals,
    )
    made_by = Engine("onrecord", __version__, reading.digest)
    record = Record(copy.id or text_id(copy.text), article, made_by, found.parties, times, statements)
    return authority.apply(record) if authority else record


def _with_place(dateline: Dateline, place: str | None) -> Dateline:
    """The dateline with the place that stands beside the text, where the text gives none itself."""
    if place is None or dateline.place is not None:
        return dateline
    return replace(dateline, place=place, notes=(*dateline.notes, "the place stands beside the text, not in it"))


def paragraphs_apart(copy: Copy) -> tuple[Paragraph, ...]:
    """The paragraphs of `copy`, the dateline as one of its own, so that no sentence begins with it."""
    if copy.dateline is None:
        return copy.paragraphs
    dateline = Paragraph(copy.dateline.span, "dateline")
    apart: list[Paragraph] = []
    for paragraph in copy.paragraphs:
        if not paragraph.span.holds(dateline.span):
            apart.append(paragraph)
            continue
        rest = strip(copy.text, dateline.span.end, paragraph.span.end, _DASHES)
        apart += [dateline] if rest is None else [dateline, Paragraph(rest, paragraph.role)]
    return tuple(apart)


def text_id(text: str) -> str:
    """The id of an article that came without one: 16 hex digits of the SHA-256 of its text."""
    return sha256(text.encode()).hexdigest()[:16]
