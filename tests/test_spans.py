"""Spans: half-open, never empty, and each operation gives a new one."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NewsError, SpanError
from onrecord.spans import Span, overlap, strip

TEXT = "Café 🜁 e\u0301 said\u00a0so\r\n"
# Ugly on purpose: beyond the basic plane, combining marks, white space of many kinds, quotation marks.
UGLY = st.text(st.sampled_from("ab🜁\u0301\u00a0\u200b \t\r\n\u2028“”'") | st.characters(), max_size=40)


@st.composite
def spans(draw: st.DrawFn, top: int = 50) -> Span:
    start = draw(st.integers(0, top - 1))
    return Span(start, draw(st.integers(start + 1, top)))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (7, 3), (-1, 4), (-4, -1)])
def test_a_span_that_holds_no_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=rf"span \[{start}, {end}\) holds no text"):
        Span(start, end)


def test_a_bad_span_in_json_is_refused_with_the_same_words() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"span \[4, 2\) holds no text"):
        msgspec.json.decode(b"[4,2]", type=Span)


def test_a_span_is_an_array_in_json() -> None:
    assert msgspec.json.encode(Span(3, 9)) == b"[3,9]"


def test_a_span_error_is_one_of_ours() -> None:
    assert issubclass(SpanError, NewsError)


@pytest.mark.parametrize(
    ("span", "cut"),
    [
        (Span(0, 4), "Café"),
        (Span(5, 6), "🜁"),  # one code point, though two in UTF-16
        (Span(7, 9), "e\u0301"),
        (Span(10, 17), "said\u00a0so"),
        (Span(17, 19), "\r\n"),
    ],
    ids=["accent", "astral", "combining", "no-break-space", "line-end"],
)
def test_a_span_counts_code_points(span: Span, cut: str) -> None:
    assert span.cut(TEXT) == cut


def test_a_span_that_runs_past_the_text_cuts_nothing() -> None:
    with pytest.raises(SpanError, match="ends after the text, which has 3 characters"):
        Span(1, 4).cut("abc")


@pytest.mark.parametrize(
    ("a", "b", "holds", "meets"),
    [
        (Span(0, 9), Span(2, 5), True, True),
        (Span(0, 9), Span(0, 9), True, True),
        (Span(2, 5), Span(0, 9), False, True),
        (Span(0, 5), Span(4, 9), False, True),
        (Span(0, 5), Span(5, 9), False, False),
        (Span(6, 9), Span(0, 5), False, False),
    ],
    ids=["inside", "same", "around", "overlapping", "touching", "apart"],
)
def test_how_two_spans_lie(a: Span, b: Span, holds: bool, meets: bool) -> None:
    assert (a.holds(b), a.meets(b)) == (holds, meets)


def test_a_moved_span_may_not_leave_the_text() -> None:
    assert Span(3, 5).moved(-3) == Span(0, 2)
    with pytest.raises(SpanError):
        Span(3, 5).moved(-4)


@pytest.mark.parametrize(
    ("text", "drop", "left"),
    [
        ("  so be it ", "", "so be it"),
        ("\u00a0\tso\r\n", "", "so"),
        ("“so,” ", "“”,", "so"),
        (" \n ", "", None),
        ("“”", "“”", None),
        ("", "", None),
    ],
    ids=["blanks", "other-blanks", "marks", "only-blanks", "only-marks", "nothing"],
)
def test_strip(text: str, drop: str, left: str | None) -> None:
    span = strip(text, 0, len(text), drop)
    assert (span.cut(text) if span else None) == left


@given(spans(), spans())
def test_overlap_counts_common_characters(a: Span, b: Span) -> None:
    common = len(set(range(a.start, a.end)) & set(range(b.start, b.end)))
    assert overlap([a], [b]) == overlap([b], [a]) == common
    assert (common > 0) is a.meets(b)


@given(UGLY, st.data())
def test_stripping_keeps_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = strip(text, start, end)
    assert (span.cut(text) if span else "") == text[start:end].strip()


@given(spans(), st.integers(0, 99))
def test_moving_keeps_the_length(span: Span, by: int) -> None:
    assert len(span.moved(by)) == len(span)
    assert span.moved(by).moved(-by) == span
