"""Times of the clock: "9 am", "noon", "10:35 a.m. EDT", "five o'clock"."""

from collections.abc import Callable

from onrecord.times.expressions import Clock, DayPart, Expression
from onrecord.times.hits import Hit

# The hours that each half of the day begins with.
_HALVES = {"am": "0", "pm": "12"}
_TIMING = ("at", "around", "by", "until", "from", "to", "before", "after", "about")


def clock(hit: Hit) -> Expression | None:
    """ "9 a.m.", "10:35pm", "14:00"."""
    word = hit.word("clock")
    half = str(hit.value("half")) if hit.has("half") else _HALVES.get(word[-2:], "")
    hour, _, minute = word.rstrip("apm").replace(".", ":").partition(":")
    return _made(int(hour), int(minute[:2] or 0), half, hit)


def _made(hour: int, minute: int, half: str, hit: Hit) -> Expression | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(half)
    zone = hit.word("zone").upper() or None
    return Clock(hour, minute, zone) if hour < 24 and minute < 60 else None


def with_minutes(hit: Hit) -> Expression | None:
    """ "9 Uhr", "9.30 Uhr", "9 Uhr 30"."""
    hour, _, minute = hit.word("clock").replace(".", ":").partition(":")
    if hit.has("minute"):
        minute = hit.word("minute")
    fits = hour.isdigit() and len(hour) < 3 and (not minute or (minute.isdigit() and len(minute) == 2))
    return _made(int(hour), int(minute or 0), "", hit) if fits else None


def bare_clock(hit: Hit) -> Expression | None:
    """ "At 10:35": without "a.m." only where something says that it is no score."""
    return clock(hit) if hit.has("zone") or hit.around(-1) in _TIMING else None


def four_digits(hit: Hit) -> Expression | None:
    """ "1430 GMT"."""
    word = hit.word("clock")
    return _made(int(word[:2]), int(word[2:]), "", hit) if len(word) == 4 and word.isdigit() else None


def noon(hit: Hit) -> Expression | None:
    """ "Noon", "midnight"; not the film "High Noon"."""
    if hit.is_capital("noon") and hit.neighbour(-1)[:1].isupper() and hit.around(-1) == "":
        return None
    return Clock(int(str(hit.value("noon"))), 0, hit.word("zone").upper() or None)


def early_hours(hit: Hit) -> Expression | None:
    """ "The early hours of Friday", to be joined with the day."""
    return DayPart("MO") if hit.value("unit") == "hour" else None


def hour_of_the_day(hit: Hit) -> Expression | None:
    """ "4 in the morning", "five o'clock"."""
    part = hit.value("part")
    hour = int(hit.amount("hour") or 0)
    return _made(hour, 0, "" if part is None else "0" if part == "MO" else "12", hit) if 1 <= hour <= 12 else None


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "clock": clock,
    "clock with minutes": with_minutes,
    "bare clock": bare_clock,
    "four digits": four_digits,
    "noon": noon,
    "early hours": early_hours,
    "hour of the day": hour_of_the_day,
}
