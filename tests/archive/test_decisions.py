"""What people decide over the rules, and what outlives an article that is read anew."""

from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.archive.migrating import migrate
from onrecord.errors import StoreError
from tests.archive.cases import article
from tests.archive.test_identities import keys

NOTE = {"by": "Bo", "at": "2021-04-01", "because": "the same desk"}


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(article("a1", [("John Smith", "striker")]))
    archive.add(article("a2", [("John Smith", "judge")]))
    archive.add(article("a3", [("Ada Venn", "minister"), ("Bo Tal", None)]))
    archive.add(article("a4", [("Ada Venn", "minister")]))
    return archive


def test_merged_and_undone(filled: Archive) -> None:
    one, other = keys(filled, "a1", "a2")
    number = filled.merge(one, [other], **NOTE)
    assert filled.person(other) == filled.person(one)
    person = filled.person(one)
    assert person is not None
    assert (person.articles, person.statements) == (2, 2)
    assert {said.article.id for said in filled.statements_of(other)} == {"a1", "a2"}
    assert {seen.key for seen in filled.appearances(one)} == {one, other}
    assert filled.count().persons == 3
    assert [person.key for person in filled.find_persons("John Smith")] == [one]
    assert filled.perhaps_same(one) == []
    filled.undo(number, by="Ada", at="2021-04-02", because="no")
    assert keys(filled, "a1", "a2") == [one, other]
    (decision,) = filled.decisions()
    assert (decision.kind, decision.by, decision.at, decision.because) == ("merge", "Bo", "2021-04-01", "the same desk")
    assert decision.undone == {"by": "Ada", "at": "2021-04-02", "because": "no"}


def test_split_and_undone(filled: Archive) -> None:
    (key,) = set(keys(filled, "a3", "a4"))
    number = filled.split(key, ["a4"], **NOTE)
    first, second = keys(filled, "a3", "a4")
    assert first == key != second
    assert [person.articles for person in filled.find_persons("Ada Venn")] == [1, 1]
    assert [seen.ground for seen in filled.appearances(second)] == ["split by hand"]
    filled.undo(number, **NOTE)
    assert keys(filled, "a3", "a4") == [key, key]
    assert [person.articles for person in filled.find_persons("Ada Venn")] == [2]


def test_a_merge_outlives_its_article(filled: Archive) -> None:
    one, other = keys(filled, "a1", "a2")
    filled.merge(one, [other], **NOTE)
    filled.add(article("a2", [("John Smith", None)], headline="Read anew"))
    assert keys(filled, "a1", "a2") == [one, one]
    filled.add(article("a2", [("Bo Tal", None)], headline="Not named here any more"))
    filled.add(article("a2", [("John Smith", None)], headline="Named again"))
    assert keys(filled, "a1", "a2") == [one, one]
    person = filled.person(one)
    assert person is not None
    assert person.articles == 2


def test_a_split_outlives_its_article(filled: Archive) -> None:
    key, _ = keys(filled, "a3", "a4")
    filled.split(key, ["a4"], **NOTE)
    _, new = keys(filled, "a3", "a4")
    filled.add(article("a4", [("Ada Venn", None)], headline="Read anew"))
    assert keys(filled, "a3", "a4") == [key, new]


def test_decisions_outlive_an_archive_made_anew(path: Path, filled: Archive) -> None:
    one, other = keys(filled, "a1", "a2")
    filled.merge(one, [other], **NOTE)
    key, _ = keys(filled, "a3", "a4")
    number = filled.split(key, ["a4"], **NOTE)
    before = [(person.key, person.articles, person.statements) for person in filled.persons()]
    _, new = keys(filled, "a3", "a4")
    filled.close()
    assert migrate(path) == 4
    with Archive.open(path) as again:
        assert [(person.key, person.articles, person.statements) for person in again.persons()] == before
        assert keys(again, "a1", "a2", "a3", "a4") == [one, one, key, new]
        again.undo(number, **NOTE)
        assert keys(again, "a3", "a4") == [key, key]


def test_a_decision_that_another_rests_on_is_not_undone(filled: Archive) -> None:
    one, other = keys(filled, "a1", "a2")
    key, tal = keys(filled, "a3")[0], "person-bo-tal"
    first = filled.merge(one, [other], **NOTE)
    second = filled.merge(key, [one], **NOTE)
    with pytest.raises(StoreError, match=f"decision {second} rests on decision {first}; undo {second} first"):
        filled.undo(first, **NOTE)
    filled.merge(key, [tal], **NOTE)
    filled.undo(3, **NOTE)
    filled.undo(second, **NOTE)
    assert keys(filled, "a1", "a2") == [one, one]
    filled.undo(first, **NOTE)
    assert keys(filled, "a1", "a2") == [one, other]


@pytest.mark.parametrize(
    ("into", "keys_", "words"),
    [
        ("person-ada-venn", ["person-nobody"], "there is nobody with the key “person-nobody”"),
        ("person-nobody", ["person-ada-venn"], "there is nobody with the key “person-nobody”"),
        ("person-ada-venn", ["person-ada-venn"], "is “person-ada-venn” already"),
        (
            "person-ada-venn",
            ["organisation-venn"],
            "are of two kinds, organisation and person",
        ),
    ],
)
def test_no_merge(filled: Archive, into: str, keys_: list[str], words: str) -> None:
    filled.add(article("a9", [("Venn", None)], kind="organisation"))
    with pytest.raises(StoreError, match=words):
        filled.merge(into, keys_, **NOTE)
    assert filled.decisions() == []
    assert filled.count().persons == 5


def test_no_split_of_somebody_who_is_not_there(filled: Archive) -> None:
    with pytest.raises(StoreError, match="“person-ada-venn” is not in the article “a1”"):
        filled.split("person-ada-venn", ["a3", "a1"], **NOTE)
    with pytest.raises(StoreError, match="no article is named"):
        filled.split("person-ada-venn", [], **NOTE)
    assert filled.decisions() == []


@pytest.mark.parametrize("blank", ["by", "at", "because"])
def test_a_decision_says_who_when_and_why(filled: Archive, blank: str) -> None:
    with pytest.raises(StoreError, match=f"“{blank}” is blank"):
        filled.merge("person-ada-venn", ["person-bo-tal"], **{**NOTE, blank: " "})


def test_nothing_to_undo(filled: Archive) -> None:
    with pytest.raises(StoreError, match="there is no decision 7"):
        filled.undo(7, **NOTE)
    number = filled.merge("person-ada-venn", ["person-bo-tal"], **NOTE)
    filled.undo(number, **NOTE)
    with pytest.raises(StoreError, match="is undone already"):
        filled.undo(number, **NOTE)
