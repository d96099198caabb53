"""Where the paragraphs of plain text are, whatever broke its lines.

Blank lines divide text into blocks. In copy of today each line of a block is a paragraph of its own; in old wire
copy, broken at some 60 to 80 characters wherever a word ended, a block is one paragraph, or several that begin
with an indent (IPTC 7901) or after a line that ended early.
"""

from itertools import pairwise

from msgspec import Struct

from onrecord.spans import Span

# In characters. Wires and mail break lines at 60 to 80; a longer line was not broken at all.
_WIDEST = 100
# A paragraph's first line is pushed in by three spaces in IPTC 7901, by two to eight elsewhere.
_INDENT = 2
# Shares of the line breaks that must look like breaks between words for the text to count as wrapped.
_MOSTLY = 0.6
_OFTEN = 0.5
# A line with the next word must reach this share of the width to be full: who broke lines by hand left some room.
_ROOM = 0.85
# A line that ends before this share of the width was not broken for want of room: a headline, the end of a verse.
_SHORT = 0.75


class _Line(Struct, frozen=True, gc=False):
    start: int
    end: int
    indent: int

    @property
    def length(self) -> int:
        return self.indent + self.end - self.start


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of the text in order, without white space at their edges; every other character is in one."""
    blocks = _blocks(text)
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if not breaks:
        return [Span(block[0].start, block[0].end) for block in blocks]
    width = _width([first.length for first, _ in breaks])
    if not _is_wrapped(text, breaks, width):
        return [Span(line.start, line.end) for block in blocks for line in block]
    return [span for block in blocks for span in _unwrapped(text, block, width)]


def _blocks(text: str) -> list[list[_Line]]:
    """The lines that are not blank, a list a block."""
    blocks: list[list[_Line]] = []
    begin, after_blank = 0, True
    for whole in text.split("\n"):
        words = whole.strip()
        if words:
            indent = len(whole) - len(whole.lstrip())
            line = _Line(begin + indent, begin + indent + len(words), indent)
            if after_blank:
                blocks.append([line])
            else:
                blocks[-1].append(line)
        after_blank = not words
        begin += len(whole) + 1
    return blocks


def _width(lengths: list[int]) -> int:
    """The length that nine in ten of the lines keep to: a long address on its own line widens nothing."""
    return sorted(lengths)[(len(lengths) * 9 - 1) // 10]


def _is_wrapped(text: str, breaks: list[tuple[_Line, _Line]], width: int) -> bool:
    """Whether most lines are as full as can be, and many break off in mid-sentence."""
    inner = [(first, second) for first, second in breaks if second.indent - first.indent < _INDENT]
    if width > _WIDEST or not inner:
        return False
    full = sum(_is_full(text, first, second, width) for first, second in inner)
    open_ended = sum(text[second.start].islower() for _, second in inner)
    return full >= _MOSTLY * len(inner) and open_ended >= _OFTEN * len(inner)


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would hardly have fitted into this line."""
    word = text[following.start : following.end].split(None, 1)[0]
    return line.length + 1 + len(word) > _ROOM * width


def _unwrapped(text: str, block: list[_Line], width: int) -> list[Span]:
    """The paragraphs of a block of wrapped lines."""
    found, start = [], block[0].start
    for line, following in pairwise(block):
        if _begins_anew(text, line, following, width):
            found.append(Span(start, line.end))
            start = following.start
    return [*found, Span(start, block[-1].end)]


def _begins_anew(text: str, line: _Line, following: _Line, width: int) -> bool:
    if following.indent - line.indent >= _INDENT:
        return True
    if _is_full(text, line, following, width) or text[following.start].islower():
        return False
    return _ends_sentence(text, line) or line.length < _SHORT * width


def _ends_sentence(text: str, line: _Line) -> bool:
    return text[line.start : line.end].rstrip("\"'”’»)").endswith((".", "!", "?", "…"))
