"""Where sentences end: each row is a paragraph with | where one ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.sentences import ABBREVIATIONS, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "The talks ended.| Nobody spoke.",
        "Did they talk?| Nobody knows!| Perhaps.",
        "“Why?” he asked.| Nobody knew.",
        "“Why not?”| Corvast asked.",  # a capital follows; statements are found across such an end
        "“We agree.”| Rhune left.",
        "“We agree!” she said.",
        "He said “no.”| She said “yes.”",
        "(They agreed.)| He left.",
        "They waited…| Nothing came.",
        "Mr. Dovalin and Dr. Varrowe met Gov. Bol on Feb. 14 in St. Aldra.",
        "George W. Bol spoke.| He left.",
        "It is 3.5 per cent. of all.",
        "The price rose 3.5 percent.| It fell later.",
        "It was a U.S. proposal made at 9 a.m. on Monday.",
        "He cited Teskia vs. Orvenia, etc. and left.",
        "The firm, Bol Inc., was sold.",
        "They came at noon.|\u00a0Nobody spoke.",
        "One line without a stop",
        "He came from Grent.| “No,” he said.",
        "See www.example.org. for more.",
    ],
)
def test_sentences_end_at_the_bars(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("blank", ["", " ", "\n\u00a0\t"])
def test_a_blank_paragraph_has_no_sentence(blank: str) -> None:
    assert sentences(blank) == []


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS))
def test_no_sentence_ends_behind_an_abbreviation(word: str) -> None:
    text = f"They saw {word.capitalize()}. Bol there."
    assert sentences(text) == [text]


@given(st.text(st.sampled_from('aB .!?…”"’)“\u00a0\n\u0301🜁') | st.characters(), max_size=80))
def test_sentences_hold_all_that_is_not_blank(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    assert spans == sorted(spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in spans)
