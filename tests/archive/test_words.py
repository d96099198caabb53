import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.archive.words import CLOSE, OPEN, marks_in, match_expression
from onrecord.spans import Span


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("talks", '"talks"'),
        ("oral reply", '"oral" "reply"'),
        ('"oral reply" Venn', '"oral reply" "Venn"'),
        ("“oral reply” «Venn»", '"oral reply" "Venn"'),
        ('an "unclosed mark', '"an" "unclosed" "mark"'),
        ("O'Dell's AND NOT (NEAR", '"O\'Dell\'s" "AND" "NOT" "(NEAR"'),
        ("headline:x^2*", '"headline:x^2*"'),
        ("a\0b", '"ab"'),
        ("\ud800x", '"x"'),
        ("", None),
        (' "" … -- ""', None),
        ('"', None),
    ],
)
def test_match_expression(query: str, expected: str | None) -> None:
    assert match_expression(query) == expected


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
    yield db
    db.close()


@given(st.text(st.characters()) | st.text("\"“”'*:^(){}+- ANDORT\0\ud800", max_size=60))
@example("word " * 10_000)
@example('"' + "word " * 10_000 + '"')
@example('"a" ' * 10_000)
def test_any_query_is_understood(index: sqlite3.Connection, query: str) -> None:
    match = match_expression(query)
    assert match is None or index.execute("SELECT * FROM words WHERE words MATCH ?", (match,)).fetchall() == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[talks] go on", [(0, 5)]),
        ("the [oral] and the [written reply]", [(4, 8), (17, 30)]),
        ("no mark", []),
        ("𝒳 [é]", [(2, 3)]),
    ],
)
def test_marks(marked: str, expected: list[tuple[int, int]]) -> None:
    plain = marked.replace("[", "").replace("]", "")
    found = marks_in(marked.replace("[", OPEN).replace("]", CLOSE), plain)
    assert found == tuple(Span(*pair) for pair in expected)


def test_no_marks_where_the_text_has_the_signs_itself() -> None:
    assert marks_in(f"{OPEN}talks{CLOSE} and {OPEN}", f"talks and {OPEN}") == ()
