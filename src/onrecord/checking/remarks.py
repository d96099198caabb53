"""What differs between two ways of writing the same words: named in a finding, and no alteration."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from onrecord.checking.report import Remark
from onrecord.checking.sources import SourceArticle
from onrecord.checking.spelling import AMERICAN, FIGURES, INVISIBLE, looks_alike
from onrecord.checking.words import Word

# Signs that house styles set one for the other: curly and straight marks, dashes, ellipses, blanks.
_TYPOGRAPHIC: Final = str.maketrans(
    {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛`´′ʼ＇", "'"), **dict.fromkeys("–—―‒−‐‑", "-"), "…": "..."}
)
_QUOTES: Final = re.compile(r"[\"']+|``")
_BLANKS: Final = re.compile(r"\s+|\s*-+\s*")
_BRACKETS: Final = re.compile(r"[\[\]]")


def remarks_of(text: str, word: Word, other: Word, article: SourceArticle, *, first: bool) -> Iterator[Remark]:
    """What differs in the writing of one word.

    text: the draft's. word: of the draft; other: of the source. first: whether the quotation begins with it.
    """
    if INVISIBLE.search(text, word.start, word.end) or INVISIBLE.search(article.text, other.start, other.end):
        yield "invisible characters"
    if word.lettered or other.lettered:
        yield "bracketed letter"
    if word.text == other.text:
        return
    if looks_alike(word.text) or looks_alike(other.text):
        yield "look-alike characters"
        return
    one, two = word.text.translate(_TYPOGRAPHIC), other.text.translate(_TYPOGRAPHIC)
    if one == two or unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", two):
        yield "typographic marks"
        return
    bare, plain = (part.casefold().replace(".", "") for part in (one, two))
    if bare == plain:
        if one.replace(".", "") == two.replace(".", ""):
            yield "punctuation"
        else:
            yield "capital at the start" if first or article.begins(other.start) or word.cut else "capital inside"
    elif bare in FIGURES or plain in FIGURES or bare[0].isdigit():
        yield "figures"
    elif AMERICAN.get(bare, bare) == AMERICAN.get(plain, plain):
        yield "spelling"
    else:
        yield "typographic marks"  # & and "and", % and "percent"


def remarks_of_gap(text: str, a: Word, b: Word, x: Word, y: Word, source: str) -> Iterator[Remark]:
    """What differs between two words that follow each other in both: `a` and `b` in the draft, `x` and `y` there."""
    if b.cut and not y.cut:
        yield "ellipsis where nothing is cut"
    elif y.cut and not b.cut:
        yield "source's ellipsis left out"
    here, there = text[a.end : b.start], source[x.end : y.start]
    if here == there:
        return
    if INVISIBLE.search(here) or INVISIBLE.search(there):
        yield "invisible characters"
    one, two = _plain(here), _plain(there)
    if one == two:
        if _seen(here) != _seen(there):
            yield "typographic marks"
    elif b.cut == y.cut:
        yield "punctuation"


def _plain(between: str) -> str:
    """What stands between two words, whatever marks a house sets: without quotation marks, brackets and blanks."""
    plain = INVISIBLE.sub("", between).translate(_TYPOGRAPHIC)
    return _BLANKS.sub(" ", _BRACKETS.sub("", _QUOTES.sub("", plain))).strip()


def _seen(between: str) -> str:
    return " ".join(INVISIBLE.sub("", between).split())
