"""Who is who over the articles: rows of two parties that are one, and of two that are not."""

import random

import pytest
from msgspec import structs

from onrecord.archive import Archive
from onrecord.record import PartyKind
from tests.archive.cases import article
from tests.archive.conftest import Make

BODIES = ("Valdmoor Harbour Trust", "Teskan Pilots Union", "Bay of Aldra Fund", "Corvast Institute")


def keys(archive: Archive, *ids: str) -> list[str]:
    """The key of the first party of each article, which says "words 0" there."""
    found = {}
    for person in archive.persons(limit=1000):
        for said in archive.statements_of(person.key):
            if said.content == ("words 0",):
                found[said.article.id] = person.key
    return [found[id] for id in ids]


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        (("Ada Venn", "Foreign Minister"), ("Ada Venn", "foreign minister"), "same name and role"),
        (("Ada Venn", None), ("Ada Venn", "Foreign Minister"), "same name"),
        (("ADA VENN", None), ("Ada Vénn", None), "same name"),
        (("Joseph R. Tolan Jr.", "Vice President"), ("Joe Tolan", "Vice President"), "form of the name, same role"),
        (("Sergei Lavrin", "Russian President"), ("Sergey Lavrin", "President"), "form of the name, same role"),
        (("Danylo Zelenko", None), ("Danylo V. Zelenko", None), "form of the name"),
        (("Maro Dobrinsky", "President"), ("Maro Dobrinskyy", "President"), "form of the name, same role"),
        (("Corvast", "President"), ("Elena Corvast", "President"), "last name and role"),
        (("Bill Maske", "Ohio Gov."), ("William Maske", "governor of Ohio"), "form of the name, same role"),
        (("John Smith", "Sen."), ("John Smith", "Senator"), "same name and role"),
        (("Ada Venn", "spokeswoman"), ("Ada Venn", "Ms."), "same name"),
    ],
)  # fmt: skip
def test_one_person(archive: Archive, one: tuple[str, str | None], other: tuple[str, str | None], ground: str) -> None:
    archive.add(article("a1", [one]))
    archive.add(article("a2", [other]))
    first, second = keys(archive, "a1", "a2")
    assert first == second
    assert archive.appearances(first)[0].ground == ground


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("George W. Brisk", "President"), ("George H. W. Brisk", "President")),
        (("Oren Vale Jr.", "envoy"), ("Oren Vale Sr.", "envoy")),
        (("Oren Vale Jr.", None), ("Oren Vale", None)),
        (("Ana Soto", "Foreign Minister of Peru"), ("Ana Soto", "Foreign Minister of Chile")),
        (("Ada Venn", "Ohio Gov."), ("Ada Venn", "Texas Gov.")),
        (("John Smith", None), ("John Smith", None)),
        (("John Smith", "striker"), ("John Smith", "judge")),
        (("Ada Venn", "striker"), ("Ada Venn", "judge")),
        (("Kim Venn", "spokeswoman"), ("Kim Venn", "spokesman")),
        (("Tim Price", "Sen."), ("Tom Price", "Sen.")),
        (("Corvast", None), ("Elena Corvast", None)),
        (("Corvast", "President"), ("Elena Corvast", "judge")),
        (("Sergei Lavrin", None), ("Sergey Lavrin", None)),
    ],
)
def test_two_persons(archive: Archive, one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    archive.add(article("a1", [one]))
    archive.add(article("a2", [other]))
    first, second = keys(archive, "a1", "a2")
    assert first != second


def test_company_makes_one_of_a_frequent_name(archive: Archive) -> None:
    archive.add(article("a1", [("John Smith", None)], with_=BODIES))
    archive.add(article("a2", [("John Smith", None)], with_=BODIES))
    archive.add(article("a3", [("John Smith", None)], with_=["Another Fund"]))
    first, second, third = keys(archive, "a1", "a2", "a3")
    assert first == second != third
    assert archive.appearances(first)[0].ground == "same name and company"
    assert [(one.person.key, one.ground) for one in archive.perhaps_same(third)] == [
        (first, "a name that several people bear")
    ]
    assert [one.person.key for one in archive.perhaps_same(first)] == [third]


def test_two_of_one_article_are_never_one(archive: Archive) -> None:
    archive.add(article("a1", [("James Venn", "Sen."), ("Jim Venn", "Sen.")]))
    assert archive.count().persons == 2
    archive.add(article("a2", [("Jim Venn", "Sen."), ("James Venn", "Sen.")]))
    assert archive.count().persons == 2
    assert [person.articles for person in archive.persons()] == [2, 2]


def test_a_form_that_two_bear_is_neither(archive: Archive) -> None:
    archive.add(article("a1", [("George W. Brisk", None)]))
    archive.add(article("a2", [("George H. W. Brisk", None)]))
    archive.add(article("a3", [("George Brisk", None)]))
    assert len(set(keys(archive, "a1", "a2", "a3"))) == 3


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("organisation", "OSCE", "Organization for Security and Co-operation in Europe"),
        ("organisation", "OSCE", "Organisation for Security and Cooperation in Europe"),
        ("organisation", "the Teskan Foreign Ministry", "Teskan Foreign Ministry"),
        ("organisation", "Russian Foreign Ministry", "Russia’s Foreign Ministry"),
        ("organisation", "Brisk & Vale Ltd.", "Brisk and Vale"),
        ("country", "US", "United States"),
        ("country", "Türkiye", "Turkey"),
    ],
)
def test_one_body(archive: Archive, kind: PartyKind, one: str, other: str) -> None:
    archive.add(article("a1", [(one, None)], kind=kind))
    archive.add(article("a2", [(other, None)], kind=kind))
    first, second = keys(archive, "a1", "a2")
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian Foreign Ministry", "Iranian Foreign Ministry"),
        ("QZV", "QZV"),  # three letters that no table knows, and no company
        ("Bank of Teskia", "Bank of Orvenia"),
    ],
)
def test_two_bodies(archive: Archive, one: str, other: str) -> None:
    archive.add(article("a1", [(one, None)], kind="organisation"))
    archive.add(article("a2", [(other, None)], kind="organisation"))
    first, second = keys(archive, "a1", "a2")
    assert first != second


@pytest.mark.parametrize("asked", ["US", "u.s.", "United States", "America", "USA"])
def test_a_country_is_found_by_each_of_its_names(archive: Archive, asked: str) -> None:
    archive.add(article("a1", [("United States", None)], kind="country"))
    assert [person.name for person in archive.find_persons(asked)] == ["United States"]


def test_the_name_that_most_articles_give_is_shown(archive: Archive) -> None:
    archive.add(article("a1", [("DANYLO V. ZELENKO", None)]))
    archive.add(article("a2", [("Danylo Zelenko", None)]))
    archive.add(article("a3", [("Danylo Zelenko", None)]))
    assert [person.name for person in archive.persons()] == ["Danylo Zelenko"]
    assert archive.find_persons("Danylo V. Zelenko") == archive.find_persons("zelenko") != []


def test_replacing_leaves_nothing_behind(archive: Archive) -> None:
    archive.add(article("a1", [("Ada Venn", "judge")]))
    archive.add(article("a1", [("Bo Tal", "striker")]))
    archive.add(article("a1", [("Ada Venn", "judge")], headline="Talks are over"))
    assert [(person.key, person.articles) for person in archive.persons()] == [("person-ada-venn", 1)]
    assert archive.find_persons("Bo Tal") == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_adding_makes_no_difference_where_names_and_roles_agree(archive: Archive, seed: int) -> None:
    cast = [
        ("Ada Venn", "Foreign Minister"), ("Ada Venn", None), ("Ada Venn", "judge"), ("Bo Tal", "Ohio Gov."),
        ("Bo Tal", "Texas Gov."), ("Bo Tal", "governor of Ohio"), ("Oren Vale Jr.", None), ("Oren Vale Sr.", None),
    ]  # fmt: skip
    records = [article(f"a{number}", [one]) for number, one in enumerate(cast)]
    random.Random(seed).shuffle(records)
    for record in records:
        archive.add(record)
    found = keys(archive, *(f"a{number}" for number in range(len(cast))))
    assert found[0] != found[2]
    assert found[3] == found[5] != found[4]
    assert found[6] != found[7]


def test_unnamed_sources_have_their_ground(archive: Archive, make: Make) -> None:
    archive.add(make("a1", kind="unnamed", said=[("an official", "one")]))
    (person,) = archive.find_persons("an official")
    assert [seen.ground for seen in archive.appearances(person.key)] == ["unnamed, in this article alone"]


def test_parts_that_an_article_shows_to_be_one_are_joined(archive: Archive) -> None:
    archive.add(article("a1", [("James B. Corvast", None)]))
    archive.add(article("a2", [("Jim Corvast", "Ohio Gov.")]))
    part, whole = keys(archive, "a1", "a2")
    assert part != whole
    archive.add(article("a3", [("James B. Corvast", "governor of Ohio")]))
    assert keys(archive, "a1", "a2", "a3") == [whole] * 3
    person = archive.person(whole)
    assert person is not None
    assert (person.articles, person.statements) == (3, 3)
    assert archive.person(part) == person  # its address still leads there
    assert archive.find_persons("James B. Corvast") == [person]
    for id in ("a1", "a2", "a3"):
        archive.add(article(id, [("Bo Tal", None)]))
    assert archive.person(whole) is None
    assert archive.person(part) is None


def test_parts_that_differ_are_not_joined(archive: Archive) -> None:
    archive.add(article("a1", [("Ada Venn", "striker")]))
    archive.add(article("a2", [("Ada Venn", "judge")]))
    archive.add(article("a3", [("Ada Venn", None)]))
    assert len(set(keys(archive, "a1", "a2", "a3"))) == 3


def test_the_same_id_of_an_authority_file_is_the_same_party(archive: Archive) -> None:
    for id, name, role, listed in (("a1", "John Smith", "judge", "q1"), ("a2", "J. Smith", "striker", "q1"),
                                   ("a3", "John Smith", "judge", "q2")):  # fmt: skip
        made = article(id, [(name, role)])
        parties = tuple(structs.replace(party, authority=listed) for party in made.parties)
        archive.add(structs.replace(made, parties=parties))
    first, second, third = keys(archive, "a1", "a2", "a3")
    assert first == second != third
    assert archive.appearances(first)[0].ground == "authority"


def test_a_party_in_an_article(archive: Archive) -> None:
    archive.add(article("a1", [("Ada Venn", None)]))
    assert archive.party_in("a1", "Ada Venn", "person") == "person-ada-venn"
    assert archive.party_in("a1", "Ada Venn", "organisation") is None
    assert archive.party_in("a2", "Ada Venn", "person") is None
