"""When two articles tell the same event, and what is shown of it."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.stories.happenings import Happening, happenings
from onrecord.stories.timeline import Asked, timeline
from tests.stories.cases import Did, article, did

A, B, C = "Mara Ilves", "Tomas Rede", "Hanne Brisk"
DAY, NEXT = "2022-01-21", "2022-01-22"


def told(archive: Archive, *events: Did) -> list[Happening]:
    """What a timeline makes of the events, each told by an article of its own, a day apart."""
    archive.add_all(article(f"a{n}", event, day=f"2022-01-{20 + n}") for n, event in enumerate(events, 1))
    line = timeline(archive, Asked())
    return [*line.events, *line.undated]


SAME = {
    "all alike": (did("meet", "they met", A, B, when=DAY), did("meet", "both met", A, B, when=DAY)),
    "one names fewer": (did("meet", "they met", A, B, when=DAY), did("meet", "Ilves met him", A, when=DAY)),
    "a body beside": (did("meet", "they met", A, B, when=DAY), did("meet", "met", A, B, "Sarmia", when=DAY)),
    "the week of the day": (
        did("talks", "talks were held", "Sarmia", "Norland", when=DAY),
        did("talks", "held talks last week", "Sarmia", "Norland", when="2022-01-17/2022-01-23"),
    ),
    "a place in a city": (
        did("meet", "they met", A, B, when=DAY, where="Vald"),
        did("meet", "they met", A, B, when=DAY, where="the Harbour Hotel in Vald"),
    ),
    "the day that the other gives too": (
        did("sign", "signed", A, B, when=DAY, other_dates=(NEXT,)),
        did("sign", "signed", A, B, when=NEXT),
    ),
    "planned, then held": (
        did("visit", "will visit", A, when=DAY, status="planned"),
        did("visit", "visited", A, when=DAY),
    ),
    "undated, in the same words": (
        did("call", "spoke by phone of the straits treaty", A, B),
        did("call", "they spoke of the straits treaty by phone", A, B),
    ),
}
APART = {
    "another type": (did("meet", "they met", A, B, when=DAY), did("call", "they spoke", A, B, when=DAY)),
    "another day": (did("meet", "they met", A, B, when=DAY), did("meet", "they met", A, B, when=NEXT)),
    "another place": (
        did("attack", "shelled the port", "Sarmia", when=DAY, where="Vald"),
        did("attack", "shelled the port", "Sarmia", when=DAY, where="Ost"),
    ),
    "another partner": (did("meet", "they met", A, B, when=DAY), did("meet", "they met", A, C, when=DAY)),
    "other persons of the same countries": (
        did("talks", "held talks", "Sarmia", "Norland", A, when=DAY),
        did("talks", "held talks", "Sarmia", "Norland", B, when=DAY),
    ),
    "nobody in common": (
        did("protest", "marched", "Port Union", when=DAY),
        did("protest", "marched", "Keld", when=DAY),
    ),
    "a year": (did("sign", "signed", A, B, when=DAY), did("sign", "signed pacts", A, B, when="2022")),
    "one without a date": (did("meet", "they met", A, B, when=DAY), did("meet", "they met", A, B)),
    "undated, in other words": (
        did("call", "spoke by phone of the straits treaty", A, B),
        did("call", "discussed fishing quotas", A, B),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_two_tellings_are_one_event(archive: Archive, pair: tuple[Did, Did]) -> None:
    [one] = told(archive, *pair)
    assert {telling.article.id for telling in one.tellings} == {"a1", "a2"}


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_two_tellings_are_two_events(archive: Archive, pair: tuple[Did, Did]) -> None:
    assert len(told(archive, *pair)) == 2


def test_what_may_be_one_of_two_is_neither(archive: Archive) -> None:
    events = (did("meet", "met", A, B, when=DAY), did("meet", "met", A, C, when=DAY), did("meet", "met", A, when=DAY))
    assert sorted(len(one.tellings) for one in told(archive, *events)) == [1, 1, 1]


def test_one_article_tells_its_two_events_apart(archive: Archive) -> None:
    archive.add(article("a1", did("meet", "met at noon", A, B, when=DAY), did("meet", "met again", A, B, when=DAY)))
    assert len(timeline(archive, Asked()).events) == 2


def test_who_is_in_every_article_makes_no_two_events_one(archive: Archive) -> None:
    """Sarmia is in all of them: another thing must agree, the place or the words."""
    archive.add_all(
        article(f"x{n}", did("announce", f"told number {n}", "Sarmia", when=f"2021-0{n}-01")) for n in range(1, 9)
    )
    attacks = (
        did("attack", "struck a depot near the border", "Sarmia", "Keld", when=DAY),
        did("attack", "rockets hit two ferries", "Sarmia", when=DAY),
        did("attack", "struck the depot near the border", "Sarmia", when=DAY),
    )
    found = [one for one in told(archive, *attacks) if one.type == "attack"]
    assert sorted(len(one.tellings) for one in found) == [1, 2]


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        (("planned", "held"), "held"),
        (("planned", "cancelled"), "cancelled"),
        (("planned", "cancelled", "planned"), "planned"),
        (("claimed", "held"), "held"),
        (("held", "planned"), "held"),  # background that was not brought up to date
        (("held", "claimed"), "held"),
        (("held", "cancelled"), "held"),  # a contradiction: both are shown
    ],
)
def test_a_later_report_holds_against_a_plan(archive: Archive, reports: tuple[str, ...], status: str) -> None:
    [one] = told(archive, *(did("meet", "the meeting", A, B, when=DAY, status=report) for report in reports))
    assert one.status == status
    assert [telling.status for telling in one.tellings] == list(reports)
    assert {variant.value for variant in one.statuses} == set(reports)


def test_contradictions_stand_side_by_side(archive: Archive) -> None:
    [one] = told(
        archive,
        did("meet", "met for 90 minutes", A, B, when=DAY, length="PT90M", other_dates=(NEXT,)),
        did("meet", "met for two hours", A, B, when=DAY, length="PT2H"),
        did("meet", "met", A, B, when=DAY, planned_length="PT2H"),
    )
    assert [(variant.value, variant.articles) for variant in one.lengths] == [("PT90M", ("a1",)), ("PT2H", ("a2",))]
    assert [variant.value for variant in one.dates] == [DAY, NEXT]
    assert (one.length, one.planned_length, one.planned_lengths) == (None, "PT2H", ())


def test_a_wider_date_is_no_contradiction(archive: Archive) -> None:
    [one] = told(archive, did("meet", "met", A, B, when="2022-01"), did("meet", "met", A, B, when=DAY))
    assert (one.when, one.dates) == (DAY, ())


def test_events_stand_in_order_of_time_and_undated_ones_last(archive: Archive) -> None:
    events = [
        did("sign", "signed", A, when="2022-03"),
        did("call", "rang", A),
        did("visit", "came", B, when="2021-05-01"),
    ]
    assert [one.type for one in told(archive, *events)] == ["visit", "sign", "call"]


PEOPLE = st.lists(st.sampled_from([A, B, C, "Sarmia"]), min_size=1, max_size=3, unique=True)
DAYS = st.sampled_from([None, DAY, NEXT, "2022-01", "2022"])
TOLD = st.lists(st.tuples(PEOPLE, DAYS, st.sampled_from([None, "Vald", "Ost"])), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60)
@given(TOLD, st.randoms(use_true_random=False))
def test_each_telling_is_of_one_event_whatever_the_order(
    told: list[tuple[list[str], str | None, str | None]], random: Random
) -> None:
    with TemporaryDirectory() as folder, Archive.open(Path(folder, "news.db"), create=True) as archive:
        archive.add_all(
            article(f"a{n}", did("meet", "they met", *who, when=when, where=where), day=f"2022-01-0{n}")
            for n, (who, when, where) in enumerate(told, 1)
        )
        tellings = [*archive.events(), *archive.events(dated=False)]
    found = happenings(tellings)
    assert sorted(one.number for event in found for one in event.tellings) == sorted(one.number for one in tellings)
    for event in found:
        assert len({one.article.id for one in event.tellings}) == len(event.tellings)
        assert not {"Vald", "Ost"} <= {one.where for one in event.tellings}
        assert all(
            {party.key for party in event.parties} >= {t.party.key for t in one.parties} for one in event.tellings
        )
    random.shuffle(tellings)
    assert happenings(tellings) == found


def test_the_order_of_adding_makes_no_difference(path: object, archive: Archive) -> None:
    records = [
        article("a1", did("meet", "will meet", A, B, when="2022-01", status="planned"), day="2022-01-01"),
        article("a2", did("meet", "met", A, B, when=DAY), day=DAY),
        article("a3", did("meet", "met", A, when=DAY, where="Vald"), day=NEXT),
    ]
    archive.add_all(reversed(records))
    [one] = timeline(archive, Asked()).events
    assert ([told.article.id for told in one.tellings], one.status, one.where) == (["a1", "a2", "a3"], "held", "Vald")
