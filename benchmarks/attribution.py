"""Statements in the form of PolNeAR, for the scorer `eval/attribution.py` of the data folder.

    python benchmarks/attribution.py SPLIT_DIR > PRED.jsonl                    read the texts of a split now
    python benchmarks/attribution.py SPLIT_DIR --records R.jsonl > PRED.jsonl  or convert what was read before
    python benchmarks/attribution.py SPLIT_DIR --input                         print the reader's input

PolNeAR counts to the content what a record leaves out: the quotation marks around it, and a "that", "whether"
or infinitive "to" before it. It has no statements inside statements, so those of a record are left out; and it counts
deeds, intentions and hedges that imply a view, so the reader is asked for a wide record (--narrow: for a plain one).
Offsets are led back to the text of the file where reading has normalised it.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.language import EngineName
from onrecord.record import Record, Statement
from onrecord.spans import Span
from reading import open_records, read_exactly

OPENING = r"(?:''|``|[“„\"«‘'])?$"
BEFORE = re.compile(rf"(?:\b(?:that|whether|to)\s{{1,3}})?{OPENING}", re.IGNORECASE)
BEFORE_NOUN = re.compile(OPENING)
NOUN = re.compile(r"(?:the|an?|his|her|their|its|this|these|what|how)\b")  # "to the deal" is no infinitive
BEHIND = re.compile(r"(?:[.,]?(?:''|[”\"»’'])(?!\w))?")
TO = re.compile(r"\bto\s{1,3}\W{0,2}$", re.IGNORECASE)
LONGEST = 14  # characters of the longest thing before a content: "whether", three blanks, a mark and a blank


def input_rows(split_dir: Path) -> Iterator[dict[str, str]]:
    """The reader's input: `{"id", "text"}` of each text, by name."""
    for path in sorted((split_dir / "text").glob("*.txt")):
        yield {"id": path.stem, "text": read_exactly(path)}


def widen(text: str, piece: Span) -> Span:
    """The piece with what PolNeAR counts to it: a complementizer before it, and the marks around it."""
    floor = max(0, piece.start - LONGEST)
    pattern = BEFORE_NOUN if NOUN.match(text, piece.start) and TO.search(text[floor : piece.start]) else BEFORE
    before = pattern.search(text[floor : piece.start])
    start = floor + before.start() if before else piece.start
    behind = BEHIND.match(text, piece.end)
    return Span(start, behind.end() if behind else piece.end)


def places_in(original: str, text: str) -> list[int]:
    """For each offset of `text`, the end included, where it lies in the `original` that it was cleaned from.

    Cleaning drops or changes white space and control characters and keeps all other characters in order.
    """
    places, at = [], 0
    for sign in text:
        if not sign.isspace():
            found = original.find(sign, at)
            at = found if found >= 0 else at
        places.append(at)
        at = min(at + 1, len(original)) if not sign.isspace() else at
    return [*places, at]


def to_polnear(record: Record, original: str) -> dict[str, Any]:
    """The line of one document."""
    text = record.article.text
    places = range(len(text) + 1) if text == original else places_in(original, text)

    def spans(pieces: list[Span]) -> list[list[int]] | None:
        return [[places[piece.start], places[piece.end - 1] + 1] for piece in pieces] or None

    def statement(said: Statement) -> dict[str, Any]:
        return {
            "content": spans([widen(text, piece) for piece in said.content]),
            "source": spans([said.source] if said.source else []),
            "cue": spans([said.cue] if said.cue else []),
        }

    return {"doc": record.id, "statements": [statement(said) for said in record.statements if said.parent is None]}


def predictions(
    split_dir: Path, records: Path | None = None, engine: EngineName = "default", *, wide: bool = True
) -> Iterator[dict[str, Any]]:
    """The line of each document of the split."""
    rows = list(input_rows(split_dir))
    originals = {row["id"]: row["text"] for row in rows}
    for record in open_records(records, rows, engine, wide=wide):
        yield to_polnear(record, originals[record.id])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split_dir", type=Path)
    parser.add_argument("--records", type=Path, metavar="RECORDS.jsonl")
    parser.add_argument("--narrow", action="store_true", help="read plain records")
    parser.add_argument("--engine", choices=["default", "accurate", "rules"], default="default")
    parser.add_argument("--input", action="store_true", help="print the reader's input and stop")
    args = parser.parse_args()
    rows = (
        input_rows(args.split_dir)
        if args.input
        else predictions(args.split_dir, args.records, args.engine, wide=not args.narrow)
    )
    for row in rows:
        print(json.dumps(row))


if __name__ == "__main__":
    main()
