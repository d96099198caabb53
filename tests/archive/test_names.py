import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.names import fold, party_key
from onrecord.record import Party, PartyKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Venn", "ADA VENN"),
        ("Müller-Orth", "Muller Orth"),
        ("Müller", "Mu\u0308ller"),
        ("O’Dell", "O'Dell"),
        ("Straße", "STRASSE"),
        ("Ада Вённ", "АДА ВЕНН"),
        ("  Ada   Venn ", "Ada Venn"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Venn", "Ada Vern"),
        ("Ada Venn", "Venn"),
        ("किरण", "करण"),  # the vowel sign tells them apart
        ("Venn 1", "Venn 2"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Ada Venn", "person", "person-ada-venn"),
        ("Ministry of Ports", "organisation", "organisation-ministry-of-ports"),
        ("Łódź", "place", "place-łodz"),
    ],
)
def test_key(name: str, kind: PartyKind, key: str) -> None:
    assert party_key(Party("p1", name, kind), "a1") == key


def test_unnamed_sources_of_two_articles_are_two() -> None:
    official = Party("p1", "a senior official", "unnamed")
    assert party_key(official, "a1") != party_key(official, "a2")
    assert party_key(official, "a1") == party_key(official, "a1")


@given(st.text(), st.text())
def test_a_key_is_one_step_of_an_address(name: str, article: str) -> None:
    key = party_key(Party("p1", name, "unnamed"), article)
    assert key
    assert not set(key) & set("/?#&% \t\n")
