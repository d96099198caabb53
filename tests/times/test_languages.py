"""What holds for the tables of every language."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.times.test_find_times import doc_of

from onrecord.times import find_times
from onrecord.times.feasts import FEASTS
from onrecord.times.languages import LANGUAGES, grammar, words_of
from onrecord.times.lexemes import FORMS

EACH = pytest.mark.parametrize("language", LANGUAGES)


def table(language: str, name: str) -> dict[str, object]:
    return tomllib.loads(files("onrecord.times").joinpath(language, name).read_text("utf-8"))


def patterns(language: str) -> list[str]:
    rules = table(language, "rules.toml")
    assert isinstance(rules["fragments"], dict)
    assert isinstance(rules["rules"], list)
    assert isinstance(rules["modifiers"], list)
    return [*rules["fragments"].values(), *(row["pattern"] for row in (*rules["rules"], *rules["modifiers"]))]


@EACH
def test_a_word_has_one_class_and_a_name_may_have_another(language: str) -> None:
    names = grammar(language).lexicon.habits.names
    words = [(word, name in names) for name, row in words_of(language).items() for word in row]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@EACH
def test_every_class_that_a_rule_names_is_there(language: str) -> None:
    rules = table(language, "rules.toml")
    assert isinstance(rules["sets"], dict)
    assert isinstance(rules["fragments"], dict)
    known = {*FORMS, *words_of(language), *rules["sets"], *rules["fragments"]}
    named = {name for pattern in patterns(language) for found in re.findall(r"\{([A-Za-z_|]+)\}", pattern)
             for name in found.split("|")}  # fmt: skip
    assert sorted(named - known) == []


@EACH
def test_every_feast_has_a_row(language: str) -> None:
    feasts = table(language, "words.toml")["feasts"]
    assert isinstance(feasts, dict)
    assert sorted(set(feasts.values()) - FEASTS) == []


@EACH
def test_no_pattern_repeats_without_a_bound(language: str) -> None:
    # So that what a rule costs at one word does not grow with the text.
    assert [pattern for pattern in patterns(language) if re.search(r"[*+]|,\}", pattern)] == []


@st.composite
def known_words(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a text of words that its rules know, numbers and marks among them, in any order."""
    language = draw(st.sampled_from(LANGUAGES))
    words = [word for row in words_of(language).values() for word in row]
    numbers = ["1", "12", "21st", "99", "1999", "2000-02", "9/11/01", "1.2.2003", "9:30", "1990s", "80er", "31", "0"]
    drawn = draw(st.lists(st.sampled_from(words + numbers), max_size=12))
    forms = draw(st.lists(st.sampled_from([str.lower, str.capitalize, str.upper]), min_size=12, max_size=12))
    return language, " ".join(form(word) for word, form in zip(drawn, forms, strict=False))


@given(known_words(), st.dates() | st.none())
def test_any_order_of_known_words_is_read(known: tuple[str, str], anchor: date | None) -> None:
    language, text = known
    found = find_times(doc_of(text), anchor, references=True, language=language) if text else ()
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_language_without_a_folder_is_refused() -> None:
    with pytest.raises(LookupError, match='no times in the language "xx"'):
        grammar("xx")
