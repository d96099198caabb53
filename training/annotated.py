"""Our own annotation of news articles: names of persons, organisations and places, and who is who.

`labels/` holds offsets alone, as the articles are not ours to give. A line is one article:

    {"text": "polnear/train/text/NAME.txt", "sha256": ..., "names": [[start, end, "person"], ...]}
    {"text": ..., "sha256": ..., "mentions": [[start, end, "person", "3"], ...]}

`names.jsonl` marks every name; in `who_is_who.jsonl` mentions with the same id mean the same (roles and pronouns too).
Offsets count code points of the text that `text_of` gives.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path

from msgspec import Struct

LABELS = Path(__file__).parent / "labels"


class Marked(Struct, frozen=True):
    """An article and what is marked in it: `[start, end)`, the kind, and an id ("" for names)."""

    name: str
    text: str
    marks: tuple[tuple[int, int, str, str], ...]


def marked(data: Path, labels: str) -> Iterator[Marked]:
    """The articles of a file of labels whose texts lie under `data`, in the file's order.

    Raises ValueError where a text is another than the one that was annotated.
    """
    for line in (LABELS / labels).read_text("utf-8").splitlines():
        row = json.loads(line)
        text = text_of(data, row["text"])
        if text is None:
            continue
        if sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['text']} is not the text that was annotated")
        marks = row.get("mentions") or [[*mark, ""] for mark in row["names"]]
        yield Marked(row["text"], text, tuple((start, end, kind, id) for start, end, kind, id in marks))


def text_of(data: Path, name: str) -> str | None:
    """The text of an article by its name, None where it is not there: a text file, the text of a TimeML file, or, for
    "pages/us/X.json#V1", title, summary and paragraphs of a saved page, each behind a blank line."""
    file, _, version = name.partition("#")
    path = data / file
    if not path.exists():
        return None
    content = path.read_bytes().decode()
    if file.endswith(".tml"):
        found = re.search(r"<TEXT>(.*?)</TEXT>", content, re.DOTALL)
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip("\n") if found else None
    return _page(json.loads(content)[version]) if version else content


def _page(page: dict) -> str:  # type: ignore[type-arg]
    body = page["body"]
    parts = [page["title"], *body["summary"]]
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n\n".join(part.strip() for part in parts if part.strip())
