"""The calendar against the standard library's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.periods import (
    Period,
    Unit,
    containing,
    edtf,
    last_day,
    make_day,
    shifted,
    timex,
    weekday_after,
    weekday_before,
)

UNITS: list[Unit] = ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
DAYS = st.dates(date(110, 1, 1), date(9890, 1, 1))


@given(DAYS, st.sampled_from(UNITS))
def test_a_period_holds_its_day(day: date, unit: Unit) -> None:
    period = containing(unit, day)
    assert period.start <= day <= last_day(period)


@given(DAYS, st.sampled_from(UNITS))
def test_periods_follow_each_other_without_a_gap(day: date, unit: Unit) -> None:
    period = containing(unit, day)
    following = shifted(period, 1)
    assert following is not None
    assert following.start == last_day(period) + timedelta(days=1)
    assert shifted(following, -1) == period


@given(DAYS, st.sampled_from(UNITS), st.integers(-30, 30))
def test_counting_on_is_counting_one_by_one(day: date, unit: Unit, count: int) -> None:
    period: Period | None = containing(unit, day)
    whole = shifted(containing(unit, day), count) if unit not in ("century", "decade") else period
    for _ in range(abs(count) if unit not in ("century", "decade") else 0):
        assert period is not None
        period = shifted(period, 1 if count > 0 else -1)
    assert period == whole


@given(DAYS)
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    iso = day.isocalendar()
    assert timex(containing("week", day)) == f"{iso.year:04}-W{iso.week:02}"


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2020, 12, 31), "2020-W53"), (date(2021, 1, 3), "2020-W53"), (date(2018, 12, 31), "2019-W01"),
     (date(2022, 1, 2), "2021-W52")],
)  # fmt: skip
def test_weeks_at_the_turn_of_the_year(day: date, week: str) -> None:
    assert timex(containing("week", day)) == week


@given(DAYS, st.integers(0, 6))
def test_weekdays_around_a_day(day: date, weekday: int) -> None:
    before, after = weekday_before(weekday, day), weekday_after(weekday, day)
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@given(st.integers(-5, 10_005), st.integers(-2, 15), st.integers(-2, 35))
def test_only_days_that_the_calendar_has(year: int, month: int, day: int) -> None:
    try:
        expected = date(year, month, day)
    except ValueError:
        assert make_day(year, month, day) is None
    else:
        assert make_day(year, month, day) == Period("day", expected)


@given(st.dates(), st.sampled_from(UNITS), st.integers(-200_000, 200_000))
def test_outside_the_years_1_to_9999_there_is_nothing(day: date, unit: Unit, count: int) -> None:
    found = shifted(containing(unit, day), count)
    assert found is None or date.min <= found.start <= date.max


@pytest.mark.parametrize(
    ("unit", "day", "as_timex", "as_edtf"),
    [
        ("day", date(2024, 2, 29), "2024-02-29", "2024-02-29"),
        ("week", date(2022, 1, 12), "2022-W02", "2022-01-10/2022-01-16"),
        ("weekend", date(2022, 1, 12), "2022-W02-WE", "2022-01-15/2022-01-16"),
        ("month", date(2022, 1, 12), "2022-01", "2022-01"),
        ("quarter", date(2022, 12, 31), "2022-Q4", "2022-10/2022-12"),
        ("half", date(2022, 12, 31), "2022-H2", "2022-07/2022-12"),
        ("season", date(2022, 1, 12), "2021-WI", "2021-12/2022-02"),
        ("year", date(44, 3, 15), "0044", "0044"),
        ("decade", date(1979, 12, 31), "197", "197X"),
        ("century", date(1979, 12, 31), "19", "19XX"),
    ],
)
def test_how_periods_are_written(unit: Unit, day: date, as_timex: str, as_edtf: str) -> None:
    assert (timex(containing(unit, day)), edtf(containing(unit, day))) == (as_timex, as_edtf)
