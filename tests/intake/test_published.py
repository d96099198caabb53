"""When it was published: lines of the page and fields of a file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.published import published_field, published_line


@pytest.mark.parametrize(
    ("line", "value", "updated"),
    [
        ("21 Jan 2022, 14:05", "2022-01-21T14:05:00", False),
        ("21 JAN 2022, 14:05", "2022-01-21T14:05:00", False),
        ("January 21, 2022", "2022-01-21", False),
        ("Published: January 21, 2022", "2022-01-21", False),
        ("Published on 21 January 2022", "2022-01-21", False),
        ("Updated: January 21, 2022 at 2:05 p.m.", "2022-01-21T14:05:00", True),
        ("Last updated 21 January 2022 14:05 GMT", "2022-01-21T14:05:00+00:00", True),
        ("Updated 12:30 AM EST, Fri January 21, 2022", "2022-01-21T00:30:00-05:00", True),
        ("Friday, January 21, 2022", "2022-01-21", False),
        ("2022-01-21 14:05 UTC", "2022-01-21T14:05:00+00:00", False),
        ("Jan. 21, 2022 | 9:15 a.m.", "2022-01-21T09:15:00", False),
        ("21 January 2022 25:61", "2022-01-21", False),
        ("21 JAN, 14:05", None, False),
        ("Updated at 14:05, 21 January", None, True),
    ],
)
def test_lines_that_say_when(line: str, value: str | None, updated: bool) -> None:
    assert published_line(line) == (value, updated)


@pytest.mark.parametrize(
    "line",
    [
        "January 21",
        "On January 21, 2022, the talks began.",
        "February 30, 2022",
        "2022-13-01",
        "Published by the ministry",
        "Updated",
        "14:05",
        "",
        "January 21, 2022 was the day on which the talks began, said a delegate who had been there on that day",
    ],
)
def test_what_is_no_such_line(line: str) -> None:
    assert published_line(line) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-21", "2022-01-21"),
        ("2022-01-21T14:05:00Z", "2022-01-21T14:05:00+00:00"),
        ("2022-01-21T14:05", "2022-01-21T14:05:00"),
        ("2022-01-21 14:05:30.25+03:00", "2022-01-21T14:05:30+03:00"),
        ("12/03/24", None),
        ("2022-02-30", None),
        ("2022-W03-5", None),
        ("20220121", None),
        ("2022-01-21T25:00", None),
        ("2022-01-21 noon", None),
        ("2022-01-21\n", None),
        ("", None),
    ],
)
def test_fields_are_iso_dates(value: str, expected: str | None) -> None:
    assert published_field(value) == expected


@given(st.dates() | st.datetimes(timezones=st.none() | st.timezones()))
def test_python_dates_are_fields(moment: date) -> None:
    value = published_field(moment.isoformat())
    assert value is None or value[:10] == moment.isoformat()[:10]


@given(st.text(st.sampled_from("JanMay 0123456789,:.-APMpublished"), max_size=50))
def test_a_line_gives_a_day_or_nothing(line: str) -> None:
    stated = published_line(line)
    assert stated is None or stated[0] is None or published_field(stated[0]) == stated[0]
