"""Which names of an article are persons and which are bodies, decided over all their places together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from onrecord.parties.book import Book
from onrecord.parties.closed import PARTICLES, PLACE_ENDS
from onrecord.parties.kinds import class_of, scores
from onrecord.parties.reading import Chunk
from onrecord.parties.shapes import is_acronym, peoples_of
from onrecord.parties.tables import BODIES, FIRST_NAMES, KNOWN

Settled = Literal["person", "organisation", "place", "unknown"]

_DEFINED = re.compile(r"[’']?\s?\((?:the |or )?[“\"]?(?P<acronym>[A-Z][\w.&-]{1,9})[”\"]?\)")


class Name(Struct, frozen=True):
    """A name that no table and no title settles, over all its places in the article.

    alone: whether its last word stands by itself elsewhere.
    longer, ends: the classes of the words that stand in other names behind its last word and before its first:
        "body" of "Tolan" where the article has the "Tolan Foundation", "company" where it has "Tolan Inc".
    """

    words: tuple[str, ...]
    places: tuple[Chunk, ...]
    text: str
    alone: bool
    longer: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()


Judge = Callable[[Name], Settled]


def register(book: Book, chunks: list[Chunk], text: str, written: Set[str], judge: Judge) -> None:
    """Write the full names of `chunks` into `book`, and settle the kind of each chunk that was unknown.

    What stays unknown is nobody, as far as the article shows. judge: what names are that nothing else settles.
    written: the article's words, as they are written.
    """
    beside = Beside(chunks)
    _settle_long(chunks, text, judge, beside)
    _settle_defined(chunks, text)
    full = [chunk for chunk in chunks if chunk.kind == "person" and len(chunk.words) > 1]
    for chunk in sorted(full, key=lambda chunk: -len(chunk.words)):
        if book.find_person(chunk.words, None) is None:  # else "Al Saud" of "Abu Anas Al Saud"
            book.add_person(chunk.words, _name(chunk, text), chunk.start)
    _settle_namesakes(book, chunks, text)
    _settle_countries(chunks, written)
    _settle_short(book, chunks, text, judge, beside)
    _add_bodies(book, chunks, text)


def _name(chunk: Chunk, text: str) -> str:
    return " ".join(text[chunk.name_start : chunk.name_end].split())


class Beside:
    """Which classes of words stand beside a word in the names of an article: behind it, and before it."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self._behind: dict[str, set[str]] = {}
        self._before: dict[str, set[str]] = {}
        for words in {chunk.words for chunk in chunks if chunk.kind in _NAMED and len(chunk.words) > 1}:
            for one, other in pairwise(words):
                if one[0].isupper() and other[0].isupper():
                    body = BODIES.get(other.lower())
                    firm = body is not None and body.kind == "company"
                    self._behind.setdefault(one, set()).add("company" if firm else class_of(other))
                    self._before.setdefault(other, set()).add(class_of(one))

    def name(self, words: tuple[str, ...], places: Iterable[Chunk], text: str, *, alone: bool) -> Name:
        behind, before = self._behind.get(words[-1], ()), self._before.get(words[0], ())
        return Name(words, tuple(places), text, alone, frozenset(behind), frozenset(before))


_LANDS = frozenset(["place", "capital"])
_NAMED = frozenset(["person", "organisation", "place", "unknown"])


def _settle_long(chunks: Iterable[Chunk], text: str, judge: Judge, beside: Beside) -> None:
    """Names of several words: persons by their titles, else what they and their places look like."""
    alone = {chunk.words[-1] for chunk in chunks if len(chunk.words) == 1 and chunk.kind in ("unknown", "person")}
    speaking = {chunk.words[0] for chunk in chunks if chunk.kind in _LANDS and chunk.says and chunk.subject}
    for words, same in _by_name(chunks, single=False).items():
        titled = any(chunk.title is not None and chunk.kind == "person" for chunk in same)
        # "Wanda Varna" where Varna, a place elsewhere, says something.
        titled = titled or (len(words) == 2 and words[-1] in speaking and words[0] not in KNOWN)
        kind = "person" if titled else _judged(beside.name(words, same, text, alone=words[-1] in alone), judge)
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
    """A body where the word before the name says so anywhere; a person where it is a given name before a last name, or
    goes on as he or she; else as judged."""
    if any(_described(chunk) for chunk in name.places):
        return "organisation"
    kind = judge(name)
    return "person" if kind != "person" and (_is_full_name(name) or _is_told_of_one(name)) else kind


def _is_full_name(name: Name) -> bool:
    """Whether it is a given name before a last name: "Vesna Orlin", "Vesna Harrow", not "Rose Garden".

    Of 560 such names in the articles marked for this 546 were persons.
    """
    if len(name.words) < 2 or name.words[0].lower() not in FIRST_NAMES or "company" in name.longer:
        return False
    *middle, last = name.words[1:]
    if not all(class_of(word) in ("initial", "given") or word.lower() in PARTICLES for word in middle):
        return False
    if all(chunk.definite and not _MODIFIES.match(name.text, chunk.end) for chunk in name.places):
        return False
    return last not in PLACE_ENDS and class_of(last) in _LAST_NAMES


_LAST_NAMES = frozenset(
    ["other", "common", "given", "hyphen", "perhaps place", "country", "capital", "place", "organisation"]
)
# "the Tolan tape"
_MODIFIES = re.compile(r" (?!(?:is|was|has|had|will|would|and|or|in|on|at|to|for|of|with|said)\b)[a-z]")
# "Tal said she would reply"; "“No,” Tal said. She left": nobody else is named in between.
_OF_ONE = re.compile(
    r"\s(?:said|says|added|claimed|denied|insisted|thinks|believes)\s(?:that\s)?s?he\b"
    r"|[^.!?\nA-Z]{0,150}[.!?][”\"’']*\s(?:He|She)\b"
)


def _is_told_of_one(name: Name) -> bool:
    """Whether a name of one word says something and goes on as he or she."""
    if len(name.words) > 1 or class_of(name.words[0]) not in _LAST_NAMES - {"common"}:
        return False
    return any(chunk.says and chunk.subject and _OF_ONE.match(name.text, chunk.end) for chunk in name.places)


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
    told = [f"{size}: {name}" for name in told]
    # A foundation that bears a full name does not make a body of who bears it.
    longer = name.longer if len(words) == 1 else name.longer - {"body"}
    return [*told, *(f"longer {kind}" for kind in sorted(longer)), *(f"ends {kind}" for kind in sorted(name.ends))]


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


def _settle_namesakes(book: Book, chunks: Iterable[Chunk], text: str) -> None:
    """Known names of one word that are the last name of a person of the article: "Harrow" of a "Vesna Harrow", though
    not "in Harrow"."""
    for chunk in chunks:
        if len(chunk.words) == 1 and (chunk.kind in _LANDS or (chunk.kind == "organisation" and chunk.known)):
            found = book.find_person(chunk.words, None)
            is_last_name = found is not None and book.entries[found[0]].words[-1] == chunk.words[0]
            if is_last_name and not _PLACED.search(text, max(0, chunk.start - _LONGEST_PLACED), chunk.start):
                chunk.kind, chunk.known = "person", None


_LONGEST_PLACED = 12  # characters of a preposition before a place
_PLACED = re.compile(r"\b(?:in|at|from|near|outside|around|across|into|inside|towards?)\s\Z")


def _settle_countries(chunks: Iterable[Chunk], written: Set[str]) -> None:
    """Names of one word whose people the article names too: "Varonia" where it has "Varonian"."""
    for chunk in chunks:
        if chunk.kind == "unknown" and len(chunk.words) == 1:
            word = chunk.words[0]
            if any(people in written for people in peoples_of(word)):
                chunk.kind, chunk.known = "country", word


def _settle_short(book: Book, chunks: Iterable[Chunk], text: str, judge: Judge, beside: Beside) -> None:
    """Names of one word: the last name of a person of the article, else by what they and their places look like; not
    adjectives of its countries."""
    peoples = {people for chunk in chunks if chunk.kind == "country" for people in peoples_of(chunk.words[-1])}
    for words, same in _by_name(chunks, single=True).items():
        if words[0] in peoples:
            continue  # "the Varonian ships" of Varonia
        sure = book.find_person(words, None) or any(chunk.title and chunk.kind == "person" for chunk in same)
        kind = "person" if sure else _judged(beside.name(words, same, text, alone=False), judge)
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
