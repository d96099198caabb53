"""The whole reader on the example wire: each record is the one in `tests/golden/`.

Where a change is meant, `make golden` rewrites the files, and their diff is reviewed like code.
"""

import json

import msgspec
import pytest

from onrecord.record import Record, check
from tests.golden_records import GOLDEN, example_records, pretty

RECORDS = {record.id: record for record in example_records()}


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_is_the_golden_one(name: str) -> None:
    expected = (GOLDEN / f"{name}.json").read_text("utf-8")
    assert pretty(RECORDS[name]).splitlines() == expected.splitlines()


@pytest.mark.parametrize("name", RECORDS)
def test_a_golden_file_holds_a_sound_record(name: str) -> None:
    golden = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    check(msgspec.convert(golden["record"], Record))


def test_each_example_has_a_golden_record_and_none_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(RECORDS)
    assert len(RECORDS) == 15
