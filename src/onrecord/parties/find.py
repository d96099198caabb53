"""All parties of an article: read its sentences, decide what each name is, then resolve mention after mention."""

from bisect import bisect_right

from msgspec.structs import replace

from onrecord.language import Doc, Sentence
from onrecord.parties.book import Book, Entry
from onrecord.parties.cast import Cast, with_mentions
from onrecord.parties.chunks import read_sentence
from onrecord.parties.headlines import is_title_case, read_headline
from onrecord.parties.pronouns import Choice, bound, gender_votes, likeliest
from onrecord.parties.reading import Chunk
from onrecord.parties.register import Judge, kind_of, register
from onrecord.parties.resolve import Resolved, resolve
from onrecord.parties.teams import playing
from onrecord.record import Party

# Parts of an article in which nobody is looked for.
_UNREAD = frozenset(["section", "byline", "dateline", "credit", "note", "boilerplate"])


def find_parties(doc: Doc, *, judge: Judge = kind_of, choose: Choice = likeliest) -> Cast:
    """Who is named in `doc`, and every place that names or means them.

    judge: what a name is that nothing else settles; choose: whom a pronoun means. The body is read before headlines in
        title case, whose capitals say nothing: there only known names count.
    """
    read = [s for s in doc.sentences if doc.paragraphs[s.paragraph].role not in _UNREAD]
    titled = [s for s in read if _is_heading(doc, s)]
    skipped = {s.span.start for s in titled}
    body = [s for s in read if s.span.start not in skipped]
    written = {token.text for s in body for token in s.tokens}
    chunks = [chunk for s in body for chunk in read_sentence(doc.text, s.tokens, written)]
    book = Book()
    register(book, chunks, doc.text, written, judge)
    chunks += [chunk for s in titled for chunk in read_headline(s, book)]
    chunks.sort(key=lambda chunk: (chunk.end, -chunk.start))
    _mark_quoted(chunks, doc)
    found = resolve(book, chunks, doc.text)
    for party in playing(book.entries, found.mentions, doc.text, written):
        book.entries[party].kind = "organisation"
    return _cast(book, found, doc, choose)


def _is_heading(doc: Doc, sentence: Sentence) -> bool:
    paragraph = doc.paragraphs[sentence.paragraph]
    closed = doc.text[paragraph.span.end - 1] in ".!?”\"’'…:;)"
    return is_title_case(sentence, paragraph.role, closed=closed)


def _mark_quoted(chunks: list[Chunk], doc: Doc) -> None:
    """Note of each chunk whether it stands inside a quotation of more than a few words."""
    pieces = sorted(piece for q in doc.quotations if q.depth == 0 for piece in q.pieces)
    starts = [piece.start for piece in pieces]
    for chunk in chunks:
        at = bisect_right(starts, chunk.start) - 1
        chunk.quoted = at >= 0 and chunk.start < pieces[at].end


def _cast(book: Book, found: Resolved, doc: Doc, choose: Choice) -> Cast:
    """The cast of the book's parties, with the pronouns outside quotations bound."""
    cast = Cast(
        parties=tuple(_party(entry, number) for number, entry in enumerate(book.entries, 1)),
        mentions=tuple(found.mentions),
        genders=tuple(entry.gender for entry in book.entries),
        paragraphs=tuple(p.span.start for p in doc.paragraphs),
        sentences=tuple(s.span.start for s in doc.sentences),
        text=doc.text,
        descriptions=tuple(found.descriptions),
        within=tuple(found.within),
    )
    cast = replace(cast, genders=gender_votes(cast))
    return with_mentions(bound(cast, choose, {}, quoted=False))


def _party(entry: Entry, number: int) -> Party:
    aliases = tuple(alias for alias in entry.aliases if alias != entry.name)
    return Party(f"p{number}", entry.name, entry.kind, role=entry.role, aliases=aliases)
