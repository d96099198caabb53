"""The words of a docx document: its paragraphs, without what was deleted, and with those set apart as quotations.

Read with the standard library: a docx is a ZIP archive whose `word/document.xml` holds paragraphs (w:p) of runs of text
(w:t), ECMA-376-1, 17.3. Nothing else of the format is needed here, so no library is either.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from onrecord.checking.plain import Draft, Writer
from onrecord.errors import ReadError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Documents of "strict" OOXML have a namespace of their own.
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PART: Final = "word/document.xml"
# Bytes of XML. A book of a thousand pages has some ten million.
_MOST: Final = 64 * 2**20
# What was deleted under tracked changes, and what is drawn a second time for older programs.
_UNSEEN: Final = frozenset(["del", "moveFrom", "Fallback", "instrText", "delText"])
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_DEEPEST: Final = 200


def read_docx(data: bytes, *, name: str) -> Draft:
    """The draft of a document. Raises ReadError where it is none, is locked, or is larger than any draft."""
    xml = _document(data, name)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:  # no program writes one: entities are a way to blow a file up
        raise ReadError(f"{name}: the document declares entities, which docx does not allow; save it anew")
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReadError(f"{name}: the document's XML is broken ({error}); save it anew") from error
    writer = Writer()
    for paragraph in root.iter():
        if _local(paragraph.tag) == "p" and paragraph.tag.startswith((_W, _STRICT)):
            _write(paragraph, writer)
    made = writer.draft("docx")
    return Draft(made.text, "docx", made.blocks, ())


def _document(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(_PART)
            if info.flag_bits & 1:
                raise ReadError(f"{name}: the document is locked with a password; save it without one")
            with archive.open(info) as part:
                xml = part.read(_MOST + 1)
    except KeyError as error:
        raise ReadError(f"{name}: no docx document, since it has no {_PART}; save it as .docx or text") from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise ReadError(f"{name}: no docx document that can be read ({error}); save it as .docx or text") from error
    if len(xml) > _MOST:
        raise ReadError(f"{name}: the document's text is over {_MOST:,} bytes; check it in parts")
    return xml


def _write(paragraph: ElementTree.Element, writer: Writer) -> None:
    words = "".join(_words(paragraph, 0))
    if not words.strip():
        return
    if _is_quotation(paragraph):
        writer.open_block()
        writer.made(words, 0)
        writer.close_block()
    else:
        writer.paragraph()
        writer.made(words, 0)


def _words(node: ElementTree.Element, depth: int) -> Iterator[str]:
    """The text of a paragraph's runs; paragraphs inside it, as those of a text box, are read by themselves."""
    if depth > _DEEPEST:
        return
    for child in node:
        tag = _local(child.tag)
        if tag == "t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag != "p" and tag not in _UNSEEN:
            yield from _words(child, depth + 1)


def _is_quotation(paragraph: ElementTree.Element) -> bool:
    """Whether its style is one of those for quotations: "Quote", "IntenseQuote"."""
    styles = (style.get(f"{space}val", "") for space in (_W, _STRICT) for style in paragraph.iter(f"{space}pStyle"))
    return any("quot" in style.lower() for style in styles)


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
