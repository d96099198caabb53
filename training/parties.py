"""Fit the weights of the parties room: what a name is, and whom a pronoun means.

    python training/parties.py DATA            write src/onrecord/data/name_kinds.tsv and pronouns.tsv
    python training/parties.py DATA --folds 4  how often each is right on articles that it was not fitted on

DATA holds the corpora whose texts were annotated (training/labels; see annotated.py).
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from annotated import Marked, marked
from loglinear import Example, choose, fit
from onrecord.intake import read_text
from onrecord.language import Doc, make_doc
from onrecord.parties import Cast, find_parties
from onrecord.parties.cast import Mention
from onrecord.parties.kinds import KINDS, of_name
from onrecord.parties.pronouns import Option, bound
from onrecord.parties.ranking import features
from onrecord.parties.register import Name, Settled, kind_of, of_article
from onrecord.reader import paragraphs_apart

TABLES = Path(__file__).parents[1] / "src" / "onrecord" / "data"
_LEAST = 0.02  # a weight smaller than this is not written
_SETTLED: tuple[Settled, ...] = ("person", "organisation", "place", "unknown")


def doc_of(article: Marked) -> Doc | None:
    """The article as the reader sees it; None where reading changes its text, as offsets would not fit."""
    copy = read_text(article.text)
    return make_doc(copy.text, paragraphs_apart(copy)) if copy.text == article.text else None


# names


def name_examples(article: Marked) -> list[Example]:
    """Each name that no table settles, with what it is; and again as if no word of it were known, as most names of the
    world are not."""
    found: list[Example] = []
    kinds = {(start, end): kind for start, end, kind, _ in article.marks}

    def watch(name: Name) -> Settled:
        right = _kind(name, kinds)
        if right is not None:
            told = _told(name)
            found.extend(_options(features, right) for features in (told, _unknown(told)))
        return _SETTLED[right] if right is not None else kind_of(name)

    doc = doc_of(article)
    if doc is not None:
        find_parties(doc, judge=watch)
    return found


def _kind(name: Name, kinds: dict[tuple[int, int], str]) -> int | None:
    """The number in KINDS of what most places of the name are; None where a name of other bounds stands there."""
    votes: Counter[int] = Counter()
    for place in name.places:
        start, end = place.name_start, place.name_end
        kind = kinds.get((start, end)) or kinds.get((start - len("the "), end))
        if kind is not None:
            votes[KINDS.index(kind)] += 1
        elif not any(a < end and b > start for a, b in kinds):
            votes[KINDS.index("nobody")] += 1
    return votes.most_common(1)[0][0] if votes else None


def _told(name: Name) -> dict[str, float]:
    told: dict[str, float] = defaultdict(float)
    for feature in (*of_name(name.words), *of_article(name)):
        told[feature] += 1
    for place in name.places:
        for feature in place.signs:
            told[feature] += 1 / len(name.places)
    return told


def _unknown(told: dict[str, float]) -> dict[str, float]:
    """What would be told of the name if none of its words were known as a given name or from lessons."""
    made: dict[str, float] = defaultdict(float)
    for feature, value in told.items():
        group = feature.partition(" ")[0]
        if group not in ("word", "last", "first", "begin") and not feature.endswith("given name"):
            shown = feature.replace("given", "other") if group in ("pair", "single", "inside") else feature
            made[shown] += value
    return made


def _options(told: dict[str, float], right: int) -> Example:
    options = tuple({f"{feature}\t{kind}": value for feature, value in told.items()} for kind in KINDS)
    return Example(options, frozenset([right]))


# pronouns


def pronoun_examples(article: Marked) -> list[Example]:
    """Each pronoun of the third person with the parties that it may mean; the state goes on as annotated."""
    doc = doc_of(article)
    if doc is None:
        return []
    cast = find_parties(doc, choose=lambda _mention, _options: None)
    ids = _annotated(cast, article)
    wanted = {(start, end): id for start, end, _, id in article.marks}
    found: list[Example] = []

    def watch(mention: Mention, options: Sequence[Option]) -> int | None:
        id = wanted.get((mention.span.start, mention.span.end))
        right = [i for i, option in enumerate(options) if option.party is not None and ids.get(option.party) == id]
        right = [len(options) - 1] if id is None else right
        if right:
            told = tuple(dict.fromkeys(features(option.told), 1.0) for option in options)
            found.append(Example(told, frozenset(right)))
        return options[right[0]].party if right else None

    for quoted in (False, True):
        cast = bound(cast, watch, {}, quoted=quoted)
    return found


def _annotated(cast: Cast, article: Marked) -> dict[int, str]:
    """The id of the annotation for each party: that of most of its mentions."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for mention in (*cast.mentions, *cast.descriptions):
        if mention.party is None or mention.form == "pronoun":
            continue
        name = mention.name or mention.span
        around = [
            (end - start, id)
            for start, end, _, id in article.marks
            if (start <= name.start and name.end <= end) or (start >= mention.span.start and end == mention.span.end)
        ]
        if around:
            votes[mention.party][min(around)[1]] += 1
    return {party: ids.most_common(1)[0][0] for party, ids in votes.items()}


# fitting


def fit_names(examples: Sequence[Example]) -> dict[str, float]:
    return fit(examples, least=2, l1=0.0, l2=0.3)


def fit_pronouns(examples: Sequence[Example]) -> dict[str, float]:
    return fit(examples, least=1, l1=0.0, l2=3.0)


Maker = Callable[[Marked], list[Example]]
Fitter = Callable[[Sequence[Example]], dict[str, float]]
PARTS: tuple[tuple[str, Maker, Fitter], ...] = (
    ("names", name_examples, fit_names),
    ("who_is_who", pronoun_examples, fit_pronouns),
)


def rightly(articles: Sequence[list[Example]], fitter: Fitter, folds: int) -> float:
    """The share of examples of which a model fitted on the articles of other folds chooses right."""
    right = total = 0
    for fold in range(folds):
        weights = fitter([e for i, own in enumerate(articles) if i % folds != fold for e in own])
        for example in (e for i, own in enumerate(articles) if i % folds == fold for e in own):
            right += choose(weights, example.options) in example.right
            total += 1
    return right / total


def name_rows(weights: dict[str, float]) -> Iterator[str]:
    """The table of what a name is: a row a feature, a column a kind."""
    rows: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    for name, weight in weights.items():
        feature, _, kind = name.partition("\t")
        rows[feature][KINDS.index(kind)] = weight
    yield "\t".join(["# feature", *KINDS])
    yield "# Source: fitted by training/parties.py on articles in which every name was marked for onrecord."
    for feature, row in sorted(rows.items()):
        if max(map(abs, row)) >= _LEAST:
            yield "\t".join([feature, *(f"{weight:.2f}" for weight in row)])


def pronoun_rows(weights: dict[str, float]) -> Iterator[str]:
    yield "# feature\tweight"
    yield "# Source: fitted by training/parties.py on articles in which it was marked for onrecord who is who."
    for feature, weight in sorted(weights.items()):
        if abs(weight) >= _LEAST:
            yield f"{feature}\t{weight:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--folds", type=int, metavar="N")
    args = parser.parse_args()
    for labels, make, fitter in PARTS:
        articles = [make(article) for article in marked(args.data, f"{labels}.jsonl")]
        if args.folds:
            print(f"{labels}: {rightly(articles, fitter, args.folds):.3f} right of {sum(map(len, articles))}")
            continue
        weights = fitter([example for own in articles for example in own])
        table, rows = ("name_kinds.tsv", name_rows) if labels == "names" else ("pronouns.tsv", pronoun_rows)
        (TABLES / table).write_text("".join(f"{row}\n" for row in rows(weights)), "utf-8")


if __name__ == "__main__":
    main()
