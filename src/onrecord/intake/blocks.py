"""The paragraphs of marked-up copy: XHTML, HTML and NITF bodies that hold an article and nothing else."""

import html
import re
from typing import Final

from lxml import etree

from onrecord.errors import ReadError
from onrecord.intake.markup import MOST_TAGS

# Elements that begin and end a paragraph. Source: HTML (flow content that is no phrase) and NITF 3.6.
_BLOCKS: Final = frozenset(
    """
    address article blockquote body body.content block bq center dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 hl1 hl2
    hr html li main ol p pre section summary tagline td th tr ul credit note
    """.split()
)
# Elements whose words are not the article's; those that a reader would see are named as left out.
_UNSEEN: Final = frozenset("head iframe link meta noscript object script style svg template title".split())
_NAMED: Final = frozenset(
    "aside audio embed figure footer form header img media nav picture table video fn nitf-table pronounce".split()
)
_SKIPPED: Final = _UNSEEN | _NAMED
# Stands for a line break while a paragraph is open: no XML or HTML can hold this character itself.
_BREAK: Final = "\x1e"
_EMPTY_LINE = re.compile(r"\n[ \t\r\f\v\xa0]*\n")
_BREAKS = re.compile(rf"{_BREAK}\s*{_BREAK}")


class Blocks:
    """The paragraphs of an element in order, and the names of the elements that were left out."""

    def __init__(self, root: etree._Element) -> None:
        self.paragraphs: list[str] = []
        self.left_out: set[str] = set()
        self._open: list[str] = []
        self._walk(root)
        self._close()

    @property
    def text(self) -> str | None:
        """The paragraphs with an empty line between them; None where there are none."""
        return "\n\n".join(self.paragraphs) or None

    def _walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        add = self._open.append
        for event, element in walk:
            tag = element.tag
            name = (tag.rpartition("}")[2] if "}" in tag else tag).lower() if isinstance(tag, str) else ""
            if event == "end":
                if name in _BLOCKS:
                    self._close()
                if element.tail and element is not root:
                    add(element.tail)
            elif name in _SKIPPED:
                self.left_out |= {name} & _NAMED
                walk.skip_subtree()
            else:
                if name in _BLOCKS:
                    self._close()
                elif name == "br":
                    add(_BREAK)
                if element.text and name:
                    add(element.text)

    def _close(self) -> None:
        if not self._open:
            return
        joined = "".join(self._open)
        for part in _BREAKS.split(joined) if _BREAK in joined else (joined,):
            for lines in _set_in_lines(part) if "\n" in part else (part,):
                if words := " ".join(lines.replace(_BREAK, " ").split()):
                    self.paragraphs.append(words)
        self._open.clear()


def _set_in_lines(part: str) -> list[str]:
    """The paragraphs of an element that holds a whole story as it went over the wire: lines that are not indented go
    on, those that are begin anew. Where all lines are indented, or none, it is the layout of the file: one paragraph.
    """
    lines = part.split("\n")
    inner = [line for line in lines[1:] if line.strip()]
    indented = sum(line[:2].isspace() for line in inner)
    if len(inner) < 2 or not 0 < indented < len(inner):
        return [part]
    made = [""]
    for line in lines:
        if not line.strip() or line[:2].isspace():
            made.append("")
        made[-1] += f"{line}\n"
    return made


def html_text(marked: str, *, name: str) -> tuple[str | None, set[str]]:
    """The text of a fragment of HTML, as items carry it in a string, and the elements that were left out.

    Where there is no markup in it, an empty line parts its paragraphs.
    name: what to call the item in a message. Raises ReadError where it nests too deep to be read whole.
    """
    if "<" not in marked:
        parts = (" ".join(part.split()) for part in _EMPTY_LINE.split(html.unescape(marked)))
        return "\n\n".join(filter(None, parts)) or None, set()
    if marked.count("<") > MOST_TAGS:
        raise ReadError(f"{name}: the body has more than {MOST_TAGS:,} tags; split it into articles")
    # As bytes: a fragment may begin with a declaration of an encoding that it is no longer in.
    root = etree.fromstring(b"<div>" + marked.encode("utf-8", "replace") + b"</div>", _HTML)
    if len(_HTML.error_log) and any(entry.type == _TOO_DEEP for entry in _HTML.error_log):
        raise ReadError(f"{name}: the body nests its elements too deep to be read; save it as plain text")
    found = Blocks(root if root is not None else etree.Element("div"))
    return found.text, found.left_out


_HTML: Final = etree.HTMLParser(
    encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
)
# libxml2's ERR_RESOURCE_LIMIT: deeper than 256 elements.
_TOO_DEEP: Final = 114
