"""Where paragraphs are, in copy of today and in old wire copy."""

from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.paragraphs import paragraph_spans

LEAD = (
    "The foreign ministers of Ruritania and Graustark met on Friday for the first time in nine years and agreed to"
    " talk again, while the envoys of both sides stayed in the hotel and went on with the text of the treaty."
)
REST = (
    "Neither side would say what had been agreed, but a delegate who asked not to be named said that the open"
    " questions were few and that a written reply was awaited within the week, perhaps as early as on Tuesday."
)


def paragraphs(text: str) -> list[str]:
    return [span.cut(text) for span in paragraph_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("\n\n  One.  \n \t\n\u00a0\nTwo.\n\n\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        (
            "All news\nEnvoys meet in Strelsau\nTalks last three hours and end without a word\n\n" + LEAD,
            ["All news", "Envoys meet in Strelsau", "Talks last three hours and end without a word", LEAD],
        ),
        (f"{LEAD}\n{REST}", [LEAD, REST]),
        ("- ships\n- shoes\n- wax", ["- ships", "- shoes", "- wax"]),
        ("", []),
        (" \n\t\n", []),
    ],
    ids=["blank-lines", "edges", "lines", "head-in-one-block", "long-lines", "list", "empty", "blank"],
)
def test_lines_of_today(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize(("joined", "indent"), [("\n\n", ""), ("\n", "   ")], ids=["blank-lines", "indents"])
def test_hard_wrapped_copy_keeps_its_paragraphs(width: int, joined: str, indent: str) -> None:
    text = joined.join(fill(part, width, initial_indent=indent) for part in (LEAD, REST, LEAD))
    assert [" ".join(part.split()) for part in paragraphs(text)] == [LEAD, REST, LEAD]


def test_a_headline_over_wrapped_copy_is_a_paragraph() -> None:
    text = "Envoys meet in Strelsau\n" + fill(LEAD, 70)
    assert [" ".join(part.split()) for part in paragraphs(text)] == ["Envoys meet in Strelsau", LEAD]


def test_a_wrapped_paragraph_ends_with_a_short_closed_line() -> None:
    text = fill(LEAD, 70) + "\n" + fill(REST, 70)
    assert [" ".join(part.split()) for part in paragraphs(text)] == [LEAD, REST]


@given(st.text(st.sampled_from("ab A.\n \t,\u00a0"), max_size=200) | st.text(max_size=80))
def test_paragraphs_part_the_text_that_is_not_blank(text: str) -> None:
    spans = paragraph_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.cut(text).split()) for span in spans) == "".join(text.split())
    assert all(span.cut(text) == span.cut(text).strip() for span in spans)


def test_lines_broken_by_hand_are_wrapped_too() -> None:
    text = (
        "   STRELSAU, Jan 21 (RNA) - The foreign ministers of Ruritania and Graustark met on\n"
        "Friday for the first time in nine years and agreed to talk again, while\n"
        "the envoys of both sides stayed in the hotel and went on with the text.\n"
        "   Neither side would say what had been agreed, but a delegate who asked\n"
        "not to be named said that the open questions were few."
    )
    assert [part.split()[0] for part in paragraphs(text)] == ["STRELSAU,", "Neither"]
