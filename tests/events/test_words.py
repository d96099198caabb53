"""The words that may name a happening."""

import pytest

from onrecord.events.words import TYPES, finite, triggers, unlisted


def test_each_trigger_has_types_that_exist() -> None:
    kinds = {kind for words in triggers().values() for word in words for kind in word.types}
    assert kinds <= set(TYPES)
    assert set(TYPES) - kinds == set()


@pytest.mark.parametrize(
    ("form", "lemma", "name"),
    [
        ("met", "meet", "either"),
        ("withdrew", "withdraw", "past"),
        ("withdrawn", "withdraw", "participle"),
        ("arrests", "arrest", "third"),
        ("vetoed", "veto", "either"),
        ("testified", "testify", "either"),
    ],
)
def test_forms_of_a_verb(form: str, lemma: str, name: str) -> None:
    assert (lemma, name) in {(word.lemma, word.form) for word in triggers()[form] if word.part == "verb"}


@pytest.mark.parametrize("word", ["said", "told", "indeed", "red", "was", "the"])
def test_no_happening_by_spelling_alone(word: str) -> None:
    assert unlisted(word) is None


def test_a_past_form_of_any_verb_may_be_a_happening() -> None:
    found = unlisted("ratcheted")
    assert found is not None
    assert (found.part, found.types) == ("verb", ("other",))


def test_auxiliaries_are_finite() -> None:
    assert {"was", "has", "will", "met"} <= finite()
