"""How well another program finds persons, organisations and places by name, on the articles that we are measured on.

    python benchmarks/peer_mentions.py GUM_FOLDER --texts > TEXTS.jsonl    {"id", "text"} of each article
    python benchmarks/peer_mentions.py GUM_FOLDER --found FOUND.jsonl      score what a program found
    python benchmarks/peer_mentions.py GUM_FOLDER --spacy en_core_web_sm   score a pipeline of spaCy

A line of FOUND.jsonl is `{"id", "mentions": [[start, end, kind], ...]}`; kinds are "person", "organisation", "place",
offsets count characters. Articles are counted as by coreference.py, of which only the rows of names are printed.
`peer_mentions.mjs` writes FOUND.jsonl for compromise (npm).
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from coreference import gum, lines, table
from mentions import Kind, Marked, Mention
from onrecord.spans import Span

# OntoNotes' types. NORP ("Russian", "Democrats") is mostly an adjective, which GUM does not mark.
SPACY: dict[str, Kind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
NAMES = 6  # the rows of the table that speak of names


def of_spans(spans: Iterable[tuple[int, int, Kind]]) -> tuple[Mention, ...]:
    """Mentions by name, each an entity of its own."""
    return tuple(
        Mention(Span(start, end), Span(start, end), Span(start, end), kind, str(i), "name")
        for i, (start, end, kind) in enumerate(sorted(spans))
    )


def by_spacy(articles: Iterable[Marked], name: str) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """What the pipeline finds in each article, by id."""
    import spacy

    nlp = spacy.load(name)
    for article in articles:
        found = ((e.start_char, e.end_char, SPACY[e.label_]) for e in nlp(article.text).ents if e.label_ in SPACY)
        yield article.id, of_spans(found)


def by_file(path: Path) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], of_spans(row["mentions"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--texts", action="store_true")
    what.add_argument("--found", type=Path, metavar="FOUND.jsonl")
    what.add_argument("--spacy", metavar="PIPELINE")
    args = parser.parse_args()
    articles = gum(args.gum)
    if args.texts:
        print("\n".join(json.dumps({"id": article.id, "text": article.text}) for article in articles))
        return
    found = dict(by_file(args.found) if args.found else by_spacy(articles, args.spacy))
    rows = list(table(articles, lambda article: found.get(article.id, ())))
    print("\n".join(lines(rows[:NAMES])))


if __name__ == "__main__":
    main()
