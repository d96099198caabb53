"""How far the certainty of statements can be trusted: certainty against the share that was right, on PolNeAR.

    python benchmarks/certainty.py SPLIT_DIR SCORER [--engine NAME] [--svg FILE]

SCORER is `eval/attribution.py` of the data folder. A statement is right where its content matches one of the corpus
(character F1 of at least 0.5) and its source is that one's. Prints tenths of the statements by falling certainty, and
what `--strict` keeps; --svg draws them.
"""

import argparse
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import Struct

import attribution
from onrecord.language import EngineName
from onrecord.language.tagger import load_tagger
from onrecord.record import Record
from reading import open_records


class Judged(Struct, frozen=True):
    """A statement's certainty, and whether it was right."""

    sure: float
    right: bool


class Tenth(Struct, frozen=True):
    """Statements of like certainty: its mean, the share that was right, how many they are."""

    sure: float
    right: float
    count: int


def scorer_of(path: Path) -> ModuleType:
    """The scorer, a script, as a module."""
    spec = importlib.util.spec_from_file_location("polnear_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(split: Path, scorer: ModuleType, engine: EngineName) -> Iterator[Judged]:
    """Every statement that the tagger found in the documents of a split."""
    rows = list(attribution.input_rows(split))
    files = scorer.annotation_files(str(split))
    for row, record in zip(rows, open_records(None, rows, engine, wide=True), strict=True):
        gold = scorer.read_gold(files[record.id][0], row["text"])
        yield from _judged(record, row["text"], gold, scorer)


def _judged(record: Record, text: str, gold: list[Any], scorer: ModuleType) -> Iterator[Judged]:
    said = [said for said in record.statements if said.parent is None]
    found = [
        scorer.Statement(**{role: scorer.characters(parts[role] or [], text) for role in ("content", "source", "cue")})
        for parts in attribution.to_polnear(record, text)["statements"]
    ]
    pairs = {p: g for g, p in scorer.pair_contents(gold, found)}
    for i, one in enumerate(said):
        if one.sure is not None:
            yield Judged(one.sure, i in pairs and scorer.source_right(gold[pairs[i]], found[i]))


def tenths(found: list[Judged]) -> list[Tenth]:
    """The statements by falling certainty, in ten parts of the same size."""
    order = sorted(found, key=lambda one: -one.sure)
    parts = [order[i * len(order) // 10 : (i + 1) * len(order) // 10] for i in range(10)]
    return [Tenth(_mean([o.sure for o in p]), _mean([o.right for o in p]), len(p)) for p in parts if p]


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / len(values)


_SIZE, _EDGE = 320, 44


def drawn(parts: list[Tenth], title: str) -> str:
    """The tenths as a picture: certainty to the right, the share that was right upwards."""

    def at(sure: float, right: float) -> tuple[float, float]:
        return round(_EDGE + sure * _SIZE, 1), round(_EDGE + (1 - right) * _SIZE, 1)

    whole = _SIZE + 2 * _EDGE
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    points = [at(part.sure, part.right) for part in parts]
    ticks = [(value / 4, *at(value / 4, 0), *at(0, value / 4)) for value in range(5)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole + 16}" role="img" font-size="12"',
            '  font-family="sans-serif" fill="#333">',
            f"<title>{title}</title>",
            f'<rect width="{whole}" height="{whole + 16}" fill="#fff"/>',
            f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#bbb" stroke-dasharray="4 4"/>',
            f'<path d="M{x0} {y1}V{y0}H{x1}" stroke="#333" fill="none"/>',
            *(f'<text x="{x}" y="{y + 18}" text-anchor="middle">{value:g}</text>' for value, x, y, _, _ in ticks),
            *(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{value:g}</text>' for value, _, _, x, y in ticks),
            f'<path d="M{" L".join(f"{x} {y}" for x, y in points)}" stroke="#06c" stroke-width="2" fill="none"/>',
            *(f'<circle cx="{x}" cy="{y}" r="4" fill="#06c"/>' for x, y in points),
            f'<text x="{whole / 2}" y="{whole - 2}" text-anchor="middle">how sure</text>',
            f'<text x="{x0}" y="{_EDGE - 16}">share that was right</text>',
            f'<text x="{whole / 2}" y="{whole + 12}" text-anchor="middle" fill="#777">{title}</text>',
            "</svg>\n",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split_dir", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--engine", choices=["default", "accurate"], default="default")
    parser.add_argument("--svg", type=Path)
    args = parser.parse_args()
    found = list(judged(args.split_dir, scorer_of(args.scorer), args.engine))
    parts = tenths(found)
    for part in parts:
        print(f"sure {part.sure:.2f}  right {part.right:.2f}  of {part.count}")
    least = load_tagger(args.engine).strict
    kept = [one for one in found if one.sure >= least]
    print(f"--strict (from {least:.2f}) keeps {len(kept)} of {len(found)}, {_mean([o.right for o in kept]):.3f} right")
    if args.svg:
        args.svg.write_text(drawn(parts, f"{len(found)} statements of the engine {args.engine}"), encoding="utf-8")


if __name__ == "__main__":
    main()
