"""Word pieces: the parts that a word is cut into so that a table of 30,000 rows covers any text.

The vocabulary and the way of cutting (small letters, no accents, longest match first) are those of BERT, uncased
(Devlin et al., 2019), since the weights that the tagger starts from were trained on them.
"""

import unicodedata
from collections.abc import Iterator, Mapping

UNKNOWN = "[UNK]"
MOST_PIECES = 6  # a word; the rest says little, and a word of thousands of letters would cost too much
_LONGEST_WORD = 60


def piece_ids(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The rows of the pieces of `word` in the table, one at least and MOST_PIECES at most."""
    bare = "".join(
        c for c in unicodedata.normalize("NFD", word[:_LONGEST_WORD].lower()) if not unicodedata.combining(c)
    )
    found: list[int] = []
    for part in _parts(bare):
        found += _cut(part, vocabulary)
        if len(found) >= MOST_PIECES:
            break
    return found[:MOST_PIECES] or [vocabulary[UNKNOWN]]


def _parts(word: str) -> Iterator[str]:
    """The word cut at its punctuation, which is kept."""
    begin = 0
    for i, sign in enumerate(word):
        if not sign.isalnum():
            if begin < i:
                yield word[begin:i]
            yield sign
            begin = i + 1
    if begin < len(word):
        yield word[begin:]


def _cut(part: str, vocabulary: Mapping[str, int]) -> list[int]:
    ids, begin = list[int](), 0
    while begin < len(part):
        mark = "##" if begin else ""
        ends = range(len(part), begin, -1)
        end = next((end for end in ends if mark + part[begin:end] in vocabulary), None)
        if end is None:
            return [vocabulary[UNKNOWN]]
        ids.append(vocabulary[mark + part[begin:end]])
        begin = end
    return ids
