from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.edtf import bounds
from onrecord.web.timeline import LANES, LONGEST, MOST, ROW, Dated, gather, lay_out


def whens(*edtf: str) -> list[str]:
    line = lay_out(Dated(value, "") for value in edtf)
    return [point.when for point in line.points] if line else []


def test_the_oldest_stands_first() -> None:
    assert whens("2022-01-21", "2021-12-17", "2022-01-10/2022-01-16") == [
        "December 17, 2021", "January 10–16, 2022", "January 21, 2022",
    ]  # fmt: skip


@pytest.mark.parametrize("edtf", ["P3D", "soon", "2022-02-30", ""])
def test_what_has_no_place_in_the_calendar_is_left_out(edtf: str) -> None:
    assert whens(edtf, "2022") == ["2022"]
    assert lay_out([Dated(edtf, "")]) is None


def test_a_value_stands_once_with_all_its_words() -> None:
    said = ("Friday", "today", "Friday")
    items = [*(Dated("2022-01-21", words) for words in said), Dated("2022", "x")]
    assert gather(items) == [Dated("2022-01-21", "Friday, today"), Dated("2022", "x")]


def test_labels_that_do_not_fit_are_counted() -> None:
    words = ["the twenty-first of January", "on the following Friday", "that very day"]
    [one] = gather(Dated("2022-01-21", label) for label in words)
    assert one.label == "the twenty-first of January +2"
    [long] = gather([Dated("2022", "x" * 90), Dated("2022", "y")])
    assert long.label.endswith("x… +1")


@pytest.mark.parametrize(
    ("days", "first"), [(MOST, "2022-01-01"), (MOST + 1, "2022-01"), (700, "2022-01"), (900, "2022")]
)
def test_too_many_dates_are_put_together(days: int, first: str) -> None:
    start = date(2022, 1, 1).toordinal()
    gathered = gather(Dated(date.fromordinal(start + i).isoformat(), "x") for i in range(days))
    assert gathered[0].edtf == first


def test_bars_at_one_time_stand_side_by_side() -> None:
    line = lay_out([Dated("2022-01-01/2022-01-20", ""), Dated("2022-01-10/2022-01-30", ""), Dated("2022-02", "")])
    assert line
    assert line.points[0].x != line.points[1].x
    assert line.points[2].x == line.points[0].x


def test_the_picture_says_what_it_shows() -> None:
    line = lay_out([Dated("2022", "x"), Dated("1991-03", "y")])
    assert line
    assert line.summary() == "2 dates, oldest first, not to scale: March 1991; 2022."
    assert len(line.breaks) == 1


days = st.dates().map(date.isoformat)
periods = st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(day.isoformat() for day in sorted(pair)))
dated = st.lists(
    st.builds(Dated, edtf=st.one_of(days, periods, days.map(lambda day: day[:4])), label=st.text()), max_size=40
)


@given(dated)
def test_no_label_covers_another_and_nothing_runs_out(items: list[Dated]) -> None:
    line = lay_out(items)
    if line is None:
        assert not items
        return
    assert all(b.y - a.y >= ROW for a, b in pairwise(line.points))
    for point in line.points:
        assert 0 < point.top <= point.bottom <= line.bottom < line.height
        assert point.top <= point.y <= line.height - ROW
        assert len(point.label) <= LONGEST
        assert 0 < point.x <= line.axis


@given(dated)
def test_the_axis_keeps_the_order_of_days(items: list[Dated]) -> None:
    line = lay_out(items)
    gathered = sorted(filter(None, (bounds(item.edtf) for item in gather(items))))
    points = line.points if line else ()
    places: dict[date, int] = {}
    for (first, last), point in zip(gathered, points, strict=True):
        places |= {first: point.top, last: point.bottom}
    in_order = [places[day] for day in sorted(places)]
    assert in_order == sorted(set(in_order))
    assert len({point.x for point in points}) <= LANES + 1
