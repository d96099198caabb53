"""The chunks that name somebody: persons with their titles and offices, bodies, countries."""

from collections.abc import Iterator

from onrecord.parties.closed import (
    PLACE_PREPOSITIONS,
    POSSESSIVE,
    VERBS,
)
from onrecord.parties.meant import role_chunk
from onrecord.parties.phrases import goes_on, office_end, role_at
from onrecord.parties.pieces import Piece
from onrecord.parties.reading import Chunk, Reading
from onrecord.parties.shapes import is_acronym, is_capital, is_modifier, is_shouted
from onrecord.parties.tables import BODIES, COMMON, PEOPLES, TITLES
from onrecord.parties.within import within

_BEHIND_PLACE = frozenset([",", "(", "—", "–", "-"])
_AFTER_APPOSED = frozenset([",", ".", ")", ";", "and", "—", "–", *POSSESSIVE])


def find_named(reading: Reading) -> Iterator[Chunk]:
    """The chunks that name somebody, in order; some may still prove to be nobody."""
    for number, piece in enumerate(reading.pieces):
        before = reading.pieces[number - 1] if number else None
        chunk = _from_piece(reading, piece, before)
        if chunk is not None:
            chunk.opening = piece.opening
            chunk.definite = reading.word(piece.first - 1).lower() == "the"
            yield chunk


def _from_piece(reading: Reading, piece: Piece, before: Piece | None) -> Chunk | None:
    if piece.kind in ("person", "unknown"):
        return _person(reading, piece)
    if piece.kind == "organisation":
        return _organisation(reading, piece, before)
    if piece.kind in ("country", "capital"):
        return _country(reading, piece)
    if piece.kind == "place":
        return reading.chunk("place", piece.first, piece.last)
    if piece.kind == "role":
        return role_chunk(reading, piece.first, piece.last)
    if piece.kind == "demonym":
        return _people(reading, piece)
    return None


def _person(reading: Reading, piece: Piece) -> Chunk | None:
    """A person, or a run that may be one, with the title before it and the office behind it."""
    words = reading.words
    if words[piece.first] in PEOPLES and piece.last == piece.first + 1:
        return _people(reading, piece)
    begin = _title_start(reading, piece)
    chunk = reading.chunk("person" if piece.kind == "person" else "unknown", begin, piece.last, name=piece.name)
    if begin < piece.name:
        chunk.title = reading.cut(begin, piece.name)
        if piece.name > piece.first or words[piece.first - 1] in TITLES or words[piece.first - 1] == ",":
            chunk.kind = "person"
        reading.taken.update(range(begin, piece.name))
    chunk.office = _office_behind(reading, piece.last)
    chunk.around, chunk.place = words, (piece.first, piece.name, piece.last)
    return chunk


def _title_start(reading: Reading, piece: Piece) -> int:
    """Where the mention of a person begins, with the words before its title; the name's own start without any."""
    words, first = reading.words, piece.first
    if first == 0:
        return first
    before = words[first - 1]
    if piece.name > first and before != ",":
        return reading.phrase_start(first)
    if before in TITLES:
        plain = piece.last - piece.name == 1 and words[piece.name].lower() in COMMON
        return first if plain else reading.phrase_start(first - 1)
    if before in BODIES:
        return _description_start(reading, first - 1)
    if before in POSSESSIVE and piece.last - piece.name > 1:
        return reading.phrase_start(first)
    if before == "," and piece.last - piece.name > 1 and reading.word(piece.last) in _AFTER_APPOSED | {""}:
        start = _apposed_start(reading, first - 1)
        return first if start is None else start
    return first


def _apposed_start(reading: Reading, comma: int) -> int | None:
    """Where the office begins that ends before `comma`: "the UN undersecretary general for legal affairs,"."""
    words, found = reading.words, None
    for i in range(comma - 1, max(-1, comma - 10), -1):
        if words[i] == "," or words[i] in VERBS:
            break
        end = role_at(words, i, comma)
        if end == comma or (end is not None and office_end(words, end, comma) == comma):
            start = reading.phrase_start(i)
            if start < i or end < comma or words[i][0].isupper():
                found = start  # of "Minister of Justice" not the justice
    return found


def _office_behind(reading: Reading, i: int) -> str | None:
    """The office in an apposition that begins with the comma at `i`: ", 55, head of the regional administration,"."""
    words = reading.words
    if reading.word(i) != ",":
        return None
    begin = i + 1
    if reading.word(begin).isdigit() and reading.word(begin + 1) == ",":
        begin += 2
    for k in range(begin, min(begin + 8, len(words))):
        end = role_at(words, k, len(words))
        if end is not None and is_capital(reading.word(end)) and words[k][0].isupper():
            return None  # "Jane Roe, President John Doe’s adviser"
        if end is not None and reading.word(office_end(words, end, len(words))) in VERBS:
            return None  # "In a talk with Jane Roe, the minister said"
        if end is not None and not goes_on(reading.word(end)):
            return reading.cut(begin, office_end(words, end, len(words))) if reading.phrase_start(k) <= begin else None
        if not (words[k][0].isalnum() or words[k] in POSSESSIVE) or words[k] in VERBS:
            return None
    return None


def _organisation(reading: Reading, piece: Piece, before: Piece | None) -> Chunk | None:
    """A body by its name; "Russia’s Defense Ministry" is a name with its owner."""
    if _is_signature(reading, piece):
        return None
    first = before.first if before and _owns(reading, before, piece) else piece.first
    left = reading.word(first - 1)
    mention = first - 1 if left.lower() == "the" else first
    chunk = reading.chunk("organisation", mention, piece.last, name=first)
    chunk.known = piece.known
    if left in BODIES or (goes_on(left) and (is_modifier(left) or left.endswith("ing"))):
        chunk.title = reading.cut(_description_start(reading, first - 1), first)
    return chunk


def _is_signature(reading: Reading, piece: Piece) -> bool:
    """Whether it is the agency of a dateline: "/TASS/", "(AP) —"."""
    before, after, behind = (reading.word(i) for i in (piece.first - 1, piece.last, piece.last + 1))
    return (before == "/" and after == "/") or (before == "(" and after == ")" and behind in {"—", "–", "-"})


def _owns(reading: Reading, owner: Piece, piece: Piece) -> bool:
    """Whether the piece before is the country or place in "Russia’s Defense Ministry"."""
    beside = owner.last == piece.first - 1 and reading.word(owner.last) in POSSESSIVE
    plain = piece.known is None and piece.last - piece.first > 1
    return beside and plain and owner.kind in ("country", "place", "capital")


def _description_start(reading: Reading, i: int) -> int:
    """Where "investment banking giant" begins, which ends with the word at `i`."""
    start = i
    while start > max(0, i - 3) and goes_on(reading.word(start - 1)):
        start -= 1
    return start


def _country(reading: Reading, piece: Piece) -> Chunk | None:
    """A country, or a capital that stands for one; not "US companies", "in Moscow", "Kyiv resident"."""
    before, after = reading.word(piece.first - 1).lower(), reading.word(piece.last)
    if piece.first == 0 and is_shouted(reading.words[0]) and after in _BEHIND_PLACE:
        return None  # the place of a dateline
    modifies = (goes_on(after) and not after.endswith("ed")) or is_capital(after)
    if piece.kind == "capital" and (modifies or before in PLACE_PREPOSITIONS or before in {"to", "of", ","}):
        return reading.chunk("place", piece.first, piece.last)
    if modifies and (after == "side" or is_acronym(reading.words[piece.first])):
        return within(reading, piece.first, piece.last, "country", piece.known)
    first = piece.first - 1 if before == "the" else piece.first
    chunk = reading.chunk("country" if piece.kind == "country" else "capital", first, piece.last, name=piece.first)
    chunk.known = piece.known
    return chunk


def _people(reading: Reading, piece: Piece) -> Chunk | None:
    """ "the Russians", and "the British" before a verb: the country."""
    words = reading.words
    plural = words[piece.first] in PEOPLES
    if reading.word(piece.first - 1).lower() != "the" or not (plural or reading.word(piece.last) in VERBS):
        return None
    chunk = reading.chunk("people", piece.first - 1, piece.last)
    chunk.known = PEOPLES[words[piece.first]] if plural else piece.known
    return chunk
