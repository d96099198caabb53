"""All parties of an article: read its sentences, decide what each name is, then resolve mention after mention."""

from bisect import bisect_right

import msgspec

from onrecord.language import Doc, Sentence
from onrecord.parties.book import Book, Entry
from onrecord.parties.cast import Cast, Mention
from onrecord.parties.chunks import read_sentence
from onrecord.parties.headlines import is_title_case, read_headline
from onrecord.parties.pronouns import bind_pronouns, gender_votes
from onrecord.parties.reading import Chunk
from onrecord.parties.register import register
from onrecord.parties.resolve import resolve
from onrecord.record import Party
from onrecord.spans import Span

# Parts of an article in which nobody is looked for.
_UNREAD = frozenset(["section", "byline", "dateline", "credit", "note", "boilerplate"])


def find_parties(doc: Doc) -> Cast:
    """Who is named in `doc`, and every place that names or means them.

    The body is read before headlines in title case, whose capitals say nothing: there only known names count.
    """
    read = [s for s in doc.sentences if doc.paragraphs[s.paragraph].role not in _UNREAD]
    titled = [s for s in read if _is_heading(doc, s)]
    skipped = {s.span.start for s in titled}
    body = [s for s in read if s.span.start not in skipped]
    written = {token.text for s in body for token in s.tokens}
    chunks = [chunk for s in body for chunk in read_sentence(doc.text, s.tokens, written)]
    book = Book()
    register(book, chunks, doc.text, written)
    chunks += [chunk for s in titled for chunk in read_headline(s, book)]
    chunks.sort(key=lambda chunk: chunk.start)
    _mark_quoted(chunks, doc)
    return _cast(book, resolve(book, chunks, doc.text), doc)


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


def _cast(book: Book, mentions: list[Mention], doc: Doc) -> Cast:
    """The cast of the parties that are mentioned, numbered by first mention."""
    order: dict[int, int] = {}
    for mention in mentions:
        if mention.party is not None:
            order.setdefault(mention.party, len(order))
    renumbered = [
        mention if mention.party is None else msgspec.structs.replace(mention, party=order[mention.party])
        for mention in mentions
    ]
    entries = [book.entries[old] for old in order]
    parties = tuple(_party(entry, number) for number, entry in enumerate(entries, 1))
    cast = Cast(
        parties, tuple(renumbered), tuple(entry.gender for entry in entries),
        tuple(p.span.start for p in doc.paragraphs), tuple(s.span.start for s in doc.sentences), doc.text,
    )  # fmt: skip
    cast = bind_pronouns(msgspec.structs.replace(cast, genders=gender_votes(cast)))
    return _with_mentions(cast)


def _party(entry: Entry, number: int) -> Party:
    aliases = tuple(alias for alias in entry.aliases if alias != entry.name)
    return Party(f"p{number}", entry.name, entry.kind, role=entry.role, aliases=aliases)


def _with_mentions(cast: Cast) -> Cast:
    """The cast whose parties hold the spans of their mentions."""
    spans: list[list[Span]] = [[] for _ in cast.parties]
    for mention in cast.mentions:
        if mention.party is not None:
            spans[mention.party].append(mention.span)
    parties = tuple(
        msgspec.structs.replace(party, mentions=tuple(own)) for party, own in zip(cast.parties, spans, strict=True)
    )
    return msgspec.structs.replace(cast, parties=parties)
