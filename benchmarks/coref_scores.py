"""The scores of coreference that the CoNLL-2012 task is ranked by: MUC, B³, CEAFe and their average.

As in Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014), over any number of documents:
what is found and what there is to find are summed over the documents before they are divided. The tests compare them
with `scorch` 0.2.0 (PyPI) on random partitions.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

from msgspec import Struct

Clusters = Sequence[frozenset[Hashable]]


class Score(Struct, frozen=True):
    """Shares 0 to 1; 0 where there is nothing to divide by."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Counts = tuple[float, float]  # what was found, of how much
Measure = Callable[[Clusters, Clusters], tuple[Counts, Counts]]  # (recall, precision) of (wanted, found)


def muc(wanted: Clusters, found: Clusters) -> tuple[Counts, Counts]:
    """Links: of each cluster as many as would join the pieces into which the other side cuts it."""
    return _links(wanted, found), _links(found, wanted)


def _links(clusters: Clusters, others: Clusters) -> Counts:
    at = {mention: i for i, other in enumerate(others) for mention in other}
    kept = sum(len(cluster) - len({at.get(mention, (mention,)) for mention in cluster}) for cluster in clusters)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def b_cubed(wanted: Clusters, found: Clusters) -> tuple[Counts, Counts]:
    """Mentions: of each mention's cluster the share that the other side gives it too."""
    return _shares(wanted, found), _shares(found, wanted)


def _shares(clusters: Clusters, others: Clusters) -> Counts:
    common = ((len(cluster & other), len(cluster)) for cluster in clusters for other in others)
    return sum(both * both / size for both, size in common), sum(map(len, clusters))


def ceaf_e(wanted: Clusters, found: Clusters) -> tuple[Counts, Counts]:
    """Clusters: each is held against at most one of the other side, so that the sum of the likenesses is greatest."""
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in wanted]
    total = greatest_sum(likeness)
    return (total, len(wanted)), (total, len(found))


def greatest_sum(gains: Sequence[Sequence[float]]) -> float:
    """The greatest sum of gains where each row and each column is taken at most once.

    Kuhn and Munkres' method with potentials, one row after the other; time is rows² times columns.
    """
    if not gains or not gains[0]:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = list(zip(*gains, strict=True))
    columns = len(gains[0])
    of_row, of_column = [0.0] * (len(gains) + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)  # the row that holds each column, from 1; 0 for none. Column 0 is where a row begins.
    for row in range(1, len(gains) + 1):
        holder[0] = row
        column = 0
        least, came_from, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while holder[column]:
            seen[column] = True
            at = holder[column]
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                cost = -gains[at - 1][other - 1] - of_row[at] - of_column[other]
                if cost < least[other]:
                    least[other], came_from[other] = cost, column
            best = min((other for other in range(1, columns + 1) if not seen[other]), key=least.__getitem__)
            step = least[best]
            for other in range(columns + 1):
                if seen[other]:
                    of_row[holder[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = best
        while column:
            holder[column] = holder[came_from[column]]
            column = came_from[column]
    return sum(gains[holder[column] - 1][column - 1] for column in range(1, columns + 1) if holder[column])


MEASURES: dict[str, Measure] = {"MUC": muc, "B³": b_cubed, "CEAFe": ceaf_e}


def score(measure: Measure, documents: Iterable[tuple[Clusters, Clusters]]) -> Score:
    """The score over documents, each with the clusters wanted and those found."""
    counts = [measure(wanted, found) for wanted, found in documents]
    recall, precision = (
        _divided(sum(count[side][0] for count in counts), sum(count[side][1] for count in counts)) for side in (0, 1)
    )
    return Score(precision, recall)


def _divided(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def conll(scores: Iterable[Score]) -> float:
    """The average F1 of the three."""
    values = [one.f1 for one in scores]
    return sum(values) / len(values)
