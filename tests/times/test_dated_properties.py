"""Dates written out in every way are read back as the dates that they were."""

from calendar import isleap
from datetime import date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.language import make_doc
from onrecord.record import Paragraph, Time
from onrecord.spans import Span
from onrecord.times import find_times

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# Four digits are a year from 1000 to 2100; other years need no reader of news.
DATES = st.dates(date(1000, 1, 1), date(2100, 12, 31))
NEAR = st.dates(date(1900, 1, 1), date(2090, 12, 31))


def time_in(text: str, anchor: date | None) -> Time:
    (found,) = find_times(make_doc(text, [Paragraph(Span(0, len(text)), "body")]), anchor)
    return found


@given(DATES, st.sampled_from(["{m} {d}, {y}", "{w}, {m} {d}, {y}", "{d} {m} {y}", "{w}, {d} {m} {y}", "{i}"]), NEAR)
def test_a_full_date_needs_no_anchor(day: date, form: str, anchor: date) -> None:
    written = form.format(m=MONTHS[day.month - 1], d=day.day, y=day.year, w=WEEKDAYS[day.weekday()], i=day.isoformat())
    found = time_in(f"They met on {written}.", anchor)
    assert (found.text, found.edtf, found.notes) == (written, day.isoformat(), ())


@given(st.dates())
def test_a_date_in_numbers_of_any_year(day: date) -> None:
    assert time_in(f"They met on {day.isoformat()}.", None).edtf == day.isoformat()


@given(NEAR, st.integers(-9, 9))
def test_february_29_is_a_day_of_leap_years_alone(anchor: date, years: int) -> None:
    year = anchor.year + years
    found = time_in(f"They met on February 29, {year}.", anchor)
    assert found.edtf == (f"{year}-02-29" if isleap(year) else None)


@given(NEAR)
def test_february_29_without_its_year_is_found(anchor: date) -> None:
    found = date.fromisoformat(time_in("They met on February 29.", anchor).edtf or "")
    assert (found.month, found.day) == (2, 29)


@given(DATES, st.integers(0, 6), NEAR)
def test_a_weekday_that_contradicts_its_date_is_told(day: date, weekday: int, anchor: date) -> None:
    found = time_in(f"They met on {WEEKDAYS[weekday]}, {MONTHS[day.month - 1]} {day.day}, {day.year}.", anchor)
    assert found.edtf == day.isoformat()
    assert bool(found.notes) == (day.weekday() != weekday)


@given(NEAR, st.integers(0, 6), st.sampled_from([-1, 1]))
def test_last_and_next_weekday(anchor: date, weekday: int, way: int) -> None:
    text = f"They meet {'last' if way < 0 else 'next'} {WEEKDAYS[weekday]}."
    found = date.fromisoformat(time_in(text, anchor).edtf or "")
    assert found.weekday() == weekday
    assert 0 < (found - anchor).days * way <= 7


@given(NEAR, st.integers(1, 12), st.integers(0, 59), st.sampled_from(["a.m.", "p.m."]))
def test_hours_of_two_halves(anchor: date, hour: int, minute: int, half: str) -> None:
    found = time_in(f"They met at {hour}:{minute:02} {half} today.", anchor)
    on = datetime.strptime(f"{anchor} {hour}:{minute} {half.replace('.', '')}", "%Y-%m-%d %I:%M %p")
    assert found.edtf == on.isoformat(timespec="minutes")


@given(st.dates(), st.integers(0, 3), st.integers(-20, 20))
def test_days_counted_from_a_day(day: date, weeks: int, count: int) -> None:
    assume(count != 0 and abs(day.toordinal() - 1_800_000) < 1_799_000)
    word, days = ("days", abs(count)) if weeks == 0 else ("weeks", 7 * abs(count))
    text = f"They met {abs(count)} {word} {'before' if count < 0 else 'after'} {day.isoformat()}."
    moved = day + timedelta(days=days if count > 0 else -days)
    assert time_in(text.replace(" 1 days", " one day").replace(" 1 weeks", " one week"), None).edtf == moved.isoformat()


@given(DATES)
def test_a_month_and_its_year(day: date) -> None:
    assert time_in(f"They met in {MONTHS[day.month - 1]} {day.year}.", None).edtf == day.isoformat()[:7]


@given(NEAR, st.integers(0, 6))
def test_a_weekday_of_the_past(anchor: date, weekday: int) -> None:
    found = date.fromisoformat(time_in(f"They met on {WEEKDAYS[weekday]}.", anchor).edtf or "")
    assert found.weekday() == weekday
    assert timedelta(0) <= anchor - found < timedelta(7)


@given(NEAR, st.integers(0, 6))
def test_a_weekday_to_come(anchor: date, weekday: int) -> None:
    found = date.fromisoformat(time_in(f"They will meet on {WEEKDAYS[weekday]}.", anchor).edtf or "")
    assert found.weekday() == weekday
    assert timedelta(0) <= found - anchor < timedelta(7)


@given(NEAR, st.integers(2, 5000))
def test_days_ago(anchor: date, count: int) -> None:
    assume(len(str(count)) < 4)
    assert time_in(f"They met {count} days ago.", anchor).edtf == (anchor - timedelta(days=count)).isoformat()


@given(NEAR, st.integers(2, 700))
def test_months_ago(anchor: date, count: int) -> None:
    months = anchor.year * 12 + anchor.month - 1 - count
    assert time_in(f"They met {count} months ago.", anchor).edtf == f"{months // 12:04}-{months % 12 + 1:02}"


@given(NEAR, st.sampled_from([-1, 0, 1]))
def test_weeks_around_the_report(anchor: date, count: int) -> None:
    found = time_in(f"They meet {('last', 'this', 'next')[count + 1]} week.", anchor)
    iso = (anchor + timedelta(weeks=count)).isocalendar()
    monday = date.fromisocalendar(iso.year, iso.week, 1)
    assert found.value == f"{iso.year}-W{iso.week:02}"
    assert found.edtf == f"{monday}/{monday + timedelta(days=6)}"


@given(NEAR, NEAR)
def test_a_day_without_its_year_lies_within_a_year_of_the_report(anchor: date, day: date) -> None:
    assume((day.month, day.day) != (2, 29))
    found = date.fromisoformat(time_in(f"They met on {MONTHS[day.month - 1]} {day.day}.", anchor).edtf or "")
    assert (found.month, found.day) == (day.month, day.day)
    assert abs(found - anchor) <= timedelta(days=366)


@given(st.integers(1, 999), st.sampled_from(["second", "minute", "hour"]))
def test_lengths_by_the_clock(count: int, unit: str) -> None:
    assert time_in(f"a {count}-{unit} pause", None).edtf == f"PT{count}{unit[0].upper()}"


@given(st.integers(1, 999), st.sampled_from(["day", "week", "month", "year"]))
def test_lengths_by_the_calendar(count: int, unit: str) -> None:
    assert time_in(f"It lasted {count} {unit}s.", None).edtf == f"P{count}{unit[0].upper()}"
