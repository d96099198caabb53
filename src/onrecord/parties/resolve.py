"""From what was found to whom it means: mention after mention, in the order of the text."""

from typing import NamedTuple

from onrecord.parties.book import Book
from onrecord.parties.cast import Form, Mention
from onrecord.parties.describing import bound_to_name, describe
from onrecord.parties.keys import role_words
from onrecord.parties.reading import Chunk
from onrecord.parties.register import known_words
from onrecord.parties.shapes import is_acronym
from onrecord.parties.tables import BODIES, TITLES, Gender
from onrecord.record import PartyKind
from onrecord.spans import Span

Answer = tuple[int | None, Form, str | None]


class Resolved(NamedTuple):
    """The mentions that name or stand for a party, the descriptions of people and papers, and the names inside the
    phrases of others, each in order of where they end."""

    mentions: list[Mention]
    descriptions: list[Mention]
    within: list[Mention]


def resolve(book: Book, chunks: list[Chunk], text: str) -> Resolved:
    """Whom the chunks mean.

    chunks: in order of where they end, so that a name is known before the description that holds it. Pronouns are
        left open.
    """
    mentions: list[Mention] = []
    described: list[Mention] = []
    within: list[Mention] = []
    for chunk in chunks:
        if chunk.kind == "within":
            within.append(_within(book, chunk, text))
            continue
        if chunk.kind in ("described", "document"):
            described.append(describe(book, chunk, mentions, text))
            continue
        answer = _ANSWERS[chunk.kind](book, chunk, text) if chunk.kind in _ANSWERS else None
        if answer is None:
            continue
        index, form, ground = answer
        named = form in ("name", "last_name", "acronym", "country", "place")
        name = Span(chunk.name_start, chunk.name_end) if named else None
        mention = Mention(
            Span(chunk.start, chunk.end), name, index, form, ground, chunk.subject, chunk.quoted, chunk.says
        )
        mentions.append(mention)
        if index is not None:
            book.note(index, mention.span, _name(chunk, text) if named else None)
            if chunk.subject:
                book.acted(index)
            if form == "name" and described and book.entries[index].kind == "person":
                described[-1] = bound_to_name(described[-1], mention, text)
    return Resolved(mentions, described, within)


def _within(book: Book, chunk: Chunk, text: str) -> Mention:
    words = known_words(chunk)
    index = next(
        (i for find in (book.find_body, book.find_short_body, book.find_like_body) if (i := find(words)) is not None),
        None,
    )
    if index is None:
        index = book.add_body(words, chunk.known or _name(chunk, text), _WITHIN[chunk.noun][0], chunk.start)
    span = Span(chunk.start, chunk.end)
    return Mention(span, span, index, _WITHIN[chunk.noun][1], "name inside a phrase")


# The kind of party that a name inside a phrase is, and the form of its mention.
_WITHIN: dict[str, tuple[PartyKind, Form]] = {
    "organisation": ("organisation", "name"), "country": ("country", "country"), "place": ("place", "place"),
}  # fmt: skip


def _name(chunk: Chunk, text: str) -> str:
    """The bare name, on one line."""
    return " ".join(text[chunk.name_start : chunk.name_end].split())


def _person(book: Book, chunk: Chunk, text: str) -> Answer:
    found = book.find_person(chunk.words, _title_gender(chunk.title))
    index, ground = found or (book.add_person(chunk.words, _name(chunk, text), chunk.start), "only name")
    for office, strong in ((chunk.title, True), (chunk.office, False)):
        if office:
            book.give_role(index, office, strong=strong)
    full = ground == "full name" and len(chunk.words) > 1
    return index, "name" if full else "last_name", ground


def _title_gender(title: str | None) -> Gender | None:
    """The gender of a courtesy title right before the name; other titles may be of somebody near him or her."""
    if not title:
        return None
    row = TITLES.get(title.split()[-1].rstrip(".").lower())
    return row.gender if row and row.kind == "courtesy" else None


def _organisation(book: Book, chunk: Chunk, text: str) -> Answer:
    words = known_words(chunk)
    index = book.find_body(words)
    form: Form = "acronym" if len(chunk.words) == 1 and is_acronym(chunk.words[0]) else "name"
    if index is not None:
        return index, form, "acronym" if form == "acronym" else "full name"
    index = book.find_short_body(words)
    if index is not None:
        return index, form, "end of the name"
    index = book.find_like_body(words)
    if index is not None:
        return index, form, "words of the name"
    index = book.add_body(words, chunk.known or _name(chunk, text), "organisation", chunk.start)
    return index, form, "full name"


def _country(book: Book, chunk: Chunk, text: str) -> Answer:
    words = known_words(chunk)
    index = book.add_body(words, " ".join(words), "country", chunk.start)
    ground = {"country": "country name", "capital": "capital"}.get(chunk.kind, "demonym")
    return index, "group" if chunk.kind == "people" else "country", ground


def _place(book: Book, chunk: Chunk, text: str) -> Answer:
    index = book.add_body(known_words(chunk), chunk.known or _name(chunk, text), "place", chunk.start)
    return index, "place", "name of a place"


def _role(book: Book, chunk: Chunk, text: str) -> Answer:
    index = book.find_role(role_words(chunk.words))
    return index, "role", "role given in the article" if index is not None else None


def _body(book: Book, chunk: Chunk, text: str) -> Answer:
    """ "the ministry", "the provincial department": by all its words first, then by the last."""
    noun = chunk.words[-1].lower()
    shorts = (book.find_short_body(chunk.words[first:]) for first in range(1, len(chunk.words)))
    index = next((index for index in shorts if index is not None), None)
    if index is not None and book.entries[index].seen >= 0:
        return index, "role", "end of the name"
    like = book.find_like_body(tuple(word for word in chunk.words if word.lower() != "the"))
    if like is not None:
        return like, "role", "words of the name"
    by_kind = book.find_by_kind(noun) if noun in BODIES else None
    if by_kind is not None:
        return by_kind, "role", "kind of body"
    return index, "role", "end of the name" if index is not None else None


def _pronoun(book: Book, chunk: Chunk, text: str) -> Answer:
    return None, "pronoun", None


_ANSWERS = {
    "person": _person, "organisation": _organisation, "country": _country, "capital": _country, "people": _country,
    "place": _place, "role": _role, "body": _body, "pronoun": _pronoun,
}  # fmt: skip
