"""The words of an HTML page or fragment, each with its place in it."""

from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final

from onrecord.checking.plain import Draft, Writer
from onrecord.intake.clean import clean

# Source: HTML Living Standard, 15.3, what a browser sets as a block.
_BLOCKS: Final = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tfoot tr ul
    """.split()
)
_UNSEEN: Final = frozenset("script style head template noscript svg math textarea select iframe object".split())


def read_html(text: str) -> Draft:
    """The draft of a page: its paragraphs, with the marks that a browser draws around <q>."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.writer.draft("html")


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.writer = Writer()
        self._lines = [0, *accumulate(len(line) for line in text.split("\n"))]
        self._unseen: list[str] = []
        self._kept = 0  # how deep in <pre>

    @property
    def _at(self) -> int:
        """The offset of what is being read: lines count from 1, and each but the first follows a line end."""
        line, column = self.getpos()
        return self._lines[line - 1] + (line - 1) + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.append(tag)
            return
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "blockquote":
            self.writer.open_block()
        elif tag in _BLOCKS:
            self.writer.paragraph()
        elif tag == "br":
            self.writer.made("\n", self._at)
        elif tag == "q":
            self.writer.made("“", self._at)
        self._kept += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            # <head> may be left open; the body ends it.
            if tag == self._unseen[-1]:
                self._unseen.pop()
            return
        if tag == "blockquote":
            self.writer.close_block()
        elif tag in _BLOCKS:
            self.writer.paragraph()
        elif tag == "q":
            self.writer.made("”", self._at)
        self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._blanks_made_one(data, self._at)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        if not self._unseen:
            self.writer.made(clean(unescape(written)), self._at, len(written))

    def _blanks_made_one(self, data: str, at: int) -> None:
        """Writes the data with each run of blanks as one, as a browser shows it."""
        begin = 0
        while begin < len(data):
            blank = data[begin] in " \t\r\n\f"
            end = begin + 1
            while end < len(data) and (data[end] in " \t\r\n\f") == blank:
                end += 1
            if not blank or self._kept:
                self.writer.copied(clean(data[begin:end]) if blank else data[begin:end], at + begin)
            elif self.writer.length and not self.writer.tail[-1].isspace():
                self.writer.made(" ", at + begin)
            begin = end
