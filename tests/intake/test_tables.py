"""Every row of the tables that intake reads."""

import pytest

from onrecord.intake.agencies import agency_name
from onrecord.intake.dates import MONTHS
from onrecord.intake.places import is_city, is_region
from onrecord.intake.tables import read_cells, read_lines


@pytest.mark.parametrize("row", read_cells("agencies.tsv"), ids=lambda row: row[0][0])
def test_each_agency_is_known_by_each_of_its_forms(row: list[list[str]]) -> None:
    (name,), forms = row
    assert {agency_name(form.rstrip("*")) for form in forms} == {name}
    assert {agency_name(form.rstrip("*").swapcase()) for form in forms if form.isascii()} <= {name}


def test_no_form_belongs_to_two_agencies() -> None:
    forms = [form.rstrip("*").casefold() for _, forms in read_cells("agencies.tsv") for form in forms]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("Reuters Breakingviews", "Reuters"),
        ("TASS Correspondent Jane Roe", "TASS"),
        ("dpa/bb", "dpa"),
        ("dpa-AFX", "dpa-AFX"),
        ("Reuters photo", None),
        ("AP Photo/Jane Roe", None),
        ("Ruritania", None),
        ("", None),
    ],
)
def test_services_of_an_agency(signed: str, name: str | None) -> None:
    assert agency_name(signed) == name


def test_months_are_twelve_and_each_name_means_one() -> None:
    names = [name for row in read_cells("months.tsv") for name in row[1]]
    assert len(names) == len(set(names)) == len(MONTHS)
    assert set(MONTHS.values()) == set(range(1, 13))


def test_each_city_stands_bare() -> None:
    names = [name for line in read_lines("dateline_cities.txt") for name in line.split("|")]
    assert [name for name in names if not is_city(name) or name != name.strip() or not name] == []


@pytest.mark.parametrize(
    ("words", "expected"), [("N.H.", True), ("South Korea", True), ("Iowa", True), ("JUST LATE", False)]
)
def test_regions(words: str, expected: bool) -> None:
    assert is_region(words) is expected
