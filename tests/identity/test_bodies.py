import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identity.bodies import body_words, country_in, is_generic, known_name
from onrecord.parties.tables import read_rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OSCE", "Organisation for Security and Co-operation in Europe"),
        ("the World Health Organisation", "WHO"),
        ("Federal Bureau of Investigation", "F.B.I."),
        ("Russian Foreign Ministry", "Russia’s Foreign Ministry"),
        ("Roe & Vale Ltd", "Roe and Vale"),
        ("Keld Centre for Defence", "Keld Center for Defense"),
        ("Britain", "U.K."),
    ],
)
def test_two_names_of_one_body(one: str, other: str) -> None:
    assert body_words(one) == body_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian Foreign Ministry", "Iranian Foreign Ministry"),
        ("North Korea", "South Korea"),
        ("European Court of Justice", "European Court of Human Rights"),
        ("European Council", "Council of Europe"),
    ],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert body_words(one) != body_words(other)


@pytest.mark.parametrize(
    ("name", "generic"),
    [("Supreme Court", True), ("Foreign Ministry", True), ("Senate", True), ("Russian Foreign Ministry", False),
     ("Keld Supreme Court", False), ("Bundestag", False)],
)  # fmt: skip
def test_a_body_that_every_country_has(name: str, generic: bool) -> None:
    assert is_generic(name) == generic


def test_each_name_of_the_tables_leads_to_its_row() -> None:
    for name, kind, aliases in read_rows("known.tsv", 3):
        if kind == "organisation":
            assert {known_name(alias) for alias in [name, *filter(None, aliases.split("|"))]} == {name}
    for name, _, _, aliases in read_rows("countries.tsv", 4):
        assert {known_name(alias) for alias in [name, *filter(None, aliases.split("|"))]} == {name}


@given(st.text(max_size=60))
def test_any_name_has_a_settled_form(name: str) -> None:
    assert body_words(body_words(name)) == body_words(name) or known_name(body_words(name)) is not None
    assert country_in(name) is None or isinstance(country_in(name), str)
