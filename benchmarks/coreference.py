"""Who is mentioned where, and who is who: the parties of records against articles annotated by hand.

    python benchmarks/coreference.py GUM_FOLDER               a folder of CoNLL-U files with `Entity=`
    python benchmarks/coreference.py --marked FOLDER          texts with mentions marked inline
    python benchmarks/coreference.py GUM_FOLDER --list missed    what was not found; also: spurious, links
    python benchmarks/coreference.py GUM_FOLDER --json           the figures as one JSON object

docs/benchmarks.md says what is counted.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from compared import (
    ANY_KIND,
    PRONOUN_CLASSES,
    Compared,
    clusters,
    compare_links,
    compare_names,
    names_score,
    pronouns_score,
)
from conllu import read_conllu
from coref_scores import MEASURES, Score, conll, score
from marked import read_marked
from mentions import Kind, Marked, Mention, read_mentions, repeated

Reader = Callable[[Marked], tuple[Mention, ...]]


class Row(Struct, frozen=True):
    """A line of the table: precision, recall and F1 of `name`; only F1 where it is an average."""

    name: str
    f1: float
    precision: float | None = None
    recall: float | None = None


def table(articles: Sequence[Marked], read: Reader = read_mentions) -> Iterator[Row]:
    """Every figure over the articles."""
    read_articles = [(article, read(article)) for article in articles]
    names = [compare_names(*one) for one in read_articles]
    labels: dict[str, Kind] = {"persons": "person", "organisations": "organisation", "places": "place"}
    for label, kind in labels.items():
        yield _row(label, names_score(names, kind))
    yield _row("mentions", names_score(names))
    yield _row("mentions, exact", names_score(names, exact=True))
    yield _row("mentions, any kind", names_score([compare_names(*one, kinds=ANY_KIND) for one in read_articles]))
    links = [compare_links(*one) for one in read_articles]
    yield _row("names and pronouns", names_score(links))
    yield from (_row(label, pronouns_score(links, words)) for label, words in PRONOUN_CLASSES.items())
    for singletons in (False, True):
        documents = [clusters(one, singletons=singletons) for one in links]
        scores = {name: score(measure, documents) for name, measure in MEASURES.items()}
        behind = ", singletons" if singletons else ""
        yield from (_row(name + behind, one) for name, one in scores.items())
        yield Row("CoNLL" + behind, conll(scores.values()))


def _row(name: str, one: Score) -> Row:
    return Row(name, one.f1, one.precision, one.recall)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    yield f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}"
    for row in rows:
        cells = ("" if value is None else f"{value:.4f}" for value in (row.precision, row.recall, row.f1))
        yield f"{row.name:24}" + "".join(f"{cell:>10}" for cell in cells)


def listed(what: str, articles: Sequence[Marked], read: Reader = read_mentions) -> Iterator[str]:
    """A line for each mention missed or spurious, or each mention that was led to another than the annotator's."""
    for article in articles:
        found = read(article)
        if what == "links":
            yield from (f"{article.id}: {line}" for line in wrong_links(compare_links(article, found)))
            continue
        names = compare_names(article, found)
        side = [(names.wanted[i], names.found) for i in names.missed] if what == "missed" else [
            (names.found[j], names.wanted) for j in names.spurious
        ]  # fmt: skip
        for mention, others in side:
            meets = (f"{other.kind} {_cut(article, other)}" for other in others if other.span.meets(mention.name))
            yield (
                f"{article.id}: {mention.kind} {_cut(article, mention)} | {'; '.join(meets) or 'nothing'} | "
                + _around(article, mention)
            )


def wrong_links(compared: Compared) -> Iterator[str]:
    """Of each mention the nearest before it that is the same by the annotator, and by the reader, where they differ."""
    keys = sorted([(i, j) for i, j in compared.pairs.items()])
    article, last_wanted, last_found = compared.article, dict[str, int](), dict[str, int]()
    several = repeated(compared.wanted)
    for i, j in keys:
        mention, ours = compared.wanted[i], compared.found[j]
        right, led = last_wanted.get(mention.entity), last_found.get(ours.entity)
        if right != led:
            yield (
                f"{mention.shape} {_cut(article, mention)} is {_at(compared, right)}, not {_at(compared, led)} | "
                + _around(article, mention)
            )
        last_wanted[mention.entity] = last_found[ours.entity] = i
    for i in compared.missed:
        mention = compared.wanted[i]
        if mention.entity in several:
            yield f"{mention.shape} {_cut(article, mention)} not found or left open | " + _around(article, mention)


def _at(compared: Compared, i: int | None) -> str:
    return "new" if i is None else _cut(compared.article, compared.wanted[i])


def _cut(article: Marked, mention: Mention) -> str:
    return f"[{' '.join(mention.name.cut(article.text).split())}]"


def _around(article: Marked, mention: Mention) -> str:
    return " ".join(article.text[max(0, mention.span.start - 60) : mention.span.end + 40].split())


def gum(folder: Path) -> list[Marked]:
    return [read_conllu(path) for path in sorted(folder.glob("*.conllu"))]


# The rows that have floors; the others say why these are what they are.
_PINNED = ("persons", "organisations", "places", "mentions", "CoNLL", "CoNLL, singletons")


def scores(folder: Path) -> dict[str, float]:
    """F1 on GUM's articles, by row."""
    return {f"{row.name} F1": row.f1 for row in table(gum(folder)) if row.name in _PINNED}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path, nargs="?", help="folder of CoNLL-U files")
    parser.add_argument("--marked", type=Path, metavar="FOLDER", help="folder of texts marked inline")
    parser.add_argument("--list", choices=["missed", "spurious", "links"])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not (args.gum or args.marked):
        parser.error("give a folder of CoNLL-U files, or --marked with a folder of marked texts")
    articles = gum(args.gum) if args.gum else []
    articles += [read_marked(path) for path in sorted(args.marked.glob("*.txt"))] if args.marked else []
    if args.list:
        print("\n".join(listed(args.list, articles)))
        return
    rows = list(table(articles))
    if args.json:
        print(
            json.dumps(
                {row.name: {"precision": row.precision, "recall": row.recall, "f1": row.f1} for row in rows}, indent=1
            )
        )
    else:
        print("\n".join(lines(rows)))


if __name__ == "__main__":
    main()
