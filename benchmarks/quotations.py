"""How often the quotation check is right, over drafts that a seeded generator makes of real quotations.

    python benchmarks/quotations.py --archive FILE [--data FOLDER] [--each 260] [--seed 1] [--kinds tuned|unseen|all]

The archive holds the training articles of PolNeAR and the gold articles; it is made where FILE is not there. Each
case is a quotation put into a draft untouched or changed in one way; docs/quotation-check.md says what is right.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import quotation_kinds
import quotation_kinds_unseen
from onrecord.archive import Archive
from onrecord.checking import check
from onrecord.checking.report import RIGHT
from quotation_kinds import Case, Kind, Pool
from quoted import Spoken, build, elsewhere, spoken

IN_A_DRAFT = 10
FILLER = "Nothing else was settled at that time, and the day ended as it had begun."
# Kinds whose words are as the source has them, and kinds whose words are changed.
UNTOUCHED = frozenset(["untouched"])
RIGHT_BY_CHOICE = frozenset(["exact", "trimmed"])


def pool_of(data: Path) -> Pool:
    """All statements by article."""
    all_ = spoken(data)
    by_article: dict[str, list[Spoken]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for one in all_:
        by_article[one.article].append(one)
        if one.speaker and one.speaker not in names[one.article]:
            names[one.article].append(one.speaker)
    return Pool(all_, by_article, names)


def cases(pool: Pool, kinds: Mapping[str, Kind], *, each: int, seed: int) -> Iterator[tuple[str, Case]]:
    """Up to so many cases of each kind."""
    for name, kind in kinds.items():
        rng = Random(f"{seed} {name}")
        order = list(pool.all)
        rng.shuffle(order)
        made = 0
        for one in order:
            found = kind(rng, one, pool)
            if found is not None and len(found.words) < 2000 and '"' not in found.words:
                yield name, found
                made += 1
                if made == each:
                    break


def not_there(data: Path, *, each: int, seed: int) -> list[tuple[str, Case]]:
    """Quotations that the archive has nothing of."""
    found = [one for one in elsewhere(data) if len(one.words.split()) >= 6]
    Random(seed).shuffle(found)
    return [("not there", Case(one.words, one.speaker, frozenset(["not found"]), one.article)) for one in found[:each]]


def draft_of(rng: Random, group: Sequence[Case]) -> tuple[str, list[int]]:
    """A draft with the cases, and where the opening mark of each stands."""
    text, places = "", []
    for one in group:
        said = f" {one.speaker} said" if one.speaker else ""
        day = f" on {one.day}" if one.day and one.speaker else ""
        day += f" {one.occasion}" if one.occasion and one.speaker else ""
        stop = "" if one.words.endswith((".", "?", "!", ",")) else ","
        before, quoted = "", f"“{one.words}”"
        if said:
            shapes = [("", f"“{one.words}{stop}”{said}{day}."), (f"{said.strip()}{day}: ", quoted)]
            before, quoted = rng.choice(shapes)
        text += before
        places.append(len(text))
        text += f"{quoted}\n\n{FILLER}\n\n"
    return text, places


def run(archive: Archive, made: Sequence[tuple[str, Case]], *, seed: int) -> Iterator[tuple[str, Case, str, Any]]:
    """Each case with the verdict that it got."""
    rng = Random(seed)
    order = list(made)
    rng.shuffle(order)
    for begin in range(0, len(order), IN_A_DRAFT):
        group = order[begin : begin + IN_A_DRAFT]
        text, places = draft_of(rng, [one for _, one in group])
        report = check(text, archive)
        by_place = {finding.span.start: finding for finding in report.findings}
        for (name, one), place in zip(group, places, strict=True):
            finding = by_place.get(place)
            yield name, one, finding.verdict if finding else "not checked", finding


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--each", type=int, default=260)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", choices=["tuned", "unseen", "all"], default="all")
    parser.add_argument("--show", metavar="KIND", help="print the cases of a kind that were judged wrongly")
    parser.add_argument("--wrong", type=Path, help="write all that was judged wrongly as JSON lines")
    args = parser.parse_args()
    build(args.data, args.archive)
    pool = pool_of(args.data)
    halves = {"tuned": quotation_kinds.KINDS, "unseen": quotation_kinds_unseen.KINDS}
    wrong = []
    with Archive.open(args.archive, readonly=True) as archive:
        for half, kinds in halves.items():
            if args.kinds not in (half, "all"):
                continue
            made = list(cases(pool, kinds, each=args.each, seed=args.seed))
            if half == "unseen":
                made += not_there(args.data, each=args.each, seed=args.seed)
            results: dict[str, Counter[str]] = defaultdict(Counter)
            good: Counter[str] = Counter()
            harmful = 0
            for name, one, verdict, finding in run(archive, made, seed=args.seed):
                results[name][verdict] += 1
                good[name] += verdict in one.right
                if verdict in RIGHT and not one.right & RIGHT_BY_CHOICE:
                    harmful += 1
                if verdict not in one.right:
                    sources = finding.evidence if finding else ()
                    evidence = [[e.article, e.verdict, e.quoted, e.speaker, e.words] for e in sources]
                    steps = finding.difference if finding else ()
                    diff = [[d.does, d.draft, d.source] for d in steps if d.does != "same"]
                    row = {"kind": name, "words": one.words, "speaker": one.speaker, "right": sorted(one.right),
                           "verdict": verdict, "article": one.article, "said by": finding and finding.speaker,
                           "evidence": evidence, "difference": diff}  # fmt: skip
                    wrong.append(row)
            total = sum(sum(counts.values()) for counts in results.values())
            print(f"{half}: {total} cases, {sum(good.values()) / total:.4f} right, {harmful} changed ones called right")
            for name, counts in results.items():
                share = good[name] / sum(counts.values())
                print(f"  {name:24} {share:.3f}  {', '.join(f'{v} {n}' for v, n in counts.most_common(6))}")
    for row in wrong:
        if args.show == row["kind"]:
            print(json.dumps(row, ensure_ascii=False), file=sys.stderr)
    if args.wrong:
        args.wrong.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
