"""NITF: the article of a `nitf` element, alone in a file or as the body of an item of another format."""

from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec.structs import replace

from onrecord.intake.blocks import Blocks
from onrecord.intake.copy import Copy
from onrecord.intake.markup import local_name, parse_xml, words_of
from onrecord.intake.stated import moment, stated
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names
from onrecord.record import Signals

# What docdata and head say that a record has a field for; all else there is named as left out.
_KEPT: Final = frozenset(
    """
    correction date.issue date.release doc-id du-key ed-msg evloc urgency title docdata doc.rights series
    """.split()
)


def read_nitf(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy]:
    """The one article of a NITF file. Raises ReadError where it is none, or holds no words."""
    yield copy_of(told_by_nitf(parse_xml(data, name=name)), where=name, published=published)


def told_by_nitf(root: etree._Element) -> Told:
    """What a `nitf` element tells. Namespaces make no difference: NITF came without one until 3.3."""
    head, body = _child(root, "head"), _child(root, "body")
    content = _find(body, "body.content")
    blocks = Blocks(content) if content is not None else None
    headlines = _find(body, "hedline")
    abstract = _find(body, "abstract")
    docdata = _find(head, "docdata")
    ends = {"body.end"} if words_of(_find(body, "body.end")) else set()
    return Told(
        format="nitf",
        id=_attribute(docdata, "doc-id", "id-string") or _attribute(docdata, "du-key", "key"),
        body=blocks.text if blocks else None,
        summary=" ".join(Blocks(abstract).paragraphs) or None if abstract is not None else None,
        headline=words_of(_find(headlines, "hl1")) or words_of(_find(head, "title")),
        deck=_deck(headlines, head),
        byline=_byline(_find(body, "byline")),
        dateline=words_of(_find(body, "dateline")),
        place=_place(docdata),
        published=moment(_attribute(docdata, "date.issue", "norm")),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("baselang"),
        provider=words_of(_find(body, "distributor")),
        section=_attribute(docdata, "fixture", "fix-id"),
        signals=_signals(docdata),
        left_out=sorted_names((blocks.left_out if blocks else set()) | _unkept(head) | ends),
    )


def within(told: Told, inner: Told) -> Told:
    """An item's own fields, and behind them what the NITF in its body says."""
    fields = ("body", "headline", "deck", "byline", "dateline", "place", "published", "language", "provider", "section")
    filled = {name: getattr(told, name) or getattr(inner, name) for name in fields}
    summary = told.summary or inner.summary
    return replace(told, summary=summary, left_out=sorted_names((*told.left_out, *inner.left_out)), **filled)


def _deck(headlines: etree._Element | None, head: etree._Element | None) -> str | None:
    """The second headline, unless it says the first again, or a keyword."""
    deck = words_of(_find(headlines, "hl2"))
    keywords = {each.get("key") for each in (head.iter() if head is not None else ()) if local_name(each) == "keyword"}
    return None if deck in keywords or deck == words_of(_find(headlines, "hl1")) else deck


def _signals(docdata: etree._Element | None) -> Signals:
    if docdata is None:
        return Signals()
    release = moment(_attribute(docdata, "date.release", "norm"))
    issue = moment(_attribute(docdata, "date.issue", "norm"))
    corrected = _find(docdata, "correction")
    words = [docdata.get("management-status"), "correction" if corrected is not None else None]
    return stated(
        words,
        notes=[_attribute(docdata, "ed-msg", "info"), _attribute(docdata, "correction", "info")],
        version=_attribute(docdata, "du-key", "version"),
        embargo=release if release and release != issue else None,
        replaces=docdata.get("management-doc-idref"),
        urgency=_attribute(docdata, "urgency", "ed-urg"),
        terms=words_of(_find(docdata, "doc.rights")),
    )


def _byline(byline: etree._Element | None) -> tuple[str, ...]:
    """The names; what the writer is (`byttl`) and where is left out."""
    if byline is None:
        return ()
    persons = tuple(filter(None, (words_of(each) for each in byline.iter() if local_name(each) == "person")))
    if persons:
        return persons
    parts = [byline.text or ""]
    for child in byline:
        if local_name(child) not in ("byttl", "location"):
            parts.append("".join(map(str, child.itertext())))
        parts.append(child.tail or "")
    words = " ".join("".join(parts).split()).strip(" ,;")
    return byline_of(words)


def _place(docdata: etree._Element | None) -> str | None:
    event = _find(docdata, "evloc")
    return None if event is None else event.get("city") or words_of(event)


def _unkept(head: etree._Element | None) -> set[str]:
    if head is None:
        return set()
    inner = [child for child in head if local_name(child) not in _KEPT]
    docdata = _find(head, "docdata")
    inner += [child for child in (docdata if docdata is not None else ()) if local_name(child) not in _KEPT]
    return {local_name(child) for child in inner} - {""}


def _child(root: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in root if local_name(child) == name), None)


def _find(root: etree._Element | None, name: str) -> etree._Element | None:
    if root is None:
        return None
    return next((found for found in root.iter() if local_name(found) == name), None)


def _attribute(root: etree._Element | None, name: str, attribute: str) -> str | None:
    found = _find(root, name)
    return (found.get(attribute) or "").strip() or None if found is not None else None
