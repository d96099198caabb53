"""Whether the words that a quotation and a passage have in common may be there by chance.

"In the history of", "a little surprised", "people all over the world": anybody says so. Such words make a passage the
source of a quotation only where there are enough of them, or where the draft's own speaker said them. The figures were
set on quotations of PolNeAR articles held against all other articles of it, read one by one.
"""

from collections.abc import Iterator
from typing import Final

from onrecord.checking.candidates import COMMONEST
from onrecord.checking.comparing import Comparison
from onrecord.checking.judging import WORDS_RIGHT, Candidate
from onrecord.checking.speakers import Agreement

# Words of a quotation.
_FRAGMENT: Final = 4  # fewer are anybody's, unless the speaker is the same
PHRASE: Final = 6  # fewer are nobody's in particular: no ground to say that somebody else said them
_CLAUSE: Final = 8  # fewer that nobody is quoted with, and that were changed, are told of anything
_SENTENCE: Final = 12  # so many in common are no chance
# Shares of the words, by the speaker: of a short sentence, and of a longer one.
_SHORT: Final[dict[Agreement, float]] = {"same": 0.65, "similar": 0.65, "unknown": 0.75, "other": 0.85}
_LONG: Final[dict[Agreement, float]] = {"same": 0.5, "similar": 0.5, "unknown": 0.5, "other": 0.75}
_SPLICED: Final = 0.8
_TOLD: Final = 0.8  # of words that nobody is quoted with, unless the draft's own speaker is told of there
_TELLING: Final = 2  # words in common that are not among the commonest
_ANOTHERS: Final = 10  # words; a shorter changed sentence of somebody else is another sentence


def may_be_chance(candidate: Candidate, speaker: Agreement, count: int) -> bool:
    """Whether the passage is no ground for a verdict.

    speaker: how the draft's stands to the passage's. count: words of the quotation.
    """
    same = len(candidate.comparison.same)
    telling = list(_telling_by_piece(candidate.comparison))
    if candidate.verdict in WORDS_RIGHT:
        if count < _FRAGMENT:
            return speaker != "same" or sum(telling) < _TELLING
        return count < PHRASE and speaker == "other"
    if sum(telling) < _TELLING:
        return True
    if candidate.verdict == "spliced":
        at_home = all(place.article is candidate.article for _, place in candidate.comparison.same)
        return same < _SPLICED * count or min(telling) < (1 if at_home else _TELLING)
    if count < PHRASE:
        return speaker != "same" or not _is_whole_at_ends(candidate.comparison)
    if candidate.quoted == "none" and speaker != "same":
        return same < _TOLD * count or len(telling) > 1 or same < count < _CLAUSE
    least = _SHORT if count < _SENTENCE else _LONG
    return same < least[speaker] * count or (speaker == "other" and count < _ANOTHERS)


def _is_whole_at_ends(comparison: Comparison) -> bool:
    """Whether the first and the last word are the same: else the source has a shorter phrase still."""
    return isinstance(comparison.parts[0], tuple) and isinstance(comparison.parts[-1], tuple)


def _telling_by_piece(comparison: Comparison) -> Iterator[int]:
    """How many telling words are the same between one joint and the next."""
    telling = 0
    for part in comparison.parts:
        if isinstance(part, tuple):
            telling += part[0].key not in COMMONEST
        elif part.does == "joint":
            yield telling
            telling = 0
    yield telling
