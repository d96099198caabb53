"""How fast the reader is, on one core: articles and words a second, of the whole road and of each stage.

    python benchmarks/speed.py FOLDER [--runs N]      FOLDER holds .txt articles

Process time, so that other work on the machine does not count; the best of several runs, so that neither does a
cold cache. A word is what stands between blanks.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from onrecord.commitments import find_commitments
from onrecord.events import find_events
from onrecord.intake.copy import Copy
from onrecord.intake.text import read_text
from onrecord.language import EngineName, make_doc, tag
from onrecord.parties import find_parties
from onrecord.reader import read_copy
from onrecord.record import to_json
from onrecord.statements import find_statements
from onrecord.times import anchor_date, find_times, settle_dateline
from reading import read_exactly

RUNS = 5


class Speed(Struct, frozen=True):
    """Articles and words a second, and microseconds a word."""

    articles: float
    words: float
    micros: float


def read_whole(text: str, engine: EngineName = "default") -> bytes:
    """The whole road: text in, JSON out."""
    return to_json(read_copy(read_text(text), engine=engine))


def stages(copies: list[Copy]) -> Iterator[tuple[str, Callable[[int], Any]]]:
    """The stages in order: a name, and what it does for the article of a number.

    Each stage works on what those before it made, so that only its own work counts.
    """
    docs = [make_doc(copy.text, copy.paragraphs) for copy in copies]
    lines = [settle_dateline(copy.dateline, doc, copy.published) for copy, doc in zip(copies, docs, strict=True)]
    anchors = [anchor_date(line, copy.published) for line, copy in zip(lines, copies, strict=True)]
    times = [find_times(doc, anchor) for doc, anchor in zip(docs, anchors, strict=True)]
    readings = [tag(doc, "default") for doc in docs]
    records = [read_copy(copy) for copy in copies]
    yield "intake", lambda i: read_text(copies[i].text)
    yield "language", lambda i: make_doc(copies[i].text, copies[i].paragraphs)
    yield "times", lambda i: find_times(docs[i], anchors[i])
    yield "parties", lambda i: find_parties(docs[i])
    yield "tagger", lambda i: tag(docs[i], "default")
    # The cast grows while statements are found, so each run needs parties of its own: their time is taken off.
    yield "parties and statements", lambda i: find_statements(docs[i], find_parties(docs[i]), times[i], readings[i])
    found = [find_statements(docs[i], find_parties(docs[i]), times[i], readings[i]) for i in range(len(docs))]
    yield (
        "events",
        lambda i: find_events(
            docs[i], found[i][0].parties, times[i], found[i][1], readings[i], "default", copies[i].published, lines[i]
        ),
    )
    yield (
        "commitments",
        lambda i: find_commitments(docs[i], found[i][0].parties, times[i], found[i][1], anchors[i]),
    )
    yield "JSON", lambda i: to_json(records[i])


def seconds(work: Callable[[int], Any], articles: int, runs: int) -> float:
    """The least process time in which `work` does all articles."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        for number in range(articles):
            work(number)
        best = min(best, time.process_time() - start)
    return best


def measure(folder: Path, runs: int = RUNS) -> dict[str, Speed]:
    """The speed of the whole road ("read") and of each stage over the `.txt` articles of the folder."""
    texts = [read_exactly(path) for path in sorted(folder.glob("*.txt"))]
    copies = [read_text(text) for text in texts]
    words = sum(len(text.split()) for text in texts)
    spent = {"read": seconds(lambda i: read_whole(texts[i]), len(texts), runs)}
    spent |= {name: seconds(work, len(texts), runs) for name, work in stages(copies)}
    spent["statements"] = max(spent.pop("parties and statements") - spent["parties"], 1e-9)
    return {name: Speed(len(texts) / taken, words / taken, taken / words * 1e6) for name, taken in spent.items()}


def rows(speeds: dict[str, Speed]) -> Iterator[tuple[str, str, str, str]]:
    """The table, one row a stage."""
    yield "speed", "articles/s", "words/s", "µs/word"
    for name, speed in speeds.items():
        yield name, f"{speed.articles:,.0f}", f"{speed.words:,.0f}", f"{speed.micros:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=RUNS)
    args = parser.parse_args()
    for name, articles, words, micros in rows(measure(args.folder, args.runs)):
        print(f"{name:12} {articles:>12} {words:>12} {micros:>9}")


if __name__ == "__main__":
    main()
