from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from tests.archive.conftest import Make


@pytest.fixture
def filled(archive: Archive, make: Make) -> Archive:
    archive.add(make("a1", day="2021-03-05", role="minister", said=[("Ada Venn", "one"), ("Bo Tal", "no")]))
    archive.add(make("a2", day="2021-03-07", role="Prime Minister", said=[("ADA VENN", "three"), ("Ada Venn", "x")]))
    archive.add(make("a2b", day="2021-03-06", role="prime minister", said=[("Ada Venn", "soon")]))
    archive.add(make("a3", day="2021-03-09", said_on="2021-03-06", said=[("Ada Venn", "two")]))
    archive.add(make("a4", day="2021-03-08", said=[("Müller Venn", "four")]))
    archive.add(make("a5", kind="organisation", said=[("Venn", "five")]))
    archive.add(make("a6", kind="unnamed", said=[("an official", "six")]))
    archive.add(make("a7", kind="unnamed", said=[("an official", "seven")]))
    return archive


def test_the_most_quoted_first_and_nobody_unnamed(filled: Archive) -> None:
    listed = [(person.key, person.statements, person.articles) for person in filled.persons()]
    assert listed == [
        ("person-ada-venn", 5, 4),
        ("person-bo-tal", 1, 1),
        ("person-muller-venn", 1, 1),
        ("organisation-venn", 1, 1),
    ]
    assert [person.key for person in filled.persons(limit=1, offset=1)] == ["person-bo-tal"]


def test_roles_the_latest_first(filled: Archive) -> None:
    person = filled.person("person-ada-venn")
    assert person is not None
    assert person.roles == ("Prime Minister", "minister")


@pytest.mark.parametrize("key", ["person-nobody", "", "\ud800", "' OR 1"])
def test_nobody_of_that_key(filled: Archive, key: str) -> None:
    assert filled.person(key) is None
    assert filled.statements_of(key) == []


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Ada Venn", ["person-ada-venn"]),
        ("ada venn", ["person-ada-venn"]),
        ("Venn", ["organisation-venn", "person-ada-venn", "person-muller-venn"]),  # the full name first
        ("MULLER VENN", ["person-muller-venn"]),
        ("Ada", []),
        ("da Venn", []),
        ("enn", []),
        ("%", []),
        ("", []),
        ("–", []),
    ],
)
def test_find_persons(filled: Archive, name: str, keys: list[str]) -> None:
    assert [person.key for person in filled.find_persons(name)] == keys


def test_unnamed_sources_of_two_articles_are_two(filled: Archive) -> None:
    found = filled.find_persons("an official")
    assert len({person.key for person in found}) == 2
    assert sorted(said.content[0] for person in found for said in filled.statements_of(person.key)) == ["seven", "six"]


def test_statements_by_date_newest_first(filled: Archive) -> None:
    spoken = filled.statements_of("person-ada-venn")
    assert [said.content[0] for said in spoken] == ["three", "x", "two", "soon", "one"]
    assert [said.said_on for said in spoken] == [None, None, "2021-03-06", None, None]
    assert [said.article.id for said in spoken] == ["a2", "a2", "a3", "a2b", "a1"]
    assert len(filled.statements_of("person-ada-venn", limit=2)) == 2


@settings(deadline=None)  # a disk may take its time
@given(st.text(st.characters()))
def test_any_name_gets_an_answer(empty: Archive, name: str) -> None:
    assert empty.find_persons(name) == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("empty") / "news.db", create=True) as opened:
        yield opened
