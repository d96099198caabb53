"""What a temporal expression says, apart from the language it is said in and from the day it counts from.

The rules of a language (`times/en`) make these; `times/resolve.py` finds their values.
"""

from typing import Literal

from msgspec import Struct

from onrecord.record import TimeType
from onrecord.times.periods import Unit

Base = Literal["anchor", "story"]  # the day of the report, or the date that the narrative told last
Part = Literal["MO", "MI", "AF", "EV", "NI", "DT"]  # TIMEX3: morning, midday, afternoon, evening, night, daytime


class Years(Struct, frozen=True):
    """A year, named (`number`) or counted from that of the report (`shift`: last year is -1).

    told: it is counted from the year that was told last ("June of that year").
    """

    number: int | None = None
    shift: int = 0
    told: bool = False


class Day(Struct, frozen=True):
    """A day of a month; `year` None where none is said. way: as in Weekday."""

    month: int
    day: int
    year: Years | None = None
    weekday: int | None = None


class DayOfMonth(Struct, frozen=True):
    """A day whose month is not named: "the 21st"; shift: of which month, counted from that of the report ("of this
    month" is 0), None where none is said."""

    day: int
    shift: int | None = None


class Feast(Struct, frozen=True):
    """A holiday. `name` is a row of the table of feasts."""

    name: str
    year: Years | None = None
    way: int | None = None


class Weekday(Struct, frozen=True):
    """A day of the week, Monday is 0. way: -1 for "last", 0 for "this", 1 for "next", None where none is said."""

    number: int
    way: int | None = None
    base: Base = "anchor"


class Within(Struct, frozen=True):
    """A month, quarter, half or season of a year by the number of the month that it begins with.

    way: as in Weekday; at most one of `year` and `way` is said. fiscal: it is one of a company's own year.
    """

    unit: Unit
    month: int
    year: Years | None = None
    way: int | None = None
    fiscal: bool = False


class Era(Struct, frozen=True):
    """A year, decade or century by the first year in it. short: of a decade "the '80s", without its century.

    fiscal: it is a company's or a government's own year.
    """

    unit: Unit
    first: int
    short: bool = False
    fiscal: bool = False


class WeekdayOf(Struct, frozen=True):
    """A weekday of a month by its place there: "the second Tuesday in November". number: 1 to 5, -1 for the last."""

    number: int
    weekday: int
    month: Within


class Turn(Struct, frozen=True):
    """The period that lies `count` units after the one that holds the base: "last week", "the following day".

    counted: a number of units was said ("a year ago", not "last year"), or the unit alone ("the end of the day").
    compared: something is measured against it ("narrowed from a year ago").
    """

    unit: Unit
    count: int
    base: Base = "anchor"
    counted: bool = False
    compared: bool = False


class SamePeriod(Struct, frozen=True):
    """The quarter (or what the text told last) in another year: "the same period of 2022".

    moved: another year than that of the quarter told last is said.
    """

    year: Years

    @property
    def moved(self) -> bool:
        return self.year != Years()


class Ended(Struct, frozen=True):
    """The quarter that ended on a day: "the quarter ended July 31"."""

    day: Day


class Offset(Struct, frozen=True):
    """So many units from a day: "the day before yesterday", "two weeks after Christmas"; with a count of 0 the unit
    that holds it: "the week of March 6". day: None until it is joined with what stands behind it."""

    unit: Unit
    count: int
    day: "Dated | None" = None


class Ranging(Struct, frozen=True):
    """From one day or year to another: "January 10-12", "2014-16"."""

    first: Day | Era
    last: Day | Era


class Length(Struct, frozen=True):
    """How long: amounts with their units. An amount is None where the text leaves it open ("several days")."""

    parts: tuple[tuple[float | None, str], ...]


class Cycle(Struct, frozen=True):
    """How often. timex: "P1W", "XXXX-WXX-5"; period: ISO 8601, None where it is not settled.

    quant, freq: as in TIMEX3, "EVERY" and "2X" (twice).
    """

    timex: str
    period: str | None
    quant: str | None = None
    freq: str | None = None


class Clock(Struct, frozen=True):
    """A time of the clock, on the day that `day` says; None where none is said."""

    hour: int
    minute: int
    zone: str | None = None
    day: "Dated | None" = None


class DayPart(Struct, frozen=True):
    """A part of a day, on the day that `day` says; None where none is said."""

    part: Part
    day: "Dated | None" = None


class Open(Struct, frozen=True):
    """An expression that no period of our calendar is settled for. timex: "PXY", "PAST_REF", "BC0044", or None.

    edtf: for years before the year 1.
    """

    timex: str | None
    type: TimeType = "DATE"
    edtf: str | None = None


class Nothing(Struct, frozen=True):
    """Words that look like a time and are none (an age): they keep others from reading them as one."""


Dated = Day | DayOfMonth | Feast | Weekday | Within | Era | Turn | SamePeriod | Ended | Offset | WeekdayOf
Expression = Dated | Ranging | Length | Cycle | Clock | DayPart | Open | Nothing
