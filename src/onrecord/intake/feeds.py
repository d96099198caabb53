"""Feeds: RSS 0.9 to 2.0, Atom and JSON Feed, each entry as it stands there.

Read with lxml rather than a feed library: what those add, a rewriting of the HTML in entries, is no use where only
its words are wanted, and takes twice the time (benchmarks/intake_speed.py). Broken XML is read on behind its fault.
Sources: RSS 2.0 and its modules "content" and "dc", RSS 1.0, RFC 4287 (Atom), JSON Feed 1.1.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urljoin

from lxml import etree

from onrecord.errors import ReadError
from onrecord.intake.blocks import Blocks, html_text
from onrecord.intake.copy import Copy
from onrecord.intake.markup import local_name, parse_xml, words_of
from onrecord.intake.stated import moment
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names

_ENTRIES: Final = frozenset(["item", "entry"])
_KEPT: Final = frozenset(
    """
    title link guid id pubDate published issued date updated modified description summary content encoded author
    creator category section language
    """.split()
)
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_RDF_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def read_feed(
    data: bytes, *, name: str, published: str | None = None, url: str | None = None
) -> Iterator[Copy | ReadError]:
    """The entries of an RSS or Atom feed in the order of the feed.

    url: where the feed was fetched, for addresses that count from there.
    """
    root = parse_xml(data, name=name, recover=True)
    entries = [each for each in root.iter() if local_name(each) in _ENTRIES]
    inner = _child(root, "channel")
    channel = root if inner is None else inner
    base = root.get(f"{_XML}base") or url or ""
    publisher, language = _said(channel, "title"), _said(channel, "language") or root.get(f"{_XML}lang")
    if not entries:
        yield ReadError(f"{name}: the feed has no entries; try again when it has")
    for number, entry in enumerate(entries, start=1):
        where = f"{name}: entry {number}"
        try:
            yield copy_of(_entry(entry, publisher, language, base, where), where=where, published=published)
        except ReadError as error:
            yield error


def _entry(entry: etree._Element, publisher: str | None, language: str | None, base: str, where: str) -> Told:
    parts: dict[str, list[etree._Element]] = {}
    for child in entry:
        parts.setdefault(local_name(child), []).append(child)
    full, short = _first(parts, "encoded", "content"), _first(parts, "description", "summary")
    body, left = _marked(full, where) if full is not None else (None, set())
    summary, _ = _marked(short, where) if short is not None else (None, set())
    address = _link(parts, entry, base)
    return Told(
        format="feed",
        id=_plain(parts, "guid", "id") or address,
        headline=_title(parts, where),
        body=body or summary,
        summary=summary if body else None,
        section=_plain(parts, "section") or _category(parts),
        byline=_writers(parts),
        published=moment(_plain(parts, "pubDate", "published", "issued", "date", "updated", "modified")),
        language=entry.get(f"{_XML}lang") or language,
        publisher=publisher,
        url=address,
        left_out=sorted_names({name for name in parts if name and name not in _KEPT} | left),
    )


def _marked(element: etree._Element, where: str) -> tuple[str | None, set[str]]:
    """The text of an element that holds HTML, either as a string or as elements."""
    if len(element) and element.get("type") != "html":
        blocks = Blocks(element)
        return blocks.text, blocks.left_out
    return html_text(_string_of(element), name=where)


def _string_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _title(parts: Mapping[str, list[etree._Element]], where: str) -> str | None:
    title = _first(parts, "title")
    if title is None:
        return None
    if not len(title) and "<" not in (title.text or "") and "&" not in (title.text or ""):
        return " ".join((title.text or "").split()) or None
    text = _marked(title, where)[0]
    return " ".join(text.split()) if text else None


def _link(parts: Mapping[str, list[etree._Element]], entry: etree._Element, base: str) -> str | None:
    """The address of the entry's page: Atom's alternate, RSS's link, or its guid where that is one."""
    links = parts.get("link", [])
    alternates = [each.get("href") for each in links if each.get("rel", "alternate") == "alternate"]
    texts = [words_of(each) for each in links]
    guid = [words_of(each) for each in parts.get("guid", []) if each.get("isPermaLink", "true") != "false"]
    found = next((href for href in (*alternates, *texts, *guid, entry.get(_RDF_ABOUT)) if href), None)
    joined = _joined(base, found.strip()) if found else None
    return joined if joined and joined.startswith(("http://", "https://")) else None


def _joined(base: str, address: str) -> str | None:
    if address.startswith(("http://", "https://")):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return None


def _writers(parts: Mapping[str, list[etree._Element]]) -> tuple[str, ...]:
    names: list[str] = []
    for each in (*parts.get("author", []), *parts.get("creator", [])):
        named = _child(each, "name")
        words = words_of(each if named is None else named) or ""
        if "@" in words:  # RSS 2.0: "jane@example.org (Jane Roe)"
            words = words.partition("(")[2].rstrip(") ")
        names += byline_of(words)
    return tuple(dict.fromkeys(names))


def _category(parts: Mapping[str, list[etree._Element]]) -> str | None:
    first = _first(parts, "category")
    return None if first is None else words_of(first) or first.get("label") or first.get("term")


def _plain(parts: Mapping[str, list[etree._Element]], *names: str) -> str | None:
    return next((words for name in names for each in parts.get(name, ()) if (words := words_of(each))), None)


def _first(parts: Mapping[str, list[etree._Element]], *names: str) -> etree._Element | None:
    return next((parts[name][0] for name in names if name in parts), None)


def _said(channel: etree._Element, name: str) -> str | None:
    return words_of(_child(channel, name))


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)


def is_json_feed(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a JSON Feed."""
    return isinstance(values.get("items"), list) and "jsonfeed.org" in str(values.get("version"))


def read_json_feed(
    values: Mapping[str, Any], *, where: str, published: str | None = None
) -> Iterator[Copy | ReadError]:
    """The entries of a JSON Feed in its order. where: what to call the feed in messages."""
    items = values.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        name = f"{where}: entry {number}"
        if not isinstance(item, dict):
            yield ReadError(f"{name}: the entry is no JSON object; see jsonfeed.org")
            continue
        try:
            yield copy_of(_json_entry(item, values, name), where=name, published=published)
        except ReadError as error:
            yield error


_JSON_KEPT: Final = frozenset(
    "id url external_url title content_html content_text summary date_published date_modified authors author tags"
    " language".split()
)


def _json_entry(item: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Told:
    marked = _string(item, "content_html")
    body, left = html_text(marked, name=where) if marked else (None, set())
    body = body or _string(item, "content_text")
    summary = _string(item, "summary")
    return Told(
        format="feed",
        id=_string(item, "id") or _string(item, "url"),
        headline=_string(item, "title"),
        body=body or summary,
        summary=summary if body else None,
        section=next((tag for tag in item.get("tags") or () if isinstance(tag, str)), None),
        byline=_json_writers(item),
        published=moment(_string(item, "date_published") or _string(item, "date_modified")),
        language=_string(item, "language") or _string(feed, "language"),
        publisher=_string(feed, "title"),
        url=_string(item, "url") or _string(item, "external_url"),
        left_out=sorted_names({name for name in item if name not in _JSON_KEPT} | left),
    )


def _json_writers(item: Mapping[str, Any]) -> tuple[str, ...]:
    listed = item.get("authors") or [item.get("author")]
    people = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(name for each in people for name in byline_of(_string(each, "name")))


def _string(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
