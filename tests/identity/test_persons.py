"""Names that one person may bear, and names that he cannot. The names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identity.persons import block, likeness, parse_person, spelling

NAMES = st.text("abc ABC.-’é", max_size=24) | st.sampled_from(
    ["Joseph R. Tolan Jr.", "Joe Tolan", "J. Edgar Roe", "Tolan", "Abdel al-Sarn", "George H. W. Brisk", "Roe III"]
)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ada Venn", "ADA VÉNN", "same"),
        ("Ada Venn", "Ms. Ada Venn", "same"),
        ("Martin O’Dell", "Martin O'Dell", "same"),
        ("Abdel Fattah el-Sarn", "Abdel-Fattah al Sarn", "same"),
        ("Danylo Zelenko", "Danylo V. Zelenko", "middle"),
        ("George Brisk", "George H. W. Brisk", "middle"),
        ("Hanne Rode Brisk", "Hanne Brisk", "middle"),
        ("Joe Tolan", "Joseph Tolan", "form"),
        ("Bill Maske", "Will Maske", "form"),
        ("J. Roe", "Jane Roe", "form"),
        ("J. Edgar Roe", "Edgar Roe", "form"),
        ("Sergei Lavrin", "Sergey Lavrin", "form"),
        ("Maro Dobrinsky", "Maro Dobrinskyy", "form"),
        ("Yelena Petrova", "Elena Petrova", "form"),
        ("Mohammed Khalin", "Muhammad Halin", "form"),
        ("Oren Vale", "Oren Vale Jr.", "suffix"),
        ("Joe Tolan", "Joseph R. Tolan Jr", "suffix"),
        ("Venn", "Ada Venn", "last"),
        ("Venn", "venn", "last"),
        ("Vale", "Oren Vale Jr.", "last"),
        ("George W. Brisk", "George H. W. Brisk", "other"),
        ("Oren Vale Jr.", "Oren Vale Sr.", "other"),
        ("Oren Vale II", "Oren Vale III", "other"),
        ("Tim Price", "Tom Price", "other"),
        ("Ada Venn", "Bo Venn", "other"),
        ("Ada Venn", "Ada Vern", "other"),
        ("", "", "other"),
    ],
)
def test_likeness(one: str, other: str, alike: str) -> None:
    assert likeness(parse_person(one), parse_person(other)) == alike


@pytest.mark.parametrize(("name", "common"), [("John Smith", True), ("J. Smith", True), ("Ada Venn", False),
                                              ("John Q. Smith", False), ("Ottilie Smith", False)])  # fmt: skip
def test_a_name_that_several_people_bear(name: str, common: bool) -> None:
    assert parse_person(name).is_common == common


@given(NAMES, NAMES)
def test_likeness_is_the_same_either_way_round(one: str, other: str) -> None:
    a, b = parse_person(one), parse_person(other)
    assert likeness(a, b) == likeness(b, a)


@given(NAMES, NAMES)
def test_names_of_one_person_are_filed_together(one: str, other: str) -> None:
    a, b = parse_person(one), parse_person(other)
    if likeness(a, b) != "other":
        assert block(a) == block(b)


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    parts = parse_person(name)
    expected = "other" if not parts.last else "same" if parts.is_full else "last"
    assert likeness(parts, parts) == expected
    assert parse_person(name.upper()) == parts


@given(st.text(max_size=60))
def test_any_text_has_its_parts(name: str) -> None:
    parts = parse_person(name)
    assert " " not in parts.given + parts.last
    assert not parts.given or parts.last


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_spelling_is_short_and_settled(word: str) -> None:
    assert 0 < len(spelling(word)) <= 2 * len(word)
