"""The record: it is refused when it breaks its own rules, and survives JSON unchanged."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.record import (
    Article,
    Commitment,
    Dateline,
    Engine,
    Event,
    Paragraph,
    Party,
    Record,
    Statement,
    Time,
    check,
    from_json,
    schema,
    spans_of,
    to_json,
)
from onrecord.spans import Span

TEXT = "VALDMOOR, March 8 (Boreal) - “We shall 🜁 reply,”\u00a0Corvast said on Friday.\r\n"
ENGINE = Engine("onrecord", "0")


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


WORDS, SPEAKER = at("We shall 🜁 reply"), at("Corvast")
ARTICLE = Article(
    TEXT,
    dateline=Dateline("Valdmoor", "2019-03-08", "Boreal", Span(0, 26), ("year from the publication date",)),
    published="2019-03-08",
    paragraphs=(Paragraph(Span(0, len(TEXT.rstrip())), "body"),),
)
CORVAST = Party("p1", "Elena Corvast", "person", mentions=(SPEAKER,))
SAID = Statement("s1", (WORDS,), SPEAKER, at("said"), "p1", "direct")
FRIDAY = Time(at("Friday").start, at("Friday").end, "Friday", "DATE", "2019-03-08", "2019-03-08")
REPLY = Event("e1", "respond", ("p1",), "planned", (WORDS,), told_by="s1")
OWED = Commitment("c1", "p1", (WORDS,), "promise", "open", (WORDS,), told_by="s1")
RECORD = Record("boreal-1", ARTICLE, ENGINE, (CORVAST,), (FRIDAY,), (SAID,), (REPLY,), (OWED,))


def changed(**fields: Any) -> Record:
    return msgspec.structs.replace(RECORD, **fields)


def replaced(struct: msgspec.Struct, **fields: Any) -> tuple[Any, ...]:
    return (msgspec.structs.replace(struct, **fields),)


def test_a_sound_record_passes() -> None:
    check(RECORD)


BEYOND = Span(60, 999)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (changed(statements=replaced(SAID, content=(WORDS, BEYOND))), r"statements\[0\].content\[1\] is \[60, 999\)"),
        (changed(statements=replaced(SAID, source=BEYOND)), r"statements\[0\].source"),
        (changed(statements=replaced(SAID, cue=BEYOND)), r"statements\[0\].cue"),
        (changed(statements=replaced(SAID, asked=BEYOND)), r"statements\[0\].asked"),
        (changed(parties=replaced(CORVAST, mentions=(BEYOND,))), r"parties\[0\].mentions\[0\]"),
        (changed(times=replaced(FRIDAY, end=999)), r"times\[0\]"),
        (changed(times=replaced(FRIDAY, text="Monday")), r"times\[0\].text is 'Monday' and the text has 'Friday'"),
        (changed(events=replaced(REPLY, evidence=(BEYOND,))), r"events\[0\].evidence\[0\]"),
        (changed(commitments=replaced(OWED, what=(BEYOND,))), r"commitments\[0\].what\[0\]"),
        (changed(commitments=replaced(OWED, evidence=(BEYOND,))), r"commitments\[0\].evidence\[0\]"),
        (changed(article=replaced(ARTICLE, dateline=Dateline(span=BEYOND))[0]), "article.dateline"),
        (changed(article=replaced(ARTICLE, paragraphs=(Paragraph(BEYOND, "body"),))[0]), r"article.paragraphs\[0\]"),
        (changed(statements=replaced(SAID, speaker="p9")), r"statements\[0\].speaker is 'p9'"),
        (changed(statements=replaced(SAID, to="p9")), r"statements\[0\].to is 'p9'"),
        (changed(statements=replaced(SAID, parent="s9")), r"statements\[0\].parent is 's9'"),
        (changed(events=replaced(REPLY, participants=("p1", "p9"))), r"events\[0\].participants is 'p9'"),
        (changed(events=replaced(REPLY, told_by="s9")), r"events\[0\].told_by is 's9'"),
        (changed(commitments=replaced(OWED, who="p9")), r"commitments\[0\].who is 'p9'"),
        (changed(commitments=replaced(OWED, to="p9")), r"commitments\[0\].to is 'p9'"),
        (changed(commitments=replaced(OWED, told_by="s9")), r"commitments\[0\].told_by is 's9'"),
    ],
)  # fmt: skip
def test_a_record_that_breaks_its_rules_is_refused(record: Record, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        check(record)
    with pytest.raises(RecordError, match=message):
        from_json(to_json(record))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a record: Input data was truncated"),
        (b"{", "not a record: Input data was truncated"),
        (b"[]", "Expected `object`, got `array`"),
        (b"{}", "missing required field `id`"),
        (b"\xff\xfe", "not a record"),
        (to_json(RECORD).replace(b'"direct"', b'"shouted"'), r"\$.statements\[0\].kind"),
        (to_json(RECORD).replace(msgspec.json.encode(WORDS), b"[46,30]"), r"holds no text"),
        (to_json(RECORD).replace(b'"id":"s1"', b'"id":7'), r"Expected `str`, got `int`"),
    ],
    ids=["empty", "cut-off", "list", "no-fields", "bytes", "kind", "span", "type"],
)
def test_other_json_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        from_json(data)


def test_a_field_of_a_later_version_is_read_over() -> None:
    assert from_json(to_json(RECORD).replace(b'{"id":"boreal-1"', b'{"later":1,"id":"boreal-1"')) == RECORD


def test_json_round_trips_on_one_line() -> None:
    data = to_json(RECORD)
    assert from_json(data) == RECORD
    assert b"\n" not in data
    assert to_json(from_json(data)) == data


def test_spans_of_names_each_span_once() -> None:
    paths = [path for path, _ in spans_of(RECORD)]
    assert len(paths) == len(set(paths)) == 10
    assert all(span.cut(TEXT) for _, span in spans_of(RECORD))


def test_the_schema_knows_each_field_of_a_record() -> None:
    made = schema()
    assert made["$schema"].endswith("2020-12/schema")
    assert set(made["$defs"]["Record"]["properties"]) == set(Record.__struct_fields__)
    assert set(made["$defs"]["Statement"]["properties"]) == set(Statement.__struct_fields__)


def test_a_record_can_be_put_into_a_set() -> None:
    assert len({RECORD, changed(), changed(id="boreal-2")}) == 2


UGLY = st.text(
    st.sampled_from('a🜁\u0301\u00a0\u200b \r\n\u2028“”"\\\x00') | st.characters(codec="utf-8"), min_size=1, max_size=30
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any text, with a party, a time and a statement that lie somewhere in it."""
    text = draw(UGLY)
    spans = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(text)))
    )
    at = draw(spans)
    time = Time(at.start, at.end, at.cut(text), draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])))
    party = Party("p1", draw(UGLY), "person", mentions=tuple(draw(st.lists(spans, max_size=3))))
    content = tuple(sorted(draw(st.lists(spans, min_size=1, max_size=3))))
    said = Statement("s1", content, draw(spans | st.none()), draw(spans | st.none()), "p1", "mixed")
    return Record(draw(UGLY), Article(text), ENGINE, (party,), (time,), (said,))


@given(records())
def test_any_record_survives_json(record: Record) -> None:
    again = from_json(to_json(record))
    assert again == record
    text = again.article.text
    assert [span.cut(text) for _, span in spans_of(again)] == [span.cut(text) for _, span in spans_of(record)]


def test_half_a_surrogate_pair_is_no_json() -> None:
    record = Record("\ud800", Article("Text."), Engine("onrecord", "0"))
    with pytest.raises(RecordError, match="surrogate"):
        to_json(record)
