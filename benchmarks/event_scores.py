"""Happenings of the marked articles that were kept aside from fitting, by the scorer of the gold records.

    python benchmarks/event_scores.py DATA                     the figures
    python benchmarks/event_scores.py DATA --by-type           a row a type: found, marked, right
    python benchmarks/event_scores.py DATA --errors 20         what went wrong, by the scorer

The marks are in training/labels/events.jsonl; DATA is the folder with `data/` (the texts) and `eval/` (the scorer).
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gold
from onrecord import read
from onrecord.intake import read_text
from onrecord.language import EngineName

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "training"))
from annotated import text_of  # noqa: E402 - it lies in the folder that was added

LABELS = ROOT / "training" / "labels" / "events.jsonl"


@contextmanager
def written(data: Path, engine: EngineName = "default") -> Iterator[tuple[Path, Path]]:
    """A folder of gold records with the marked events alone, and one of what is read from the same articles."""
    with TemporaryDirectory() as marked, TemporaryDirectory() as found:
        for row in map(json.loads, LABELS.read_text("utf-8").splitlines()):
            text = text_of(data / "data", row["text"]) if row.get("aside") else None
            if text is None:
                continue
            record = gold.to_gold(read(read_text(text, published=row["published"]), engine=engine))
            name = f"{row['sha256'][:16]}.json"
            expected = {"text_sha256": row["sha256"], "events": row["events"]}
            if record["text_sha256"] == row["sha256"]:
                Path(marked, name).write_text(json.dumps(expected), "utf-8")
                kept = {"text_sha256": record["text_sha256"], "events": record["events"]}
                Path(found, name).write_text(json.dumps(kept), "utf-8")
                Path(marked, name).with_suffix(".txt").write_text(text, "utf-8")
        yield Path(marked), Path(found)


def scores(data: Path, engine: EngineName = "default") -> dict[str, float]:
    """Precision, recall and F1 of events, and how often the date of a matched one is right."""
    import scoring  # which imports this module

    with written(data, engine) as (marked, found):
        cells = scoring.run_scorer(data, "record.py", marked, found)["events"]
    return {f"events {column}": cells[column] for column in ("P", "R", "F1", "when")}


def by_type(data: Path) -> Iterator[str]:
    """A line a type: how many are marked, found, and right by the scorer's own matching."""
    sys.path.insert(0, str(data / "eval"))
    import record as scorer  # type: ignore[import-not-found]

    counts: Counter[tuple[str, str]] = Counter()
    with written(data) as (marked, found):
        for path in sorted(marked.glob("*.json")):
            wanted, got = (_events(folder / path.name) for folder in (marked, found))
            for side, events in (("marked", wanted), ("found", got)):
                counts.update((event["type"], side) for event in events)
            pairs = scorer.best_pairs(wanted, got, scorer.event_score)
            counts.update((wanted[i]["type"], "right") for i, _ in pairs)
    yield f"{'type':10} {'marked':>7} {'found':>7} {'right':>7}"
    for kind in sorted({kind for kind, _ in counts}, key=lambda kind: -counts[kind, "marked"]):
        yield f"{kind:10}" + "".join(f" {counts[kind, side]:7}" for side in ("marked", "found", "right"))


def _events(path: Path) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["events"]
    return events


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--engine", choices=["default", "accurate", "rules"], default="default")
    parser.add_argument("--by-type", action="store_true")
    parser.add_argument("--errors", type=int, metavar="N")
    args = parser.parse_args()
    if args.by_type:
        print(*by_type(args.data), sep="\n")
    elif args.errors:
        import scoring

        with written(args.data, args.engine) as (marked, found):
            print(scoring.printed(args.data, "record.py", marked, found, "--errors", str(args.errors)))
    else:
        for name, value in scores(args.data, args.engine).items():
            print(f"{name:14} {value:.4f}")


if __name__ == "__main__":
    main()
