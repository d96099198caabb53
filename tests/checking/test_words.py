"""What words are compared by, and what is named where they are written otherwise."""

import pytest

from onrecord.checking.classes import class_of
from onrecord.checking.spelling import AMERICAN, CAPITONYMS, FIGURES, key_of, latin, looks_alike
from onrecord.checking.words import find_words
from onrecord.intake.tables import read_lines
from onrecord.spans import Span


def words(text: str) -> list[str]:
    return [word.text for word in find_words(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"), ("organised", "organized"), ("Travelling", "traveling"), ("three", "3"), ("1,200", "1200"),
        ("per cent", "%"), ("&", "and"), ("don’t", "don't"), ("U.S.", "US"), ("harbоur", "harbor"),
        ("café", "cafe\u0301"),
    ],
)  # fmt: skip
def test_the_same_word_written_otherwise(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("us", "U.S."), ("its", "it's"), ("were", "we're"), ("can", "can't"), ("$", "£"), ("3", "30"), ("3rd", "3"),
        ("Pena", "Peña"), ("check", "cheque"), ("workers", "worker's"), ("prise", "prize"), ("advice", "advise"),
    ],
)  # fmt: skip
def test_another_word_however_alike(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("line", read_lines("spelling.tsv"), ids=lambda line: line.split("\t")[0])
def test_each_row_of_the_spelling_table(line: str) -> None:
    british, american, *_ = line.split("\t")
    assert british != american
    assert {key_of(word) for word in AMERICAN if word.startswith(british)} <= {
        american_word for word, american_word in AMERICAN.items() if word.startswith(british)
    }


def test_no_american_word_is_spelt_anew() -> None:
    assert [word for word in AMERICAN.values() if word in AMERICAN] == []


def test_figures_and_capitonyms_are_words_of_one_kind() -> None:
    assert sorted(map(int, FIGURES.values())) == [*range(21), *range(30, 100, 10)]
    assert all(word == word.lower() for word in CAPITONYMS)


@pytest.mark.parametrize("line", read_lines("lookalikes.tsv"))
def test_each_look_alike_is_taken_for_its_letter(line: str) -> None:
    sign, letter = line.split("\t")
    assert latin(f"ab{sign}cd") == f"ab{letter}cd"
    assert looks_alike(f"ab{sign}cd")
    assert not sign.isascii()
    assert letter.isascii()


def test_a_word_of_another_script_stays_what_it_is() -> None:
    assert latin("рыба") == "рыба"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("health-care and/or 9:30", ["health", "care", "and", "or", "9:30"]),
        ("don’t “[T]he go[ing]”", ["don’t", "The", "going"]),
        ("$5 million, 3.5%", ["$", "5", "million", "3.5", "%"]),
        ("the workers’ pay", ["the", "workers", "pay"]),
        ("U.S. troops", ["U.S.", "troops"]),
        ("wa\u200bter \u202eis\u202c wet", ["water", "is", "wet"]),
    ],
)
def test_words_of_a_text(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_words_know_of_cuts_and_brackets() -> None:
    text = "We … go [to the sea] now [...] or . . . never. So"
    found = find_words(text, [Span(0, len(text))])
    assert [word.text for word in found if word.cut] == ["go", "or", "never"]
    assert [word.text for word in found if word.bracketed] == ["to", "the", "sea"]
    assert all(text[word.start : word.end] == word.text for word in found)


@pytest.mark.parametrize(
    ("word", "name"),
    [("not", "negation"), ("won't", "negation"), ("12", "number"), ("three", "number"), ("might", "modal"),
     ("most", "quantity"), ("Grent", "name"), ("I", "word"), ("harbour", "word")],
)  # fmt: skip
def test_classes_of_words(word: str, name: str) -> None:
    assert class_of(key_of(word), word, begins=False) == name
