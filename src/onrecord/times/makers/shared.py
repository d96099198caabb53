"""What several makers ask of a hit."""

from onrecord.times.expressions import Base, Turn, Years
from onrecord.times.hits import Hit
from onrecord.times.periods import FINENESS

# How a way is said, counted from the report, by the class of the word.
WAYS = {"last": -1, "past": -1, "this": 0, "current": 0, "latest": 0, "next": 1, "coming": 1}
# The same, counted from what was told last.
TOLD = {"previous": -1, "same": 0, "that": 0, "following": 1}


def years(hit: Hit) -> Years | None:
    """The year that the groups "year", "turn" or "later" ("April 24 and 25, 2021") say, or None."""
    if hit.has("year"):
        return Years(hit.number("year"))
    if hit.has("turn"):
        name = hit.classes("turn")[0]
        return Years(shift=WAYS.get(name, 0), told=name in TOLD)
    return Years(hit.number("later")) if hit.has("later") else None


def way(hit: Hit) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next", None where the group "way" says none."""
    return next((WAYS[name] for name in reversed(hit.classes("way")) if name in WAYS), None)


def unit_of(hit: Hit, group: str) -> str:
    return str(hit.value(group))


def turn(unit: str, count: int, *, base: Base = "anchor", counted: bool = False, compared: bool = False) -> Turn | None:
    """The turn, or None for a unit that the calendar does not have (an hour, a fortnight)."""
    return Turn(unit, count, base=base, counted=counted, compared=compared) if unit in FINENESS else None


def which(hit: Hit, unit: str) -> tuple[int, Base]:
    """How far off, and from where: "last week" counts from the report, "the previous week" and
    "the next day" (which is nobody's tomorrow) from what was told last."""
    names = hit.classes("which")
    told = next((TOLD[name] for name in names if name in TOLD), None)
    if told is not None:
        return told, "story"
    count = next((WAYS[name] for name in reversed(names) if name in WAYS), 0)
    return count, "story" if names == ["the", "next"] and unit == "day" else "anchor"
