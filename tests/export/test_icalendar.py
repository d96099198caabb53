"""The calendar, read back by a reader of calendars that others made."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from onrecord.archive import Archive
from onrecord.export.icalendar import folded, icalendar, text, whole_days
from onrecord.record import Record
from onrecord.stories.agenda import agenda
from tests.stories.cases import article, did, owes

A, B = "Mara Ilves", "Tomas Rede"
PLAN = did("meet", "Ilves; Rede, to meet", A, B, when="2022-02-10", where="Vald, harbour", status="planned")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def made(path: Path, *records: Record, on: str = "2022-02-01", base: str | None = None, **asked: str) -> bytes:
    with Archive.open(path, create=True) as archive:
        archive.add_all(records)
        return icalendar(agenda(archive, on=on, **asked), base=base)


def entries(data: bytes) -> list[dict[str, Any]]:
    """The properties of each entry, by their names in small letters."""
    calendar = Calendar.from_ical(data)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk("VEVENT"))
    return [{name.lower(): value for name, value in event.items()} for event in calendar.walk("VEVENT")]


def test_a_meeting_that_is_planned(path: Path) -> None:
    record = article("wire/1 é", PLAN, day="2022-01-21", headline="Talks, again", published="2022-01-21T16:05:00+02:00")
    [event] = entries(made(path, record, base="https://news.example"))
    assert event["summary"] == "Meeting: Mara Ilves, Tomas Rede"
    assert event["location"] == "Vald, harbour"
    assert event["description"] == "Ilves; Rede, to meet\nTalks, again – Vald, 2022-01-21, NPA"
    assert event["dtstart"].dt == date(2022, 2, 10)
    assert "dtend" not in event
    assert event["dtstamp"].dt == datetime(2022, 1, 21, 14, 5, tzinfo=UTC)
    assert (event["status"], event["transp"]) == ("TENTATIVE", "TRANSPARENT")
    assert event["url"] == "https://news.example/article/wire%2F1%20%C3%A9?at=14-34#passage"


def test_what_became_of_the_meeting(path: Path) -> None:
    plan, next_day = article("a1", PLAN, day="2022-01-21"), "2022-02-11"
    [planned] = entries(made(path, plan))
    [off] = entries(
        made(
            path,
            article("a2", did("meet", "called off", A, B, when="2022-02-10", status="cancelled"), day="2022-02-09"),
        )
    )
    assert (off["status"], off["summary"]) == ("CANCELLED", "Cancelled: Meeting: Mara Ilves, Tomas Rede")
    [held] = entries(made(path, article("a3", did("meet", "met", A, B, when="2022-02-10"), day=next_day)))
    assert held["status"] == "CONFIRMED"
    assert held["uid"] == off["uid"] == planned["uid"]
    assert held["dtstamp"].dt == datetime(2022, 2, 11, tzinfo=UTC)


def test_an_answer_that_is_due_by_the_end_of_a_week(path: Path) -> None:
    owed = owes("Keld", "Keld will pay by the end of next week", "pay", to="Sarmia", due="2022-02-07/2022-02-13")
    [event] = entries(made(path, article("a1", owed)))
    assert event["summary"] == "Due: Keld, pay (to Sarmia)"
    assert event["dtstart"].dt == date(2022, 2, 13)
    assert event["categories"].to_ical() == b"Answer due"


def test_a_meeting_of_several_days_ends_on_the_day_after(path: Path) -> None:
    talks = did("talks", "three days of talks", A, B, when="2022-02-26/2022-02-28", status="planned")
    [event] = entries(made(path, article("a1", talks)))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2022, 2, 26), date(2022, 3, 1))


def test_what_is_no_entry(path: Path) -> None:
    records = [
        article("a1", did("meet", "met", A, B, when="2022-01-10")),  # nobody told of it as planned
        article("a2", did("meet", "will meet", A, status="planned")),  # no day
        article("a3", did("meet", "will meet this year", B, when="2022", status="planned")),
        article("a4", did("attack", "plans an attack", A, when="2022-02-10", status="planned")),
        article("a5", owes("Keld", "Keld will pay the fee", "pay the fee")),
        article("a6", owes("Sarmia", "Sarmia has paid the fee", "paid the fee", due="2022-02-10", status="met")),
    ]
    assert entries(made(path, *records)) == []


def test_two_meetings_of_one_clause_have_two_ids(path: Path) -> None:
    days = (did("meet", "will meet on both days", A, B, when=f"2022-02-1{n}", status="planned") for n in (0, 1))
    assert len({event["uid"] for event in entries(made(path, article("a1", *days)))}) == 2


def test_the_calendar_of_a_party_and_from_a_day(path: Path) -> None:
    other = article("a2", did("visit", "will visit", "Hanne Brisk", when="2022-03-01", status="planned"))
    data = made(path, article("a1", PLAN), other, party="person-hanne-brisk")
    assert [event["summary"] for event in entries(data)] == ["Visit: Hanne Brisk"]
    assert [event["summary"] for event in entries(made(path, first="2022-02-11"))] == ["Visit: Hanne Brisk"]


def test_the_same_archive_gives_the_same_bytes(path: Path) -> None:
    assert made(path, article("a1", PLAN)) == made(path)


def test_an_article_without_any_date_has_a_stamp_all_the_same(path: Path) -> None:
    [event] = entries(made(path, article("a1", PLAN, day=None)))
    assert event["dtstamp"].dt == datetime(1970, 1, 1, tzinfo=UTC)


# Half a surrogate pair has no UTF-8, and no article can hold one; a lone line end of another kind becomes "\n".
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"), min_size=1)


@given(WORDS)
def test_any_words_come_back_as_they_went_in(words: str) -> None:
    lines = (
        ("BEGIN", "VEVENT"),
        ("UID", "x"),
        ("DTSTAMP", "19700101T000000Z"),
        ("SUMMARY", text(words)),
        ("END", "VEVENT"),
    )
    event = Event.from_ical(b"".join(map(folded, lines)))
    assert event.errors == []
    assert str(event["summary"]) == words


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_line_is_longer_than_75_octets_and_no_sign_is_cut(words: str) -> None:
    line = folded(("DESCRIPTION", text(words)))
    assert line.endswith(b"\r\n")
    pieces = line[:-2].split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode() for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert b"".join((pieces[0], *(piece[1:] for piece in pieces[1:]))) == f"DESCRIPTION:{text(words)}".encode()


@given(st.text())
def test_a_value_holds_no_line_end_and_no_control_character(words: str) -> None:
    assert not any(sign < " " and sign != "\t" for sign in text(words))


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30)), st.integers(0, 30))
def test_days_are_days_in_every_year(first: date, length: int) -> None:
    last = min(first + timedelta(days=min(length, (date.max - first).days)), date.max - timedelta(days=1))
    lines = dict(whole_days(f"{first.isoformat()}/{last.isoformat()}"))
    assert lines["DTSTART;VALUE=DATE"] == first.strftime("%Y%m%d").rjust(8, "0")
    assert all(len(value) == 8 for value in lines.values())
