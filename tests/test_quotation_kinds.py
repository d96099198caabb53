"""The kinds of change that benchmarks/quotations.py makes do what they say, on words of our own."""

from random import Random
from typing import get_args

import pytest

import quotation_kinds
import quotation_kinds_unseen
from onrecord.checking.report import RIGHT, Verdict
from quotation_kinds import Case, Pool
from quoted import Spoken, fives, made_of, name_in

FIRST = Spoken(
    "a", "We will not open the harbour before three inspectors have seen all of the piers in Grent, and he knows it.",
    "direct", "Ada Venn", weekday="Friday", occasion="rally",
)  # fmt: skip
SECOND = Spoken(
    "a", "The crews organized this, and it's clear that many people in Vald think they have waited too long for pay.",
    "direct", "Oren Hale",
)  # fmt: skip
OTHER = Spoken(
    "b", "A ship that waits is a ship that pays, and nobody in this town will pay for it twice.", "direct", "Bo Tal"
)
MIXED = Spoken(
    "a", "that the offer was “a bridge without a river” and that nobody would walk across it", "mixed", "Ada Venn"
)
INDIRECT = Spoken("a", "the talks with the neighbours would be resumed in April if he agreed", "indirect", "Ada Venn")
ALL = (FIRST, SECOND, OTHER, MIXED, INDIRECT)
NAMES = {"a": ("Ada Venn", "Oren Hale"), "b": ("Bo Tal",)}
POOL = Pool(ALL, {"a": (FIRST, SECOND, MIXED, INDIRECT), "b": (OTHER,)}, NAMES)
KINDS = {**quotation_kinds.KINDS, **quotation_kinds_unseen.KINDS}


def cases(name: str) -> list[tuple[Spoken, Case]]:
    """What a kind makes of the statements, with several seeds."""
    found = [(one, KINDS[name](Random(seed), one, POOL)) for seed in range(12) for one in ALL]
    return [(one, case) for one, case in found if case is not None]


# The kinds that want three sentences of some length, or a number in figures, find none among so few statements.
@pytest.mark.parametrize("name", sorted(set(KINDS) - {"sentence dropped", "one sentence", "british"}))
def test_each_kind_makes_a_case_that_differs_as_it_says(name: str) -> None:
    made = cases(name)
    assert made
    for one, case in made:
        assert case.right <= set(get_args(Verdict))
        changed = case.words != one.words
        if "altered" in case.right or "spliced" in case.right or "elided" in case.right:
            assert changed
        if "wrong speaker" in case.right:
            assert case.speaker != one.speaker
        if case.right & RIGHT and not changed:
            assert name in ("untouched", "right weekday", "right occasion")


def test_the_same_seed_makes_the_same_cases() -> None:
    assert [cases(name) for name in KINDS] == [cases(name) for name in KINDS]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ada Venn", "Ada Venn"), ("Foreign Minister Ada Venn", "Ada Venn"), ("she", None), ("the minister", None),
        ("Ada Venn and Bo Tal", None), ("Officials", None),
    ],
)  # fmt: skip
def test_names_of_sources(source: str, name: str | None) -> None:
    found = name_in(source)
    assert found == name or (name is not None and found is not None and found.endswith(name))


@pytest.mark.parametrize(
    ("text", "cut", "kind", "words"),
    [
        ("Venn said: “We go.”", "“We go.”", "direct", "We go."),
        ("Venn said it was “a bridge” now", "it was “a bridge” now", "mixed", "it was “a bridge” now"),
        ("Venn said that they go", "that they go", "indirect", "they go"),
    ],
)
def test_kinds_of_statements(text: str, cut: str, kind: str, words: str) -> None:
    start = text.index(cut)
    made = made_of("a", text, start, start + len(cut), None, None)
    assert made is not None
    assert (made.kind, made.words) == (kind, words)


def test_runs_of_five_words() -> None:
    assert fives("A b c d e f") == {("a", "b", "c", "d", "e"), ("b", "c", "d", "e", "f")}
