"""The blocks of a page: each stretch of text between two line breaks that a browser would show, and where it stands."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html
from msgspec import Struct

from onrecord.intake.clean import clean

# Elements whose contents no reader of the page sees as text.
_UNSEEN = frozenset(
    """
    script style noscript template svg iframe button select option textarea input audio video object embed canvas map
    datalist dialog head math title
    """.split()
)
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong
    sub sup time tt u var wbr amp-fit-text ruby rb
    """.split()
)
_BREAK = frozenset(["br", "hr"])
# Readings over East Asian characters repeat what stands below them.
_READINGS = frozenset(["rt", "rp"])
# What a block may stand in, as far as it says what the block is.
_PLACES = frozenset(
    ["figure", "figcaption", "aside", "blockquote", "nav", "header", "footer", "form", "table", "ul", "ol", "dl"]
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc]")
_KEY = re.compile(r"[\W_]+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class Block(Struct, frozen=True, gc=False):
    """A stretch of text of a page.

    text: with one blank for all white space. tag: of the innermost element that is not inline ("p", "h2", "div").
    inside: those of `_PLACES` that it stands in, and "hidden" where the page hides it. linked, strong, slanted: the
    shares of its letters in links, bold and italics. element: the innermost element that is not inline.
    """

    text: str
    tag: str
    inside: frozenset[str]
    linked: float
    strong: float
    slanted: float
    element: html.HtmlElement

    @property
    def key(self) -> str:
        return text_key(self.text)


def text_key(text: str) -> str:
    """The letters and digits of a text, in small letters: what two texts have in common that say the same words."""
    return _KEY.sub("", text).casefold()


def tidy(text: str) -> str:
    """The text with one blank for all white space, without characters that nobody sees, and clean (see `clean`)."""
    return _SPACE.sub(" ", clean(_INVISIBLE.sub("", text))).strip()


Look = tuple[str, str, str]


def look_of(block: Block) -> Look:
    """What a paragraph has in common with the others of its text: its tag, its classes and those around it."""
    parent = block.element.getparent()
    return block.tag, block.element.get("class") or "", "" if parent is None else parent.get("class") or parent.tag


class _Stretch:
    """What was read since the last block ended."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.letters = [0, 0, 0, 0]  # all, in links, bold, italic
        self.open = [1, 0, 0, 0]  # of how many such elements the text is in
        self.breaks = 0

    def add(self, text: str | None) -> None:
        if not text:
            return
        count = len(text) - text.count(" ") - text.count("\n") - text.count("\t")
        if count:
            self.breaks = 0
            for number, is_open in enumerate(self.open):
                if is_open:
                    self.letters[number] += count
        self.pieces.append(text)

    def take(self, element: html.HtmlElement, inside: frozenset[str]) -> Block | None:
        text, letters = tidy("".join(self.pieces)), self.letters
        self.pieces, self.letters, self.breaks = [], [0, 0, 0, 0], 0
        if not text:
            return None
        whole = max(1, letters[0])
        linked, strong, slanted = (part / whole for part in letters[1:])
        return Block(text, element.tag, inside, linked, strong, slanted, element)


_MARKUP = {"a": 1, "b": 2, "strong": 2, "em": 3, "i": 3}


def find_blocks(root: html.HtmlElement) -> Iterator[Block]:
    """The blocks of the page in order, none of them blank. What no browser shows as text is left out.

    A line break within a paragraph is a blank; two of them end the block.
    """
    stretch = _Stretch()
    around: list[tuple[html.HtmlElement, frozenset[str]]] = [(root, frozenset())]
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: Any = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNSEEN or tag in _READINGS:
                walk.skip_subtree()
                skipped = element
                continue
            if tag in _BREAK:
                stretch.breaks += 1
                if stretch.breaks > 1 or tag == "hr":
                    if block := stretch.take(*around[-1]):
                        yield block
                else:
                    stretch.pieces.append(" ")
            elif tag in _INLINE:
                if tag in _MARKUP:
                    stretch.open[_MARKUP[tag]] += 1
            else:
                if block := stretch.take(*around[-1]):
                    yield block
                inside = around[-1][1]
                if tag in _PLACES:
                    inside = inside | {tag}
                # Not left out: some sites send the whole article hidden, and a script of theirs shows it.
                around.append((element, inside | {"hidden"} if _is_hidden(element) else inside))
            if tag == "pre":
                yield from _preformatted(element, around[-1][1])
                walk.skip_subtree()
                continue
            stretch.add(element.text)
            continue
        if element is skipped:
            skipped = None
            if tag not in _READINGS and tag != "wbr" and element.tail:
                stretch.pieces.append(" ")
        elif tag in _INLINE:
            if tag in _MARKUP:
                stretch.open[_MARKUP[tag]] -= 1
        elif tag not in _BREAK:
            if block := stretch.take(*around[-1]):
                yield block
            around.pop()
        stretch.add(element.tail)
    if block := stretch.take(*around[-1]):
        yield block


def _preformatted(element: html.HtmlElement, inside: frozenset[str]) -> Iterator[Block]:
    """The paragraphs of text whose lines stand as they were written: blank lines divide them."""
    for words in map(tidy, _BLANK_LINE.split(element.text_content())):
        if words:
            yield Block(words, "pre", inside, 0.0, 0.0, 0.0, element)


def _is_hidden(element: html.HtmlElement) -> bool:
    if not element.attrib:
        return False
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)
