"""What is to be done: the clause behind a cue, what it depends on, and by when."""

from msgspec import Struct

from onrecord.commitments.lines import Line
from onrecord.commitments.words import (
    CLOSING,
    CONDITIONS,
    DASHES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATE,
    TURNS,
)


class Clause(Struct, frozen=True, gc=False):
    """The tokens `[first, end)`. condition: those of the clause that it depends on."""

    first: int
    end: int
    condition: tuple[int, int] | None = None


def clause_from(line: Line, first: int) -> Clause | None:
    """The clause that begins at `first`, up to its end or to what it depends on."""
    limit = limit_of(line, first)
    i = first + 1
    while i < limit and not _stops(line, i, limit):
        i += 1
    end = i
    condition = None
    if line.word(i) in CONDITIONS and i < limit:
        condition = _condition(line, i, limit)
    elif line.word(i) == "," and line.word(i + 1) in CONDITIONS and i + 1 < limit:
        condition = _condition(line, i + 1, limit)
    while end > first and not line.words[end - 1][0].isalnum() and line.words[end - 1] not in CLOSING:
        end -= 1
    return Clause(first, end, condition or _leading(line, first)) if end > first else None


def limit_of(line: Line, first: int) -> int:
    """The token at which the quotation, the told words or the sentence end that hold the token at `first`."""
    page, start = line.page, line.tokens[first].start
    end = line.tokens[-1].end
    piece = page.quotation_at(start)
    if piece is not None and piece.start < start:
        end = min(end, piece.end - 1)
    said = page.said_at(start)
    if said is not None:
        end = min(end, said[1].end)
    i = len(line)
    while i > first + 1 and line.tokens[i - 1].end > end:
        i -= 1
    while i > first + 1 and line.words[i - 1] in _ENDS:
        i -= 1
    return i


_ENDS = frozenset([".", "!", "?", "…", ",", ";", ":", *DASHES])


def _stops(line: Line, i: int, limit: int) -> bool:
    word = line.words[i]
    if word in (";", ":", "—", "–", "--", "(", "[") or word in CONDITIONS or word in SUBORDINATE:
        return True
    following = line.word(i + 1)
    if word in ("and", "but", "or"):
        return following in SUBJECTS or following == "that" or (word == "but" and following in MODALS | NEGATIONS)
    if word in ("which", "who") and line.word(i - 1) not in PREPOSITIONS:
        return True
    if word != ",":
        return False
    if line.role == "headline" or following in TURNS or following in CONDITIONS or following in _FINITE:
        return True
    mention = line.mention_from(i + 1)
    if mention is not None and line.word(mention[0]) in _SAYING:
        return True
    return following in ("and", "but", "or") and (line.word(i + 2) in SUBJECTS or _is_new(line, i + 2))


_SAYING = frozenset("said says told added announced wrote tweeted argued warned explained noted".split())


def _is_new(line: Line, i: int) -> bool:
    """Whether a new subject with its verb begins at `i`: ", and the minister will", ", and the answers to it will"."""
    mention = line.mention_from(i)
    if mention is not None:
        return line.word(mention[0]) in _FINITE
    return line.word(i) in DETERMINERS and any(line.word(k) in _FINITE for k in range(i + 2, i + 7))


_FINITE = frozenset("will would is are was were has have had must should can could may might said says".split())


def _condition(line: Line, i: int, limit: int) -> tuple[int, int]:
    end = i + 1
    while end < limit and line.words[end] not in (",", ";", "—", "–", ":"):
        end += 1
    return i, end


def _leading(line: Line, first: int) -> tuple[int, int] | None:
    """The "if" clause that opens the sentence or the quotation, where a comma ends it before `first`."""
    if line.words[0] in CONDITIONS:
        start = 0
    elif line.word(1) in CONDITIONS:
        start = 1
    else:
        return None
    for i in range(start + 2, first):
        if line.words[i] == ",":
            return start, i
    return None
