"""Sets: "every Friday", "weekly", "Tuesday nights", "twice a month"."""

from collections.abc import Callable
from typing import cast

from onrecord.times.expressions import Cycle, Expression
from onrecord.times.hits import Hit
from onrecord.times.lengths import iso_period, timex_period
from onrecord.times.makers.shared import unit_of


def every(hit: Hit) -> Expression | None:
    number = hit.amount("number") if hit.has("number") else 2.0 if hit.has("other") else 1.0
    if number is None:
        return None
    quant = cast(str, hit.value("quant"))
    if hit.has("weekday"):
        return Cycle(f"XXXX-WXX-{hit.number('weekday') + 1}", "P1W" if number == 1 else "P2W", quant)
    if hit.has("part"):
        return Cycle(f"XXXX-XX-XXT{hit.value('part')}", "P1D", quant)
    if hit.has("month"):
        return Cycle(f"XXXX-{hit.number('month'):02}", "P1Y", quant)
    parts = ((number, unit_of(hit, "unit")),)
    return Cycle(timex_period(parts), iso_period(parts), quant)


def adverb(hit: Hit) -> Expression | None:
    """ "Daily"; not the newspaper: "the Daily Courier", "the party daily Zarya"."""
    named = hit.neighbour(0)[:1].isupper() and hit.around(0) == "" and not hit.habits.capital_nouns
    if named and (hit.is_capital("word") or hit.neighbour(-1)[:1].isupper() or hit.around(-1) == "the"):
        return None
    period = hit.value("word")
    return Cycle("PX" if period is None else str(period), None if period is None else str(period))


def weekdays(hit: Hit) -> Expression | None:
    part = f"T{hit.value('part')}" if hit.has("part") else ""
    return Cycle(f"XXXX-WXX-{hit.number('weekday') + 1}{part}", "P1W")


def again(hit: Hit) -> Expression | None:
    """ "Day after day"."""
    return per_unit(hit) if hit.word("unit") == hit.word("again") else None


def per_unit(hit: Hit) -> Expression | None:
    """ "Once a week", "three times a day"."""
    parts = ((1, unit_of(hit, "unit")),)
    return Cycle(timex_period(parts), iso_period(parts), freq=_how_often(hit))


def per_adverb(hit: Hit) -> Expression | None:
    """ "Twice daily"."""
    period = hit.value("word")
    return Cycle(str(period), str(period), freq=_how_often(hit)) if period is not None else None


def _how_often(hit: Hit) -> str | None:
    """As TIMEX3 writes it: 2X."""
    times = hit.value("once") if hit.has("once") else hit.amount("number")
    return f"{times:g}X" if isinstance(times, int | float) else None


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "every": every,
    "adverb": adverb,
    "weekdays": weekdays,
    "again": again,
    "per unit": per_unit,
    "per adverb": per_adverb,
}
