import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive import Archive, Counts
from onrecord.archive.rows import day_of, filed
from onrecord.record import Article, Dateline, Signals
from tests.archive.conftest import Make


@pytest.mark.parametrize(
    ("dateline", "published", "day"),
    [
        ("2021-03-05", "2021-03-06T01:00:00", "2021-03-05"),
        ("2021-03-05", None, "2021-03-05"),
        (None, "2021-03-06T01:00:00+03:00", "2021-03-06"),
        (None, "2021-03-06", "2021-03-06"),
        ("2021-03", "2021-03-06", "2021-03-06"),  # a month is no day
        ("2021-03", None, None),
        (None, "06/03/2021", None),
        (None, None, None),
    ],
)
def test_day_of_an_article(dateline: str | None, published: str | None, day: str | None) -> None:
    assert day_of(Article("x", dateline=Dateline(date=dateline), published=published)) == day


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (None, "2021-03-05"),
        ("2021-03-05", "2021-03-06"),
        ("2021-03-05", "2021-03-05T00:10:00"),
        ("2021-03-05T09:00:00", "2021-03-05T10:00:00"),
        ("2021-03-05T12:00:00+03:00", "2021-03-05T10:00:00Z"),  # nine o'clock in the zone of the other
    ],
)
def test_order_of_the_wire(earlier: str | None, later: str | None) -> None:
    assert filed(Article("x", published=earlier)) < filed(Article("x", published=later))


@given(st.text())
def test_any_date_gives_an_order(published: str) -> None:
    assert " " in filed(Article("x", published=published))


def test_newest_first(archive: Archive, make: Make) -> None:
    for id, day in (("b", "2021-03-06"), ("c", "2021-03-05"), ("a", "2021-03-07"), ("d", None)):
        archive.add(make(id, day=day))
    assert [entry.id for entry in archive.latest()] == ["a", "b", "c", "d"]


def test_of_one_moment_the_last_added_comes_first_and_keeps_its_place(archive: Archive, make: Make) -> None:
    for id in "abc":
        archive.add(make(id))
    archive.add(make("b", headline="Talks end"))
    assert [entry.id for entry in archive.latest()] == ["c", "b", "a"]


def test_pages_join_without_gap_while_news_comes_in(archive: Archive, make: Make) -> None:
    for number in range(10):
        archive.add(make(f"a{number}", day=f"2021-03-{10 + number // 3}"))
    whole = [entry.id for entry in archive.latest()]
    first = archive.latest(limit=4)
    archive.add(make("newer", day="2021-04-01"))
    second = archive.latest(limit=4, before=first[-1].id)
    third = archive.latest(limit=4, before=second[-1].id)
    assert [entry.id for entry in (*first, *second, *third)] == whole
    assert archive.latest(before=whole[-1]) == []


def test_a_page_before_nothing_known_is_empty(archive: Archive, make: Make) -> None:
    archive.add(make("a"))
    assert archive.latest(before="nothing") == []


def test_sections(archive: Archive, make: Make) -> None:
    for id, section in (("a", "World"), ("b", "Ports"), ("c", "World"), ("d", None)):
        archive.add(make(id, section=section))
    assert archive.sections() == ["Ports", "World"]
    assert [entry.id for entry in archive.latest(section="World")] == ["c", "a"]
    assert [entry.id for entry in archive.latest(section="World", before="c")] == ["a"]
    assert archive.latest(section="Sport") == []


def test_an_entry_says_what_the_wire_shows(archive: Archive, make: Make) -> None:
    record = make("a1", said=[("Ada Venn", "yes"), ("Bo Tal", "no")], section="World", published="2021-03-06")
    archive.add(record)
    (entry,) = archive.latest()
    assert (entry.place, entry.agency, entry.day) == ("Vald", "NPA", "2021-03-05")
    assert (entry.section, entry.published, entry.statements) == ("World", "2021-03-06", 2)
    assert entry.signals == Signals()


def test_counts(archive: Archive, make: Make) -> None:
    assert archive.count() == Counts(0, 0, 0)
    archive.add(make("a1", said=[("Ada Venn", "yes"), ("Bo Tal", "no")]))
    archive.add(make("a2", said=[("Ada Venn", "yes")]))
    archive.add(make("a3", said=[("an official", "yes")], kind="unnamed"))
    assert archive.count() == Counts(3, 4, 2)


@pytest.mark.parametrize("limit", [0, -1, 10**30])
def test_any_limit_is_taken(archive: Archive, make: Make, limit: int) -> None:
    archive.add(make("a1", said=[("Ada Venn", "yes")]))
    expected = 1 if limit > 0 else 0
    assert len(archive.latest(limit=limit)) == expected
    assert len(archive.persons(limit=limit)) == expected
    assert archive.search("talks", limit=limit, offset=10**30) == []
