"""Whom a description means: the party of an apposition, one described before, a body whose members they are.

A paper ("the letter stated") stands for its author, as the guidelines of the gold records have it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.parties.book import Book
from onrecord.parties.cast import Form, Mention
from onrecord.parties.reading import Chunk
from onrecord.parties.tables import KNOWN, PEOPLE
from onrecord.spans import Span

Answer = tuple[int | None, str | None]

_NEAR = 8  # mentions of a sentence before a paper


def describe(book: Book, chunk: Chunk, mentions: Sequence[Mention], text: str) -> Mention:
    """The mention of a description, with its party where it is known. mentions: those that end before it does."""
    if chunk.kind == "document":
        index, ground = _author(book, chunk, mentions[-_NEAR:])
        book.told.papers.append((chunk.noun, index))
        if index is not None:
            book.acted(index)
    else:
        index, ground = _people(book, chunk, mentions[-1] if mentions else None, text)
        book.see(index, chunk.start)
    form: Form = "paper" if chunk.kind == "document" else "description"
    return Mention(Span(chunk.start, chunk.end), None, index, form, ground, chunk.subject, chunk.quoted, chunk.says)


def bound_to_name(before: Mention, name: Mention, text: str) -> Mention:
    """The description, bound to the person's name behind it where that is its apposition: "a protester, Jane Roe"."""
    if (
        before.form != "description"
        or text[before.span.end : name.span.start] != ", "
        or before.ground != "description"
    ):
        return before
    return replace(before, party=name.party, ground="apposition")


def _people(book: Book, chunk: Chunk, last: Mention | None, text: str) -> tuple[int, str]:
    if last is not None and last.party is not None:
        if last.span.end == chunk.end:  # "the minister", which is a role already
            return last.party, last.ground or "role given in the article"
        person = book.entries[last.party].kind == "person"
        if person and not chunk.plural and text[last.span.end : chunk.start] == ", ":
            return last.party, "apposition"
    people = PEOPLE.get(chunk.words[-1]) or PEOPLE[chunk.words[-1].lower()]
    if chunk.plural and not people.bodies.isdisjoint(map(str.lower, chunk.of)):
        body = book.find_body(chunk.of)
        if body is not None:
            return body, "members of the body"
    if chunk.definite:
        index = book.told.find(chunk)
        if index is not None:
            return index, "same description"
        body = book.find_body_of(people) if chunk.plural and len(chunk.words) == 1 else None
        if body is not None:
            book.told.remember(chunk, body)
            return body, "members of the body"
    name = " ".join(text[chunk.name_start : chunk.end].split())
    return book.add_described(chunk, name, people.gender), "description"


def _author(book: Book, chunk: Chunk, mentions: Sequence[Mention]) -> Answer:
    """The author of a paper: its owner, who is named behind it, the author of the one before, or who issued it."""
    named = _named(book, chunk.of)
    if named is not None:
        return named, "paper: its author"
    owner = next((m.party for m in reversed(mentions) if m.span.start >= chunk.start and m.party is not None), None)
    before = [author for noun, author in reversed(book.told.papers) if noun == chunk.noun and author is not None]
    country = _country(chunk.words) if owner is None else book.entries[owner].name
    if country is not None:
        ours = (author for author in before if book.entries[author].name.startswith(country))
        own = book.find_body((country,)) if owner is None else owner
        return next(ours, own), "paper: its owner"
    if chunk.definite and before:
        return before[0], "paper: as before"
    if chunk.issued >= 0:
        subjects = (m.party for m in mentions if m.subject and m.span.start >= chunk.issued and m.party is not None)
        return next(subjects, None), "paper: who issued it"
    return None, None


def _named(book: Book, words: tuple[str, ...]) -> int | None:
    if not words:
        return None
    body = book.find_body(words)
    if body is not None:
        return body
    person = book.find_person(words, None)
    return person[0] if person else None


def _country(words: tuple[str, ...]) -> str | None:
    """The country that an adjective before the noun says: "Swedish"."""
    entries = (KNOWN.get(word) for word in words[:-1])
    return next((entry.name for entry in entries if entry and entry.kind in ("country", "demonym")), None)
