import pytest

from onrecord.identity.facts import facts_of
from onrecord.record import Article, Dateline, Engine, Party, PartyKind, Record
from onrecord.spans import Span


def record_of(text: str, *parties: Party, place: str | None = None) -> Record:
    return Record("a1", Article(text, dateline=Dateline(place)), Engine("test", "1"), parties)


def party_of(text: str, name: str, *mentions: str, kind: PartyKind = "person", role: str | None = None) -> Party:
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in mentions)
    return Party("p1", name, kind, role, aliases=tuple(words for words in mentions if words != name), mentions=spans)


@pytest.mark.parametrize(
    ("text", "mention", "role", "gender"),
    [
        ("Ms. Hale spoke.", "Ms. Hale", None, "f"),
        ("Mr Hale spoke.", "Mr Hale", None, "m"),
        ("Hale spoke.", "Hale", "spokeswoman", "f"),
        ("Hale spoke.", "Hale", "Ada Venn, minister", None),
        ("Ms. Hale spoke.", "Ms. Hale", "chairman", None),  # both
        ("Kim Hale spoke.", "Kim Hale", None, None),
    ],
)
def test_gender_as_titles_say_it(text: str, mention: str, role: str | None, gender: str | None) -> None:
    (facts,) = facts_of(record_of(text, party_of(text, "Kim Hale", mention, role=role)))
    assert facts.gender == gender


@pytest.mark.parametrize(
    ("text", "mention", "generation"),
    [
        ("Said the younger Vale.", "Vale", "younger"),
        ("Said the elder Mr. Vale.", "Vale", "elder"),
        ("Said the elder Mr. Vale.", "the elder Mr. Vale", "elder"),
        ("Oren Vale the Elder came.", "Oren Vale", "elder"),
        ("Oren Vale, Jr., came.", "Oren Vale", "younger"),
        ("Said Vale.", "Vale", None),
        ("Vale met the younger brother.", "the younger brother", None),
        ("Oren Vale, the younger of two.", "Oren Vale", None),
    ],
)
def test_the_younger_and_the_elder(text: str, mention: str, generation: str | None) -> None:
    (facts,) = facts_of(record_of(text, party_of(text, "Oren Vale", mention)))
    assert facts.generation == generation


@pytest.mark.parametrize(
    ("countries", "place", "home"),
    [
        ({"Peru": 2, "Chile": 1}, None, "peru"),
        ({"Peru": 2, "Chile": 2}, None, None),
        ({}, "Lima", "peru"),
        ({}, "Grent", None),
        ({"Chile": 1}, "Lima", "chile"),
    ],
)
def test_the_country_that_an_article_is_about(countries: dict[str, int], place: str | None, home: str | None) -> None:
    text = "Peru Chile Supreme Court"
    parties = [
        Party(name, name, "country", mentions=(Span(text.index(name), text.index(name) + 1),) * count)
        for name, count in countries.items()
    ]
    court = Party("c", "Supreme Court", "organisation")
    assert facts_of(record_of(text, *parties, court, place=place))[-1].home == home


def test_a_name_that_the_person_cannot_bear_is_a_namesakes() -> None:
    party = Party("p1", "George W. Brisk", "person", aliases=("Brisk", "George Brisk", "George H. W. Brisk"))
    (facts,) = facts_of(record_of("x", party))
    assert facts.forms == ("George Brisk",)
