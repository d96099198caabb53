"""The date of a dateline, and the year that it leaves out."""

import pytest

from onrecord.intake.copy import DatelineText
from onrecord.language import make_doc
from onrecord.record import Dateline, Paragraph
from onrecord.spans import Span
from onrecord.times import anchor_date, settle_dateline

JANUARY_21 = DatelineText(Span(0, 19), "Avenport", "ANX", None, 1, 21)
TALKS = "AVENPORT, January 21. The envoy said on Friday that they met. On December 17, 2021, a draft was sent."


def settle(dateline: DatelineText | None, text: str, published: str | None) -> Dateline:
    return settle_dateline(dateline, make_doc(text, [Paragraph(Span(0, len(text)), "body")]), published)


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2022-01-21", "2022-01-21"), ("2022-01-22T08:00:00+01:00", "2022-01-21"), ("2021-12-30", "2022-01-21"),
     ("2022-08-01", "2022-01-21")],
)  # fmt: skip
def test_the_year_comes_from_publication(published: str, expected: str) -> None:
    found = settle(JANUARY_21, "AVENPORT, January 21.", published)
    assert (found.date, found.notes) == (expected, (f"year inferred from publication on {published[:10]}",))


def test_the_turn_of_the_year() -> None:
    december = DatelineText(Span(0, 9), "Avenport", None, None, 12, 31)
    assert settle(december, "AVENPORT, Dec. 31.", "2022-01-01").date == "2021-12-31"


def test_the_year_comes_from_the_text() -> None:
    found = settle(JANUARY_21, TALKS, None)
    assert found.date == "2022-01-21"
    assert found.notes == ('year inferred from "December 17, 2021" and "Friday"',)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy said on Thursday that they met. On December 17, 2021, a draft was sent.", "2022-01-21"),
        ("The envoy said they met. On December 17, 2021, a draft was sent.", "2022-01-21"),
        ("On January 10, 2022, they met. On Friday they parted.", "2022-01-21"),
        ("The envoy said on Friday that they met. The pact of 2019 holds.", "2022-01-21"),
        ("On January 12 they met, and the following day they parted. The pact of 2021 holds. Friday", "2022-01-21"),
        ("The envoy said on Friday that they met.", None),
        ("The envoy spoke.", None),
    ],
    ids=["day before", "no weekday", "same year", "only a year", "a day after another", "no year", "nothing"],
)
def test_what_the_text_tells(text: str, expected: str | None) -> None:
    found = settle(JANUARY_21, text, None)
    assert found.date == expected
    assert len(found.notes) == 1


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        (None, "2022-01-21"),
        (DatelineText(Span(0, 8), "Avenport"), "2022-01-21"),
        (DatelineText(Span(0, 8), "Avenport", None, 2021, 2, 29), None),
        (DatelineText(Span(0, 8), "Avenport", None, None, 2, 30), "2022-01-21"),
    ],
    ids=["no dateline", "no day", "no leap year", "no such day"],
)
def test_no_date(dateline: DatelineText | None, published: str | None) -> None:
    assert settle(dateline, "AVENPORT. They met.", published).date is None


def test_a_given_year_is_kept() -> None:
    given = DatelineText(Span(0, 8), "Avenport", "ANX", 2019, 1, 21)
    assert settle(given, TALKS, "2022-01-21") == Dateline("Avenport", "2019-01-21", "ANX", Span(0, 8))


@pytest.mark.parametrize(
    ("dateline", "published", "expected"),
    [
        (Dateline(date="2022-01-21"), "2022-02-01", "2022-01-21"),
        (Dateline(), "2022-02-01T10:00:00", "2022-02-01"),
        (Dateline(), None, None),
        (Dateline(), "last week", None),
    ],
)
def test_the_day_to_count_from(dateline: Dateline, published: str | None, expected: str | None) -> None:
    found = anchor_date(dateline, published)
    assert (found.isoformat() if found else None) == expected
