"""Every benchmark whose data is at hand, as one table.

    python benchmarks/run.py                         scores, floors and speed
    python benchmarks/run.py --json                  the same as one JSON object
    python benchmarks/run.py --pin                   make the scores the floors; refuses to lower one
    python benchmarks/run.py --pin --lower "reason"  lower what has dropped, and keep the reason

The data folder is --data, the environment variable ONRECORD_DATA, or `shared` beside the clone; docs/benchmarks.md
says what belongs into it. A part whose data is not there is named and left out.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

import floors
import scoring
import speed

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples/wire"


def data_folder(given: Path | None) -> Path:
    """The folder of corpora and scorers: the one given, that of the environment, or the one beside the clone."""
    return (given or Path(os.environ.get("ONRECORD_DATA") or ROOT.parent / "shared")).resolve()


def measure(data: Path, *, runs: int) -> dict[str, Any]:
    """All figures, ready for JSON."""
    pinned = floors.load()
    result: dict[str, Any] = {"data": str(data), "parts": {}, "missing": {}}
    for part in scoring.PARTS:
        if lacking := scoring.missing(part, data):
            result["missing"][part.name] = [str(path) for path in lacking]
            continue
        digest, scores = scoring.digest(part, data), part.score(data)
        floor = floors.verdict(pinned.parts.get(part.name), digest, scores)
        result["parts"][part.name] = {"data": digest, "scores": scores, "floors": floor}
    if "gold" in result["parts"]:
        result["articles"] = scoring.score_articles(data)
    corpus = data / "data/polnear/dev/text"
    result["speed"] = msgspec.to_builtins(speed.measure(corpus if corpus.is_dir() else EXAMPLES, runs))
    return result


def table(result: dict[str, Any]) -> Iterator[str]:
    """The lines that are printed."""
    for name, part in result["parts"].items():
        yield f"{name:28} {'score':>8} {'floor':>8}"
        for score, value in part["scores"].items():
            floor = part["floors"][score]
            shown = "—" if floor is None else f"{floor:.4f}"
            low = "  under its floor" if floor is not None and floors.rounded(value) < floor else ""
            yield f"  {score:26} {value:8.4f} {shown:>8}{low}"
        yield ""
    yield from article_lines(result.get("articles", {}))
    speeds = {name: speed.Speed(**figures) for name, figures in result["speed"].items()}
    yield from (f"{name:28} {a:>12} {w:>12} {m:>9}" for name, a, w, m in speed.rows(speeds))
    for name, paths in result["missing"].items():
        yield f"left out: {name}, for want of {', '.join(paths)}"


COLUMNS = {"statements F1": "said", "statements speaker": "speaker", "times relaxed F1": "times",
           "times value": "value", "dateline place": "place", "dateline date": "date"}  # fmt: skip


def article_lines(articles: dict[str, scoring.Scores]) -> Iterator[str]:
    """One line an article of the gold records, for the columns that tell articles apart."""
    if articles:
        yield f"{'gold, each article':34}" + "".join(f"{short:>9}" for short in COLUMNS.values())
        for name, scores in articles.items():
            cells = (f"{scores[column]:.3f}" if column in scores else "—" for column in COLUMNS)
            yield f"  {name:32}" + "".join(f"{cell:>9}" for cell in cells)
        yield ""


def pin(result: dict[str, Any], reason: str | None) -> None:
    """Writes the scores as floors; those of parts that were left out stay."""
    made = floors.load()
    for name, part in result["parts"].items():
        made = floors.pin(made, name, part["scores"], data=part["data"], reason=reason, on=date.today())
    floors.save(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of corpora and scorers")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pin", action="store_true", help="write benchmarks/floors.json")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: lower floors, for this reason")
    parser.add_argument("--runs", type=int, default=speed.RUNS, help="runs of which the fastest counts")
    args = parser.parse_args()
    result = measure(data_folder(args.data), runs=args.runs)
    if args.json:
        json.dump(result, sys.stdout, indent=1)
        print()
    else:
        print("\n".join(table(result)))
    if args.pin:
        pin(result, args.lower)


if __name__ == "__main__":
    main()
