"""The text of a page as a tree of elements, in bounded time and memory."""

import re

from lxml import html

from onrecord.errors import ReadError

# The most tags that a page may have, its scripts' signs "less than" included; of the 53 Fundus test pages the largest
# has 6,000. trafilatura takes some 50 microseconds for each.
MAX_TAGS = 100_000
# The most characters, once the pictures that are written into its tags are left out; the largest of those has 1.2 MiB.
MAX_TEXT = 8 * 2**20
# The most attributes of an element that are kept: trafilatura copies the tree time and again.
_MOST_ATTRIBUTES = 60
# The longest tag, in characters, whose attributes are read: libxml2 compares each with all the others.
_LONGEST_TAG = 8192

_PICTURES = re.compile(r"""data:\w{1,20}/[^"'()<>\s]{200,}""")
_TAG_NAME = re.compile(r"[a-zA-Z][\w:-]{0,30}")
# Tags of inline markup: left open time and again, they nest as deep as the page is long.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|center|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u)\b[^<>]*>", re.IGNORECASE
)


def parse(text: str, *, name: str) -> html.HtmlElement:
    """The root element of a page, without comments. Entities that a page declares are never resolved.

    Raises ReadError where the page holds nothing, is too large, or nests too deep to be read to its end.
    """
    if (tags := text.count("<")) > MAX_TAGS:
        raise ReadError(f"{name}: the page has {tags:,} tags and may have {MAX_TAGS:,}; give one page an article")
    text = _without_long_tags(_PICTURES.sub("data:", text))
    if len(text) > MAX_TEXT:
        size = len(text) / 2**20
        raise ReadError(
            f"{name}: the page has {size:,.0f} MiB of text and tags and may have {MAX_TEXT // 2**20};"
            " give one page an article"
        )
    root, whole = _parsed(text, name)
    if not whole:
        root, whole = _parsed(_INLINE.sub(" ", text), name)
    if not whole:
        raise ReadError(
            f"{name}: the page nests deeper than 256 elements, or has more than 10 MiB in one; save the text of"
            " the article instead"
        )
    for element in root.iter():
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
    return root


def _without_long_tags(text: str) -> str:
    """The text with no more than the name of a tag that is longer than `_LONGEST_TAG`."""
    pieces = text.split("<")
    long = [n for n, piece in enumerate(pieces) if n and len(piece) > _LONGEST_TAG and _is_long_tag(piece)]
    for n in long:
        name = _TAG_NAME.match(pieces[n])
        pieces[n] = f"{name.group() if name else ''} {pieces[n][pieces[n].find('>') :] if '>' in pieces[n] else ''}"
    return "<".join(pieces) if long else text


def _is_long_tag(piece: str) -> bool:
    return piece[0].isalpha() and ">" not in piece[:_LONGEST_TAG]


def _parsed(text: str, name: str) -> tuple[html.HtmlElement, bool]:
    """The root, and whether the parser came to the end of the page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except html.etree.ParserError as error:
        raise ReadError(f"{name}: the page holds no text; save it anew, as HTML") from error
    # What is merely wrong in a page is mended on the way; a fatal error is where the parser stopped.
    return root, not any(entry.level == html.etree.ErrorLevels.FATAL for entry in parser.error_log)
