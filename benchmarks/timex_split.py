"""Times of TimeBank and AQUAINT on the two thirds that the rules were tuned on, and on the third kept aside.

    python benchmarks/timex_split.py [--data FOLDER] [--errors N]

A document is kept aside where the first byte of the SHA-256 of its name is a multiple of 3 (as `is_aside` has it):
nobody read those while the rules of `times` were made for the others. --errors lists errors of the tuned part only.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import run
import scoring
import timex

_CORPORA = ("TimeBank", "AQUAINT")
PARTS = ("tuned", "aside", "all")


def is_aside(name: str) -> bool:
    """Whether the document of that name, without its ending, is kept aside."""
    return sha256(name.encode()).digest()[0] % 3 == 0


def files_of(part: str, data: Path) -> list[Path]:
    """The documents of a part, by name."""
    paths = [path for corpus in _CORPORA for path in (data / "data/timebank" / corpus).glob("*.tml")]
    named = [path for path in paths if path.name[0] != "."]
    return sorted(path for path in named if part == "all" or is_aside(path.stem) == (part == "aside"))


@contextmanager
def gathered(part: str, data: Path) -> Iterator[Path]:
    """A folder of the documents of a part."""
    with TemporaryDirectory() as folder:
        for path in files_of(part, data):
            Path(folder, path.name).symlink_to(path)
        yield Path(folder)


def scores(part: str, data: Path) -> scoring.Scores:
    """Strict, relaxed and value F1 and the value accuracy of a part."""
    with gathered(part, data) as folder, predicted(folder, data) as path:
        table = scoring.run_scorer(data, "timex.py", folder, path)
    found = {name: table[name]["f1"] for name in ("strict", "relaxed", "type", "value")}
    return {**found, "value accuracy": table["value_accuracy"]}


@contextmanager
def predicted(folder: Path, data: Path) -> Iterator[Path]:
    documents = scoring.printed(data, "timex.py", "--texts", folder).splitlines()
    with scoring.written(map(timex.predict, documents)) as path:
        yield path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of corpora and scorers")
    parser.add_argument("--errors", type=int, default=0, help="list the commonest errors of the tuned part")
    args = parser.parse_args()
    data = run.data_folder(args.data)
    for part in PARTS:
        figures = "  ".join(f"{name} {100 * figure:5.1f}" for name, figure in scores(part, data).items())
        print(f"{part:6} {len(files_of(part, data)):4} documents  {figures}")
    if args.errors:
        with gathered("tuned", data) as folder, predicted(folder, data) as path:
            print(scoring.printed(data, "timex.py", folder, path, "--errors", str(args.errors)))


if __name__ == "__main__":
    main()
