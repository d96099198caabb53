"""Records in the schema of the gold records, for the scorer `eval/record.py` of the data folder.

    python benchmarks/gold.py GOLD_DIR OUT_DIR                     read the articles of GOLD_DIR now
    python benchmarks/gold.py GOLD_DIR OUT_DIR --records R.jsonl   or convert what was read before
    python benchmarks/gold.py GOLD_DIR --input                     print the reader's input

GOLD_DIR holds `<id>.txt` and `<id>.json` of each article. The schema has names where a record has ids of
parties, one evidence span where a record may have several, the number of a parent where a record has its id, and no
`said_on` but a day.
"""

import argparse
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.language import EngineName
from onrecord.record import Commitment, Event, Record, Statement, Time
from onrecord.spans import Span
from reading import open_records, read_exactly


def input_rows(gold_dir: Path) -> Iterator[dict[str, str]]:
    """The reader's input: `{"id", "published", "text"}` of each gold article, by name."""
    for path in sorted(gold_dir.glob("*.json")):
        published = json.loads(path.read_text("utf-8"))["published"]
        yield {"id": path.stem, "published": published, "text": read_exactly(path.with_suffix(".txt"))}


def to_gold(record: Record) -> dict[str, Any]:
    """The record as a gold record. Its digest lets the scorer refuse offsets that count in another text."""
    names = {party.id: party.name for party in record.parties}
    numbers = {said.id: number for number, said in enumerate(record.statements)}
    dateline = record.article.dateline
    return {
        "article_id": record.id,
        "text_sha256": sha256(record.article.text.encode()).hexdigest(),
        "dateline": {"place": dateline.place, "date": dateline.date, "agency": dateline.agency},
        "published": record.article.published,
        "statements": [gold_statement(said, names, numbers) for said in record.statements],
        "times": [gold_time(time) for time in record.times],
        "events": [gold_event(event, names) for event in record.events],
        "commitments": [gold_commitment(owed, names) for owed in record.commitments],
    }


def gold_statement(said: Statement, names: dict[str, str], numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "content": [pair(span) for span in said.content],
        "speaker": names[said.speaker] if said.speaker else None,
        "speaker_span": pair(said.source) if said.source else None,
        "cue_span": pair(said.cue) if said.cue else None,
        "kind": said.kind,
        "said_on": day_only(said.said_on),
        "parent": numbers[said.parent] if said.parent else None,
    }


def day_only(value: str | None) -> str | None:
    """The value where it is a day, as the schema has it: a month or a year there counts as none."""
    return value if value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def gold_time(time: Time) -> dict[str, Any]:
    return {"span": [time.start, time.end], "value": time.edtf, "type": time.type}


def gold_event(event: Event, names: dict[str, str]) -> dict[str, Any]:
    return {
        "type": event.type,
        "participants": [names[party] for party in event.participants],
        "when": event.when,
        "where": event.where,
        "status": event.status,
        "evidence": pair(event.evidence[0]),
    }


def gold_commitment(owed: Commitment, names: dict[str, str]) -> dict[str, Any]:
    return {
        "who": names[owed.who],
        "to": names[owed.to] if owed.to else None,
        "what": [owed.what[0].start, owed.what[-1].end],
        "due": owed.due,
        "act": owed.act,
        "status": owed.status,
    }


def pair(span: Span) -> list[int]:
    return [span.start, span.end]


def write_gold(gold_dir: Path, out_dir: Path, records: Path | None = None, engine: EngineName = "default") -> None:
    """Writes `<id>.json` of every record into `out_dir`, which is made where it is missing."""
    out_dir.mkdir(parents=True, exist_ok=True)
    for record in open_records(records, input_rows(gold_dir), engine):
        path = out_dir / f"{record.id}.json"
        path.write_text(json.dumps(to_gold(record), ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("out_dir", type=Path, nargs="?")
    parser.add_argument("--records", type=Path, metavar="RECORDS.jsonl")
    parser.add_argument("--engine", choices=["default", "accurate", "rules"], default="default")
    parser.add_argument("--input", action="store_true", help="print the reader's input and stop")
    args = parser.parse_args()
    if args.input:
        for row in input_rows(args.gold_dir):
            print(json.dumps(row))
    elif args.out_dir is None:
        parser.error("OUT_DIR is missing")
    else:
        write_gold(args.gold_dir, args.out_dir, args.records, args.engine)


if __name__ == "__main__":
    main()
