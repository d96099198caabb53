"""PLOVER's events in single sentences against the gold standard records of its authors.

    python benchmarks/plover.py DATA               totals of the part on which the rules were tuned
    python benchmarks/plover.py DATA --aside       also those of the part kept aside
    python benchmarks/plover.py DATA --misses      print what is coded otherwise in the part for tuning
    python benchmarks/plover.py DATA --speed TEXTS process time for a folder of articles

DATA: the folder that holds plover/gsr-dev.json. A third of the sentences, by the hash of their ids, is kept aside.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.events.plover import code_sentence, coded
from onrecord.events.plover.lexicon import CODES, terms
from onrecord.events.scene import scene_of
from onrecord.intake import read_text
from onrecord.language import make_doc
from onrecord.parties import find_parties, numbered
from onrecord.record import Paragraph
from onrecord.spans import Span
from onrecord.times import find_times

Row = dict[str, Any]
Answer = tuple[str, list[str], list[str], list[str], str | None]  # code, all codes, actors, targets, mode
Coder = Callable[[str], Answer]
EMPTY = frozenset("the a an of in on and for to at by from its their 's s new".split())


def is_aside(row: Row) -> bool:
    """Whether a sentence belongs to the third that is kept aside."""
    return int(sha256(row["id"].encode()).hexdigest(), 16) % 3 == 0


def by_keyword(text: str) -> Answer:
    """The baseline: the code of the first word of the tables that has one; the first party acts, the second suffers."""
    doc = make_doc(text, (Paragraph(Span(0, len(text)), "body"),))
    parties = numbered(find_parties(doc)).parties
    mentions = sorted(span for party in parties for span in party.mentions)
    names = [span.cut(text) for span in mentions]
    rows = (row for low in text.lower().split() for term in terms().get(low, ()) for row in term.rows)
    code = next((row.code for row in rows if row.code in CODES), "")
    return code, [code], names[:1], names[1:2], None


def words(text: str) -> frozenset[str]:
    """The words of an actor that tell it from another."""
    low = "".join(sign if sign.isalnum() else " " for sign in text.casefold().replace(".", "")).split()
    return frozenset(low) - EMPTY


def actors(row: Row, side: str) -> list[str]:
    """The gold texts of a side."""
    told = row.get(side)
    return [one["actorText"] for one in told if one.get("actorText")] if isinstance(told, list) else []


def overlaps(gold: list[str], found: list[str]) -> list[bool]:
    """For each gold text whether a found one has a word in common."""
    own = frozenset(word for text in found for word in words(text))
    return [bool(words(text) & own) for text in gold]


def share(told: list[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.cut(text) for span in spans]


def scores(rows: list[Row], coder: Coder) -> dict[str, float]:
    """Shares over the sentences."""
    main, any_, mode, sources, targets = [], [], [], [], []
    for row in rows:
        code, codes, acting, acted, how = coder(row["text"])
        main.append(code == row["event"])
        any_.append(row["event"] in codes)
        if row.get("mode") and code == row["event"]:
            mode.append((how or "").startswith(row["mode"].split("-")[0]))
        sources += overlaps(actors(row, "source"), acting)
        targets += overlaps(actors(row, "target"), acted)
    return {
        "code": share(main), "any code": share(any_), "actor": share(sources), "target": share(targets),
        "both sides": share(sources + targets), "mode": share(mode), "sentences": len(rows),
    }  # fmt: skip


def ours(text: str) -> Answer:
    found = code_sentence(text)
    if not found:
        return "", [], [], [], None
    best = found[0]
    return best.code, [event.code for event in found], cut(text, best.actors), cut(text, best.targets), best.mode


def misses(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        code, codes, acting, acted, _ = ours(row["text"])
        wrong = [] if code == row["event"] else [f"{row['event']} != {code or '-'} {codes}"]
        for side, got in (("source", acting), ("target", acted)):
            gold = actors(row, side)
            if not all(overlaps(gold, got)):
                wrong.append(f"{side} {gold} != {got}")
        if wrong:
            yield " | ".join(wrong) + f"\n    {row['text']}\n    [{row['eventText']}]"


def speed(folder: Path) -> float:
    """Milliseconds of process time for 700 words of news copy, articles read and scenes made beforehand."""
    scenes, count = [], 0
    for path in sorted(folder.glob("*.txt"))[:60]:
        copy = read_text(path.read_text("utf-8"))
        doc = make_doc(copy.text, copy.paragraphs)
        scenes.append(scene_of(doc, numbered(find_parties(doc)).parties, find_times(doc, None), (), None))
        count += len(copy.text.split())
    for made in scenes[:3]:
        coded(made)
    best = 1e9
    for _ in range(5):
        start = time.process_time()
        for made in scenes:
            coded(made)
        best = min(best, time.process_time() - start)
    return best * 1000 * 700 / count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--aside", action="store_true", help="also the totals of the third that is kept aside")
    parser.add_argument("--speed", type=Path)
    args = parser.parse_args()
    rows = json.loads((args.data / "plover/gsr-dev.json").read_text("utf-8"))
    tuned = [row for row in rows if not is_aside(row)]
    parts = {"tuned": tuned}
    if args.aside:
        parts |= {"kept aside": [row for row in rows if is_aside(row)], "all": rows}
    if args.misses:
        print("\n".join(misses(tuned)))
    for name, part in parts.items():
        for who, coder in (("rules", ours), ("keyword", by_keyword)):
            print(f"{name:11} {who:8}", *(f"{key} {value:.3f}" for key, value in scores(part, coder).items()))
    if args.speed:
        print(f"{speed(args.speed):.2f} ms for 700 words")


if __name__ == "__main__":
    main()
