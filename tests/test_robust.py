"""A sample of the documents that `benchmarks/robust.py` makes, and that it finds a fault where there is one."""

import pytest

import robust
from onrecord.record import Article, Engine, Record, Statement
from onrecord.spans import Span


@pytest.mark.parametrize("manner", robust.MANNERS)
def test_made_documents_give_records(manner: str) -> None:
    first = robust.MANNERS.index(manner)
    seeds = range(first + len(robust.MANNERS), 400, len(robust.MANNERS))
    assert {seed: wrong for seed in seeds if (wrong := robust.fault(robust.made(seed)))} == {}


def test_a_seed_makes_the_same_document_each_time() -> None:
    assert [robust.made(seed) for seed in range(40)] == [robust.made(seed) for seed in range(40)]
    assert len({robust.made(seed) for seed in range(10, 400)}) > 300


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (Statement("s1", (Span(0, 99),), None, None, None, "direct"), "RecordError"),
        (Statement("s1", (Span(0, 3),), None, None, "p1", "direct"), "RecordError"),
        (Statement("s1", (Span(3, 4),), None, None, None, "direct"), "holds nothing but blanks"),
    ],
    ids=["outside-the-text", "nobody", "blank"],
)
def test_a_record_that_breaks_its_rules_is_a_fault(statement: Statement, fault: str) -> None:
    record = Record("a", Article("One two."), Engine("onrecord", "0"), statements=(statement,))
    assert fault in (robust.fault_of(record) or "")
