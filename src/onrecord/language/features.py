"""What the tagger sees of a token: rows of tables, and marks that stand beside them.

Hashes are CRC-32, which is the same on every machine.
"""

from collections.abc import Mapping, Sequence
from zlib import crc32

from onrecord.language.pieces import piece_ids

WORD_ROWS = 32_768  # of the table of whole words
PART_ROWS = 8_192  # of the table of beginnings, ends and shapes
PIECES_SEEN = 4  # of the word, at most
ROWS = 1 + 4 + PIECES_SEEN
MARKS = 64  # case (4) x state of quotation (4) x first of the unit (2) x last of the unit (2)
NO_PIECE = 0  # the row that means "no further piece"; it is [PAD] in the vocabulary


def case_of(word: str) -> int:
    """0 for small letters or none, 1 for a capital first, 2 for capitals only, 3 for others ("iPhone")."""
    if not word[0].isalpha() or word.islower():
        return 0
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[0].isupper() else 3


def shape_of(word: str) -> str:
    """The word with X for capitals, x for small letters, d for digits; runs are cut to two, the whole to five."""
    shape = ""
    for sign in word[:60]:
        kind = "d" if sign.isdigit() else "X" if sign.isupper() else "x" if sign.isalpha() else sign
        if shape[-2:] != kind * 2:
            shape += kind
    return shape[:5]


def word_rows(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """ROWS numbers: of the word in the table of words, of its beginning, ends and shape in that of parts, and of
    its pieces."""
    low = word[:60].lower().replace("’", "'")
    parts = ("p" + low[:3], "s" + low[-3:], "S" + low[-4:] + low[:1], "h" + shape_of(word))
    pieces = piece_ids(word, vocabulary)[:PIECES_SEEN]
    return (
        crc32(low.encode("utf-8", "replace")) % WORD_ROWS,
        *(crc32(part.encode("utf-8", "replace")) % PART_ROWS for part in parts),
        *pieces,
        *([NO_PIECE] * (PIECES_SEEN - len(pieces))),
    )


def marks_of(words: Sequence[str], quoted: bytes) -> list[int]:
    """The mark of each token of a unit."""
    marks = [4 * case_of(word) + state for word, state in zip(words, quoted, strict=True)]
    marks[0] += 16
    marks[-1] += 32
    return marks
