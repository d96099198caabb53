"""How far a zone's clock is off from UTC, by the names that news copy gives zones.

Names of one fixed offset have it from the tz database (2024a). "ET" and the like change with daylight saving time:
from the second Sunday of March to the first of November in the United States since 2007 (Energy Policy Act of 2005),
from the first Sunday of April to the last of October from 1987 to 2006 (15 U.S.C. 260a).
"""

from datetime import date

from onrecord.times.periods import weekday_after

# In minutes, east of Greenwich.
_FIXED = {
    "GMT": 0, "UTC": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "MEZ": 60, "MESZ": 120,
}  # fmt: skip
# In minutes, in winter.
_WITH_SUMMER = {"ET": -300, "CT": -360, "MT": -420, "PT": -480,
                "EASTERN": -300, "CENTRAL": -360, "MOUNTAIN": -420, "PACIFIC": -480}  # fmt: skip
_SUNDAY = 6
# At two in the morning the clock goes to three in spring and to one in autumn.
_TURN = 2


def offset(zone: str, day: date, hour: int) -> str | None:
    """ "UTC-05:00", or None where the zone or the rule of that year is not known. zone: in capitals.

    In the hour that comes twice in autumn it is that of summer.
    """
    minutes = _FIXED.get(zone)
    if minutes is None and zone in _WITH_SUMMER:
        summer = us_summer(day, hour)
        minutes = None if summer is None else _WITH_SUMMER[zone] + 60 * summer
    if minutes is None:
        return None
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def us_summer(day: date, hour: int) -> bool | None:
    """Whether daylight saving time is in force in the United States; None before 1987, when other rules held."""
    if day.year >= 2007:
        begins, ends = weekday_after(_SUNDAY, date(day.year, 3, 8)), weekday_after(_SUNDAY, date(day.year, 11, 1))
    elif day.year >= 1987:
        begins, ends = weekday_after(_SUNDAY, date(day.year, 4, 1)), weekday_after(_SUNDAY, date(day.year, 10, 25))
    else:
        return None
    return (begins, _TURN) <= (day, hour) < (ends, _TURN)
