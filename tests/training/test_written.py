"""The articles that were written for onrecord, with their happenings marked."""

import json

import pytest

from annotated import LABELS
from onrecord.events.words import TYPES
from onrecord.intake import read_text

ROWS = [json.loads(line) for line in (LABELS / "written.jsonl").read_text("utf-8").splitlines()]


def test_each_mark_is_a_word_of_its_own() -> None:
    for row in ROWS:
        text = row["text"]
        marks = [tuple(mark) for event in row["events"] for mark in (event["trigger"], *event["again"])]
        assert len(marks) == len(set(marks)), row["name"]
        for start, end in marks:
            word = text[start:end]
            assert word.split() == [word], (row["name"], word)


def test_types_and_participants_are_said() -> None:
    for row in ROWS:
        for event in row["events"]:
            assert event["type"] in TYPES, row["name"]
            assert event["participants"], row["name"]


@pytest.mark.parametrize("row", ROWS[::20], ids=lambda row: row["name"])
def test_reading_leaves_the_text_as_it_is(row: dict[str, str]) -> None:
    assert read_text(row["text"], published=row["published"]).text == row["text"]
