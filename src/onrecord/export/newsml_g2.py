"""A record as a NewsML-G2 news item, its body as XHTML. Source: IPTC NewsML-G2 2.35.

The schema asks each item for the moment at which its version was made. Where the source gives only a day, that stands
in `contentCreated`, and the moment is left out rather than invented.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from lxml import etree

from onrecord.export.parts import PUB_STATUS, SIGNAL, body, editor_notes, listed, moment, usage_terms
from onrecord.intake.newsml_g2 import NO_VERSION
from onrecord.record import Record

_G2: Final = "http://iptc.org/std/nar/2006-10-01/"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
# Namespaces without a prefix; the stubs of lxml know only prefixes.
_DEFAULT_G2: Any = {None: _G2}
_DEFAULT_XHTML: Any = {None: _XHTML}
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_CATALOG: Final = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
# Characters that XML cannot hold, even as numbers: https://www.w3.org/TR/xml/#charsets
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def newsml_g2(record: Record) -> bytes:
    """A whole XML document in UTF-8. The same record always gives the same bytes."""
    made: bytes = etree.tostring(_item(record), xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def newsml_g2_message(records: Iterable[Record]) -> Iterator[bytes]:
    """A NewsML-G2 message of many items, piece by piece, so that an archive of any size can be written."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="' + _G2.encode() + b'">\n<itemSet>\n'
    for record in records:
        yield bytes(etree.tostring(_item(record), encoding="UTF-8", xml_declaration=False, pretty_print=True))
    yield b"</itemSet>\n</newsMessage>\n"


def _item(record: Record) -> etree._Element:
    article, signals = record.article, record.article.signals
    item = etree.Element(f"{{{_G2}}}newsItem", {"guid": _writable(record.id)}, nsmap=_DEFAULT_G2)
    item.set("version", _writable(signals.version or "1"))
    item.set("standard", "NewsML-G2")
    item.set("standardversion", "2.35")
    item.set("conformance", "power")
    if article.language:
        item.set(_LANGUAGE, _writable(article.language))
    _add(item, "catalogRef", href=_CATALOG)
    if terms := usage_terms(article):
        _add(_add(item, "rightsInfo"), "usageTerms", terms)
    _item_meta(item, record)
    _content_meta(item, record)
    _content(item, body(article))
    return item


def _item_meta(item: etree._Element, record: Record) -> None:
    article, signals = record.article, record.article.signals
    meta = _add(item, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    agency = article.dateline.agency or article.source.agency
    if agency:
        _named(meta, "provider", agency)
    if made := moment(record):
        _add(meta, "versionCreated", made)
    if signals.embargo:
        _add(meta, "embargoed", None if signals.embargo == ".." else signals.embargo)
    _add(meta, "pubStatus", qcode=f"stat:{PUB_STATUS.get(signals.status, 'usable')}")
    if signals.version is None:  # an item must have one; this says that the first is only assumed
        _add(meta, "edNote", NO_VERSION)
    for note in editor_notes(article):
        _add(meta, "edNote", note)
    for code in _signals(record):
        _add(meta, "signal", qcode=code)
    if signals.replaces:
        _add(meta, "link", rel="irel:previousVersion", residref=signals.replaces)


def _signals(record: Record) -> Iterator[str]:
    signals = record.article.signals
    if signals.status in SIGNAL:
        yield f"sig:{SIGNAL[signals.status]}"
    elif signals.status == "killed":
        yield "sig:kill"
    elif signals.status == "embargoed" and signals.embargo is None:
        yield "sig:embargoed"


def _content_meta(item: etree._Element, record: Record) -> None:
    article = record.article
    meta = _add(item, "contentMeta")
    if article.signals.urgency:
        _add(meta, "urgency", str(article.signals.urgency))
    if article.published and moment(record) is None:
        _add(meta, "contentCreated", article.published)
    if article.dateline.place:
        _named(meta, "located", article.dateline.place)
    for name in article.byline:
        _named(meta, "creator", name, type="cpnat:person")
    if article.source.publisher:
        _named(meta, "infoSource", article.source.publisher, role="isrol:publisher")
    if article.source.url:
        _add(meta, "altId", article.source.url, type="altidtype:url")
    if article.language:
        _add(meta, "language", tag=article.language)
    if article.section:
        _named(meta, "subject", article.section, literal="section")
    if article.byline:
        _add(meta, "by", listed(article.byline))
    if article.headline:
        _add(meta, "headline", article.headline)
    if article.deck:
        _add(meta, "headline", article.deck, role="hlrole:sub")


def _content(item: etree._Element, paragraphs: list[str]) -> None:
    if not paragraphs:
        return
    inline = _add(_add(item, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    page = etree.SubElement(inline, f"{{{_XHTML}}}html", nsmap=_DEFAULT_XHTML)
    etree.SubElement(etree.SubElement(page, f"{{{_XHTML}}}head"), f"{{{_XHTML}}}title")
    inner = etree.SubElement(page, f"{{{_XHTML}}}body")
    for words in paragraphs:
        etree.SubElement(inner, f"{{{_XHTML}}}p").text = _writable(words)


def _add(parent: etree._Element, tag: str, words: str | None = None, /, **attributes: str) -> etree._Element:
    written = {name: _writable(value) for name, value in attributes.items()}
    child = etree.SubElement(parent, f"{{{_G2}}}{tag}", written)
    child.text = None if words is None else _writable(words)
    return child


def _named(parent: etree._Element, tag: str, name: str, **attributes: str) -> None:
    _add(_add(parent, tag, **attributes), "name", name)


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)
