"""One kind of line end, no control characters; what is clean already comes back as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.clean import clean

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one\x85two", "one\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("one\x0btwo\x0cthree", "one\ntwo\nthree"),
        ("one\x00two\x7f", "one two "),
        ("\x93Go,\x94 she said\x97it\x92s late\x81", "“Go,” she said—it’s late "),
        ("\ufeffone", "one"),
        ("\ufeff\ufeffone", "one"),
        ("\ud83d\ude00", "\U0001f600"),
        ("cut \ud83d off", "cut \ufffd off"),
    ],
    ids=["crlf", "cr", "nel", "separators", "vt-ff", "controls", "windows-1252", "mark", "two-marks", "pair", "lone"],
)
def test_unclean_text_is_normalised(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\nleading lines and trailing spaces  \n",
        "a\ttab",
        "no-break\u00a0space, thin\u2009space",
        "Zu\u0308rich composed by a mark",
        "\U0001f600 astral",
        "a mark\ufeff inside",
    ],
    ids=["empty", "edges", "tab", "spaces", "combining", "astral", "inner-mark"],
)
def test_clean_text_is_the_very_same_string(text: str) -> None:
    assert clean(text) is text


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(ANY_TEXT)
def test_what_is_clean_can_be_written_as_utf8(text: str) -> None:
    once = clean(text)
    assert once.encode().decode() == once
    assert "\r" not in once
    assert "\x00" not in once
