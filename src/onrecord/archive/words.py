"""A reader's words as a question to FTS5, and what FTS5 marked as spans."""

import re
from typing import Final

from onrecord.spans import Span

# Noncharacters, which Unicode keeps out of exchanged text (The Unicode Standard, 23.7).
OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"

# FTS5 refuses an expression of more than 256 levels; nobody types as many words.
_MOST_WORDS: Final = 64
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_MARK: Final = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def match_expression(query: str) -> str | None:
    """What FTS5 is asked for: all words of `query`, and those in quotation marks as a phrase.

    None where it holds no letter and no digit. Any other text gives a valid expression, since each word is
    quoted; an unclosed quotation mark is passed over. Words after the first 64 are left out.
    """
    parts = query.translate(_QUOTES).split('"')
    if len(parts) % 2 == 0:  # an unclosed mark: what follows it is words
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    terms: list[str] = []
    for number, part in enumerate(parts):
        words = [word for word in map(_plain, part.split()) if any(map(str.isalnum, word))]
        terms += [" ".join(words[:_MOST_WORDS])] if number % 2 and words else words
    return " ".join(f'"{term}"' for term in terms[:_MOST_WORDS]) or None


def _plain(word: str) -> str:
    # Half a surrogate pair has no UTF-8, and a NUL ends the expression for SQLite.
    return word.replace("\0", "").encode("utf-8", "ignore").decode()


def marks_in(marked: str, plain: str) -> tuple[Span, ...]:
    """Where the words stand in `plain` that stand between OPEN and CLOSE in `marked`.

    None are given where `plain` itself holds these signs, so that they cannot be told apart.
    """
    if marked.replace(OPEN, "").replace(CLOSE, "") != plain:
        return ()
    # Each earlier mark brought two signs, and this one its first.
    found = ((mark.start() - 2 * number, len(mark[1])) for number, mark in enumerate(_MARK.finditer(marked)))
    return tuple(Span(start, start + length) for start, length in found if length)
