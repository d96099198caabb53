"""Tables and small parsers: numbers in words, lengths, feasts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.feasts import FEASTS, easter, feast
from onrecord.times.languages import grammar
from onrecord.times.lengths import iso_period

ENGLISH = grammar("en").lexicon.numerals
amount, year_in_words = ENGLISH.amount, ENGLISH.year


def test_every_feast_has_a_day() -> None:
    assert [name for name in FEASTS if feast(name, 2022) is None] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [("two", 2), ("twenty - five", 25), ("two hundred", 200), ("two hundred thousand", 200_000), ("a hundred", 100),
     ("1,200", 1200), ("2 1/2", 2.5), ("2.5", 2.5), ("three thousand five hundred", 3500), ("2 million", 2_000_000),
     ("of", None)],
)  # fmt: skip
def test_amounts(words: str, expected: float | None) -> None:
    assert amount(words.split()) == expected


@given(st.integers(1, 9_999_999))
def test_digits_are_their_amount(number: int) -> None:
    assert amount([f"{number:,}"]) == amount([str(number)]) == number


@pytest.mark.parametrize(
    ("words", "expected"),
    [("nineteen ninety - six", 1996), ("nineteen seventy", 1970), ("two thousand", 2000), ("twenty twenty - two", 2022),
     ("ninety six", None), ("twenty five", None), ("two three", None)],
)  # fmt: skip
def test_years_in_words(words: str, expected: int | None) -> None:
    assert year_in_words(words.split()) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(90, "minute")], "PT90M"), ([(2, "week")], "P2W"), ([(1, "decade")], "P10Y"), ([(1.5, "decade")], "P15Y"),
        ([(1, "century")], "P100Y"), ([(3, "quarter")], "P9M"), ([(2.5, "year")], "P2Y6M"), ([(0.5, "hour")], "PT30M"),
        ([(1.5, "minute")], "PT1M30S"), ([(1, "hour"), (20, "minute")], "PT1H20M"), ([(None, "hour")], "PTXH"),
        ([(None, "day")], "PXD"), ([(1, "fortnight")], "P2W"), ([(1.5, "day")], "P1DT12H"),
    ],
)  # fmt: skip
def test_periods_of_iso_8601(parts: list[tuple[float | None, str]], expected: str) -> None:
    assert iso_period(parts) == expected


# Easter Sundays as the US Naval Observatory lists them ("The Date of Easter").
@pytest.mark.parametrize(
    "day",
    [date(1900, 4, 15), date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2022, 4, 17), date(2024, 3, 31),
     date(2038, 4, 25)],
)  # fmt: skip
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [("thanksgiving", 1999, date(1999, 11, 25)), ("labor day", 2021, date(2021, 9, 6)),
     ("memorial day", 2021, date(2021, 5, 31)), ("columbus day", 2021, date(2021, 10, 11)),
     ("election day", 1998, date(1998, 11, 3)),
     ("good friday", 2022, date(2022, 4, 15)), ("christmas", 2021, date(2021, 12, 25))],
)  # fmt: skip
def test_feasts(name: str, year: int, expected: date) -> None:
    found = feast(name, year)
    assert found is not None
    assert found.start == expected
