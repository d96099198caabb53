"""The words of a quotation, or of the text it is held against: what is compared, and what stands between.

A word is a run of letters or digits, a sign for money, "%" or "&". Hyphens and slashes part words, so that
"health-care" and "health care" are the same two. Brackets and ellipses are no words, but words know of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from onrecord.checking.spelling import INVISIBLE, key_of
from onrecord.spans import Span


class Word(Struct, frozen=True, gc=False):
    """A word at `[start, end)` of its text.

    text: as it stands there, without invisible signs and the brackets inside ("[T]he" is "The").
    key: what it is compared by; see `spelling.key_of`.
    bracketed: whether it stands in square brackets: it is the writer's, not the speaker's.
    lettered: whether only some letters stand in brackets: "[T]he", "go[ing]".
    cut: whether an ellipsis stands before it.
    """

    start: int
    end: int
    text: str
    key: str
    bracketed: bool = False
    lettered: bool = False
    cut: bool = False


_LETTER = r"[^\W_]"
_WORD = re.compile(
    rf"""
      \[[^\W\d_]{{1,3}}\]{_LETTER}+                       # [T]he
    | {_LETTER}+\[[^\W\d_]{{1,5}}\]                       # go[ing]
    | (?:[^\W\d_]\.){{2,}}                                # U.S.
    | per\scent\b
    | {_LETTER} (?: {_LETTER} | [\u0300-\u036f]
        | ['’‘‛`´ʼ′＇](?={_LETTER})                       # don't, O’Neill
        | (?<=\d)[.,:](?=\d)                              # 1,200.5 and 9:30
      )*
    | [$£€¥₽₹%&]
    """,
    re.VERBOSE | re.IGNORECASE,
)
ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[\s*\]")
_LETTERS_IN_BRACKETS = re.compile(r"[\[\]]")


def find_words(text: str, spans: Iterable[Span]) -> list[Word]:
    """The words of `text` within the spans, in order. A word that a span cuts is cut."""
    found: list[Word] = []
    for span in spans:
        found += _in_span(text, span.start, span.end)
    return found


def _in_span(text: str, start: int, end: int) -> Iterator[Word]:
    if text.isascii() or INVISIBLE.search(text, start, end) is None:
        yield from _scan(text, start, end)
        return
    shown = [i for i in range(start, end) if not INVISIBLE.match(text[i])]
    plain = "".join(text[i] for i in shown)
    for word in _scan(plain, 0, len(plain)):
        yield Word(
            shown[word.start], shown[word.end - 1] + 1, word.text, word.key, word.bracketed, word.lettered, word.cut
        )


def _scan(text: str, start: int, end: int) -> Iterator[Word]:
    depth, last = 0, start
    for match in _WORD.finditer(text, start, end):
        begin, word = match.start(), match[0]
        between = text[last:begin]
        cut = False
        if between and between != " ":
            depth = max(0, depth + between.count("[") - between.count("]"))
            cut = ("." in between or "…" in between or "[" in between) and ELLIPSIS.search(between) is not None
        lettered = "[" in word
        shown = _LETTERS_IN_BRACKETS.sub("", word) if lettered else word
        yield Word(begin, match.end(), shown, key_of(shown), depth > 0, lettered, cut)
        last = match.end()


def between(text: str, words: Sequence[Word], number: int) -> str:
    """What stands between word `number` - 1 and word `number`."""
    return text[words[number - 1].end : words[number].start]
