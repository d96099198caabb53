"""What the tagger reads at once, and what it knows of quotation marks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import make_doc
from onrecord.language.units import CLOSING, INSIDE, LONGEST_UNIT, OPENING, OUTSIDE, units_of
from onrecord.record import Paragraph, Role
from onrecord.spans import Span


def units(text: str, role: Role = "body") -> list[tuple[int, str, list[int]]]:
    paragraphs = [Paragraph(Span(*m.span()), role) for m in re.finditer(r"\S[^\n]*", text)]
    found = units_of(make_doc(text, paragraphs))
    return [(unit.paragraph, " ".join(token.text for token in unit.tokens), list(unit.quoted)) for unit in found]


def test_a_paragraph_is_a_unit() -> None:
    assert [(number, words) for number, words, _ in units("He left. She stayed.\n\nWe wait.")] == [
        (0, "He left . She stayed ."),
        (1, "We wait ."),
    ]


def test_the_state_of_quotation() -> None:
    assert units("“Go,” he said.")[0][2] == [OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE, OUTSIDE, OUTSIDE]


def test_a_quotation_that_runs_on_over_paragraphs() -> None:
    _, second = units("“We go.\n\n“We stay,” he said.")
    assert second[2][:4] == [INSIDE, INSIDE, INSIDE, INSIDE]
    assert second[2][4] == CLOSING


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    _, second = units("“We go.\n\nHe left.")
    assert set(second[2]) == {OUTSIDE}


def test_nobody_speaks_in_a_byline() -> None:
    assert units("By Mira Tolan", "byline") == []


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = units("The ships left the port. " * 60)
    assert len(found) > 1
    assert all(words.endswith(".") and len(states) <= LONGEST_UNIT for _, words, states in found)


@given(st.text(alphabet="ab .“”\"'\n", max_size=200))
def test_units_hold_every_token_of_the_body_once(text: str) -> None:
    paragraphs = [Paragraph(Span(*m.span()), "body") for m in re.finditer(r"\S[^\n]*", text)]
    doc = make_doc(text, paragraphs)
    held = [token for unit in units_of(doc) for token in unit.tokens]
    assert held == [token for sentence in doc.sentences for token in sentence.tokens]
    assert all(len(unit.quoted) == len(unit.tokens) for unit in units_of(doc))
