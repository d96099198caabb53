"""On what occasion something was said, as a sentence gives it: "in an interview", "at a rally", "in a letter"."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from onrecord.spans import Span

# Occasions that cannot be one another. "statement", "remarks", "comments", "event", "meeting" and "session" may be
# any of them, so they contradict none. Source: own list from the occasions in the PolNeAR training texts.
_KINDS: Final = {
    "interview": "interview", "speech": "speech", "address": "speech", "keynote": "speech",
    "letter": "letter", "tweet": "tweet", "memo": "memo", "email": "email", "e-mail": "email", "op-ed": "column",
    "column": "column", "essay": "column", "book": "book", "memoir": "book", "podcast": "interview",
    "debate": "debate", "rally": "rally", "hearing": "hearing", "testimony": "hearing", "town hall": "town hall",
    "news conference": "news conference", "press conference": "news conference", "briefing": "news conference",
    "lawsuit": "lawsuit", "sermon": "sermon",
}  # fmt: skip
# An address or a town hall may be a rally's, a debate has its town hall, a book or column may be read out.
_COMPATIBLE: Final = (
    frozenset(["speech", "rally"]), frozenset(["debate", "town hall"]), frozenset(["town hall", "rally"]),
    frozenset(["town hall", "speech"]), frozenset(["letter", "email"]), frozenset(["interview", "town hall"]),
    frozenset(["book", "column"]), frozenset(["memo", "email"]), frozenset(["letter", "memo"]),
    frozenset(["interview", "news conference"]), frozenset(["speech", "sermon"]),
)  # fmt: skip
_OCCASION: Final = re.compile(
    rf"""
    \b(?:in|at|during|on|via|through|from)\s
    (?:(?!(?:that|who|which|where|after|before|and|but)\b)[\w’'-]{{1,30}}\s){{0,5}}?
    (?P<noun>{"|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Occasion(Struct, frozen=True):
    """An occasion and where the text names it."""

    kind: str
    span: Span


def find_occasion(text: str, bounds: Span, words: Iterable[Span]) -> Occasion | None:
    """The first occasion that is named in `text` within the bounds and outside the words that were said."""
    said = tuple(words)
    for match in _OCCASION.finditer(text, bounds.start, bounds.end):
        span = Span(match.start(), match.end())
        if not any(span.meets(piece) for piece in said):
            return Occasion(_KINDS[match["noun"].lower()], span)
    return None


def contradict(one: Occasion, other: Occasion) -> bool:
    """Whether the two cannot be the same occasion."""
    kinds = frozenset([one.kind, other.kind])
    return len(kinds) == 2 and kinds not in _COMPATIBLE
