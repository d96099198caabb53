"""Whom a pronoun may mean, best first."""

import pytest

from onrecord.parties import antecedents
from tests.parties.articles import cast_of, pairs


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Ana Roe met John Lund. Then she left.", "she", ["Ana Roe"]),
        ("Ana Roe met John Lund. Then he left.", "he", ["John Lund"]),
        ("John Lund met Paul Roe. Then he left.", "he", ["John Lund", "Paul Roe"]),
        ("Mr Xan met Mrs Yol. Then she left.", "she", ["Yol"]),
        ("Spokeswoman Xan Pell spoke. Then she left.", "she", ["Xan Pell"]),
        ("John Lund spoke for Russia. Then it left.", "it", ["Russia"]),
        ("John Lund left.\nNothing.\nNothing.\nThen he left.", "he", []),
        ("John Lund left.\nNothing.\nThen he left.", "he", ["John Lund"]),
        ("Paul Roe left.\nJohn Lund left.\nThen he left.", "he", ["John Lund", "Paul Roe"]),
        ("“Paul Roe left,” John Lund said. Then he left.", "he", ["John Lund", "Paul Roe"]),
    ],
    ids=lambda value: str(value)[:28],
)
def test_antecedents(text: str, pronoun: str, expected: list[str]) -> None:
    cast = cast_of(text)
    found = antecedents(cast, text.rindex(f" {pronoun} ") + 1, pronoun)
    assert [cast.parties[index].name for index in found] == expected


def test_the_text_gives_a_gender_that_no_list_has() -> None:
    text = "Xan Pell, 41, said she left. John Lund spoke. Then she left."
    assert pairs(text)[-1] == ("she", "Xan Pell")


def test_a_chain_of_pronouns_keeps_its_person() -> None:
    text = "John Lund said he left. He met Paul Roe. He was tired."
    assert next(name for mention, name in pairs(text) if mention == "He") == "John Lund"


def test_things_stay_open() -> None:
    assert pairs("Russia said no. It left. They left.")[1:] == [("It", None), ("They", None)]


def test_a_pronoun_in_a_quotation_stays_open() -> None:
    assert ("He", None) in pairs("John Lund left. “He is right,” they said.")
