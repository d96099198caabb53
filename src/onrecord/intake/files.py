"""Articles from files, folders and standard input, one after the other; a bad one never stops the rest."""

import json
import os
import zlib
from collections.abc import Callable, Iterator
from gzip import BadGzipFile
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES, decode, too_large
from onrecord.intake.jsonl import bounded_lines, read_article, read_jsonl
from onrecord.intake.kinds import kind_of
from onrecord.intake.streams import begun
from onrecord.intake.text import read_text

# One article as text, one article as a JSON object, an article a line, or a saved page.
Kind = Literal["text", "json", "jsonl", "html"]

# What is read of a folder, also with ".gz" behind it; other files are passed over, and `skipped` is told. "" is a name
# without an ending.
SUFFIXES = frozenset([".txt", ".text", ".jsonl", ".ndjson", ".json", ".html", ".htm", ".xhtml", ""])
_KINDS: dict[str, Kind] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}


def copies(
    path: Path | str,
    *,
    stdin: BinaryIO | None = None,
    kind: Kind | None = None,
    published: str | None = None,
    skipped: Callable[[Path], None] | None = None,
) -> Iterator[Copy | ReadError]:
    """The articles of a file, of a folder with all its folders in order of their names, or of `stdin` for "-".

    What cannot be read comes as a ReadError in its place. Hidden files and folders are passed over.
    kind: what the files hold; None tells it from each file's name and its first line.
    stdin: the stream of bytes that "-" stands for.
    published: the day of publication of articles that do not give their own, "YYYY-MM-DD".
    skipped: called with each file of a folder whose ending says that it is no text.
    """
    if str(path) == "-":
        yield from _from_stdin(stdin, kind, published)
        return
    for found in _walk(Path(path), skipped):
        if isinstance(found, ReadError):
            yield found
        else:
            yield from _from_file(found, kind, published)


def _from_stdin(stdin: BinaryIO | None, kind: Kind | None, published: str | None) -> Iterator[Copy | ReadError]:
    if stdin is None:
        yield ReadError("-: there is no standard input here; name a file")
        return
    try:
        yield from _from_stream(stdin, "standard input", kind, published, size=0)
    except OSError as error:
        yield _unreadable("standard input", error)


def _walk(path: Path, skipped: Callable[[Path], None] | None) -> Iterator[Path | ReadError]:
    """The path itself, or the files of a folder; in place of a folder that cannot be listed, the error."""
    if not path.is_dir():
        yield path
        return
    try:
        with os.scandir(path) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(path), error)
        return
    for entry in entries:
        inner = path / entry.name
        if entry.name.startswith("."):
            continue
        # A link to a folder is not followed: it may lead back to where it stands.
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(inner, skipped)
        elif _suffix(inner) in SUFFIXES and not entry.is_dir():
            yield inner
        elif skipped is not None:
            skipped(inner)


def _suffix(path: Path) -> str:
    """The ending of the name, that before ".gz" where it has one; ".gz" itself is not one."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() or suffix if suffix == ".gz" else suffix


def _from_file(path: Path, kind: Kind | None, published: str | None) -> Iterator[Copy | ReadError]:
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            named = _KINDS.get(_suffix(path))
            yield from _from_stream(stream, str(path), kind, published, named=named, size=size)
    except OSError as error:
        yield _unreadable(str(path), error)


def _from_stream(
    stream: BinaryIO,
    name: str,
    kind: Kind | None,
    published: str | None,
    *,
    named: Kind | None = None,
    size: int,
) -> Iterator[Copy | ReadError]:
    """The articles of a stream, whose beginning says what it holds.

    named: what its name says that it holds. size: bytes that the stream has, 0 where that is not known.
    """
    try:
        head, stream, unpacked = begun(stream)
        size = 0 if unpacked else size
        if kind == "html" or (kind is None and kind_of(head) == "html"):
            yield _from_page(stream, name, published, size=size)
        else:
            yield from _from_lines(stream, name, kind or named, published, size=size)
    except (EOFError, zlib.error, BadGzipFile) as error:
        yield ReadError(f"{name}: the gzip file is damaged: {error}; fetch it anew")


def _from_page(stream: BinaryIO, name: str, published: str | None, *, size: int) -> Copy | ReadError:
    from onrecord.intake.pages import read_page  # with lxml, which text and JSON lines do without

    if size > MAX_BYTES:
        return too_large(name, size)
    try:
        return read_page(stream.read(MAX_BYTES + 1), name=name, published=published)
    except ReadError as error:
        return error


def _from_lines(
    stream: BinaryIO, name: str, kind: Kind | None, published: str | None, *, size: int
) -> Iterator[Copy | ReadError]:
    """The articles of text or JSON, whose first line with anything in it says which."""
    if kind == "jsonl":
        yield from _or_empty(read_jsonl(bounded_lines(stream), name=name, published=published), name)
        return
    first = _first_lines(stream)
    if kind != "text" and _is_object(first[-1]):
        lines = chain(first, bounded_lines(stream))
        yield from read_jsonl(lines, name=name, published=published)
    elif size > MAX_BYTES:
        yield too_large(name, size)
    else:
        data = b"".join(first)
        data += stream.read(max(0, MAX_BYTES + 1 - len(data)))
        yield _from_json(data, name, published) if kind == "json" else _from_text(data, name, published)


def _first_lines(stream: BinaryIO) -> list[bytes]:
    """The lines down to the first that is not blank; b"" ends the list where there is none.

    A text's first line is read no further than needed to see that it is none of JSON.
    """
    lines, size = [], 0
    while size <= MAX_BYTES:
        line = stream.readline(4096)
        size += len(line)
        if line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not line.endswith(b"\n"):
            line += stream.readline(MAX_BYTES)
        lines.append(line)
        if line.strip() or not line:
            break
    return lines


def _is_object(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _or_empty(read: Iterator[Copy | ReadError], name: str) -> Iterator[Copy | ReadError]:
    first = next(read, None)
    if first is None:
        yield ReadError(f"{name}: the file is empty; write one JSON object a line")
        return
    yield first
    yield from read


def _from_json(data: bytes, name: str, published: str | None) -> Copy | ReadError:
    """The article of a file that is one JSON object over several lines."""
    try:
        text = decode(data, name=name)
    except ReadError as error:
        return error
    return read_article(text.encode("utf-8", "surrogatepass"), where=name, published=published)


def _from_text(data: bytes, name: str, published: str | None) -> Copy | ReadError:
    try:
        text = decode(data, name=name)
    except ReadError as error:
        return error
    try:
        return read_text(text, published=published)
    except ReadError as error:  # nothing was left of it once it was clean
        return ReadError(f"{name}: {error}")


def _unreadable(name: str, error: OSError) -> ReadError:
    why = error.strerror or type(error).__name__
    mend = {
        FileNotFoundError: "check the path",
        PermissionError: "give yourself the right to read it",
    }.get(type(error), "check the file and the disk")
    return ReadError(f"{name}: {why}; {mend}")
