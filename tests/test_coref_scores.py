"""MUC, B³ and CEAFe against worked examples, against trying everything, and against another scorer."""

import warnings
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coref_scores import Clusters, b_cubed, ceaf_e, conll, greatest_sum, muc, score


def clusters_of(line: str) -> Clusters:
    return [frozenset(word) for word in line.split()]


@pytest.mark.parametrize(
    ("wanted", "found", "measure", "precision", "recall"),
    [
        # The example of Pradhan et al. (ACL 2014), section 4.
        ("abc defg", "ab cd fghi", muc, 2 / 5, 2 / 5),
        ("abc defg", "ab cd fghi", b_cubed, 4 / 8, (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7),
        ("abc defg", "ab cd fghi", ceaf_e, 1.3 / 3, 1.3 / 2),
        ("abc", "abc", muc, 1, 1),
        ("abc", "abc", ceaf_e, 1, 1),
        ("a b c", "a b c", muc, 0, 0),  # no links to find
        ("a b c", "a b c", b_cubed, 1, 1),
        ("abc", "", b_cubed, 0, 0),
        ("", "ab", ceaf_e, 0, 0),
        ("ab", "xy", muc, 0, 0),
    ],
)
def test_scores(wanted: str, found: str, measure: object, precision: float, recall: float) -> None:
    made = score(measure, [(clusters_of(wanted), clusters_of(found))])  # type: ignore[arg-type]
    assert (made.precision, made.recall) == pytest.approx((precision, recall))


def test_documents_are_summed_before_they_are_divided() -> None:
    first, second = (clusters_of("ab"), clusters_of("ab")), (clusters_of("cdef"), clusters_of("cd ef"))
    whole = (clusters_of("ab cdef"), clusters_of("ab cd ef"))
    for measure in (muc, b_cubed, ceaf_e):
        assert score(measure, [first, second]) == score(measure, [whole])
    assert score(muc, [first, second]).recall == 3 / 4


def test_the_conll_score_is_the_average_of_f1() -> None:
    documents = [(clusters_of("abc defg"), clusters_of("ab cd fghi"))]
    scores = [score(measure, documents) for measure in (muc, b_cubed, ceaf_e)]
    assert conll(scores) == pytest.approx((0.4 + 0.4545454545 + 0.52) / 3)


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), max_size=5)))
def test_the_greatest_sum_is_that_of_trying_every_pairing(gains: list[list[float]]) -> None:
    columns = len(gains[0]) if gains else 0
    most = max(len(gains), columns)
    padded = [[*row, *[0.0] * (most - columns)] for row in gains] + [[0.0] * most] * (most - len(gains))
    tried = max(sum(padded[i][j] for i, j in enumerate(order)) for order in permutations(range(most)))
    assert greatest_sum(gains) == pytest.approx(tried)


def test_the_scores_are_those_of_scorch() -> None:
    """On 2,000 random pairs of partitions, in which mentions are missing on either side."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = pytest.importorskip("scorch.scores", reason="to compare with another scorer: pip install scorch")
    random = Random(4)
    for _ in range(2000):
        wanted, found = (partition(random) for _ in range(2))
        for ours, other in ((muc, theirs.muc), (b_cubed, theirs.b_cubed), (ceaf_e, theirs.ceaf_e)):
            if any(one & two for one in wanted for two in found):  # scorch cannot average two zeros
                made = score(ours, [(wanted, found)])
                assert (made.recall, made.precision, made.f1) == pytest.approx(other(wanted, found))


def partition(random: Random) -> Clusters:
    mentions = random.sample(range(30), random.randint(1, 25))
    made = []
    while mentions:
        size = random.choice([1, 1, 2, 3, 5, 8])
        made.append(frozenset(mentions[:size]))
        mentions = mentions[size:]
    return made
