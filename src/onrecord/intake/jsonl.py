"""Articles as lines of JSON: `{"id", "published", "text"}` and what else the source knows of them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES
from onrecord.intake.json_files import read_values
from onrecord.intake.own_fields import shown

# What is read at once, in bytes, of the rest of a line that is too long.
_SKIPPED = 2**20
_BOM = b"\xef\xbb\xbf"


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of the stream. Of one longer than `MAX_BYTES` comes its beginning, one byte more than that."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        if len(line) > MAX_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_SKIPPED)) and not rest.endswith(b"\n"):
        pass


def read_jsonl(lines: Iterable[bytes], *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a JSON lines file in order; in place of a line that is none, the error that says why.

    Blank lines are passed over.
    name: what to call the file in messages. published: for articles that do not give their own.
    """
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(_BOM) if number == 1 else line
        if line.strip():
            yield from read_object(line, where=f"{name}:{number}", published=published)


def read_object(data: bytes, *, where: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of one JSON object: ours, or an item of ninjs, JSON-LD or a JSON Feed."""
    try:
        values = _object(data, where)
    except ReadError as error:
        yield error
        return
    yield from read_values(values, where=where, published=published)


def _object(data: bytes, where: str) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        raise ReadError(f"{where}: the line has more than {MAX_BYTES // 2**20} MiB; write one article a line")
    try:
        value = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"{where}: not JSON at {place}: {error.msg}; write one JSON object a line") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where}: JSON that cannot be read: {error}; write one flat JSON object a line") from error
    if not isinstance(value, dict):
        raise ReadError(f'{where}: {shown(value)} is no JSON object; write {{"id", "published", "text"}}')
    return value
