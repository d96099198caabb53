"""What the tagger finds, in the bounds of the record. All countries and people are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import read
from onrecord.parties import find_parties
from onrecord.record import Record, check
from onrecord.spans import Span
from onrecord.statements.agents import subject_elsewhere
from onrecord.statements.lines import Page
from tests.statements.marked import doc_of, parts_of, statements_of, unmark

ROWS = {
    "indirect with that": "{The minister} <said> that [the talks would go on next week].",
    "direct behind": "{Mira Tolan} <said>: “[We shall answer in writing.]”",
    "direct in front": "“[We shall answer in writing],” {Mira Tolan} <said>.",
    "broken by its attribution": "“[We shall answer],” {Mira Tolan} <said>, “[but not today.]”",
    "auxiliaries are no cue": "{Mira Tolan} has repeatedly <said> that [the talks would go on next week].",
    "according to": "[The talks were cut short], <according to> {the ministry}.",
    "no apposition in the source": "{Mira Tolan}, the foreign minister, <said> [the talks would go on next week].",
    "an infinitive": "{The government} <vowed> to [answer within a month].",
    "a clause with a comma between": "{Mira Tolan}, who came late, <said> that [the talks would go on next week].",
    "a clause in the source": "{The envoy}, who had come with Oren Vale, <said> that [the talks would go on].",
    "a belief": "{Many voters} <believe> [the strait should be closed to foreign ships].",
}


@pytest.mark.parametrize("marked", ROWS.values(), ids=ROWS.keys())
def test_parts_of_a_statement(marked: str) -> None:
    text, expected = unmark(marked)
    statements, _ = statements_of(text, "default")
    assert parts_of(text, statements) == expected
    assert [said.rule for said in statements] == ["tagger"]
    assert all(said.sure is not None and 0 < said.sure < 1 for said in statements)


NOTHING = {
    "a deed": "The ships left the port of Grent on Monday and sailed north.",
    "a paper handed out": "The ministry published the draft agreements on its website.",
    "a title": "The film “Nobody Said It” opens today.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_no_statement(text: str) -> None:
    assert statements_of(text, "default")[0] == ()


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "“We shall wait,” Mira Tolan said. “The sea is cold.\n\n“It will be warm in May.”\n\nThe ships left."
    (said,) = read(text).statements
    assert [piece.cut(text) for piece in said.content] == [
        "We shall wait",
        "The sea is cold.",
        "It will be warm in May.",
    ]


def test_whom_a_relative_pronoun_means() -> None:
    text = "The letter was read by Mira Tolan, who said that the talks would go on next week."
    statements, names = statements_of(text, "default")
    assert [names[said.speaker or ""] for said in statements] == ["Mira Tolan"]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Orla, Wanda and Mira Tolan said that the ships had left the port.", "Orla, Wanda and Mira Tolan", None),
        ("Mira Tolan left the room early, citing the long talks of the day before.", "Mira Tolan", None),
        ("The Water Council sent a letter to Oren Vale demanding answers on the talks.", "The Water Council", None),
        ("Mira Tolan said by phone that the ships had left the port.", "Mira Tolan", None),
        ("“No ship shall wait for spring in this port.” ― Mira Tolan", "Mira Tolan", None),
    ],
    ids=lambda value: str(value)[:28],
)
def test_a_source_that_does_not_stand_before_its_verb(text: str, source: str, speaker: str | None) -> None:
    record = read(text)
    names = {party.id: party.name for party in record.parties}
    found = [(said.source.cut(text), names[said.speaker]) for said in record.statements if said.source and said.speaker]
    assert found == [(source, speaker or source.removeprefix("The "))]


@pytest.mark.parametrize(
    "marked",
    [
        "[The strait should open], a call <echoed> by {the Water Council} on Friday.",
        "The plan was <called> “[a long farce]” by {Mira Tolan}.",
        "The plan was <called> “[a long farce]” by phone.",
        "The plan was <called> [a farce] by saying so.",
        "{Mira Tolan} left early, <citing> [the long talks].",
        "In <declaring> [the strait closed], {Mira Tolan} went on.",
        "Her <warning> [of the storm] was late.",
        "They <denied> [the long talks] by Friday.",
    ],
)
def test_a_subject_that_stands_elsewhere(marked: str) -> None:
    text, parts = unmark(marked)
    doc = doc_of(text)
    page = Page(doc, find_parties(doc), ())
    cue, content = (_span_in(text, parts[kind][0]) for kind in ("cue", "content"))
    found = subject_elsewhere(page, cue, (content,))
    assert ([found.cut(text)] if found else []) == parts["source"]


def _span_in(text: str, piece: str) -> Span:
    return Span(text.index(piece), text.index(piece) + len(piece))


def test_a_heading_does_not_make_a_source_of_who_is_told() -> None:
    text = "Crews urged to stay in port\n\nTESKA, May 3 (NPA) - The council told crews to stay in port.\n"
    assert [said.source and said.source.cut(text) for said in read(text).statements] == [None, "The council"]


MIXED = "Mira Tolan said that the talks would go on. “We wait,” she said.\n\nThe ships left the port."


def test_a_paragraph_reads_the_same_in_any_company() -> None:
    alone = [(s.content, s.sure) for s in read(MIXED).statements]
    front = "The port of Grent lies in the north. " * 9 + "\n\n"
    moved = read(front + MIXED).statements
    shift = len(front)
    assert [(tuple((p.start - shift, p.end - shift) for p in s.content), s.sure) for s in moved] == [
        (tuple((p.start, p.end) for p in content), sure) for content, sure in alone
    ]


def test_strict_keeps_only_what_is_sure() -> None:
    every, sure = read(MIXED), read(MIXED, strict=True)
    assert {said.content for said in sure.statements} <= {said.content for said in every.statements}
    assert all(said.sure is not None and said.sure > 0.8 for said in sure.statements)


def test_wide_adds_and_takes_nothing_away() -> None:
    text = "The Council welcomed the move. Mira Tolan said that the talks would go on next week."
    plain, wide = read(text), read(text, wide=True)
    assert {s.content for s in plain.statements} < {s.content for s in wide.statements}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aBc .,:“”\"'’«»—\n\u200b\u202e\ud83d\ude00é—9")), max_size=300))
def test_any_text_gives_a_record(text: str) -> None:
    if text.strip():
        record = read(text + " x")
        assert isinstance(record, Record)
        check(record)
