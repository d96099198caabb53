"""The records of the example wire, as `tests/golden/` keeps them.

    python -m tests.golden_records      rewrite the files; read the diff before you commit it

A file has the record, one item a line, and above it the same in words, so that a diff says what has changed.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.intake.text import read_text
from onrecord.reader import read_copy
from onrecord.record import Commitment, Engine, Record, Statement

ROOT = Path(__file__).resolve().parent.parent
WIRE = ROOT / "examples/wire"
GOLDEN = ROOT / "tests/golden"
# The version would change every file at every release.
ENGINE = Engine("onrecord", "golden")


def example_records() -> Iterator[Record]:
    """The record of each example article; the id of a text file is its name."""
    for path in sorted(WIRE.glob("*.txt")):
        yield record_of({"id": path.stem, "text": path.read_text("utf-8")})
    for line in (WIRE / "aldra.jsonl").read_text("utf-8").splitlines():
        yield record_of(json.loads(line))


def record_of(row: dict[str, str]) -> Record:
    copy = read_text(row["text"], published=row.get("published"))
    return msgspec.structs.replace(read_copy(copy), id=row["id"], engine=ENGINE)


def in_words(record: Record) -> Iterator[str]:
    """The dateline, the times, statements and commitments of a record as lines that people can read."""
    text, line = record.article.text, record.article.dateline
    names = {party.id: party.name for party in record.parties}
    yield f"dateline: {line.place} | {line.date} | {line.agency}"
    yield from (f"{time.text} = {time.edtf}" for time in record.times)
    yield from (statement_in_words(said, text, names) for said in record.statements)
    yield from (commitment_in_words(owed, text, names) for owed in record.commitments)


def statement_in_words(said: Statement, text: str, names: dict[str, str]) -> str:
    speaker = names[said.speaker] if said.speaker else "?"
    cue = said.cue.cut(text) if said.cue else "—"
    within = f" in {said.parent}" if said.parent else ""
    day = f" on {said.said_on}" if said.said_on else ""
    content = " […] ".join(piece.cut(text) for piece in said.content)
    act = f"not {said.act}" if said.negated else said.act
    return f"{said.id}{within}, {said.kind} {act}: {speaker} <{cue}>{day}: {content}"


def commitment_in_words(owed: Commitment, text: str, names: dict[str, str]) -> str:
    to = f" to {names[owed.to]}" if owed.to else ""
    due = f" by {owed.due}" if owed.due else ""
    condition = f" {owed.condition.cut(text)}" if owed.condition else ""
    what = " […] ".join(piece.cut(text) for piece in owed.what)
    return f"{owed.id}, {owed.status} {owed.act}: {names[owed.who]}{to}{due}: {what}{condition}"


def pretty(record: Record) -> str:
    """The golden file of a record."""
    fields: dict[str, Any] = msgspec.to_builtins(record)
    shown = ",\n".join(f" {one_line(key)}: {laid_out(value)}" for key, value in fields.items())
    return f'{{"in words": {laid_out(list(in_words(record)))},\n"record": {{\n{shown}\n}}}}\n'


def laid_out(value: Any) -> str:
    """JSON with one item of a list, or one field of an object, a line."""
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(one_line(item) for item in value) + "\n ]"
    if isinstance(value, dict):
        return "{\n  " + ",\n  ".join(f"{one_line(key)}: {one_line(item)}" for key, item in value.items()) + "\n }"
    return one_line(value)


def one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def rewrite() -> None:
    """Writes the file of each example and removes those of examples that are gone."""
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for record in example_records():
        (GOLDEN / f"{record.id}.json").write_text(pretty(record), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
