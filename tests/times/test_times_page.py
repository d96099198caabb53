"""docs/times.md says what is so: every row of its tables is read."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from tests.times.test_find_times import doc_of, unmark

from onrecord.record import Time
from onrecord.times import find_times
from onrecord.times.languages import LANGUAGES

PAGE = (Path(__file__).parents[2] / "docs/times.md").read_text("utf-8")
REPORT = date(2019, 3, 8)
ROWS = [tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in re.findall(r"^\| [^|\n]*\[.*\|$", PAGE, re.M)]


def row_of(marked: str, time: Time) -> tuple[str, ...]:
    told = {"mod": time.mod, "quant": time.quant, "freq": time.freq}
    extra = "".join(f", {name} {value}" for name, value in told.items() if value)
    return marked, f"{time.value or 'none'}{extra}", time.edtf or "none", f"`{time.rule}`", time.anchor or ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_of_the_page(row: tuple[str, ...]) -> None:
    text, marked = unmark(row[0])
    (found,) = (time for time in find_times(doc_of(text), REPORT) if time.text in marked)
    assert row_of(row[0], found) == row


def test_the_page_has_rows() -> None:
    assert len(ROWS) > 50


def test_each_rule_is_shown() -> None:
    rules = tomllib.loads(files("onrecord.times").joinpath("en", "rules.toml").read_text("utf-8"))["rules"]
    assert [rule["name"] for rule in rules if f"`{rule['name']}`" not in PAGE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_named(language: str) -> None:
    assert {"de": "German", "en": "English"}[language] in PAGE
