"""Which expressions mention a party, how far each reaches, and whom it means."""

import pytest

from tests.parties.articles import cast_of, pairs


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Varonian Foreign Minister Ana Petrak said no.", "Varonian Foreign Minister Ana Petrak", "Ana Petrak"),
        ("Ostrel police officer Tom Hale wrote it.", "Ostrel police officer Tom Hale", "Tom Hale"),
        ("On Friday Montana’s Republican Gov. Gus Roe spoke.", "Montana’s Republican Gov. Gus Roe", "Gus Roe"),
        ("Republican state Sen. Kit Roe spoke.", "Republican state Sen. Kit Roe", "Kit Roe"),
        ("She met Rear Admiral Dan Hag there.", "Rear Admiral Dan Hag", "Dan Hag"),
        ("US Secretary of State Mara Rul spoke.", "US Secretary of State Mara Rul", "Mara Rul"),
        ("Its Minister of Justice Gunnar Stromm spoke.", "Its Minister of Justice Gunnar Stromm", "Gunnar Stromm"),
        ("Democratic Party for the People leader Yui Tama spoke.",
         "Democratic Party for the People leader Yui Tama", "Yui Tama"),
        ("Fellow protester, mechanical engineer Rick Weir, left.", "mechanical engineer Rick Weir", "Rick Weir"),
        ("He met his US counterpart, Anton Blink, on Friday.", "his US counterpart, Anton Blink", "Anton Blink"),
        ("On Tuesday, Varonia’s mayor, Pila Berna, said no.", "Varonia’s mayor, Pila Berna", "Pila Berna"),
        ("Varonian Ambassador to the Netherlands, Amar Hija, told us.",
         "Varonian Ambassador to the Netherlands, Amar Hija", "Amar Hija"),
        ("MEC for Cooperative Governance and Traditional Affairs, Jake Mama, said so.",
         "MEC for Cooperative Governance and Traditional Affairs, Jake Mama", "Jake Mama"),
        ("The ACLU’s Keeg Medra said so.", "The ACLU’s Keeg Medra", "Keeg Medra"),
        ("Prime Minister Olaf van der Berg spoke.", "Prime Minister Olaf van der Berg", "Olaf van der Berg"),
        ("Abdul al-Rashid said no.", "Abdul al-Rashid", "Abdul al-Rashid"),
        ("Jan Kolar said no.", "Jan Kolar", "Jan Kolar"),
    ],
    ids=lambda value: value[:24],
)  # fmt: skip
def test_a_person_with_the_title_before_the_name(text: str, mention: str, name: str) -> None:
    assert (mention, name) in pairs(text)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Russia’s Defense Ministry said no.", "Russia’s Defense Ministry", "Russia’s Defense Ministry"),
        ("Ukraine’s state emergency service said so.", "Ukraine’s state emergency service",
         "Ukraine’s state emergency service"),
        ("The Swedish government said no.", "The Swedish government", "Swedish government"),
        ("It asked the Institute for River Studies today.", "the Institute for River Studies",
         "Institute for River Studies"),
        ("the UN Relief and Works Agency for Palestine left.", "the UN Relief and Works Agency for Palestine",
         "UN Relief and Works Agency for Palestine"),
        ("The Department of Health and Human Services left.", "The Department of Health and Human Services",
         "Department of Health and Human Services"),
        ("It was the newspaper Dagens Blad that said so.", "newspaper Dagens Blad", "Dagens Blad"),
        ("The UN said no.", "The UN", "United Nations"),
    ],
    ids=lambda value: value[:24],
)  # fmt: skip
def test_a_body_by_its_name(text: str, mention: str, name: str) -> None:
    assert (mention, name) in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As the US side told us, it was early.", ("the US side", "United States")),
        ("The Russian side said no.", ("The Russian side", "Russia")),
        ("The Russians left.", ("The Russians", "Russia")),
        ("The British said no.", ("The British", "United Kingdom")),
        ("Moscow blamed the army.", ("Moscow", "Russia")),
        ("The talks between Moscow and Washington failed.", ("Washington", "United States")),
        ("The Kremlin said no.", ("The Kremlin", "Kremlin")),
        ("South Africa said no.", ("South Africa", "South Africa")),
        ("The Varonian side left. Varonia said no.", ("Varonia", "Varonia")),
    ],
)
def test_a_country_by_its_names(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Moscow, people waited.",
        "Russian strikes hit a market.",
        "US companies lost money.",
        "A Kyiv resident was hurt.",
        "On Monday the talks went on in January.",
        "Meanwhile, mediators waited. Many waited long. But nobody came.",
        "The nuclear umbrella is essential.\nNuclear Umbrella\nNobody came.",
        "World War III is a long way off.",
        "A car was found on King Road near the Hotel Residence.",
        "The GDP fell, and TV showed it. I'm sorry. I've said so.",
        "GENEVA, January 21. /TASS/. People waited.",
        "MEXICO CITY (AP) — People waited.",
    ],
    ids=lambda value: value[:24],
)
def test_nobody_is_named(text: str) -> None:
    assert [mention for mention in cast_of(text).mentions if mention.form not in ("place", "pronoun")] == []


def test_an_unknown_land_is_a_country_where_its_people_are_named() -> None:
    cast = cast_of("Varonia said no. The Varonian army left.")
    assert [(party.name, party.kind) for party in cast.parties] == [("Varonia", "country")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("President Ana Roe met US President Ana Roe.", "US President"),
        ("Ana Roe, Albania’s foreign minister, left.", "Albania’s foreign minister"),
        ("Mykola Roe, 41, head of the regional military administration, left.",
         "head of the regional military administration"),
        ("Ana Roe, the European Union’s foreign policy chief, left.", "European Union’s foreign policy chief"),
        ("Republican state Sen. Ana Roe left.", "Republican state Sen."),
        ("Germany’s Ana Roe left.", None),
        ("Ms Ana Roe left.", None),
        ("Ana Roe, international justice lead at a charity, left.", None),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_the_office_that_the_article_gives(text: str, role: str | None) -> None:
    (person,) = [party for party in cast_of(text).parties if party.kind == "person"]
    assert (person.name, person.role) == (person.name, role)


def test_parties_are_numbered_by_first_mention() -> None:
    cast = cast_of("Petrak says no\nForeign Minister Ana Petrak said no to Russia.", headline=True)
    assert [(party.id, party.name, party.kind) for party in cast.parties] == [
        ("p1", "Ana Petrak", "person"),
        ("p2", "Russia", "country"),
    ]
    assert cast.parties[0].aliases == ("Petrak",)
