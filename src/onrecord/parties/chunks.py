"""All chunks of a sentence."""

from collections.abc import Sequence, Set

from onrecord.language import Token
from onrecord.parties.meant import find_meant
from onrecord.parties.named import find_named
from onrecord.parties.reading import Chunk, Reading


def read_sentence(text: str, tokens: Sequence[Token], written: Set[str]) -> list[Chunk]:
    """The chunks of one sentence in order of place; none meets another.

    written: the article's words as they are written, small letters and capitals.
    """
    reading = Reading(text, tokens, written)
    found = list(find_named(reading))
    found += find_meant(reading)
    found.sort(key=lambda chunk: (chunk.start, -chunk.end))
    return _without_overlaps(found)


def _without_overlaps(chunks: list[Chunk]) -> list[Chunk]:
    kept: list[Chunk] = []
    for chunk in chunks:
        if not kept or chunk.start >= kept[-1].end:
            kept.append(chunk)
        elif chunk.end > kept[-1].end and kept[-1].kind in ("country", "capital"):
            kept[-1] = chunk
    return kept
