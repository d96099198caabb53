"""Who is who over an archive, against labels made by hand: pairwise precision and recall, and B3.

    python benchmarks/identity.py [--data FOLDER] [--records R.jsonl] [--order day|reverse|shuffled] [--errors N]

Three archives are filled and asked:

- polnear: the articles of PolNeAR (train and dev). `benchmarks/data/identity.tsv` says who is named at some 2,300
  places; a pair is "tuned" where both documents are of the half that thresholds were chosen on, "aside" where both are
  of the other half (as `is_aside` has it).
- gold: the speakers of the gold records; the same name there is the same party.
- namesakes: articles of our own making (`benchmarks/data/namesakes.jsonl`): fathers and sons, one name in two
  countries, forms of a name, acronyms.

"by name" is what an archive did before: the same kind and name is the same party. A pair counts where both places are
found as parties. B3 is that of Bagga and Baldwin (1998), each labelled place weighing the same.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

import attribution
import gold
import run
from onrecord.archive import Archive
from onrecord.archive.names import fold
from onrecord.identity.persons import likeness, parse_person
from onrecord.record import Party, Record
from reading import open_records, read_exactly, read_rows

HERE = Path(__file__).parent / "data"
Scores = dict[str, float]


class Place(Struct, frozen=True):
    """A labelled place. who: the label. key: the archive's party there; name: as the article gives it."""

    document: str
    who: str
    key: str
    name: str
    kind: str


def is_aside(document: str) -> bool:
    """Whether the document is of the half that nothing was tuned on."""
    return sha256(document.encode()).digest()[0] % 2 == 0


# -- labels


def polnear_places(data: Path, records: Sequence[Record], archive: Archive) -> Iterator[Place]:
    """The labelled persons of PolNeAR that the reader found."""
    texts = {
        path.stem: path for split in ("train", "dev") for path in (data / f"data/polnear/{split}/text").glob("*.txt")
    }
    by_id = {record.id: record for record in records}
    for document, rows in polnear_labels().items():
        record = by_id[document]
        original = read_exactly(texts[document])
        text = record.article.text
        at = range(len(text) + 1) if text == original else attribution.places_in(original, text)
        for start, end, who in rows:
            party = next((p for p in record.parties if p.kind == "person" and _meets(p, at, start, end)), None)
            if party:
                yield _place(archive, record, party, who)


def polnear_labels() -> dict[str, list[tuple[int, int, str]]]:
    """The labels of each document: start, end, and who that is."""
    labels: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in (HERE / "identity.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            document, start, end, who = line.split("\t")
            labels[document].append((int(start), int(end), who))
    return labels


def _meets(party: Party, at: Sequence[int], start: int, end: int) -> bool:
    return any(at[span.start] < end and start < at[span.end - 1] + 1 for span in party.mentions)


def gold_places(data: Path, records: Sequence[Record], archive: Archive) -> Iterator[Place]:
    """The speakers of the gold records that the reader found under their name."""
    for record in records:
        path = data / f"gold/dev/{record.id}.json"
        speakers = {said["speaker"] for said in json.loads(path.read_text("utf-8"))["statements"]} - {None}
        for name in sorted(speakers):
            found = (p for p in record.parties if p.kind != "unnamed" and fold(name) in map(fold, (p.name, *p.aliases)))
            if party := next(found, None):
                yield _place(archive, record, party, fold(name))


def namesake_places(records: Sequence[Record], archive: Archive) -> Iterator[Place]:
    """The labelled parties of our own articles."""
    rows = {row["id"]: row for row in namesake_rows()}
    for record in records:
        for name, who in rows[record.id]["who"].items():
            named = (p for p in record.parties if fold(name) in map(fold, (p.name, *p.aliases)))
            bare = name.removeprefix("the ")
            ends = (p for p in record.parties if fold(p.name).endswith(fold(bare)))
            if party := next(named, None) or next(ends, None):
                yield _place(archive, record, party, who)


def namesake_rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / "namesakes.jsonl").read_text("utf-8").splitlines()]


def _place(archive: Archive, record: Record, party: Party, who: str) -> Place:
    return Place(record.id, who, archive.party_in(record.id, party.name, party.kind) or "", party.name, party.kind)


# -- scores


def scores(places: Sequence[Place]) -> Scores:
    """Pairwise precision, recall and F1 over places of two documents, B3, and how many pairs there were."""
    right, made, true, namesakes, apart = 0, 0, 0, 0, 0
    for one, other in combinations(places, 2):
        if one.document == other.document:
            continue
        same, taken = one.who == other.who, one.key == other.key
        right, made, true = right + (same and taken), made + taken, true + same
        if not same and _alike(one, other):
            namesakes, apart = namesakes + 1, apart + (not taken)
    precision, recall = right / made if made else 1.0, right / true if true else 1.0
    return {
        "precision": precision, "recall": recall, "F1": 2 * precision * recall / (precision + recall or 1),
        **b_cubed(places), "pairs that are one": true, "namesake pairs": namesakes, "of these apart": apart,
    }  # fmt: skip


def _alike(one: Place, other: Place) -> bool:
    """Whether the names alone could be one party's."""
    if one.kind != other.kind:
        return False
    if one.kind != "person":
        return fold(one.name) == fold(other.name)
    return likeness(parse_person(one.name), parse_person(other.name)) not in ("other", "last")


def b_cubed(places: Sequence[Place]) -> Scores:
    """B3 precision and recall."""
    keys, whos = Counter(p.key for p in places), Counter(p.who for p in places)
    both = Counter((p.key, p.who) for p in places)
    count = len(places) or 1
    precision = sum(both[p.key, p.who] / keys[p.key] for p in places) / count
    recall = sum(both[p.key, p.who] / whos[p.who] for p in places) / count
    return {"B3 precision": precision, "B3 recall": recall}


def by_name(places: Iterable[Place]) -> list[Place]:
    """The places as an archive took them before: the same kind and name is the same party."""
    return [Place(p.document, p.who, f"{p.kind} {fold(p.name)}", p.name, p.kind) for p in places]


def errors(places: Sequence[Place], most: int) -> Iterator[str]:
    """Pairs that are one and should not be, then pairs of the commonest partings, each with its documents."""
    pairs = [(a, b) for a, b in combinations(places, 2) if a.document != b.document]
    wrong = [(a, b) for a, b in pairs if a.key == b.key and a.who != b.who]
    seen: set[tuple[str, str]] = set()
    for a, b in wrong:
        if (a.who, b.who) not in seen and len(seen) < most:
            seen.add((a.who, b.who))
            yield f"one, and is two: {a.name} / {b.name} ({a.key}) {a.document} {b.document}"
    parted = Counter((a.who, a.key) for a in places)
    most_of = {who: parted[who, key] for who, key in parted}
    groups = sorted(((who, key) for who, key in parted if parted[who, key] < max(
        count for (w, _), count in parted.items() if w == who)), key=lambda pair: -most_of[pair[0]])  # fmt: skip
    for who, key in groups[:most]:
        names = {f"{p.name} ({p.document[:30]})" for p in places if p.who == who and p.key == key}
        yield f"apart, and is one: {who} {key}: {sorted(names)[:3]}"


# -- the archives


def filled(records: Iterable[Record], folder: Path, name: str) -> Archive:
    archive = Archive.open(folder / f"{name}.db", create=True)
    for record in records:
        archive.add(record)
    return archive


def ordered(records: Sequence[Record], order: str) -> list[Record]:
    """The records in the order in which they are to be added; PolNeAR's names begin with publisher and day."""
    if order == "shuffled":
        return random.Random(4).sample(records, len(records))
    return sorted(records, key=lambda r: r.id.split("_")[1:] or [r.id], reverse=order == "reverse")


def measure(data: Path, records: Path | None, order: str, most: int) -> Iterator[str]:
    with TemporaryDirectory() as folder:
        rows = [row for split in ("train", "dev") for row in attribution.input_rows(data / f"data/polnear/{split}")]
        ids = {row["id"] for row in rows}
        found = [record for record in open_records(records, rows) if record.id in ids]
        with filled(ordered(found, order), Path(folder), "polnear") as archive:
            places = list(polnear_places(data, found, archive))
        yield from table("polnear, tuned", [p for p in places if not is_aside(p.document)])
        yield from table("polnear, aside", [p for p in places if is_aside(p.document)])
        yield from table("polnear, all", places)
        yield from errors([p for p in places if not is_aside(p.document)], most)
        golden = list(read_rows(gold.input_rows(data / "gold/dev")))
        with filled(golden, Path(folder), "gold") as archive:
            yield from table("gold", list(gold_places(data, golden, archive)))
        own = list(read_rows({key: str(row[key]) for key in ("id", "published", "text")} for row in namesake_rows()))
        with filled(own, Path(folder), "namesakes") as archive:
            places = list(namesake_places(own, archive))
            yield from table("namesakes", places)
            yield from errors(places, most)


def table(name: str, places: Sequence[Place]) -> Iterator[str]:
    now, before = scores(places), scores(by_name(places))
    yield f"{name} ({len(places)} places)   now   by name"
    for score, value in now.items():
        shown = ("{:.0f}" if score.startswith(("pairs", "name", "of")) else "{:.4f}").format
        yield f"  {score:22} {shown(value):>10} {shown(before[score]):>10}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--records", type=Path, metavar="RECORDS.jsonl")
    parser.add_argument("--order", choices=["day", "reverse", "shuffled"], default="day")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    args = parser.parse_args()
    for line in measure(run.data_folder(args.data), args.records, args.order, args.errors):
        print(line)


if __name__ == "__main__":
    main()
