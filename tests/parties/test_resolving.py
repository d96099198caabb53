"""Whom a last name, an acronym, a short form or an office means."""

import pytest

from tests.parties.articles import cast_of, names, pairs


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Petrak says no\nMinister Ana Petrak spoke.", "Petrak", "Ana Petrak"),
        ("Jane Smith left. John Smith came. Smith said no.", "Smith", "John Smith"),
        ("John Smith left. Jane Smith came. Smith said no.", "Smith", "Jane Smith"),
        ("Jane Smith left. John Smith came. Ms Smith said no.", "Ms Smith", "Jane Smith"),
        ("Abu Hassan Amer left. Sadeq Abu Amer came. Amer said no.", "Amer", "Abu Hassan Amer"),
        ("Abu Hassan Amer left. Sadeq Abu Amer came. Abu Amer said no.", "Abu Amer", "Sadeq Abu Amer"),
        ("Abu Anas Al Saud left. Al Saud said no.", "Al Saud", "Abu Anas Al Saud"),
        ("Ursula van der Leyen left. Van der Leyen said no.", "Van der Leyen", "Ursula van der Leyen"),
        ("Jane Young left. Young said no.", "Young", "Jane Young"),
        ("Then-Secretary of State Orla Vane left. Vane said no.", "Vane", "Orla Vane"),
        ("Ex-President Oren Tal left. Tal said no.", "Tal", "Oren Tal"),
        ("Holly Bowles left. Holly was tired.", "Holly", "Holly Bowles"),
        ("President Ana M. Roe left. Ana Roe came back.", "Ana Roe", "Ana M. Roe"),
    ],
    ids=lambda value: value[-24:],
)
def test_a_name_cut_short(text: str, mention: str, name: str) -> None:
    assert (mention, name) in pairs(text, headline="\n" in text)


def test_father_and_son_stay_apart() -> None:
    assert names(cast_of("Donald Roe Jr left. Donald Roe stayed.")) == ["Donald Roe Jr", "Donald Roe"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The Institute for River Studies (IRS) left. The IRS said no.", "The IRS", "Institute for River Studies"),
        ("The Union of River Towns (Urtown) left. It asked Urtown again.", "Urtown", "Union of River Towns"),
        ("The Liberal River Party left. The LRP said no.", "The LRP", "Liberal River Party"),
        ("Russia’s Defense Ministry left. The ministry said no.", "The ministry", "Russia’s Defense Ministry"),
        ("Russia’s Defense Ministry left. The Russian Defense Ministry said no.",
         "The Russian Defense Ministry", "Russia’s Defense Ministry"),
        ("Ukraine’s Air Force left. The Air Force said no.", "The Air Force", "Ukraine’s Air Force"),
        ("The International Court of Justice left. The court said no.", "The court", "International Court of Justice"),
        ("The investment banking giant Goldrun Bros left. The bank said no.", "The bank", "Goldrun Bros"),
        ("The newspaper Dagens Blad left. The paper said no.", "The paper", "Dagens Blad"),
    ],
    ids=lambda value: value[-24:],
)  # fmt: skip
def test_a_short_form_of_a_body(text: str, mention: str, name: str) -> None:
    assert (mention, name) in pairs(text)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Prime Minister Ana Roe left. The prime minister said no.", "The prime minister", "Ana Roe"),
        ("Foreign Minister Ana Roe left. The minister said no.", "The minister", "Ana Roe"),
        ("US President Ana Roe met President Bo Lund of Norway. The US president left.",
         "The US president", "Ana Roe"),
        ("MEC Ana Roe left. The MEC said no.", "The MEC", "Ana Roe"),
        ("Foreign Minister Ana Roe left. Foreign Minister Bo Lund came. The minister said no.",
         "The minister", "Bo Lund"),
        ("Ana Roe, Albania’s foreign minister, left. The Albanian foreign minister said no.",
         "The Albanian foreign minister", "Ana Roe"),
        ("Foreign Minister Ana Roe left. The defense minister said no.", "The defense minister", None),
        ("Israeli Defense Minister Ana Roe left. The Russian minister said no.", "The Russian minister", None),
    ],
    ids=lambda value: str(value)[-24:],
)  # fmt: skip
def test_an_office_that_stands_alone(text: str, mention: str, name: str | None) -> None:
    assert (mention, name) in pairs(text)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Varonia Leader Petrak Dodges Criticism During Debate", [("Petrak", "Ana Petrak")]),
        ("Jane Rolle Sides With Russia on Radical Plans", [("Jane Rolle", "Jane Rolle"), ("Russia", "Russia")]),
        ("Police Find Nobody Under the Nuclear Umbrella", []),
    ],
)
def test_a_headline_in_title_case(headline: str, expected: list[tuple[str, str]]) -> None:
    found = pairs(f"{headline}\nAna Petrak left.", headline=True)
    assert [pair for pair in found if pair != ("Ana Petrak", "Ana Petrak")] == expected


def test_each_resolution_says_on_what_ground() -> None:
    cast = cast_of("Foreign Minister Ana Roe left. Roe said no. She said Moscow agreed. The minister left.")
    assert [mention.ground for mention in cast.mentions] == [
        "full name",
        "same last name",
        "pronoun: likeliest person",
        "capital",
        "role given in the article",
    ]
