"""What the tagger sees of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.features import (
    MARKS,
    NO_PIECE,
    PART_ROWS,
    PIECES_SEEN,
    ROWS,
    WORD_ROWS,
    case_of,
    marks_of,
    shape_of,
    word_rows,
)
from onrecord.language.pieces import MOST_PIECES, UNKNOWN, piece_ids

VOCABULARY = {"[PAD]": 0, UNKNOWN: 1, "talk": 2, "##s": 3, "said": 4, "-": 5, "minute": 6, "90": 7, "##ing": 8, "e": 9}


@pytest.mark.parametrize(
    ("word", "case", "shape"),
    [
        ("said", 0, "xx"),
        ("Teskia", 1, "Xxx"),
        ("OSCE", 2, "XX"),
        ("A", 1, "X"),
        ("iPhone", 3, "xXxx"),
        ("90-minute", 0, "dd-xx"),
        ("“", 0, "“"),
        ("U.S.", 2, "X.X."),
    ],
)
def test_case_and_shape(word: str, case: int, shape: str) -> None:
    assert (case_of(word), shape_of(word)) == (case, shape)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("talks", [2, 3]),
        ("Talks", [2, 3]),
        ("é", [9]),
        ("90-minute", [7, 5, 6]),
        ("xyz", [1]),
        ("saidxyz", [1]),
        ("", [1]),
    ],
    ids=["longest first", "small letters", "no accents", "cut at marks", "unknown", "unknown end", "nothing"],
)
def test_pieces_of_a_word(word: str, pieces: list[int]) -> None:
    assert piece_ids(word, VOCABULARY) == pieces


@given(st.text(min_size=1, max_size=80))
def test_rows_lie_in_their_tables(word: str) -> None:
    rows = word_rows(word, VOCABULARY)
    assert len(rows) == ROWS
    assert 0 <= rows[0] < WORD_ROWS
    assert all(0 <= row < PART_ROWS for row in rows[1:5])
    assert all(row in range(len(VOCABULARY)) for row in rows[5:])
    assert 1 <= len(piece_ids(word, VOCABULARY)) <= MOST_PIECES


def test_few_pieces_are_filled_up() -> None:
    assert word_rows("talks", VOCABULARY)[5:] == (2, 3, *[NO_PIECE] * (PIECES_SEEN - 2))


def test_hashes_are_the_same_everywhere() -> None:
    assert word_rows("said", VOCABULARY)[:5] == (1238, 2707, 1238, 3849, 2426)


def test_a_typographic_apostrophe_is_a_plain_one() -> None:
    assert word_rows("don’t", VOCABULARY)[:4] == word_rows("don't", VOCABULARY)[:4]


def test_marks_of_a_unit() -> None:
    assert marks_of(["“", "Go", "NOW", "."], bytes([2, 1, 1, 0])) == [2 + 16, 5, 9, 32]
    assert all(mark < MARKS for mark in marks_of(["iX"], bytes([3])))
