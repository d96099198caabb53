from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.edtf import bounds
from onrecord.web.readings import clock, day_reading, html_value, month_day, reading


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-01-21", "January 21, 2022"),
        ("2022-01-21~", "about January 21, 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("0476", "476"),
        ("1991?", "perhaps 1991"),
        ("1991%", "perhaps about 1991"),
        ("201X", "2010s"),
        ("19XX", "1900–1999"),
        ("2023-06-26T09:00", "June 26, 2023, 09:00"),
        ("2023-06-26T09:00:00+02:00", "June 26, 2023, 09:00"),
        ("2022-01-10/2022-01-16", "January 10–16, 2022"),
        ("2022-01-28/2022-02-03", "January 28 – February 3, 2022"),
        ("2021-12-27/2022-01-02", "December 27, 2021 – January 2, 2022"),
        ("2023-01/2023-03", "January – March 2023"),
        ("2014/2018", "2014 – 2018"),
        ("2022-01-10~/2022-01-16", "about January 10, 2022 – January 16, 2022"),
        ("2022-01-10/..", "since January 10, 2022"),
        ("../2022-01-10", "until January 10, 2022"),
        ("2022-02-30", "2022-02-30"),
        ("2022-13", "2022-13"),
        ("P3D", "P3D"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert reading(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-01-21", "2022-01-21", "2022-01-21"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("0000", "0001-01-01", "0001-12-31"),
        ("2022-01-10/2022-01-16", "2022-01-10", "2022-01-16"),
        ("2023-01/2023-03", "2023-01-01", "2023-03-31"),
        ("2022-01-10/..", "2022-01-10", "2022-01-10"),
        ("/2022-01-10", "2022-01-10", "2022-01-10"),
        ("2023-06-26T09:00", "2023-06-26", "2023-06-26"),
    ],
)
def test_the_days_of_a_date(edtf: str, first: str, last: str) -> None:
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "edtf",
    ["", "..", "../..", "P3D", "2022-02-30", "2022-00", "2022-XX", "soon", "2022-01-16/2022-01-10", "2022/2023/2024"],
)
def test_what_is_no_date_has_no_days(edtf: str) -> None:
    assert bounds(edtf) is None


@given(st.text("0123456789-/XT:.~?%PDZ", max_size=24))
def test_whatever_is_given_is_read_or_left_as_it_is(edtf: str) -> None:
    days = bounds(edtf)
    assert days is None or days[0] <= days[1]
    assert reading(edtf) or not edtf


@given(st.dates(), st.integers(0, 5000))
def test_an_interval_covers_from_its_first_day_to_its_last(first: date, length: int) -> None:
    last = min(first, date.max - timedelta(days=length)) + timedelta(days=length)
    start = last - timedelta(days=length)
    assert bounds(f"{start.isoformat()}/{last.isoformat()}") == (start, last)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2022-01-21", "Friday, January 21, 2022"),
        ("2022-01", "January 2022"),
        ("2022-01-10/2022-01-16", "January 10–16, 2022"),
        ("20220121", "20220121"),
        ("unknown", "unknown"),
    ],
)
def test_a_day_with_its_weekday(day: str, words: str) -> None:
    assert day_reading(day) == words


def test_a_dateline_names_month_and_day() -> None:
    assert month_day("2022-01-21") == "January 21"
    assert [month_day(day) for day in ("2022-01", "2022-02-30", "")] == [None, None, None]


def test_the_clock_of_a_moment() -> None:
    assert clock("2022-01-21T14:05:00+01:00") == "14:05"
    assert [clock(day) for day in ("2022-01-21", "14:05", "")] == [None, None, None]


@pytest.mark.parametrize(
    ("values", "value"),
    [
        (("2022-01-21", None), "2022-01-21"),
        (("2022-01-10/2022-01-16", "2022-W02"), "2022-W02"),
        (("2023-06-26T09:00", None), "2023-06-26T09:00"),
        ((None, "PT90M"), "PT90M"),
        (("P3D", "P3D"), "P3D"),
        (("P", "PXD"), None),
        (("201X", "201X"), None),
        (("2022~", None), None),
        (("P3M", None), None),
    ],
)
def test_what_html_can_hold(values: tuple[str | None, ...], value: str | None) -> None:
    assert html_value(*values) == value
