"""The cheapest way from a quotation to passages, and that it is what it costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.checking.alignment import ADDED, CHANGED, ELSEWHERE, LEFT_OUT, MARKED, Passages, align

WORDS = st.lists(st.integers(0, 5), min_size=1, max_size=8)


def steps(quotation: str, *passages: str, marked: int | None = None, leaps: bool = False) -> tuple[float, str]:
    """The least cost, and the way: "=a" the same, "xa" changed, "+" added; letters are words."""
    table = align(
        [ord(c) for c in quotation],
        [i == marked for i in range(len(quotation))],
        Passages.of([[ord(c) for c in passage] for passage in passages]),
        leaps=leaps,
    )
    cost, column = min(table.best_end(k) for k in range(len(passages)))
    joined = "".join(passages)
    told = {"same": "=", "changed": "x"}
    way = [told[s.does] + joined[s.at] if s.does in told else "+" for s in table.way(column)]
    return round(cost, 2), " ".join(way)


@pytest.mark.parametrize(
    ("quotation", "passage", "cost", "way"),
    [
        ("bcd", "abcde", 0, "=b =c =d"),
        ("bXd", "abcde", CHANGED, "=b xc =d"),
        ("abde", "abcde", LEFT_OUT, "=a =b =d =e"),
        ("bcXd", "abcde", ADDED, "=b =c + =d"),
    ],
)
def test_one_change(quotation: str, passage: str, cost: float, way: str) -> None:
    assert steps(quotation, passage) == (cost, way)


def test_a_marked_cut_costs_the_same_however_long() -> None:
    cost, way = steps("abyz", "abcdefghijklmnopqrstuvwxyz", marked=2)
    assert way == "=a =b =y =z"
    assert MARKED <= cost < MARKED + 0.05


def test_two_places_are_joined_only_where_leaps_are_asked_for() -> None:
    assert steps("abcdwxyz", "abcd", "wxyz")[0] == 4 * ADDED
    assert steps("abcdwxyz", "abcd", "wxyz", leaps=True) == (ELSEWHERE, "=a =b =c =d =w =x =y =z")


def test_no_way_runs_from_one_passage_into_the_next() -> None:
    assert steps("bc", "ab", "cd") != (0, "=b =c")


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), st.booleans())
def test_the_steps_of_the_way_cost_what_it_costs(quotation: list[int], passages: list[list[int]], leaps: bool) -> None:
    table = align(quotation, [False] * len(quotation), Passages.of(passages), leaps=leaps)
    cost, column = min(table.best_end(k) for k in range(len(passages)))
    way = table.way(column)
    assert [step.word for step in way] == list(range(len(quotation)))
    joined = [word for passage in passages for word in passage]
    taken = [step for step in way if step.does != "added"]
    assert all((joined[step.at] == quotation[step.word]) == (step.does == "same") for step in taken)
    least = sum({"same": 0.0, "changed": CHANGED, "added": ADDED}[step.does] for step in way)
    assert least <= cost + 1e-6
    assert cost <= ADDED * len(quotation) + 1e-6


@given(WORDS, st.integers(0, 3), st.integers(0, 3))
def test_words_that_stand_there_cost_nothing(quotation: list[int], before: int, behind: int) -> None:
    passage = [9] * before + quotation + [9] * behind
    table = align(quotation, [False] * len(quotation), Passages.of([passage]))
    assert table.best_end(0)[0] == 0
