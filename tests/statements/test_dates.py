"""On which day statements were made, over several of them: a row is an article, with the days of its statements."""

from datetime import date

import pytest

from onrecord.language import tag
from onrecord.parties import find_parties
from onrecord.statements import find_statements
from onrecord.times import find_times
from tests.statements.marked import doc_of

# Of Friday, March 8, 2019.
ARTICLES = {
    "the same speaker goes on": (
        "Mira Tolan said on Monday that the talks would go on.\n“We shall answer,” Tolan said.",
        ["2019-03-04", "2019-03-04"],
    ),
    "another speaker does not": (
        "Mira Tolan said on Monday that the talks would go on.\nThe draft was not ready, Oren Vale said.",
        ["2019-03-04", None],
    ),
    "too far": (
        "Mira Tolan said on Monday that the talks would go on.\n" + "The ferry sailed.\n" * 4 + "“We won,” Tolan said.",
        ["2019-03-04", None],
    ),
    "what she has said before": (
        "Mira Tolan said on Monday that the talks would go on.\nTolan has said that the draft was not ready.",
        ["2019-03-04", None],
    ),
    "a new date": (
        "Mira Tolan said on Monday that the talks would go on.\nOn Wednesday, Tolan said that the draft was ready.",
        ["2019-03-04", "2019-03-06"],
    ),
    "the letter, dated where nobody is quoted": (
        "The council sent a letter to Oren Vale on Tuesday.\n“Only then did the ferry stop,” the letter stated.",
        ["2019-03-05"],
    ),
    "in its own letter": (
        "Mira Tolan said on Monday that the talks would go on.\nIn a letter, Tolan said that the draft was ready.",
        ["2019-03-04", None],
    ),
    "in an interview behind": (
        "Mira Tolan said on Monday that the talks would go on.\n“We shall answer,” Tolan said in an interview.",
        ["2019-03-04", "2019-03-04"],
    ),
    "a debate is for all who speak": (
        "The leaders met for a debate on Tuesday.\nMira Tolan said that the talks would go on.\n"
        "“The draft is not ready,” Oren Vale replied.",
        ["2019-03-05", "2019-03-05"],
    ),
    "but not for what is said to a paper": (
        "The leaders met for a debate on Tuesday.\nMira Tolan told the Grent Courier that the talks would go on.",
        [None],
    ),
    "a view is held at no debate": (
        "The leaders met for a debate on Tuesday.\nMira Tolan believes that the talks will go on.",
        [None],
    ),
    "where a pronoun goes on": (
        "On Wednesday, Mira Tolan came to Grent. “We shall answer,” she said.",
        ["2019-03-06"],
    ),
    "the day of publication gives none": ("Mira Tolan said that the talks would go on.", [None]),
    "the hour is left out": ("“We shall answer,” Mira Tolan said late on Thursday.", ["2019-03-07"]),
    "inside a quotation": (
        "“Oren Vale said on Monday that it was over, and he was wrong,” Mira Tolan said.",
        [None, "2019-03-04"],
    ),
}


def days_of(text: str) -> list[str | None]:
    doc = doc_of(text)
    _, found = find_statements(doc, find_parties(doc), find_times(doc, date(2019, 3, 8)), tag(doc, "rules"))
    return [said.said_on for said in found]


@pytest.mark.parametrize(("text", "days"), ARTICLES.values(), ids=ARTICLES.keys())
def test_the_days_of_an_article(text: str, days: list[str | None]) -> None:
    assert days_of(text) == days


def test_whom_a_pronoun_means_that_was_told() -> None:
    text = "Oren Vale came to Grent. Mira Tolan told him that the talks would go on."
    doc = doc_of(text)
    found, (said,) = find_statements(doc, find_parties(doc), (), tag(doc, "rules"))
    assert {party.id: party.name for party in found.parties}[said.to or ""] == "Oren Vale"
