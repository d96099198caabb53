"""What an expression is read against, and what comes of reading it."""

from datetime import date

from msgspec import Struct

from onrecord.record import TimeType
from onrecord.times import periods
from onrecord.times.expressions import Years
from onrecord.times.periods import Period


class Scene(Struct, frozen=True):
    """What an expression is read against.

    anchor: the day that the report counts from; None where it is not known.
    story: the date that was told last. quarter: the latest quarter told that is over.
    longer: whether a stretch of several quarters was told since ("the first nine months").
    recent: whether `story` was told in this paragraph or the one before; a time of the clock is on no older day.
    figures: whether the paragraph gives sums or shares, as reports of results do.
    direction: 1 where the sentence speaks of what is to come, -1 of the past (2 and -2 beyond doubt), 0 where nothing
        tells.
    months: the months without a year that a sentence of the article settles beyond doubt.
    """

    anchor: date | None
    story: Period | None = None
    quarter: Period | None = None
    longer: bool = False
    recent: bool = False
    figures: bool = False
    direction: int = 0
    months: tuple[Period, ...] = ()


class Reading(Struct, frozen=True):
    """An expression's values, as `record.Time` has them. period: what it names in the calendar, or None."""

    type: TimeType
    value: str | None
    edtf: str | None
    period: Period | None = None
    anchor: str | None = None
    notes: tuple[str, ...] = ()
    quant: str | None = None
    freq: str | None = None


def read(period: Period | None, anchor: date | Period | None = None, *notes: str) -> Reading:
    """The reading of a period that was counted from `anchor`."""
    if period is None:
        return Reading("DATE", None, None)
    told = anchor.isoformat() if isinstance(anchor, date) else periods.edtf(anchor) if anchor else None
    return Reading("DATE", periods.timex(period), periods.edtf(period), period, told, notes)


def unsettled(value: str | None) -> Reading:
    """The reading of a date that the text does not settle."""
    return Reading("DATE", value, None)


def year_of(years: Years, scene: Scene) -> int | None:
    """The year that was said, counted from that of the anchor where it was counted."""
    if years.number is not None:
        return years.number
    if years.told:
        return scene.story.start.year + years.shift if scene.story else None
    return scene.anchor.year + years.shift if scene.anchor else None
