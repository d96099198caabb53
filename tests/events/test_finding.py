"""The happenings of whole articles, as the default engine reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import read
from onrecord.record import Event, Record, check

WORDS = st.sampled_from(
    "Mira Tolan met Oren Vale in Geneva on Monday . , “ ” talks were held arrested will not the drafts published "
    "by police three killed 2017 March 3 said that who phone over to agreed ’s attack of and \n\n".split(" ")
)


def events(text: str, published: str = "2019-03-08") -> tuple[Record, tuple[Event, ...]]:
    record = read(text, published=published)
    return record, record.events


def test_a_meeting_is_told_once_with_its_day_and_place() -> None:
    text = (
        "Foreign Minister Mira Tolan met President Oren Vale in Geneva on Monday.\n\n"
        "The meeting lasted two hours. Tolan called the meeting useful."
    )
    record, found = events(text)
    (meeting,) = [event for event in found if event.type == "meet"]
    names = {party.id: party.name for party in record.parties}
    assert {names[id] for id in meeting.participants} == {"Mira Tolan", "Oren Vale"}
    assert (meeting.when, meeting.where, meeting.status) == ("2019-03-04", "Geneva", "held")
    assert len(meeting.triggers) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Mira Tolan did not meet Oren Vale on Monday.",
        "If Mira Tolan met Oren Vale, nobody would know.",
        "Mira Tolan would have resigned.",
    ],
)
def test_what_did_not_happen_is_not_held(text: str) -> None:
    assert [event for event in events(text)[1] if event.status in ("held", "ongoing")] == []


def test_a_refusal_is_no_meeting() -> None:
    assert "meet" not in {event.type for event in events("Mira Tolan refused to meet Oren Vale.")[1]}


def test_what_only_a_speaker_tells_is_claimed() -> None:
    record, found = events("“We arrested Oren Vale on Monday,” Mira Tolan told reporters.")
    (arrest,) = [event for event in found if event.type == "arrest"]
    assert arrest.status == "claimed"
    assert arrest.told_by in {said.id for said in record.statements}


def test_a_day_to_come_makes_it_planned() -> None:
    (election,) = events("The election on March 20 worries Mira Tolan.")[1]
    assert (election.type, election.status, election.when) == ("elect", "planned", "2019-03-20")


def test_a_call_by_its_telephone() -> None:
    _, found = events("Mira Tolan told Oren Vale over the phone on Monday that the talks had failed.")
    (call,) = [event for event in found if event.type == "call"]
    assert (call.when, call.format) == ("2019-03-04", ("by phone",))
    assert len(call.participants) == 2


def test_a_document_and_what_was_done_with_it() -> None:
    record, _ = events("The Teskan Foreign Ministry published the draft agreements on February 14, 2019.")
    (paper,) = record.documents
    assert (paper.kind, paper.date, [step.what for step in paper.life]) == ("agreement", "2019-02-14", ["published"])


@given(st.lists(WORDS, max_size=60).map(" ".join).filter(str.strip))
def test_any_words_make_a_record_that_holds(text: str) -> None:
    record = read(text, published="2019-03-08")
    check(record)
    assert all(event.sure is not None and 0 <= event.sure <= 1 for event in record.events)
    assert record == read(text, published="2019-03-08")
