"""Every row of the tables: its columns, its source, and that no two rows quarrel."""

import re
from collections import Counter

import pytest

from onrecord.parties.tables import BODIES, COMMON, FIRST_NAMES, KNOWN, TITLES, known_at, read_rows, title_at

FILES = {
    "countries.tsv": 6,
    "territories.tsv": 6,
    "known.tsv": 3,
    "titles.tsv": 3,
    "organisations.tsv": 3,
    "places.tsv": 1,
    "first_names.tsv": 2,
}


@pytest.mark.parametrize("file", FILES)
def test_each_row_has_its_columns_and_a_first_cell(file: str) -> None:
    rows = read_rows(file, FILES[file])
    assert rows
    assert all(len(row) == FILES[file] and row[0] == row[0].strip() != "" for row in rows)


@pytest.mark.parametrize("file", ["countries.tsv", "territories.tsv", "known.tsv", "organisations.tsv", "places.tsv"])
def test_no_row_stands_twice(file: str) -> None:
    first = [row[0] for row in read_rows(file, FILES[file])]
    assert len(first) == len(set(first))


def test_the_countries_of_the_world() -> None:
    standings = Counter(row[5] for row in read_rows("countries.tsv", 6))
    assert standings == {"member": 193, "observer": 2, "other": 2}  # Palestine, the Vatican; Kosovo, Taiwan
    codes = [row[4] for file in ("countries.tsv", "territories.tsv") for row in read_rows(file, 6) if row[4] != "-"]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_no_demonym_is_that_of_two_countries() -> None:
    demonyms = [name for row in read_rows("countries.tsv", 6) for name in row[1].split("|") if name]
    assert [name for name, count in Counter(demonyms).items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "kind", "party"),
    [
        ("U.S.", "country", "United States"),
        ("Britain", "country", "United Kingdom"),
        ("Philippines", "country", "Philippines"),
        ("Seoul", "capital", "South Korea"),
        ("Kiev", "capital", "Ukraine"),
        ("Danish", "demonym", "Denmark"),
        ("UN", "organisation", "United Nations"),
        ("West Bank", "place", "West Bank"),
    ],
)
def test_a_known_name(name: str, kind: str, party: str) -> None:
    assert (KNOWN[name].kind, KNOWN[name].name) == (kind, party)


@pytest.mark.parametrize(
    ("title", "gender"),
    [("mr", "m"), ("ms", "f"), ("spokeswoman", "f"), ("chairman", "m"), ("queen", "f"), ("minister", None)],
)
def test_the_gender_of_a_title(title: str, gender: str | None) -> None:
    assert TITLES[title].gender == gender


@pytest.mark.parametrize(("name", "gender"), [("sergey", "m"), ("ana", "f"), ("alex", None), ("louise", "f")])
def test_what_a_given_name_suggests(name: str, gender: str | None) -> None:
    assert FIRST_NAMES[name] == gender


def test_classes_are_closed() -> None:
    assert {title.kind for title in TITLES.values()} == {"courtesy", "office", "rank", "job"}
    assert {body.kind for body in BODIES.values()} == {"body", "media", "company", "party", "armed", "court", "group"}


def test_common_words_are_in_small_letters() -> None:
    assert all(word == word.lower() for word in COMMON)
    assert {"many", "although", "debate"} <= COMMON


def test_the_longest_name_and_title_win() -> None:
    assert known_at(["South", "Africa", "said"], 0, 3) == (2, KNOWN["South Africa"])
    assert known_at(["South"], 0, 1) == (1, KNOWN["South"])
    assert title_at(["Secretary", "of", "State", "Roe"], 0, 4) == 3
    assert title_at(["Roe"], 0, 1) is None
