"""What a page says about its article in JSON-LD (schema.org)."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html

from onrecord.intake.pages.blocks import text_key, tidy

Node = dict[str, Any]

# In characters: what is read of all scripts of a page, and how deep objects may lie in one another.
_MOST = 4 * 2**20
_DEEPEST = 12
_ARTICLE = re.compile(r"(?:\A|/|:)(?:\w*Article|\w*Posting|Report|Review|NewsItem)\Z")
_PAGE = re.compile(r"(?:\A|/|:)(?:\w*Page|VideoObject|Event)\Z")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LINE_END = re.compile(r"</p>|</h\d>|</li>|<br\s?/?>|\r\n?|\u2028|\u2029", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def find_nodes(root: html.HtmlElement) -> list[Node]:
    """Every object of the page's JSON-LD that has a type, in order, those within others included.

    A script that is not JSON is passed over: other scripts of the page may say the same.
    """
    found: list[Node] = []
    size = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        size += len(script.text)
        if size > _MOST:
            break
        found += _typed(_loaded(script.text), _DEEPEST)
    return found


def article_node(nodes: list[Node], titles: list[str]) -> Node:
    """The node that the page is about, an empty one where there is none: an article rather than a page or a video,
    with one of the `titles` as its headline rather than another, and the one that says most."""
    keys = {text_key(title) for title in titles}

    def weight(node: Node) -> tuple[bool, bool, bool, int]:
        headline = words(node, "headline") or words(node, "name")
        return (
            _is_a(node, _ARTICLE),
            headline is not None and text_key(headline) in keys,
            "datePublished" in node,
            len(node),
        )

    about = [node for node in nodes if _is_a(node, _ARTICLE) or (_is_a(node, _PAGE) and "datePublished" in node)]
    return max(about, key=weight, default={})


def words(node: Node, *names: str) -> str | None:
    """The first of the fields that holds words, as a reader would see them; of several values the first."""
    for name in names:
        value = node.get(name)
        while isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value") or value.get("name")
        if isinstance(value, str) and (plain := plain_words(value)):
            return plain
    return None


def plain_words(value: str) -> str:
    """The value without character references and tags, which some sites write into their fields."""
    return tidy(_TAG.sub(" ", unescape(unescape(value)))) if "&" in value or "<" in value else tidy(value)


def plain_lines(value: str) -> str:
    """The same of a text over several lines, which are kept; the end of a paragraph or line of HTML ends a line."""
    lines = _LINE_END.sub("\n", unescape(value)).split("\n")
    return "\n".join(filter(None, map(plain_words, lines)))


def people(node: Node, nodes: list[Node], *names: str) -> list[tuple[str, bool]]:
    """The names in the first field that has any, each with whether it is said to be an organisation's."""
    by_id = {other["@id"]: other for other in reversed(nodes) if isinstance(other.get("@id"), str) and len(other) > 2}
    for name in names:
        if found := list(_names(node.get(name), by_id, 4)):
            return found
    return []


def _names(value: Any, by_id: dict[str, Node], deep: int) -> Iterator[tuple[str, bool]]:
    if deep == 0:
        return
    if isinstance(value, list):
        for each in value[:40]:
            yield from _names(each, by_id, deep - 1)
    elif isinstance(value, str):
        if named := plain_words(value):
            yield named, False
    elif isinstance(value, dict):
        node = value if "name" in value else by_id.get(str(value.get("@id")), value)
        name = node.get("name")
        if isinstance(name, list):
            yield from _names(name, by_id, deep - 1)
        elif isinstance(name, str) and (named := plain_words(name)):
            yield named, "Organization" in str(node.get("@type"))


def _is_a(node: Node, kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(isinstance(each, str) and kind.search(each) for each in (types if isinstance(types, list) else [types]))


def _loaded(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removeprefix("//").strip().removeprefix("<![CDATA[")
    text = text.removesuffix("-->").removesuffix("]]>").rstrip().removesuffix("//").rstrip().removesuffix(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _typed(value: Any, deep: int) -> Iterator[Node]:
    if deep == 0:
        return
    if isinstance(value, list):
        for each in value:
            yield from _typed(each, deep - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name, each in value.items():
            # Lists of other articles are not what the page is about.
            if isinstance(each, (dict, list)) and name not in {"itemListElement", "hasPart", "isPartOf", "mentions"}:
                yield from _typed(each, deep - 1)
