"""Who wrote it: bylines in the text and in fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.bylines import byline_names, given_names, is_office_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By JANE ROE, Associated Press", ("Jane Roe",)),
        ("BYLINE: Jane Roe.", ("Jane Roe",)),
        ("By Jane Roe and Rudolf R. Elphberg", ("Jane Roe", "Rudolf R. Elphberg")),
        ("By Jane Roe, Black Michael and Flavia O’Hara, Reuters", ("Jane Roe", "Black Michael", "Flavia O’Hara")),
        ("By Jane Roe in Strelsau", ("Jane Roe",)),
        ("By Jane Roe for the Strelsau Courier", ("Jane Roe",)),
        ("by Rupert van der Hentzau", ("Rupert van der Hentzau",)),
        ("Written by Jean-Luc d’Estrées", ("Jean-Luc d’Estrées",)),
        ("By Jane Roe | Strelsau Courier", ("Jane Roe",)),
        ("By J.R. ROE", ("J.R. Roe",)),
    ],
)
def test_bylines_name_their_writers(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday night, the storm had passed.",
        "By the time they met, it was late",
        "By contrast, Ruritania has none",
        "By 2030, half of all cars will be electric",
        "By far the largest party",
        "Byelorussia votes",
        "Stand by Me",
        "By",
        "",
        "By Jane Roe " * 40,
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert byline_names(line) == ()


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and Black Michael", ("Jane Roe", "Black Michael")),
        ("Jane Roe, Associated Press", ("Jane Roe",)),
        ("Staff", ("Staff",)),
        ("", ()),
        (" \x1f.", ()),
    ],
)
def test_names_in_a_field(field: str, names: tuple[str, ...]) -> None:
    assert given_names(field) == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Associated Press Writer", True),
        ("Diplomatic Correspondent", True),
        ("The talks went on", False),
        ("The minister spoke to the press in the garden of the embassy on Friday.", False),
        ("", False),
    ],
)
def test_lines_that_say_what_the_writer_is(line: str, expected: bool) -> None:
    assert is_office_line(line) is expected


@given(st.text(max_size=60).map(lambda words: "By " + words))
def test_names_are_never_blank(line: str) -> None:
    assert all(name.strip() for name in byline_names(line) + given_names(line))
