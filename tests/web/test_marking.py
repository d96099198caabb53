import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.spans import Span
from onrecord.web.marking import Mark, cut, mark_found, mark_up

TAGS = re.compile("<[^>]*>")


def mark(start: int, end: int, id: str, *, rank: int = 0) -> Mark:
    return Mark(Span(start, end), "mark", "m", id, rank=rank)


def words_of(html: str) -> str:
    """What is left of the HTML without its tags."""
    return unescape(TAGS.sub("", html))


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "abcdef"),
        ([mark(1, 3, "x")], 'a<mark id="x" class="m">bc</mark>def'),
        ([mark(0, 6, "x")], '<mark id="x" class="m">abcdef</mark>'),
        (
            [mark(1, 5, "x"), mark(2, 3, "y", rank=1)],
            'a<mark id="x" class="m">b<mark id="y" class="m">c</mark>de</mark>f',
        ),
        (
            [mark(0, 3, "x"), mark(2, 5, "y")],
            '<mark id="x" class="m">ab<mark id="y" class="m">c</mark></mark><mark class="m">de</mark>f',
        ),
        (
            [mark(1, 3, "child", rank=1), mark(1, 3, "parent")],
            'a<mark id="parent" class="m"><mark id="child" class="m">bc</mark></mark>def',
        ),
        (
            [mark(0, 3, "inner", rank=1), mark(2, 5, "outer")],
            '<mark id="inner" class="m">ab</mark>'
            '<mark id="outer" class="m"><mark class="m">c</mark>de</mark>f',
        ),
        ([mark(0, 2, "x"), mark(2, 4, "y")], '<mark id="x" class="m">ab</mark><mark id="y" class="m">cd</mark>ef'),
        ([mark(4, 90, "x"), mark(50, 60, "y")], 'abcd<mark id="x" class="m">ef</mark>'),
    ],
    ids=["none", "one", "all", "nested", "overlapping", "same words", "inner first", "side by side", "beyond"],
)  # fmt: skip
def test_marked_text(marks: list[Mark], html: str) -> None:
    assert mark_up("abcdef", marks) == html


def test_a_part_of_a_text_is_marked_by_what_lies_in_it() -> None:
    marks = [mark(0, 4, "x"), mark(5, 6, "y")]
    assert mark_up("abcdef", marks, start=2, end=5) == '<mark class="m">cd</mark>e'


def test_the_tail_stands_behind_the_last_word_alone() -> None:
    tailed = Mark(Span(0, 4), "mark", "m", tail=Markup("<a></a>"))
    assert mark_up("abcdef", [tailed, mark(1, 2, "x", rank=1)]).count("<a></a></mark>ef") == 1
    assert "<a>" not in mark_up("abcdef", [tailed], end=3)


def test_text_and_attributes_are_escaped() -> None:
    hostile = Mark(Span(0, 3), "mark", '"><b>', '"><i>', (("title", '"><u>'),))
    html = mark_up("<s>&", [hostile])
    assert html.endswith("&lt;s&gt;</mark>&amp;")
    assert not re.search("<[biu]>", html)


def test_found_words() -> None:
    assert mark_found("a reply <due>", [Span(2, 7)]) == 'a <mark class="found">reply</mark> &lt;due&gt;'
    assert mark_found("", []) == ""


spans = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
many_marks = st.lists(
    st.builds(Mark, span=spans, tag=st.just("mark"), classes=st.text(), id=st.text(), rank=st.integers(0, 3)),
    max_size=12,
)


@given(st.text(max_size=40), many_marks)
def test_the_words_come_out_as_they_went_in(text: str, marks: list[Mark]) -> None:
    plain = [Mark(mark.span, "mark", "m", rank=mark.rank) for mark in marks]
    assert words_of(mark_up(text, plain)) == text


@given(st.text("ab<&\"'", max_size=40), many_marks)
def test_elements_close_in_the_order_of_opening(text: str, marks: list[Mark]) -> None:
    html = mark_up(text, [Mark(mark.span, f"m{i}", "m", rank=mark.rank) for i, mark in enumerate(marks)])
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(m\d+)", html):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []


@given(st.integers(0, 40), st.integers(0, 40), many_marks)
def test_runs_cover_their_part_and_know_all_their_marks(start: int, length: int, marks: list[Mark]) -> None:
    runs = list(cut(start, start + length, marks))
    assert "".join("x" * (run.end - run.start) for run in runs) == "x" * length
    for run in runs:
        expected = [mark for mark in marks if mark.span.start < run.end and run.start < mark.span.end]
        assert sorted(map(id, run.marks)) == sorted(map(id, expected))
        assert all(mark.span.start <= run.start and run.end <= mark.span.end for mark in run.marks)


def test_a_long_text_with_many_marks_takes_one_pass() -> None:
    marks = [mark(at, at + 60, str(at)) for at in range(0, 1_000_000, 200)]
    assert len(words_of(mark_up("x" * 1_000_000, marks))) == 1_000_000
