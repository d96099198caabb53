"""Tables of articles, a row each: CSV and Parquet, with a map from our fields to the names of their columns."""

import codecs
import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES
from onrecord.intake.own_fields import article_of
from onrecord.intake.stated import moment
from onrecord.intake.unpacking import with_head

# Names that columns go by, for each field the likeliest first. Own compilation from data sets of news (GDELT's
# exports, All the News, CC-News, Kaggle's).
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "fulltext"),
    "headline": ("headline", "title"),
    "deck": ("deck", "subtitle", "subheadline", "standfirst"),
    "published": ("published", "date", "date_publish", "published_at", "publication_date", "pubdate", "datetime"),
    "byline": ("byline", "author", "authors"),
    "id": ("id", "guid", "uid", "article_id"),
    "url": ("url", "link"),
    "publisher": ("publisher", "publication", "source", "source_domain"),
    "agency": ("agency",),
    "section": ("section", "category"),
    "language": ("language", "lang"),
}
_ROWS_AT_ONCE: Final = 64
_DELIMITERS: Final = ",\t;|"


def column_map(given: Iterable[str]) -> dict[str, str]:
    """The map of options such as "text=body". Raises ReadError where one is no such pair or names no field."""
    pairs = {}
    for each in given:
        field, sign, column = each.partition("=")
        if not sign or not column or field not in NAMES:
            raise ReadError(f"columns: {each!r} is no FIELD=COLUMN; the fields are {', '.join(NAMES)}")
        pairs[field] = column
    return pairs


def read_csv(
    stream: BinaryIO, *, name: str, published: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Copy | ReadError]:
    """The articles of a table with a line of names on top, one a row; an error in place of a row that is none."""
    head, stream = with_head(stream)
    csv.field_size_limit(MAX_BYTES)
    first = head.decode(_encoding(head), "replace").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    lines = io.TextIOWrapper(stream, encoding=_encoding(head), errors="replace", newline="")
    rows = csv.reader((line.replace("\0", " ") for line in _bounded(lines)), delimiter=delimiter)
    try:
        names = next(rows, [])
        fields = _chosen(names, columns or {}, name)
        for row in rows:
            if row:
                values = dict(zip(names, row, strict=False))
                yield _row(values, fields, f"{name}:{rows.line_num}", published, "csv")
    except csv.Error as error:
        yield ReadError(f"{name}:{rows.line_num}: the row cannot be read: {error}; see that quotation marks are closed")
    finally:
        lines.detach()


def read_parquet(
    stream: BinaryIO, *, name: str, published: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Copy | ReadError]:
    """The articles of a Parquet file, one a row. Raises ReadError where `onrecord[parquet]` is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise ReadError(f"{name}: Parquet needs DuckDB; pip install 'onrecord[parquet]'") from error
    with _on_disk(stream) as path, duckdb.connect(":memory:", config=_ALONE) as db:
        try:
            names = [row[0] for row in db.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()]
            fields = _chosen(names, columns or {}, name)
            wanted = ", ".join('"' + column.replace('"', '""') + '"' for column in dict.fromkeys(fields.values()))
            found = db.execute(f"SELECT {wanted} FROM read_parquet(?)", [path])
            number = 0
            while rows := found.fetchmany(_ROWS_AT_ONCE):
                for row in rows:
                    number += 1
                    values = dict(zip(dict.fromkeys(fields.values()), row, strict=True))
                    yield _row(values, fields, f"{name}: row {number}", published, "parquet")
        except duckdb.Error as error:
            why = str(error).splitlines()[0]
            yield ReadError(f"{name}: the Parquet file cannot be read: {why}; write it again")


# One thread, since another core is another reader's; nothing is installed or fetched.
_ALONE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1, "memory_limit": "512MB", "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}  # fmt: skip


class _on_disk:
    """The path of a file with the stream's bytes: DuckDB reads from files alone."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._kept: Any = None

    def __enter__(self) -> str:
        named = getattr(self._stream, "name", None)
        if isinstance(named, str) and Path(named).is_file():
            return named
        self._kept = tempfile.NamedTemporaryFile(suffix=".parquet", delete=False)
        while data := self._stream.read(2**20):
            self._kept.write(data)
        self._kept.close()
        return str(self._kept.name)

    def __exit__(self, *_: object) -> None:
        if self._kept is not None:
            Path(self._kept.name).unlink(missing_ok=True)


def _chosen(names: list[str], given: Mapping[str, str], name: str) -> dict[str, str]:
    """The column of each field: the one given, else the one that goes by a known name."""
    for field, column in given.items():
        if column not in names:
            raise ReadError(f"{name}: there is no column {column!r} for {field}; the columns are {_listed(names)}")
    by_name = {column.strip().lower(): column for column in reversed(names)}
    known = {field: by_name[each] for field, likely in NAMES.items() for each in reversed(likely) if each in by_name}
    fields = {**known, **given}
    if "text" not in fields:
        raise ReadError(f"{name}: no column is known to hold the text; name it (text=COLUMN) of {_listed(names)}")
    return fields


def _listed(names: list[str]) -> str:
    shown = ", ".join(name[:40] for name in names[:12])
    return shown + (", …" if len(names) > 12 else "") if names else "none"


def _row(
    values: Mapping[str, Any], fields: Mapping[str, str], where: str, published: str | None, format: str
) -> Copy | ReadError:
    given: dict[str, Any] = {}
    for field, column in fields.items():
        value = values.get(column)
        given[field] = value if value is None or isinstance(value, str | list) else str(value)
    if isinstance(given.get("published"), str) and given["published"]:
        # A date of another form is told by `article_of`, with what stands there.
        given["published"] = moment(given["published"]) or given["published"]
    try:
        return article_of(given, where=where, published=published, format=format)
    except ReadError as error:
        return error


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    """The lines; one without an end comes in pieces, so that the reader's own limit on a field is reached."""
    while line := lines.readline(2**20):
        yield line


def _encoding(head: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
