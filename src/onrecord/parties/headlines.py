"""Names in headlines that give every word a capital: those that the body knows, and plain ones such as "Jane Roe"."""

from onrecord.language import Sentence
from onrecord.parties.book import Book
from onrecord.parties.closed import DETERMINERS, PREPOSITIONS
from onrecord.parties.reading import Chunk, ChunkKind
from onrecord.parties.tables import COMMON, FIRST_NAMES, known_at
from onrecord.record import Role

_LONGEST_NAME = 7
_SMALL = PREPOSITIONS | DETERMINERS  # small letters even in title case


def is_title_case(sentence: Sentence, role: Role, *, closed: bool) -> bool:
    """Whether the capitals of the sentence say nothing: "Japan Prime Minister Dodges Criticism During Debate".

    closed: whether its paragraph ends like a sentence; a line that does not may be a heading.
    """
    if closed and role not in ("headline", "deck"):
        return False
    words = [token.text for token in sentence.tokens if token.text.lower() not in _SMALL]
    plain = [word for word in words if word.lower() in COMMON]
    return len(plain) > 0 and 2 * sum(word[0].isupper() for word in plain) > len(plain) + (len(plain) < 3)


def read_headline(sentence: Sentence, book: Book) -> list[Chunk]:
    """The names in it that the body has too, and the countries."""
    words = [token.text for token in sentence.tokens]
    found, i = [], 0
    while i < len(words):
        end, chunk = _name_at(words, i, sentence, book) if words[i][0].isupper() else (i + 1, None)
        if chunk:
            found.append(chunk)
        i = end
    return found


def _name_at(words: list[str], i: int, sentence: Sentence, book: Book) -> tuple[int, Chunk | None]:
    for end in range(min(len(words), i + _LONGEST_NAME), i, -1):
        if words[end - 1] not in book.vocabulary:
            continue  # no name that the article has ends so
        name = tuple(words[i:end])
        kind = book.kind_of(name) or ("organisation" if end > i + 1 and book.find_like_body(name) is not None else None)
        if kind is not None:
            return end, _chunk("person" if kind == "person" else "organisation", sentence, i, end)
    if i + 1 < len(words) and words[i].lower() in FIRST_NAMES and _is_last_name(words[i + 1]):
        return i + 2, _chunk("person", sentence, i, i + 2)
    known = known_at(words, i, len(words))
    if known and known[1].kind == "country":
        return known[0], _chunk("country", sentence, i, known[0], known[1].name)
    return i + 1, None


def _chunk(kind: ChunkKind, sentence: Sentence, first: int, last: int, known: str | None = None) -> Chunk:
    tokens = sentence.tokens[first:last]
    start, end = tokens[0].start, tokens[-1].end
    words = tuple(token.text for token in tokens)
    return Chunk(kind, start, end, start, end, words, known=known, subject=first == 0)


def _is_last_name(word: str) -> bool:
    return word[0].isupper() and word.isalpha() and word.lower() not in COMMON and word.lower() not in PREPOSITIONS
