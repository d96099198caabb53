"""News with its happenings marked by hand, and news without, as the models of the events room learn from it.

`labels/events.jsonl` has a line for each article; offsets count code points of the text that `annotated.text_of` gives:

    {"text": "polnear/train/text/NAME.txt", "sha256": ..., "published": "2016-03-09", "aside": true, "events": [...]}
    event: {"type", "trigger": [start, end], "evidence": [start, end], "again": [[start, end], ...], "participants",
            "when": EDTF or null, "where", "status"}

trigger is the word of the most specific mention, again are the words of the others. Articles `aside` are for measuring.

`labels/written.jsonl` holds articles written for onrecord, about invented persons and countries, in the manner of those
papers, wires and pages that the corpora lack. Their lines have the text itself and no evidence:

    {"name": "written/A01", "kind": "regional daily, court report", "published": ..., "text": ..., "events": [...]}
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotated import LABELS, text_of
from onrecord.events.candidates import Spot, spots
from onrecord.events.scene import Scene, scene_of
from onrecord.intake import Copy, read_text
from onrecord.language import Doc, EngineName, Reading, make_doc, tag
from onrecord.parties import find_parties
from onrecord.reader import paragraphs_apart
from onrecord.statements import find_statements
from onrecord.times import anchor_date, find_times, settle_dateline

_LONGEST = 20_000  # characters of an article without marks


class Labelled(Struct, frozen=True):
    """An article and its happenings, as in the file of labels."""

    name: str
    published: str | None
    aside: bool
    events: tuple[dict[str, Any], ...]

    def types(self) -> dict[int, str]:
        """The type that is told at each offset where a trigger begins."""
        found = {event["trigger"][0]: event["type"] for event in self.events}
        for event in self.events:
            for start, _ in event.get("again", ()):
                found.setdefault(start, event["type"])
        return found

    def numbers(self) -> dict[int, int]:
        """The number of the happening that is told at each offset where a trigger begins."""
        found = {event["trigger"][0]: number for number, event in enumerate(self.events)}
        for number, event in enumerate(self.events):
            for start, _ in event.get("again", ()):
                found.setdefault(start, number)
        return found


class Read(Struct, frozen=True):
    """An article as the events room sees it, with the words that may name a happening."""

    article: Labelled
    scene: Scene
    reading: Reading
    spots: list[Spot]


def labelled(data: Path) -> Iterator[tuple[Labelled, str]]:
    """The marked articles with their texts: those whose texts lie under `data`, and those written for onrecord.

    Raises ValueError where a text is another than the one that was marked.
    """
    for line in (LABELS / "events.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = text_of(data, row["text"])
        if text is None:
            continue
        if sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['text']} is not the text that was annotated")
        yield Labelled(row["text"], row["published"], row.get("aside", False), tuple(row["events"])), text
    for line in (LABELS / "written.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Labelled(row["name"], row["published"], False, tuple(row["events"])), row["text"]


def unlabelled(data: Path, taken: set[str]) -> Iterator[tuple[Labelled, str]]:
    """News without marks: PolNeAR's training texts, TimeBank and AQUAINT."""
    paths = [*sorted((data / "polnear" / "train" / "text").glob("*.txt")), *sorted((data / "timebank").glob("*/*.tml"))]
    for path in paths:
        name = str(path.relative_to(data))
        text = text_of(data, name)
        if name in taken or not text or len(text) > _LONGEST:
            continue
        yield Labelled(name, _published(path), False, ()), text


def _published(path: Path) -> str | None:
    """The day on which an article came out, by its file name or its TimeML."""
    if path.suffix == ".tml":
        marked = re.search(r'functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*', path.read_text("utf-8"))
        found = re.search(r'value="(\d{4}-\d\d-\d\d)', marked[0]) if marked else None
    else:
        found = re.search(r"_(\d{4}-\d\d-\d\d)_", path.name)
    return found[1] if found else None


def doc_of(article: Labelled, text: str) -> tuple[Copy, Doc] | None:
    """The article as the reader takes it in; None where that changes its text, as offsets would not fit."""
    copy = read_text(text, published=article.published)
    return (copy, make_doc(copy.text, paragraphs_apart(copy))) if copy.text == text else None


def read(article: Labelled, text: str, engine: EngineName) -> Read | None:
    """The article as the reader sees it; None as for `doc_of`."""
    taken = doc_of(article, text)
    if taken is None:
        return None
    copy, doc = taken
    dateline = settle_dateline(copy.dateline, doc, copy.published)
    times = find_times(doc, anchor_date(dateline, copy.published))
    reading = tag(doc, engine)
    found, statements = find_statements(doc, find_parties(doc), times, reading)
    scene = scene_of(doc, found.parties, times, statements, article.published, dateline)
    return Read(article, scene, reading, list(spots(scene)))
