"""Times of the clock and sets: "9 am", "noon", "10:35 a.m. EDT"; "every Friday", "weekly", "Tuesday nights"."""

from onrecord.times.en.lengths import unit_of
from onrecord.times.en.numbers import amount
from onrecord.times.expressions import Clock, Cycle, Expression
from onrecord.times.lengths import iso_period
from onrecord.times.rules import Hit, Rule

# The hours that each half of the day begins with.
_HALVES = {"am": "0", "pm": "12"}
_TIMING = ("at", "around", "by", "from", "to", "before", "after", "about")


def _clock(hit: Hit) -> Expression | None:
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


def _bare_clock(hit: Hit) -> Expression | None:
    """ "At 10:35": without "a.m." only where something says that it is no score."""
    return _clock(hit) if hit.has("zone") or hit.around(-1) in _TIMING else None


def _military(hit: Hit) -> Expression | None:
    word = hit.word("clock")
    return _made(int(word[:2]), int(word[2:]), "", hit) if len(word) == 4 and word.isdigit() else None


def _noon(hit: Hit) -> Expression | None:
    return Clock(int(str(hit.value("noon"))), 0)


def _of_the_morning(hit: Hit) -> Expression | None:
    """ "4 in the morning", "five o'clock"."""
    part = hit.value("part")
    hour = int(amount(hit.words("hour")) or 0)
    return _made(hour, 0, "" if part is None else "0" if part == "MO" else "12", hit) if 1 <= hour <= 12 else None


def _every(hit: Hit) -> Expression | None:
    number = amount(hit.words("number")) if hit.has("number") else 2.0 if hit.has("other") else 1.0
    if number is None:
        return None
    if hit.has("weekday"):
        return Cycle(f"XXXX-WXX-{hit.number('weekday') + 1}", "P1W" if number == 1 else "P2W")
    if hit.has("part"):
        return Cycle(f"XXXX-XX-XXT{hit.value('part')}", "P1D")
    if hit.has("month"):
        return Cycle(f"XXXX-{hit.number('month'):02}", "P1Y")
    period = iso_period(((number, unit_of(hit, "unit")),))
    return Cycle(period, period)


def _adverb(hit: Hit) -> Expression | None:
    if hit.neighbour(0)[:1].isupper() and hit.is_capital("word"):  # a newspaper
        return None
    period = hit.value("word")
    return Cycle("PX" if period is None else str(period), None if period is None else str(period))


def _weekdays(hit: Hit) -> Expression | None:
    part = f"T{hit.value('part')}" if hit.has("part") else ""
    return Cycle(f"XXXX-WXX-{hit.number('weekday') + 1}{part}", "P1W")


def _day_after_day(hit: Hit) -> Expression | None:
    if hit.word("unit") != hit.word("again"):
        return None
    period = iso_period(((1, unit_of(hit, "unit")),))
    return Cycle(period, period)


def _times_a_day(hit: Hit) -> Expression | None:
    period = iso_period(((1, unit_of(hit, "unit")),))
    return Cycle(period, period)


RULES = (
    Rule("clock", "ampm|clockm",
         "(?P<clock>{clock|day|clockm})(?: (?P<half>{ampm}) | (?<={clockm}) )(?P<zone>{zone})?", _clock),
    Rule("clock of 24 hours", "clock", "(?P<clock>{clock})(?P<zone>{zone})?", _bare_clock),
    Rule("clock in four digits", "zone", "(?P<clock>{count|year})(?P<zone>{zone})", _military),
    Rule("noon", "noon", "(?P<noon>{noon})", _noon),
    Rule("o'clock", "oclock",
         "(?P<hour>{day|numword|one}){oclock}(?:{in}{the}(?P<part>{daypart}))?", _of_the_morning),
    Rule("in the morning", "daypart&in", "(?P<hour>{day|numword|one}){in}{the}(?P<part>{daypart})", _of_the_morning),
    Rule("every", "every",
         """{every}(?: (?P<other>{other}) | (?P<number>{NUMBER}) )?
            (?: (?P<unit>{unit|units|quarter|weekend}) | (?P<weekday>{weekday})(?:{daypart})? | (?P<part>{daypart})
              | (?P<month>{month}) )""", _every),
    Rule("adverb of a set", "daily", "(?P<word>{daily})", _adverb),
    Rule("weekdays", "weekdays|dayparts",
         "(?P<weekday>{weekdays|weekday})(?: (?P<part>{dayparts}) | (?<={weekdays}) )", _weekdays),
    Rule("day after day", "unit&after|by", "(?P<unit>{unit}){after|by}(?P<again>{unit})", _day_after_day),
    Rule("once a week", "unit&once|times",
         "(?: {once} | {NUMBER}{times} )(?:{a}|{every})(?P<unit>{unit})", _times_a_day),
)  # fmt: skip
