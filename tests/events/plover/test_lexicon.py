"""The tables themselves: each row is read, has a source, and names what there is."""

import re

import pytest

from onrecord.events.plover.lexicon import CODES, classes, contexts, modes, plural, results, terms
from onrecord.parties.tables import read_rows

PLOVER = read_rows("plover.tsv", 6)
SMALL = {word for word, _ in results()}


@pytest.mark.parametrize("row", PLOVER, ids=["|".join(row) for row in PLOVER])
def test_each_row(row: list[str]) -> None:
    words, part, frame, code, _mode, source = row
    assert words
    assert part in ("verb", "noun", "object", "adjective")
    assert code in CODES or code in SMALL
    assert source in ("[0.5]", "[map]", "[own]")
    for condition in frame.split():
        assert re.fullmatch(r"!?(subject|object|clause):\S+|!?to|!?infinitive", condition)
        assert set(re.findall(r"@(\w+)", condition)) <= classes().keys()


def test_what_is_governed_and_what_comes_of_it_are_codes() -> None:
    for word, governed, result in read_rows("plover_governed.tsv", 3):
        assert word in {row[3] for row in PLOVER} | {"plan"}
        assert set(governed.split()) <= CODES | {"any", "nothing"}
        assert result in CODES | {"=", "-"}


def test_modes_and_contexts() -> None:
    assert modes().keys() <= CODES
    assert contexts()["ceasefire"] == "military"


@pytest.mark.parametrize(
    ("noun", "many"), [("party", "parties"), ("envoy", "envoys"), ("march", "marches"), ("talks", "talks")]
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_forms() -> None:
    assert {"withdrew", "withdrawn", "shelled", "shipped", "talks", "withdrawal"} <= terms().keys()
