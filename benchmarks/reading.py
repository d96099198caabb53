"""Articles to the reader, records back, and records of an earlier run."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from onrecord.intake.text import read_text
from onrecord.language import EngineName
from onrecord.reader import read_copy
from onrecord.record import Record, from_json


def read_rows(
    rows: Iterable[dict[str, str]], engine: EngineName = "default", *, wide: bool = False
) -> Iterator[Record]:
    """The record of each row `{"id", "published", "text"}`, in order, as `onrecord read --jsonl` gives it."""
    for row in rows:
        copy = read_text(row["text"], published=row.get("published"))
        yield read_copy(replace(copy, id=row["id"]), engine=engine, wide=wide)


def open_records(
    path: Path | None, rows: Iterable[dict[str, str]], engine: EngineName = "default", *, wide: bool = False
) -> Iterator[Record]:
    """The records of the file, each checked, or those of `rows`, read now, where no file is given."""
    if path is None:
        return read_rows(rows, engine, wide=wide)
    return (from_json(line) for line in path.read_bytes().splitlines() if line.strip())


def read_exactly(path: Path) -> str:
    """The text of a UTF-8 file with its line ends as they are: offsets count in it."""
    return path.read_bytes().decode("utf-8")
