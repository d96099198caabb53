"""Whom the pronouns of an article mean."""

import pytest

from onrecord.parties.pronouns import kind_of, may_mean
from onrecord.parties.ranking import Nobody, Pair, features, weight
from onrecord.record import Party
from tests.parties.articles import pairs


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Ana Roe met John Lund. Then she left.", "she", "Ana Roe"),
        ("Ana Roe met John Lund. Then he left.", "he", "John Lund"),
        ("Ana Roe said that her plan was good.", "her", "Ana Roe"),
        ("John Lund met Paul Roe. Then he left.", "he", "John Lund"),
        ("Mr Xan met Mrs Yol. Then she left.", "she", "Yol"),
        ("Spokeswoman Xan Pell spoke. Then she left.", "she", "Xan Pell"),
        ("John Lund left.\nNothing.\nNothing.\nNothing.\nNothing.\nThen he left.", "he", None),
        ("John Lund left.\nNothing.\nThen he left.", "he", "John Lund"),
        ("Teska signed the pact. It rained.", "It", None),
        ("Paul Roe left. As he spoke, John Lund laughed.", "he", "John Lund"),
        ("Paul Roe left. In his reply, Lund was short. John Lund left.", "his", "John Lund"),
        ("Paul Roe left. Ana Lund laughed as he spoke, Mira Orlin said.", "he", "Paul Roe"),
        ("Paul Roe left. As he spoke, Ana Lund laughed.", "he", "Paul Roe"),
        ("Paul Roe left. The next president came. Then he went.", "he", "Paul Roe"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_whom_a_pronoun_means(text: str, pronoun: str, expected: str | None) -> None:
    assert [name for mention, name in pairs(text) if mention == pronoun] == [expected]


@pytest.mark.parametrize(
    ("kind", "gender", "pronoun", "fits"),
    [
        ("person", "f", "she", True),
        ("person", None, "she", True),
        ("person", "m", "her", False),
        ("person", "m", "it", False),
        ("person", "m", "they", False),
        ("organisation", None, "they", True),
        ("organisation", None, "he", False),
        ("country", None, "its", True),
        ("group", None, "their", True),
        ("group", None, "it", False),
        ("unnamed", None, "him", True),
        ("place", None, "it", False),
    ],
)
def test_what_a_pronoun_may_mean(kind: str, gender: str | None, pronoun: str, fits: bool) -> None:
    assert may_mean(Party("p1", "X", kind), gender, pronoun) == fits  # type: ignore[arg-type]


def test_kinds_of_pronouns() -> None:
    assert [kind_of(word) for word in ("he", "hers", "them", "its", "I", "who")] == [
        "one", "one", "many", "thing", None, None,
    ]  # fmt: skip


def _pair(**told: object) -> Pair:
    plain = Pair(
        "one", "subject", 1, 0, 0, 2, 4, "name", "person", True, False, False, False, False, False, False, True
    )
    return plain._replace(**told)  # type: ignore[arg-type]


def test_the_weights_order_antecedents_as_a_reader_would() -> None:
    assert weight(_pair()) > weight(_pair(away=4, paragraphs=3))
    assert weight(_pair()) > weight(_pair(gender=False))
    assert weight(_pair()) > weight(_pair(party="unnamed", form="description"))


def test_what_is_told_of_a_pair_has_names() -> None:
    assert "one gender" in features(_pair())
    assert features(Nobody("thing", "subject", False, True, "be")) == (
        "thing nobody", "thing nobody subject", "thing nobody says", "thing nobody before be",
    )  # fmt: skip


def test_the_text_gives_a_gender_that_no_list_has() -> None:
    text = "Xan Pell, 41, said she left. John Lund spoke. Then she left."
    assert pairs(text)[-1] == ("she", "Xan Pell")


def test_a_chain_of_pronouns_keeps_its_person() -> None:
    text = "John Lund said he left. He met Paul Roe. He was tired."
    assert next(name for mention, name in pairs(text) if mention == "He") == "John Lund"


def test_things_stay_open() -> None:
    assert pairs("The plan was good. It rained. It was late.") == [("It", None), ("It", None)]


def test_a_pronoun_in_a_quotation_stays_open() -> None:
    assert ("He", None) in pairs("John Lund left. “He is right,” they said.")
