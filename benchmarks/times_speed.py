"""How fast the times of a text are found, on one core, apart from the rest of the reader; and what hostile text costs.

    python benchmarks/times_speed.py [FOLDER] [--size CHARACTERS] [--runs N]

FOLDER holds .txt articles (default: the example wire). Prints words a second of the times stage alone, on docs that
are made before the clock starts; then, for each of some units repeated to a megabyte, the seconds of that stage for
the text and for half of it (twice as long is linear), and the cost of a character against that of a megabyte of news.
Process time, the best of several runs.
"""

import argparse
import gc
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onrecord.language import Doc, make_doc
from onrecord.times import find_times
from reading import read_exactly
from timex import blank_line_paragraphs

WIRE = Path(__file__).resolve().parents[1] / "examples" / "wire"
ANCHOR = date(2022, 1, 21)
UNITS = (
    "last last ", "1", "1 ", "1-2-", "12,", "2014-2016-", "January 10-12 ", "January 1 ", "from 2014 to 2016 ",
    "between Monday and ", "Friday ", "the day before ", "two days after ", "two hundred ", "a year ago ", "the ",
    "nineteen ninety-six ", "early ", "the end of ", "at least more than ", "said on Friday, ", "“tomorrow ", "9 a.m. ",
    "of the first quarter of ", "in the past ", "every other ", "would ", "p.m. ",
)  # fmt: skip


def doc_of(text: str) -> Doc:
    return make_doc(text, blank_line_paragraphs(text))


def seconds(docs: Sequence[Doc], runs: int) -> float:
    """The least process time in which the times of all docs are found."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        for doc in docs:
            find_times(doc, ANCHOR)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=WIRE)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    texts = [read_exactly(path) for path in sorted(args.folder.glob("*.txt"))]
    docs = [doc_of(text) for text in texts]
    find_times(docs[0], ANCHOR)
    taken, words = seconds(docs, args.runs), sum(len(text.split()) for text in texts)
    news = taken / sum(map(len, texts))
    print(f"{len(docs)} articles, {words} words, {words / taken:,.0f} words/s, a megabyte in {news * 1e6:.2f} s")
    print(f"{'unit':28}{'half':>8}{'whole':>8}{'ratio':>7}{'x news':>8}")
    for unit in UNITS:
        half, whole = (
            seconds([doc_of("A. " + unit * (length // len(unit)))], 1) for length in (args.size // 2, args.size)
        )
        print(f"{unit!r:28}{half:8.2f}{whole:8.2f}{whole / half:7.1f}{whole / args.size / news:8.1f}", flush=True)


if __name__ == "__main__":
    main()
