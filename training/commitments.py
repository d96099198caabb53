"""Fit the weights by which a candidate is told to be a commitment.

    python training/commitments.py DATA           write src/onrecord/data/owed.tsv
    python training/commitments.py DATA --aside   how often it is right on the articles kept aside, and on others
                                                  that it was not fitted on

DATA holds the corpora whose texts were annotated. A line of labels/commitments.jsonl is one article, with offsets alone
(see annotated.py): of what is to be done, the act, and one place that names who is to act, null where the article names
him otherwise than the annotator.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from annotated import LABELS, text_of
from loglinear import Example, fit
from onrecord.commitments.candidates import Candidate
from onrecord.commitments.finding import find_candidates
from onrecord.commitments.judging import LEAST, SURE, signs
from onrecord.commitments.lines import Page
from onrecord.commitments.whom import Whom
from onrecord.intake import read_text
from onrecord.language import make_doc
from onrecord.reader import paragraphs_apart, read_copy
from onrecord.record import Party

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "data" / "owed.tsv"
_SMALLEST = 0.05  # a weight smaller than this is not written
_FOLDS = 4
# How often a sign must occur, and what weights cost; chosen by F1 over the folds.
_OFTEN, _L1, _L2 = 3, 1.0, 1.0


class Owed(Struct, frozen=True):
    """A mark: `[start, end)` of what is to be done, and a place that names who is to act."""

    start: int
    end: int
    who: tuple[int, int] | None


class Article(Struct, frozen=True):
    """An article with its marks. aside: kept for scoring alone."""

    text: str
    marks: tuple[Owed, ...]
    aside: bool


class Judged(Struct, frozen=True):
    """A candidate with its signs. owed: whether it finds words that are marked.

    right: the numbers of the marks of which it finds the party too."""

    found: Candidate
    told: dict[str, float]
    party: str
    right: tuple[int, ...]
    owed: bool


def articles(data: Path) -> Iterator[Article]:
    """The annotated articles whose texts lie under `data`. Raises ValueError where a text is another one."""
    for line in (LABELS / "commitments.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = text_of(data, row["text"])
        if text is None:
            continue
        if sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['text']} is not the text that was annotated")
        marks = tuple(Owed(start, end, who and tuple(who)) for start, end, _, who in row["commitments"])
        yield Article(text, marks, row["aside"])


def judged(article: Article) -> list[Judged]:
    """The candidates of an article, held against its marks."""
    copy = read_text(article.text)
    if copy.text != article.text:
        return []
    record = read_copy(copy)
    page = Page(make_doc(copy.text, paragraphs_apart(copy)), record.parties, record.times, record.statements)
    whom = Whom(page)
    return [_held(found, whom, article.marks) for found in find_candidates(page)]


def _held(found: Candidate, whom: Whom, marks: Sequence[Owed]) -> Judged:
    words = found.line.span(found.what.first, found.what.end)
    party = whom.party(found.line, found.who)
    known = next(other for other in whom.settled() if other.id == party)
    meeting = [i for i, mark in enumerate(marks) if mark.start < words.end and words.start < mark.end]
    right = tuple(i for i in meeting if _is_meant(known, marks[i].who, found.line.page.doc.text))
    return Judged(found, dict.fromkeys(signs(found), 1.0), party, right, bool(meeting))


def _is_meant(party: Party, who: tuple[int, int] | None, text: str) -> bool:
    """Whether the place that names who is to act means the party, or has its name."""
    if who is None:
        return False
    named = text[who[0] : who[1]].casefold()
    return party.name.casefold() == named or any(span.start < who[1] and who[0] < span.end for span in party.mentions)


def examples(read: Sequence[list[Judged]]) -> list[Example]:
    """A choice for each candidate, between its signs and nothing. Whether something is owed is weighed, not by whom."""
    return [Example((one.told, {}), frozenset([0 if one.owed else 1])) for own in read for one in own]


def weights_of(read: Sequence[list[Judged]]) -> dict[str, float]:
    return fit(examples(read), least=_OFTEN, l1=_L1, l2=_L2)


def score(weights: dict[str, float], read: Sequence[list[Judged]], marks: Sequence[int]) -> tuple[int, int, int]:
    """Right, found and marked commitments."""
    right = found = 0
    for own in read:
        taken: set[int] = set()
        kept: list[Judged] = []
        for one in sorted(own, key=lambda one: -_sum(weights, one)):
            if _sum(weights, one) < LEAST or any(_same(one, other) for other in kept):
                continue
            kept.append(one)
            hit = next((i for i in one.right if i not in taken), None)
            if hit is not None:
                taken.add(hit)
        right += len(taken)
        found += len(kept)
    return right, found, sum(marks)


def _sum(weights: dict[str, float], one: Judged) -> float:
    return 0.0 if one.found.frame in SURE else sum(weights.get(sign, 0.0) for sign in one.told)


def _same(one: Judged, other: Judged) -> bool:
    a = one.found.line.span(one.found.what.first, one.found.what.end)
    b = other.found.line.span(other.found.what.first, other.found.what.end)
    return one.party == other.party and a.meets(b)


def shown(right: int, found: int, marked: int) -> str:
    precision, recall = right / max(found, 1), right / max(marked, 1)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {2 * right / max(found + marked, 1):.3f}"


def rows(weights: dict[str, float]) -> Iterator[str]:
    yield "# sign\tweight"
    yield "# Source: fitted by training/commitments.py on articles in which commitments were marked for onrecord."
    for sign, weight in sorted(weights.items()):
        if abs(weight) >= _SMALLEST:
            yield f"{sign}\t{weight:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--aside", action="store_true")
    args = parser.parse_args()
    every = list(articles(args.data))
    read = [judged(article) for article in every if not article.aside]
    if not args.aside:
        TABLE.write_text("".join(f"{row}\n" for row in rows(weights_of(read))), "utf-8")
        return
    marks = [len(article.marks) for article in every if not article.aside]
    folds = [
        score(
            weights_of([own for i, own in enumerate(read) if i % _FOLDS != fold]),
            read[fold::_FOLDS],
            marks[fold::_FOLDS],
        )
        for fold in range(_FOLDS)
    ]
    print("not fitted on:", shown(*map(sum, zip(*folds, strict=True))))
    aside = [article for article in every if article.aside]
    print("kept aside:", shown(*score(weights_of(read), [judged(a) for a in aside], [len(a.marks) for a in aside])))


if __name__ == "__main__":
    main()
