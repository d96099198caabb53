"""What words say of a deed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive import stems as module
from onrecord.archive.stems import stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a written response", "in writing, they responded"),
        ("reply to the letters", "replied to the letter"),
        ("its meetings with the unions", "met the union"),
        ("pay the fees", "payment of the fee"),
        ("publish the drafts", "the publication of the draft"),
        ("withdraw troops", "pulled the troops"),
        ("mending the lighthouse", "mended the lighthouses"),
    ],
)
def test_the_same_deed_has_the_same_stems(one: str, other: str) -> None:
    assert stems(one) == stems(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("publish", "punish"), ("draft", "drift"), ("sign", "resign"), ("port", "report"), ("300 million", "30 million")],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert not stems(one) & stems(other) - {"mil"}


def test_names_and_empty_words_say_nothing() -> None:
    assert stems("Sarmia will give the Sarmian drafts to Norland’s side", names=["Sarmia", "Norland"]) == {"draft"}
    assert stems("it will have been given to them") == frozenset()


@given(st.text())
def test_stems_are_folded_words_without_blanks(words: str) -> None:
    found = stems(words)
    assert all(one and " " not in one and one == one.casefold() for one in found)
    assert stems(words) == found


@pytest.mark.parametrize("line", module._words("kindred_words.txt"), ids=lambda line: line[0])
def test_kindred_words_have_one_stem_and_are_not_empty(line: list[str]) -> None:
    assert {stem(word) for word in line} == {line[0]}
    assert all(stems(word) == {line[0]} for word in line)


def test_no_word_is_of_two_kindreds() -> None:
    words = [word for line in module._words("kindred_words.txt") for word in line]
    assert len(words) == len(set(words))
