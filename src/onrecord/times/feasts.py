"""Holidays with a computable date, by the names that `expressions.Feast` gives."""

from datetime import date, timedelta

from onrecord.times.periods import Period, weekday_after

# Month and day; the Gregorian calendar's fixed feasts and the fixed US federal holidays (5 U.S.C. 6103).
_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "new year": (1, 1), "new year eve": (12, 31),
    "halloween": (10, 31), "juneteenth": (6, 19), "independence day": (7, 4), "veterans day": (11, 11),
    "boxing day": (12, 26), "valentine": (2, 14), "bastille day": (7, 14), "german unity day": (10, 3),
    "epiphany": (1, 6), "all saints": (11, 1), "assumption": (8, 15), "may day": (5, 1), "st patrick": (3, 17),
}  # fmt: skip
# Month, weekday (Monday is 0) and the first day that it can fall on (5 U.S.C. 6103;
# for the election 2 U.S.C. 7).
_MOVING = {
    "thanksgiving": (11, 3, 22), "election day": (11, 1, 2), "labor day": (9, 0, 1),
    "memorial day": (5, 0, 25), "columbus day": (10, 0, 8), "martin luther king day": (1, 0, 15),
    "presidents day": (2, 0, 15),
}  # fmt: skip
# Days from Easter Sunday.
_EASTER = {
    "easter": 0, "easter monday": 1, "good friday": -2, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3,
    "ascension": 39, "pentecost": 49, "whit monday": 50, "corpus christi": 60, "shrove tuesday": -47,
}  # fmt: skip
# Days from Thanksgiving.
_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
FEASTS = frozenset([*_FIXED, *_MOVING, *_EASTER, *_THANKSGIVING])


def feast(name: str, year: int) -> Period | None:
    """The day of the feast in that year, or None for a name that the tables lack or a year outside 1 to 9999."""
    if not 1 <= year <= 9999:
        return None
    if name in _FIXED:
        return Period("day", date(year, *_FIXED[name]))
    if name in _MOVING:
        month, weekday, earliest = _MOVING[name]
        return Period("day", weekday_after(weekday, date(year, month, earliest)))
    if name in _THANKSGIVING:
        month, weekday, earliest = _MOVING["thanksgiving"]
        return Period("day", weekday_after(weekday, date(year, month, earliest)) + timedelta(days=_THANKSGIVING[name]))
    if name in _EASTER:
        return Period("day", easter(year) + timedelta(days=_EASTER[name]))
    return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
