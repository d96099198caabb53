"""Offsets from UTC against the standard library's tables of zones."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.zones import offset, us_summer

# A place where each name is in use, with a day on which it is.
PLACES = {
    "EST": ("America/New_York", date(2022, 1, 5)), "EDT": ("America/New_York", date(2022, 7, 5)),
    "CST": ("America/Chicago", date(2022, 1, 5)), "CDT": ("America/Chicago", date(2022, 7, 5)),
    "MST": ("America/Denver", date(2022, 1, 5)), "MDT": ("America/Denver", date(2022, 7, 5)),
    "PST": ("America/Los_Angeles", date(2022, 1, 5)), "PDT": ("America/Los_Angeles", date(2022, 7, 5)),
    "GMT": ("Europe/London", date(2022, 1, 5)), "BST": ("Europe/London", date(2022, 7, 5)),
    "CET": ("Europe/Paris", date(2022, 1, 5)), "CEST": ("Europe/Paris", date(2022, 7, 5)),
    "EET": ("Europe/Helsinki", date(2022, 1, 5)), "EEST": ("Europe/Helsinki", date(2022, 7, 5)),
    "MSK": ("Europe/Moscow", date(2022, 1, 5)), "JST": ("Asia/Tokyo", date(2022, 1, 5)),
    "UTC": ("UTC", date(2022, 1, 5)),
}  # fmt: skip
UNITED_STATES = [("ET", "America/New_York"), ("CT", "America/Chicago"), ("MT", "America/Denver"),
                 ("PT", "America/Los_Angeles")]  # fmt: skip


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip(f"this system has no table of the zone {name}; install tzdata")


def written(away: timedelta | None) -> str:
    assert away is not None
    minutes = int(away.total_seconds() // 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@pytest.mark.parametrize("name", PLACES)
def test_a_name_of_one_offset(name: str) -> None:
    place, day = PLACES[name]
    at = datetime.combine(day, time(9), zone(place))
    assert at.tzname() == name
    assert offset(name, day, 9) == written(at.utcoffset())


@given(st.dates(date(1987, 1, 1), date(2037, 12, 31)), st.integers(0, 23), st.sampled_from(UNITED_STATES))
def test_summer_and_winter(day: date, hour: int, names: tuple[str, str]) -> None:
    at = datetime.combine(day, time(hour), zone(names[1]))
    # The hour that spring leaves out is on no clock.
    if at.astimezone(ZoneInfo("UTC")).astimezone(at.tzinfo).hour == hour:
        assert offset(names[0], day, hour) == written(at.utcoffset())


@pytest.mark.parametrize(
    ("day", "hour", "summer"),
    [(date(2022, 3, 13), 1, False), (date(2022, 3, 13), 3, True), (date(2022, 11, 6), 0, True),
     (date(2022, 11, 6), 2, False), (date(2006, 4, 2), 3, True), (date(2006, 3, 31), 9, False),
     (date(2006, 10, 29), 9, False), (date(1986, 7, 1), 9, None)],
)  # fmt: skip
def test_when_the_clocks_turn(day: date, hour: int, summer: bool | None) -> None:
    assert us_summer(day, hour) is summer


def test_an_unknown_zone_has_no_offset() -> None:
    assert offset("XYZ", date(2022, 1, 5), 9) is None
