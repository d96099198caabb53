"""Which names of an article are persons and which are bodies, decided over all their places together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from typing import Literal

from msgspec import Struct

from onrecord.parties.book import Book
from onrecord.parties.kinds import scores
from onrecord.parties.reading import Chunk
from onrecord.parties.shapes import is_acronym, peoples_of
from onrecord.parties.tables import BODIES, FIRST_NAMES, KNOWN

Settled = Literal["person", "organisation", "place", "unknown"]

_DEFINED = re.compile(r"[’']?\s?\((?:the |or )?[“\"]?(?P<acronym>[A-Z][\w.&-]{1,9})[”\"]?\)")


class Name(Struct, frozen=True):
    """A name that no table and no title settles, over all its places in the article.

    alone: whether its last word stands by itself elsewhere.
    """

    words: tuple[str, ...]
    places: tuple[Chunk, ...]
    text: str
    alone: bool


Judge = Callable[[Name], Settled]


def register(book: Book, chunks: list[Chunk], text: str, written: Set[str], judge: Judge) -> None:
    """Write the full names of `chunks` into `book`, and settle the kind of each chunk that was unknown.

    What stays unknown is nobody, as far as the article shows. judge: what names are that nothing else settles.
    written: the article's words, as they are written.
    """
    _settle_long(chunks, text, judge)
    _settle_defined(chunks, text)
    full = [chunk for chunk in chunks if chunk.kind == "person" and len(chunk.words) > 1]
    for chunk in sorted(full, key=lambda chunk: -len(chunk.words)):
        if book.find_person(chunk.words, None) is None:  # else "Al Saud" of "Abu Anas Al Saud"
            book.add_person(chunk.words, _name(chunk, text), chunk.start)
    _settle_namesakes(book, chunks)
    _settle_countries(chunks, written)
    _settle_short(book, chunks, text, judge)
    _add_bodies(book, chunks, text)


def _name(chunk: Chunk, text: str) -> str:
    return " ".join(text[chunk.name_start : chunk.name_end].split())


def _settle_long(chunks: Iterable[Chunk], text: str, judge: Judge) -> None:
    """Names of several words: persons by their titles, else what they and their places look like."""
    alone = {chunk.words[-1] for chunk in chunks if len(chunk.words) == 1 and chunk.kind in ("unknown", "person")}
    for words, same in _by_name(chunks, single=False).items():
        titled = any(chunk.title is not None and chunk.kind == "person" for chunk in same)
        kind = "person" if titled else _judged(Name(words, tuple(same), text, words[-1] in alone), judge)
        for chunk in same:
            chunk.kind = kind


def _by_name(chunks: Iterable[Chunk], *, single: bool) -> dict[tuple[str, ...], list[Chunk]]:
    """The chunks that may be persons by their words. single: those of one word, else those of more."""
    found: dict[tuple[str, ...], list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        if chunk.kind in ("unknown", "person") and (len(chunk.words) == 1) == single:
            found[chunk.words].append(chunk)
    return found


def _judged(name: Name, judge: Judge) -> Settled:
    """A body where the word before the name says so anywhere; a person where a given name stands before a place
    ("Vesna Harrow"); else as judged."""
    if any(_described(chunk) for chunk in name.places):
        return "organisation"
    kind = judge(name)
    if (
        kind in ("place", "unknown")
        and len(name.words) == 2
        and name.words[0].lower() in FIRST_NAMES
        and name.words[1] in KNOWN
    ):
        return "person"
    return kind


def kind_of(name: Name) -> Settled:
    """What the name most likely is."""
    best = scores(name.words, (chunk.signs for chunk in name.places), of_article(name))
    return _SETTLED[max(range(len(best)), key=best.__getitem__)]


_SETTLED: tuple[Settled, ...] = ("person", "organisation", "place", "unknown")


def of_article(name: Name) -> list[str]:
    """What is true of a name over all its places, by whether it has one word, two or three, or more."""
    words, places = name.words, name.places
    signs = [chunk.evidence for chunk in places]
    told = [
        f"seen {min(len(places), 4)}",
        f"most {max(-3, min(4, max(signs)))}",
        f"least {max(-3, min(4, min(signs)))}",
    ]
    facts = {
        "alone": name.alone,
        "definite": any(chunk.definite for chunk in places),
        "given name": any(chunk.kind == "person" for chunk in places),
        "defined": any(_DEFINED.match(name.text, chunk.end) for chunk in places),
        "described": any(_described(chunk) for chunk in places),
        "office": any(chunk.office for chunk in places),
        "acts": any(chunk.subject and not chunk.opening for chunk in places),
        "opening": all(chunk.opening for chunk in places),
    }
    told += [name for name, holds in facts.items() if holds]
    size = "one" if len(words) == 1 else "few" if len(words) < 4 else "many"
    return [f"{size}: {name}" for name in told]


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


def _settle_namesakes(book: Book, chunks: Iterable[Chunk]) -> None:
    """Known names of one word that are the last name of a person of the article: "Harrow" of a "Vesna Harrow"."""
    for chunk in chunks:
        if len(chunk.words) == 1 and (chunk.kind == "place" or (chunk.kind == "organisation" and chunk.known)):
            found = book.find_person(chunk.words, None)
            if found and book.entries[found[0]].words[-1] == chunk.words[0]:
                chunk.kind, chunk.known = "person", None


def _settle_countries(chunks: Iterable[Chunk], written: Set[str]) -> None:
    """Names of one word whose people the article names too: "Varonia" where it has "Varonian"."""
    for chunk in chunks:
        if chunk.kind == "unknown" and len(chunk.words) == 1:
            word = chunk.words[0]
            if any(people in written for people in peoples_of(word)):
                chunk.kind, chunk.known = "country", word


def _settle_short(book: Book, chunks: Iterable[Chunk], text: str, judge: Judge) -> None:
    """Names of one word: the last name of a person of the article, else by what they and their places look like."""
    for words, same in _by_name(chunks, single=True).items():
        sure = book.find_person(words, None) or any(chunk.title and chunk.kind == "person" for chunk in same)
        kind = "person" if sure else _judged(Name(words, tuple(same), text, alone=False), judge)
        for chunk in same:
            chunk.kind = kind


def _add_bodies(book: Book, chunks: Iterable[Chunk], text: str) -> None:
    """The organisations, longest names first, so that "Air Force" may be a short form of "Ukraine’s Air Force"."""
    bodies = [chunk for chunk in chunks if chunk.kind == "organisation"]
    for chunk in sorted(bodies, key=lambda chunk: (-len(chunk.words), chunk.start)):
        words = known_words(chunk)
        index = book.find_body(words)
        if index is None and (chunk.known or len(words) < 2 or _is_new(book, words)):
            index = book.add_body(words, chunk.known or _name(chunk, text), "organisation", chunk.start)
        if index is not None:
            _note_body(book, chunk, index, text)


def _is_new(book: Book, words: tuple[str, ...]) -> bool:
    """Whether no longer name ends so or has all its words."""
    return book.find_short_body(words) is None and book.find_like_body(words) is None


def known_words(chunk: Chunk) -> tuple[str, ...]:
    """The words by which a body is entered: those of its usual name, where a table has it."""
    return tuple(chunk.known.split()) if chunk.known else chunk.words


def _note_body(book: Book, chunk: Chunk, index: int, text: str) -> None:
    if chunk.title and chunk.title.lower() not in book.entries[index].described:
        book.entries[index].described += f" {chunk.title.lower()}"
    defined = _DEFINED.match(text, chunk.end) if len(chunk.words) > 1 else None
    if defined and (is_acronym(defined["acronym"]) or len(chunk.words) > 2):
        book.alias((defined["acronym"],), index)
