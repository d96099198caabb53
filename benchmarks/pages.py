"""Saved pages of news sites, read as copy, against what is expected of them.

    python benchmarks/pages.py [--data FOLDER] [--misses FIELD] [--speed]

The pages and the scorer are `data/pages` and `eval/intake.py` of the data folder. A third of the publishers, by the
hash of their names, is kept aside: rules were tuned on the others, and nobody looked at these pages. `--misses` shows
only pages that were tuned on. `--speed` measures pages a second beside trafilatura alone, in processor time.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.pages import read_page

# What a page's paragraphs are for the scorer, which takes headings within the text for neither right nor wrong.
_TEXT = frozenset(["body", "subheading", "dateline"])
FIELDS = ("day", "minute", "headline", "byline_f1", "deck", "par_f1", "perfect", "body_f1")


def is_aside(page: str) -> bool:
    """Whether the page's publisher is kept aside. page: "us/Courier_2019_03_08"."""
    publisher = re.sub(r"_\d{4}_\d\d_\d\d$", "", page)
    return sha256(publisher.encode()).digest()[0] % 3 == 0


def prediction(page: str, copy: Copy | None) -> dict[str, Any]:
    """A line of the scorer's input; that of a page from which nothing was read has no fields."""
    if copy is None:
        return {"page": page}
    words = [p.span.cut(copy.text) for p in copy.paragraphs if p.role in _TEXT]
    return {
        "page": page,
        "headline": copy.headline,
        "deck": copy.deck,
        "byline": list(copy.byline),
        "published": copy.published,
        "paragraphs": words,
    }


def listed(data: Path, *options: str) -> dict[str, Path]:
    """The pages that have an expectation, with their files."""
    command = [sys.executable, str(data / "eval/intake.py"), "--pages", str(data / "data/pages"), "--long", *options]
    lines = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
    return {page: Path(file) for page, file, *_ in (line.split("\t") for line in lines)}


def read(page: str, data: bytes) -> Copy | None:
    try:
        return read_page(data, name=page)
    except ReadError as error:
        print(error, file=sys.stderr)
        return None


def predictions(files: dict[str, Path]) -> Iterator[str]:
    for page, file in files.items():
        yield json.dumps(prediction(page, read(page, gzip.decompress(file.read_bytes()))), ensure_ascii=False)


def pages_a_second(files: dict[str, Path]) -> dict[str, float]:
    """Pages a second of processor time on one core: this reader, and trafilatura alone in two modes."""
    from trafilatura import bare_extraction

    pages = [gzip.decompress(file.read_bytes()) for file in files.values()]
    readers: dict[str, Callable[[bytes], object]] = {
        "onrecord": lambda page: read_page(page),
        "trafilatura": lambda page: bare_extraction(page, with_metadata=True),
        "trafilatura, fast": lambda page: bare_extraction(page, with_metadata=True, fast=True),
    }
    found = {}
    for name, reader in readers.items():
        reader(pages[0])
        start = time.process_time()
        for page in pages:
            reader(page)
        found[name] = len(pages) / (time.process_time() - start)
    return found


def main() -> None:
    import scoring

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--misses", metavar="FIELD", help="what went wrong on the pages that were tuned on")
    parser.add_argument("--speed", action="store_true", help="pages a second, beside trafilatura's")
    args = parser.parse_args()
    if args.speed:
        for name, rate in pages_a_second(listed(args.data, "--lang", "en")).items():
            print(f"{name:20}{rate:7.1f} pages a second")
    elif args.misses:
        print(scoring.page_misses(args.data, args.misses))
    else:
        tuned, aside = scoring.score_pages(args.data, aside=False), scoring.score_pages(args.data, aside=True)
        print(f"{'':14}{'tuned on':>10}{'kept aside':>12}")
        for field in tuned:
            print(f"{field:14}{tuned[field]:10.3f}{aside[field]:12.3f}")


if __name__ == "__main__":
    main()
