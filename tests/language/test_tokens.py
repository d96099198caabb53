"""Words and marks: each row is a text with its tokens parted by |."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.tokens import find_tokens


def tokens(text: str) -> list[str]:
    return [token.text for token in find_tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dovalin said so.", "Dovalin|said|so|."),
        ("Teskia’s drafts", "Teskia|’s|drafts"),
        ("Teskia's drafts", "Teskia|'s|drafts"),
        ("the captains’ pay", "the|captains|’|pay"),
        ("don’t can't O’Dowd", "don’t|can't|O’Dowd"),
        ("a 90-minute talk", "a|90-minute|talk"),
        ("Port-au-Sarn", "Port-au-Sarn"),
        ("B&O and S&P", "B&O|and|S&P"),
        ("1,200.5 tonnes at 9:30", "1,200.5|tonnes|at|9:30"),
        ("the U.S. at 9 a.m.", "the|U.S.|at|9|a.m."),
        ("in 2019.", "in|2019|."),
        ("“No,” he said", "“|No|,|”|he|said"),
        ("yes—no", "yes|—|no"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
        ("\u00a0so\u00a0be\r\nit", "so|be|it"),
        ("🜁 air", "🜁|air"),
        ("Привет, мир", "Привет|,|мир"),
        ("-5 - 6", "-|5|-|6"),
        ("", ""),
    ],
)  # fmt: skip
def test_tokens_of(text: str, found: str) -> None:
    assert tokens(text) == ([*found.split("|")] if found else [])


def test_tokens_of_a_part_keep_their_place_in_the_whole() -> None:
    found = list(find_tokens("One two three", 4, 7))
    assert [(token.start, token.end, token.text) for token in found] == [(4, 7, "two")]


@given(st.text(st.sampled_from("ab1.,:-&'’_ \u0301\u00a0🜁") | st.characters(), max_size=60))
def test_every_character_that_is_not_blank_is_in_one_token(text: str) -> None:
    found = list(find_tokens(text, 0, len(text)))
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(tokens(text)) == "".join(text.split())
