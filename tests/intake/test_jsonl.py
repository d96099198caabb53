"""Articles as JSON lines: fields, errors that say where and how to mend, and lines that never stop the rest."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.intake import jsonl
from onrecord.intake.copy import Copy
from onrecord.intake.jsonl import bounded_lines, read_jsonl, read_object

LEAD = "The envoys of Ruritania and Graustark met in Strelsau on Friday."


def article(**fields: Any) -> Copy | ReadError:
    return next(read_object(json.dumps({"text": LEAD} | fields).encode(), where="wire.jsonl:17"))


def taken(**fields: Any) -> Copy:
    read = article(**fields)
    assert isinstance(read, Copy)
    return read


def test_a_line_is_an_article() -> None:
    copy = taken(
        id="a1", published="2022-01-21", headline="Envoys meet", deck="No word", section="World",
        byline=["Jane Roe"], url="https://courier.example/1", publisher="Courier", agency="AP", language="en",
    )  # fmt: skip
    assert copy.text == f"Envoys meet\n\nNo word\n\n{LEAD}"
    assert (copy.id, copy.published, copy.section, copy.byline) == ("a1", "2022-01-21", "World", ("Jane Roe",))
    assert (copy.source.agency, copy.source.publisher, copy.source.url, copy.source.format) == (
        "AP", "Courier", "https://courier.example/1", "jsonl",
    )  # fmt: skip


@pytest.mark.parametrize("text", [f"\n{LEAD}\n ", f"{LEAD}\u00a0 \U0001f600", "x"])
def test_text_alone_is_kept_as_it_is(text: str) -> None:
    assert taken(text=text).text == text


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"id": 17}, "id", "17"),
        ({"id": None}, "id", None),
        ({"id": ""}, "id", None),
        ({"published": None}, "published", None),
        ({"published": "2022-01-21T14:05:00Z"}, "published", "2022-01-21T14:05:00+00:00"),
        ({"byline": "By Jane Roe and Black Michael"}, "byline", ("Jane Roe", "Black Michael")),
        ({"headline": " "}, "headline", None),
        ({"unknown": [1, {"x": 2}]}, "headline", None),
    ],
    ids=str,
)
def test_fields(fields: dict[str, Any], attribute: str, value: Any) -> None:
    assert getattr(taken(**fields), attribute) == value


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"published": "12/03/24"}, '"published" is "12/03/24"; write the date as YYYY-MM-DD'),
        ({"published": 20220121}, '"published" is 20220121; write the date as YYYY-MM-DD'),
        ({"text": " \n"}, '"text" is " \\n"; write the article\'s text there'),
        ({"text": None}, 'there is no "text"; write the article\'s text there'),
        ({"text": ["a"]}, '"text" is ["a"]; write the article\'s text there'),
        ({"id": 1.5}, '"id" is 1.5; write a string or a whole number'),
        ({"id": True}, '"id" is true; write a string or a whole number'),
        ({"headline": 3}, '"headline" is 3; write a string, or leave it out'),
        ({"byline": [3]}, '"byline" is [3]; write a name or a list of names'),
        ({"url": {"a": "x" * 90}}, '"url" is {"a": "' + "x" * 50 + "...; write a string, or leave it out"),
    ],
    ids=str,
)
def test_wrong_fields_say_where_what_and_how_to_mend(fields: dict[str, Any], message: str) -> None:
    assert str(article(**fields)) == f"wire.jsonl:17: {message}"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "x"', "not JSON at column 13: Expecting ',' delimiter; write one JSON object a line"),
        (b"[1, 2]", '[1, 2] is no JSON object; write {"id", "published", "text"}'),
        (b'{"text": "caf\xe9"}', "byte 14 of the line is not UTF-8; save the file as UTF-8"),
        (b"[" * 100_000, "JSON that cannot be read: "),
    ],
    ids=["broken", "list", "latin", "nested"],
)
def test_broken_lines(line: bytes, message: str) -> None:
    assert str(next(read_object(line, where="wire.jsonl:17"))).startswith(f"wire.jsonl:17: {message}")


def test_a_broken_line_stops_nothing() -> None:
    lines = [b'\xef\xbb\xbf{"id": 1, "text": "One."}\n', b"\n", b"{broken\n", b'{"id": 4, "text": "Four."}']
    read = list(read_jsonl(lines, name="wire.jsonl", published="2022-01-21"))
    assert [item.id if isinstance(item, Copy) else str(item)[:13] for item in read] == ["1", "wire.jsonl:3:", "4"]
    assert isinstance(read[0], Copy)
    assert read[0].published == "2022-01-21"


def test_a_line_that_is_too_long_is_an_error_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_BYTES", 64)
    stream = io.BytesIO(b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "Two."}\n')
    first, second = read_jsonl(bounded_lines(stream), name="wire.jsonl")
    assert str(first) == "wire.jsonl:1: the line has more than 0 MiB; write one article a line"
    assert isinstance(second, Copy)
    assert second.text == "Two."


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_any_bytes_are_copy_or_errors(lines: list[bytes]) -> None:
    stream = io.BytesIO(b"\n".join(lines))
    assert all(isinstance(item, Copy | ReadError) for item in read_jsonl(bounded_lines(stream), name="any"))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9), st.lists, max_leaves=3
)
FIELDS = st.sampled_from(["id", "published", "text", "headline", "deck", "byline", "section", "url", "language"])


@given(st.dictionaries(FIELDS, JSON | st.text(st.characters(codec=None), min_size=1, max_size=20)))
def test_any_object_is_copy_or_an_error_that_names_its_place(fields: dict[str, Any]) -> None:
    read = next(read_object(json.dumps(fields).encode(), where="any:1"))
    if isinstance(read, ReadError):
        assert str(read).startswith("any:1: ")
    else:
        assert all(part.span.cut(read.text) for part in read.paragraphs)
