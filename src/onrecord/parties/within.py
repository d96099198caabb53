"""Names inside the phrases of others: "US" and "State Department" in "US State Department spokesman Tom Roe".

They mean their party, and nobody acts or speaks by them there.
"""

from collections.abc import Iterator

from onrecord.parties.closed import FUNCTION_WORDS, LINKS
from onrecord.parties.reading import Chunk, Reading
from onrecord.parties.shapes import is_acronym, is_capital
from onrecord.parties.tables import BODIES, TITLES, known_at

_KINDS = {"country": "country", "place": "place", "capital": "place", "organisation": "organisation"}
_LONGEST = 6  # words of a body's name


def names_within(reading: Reading, first: int, last: int) -> Iterator[Chunk]:
    """The names in the words `[first, last)` of a phrase, in order."""
    words, i = reading.words, first
    while i < last:
        if not is_capital(words[i]) or words[i].lower() in FUNCTION_WORDS:
            i += 1
            continue
        body = _body_end(words, i, last)
        known = known_at(words, i, last)
        if body is not None and (known is None or body > known[0]):
            yield within(reading, i, body, "organisation")
            i = body
        elif known is not None:
            if known[1].kind in _KINDS:
                name = None if known[1].kind == "capital" else known[1].name
                yield within(reading, i, known[0], _KINDS[known[1].kind], name)
            i = known[0]
        else:
            if is_acronym(words[i]) and words[i].lower() not in TITLES:
                yield within(reading, i, i + 1, "organisation")
            i += 1


def _body_end(words: list[str], i: int, last: int) -> int | None:
    """Behind the capitalised words from `i` on that end in "Department", "Committee" and the like."""
    end = i
    while end < min(last, i + _LONGEST) and is_capital(words[end]) and words[end].lower() not in TITLES:
        end += 1
    ends = [k for k in range(i, end) if words[k].lower() in BODIES]
    if not ends or ends[-1] == i == end - 1:
        return _linked_end(words, i, last) if ends else None
    return _linked_end(words, ends[-1], last) or ends[-1] + 1


def _linked_end(words: list[str], noun: int, last: int) -> int | None:
    """Behind "of Teskia" that goes on with a name whose noun may be followed by "of": "Bank", "Party"."""
    if (
        noun + 2 < last
        and BODIES[words[noun].lower()].opens
        and words[noun + 1] in LINKS
        and is_capital(words[noun + 2])
    ):
        return noun + 3
    return None


def within(reading: Reading, first: int, last: int, kind: str, known: str | None = None) -> Chunk:
    """A name `[first, last)` inside a phrase; its kind is "country", "place" or "organisation"."""
    chunk = reading.chunk("within", first, last)
    chunk.noun, chunk.known = kind, known
    return chunk
