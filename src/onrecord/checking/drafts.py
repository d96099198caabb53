"""A draft from a file: text, Markdown, HTML or docx, read into plain text. It is never put into an archive."""

import re
from pathlib import PurePath
from typing import Final, Literal, get_args

from onrecord.checking.docx import read_docx
from onrecord.checking.html import read_html
from onrecord.checking.markdown import read_markdown
from onrecord.checking.plain import Draft, Writer
from onrecord.errors import ReadError
from onrecord.intake.clean import clean
from onrecord.intake.decode import decode

Format = Literal["text", "markdown", "html", "docx"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)
# Bytes. A novel has a million; what is longer is no draft.
MOST_BYTES: Final = 16 * 2**20

_SUFFIXES: Final[dict[str, Format]] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx",
    ".txt": "text", ".text": "text",
}  # fmt: skip
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_draft(data: bytes, *, name: str = "draft", format: Format | None = None) -> Draft:
    """The draft that the bytes hold.

    name: the file's, for its ending and for messages. format: None tells it from the name and the first bytes.
    Raises ReadError, naming the file, where there is nothing to read.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(f"{name}: {len(data):,} bytes; a draft has {MOST_BYTES:,} at most, so check it in parts")
    kind = format or _kind(data, name)
    made = read_docx(data, name=name) if kind == "docx" else draft_of(decode(data, name=name), kind)
    if not made.text.strip():
        raise ReadError(f"{name}: the draft holds no words; give the text that is to be checked")
    return made


def format_of(name: str | None) -> Format | None:
    """The format of that name; None for none. Raises ReadError for another."""
    if name is None:
        return None
    for format in get_args(Format):
        if format == name:
            known: Format = format
            return known
    raise ReadError(f"{name!r} is no format of a draft; it is one of {', '.join(FORMATS)}")


def draft_of(text: str, format: Format = "text") -> Draft:
    """The draft that a text is; markup is taken out where the format has it."""
    text = _whole(text)
    if format == "html":
        return read_html(text)
    return read_markdown(text) if format == "markdown" else read_plain(text)


def _whole(text: str) -> str:
    """The text without half surrogate pairs and byte order mark, so that all offsets count in what can be written."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.lstrip("\ufeff")


def read_plain(text: str) -> Draft:
    """Text as it is, but for its line ends and control characters, which `intake.clean` reads as all of onrecord."""
    cleaned = clean(text)
    if len(cleaned) == len(text):
        return Draft(cleaned, "text", (), ((0, 0, len(text)),) if text else ())
    writer, at = Writer(), 0
    for line in text.splitlines(keepends=True):
        writer.copied(clean(line), at)
        at += len(line)
    return writer.draft("text")


def _kind(data: bytes, name: str) -> Format:
    """By the first bytes, where they tell, else by the name; text where neither does."""
    if data.startswith(_ZIP):
        return "docx"
    suffix = PurePath(name).suffix.lower()
    if suffix == ".docx" or data.startswith(_OLD_OFFICE):
        return "docx"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<p>", b"<div", b"<article")) else "text"
