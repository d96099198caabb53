"""What the quotation check costs: drafts of 20 quotations against the archive of `quotations.py`, and a large one.

    python benchmarks/quotation_speed.py --archive FILE [--large FILE] [--articles 100000]

The large archive is made where FILE is not there: paragraphs of the small one's articles put together anew, the names
in them changed for one another. Seconds are process time, on one core, the library warm. Where rapidfuzz is installed,
its best partial match of changed quotations over all texts is measured in the same run.
"""

import argparse
import re
import resource
import sqlite3
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import quotation_kinds
import quotations
import quoted
from onrecord.archive import Archive
from onrecord.checking import check
from onrecord.record import Article, Engine, Paragraph, Record, Source
from onrecord.spans import Span

NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
QUOTED = 20
DRAFTS = 10
PARTS = 24  # paragraphs of a made article; those of PolNeAR have 24 on average


def texts(path: Path) -> list[str]:
    """The texts of an archive."""
    with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as db:
        return [text for (text,) in db.execute("SELECT text FROM articles ORDER BY number")]


def made(path: Path, count: int, seed: int = 1) -> Iterator[Record]:
    """Records of articles that nobody wrote."""
    rng = Random(seed)
    paragraphs = [part for text in texts(path) for part in text.split("\n") if part.strip()]
    names = sorted({name for part in paragraphs for name in NAME.findall(part)})
    for number in range(count):
        other = {name: rng.choice(names) for name in rng.sample(names, 400)}
        parts = rng.sample(paragraphs, PARTS)
        written = [NAME.sub(lambda found, other=other: other.get(found[0], found[0]), part) for part in parts]  # type: ignore[misc]
        yield record(f"made-{number}", written, f"2016-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")


def record(id: str, parts: list[str], day: str) -> Record:
    """A record without statements: only its text is looked at."""
    text, spans = "", []
    for part in parts:
        text += "\n\n" if text else ""
        spans.append(Paragraph(Span(len(text), len(text) + len(part)), "body"))
        text += part
    article = Article(text, published=day, paragraphs=tuple(spans), source=Source(format="text"))
    return Record(id, article, Engine("made", "1"))


def build(small: Path, large: Path, count: int) -> None:
    """Makes the large archive: the articles of the small one among those that are made."""
    if large.exists():
        return
    unfinished = large.with_name(f"{large.name}.part")
    unfinished.unlink(missing_ok=True)
    with Archive.open(small, readonly=True) as archive, Archive.open(unfinished, create=True) as grown:
        batch: list[Record] = []
        for one in made(small, count):
            batch.append(one)
            if len(batch) == 2000:
                grown.add_all(batch)
                batch = []
        grown.add_all(batch)
        before: str | None = None
        while entries := archive.latest(limit=200, before=before):
            grown.add_all([found for entry in entries if (found := archive.record(entry.id))])
            before = entries[-1].id
    unfinished.rename(large)


def drafts(data: Path, seed: int = 1) -> list[str]:
    """Drafts of the developed kinds, mixed."""
    pool = quotations.pool_of(data)
    cases = [one for _, one in quotations.cases(pool, quotation_kinds.KINDS, each=40, seed=seed)]
    rng = Random(seed)
    rng.shuffle(cases)
    groups = [cases[i : i + QUOTED] for i in range(0, QUOTED * DRAFTS, QUOTED)]
    return [quotations.draft_of(rng, group)[0] for group in groups]


def measure(path: Path, made_of: list[str]) -> list[float]:
    """Seconds that each draft takes."""
    seconds = []
    with Archive.open(path, readonly=True) as archive:
        check("Vale said: “We go to the harbour on Friday.”", archive)  # loads the reader
        for text in made_of:
            begun = time.process_time()
            check(text, archive)
            seconds.append(time.process_time() - begun)
    return seconds


def rapidfuzz_seconds(path: Path, draft: str, count: int) -> float | None:
    """Seconds that rapidfuzz takes to find the best partial match of so many of a draft's quotations in all texts."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        return None
    held = texts(path)
    # Those that stand nowhere word for word: of the others it stops at the first text that has them.
    changed = [words for words in re.findall(r"“([^”]+)”", draft) if not any(words in text for text in held)][:count]
    begun = time.process_time()
    for words in changed:
        process.extractOne(words, held, scorer=fuzz.partial_ratio)
    return time.process_time() - begun


def show(name: str, path: Path, made_of: list[str], compared: int) -> None:
    seconds = measure(path, made_of)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: median {statistics.median(seconds):.3f} s, slowest {max(seconds):.3f} s a draft of {QUOTED}; "
          f"memory {memory:.0f} MB")  # fmt: skip
    found = rapidfuzz_seconds(path, made_of[0], compared)
    if found is not None:
        print(f"  rapidfuzz partial_ratio over all texts: {found:.2f} s for {compared} changed quotations")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--large", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    args = parser.parse_args()
    quoted.build(args.data, args.archive)
    made_of = drafts(args.data)
    show("small", args.archive, made_of, 5)
    if args.large:
        build(args.archive, args.large, args.articles)
        show("large", args.large, made_of, 2)


if __name__ == "__main__":
    main()
