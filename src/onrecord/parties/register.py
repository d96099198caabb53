"""Which names of an article are persons and which are bodies, decided over all their places together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Literal

from onrecord.parties.book import Book
from onrecord.parties.reading import Chunk
from onrecord.parties.shapes import is_acronym, is_brand, peoples_of
from onrecord.parties.tables import BODIES, COMMON

Settled = Literal["person", "organisation", "unknown"]

_DEFINED = re.compile(r"[’']?\s?\((?:the |or )?[“\"]?(?P<acronym>[A-Z][\w.&-]{1,9})[”\"]?\)")


def register(book: Book, chunks: list[Chunk], text: str, written: Set[str]) -> None:
    """Write the full names of `chunks` into `book`, and settle the kind of each chunk that was unknown.

    What stays unknown is nobody, as far as the article shows.
    written: the article's words, as they are written.
    """
    _settle_long(chunks, text)
    _settle_defined(chunks, text)
    full = [chunk for chunk in chunks if chunk.kind == "person" and len(chunk.words) > 1]
    for chunk in sorted(full, key=lambda chunk: -len(chunk.words)):
        if book.find_person(chunk.words, None) is None:  # else "Al Saud" of "Abu Anas Al Saud"
            book.add_person(chunk.words, _name(chunk, text), chunk.start)
    _settle_countries(chunks, written)
    _settle_short(book, chunks)
    _add_bodies(book, chunks, text)


def _name(chunk: Chunk, text: str) -> str:
    return " ".join(text[chunk.name_start : chunk.name_end].split())


def _settle_long(chunks: Iterable[Chunk], text: str) -> None:
    """Names of several words: persons by what stands around any of their places, else bodies or nobody."""
    alone = {chunk.words[-1] for chunk in chunks if len(chunk.words) == 1 and chunk.kind in ("unknown", "person")}
    places: dict[tuple[str, ...], list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.kind in ("unknown", "person") and len(chunk.words) > 1:
            places[chunk.words].append(chunk)
    for words, same in places.items():
        sure = any(chunk.kind == "person" for chunk in same)
        kind = "person" if sure else _kind_of(words, same, text, alone)
        for chunk in same:
            chunk.kind = kind


def _kind_of(words: tuple[str, ...], places: list[Chunk], text: str, alone: set[str]) -> Settled:
    if any(_DEFINED.match(text, chunk.end) or _described(chunk) for chunk in places):
        return "organisation"
    signs = [chunk.evidence for chunk in places]
    evidence = (max(signs) if max(signs) > 1 else min(signs)) + 2 * (words[-1] in alone)
    if evidence >= 1 and len(words) <= 5 and not any(chunk.definite for chunk in places):
        return "person"
    plain = all(word.lower() in COMMON or not word[0].isupper() for word in words) and "of" not in words
    acts = any(chunk.subject and not chunk.opening for chunk in places)
    return "organisation" if acts and not plain else "unknown"


def _described(chunk: Chunk) -> bool:
    """Whether the word before the name says that it is a body: "giant", "newspaper"."""
    return chunk.title is not None and chunk.title.split()[-1].lower() in BODIES


def _settle_defined(chunks: list[Chunk], text: str) -> None:
    """Names of one word that the article defines in brackets behind a body's name: "(Dirco)"."""
    bodies = (chunk for chunk in chunks if chunk.kind == "organisation" and len(chunk.words) > 1)
    defined = {found["acronym"] for chunk in bodies if (found := _DEFINED.match(text, chunk.end))}
    for chunk in chunks:
        if chunk.kind == "unknown" and len(chunk.words) == 1 and chunk.words[0] in defined:
            chunk.kind = "organisation"


def _settle_countries(chunks: Iterable[Chunk], written: Set[str]) -> None:
    """Names of one word whose people the article names too: "Varonia" where it has "Varonian"."""
    for chunk in chunks:
        if chunk.kind == "unknown" and len(chunk.words) == 1:
            word = chunk.words[0]
            if any(people in written for people in peoples_of(word)):
                chunk.kind, chunk.known = "country", word


def _settle_short(book: Book, chunks: Iterable[Chunk]) -> None:
    """Names of one word: the last name of a person of the article, else a person or body that acts or speaks."""
    places: dict[str, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.kind in ("unknown", "person") and len(chunk.words) == 1:
            places[chunk.words[0]].append(chunk)
    for word, same in places.items():
        sure = book.find_person((word,), None) or any(chunk.kind == "person" for chunk in same)
        kind = "person" if sure else _kind_of_word(word, same)
        for chunk in same:
            chunk.kind = kind


def _kind_of_word(word: str, places: list[Chunk]) -> Settled:
    if any(_described(chunk) for chunk in places):
        return "organisation"
    sure = [chunk for chunk in places if not chunk.opening]
    if word.lower() in COMMON or word.lower().removesuffix("s") in COMMON or (not sure and len(places) < 2):
        return "unknown"
    if max(chunk.evidence for chunk in places) >= 2 and not any(chunk.definite for chunk in places):
        return "person"
    acts = any(chunk.subject and chunk.evidence >= 0 for chunk in places) and bool(sure)
    return "organisation" if acts or is_brand(word) else "unknown"


def _add_bodies(book: Book, chunks: Iterable[Chunk], text: str) -> None:
    """The organisations, longest names first, so that "Air Force" may be a short form of "Ukraine’s Air Force"."""
    bodies = [chunk for chunk in chunks if chunk.kind == "organisation"]
    for chunk in sorted(bodies, key=lambda chunk: (-len(chunk.words), chunk.start)):
        words = known_words(chunk)
        index = book.find_body(words)
        if index is None and (chunk.known or len(words) < 2 or book.find_short_body(words) is None):
            index = book.add_body(words, chunk.known or _name(chunk, text), "organisation", chunk.start)
        if index is not None:
            _note_body(book, chunk, index, text)


def known_words(chunk: Chunk) -> tuple[str, ...]:
    """The words by which a body is entered: those of its usual name, where a table has it."""
    return tuple(chunk.known.split()) if chunk.known else chunk.words


def _note_body(book: Book, chunk: Chunk, index: int, text: str) -> None:
    if chunk.title:
        book.entries[index].described = chunk.title.lower()
    defined = _DEFINED.match(text, chunk.end) if len(chunk.words) > 1 else None
    if defined and (is_acronym(defined["acronym"]) or len(chunk.words) > 2):
        book.alias((defined["acronym"],), index)
