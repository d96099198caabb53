"""Words and marks of a text, each with its place."""

import re
from collections.abc import Iterator

from msgspec import Struct


class Token(Struct, frozen=True, gc=False):
    """A word, a number or one punctuation mark. `text` is what stands at `[start, end)`."""

    start: int
    end: int
    text: str


# A possessive 's is a word of its own, so that "Mexico’s" names Mexico. Each branch is tried once a place and
# none repeats inside another, so the time is linear.
TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                     # U.S., p.m.
    | ['’]s\b                                # possessive, or "is"
    | [^\W_] (?: [^\W_] | [̀-ͯ]   # letters, digits, combining accents
               | ['’](?!s\b)(?=[^\W_])       # don't, O'Neill
               | [-&](?=[^\W_])              # 90-minute, S&P
               | (?<=\d)[.,:](?=\d)          # 1,200.5 and 9:30
             )*
    | ''|``                                # typewriter quotation marks
    | [^\s]                                  # any other mark
    """,
    re.VERBOSE,
)


def find_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `text[start:end]` in order; white space belongs to none."""
    for match in TOKEN.finditer(text, start, end):
        yield Token(match.start(), match.end(), match[0])
