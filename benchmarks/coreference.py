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

from conllu import read_conllu
from coref_scores import MEASURES, Clusters, Score, conll, score
from marked import read_marked
from mentions import Kind, Marked, Mention, matched, read_mentions, repeated

Reader = Callable[[Marked], tuple[Mention, ...]]

# Persons, organisations and places by name; of what kind the mention found must be, by that of the one wanted.
NAMED: dict[Kind, frozenset[Kind]] = {kind: frozenset([kind]) for kind in ("person", "organisation", "place")}
ANY_KIND: dict[Kind, frozenset[Kind]] = dict.fromkeys(NAMED, frozenset(NAMED))
# Who is who: a ministry may be read as its country, and who has no name as a group.
LINKED: dict[Kind, frozenset[Kind]] = {
    "person": frozenset(["person", "group"]),
    "organisation": frozenset(["organisation", "place", "group"]),
    "group": frozenset(["person", "organisation", "place", "group"]),
}

# "Democrats" may be a group for the annotator and an organisation for the reader; neither is asked for.
_MANY: dict[Kind, frozenset[Kind]] = {"group": frozenset(["person", "organisation", "group"])}


class Compared(Struct, frozen=True):
    """An article's mentions as annotated and as found. pairs: by index, those wanted and found that are the same.

    missed: indices of those wanted that were not found. spurious: of those found that are no mention of the kind.
    """

    article: Marked
    wanted: tuple[Mention, ...]
    found: tuple[Mention, ...]
    pairs: dict[int, int]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


def compare_names(article: Marked, found: tuple[Mention, ...], kinds: dict[Kind, frozenset[Kind]] = NAMED) -> Compared:
    """Mentions by name. One found that is no name is right where a name was wanted, and is never spurious."""
    wanted = [mention.shape == "name" and mention.kind in kinds and not mention.aside for mention in article.mentions]
    counted = [mention.shape == "name" and mention.kind in kinds for mention in found]
    return _compared(article, found, wanted, counted, kinds)


def compare_links(article: Marked, found: tuple[Mention, ...]) -> Compared:
    """Mentions of persons, organisations and groups by name or pronoun, to see who is who."""
    shapes = ("name", "pronoun")
    wanted = [mention.shape in shapes and mention.kind in LINKED and not mention.aside for mention in article.mentions]
    counted = [mention.shape in shapes and mention.kind in LINKED for mention in found]
    return _compared(article, found, wanted, counted, LINKED)


def _compared(
    article: Marked,
    found: tuple[Mention, ...],
    wanted: list[bool],
    counted: list[bool],
    kinds: dict[Kind, frozenset[Kind]],
) -> Compared:
    """The comparison; what is found of the annotator's other mentions ("the minister") is neither right nor wrong."""
    asked = tuple(mention for mention, is_so in zip(article.mentions, wanted, strict=True) if is_so)
    others = tuple(mention for mention, is_so in zip(article.mentions, wanted, strict=True) if not is_so)
    pairs = matched(asked, found, kinds=kinds)
    left = [j for j in range(len(found)) if j not in set(pairs.values())]
    allowed = {left[j] for j in matched(others, [found[j] for j in left], kinds={**_MANY, **kinds}).values()}
    missed = tuple(i for i in range(len(asked)) if i not in pairs)
    return Compared(article, asked, found, pairs, missed, tuple(j for j in left if counted[j] and j not in allowed))


def names_score(compared: Iterable[Compared], kind: Kind | None = None, *, exact: bool = False) -> Score:
    """Precision and recall of mentions by name, of one kind or all; with `exact` their extent must be right too."""
    right = wrong = missed = 0
    for one in compared:
        for i, j in one.pairs.items():
            if kind in (None, one.wanted[i].kind):
                is_right = not exact or same_extent(one.article.text, one.wanted[i], one.found[j])
                right, wrong, missed = right + is_right, wrong + (not is_right), missed + (not is_right)
        wrong += sum(kind in (None, one.found[j].kind) for j in one.spurious)
        missed += sum(kind in (None, one.wanted[i].kind) for i in one.missed)
    return Score(right / (right + wrong) if right else 0.0, right / (right + missed) if right else 0.0)


def same_extent(text: str, wanted: Mention, found: Mention) -> bool:
    """Whether whole or bare name of the one is that of the other, an article before and an "'s" behind apart."""
    ours = {_bare(span.cut(text)) for span in (found.span, found.name)}
    return not ours.isdisjoint(_bare(span.cut(text)) for span in (wanted.span, wanted.name))


def _bare(words: str) -> str:
    kept = words.split()
    kept = kept[1:] if kept and kept[0].lower() in ("the", "a", "an") else kept
    return " ".join(kept).removesuffix("’s").removesuffix("'s").rstrip(" ’'.")


def clusters(compared: Compared, *, singletons: bool) -> tuple[Clusters, Clusters]:
    """Who is who as annotated and as found. A mention is its number among those wanted; a spurious one is below 0.

    Without singletons what only one mention means is left out, on each side by its own count.
    """
    kept = {j: i for i, j in compared.pairs.items()} | {j: -1 - j for j in compared.spurious}
    wanted = _grouped(enumerate(compared.wanted))
    found = _grouped((key, compared.found[j]) for j, key in kept.items())
    least = 1 if singletons else 2
    return [one for one in wanted if len(one) >= least], [one for one in found if len(one) >= least]


def _grouped(mentions: Iterable[tuple[int, Mention]]) -> Clusters:
    by_entity: dict[str, list[int]] = {}
    for key, mention in mentions:
        by_entity.setdefault(mention.entity, []).append(key)
    return [frozenset(keys) for keys in by_entity.values()]


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
    yield _row("found to link", names_score(links))
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


def scores(folder: Path) -> dict[str, float]:
    """The F1 of each row over GUM's articles."""
    return {f"{row.name} F1": row.f1 for row in table(gum(folder))}


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
