"""Every row of the tables of names."""

from onrecord.identity.folding import fold
from onrecord.identity.persons import spelling
from onrecord.parties.tables import read_lines, read_rows


def test_each_row_of_nicknames_has_forms_in_small_letters() -> None:
    rows = [line.split() for line in read_lines("nicknames.tsv")]
    assert rows
    assert [
        row for row in rows if len(row) < 2 or len(row) != len(set(row)) or " ".join(row) != fold(" ".join(row))
    ] == []


def test_each_rule_of_transliteration_changes_a_spelling() -> None:
    rows = read_rows("transliteration.tsv", 2)
    assert [row for row in rows if row[0] == row[1] or not row[0].strip("^$") or row[1].strip("^$") != row[1]] == []
    assert len({row[0] for row in rows}) == len(rows)
    assert spelling("zelenskyy") == spelling("zelenskiy") == spelling("zelenski")
    assert spelling("khalid") == spelling("halid")
    assert spelling("venn") != spelling("vern")


def test_frequent_names_are_words_in_small_letters() -> None:
    for file in ("common_surnames.txt", "common_given.txt"):
        words = " ".join(read_lines(file))
        assert words == fold(words)
