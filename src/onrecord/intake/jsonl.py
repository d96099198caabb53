"""Articles as lines of JSON: `{"id", "published", "text"}` and what else the source knows of them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from onrecord.errors import ReadError
from onrecord.intake.bylines import given_names
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES
from onrecord.intake.json_files import read_values
from onrecord.intake.published import published_field
from onrecord.intake.text import read_text
from onrecord.record import Source

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


def article_of(values: dict[str, Any], *, where: str, published: str | None = None, format: str = "jsonl") -> Copy:
    """The article of fields by our own names. Raises ReadError, naming the field, where one is no good."""
    fields = _Fields(values, where)
    return read_text(
        fields.text(),
        id=fields.id(),
        published=fields.published() or published,
        source=Source(fields.words("agency"), fields.words("publisher"), fields.words("url"), format),
        headline=fields.words("headline"),
        deck=fields.words("deck"),
        section=fields.words("section"),
        byline=fields.byline(),
        language=fields.words("language"),
    )


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
        raise ReadError(f'{where}: {_shown(value)} is no JSON object; write {{"id", "published", "text"}}')
    return value


class _Fields:
    """The fields of one article, each checked when it is asked for. Raises ReadError."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self._values = values
        self._where = where

    def words(self, name: str) -> str | None:
        """The string in the field, without white space at its edges; None where it is absent, null or blank."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "write a string, or leave it out")
        return (value or "").strip() or None

    def text(self) -> str:
        text = self._values.get("text")
        if text is None:
            raise ReadError(f'{self._where}: there is no "text"; write the article\'s text there')
        if not isinstance(text, str) or not clean(text).strip():
            raise self._wrong("text", "write the article's text there")
        return text

    def id(self) -> str | None:
        value = self._values.get("id")
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            raise self._wrong("id", "write a string or a whole number")
        return value or None

    def published(self) -> str | None:
        value = self._values.get("published")
        if value is None or value == "":
            return None
        day = published_field(value) if isinstance(value, str) else None
        if day is None:
            raise self._wrong("published", "write the date as YYYY-MM-DD")
        return day

    def byline(self) -> tuple[str, ...]:
        value = self._values.get("byline")
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(name.strip() for name in value if name.strip())
        if value is not None and not isinstance(value, str):
            raise self._wrong("byline", "write a name or a list of names")
        return given_names(value or "")

    def _wrong(self, name: str, mend: str) -> ReadError:
        return ReadError(f'{self._where}: "{name}" is {_shown(self._values[name])}; {mend}')


def _shown(value: Any) -> str:
    """The value as JSON, short enough for a message."""
    shown = json.dumps(value, ensure_ascii=True)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
