"""XML that nobody has to trust: entities are never resolved, nothing is fetched, sizes are bounded."""

import re
from html.entities import html5
from typing import Any, Final

from lxml import etree

from onrecord.errors import ReadError

# An article has some hundred elements, a message of a wire some ten thousand. In memory each costs about 200 bytes.
MOST_TAGS: Final = 2_000_000

# All names but the five that XML knows itself.
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{0,30});")


def parse_xml(data: bytes, *, name: str, recover: bool = False) -> etree._Element:
    """The root of the document.

    name: what to call the file in messages. recover: read on behind what is not well-formed, as feeds often need.
    Raises ReadError where it is no XML, declares entities, nests too deep or has more than `MOST_TAGS` tags.
    """
    if data.count(b"<") > MOST_TAGS:
        raise ReadError(f"{name}: the file has more than {MOST_TAGS:,} tags; split it into smaller ones")
    # Zero bytes are dropped for this look only: in UTF-16 each letter has one.
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise _declares(name)
    # Entities that only a DTD declares: HTML's own are known, and no DTD is ever fetched for the others.
    data = _NAMED.sub(_numbered, data)
    try:
        return _parsed(data, name, recover=False)
    except etree.XMLSyntaxError as error:
        if not recover:
            raise _broken(error, name) from error
        return _recovered(data, name, error)


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; "" of a comment or instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_of(element: etree._Element | None) -> str | None:
    """All text in the element, its white space as single blanks; None where there is none."""
    if element is None:
        return None
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return " ".join(text.split()) or None


def _parsed(data: bytes, name: str, *, recover: bool) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise ReadError(f"{name}: no element can be read of this XML; save the item again")
    subset: Any = root.getroottree().docinfo.internalDTD
    # An encoding that hides the declaration from the look above hides it from no parser.
    if subset is not None and next(iter(subset.iterentities()), None) is not None:
        raise _declares(name)
    return root


def _recovered(data: bytes, name: str, first: etree.XMLSyntaxError) -> etree._Element:
    try:
        return _parsed(data, name, recover=True)
    except etree.XMLSyntaxError:
        raise _broken(first, name) from first


def _numbered(match: re.Match[bytes]) -> bytes:
    sign = html5.get(match[1].decode() + ";")
    return "".join(f"&#{ord(part)};" for part in sign).encode() if sign else b"&amp;" + match[0][1:]


def _declares(name: str) -> ReadError:
    return ReadError(f"{name}: the XML declares entities, which are never resolved here; save it without them")


def _broken(error: etree.XMLSyntaxError, name: str) -> ReadError:
    line, column = error.position
    why = (error.msg or "not well-formed").splitlines()[0]
    return ReadError(f"{name}: XML that cannot be read at line {line}, column {column}: {why}; save the item again")
