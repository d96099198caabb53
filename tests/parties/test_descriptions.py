"""Descriptions of people and papers without a name, and whom they mean."""

import pytest

from onrecord.parties.tables import DOCUMENTS, PEOPLE, People
from tests.parties.articles import cast_of, meant


def described(text: str) -> list[tuple[str, str | None]]:
    """Each description with the party that it means."""
    cast = cast_of(text)
    return [(mention.span.cut(text), meant(cast, mention)) for mention in cast.descriptions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two protesters climbed up.", ["Two protesters"]),
        ("A senior official left.", ["A senior official"]),
        ("Hundreds of residents came.", ["Hundreds of residents"]),
        ("Residents came.", ["Residents"]),
        ("Both sides agreed, and the two ministers left.", ["Both sides", "the two ministers"]),
        ("He met Residents Ltd.", []),
        ("One of the protesters left.", ["One of the protesters"]),
        ("It told reporters so.", ["reporters"]),
        ("The Teskan brochure was sent.", ["The Teskan brochure"]),
        ("He read letter after letter.", []),
        ("It was an official matter.", ["an official"]),
        ("Activist Jane Roe left.", []),
        ("Police officers came.", ["officers"]),
        ("The pacts that target residents failed.", ["residents"]),
    ],
    ids=lambda value: str(value)[:28],
)
def test_what_is_a_description(text: str, found: list[str]) -> None:
    assert [mention for mention, _ in described(text)] == found


@pytest.mark.parametrize(
    ("text", "description", "party"),
    [
        ("Two protesters came. The protesters sang.", "The protesters", "Two protesters"),
        ("Old residents came. The young residents left.", "The young residents", "young residents"),
        ("One of the protesters, Jane Roe, sang.", "One of the protesters", "Jane Roe"),
        ("Jane Roe, a lecturer, sang.", "a lecturer", "Jane Roe"),
        ("The Water Committee met. The lawmakers voted.", "The lawmakers", "Water Committee"),
        ("Lawmakers on the Water Committee met.", "Lawmakers", "Water Committee"),
        ("The Water Committee met. Two lawmakers left.", "Two lawmakers", "Two lawmakers"),
        ("The Water Bank fell. The lawmakers voted.", "The lawmakers", "lawmakers"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_whom_a_description_means(text: str, description: str, party: str) -> None:
    found = dict(described(text))
    assert found[description] is not None
    assert str(found[description]).casefold() == party.casefold()


@pytest.mark.parametrize(
    ("text", "paper", "author"),
    [
        ("The Water Council sent a letter to Jane Roe. The letter was long.", "The letter", "Water Council"),
        ("A letter from Jane Roe came.", "A letter", "Jane Roe"),
        ("Russia’s letter came.", "Russia’s letter", "Russia"),
        ("Russia spoke. The Russian letter came.", "The Russian letter", "Russia"),
        ("Jane Roe read a letter.", "a letter", None),
        ("The Water Council published a report. The letter was long.", "The letter", None),
    ],
    ids=lambda value: str(value)[:28],
)
def test_a_paper_stands_for_its_author(text: str, paper: str, author: str | None) -> None:
    assert dict(described(text))[paper] == author


def test_the_forms_of_nouns_for_people() -> None:
    assert PEOPLE["protester"] == People("protester", False, None, PEOPLE["protester"].bodies)
    assert [PEOPLE[word].noun for word in ("protesters", "policemen", "wives", "deputies", "witnesses", "people")] == [
        "protester", "policeman", "wife", "deputy", "witness", "person",
    ]  # fmt: skip
    assert PEOPLE["women"].plural
    assert PEOPLE["woman"].gender == "f"
    assert PEOPLE["crowd"].plural
    assert "committee" in PEOPLE["lawmakers"].bodies


def test_papers_of_one_kind_take_up_each_other() -> None:
    assert DOCUMENTS["pamphlet"] == DOCUMENTS["brochure"] == DOCUMENTS["brochures"]
    assert DOCUMENTS["letter"] != DOCUMENTS["report"]
