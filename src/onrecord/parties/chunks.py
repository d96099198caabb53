"""All chunks of a sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from onrecord.language import Token
from onrecord.parties.descriptions import find_described
from onrecord.parties.meant import find_meant
from onrecord.parties.named import find_named
from onrecord.parties.reading import Chunk, Reading
from onrecord.parties.within import names_within


def read_sentence(text: str, tokens: Sequence[Token], written: Set[str]) -> list[Chunk]:
    """The chunks of one sentence in order of place; none meets another, but that a description may hold a name.

    written: the article's words as they are written, small letters and capitals.
    """
    reading = Reading(text, tokens, written)
    found = list(find_named(reading))
    found += find_meant(reading)
    found.sort(key=lambda chunk: (chunk.start, -chunk.end))
    kept = _without_overlaps(found)
    return [*kept, *find_described(reading), *_within(reading, kept)]


def _within(reading: Reading, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """The names inside the titles and offices of the chunks."""
    for chunk in chunks:
        if (chunk.kind == "person" and chunk.start < chunk.name_start) or chunk.kind in ("role", "body"):
            first = bisect_left(reading.tokens, chunk.start, key=_start)
            end = chunk.name_start if chunk.kind == "person" else chunk.end
            yield from names_within(reading, first, bisect_left(reading.tokens, end, lo=first, key=_start))


def _start(token: Token) -> int:
    return token.start


def _without_overlaps(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of which none meets another: the first stays, but a body or country that is only part of a person's
    title gives way ("the Bank of Teskia" of "the Bank of Teskia’s chief economist, Jane Roe")."""
    kept: list[Chunk] = []
    for chunk in chunks:
        while kept and chunk.start < kept[-1].end and _gives_way(kept[-1], chunk):
            kept.pop()
        if not kept or chunk.start >= kept[-1].end:
            kept.append(chunk)
    return kept


def _gives_way(kept: Chunk, chunk: Chunk) -> bool:
    if chunk.kind == "person" and kept.kind != "person" and kept.end <= chunk.name_start:
        return True
    return chunk.end > kept.end and kept.kind in ("country", "capital")
