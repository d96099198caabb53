"""Dates as a picture: an axis from top to bottom, a dot a day and a bar a period, a label beside each.

The axis is not to scale. What lies far apart is drawn closer, so that a week in January and a treaty of
1991 fit one picture; what lies close is drawn apart, so that no label covers another. Order is kept.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

from msgspec import Struct

from onrecord.edtf import bounds
from onrecord.web.readings import reading

# In units of the picture, which is 340 wide; a label is two lines of 13 and 12.
WIDTH = 340
ROW = 42
TOP = 16
AXIS = 44
LANE = 9
LANES = 3
# A label that is longer runs out of the picture: in a wide font 40 letters of 12 units come to about 270.
LONGEST = 40
# More labels than this are no picture any more; they are put together by month, then by year.
MOST = 24
# From here on, in days, the axis is drawn broken.
BREAK = 366


class Dated(Struct, frozen=True):
    """Something with a date. `edtf` is a date or an interval.

    link: where its label leads. style: a class of the picture's dot or bar.
    """

    edtf: str
    label: str
    link: str | None = None
    style: str = ""


class Point(Struct, frozen=True):
    """A date in the picture.

    top, bottom: where its first and its last day lie on the axis. x: where its dot or bar stands.
    y: where its label stands. when: the date in words. link, style: as of what has the date.
    """

    top: int
    bottom: int
    x: int
    y: int
    when: str
    label: str
    link: str | None = None
    style: str = ""


class Timeline(Struct, frozen=True):
    """The picture. breaks: the stretches of the axis that stand for more than a year."""

    points: tuple[Point, ...]
    breaks: tuple[tuple[int, int], ...]
    bottom: int
    height: int
    width: int = WIDTH
    axis: int = AXIS

    def summary(self) -> str:
        """The picture in words, for those who do not see it."""
        whens = "; ".join(point.when for point in self.points)
        return f"{len(self.points)} dates, oldest first, not to scale: {whens}."


class _Stretch(Struct, frozen=True):
    first: int  # the days' ordinals
    last: int
    edtf: str
    label: str
    link: str | None
    style: str


def lay_out(dated: Iterable[Dated]) -> Timeline | None:
    """The picture of the dates; what has no calendar date is left out. None where nothing is left."""
    stretches = sorted(_stretches(gather(dated)), key=lambda one: (one.first, one.last, one.edtf, one.label))
    if not stretches:
        return None
    places = _places(stretches)
    points = tuple(_points(stretches, places))
    breaks = tuple((places[a], places[b]) for a, b in pairwise(places) if b - a > BREAK)
    bottom = max(places.values())
    return Timeline(points, breaks, bottom, max(bottom, points[-1].y) + ROW)


def gather(dated: Iterable[Dated]) -> list[Dated]:
    """The dates, each value once with all its labels; by month or by year where they would be too many."""
    known = [item for item in dated if bounds(item.edtf)]
    for length in (None, 7, 4):
        groups: dict[str, list[Dated]] = {}
        for item in known:
            groups.setdefault(item.edtf[:length], []).append(item)
        if len(groups) <= MOST:
            break
    return [_gathered(edtf, items) for edtf, items in groups.items()]


def _gathered(edtf: str, items: Sequence[Dated]) -> Dated:
    """The items of one date as one: the first one's link, and their style where all have the same."""
    styles = {item.style for item in items}
    label = _joined([item.label for item in items])
    return Dated(edtf, label, items[0].link, styles.pop() if len(styles) == 1 else "")


def _joined(labels: Sequence[str]) -> str:
    """The labels side by side, as many as there is room for; how many more there are is told."""
    distinct = list(dict.fromkeys(labels))
    for count in range(len(distinct), 0, -1):
        more = f" +{len(distinct) - count}" if count < len(distinct) else ""
        text = ", ".join(distinct[:count]) + more
        if len(text) <= LONGEST:
            return text
    return text[: LONGEST - 1 - len(more)] + "…" + more


def _stretches(dated: Iterable[Dated]) -> Iterable[_Stretch]:
    for item in dated:
        if days := bounds(item.edtf):
            yield _Stretch(days[0].toordinal(), days[1].toordinal(), item.edtf, item.label, item.link, item.style)


def _places(stretches: Sequence[_Stretch]) -> dict[int, int]:
    """Where each first and last day lies on the axis, in order of the days."""
    labels: dict[int, int] = {}
    for stretch in stretches:
        labels[stretch.first] = labels.get(stretch.first, 0) + 1
    days = sorted({day for stretch in stretches for day in (stretch.first, stretch.last)})
    places, free = {days[0]: TOP}, TOP + ROW * labels[days[0]]
    for before, day in pairwise(days):
        places[day] = places[before] + 10 + round(4 * log2(day - before))
        if day in labels:
            places[day] = max(places[day], free)
            free = places[day] + ROW * labels[day]
    return places


def _points(stretches: Sequence[_Stretch], places: dict[int, int]) -> Iterable[Point]:
    ends = [0] * LANES  # the last day of the latest bar in each lane
    free = 0
    for stretch in stretches:
        y = max(places[stretch.first], free)
        free = y + ROW
        x = AXIS
        if stretch.last > stretch.first:
            # Bars that run at the same time stand side by side; with more than fit, they share the last lane.
            lane = next((lane for lane, end in enumerate(ends) if end < stretch.first), LANES - 1)
            ends[lane] = max(ends[lane], stretch.last)
            x = AXIS - LANE * (lane + 1)
        top, bottom = places[stretch.first], places[stretch.last]
        yield Point(top, bottom, x, y, reading(stretch.edtf), stretch.label, stretch.link, stretch.style)
