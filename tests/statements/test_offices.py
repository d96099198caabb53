"""Whom an office, a relative pronoun or a paper means as a source, and who "I" is."""

import pytest

from onrecord.language import tag
from onrecord.parties import find_parties
from onrecord.statements import find_statements
from tests.statements.marked import doc_of, statements_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Teskia’s chief economist, Mira Tolan, said that it was late.", "Mira Tolan"),
        ("One of the protesters, Mira Tolan, said: “We shall stay here.”", "Mira Tolan"),
        ("Lawyer Mira Tolan came for Oren Vale. His lawyer said the talks would go on.", "Mira Tolan"),
        ("The Water Council sent a letter to Oren Vale. The letter said that it would answer.", "Water Council"),
        ("Mira Tolan, who said that it was late, left.", "Mira Tolan"),
        ("The Water Council in Russia, which said that it was late, met.", "Water Council"),
        ("Two sources said it was late.\nThe sources said the talks would go on.", "Two sources"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_whom_a_source_means(text: str, speaker: str) -> None:
    found, names = statements_of(text)
    assert names[found[-1].speaker or ""] == speaker


def mentions_of(text: str) -> dict[str, list[str]]:
    """The mentions of each party of the record, by its name."""
    doc = doc_of(text)
    found, _ = find_statements(doc, find_parties(doc), (), tag(doc, "rules"))
    return {party.name: [span.cut(text) for span in party.mentions] for party in found.parties}


def test_the_first_person_in_a_quotation_is_its_speaker() -> None:
    found = mentions_of("“I shall give him my answer,” Mira Tolan told Oren Vale.")
    assert found["Mira Tolan"] == ["I", "my", "Mira Tolan"]


def test_a_person_may_say_we_of_anybody_and_a_body_of_itself() -> None:
    assert mentions_of("“We shall answer,” Mira Tolan said.") == {"Mira Tolan": ["Mira Tolan"]}
    assert mentions_of("“We shall answer,” Russia said.") == {"Russia": ["We", "Russia"]}


def test_the_third_person_in_a_quotation_is_not_its_speaker() -> None:
    found = mentions_of("Oren Vale left. “He will be back,” Paul Roe said.")
    assert found["Oren Vale"] == ["Oren Vale", "He"]


def test_who_is_only_described_and_does_not_speak_is_no_party() -> None:
    assert set(mentions_of("Two protesters came. Mira Tolan said that it was late.")) == {"Mira Tolan"}
