"""What a hostile page costs: the whole reader over a megabyte of each of some units, repeated, against news.

    python benchmarks/hostile.py [--size CHARACTERS]

Prints, for each unit, the seconds for the text and for half of it (twice as long is linear), and the cost of a
character against that of the example wire.
"""

import argparse
import time
from pathlib import Path

from onrecord import read

WIRE = Path(__file__).resolve().parents[1] / "examples" / "wire"
UNITS = (
    "last ", "1", "1-2-", "January 1 ", "Friday ", "between Monday and ", "“a ", "‘s ", '"a" ', "“One.\n\n", "he said ",
    "said, ", "according to ", "as he said, ", "“Go,” he said. ", "Aa ", "A. ", "Ministry of A and B ", "U.S.’s ",
    "a, ", "(", "\n", "— ", "asked about ", "The man who said that ",
    "she gave her their own ", "the lawmakers of the Council ", "a letter ", "In Grent, Roe ",
)  # fmt: skip


def seconds(text: str) -> float:
    """The process time of reading `text`."""
    start = time.process_time()
    read(text, published="2022-01-21")
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    size = parser.parse_args().size
    wire = "\n\n".join(path.read_text("utf-8") for path in sorted(WIRE.glob("*.txt")))
    news = seconds(wire * (size // len(wire) + 1)) / (len(wire) * (size // len(wire) + 1))
    print(f"{'unit':28}{'half':>8}{'whole':>8}{'ratio':>7}{'x news':>8}")
    for unit in UNITS:
        half, whole = (seconds("A. " + unit * (length // len(unit))) for length in (size // 2, size))
        print(f"{unit!r:28}{half:8.2f}{whole:8.2f}{whole / half:7.1f}{whole / size / news:8.1f}", flush=True)


if __name__ == "__main__":
    main()
