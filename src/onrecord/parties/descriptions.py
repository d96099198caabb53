"""Noun phrases that mean people or papers without a name: "two protesters", "a senior official", "the letter"."""

from collections.abc import Iterator

from onrecord.parties.closed import DETERMINERS, ISSUING, NUMBERS, OPENING, POSSESSIVE, QUANTITIES
from onrecord.parties.phrases import goes_on
from onrecord.parties.reading import Chunk, Reading
from onrecord.parties.shapes import is_capital, is_modifier
from onrecord.parties.tables import DOCUMENTS, KNOWN, PEOPLE, TITLES

_LONGEST = 6  # words before the noun
_TRIGGERS = frozenset(PEOPLE) | frozenset(DOCUMENTS)
_CAPITALS = {trigger.capitalize(): trigger for trigger in _TRIGGERS if trigger.islower()}
_NOUNS = _TRIGGERS | _CAPITALS.keys()
_CLOSING = frozenset(["’", "”", "'", '"'])
_BEFORE_NUMBERS = frozenset(["the", "these", "those", "all"])


def find_described(reading: Reading) -> Iterator[Chunk]:
    """The descriptions of a sentence in order of place. They may lie over chunks that name somebody."""
    for i in [i for i, word in enumerate(reading.words) if word in _NOUNS]:
        if (reading.words[i] in _TRIGGERS or _opens(reading, i)) and i not in reading.taken:
            chunk = _described_at(reading, i)
            if chunk is not None:
                yield chunk


def _opens(reading: Reading, i: int) -> bool:
    """Whether the word has its capital from beginning a sentence or a quotation."""
    return i == 0 or reading.words[i - 1] in OPENING


def _described_at(reading: Reading, i: int) -> Chunk | None:
    after = reading.word(i + 1)
    if goes_on(after) and (after in _TRIGGERS or after in TITLES):
        return None  # "police officers", "letter writers": the head comes later
    if _is_title(reading, i):
        return None
    noun = _CAPITALS.get(reading.words[i], reading.words[i])
    people = PEOPLE.get(noun)
    start, opened = _phrase(reading, i)
    if not opened and (people is None or not people.plural):
        return None
    part = reading.word(start - 1) == "of" and reading.word(start - 2).lower() in NUMBERS | QUANTITIES
    chunk = reading.chunk("described" if people else "document", start - 2 if part else start, i + 1)
    chunk.opening = not opened
    opening = reading.word(start).lower()
    chunk.definite = opening in ("the", "these", "those", "both") and not part
    chunk.noun = people.noun if people else DOCUMENTS[noun]
    chunk.plural = people is not None and people.plural and not (part and reading.word(start - 2).lower() == "one")
    bare = start + (opening in DETERMINERS)
    chunk.name_start = reading.tokens[min(bare, i)].start
    chunk.words = tuple(reading.words[bare : i + 1]) or (noun,)
    chunk.of = _named_behind(reading, i + 1) if people else _author_behind(reading, i + 1)
    if people is None and not ISSUING.isdisjoint(reading.words[:start]):
        chunk.issued = reading.tokens[0].start
    return chunk


def _is_title(reading: Reading, i: int) -> bool:
    """Whether the noun stands as a title right before a name: "activist Jane Roe"."""
    return is_capital(reading.word(i + 1)) and reading.words[i] not in DOCUMENTS and not _is_plural(reading.words[i])


def _is_plural(noun: str) -> bool:
    return noun in PEOPLE and PEOPLE[noun].plural


def _phrase(reading: Reading, i: int) -> tuple[int, bool]:
    """Where the phrase of the noun at `i` begins, and whether a determiner, an owner or a number opens it."""
    start = _opened(reading, i)
    return (_bare(reading, i), False) if start is None else (start, True)


def _opened(reading: Reading, i: int) -> int | None:
    """Where the phrase begins that a determiner, a number or an owner opens; None where none stands near."""
    words = reading.words
    for start in range(i, max(0, i - _LONGEST), -1):
        before = words[start - 1]
        low = before.lower()
        if (low in DETERMINERS and low != "that") or low in NUMBERS or low == "fellow" or before.isdigit():
            return start - 2 if start > 1 and words[start - 2].lower() in _BEFORE_NUMBERS else start - 1
        if low == "of" and reading.word(start - 2).lower() in QUANTITIES:
            return start
        if before in POSSESSIVE:
            return reading.starts.get(start - 1)
        if before in _CLOSING and start == i:
            return start  # "the ‘Be Ready’ brochure"
        if not (_is_name(reading, start - 1) or is_modifier(before) or (goes_on(before) and low not in _TRIGGERS)):
            return None
    return None


def _bare(reading: Reading, i: int) -> int:
    """Where a phrase begins that nothing opens: only what surely belongs to it, not the verb of "told reporters"."""
    start = i
    while start > 0 and (is_modifier(reading.words[start - 1]) or _is_name(reading, start - 1)):
        start -= 1
    return start


def _is_name(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return is_capital(word) and (i > 0 or word in KNOWN)


def _named_behind(reading: Reading, i: int) -> tuple[str, ...]:
    """The name behind: "[lawmakers] on the Water Committee", "[a letter] from Jane Roe"; without one, nothing."""
    if reading.word(i) not in _LINKS:
        return ()
    first = i + 2 if reading.word(i + 1) == "the" else i + 1
    behind = (p for p in reading.pieces if p.first == first and p.kind in ("organisation", "person", "country"))
    return next((tuple(reading.words[piece.name : piece.last]) for piece in behind), ())


_LINKS = frozenset("of on at from in with for by".split())


def _author_behind(reading: Reading, i: int) -> tuple[str, ...]:
    """Who a paper is from: "[a letter] from Jane Roe", "[a study] published by the Institute", "[a report] in the Keld
    Courier"; not what it is on, nor where it was made: "[an inquiry] in Teskia"."""
    if reading.word(i) in _MADE and reading.word(i + 1) == "by":
        i += 1
    if reading.word(i) not in _FROM:
        return ()
    first = i + 2 if reading.word(i + 1) == "the" else i + 1
    if reading.word(i) == "of" and reading.word(i - 1).lower() in _TOPICAL:
        return ()
    kinds = ("organisation",) if reading.word(i) in ("of", "in") else ("organisation", "person", "country", "unknown")
    behind = (p for p in reading.pieces if p.first == first and p.kind in kinds)
    return next((tuple(reading.words[piece.name : piece.last]) for piece in behind), ())


_FROM = frozenset("of from by in".split())
# Papers of which "of" says what they are on.
_TOPICAL = frozenset("study survey analysis investigation research review assessment poll".split())
_MADE = frozenset(
    """
    published released issued conducted commissioned written prepared led compiled produced carried drafted authored
    presented sent signed made submitted filed posted circulated
    """.split()
)
