"""Which events a timeline has."""

import pytest

from onrecord.archive import Archive
from onrecord.errors import StoreError
from onrecord.stories.timeline import Asked, party_key, timeline
from tests.stories.cases import article, did

A, B = "Mara Ilves", "Tomas Rede"


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add_all(
        [
            article(
                "a1", did("meet", "they met in the harbour", A, B, when="2022-01-10", where="Vald"), headline="Harbour"
            ),
            article(
                "a2", did("publish", "published the drafts", "Sarmia", when="2021-12-17"), headline="Drafts are out"
            ),
            article(
                "a3",
                did("meet", "Ilves met him", A, when="2022-01-10"),
                did("strike", "a strike", "Port Union", when="2022-01-01/2022-01-20"),
            ),
            article("a4", did("call", "spoke", B, "Sarmia"), headline="Drafts discussed"),
        ]
    )
    return archive


def shown(archive: Archive, **asked: str | None) -> list[str]:
    line = timeline(archive, Asked(**asked))
    return [f"{one.type} {','.join(told.article.id for told in one.tellings)}" for one in (*line.events, *line.undated)]


@pytest.mark.parametrize(
    ("asked", "events"),
    [
        ({}, ["publish a2", "strike a3", "meet a1,a3", "call a4"]),
        ({"party": "person-tomas-rede"}, ["meet a1,a3", "call a4"]),  # a3 names him not, and tells the same
        ({"party": "country-sarmia"}, ["publish a2", "call a4"]),
        ({"party": "person-nobody"}, []),
        ({"story": "drafts"}, ["publish a2", "call a4"]),
        ({"story": "drafts discussed"}, ["call a4"]),
        ({"story": "a3"}, ["strike a3", "meet a1,a3"]),
        ({"story": "…"}, []),
        ({"type": "meet"}, ["meet a1,a3"]),
        ({"first": "2022-01-05"}, ["strike a3", "meet a1,a3"]),  # the strike goes on
        ({"last": "2022-01-09"}, ["publish a2", "strike a3"]),
        ({"first": "2022-01-10", "last": "2022-01-10", "type": "meet"}, ["meet a1,a3"]),
        ({"first": "2022-02-01"}, []),
    ],
)
def test_what_is_asked_for(filled: Archive, asked: dict[str, str], events: list[str]) -> None:
    assert shown(filled, **asked) == events


def test_pages_go_back_day_by_day_and_miss_nothing(archive: Archive) -> None:
    days = [f"2022-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]
    archive.add_all(
        article(f"n{n}", did("visit", f"visit {n}", f"Ada Venn{n}", when=day)) for n, day in enumerate(days)
    )
    seen: list[str] = []
    asked, pages = Asked(), 0
    while True:
        line = timeline(archive, asked, most=25)
        seen = [*(one.when or "" for one in line.events), *seen]
        pages += 1
        if line.earlier is None:
            break
        asked = Asked(last=line.earlier)
    assert (seen, pages) == (days, 4)


def test_a_day_is_never_torn_apart(archive: Archive) -> None:
    archive.add_all(article(f"n{n}", did("visit", f"visit {n}", f"Ada Venn{n}", when="2022-01-01")) for n in range(30))
    line = timeline(archive, Asked(), most=10)
    assert (len(line.events), line.earlier) == (30, None)


@pytest.mark.parametrize(
    ("name", "words"), [("Nobody", "names nobody as Nobody"), ("Lindqvar", "may be several parties; .*person-")]
)
def test_a_name_that_leads_nowhere(archive: Archive, name: str, words: str) -> None:
    archive.add(article("a1", did("meet", "met", "Oskar Lindqvar", "Hanne Lindqvar", when="2022-01-01")))
    with pytest.raises(StoreError, match=words):
        party_key(archive, name)
    assert party_key(archive, "oskar lindqvar") == "person-oskar-lindqvar"
