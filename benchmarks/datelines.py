"""First lines of articles, read as datelines, against what they are.

    python benchmarks/datelines.py ROWS.jsonl      print the rows that were read wrongly

A row is `{"text", "shape", "place", "region", "date", "agency"}`, each part as it stands in the text; without a
shape the text is no dateline.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.intake.agencies import agency_name
from onrecord.intake.copy import DatelineText
from onrecord.intake.datelines import find_dateline
from onrecord.intake.text import read_text

# What an article needs around the first line to be one; a place and no more is a line of its own.
ARTICLE = "A headline of a few words\n\n{} council met and went on with its work.\n\nIt met again.\n"
ARTICLE_BELOW = "A headline of a few words\n\n{}\n\nThe council met and went on with its work.\n\nIt met again.\n"

Row = dict[str, Any]


def read_dateline(text: str, *, alone: bool = False) -> DatelineText | None:
    """The dateline that intake finds in an article whose first paragraph begins with `text`, or is `text` alone."""
    return read_text((ARTICLE_BELOW if alone else ARTICLE).format(text)).dateline


def fold(part: str | None) -> str:
    """Letters and digits only, in small letters: "(AP)" is "ap", and so is "AP"."""
    return "".join(sign for sign in part or "" if sign.isalnum()).casefold()


def same_day(written: str | None, found: DatelineText) -> bool:
    """Whether the day, and the year where one is written, are those that were found."""
    if not written:
        return found.day is None
    numbers = {int(number) for number in re.findall(r"\d+", written)}
    return found.day in numbers and found.month is not None and (found.year is None or found.year in numbers)


def same_agency(written: str | None, found: DatelineText) -> bool:
    """Whether the agency is the one that signs so, as the table has it ("AA" is Anadolu), or begins the signature,
    which may name a service or a correspondent behind it."""
    if written is None or found.agency is None:
        return written is found.agency
    return found.agency == agency_name(written.strip("()/ ")) or fold(written).startswith(fold(found.agency))


def is_right(row: Row, found: DatelineText | None) -> dict[str, bool]:
    """Each field, and whether it was read as the row has it; only "found" for a text that is no dateline."""
    is_dateline = row["shape"] is not None
    if not is_dateline or found is None:
        return {"found": (found is not None) is is_dateline}
    return {
        "found": True,
        "place": fold(row["place"]) == fold(found.place),
        "date": same_day(row["date"], found),
        "agency": same_agency(row["agency"], found),
    }


def read_rows(path: Path) -> Iterator[tuple[Row, dict[str, bool]]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row, is_right(row, read_dateline(row["text"], alone=row["text"] == row.get("place")))


def scores(path: Path) -> dict[str, float]:
    """The share of rows of which each field is right, and "all right", every field of the row."""
    judged = [right for _, right in read_rows(path)]
    shares = {"all right": sum(all(right.values()) for right in judged) / len(judged)}
    for field in ("found", "place", "date", "agency"):
        told = [right[field] for right in judged if field in right]
        shares[field] = sum(told) / len(told) if told else 0.0
    return shares


def told_apart(folder: Path) -> float:
    """The share of paragraphs in the middle of articles, where no dateline stands, in which none is found.

    folder: plain texts, a paragraph a line. The first ten paragraphs are left out: wires put several items in one text.
    """
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    inner = [line.strip() for text in texts for line in list(filter(str.strip, text.split("\n")))[10:]]
    return sum(find_dateline(line, 0, len(line)) is None for line in inner) / len(inner)


def main() -> None:
    for row, right in read_rows(Path(sys.argv[1])):
        wrong = [field for field, is_so in right.items() if not is_so]
        if wrong:
            print(", ".join(wrong), "|", row["text"], "|", read_dateline(row["text"]))


if __name__ == "__main__":
    main()
