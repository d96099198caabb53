"""Whom an office, a relative pronoun or a paper means as a source, and who "I" is."""

import pytest

from onrecord.language import tag
from onrecord.parties import find_parties
from onrecord.spans import Span
from onrecord.statements import find_statements
from onrecord.statements.offices import bearer
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
        ("Mira Tolan, 36, lost. Wanda Orlin won. The 36-year-old said that it was late.", "Mira Tolan"),
        ("Wanda Orlin won the match. The 36-year-old said that it was late.", "Wanda Orlin"),
        ("The Water Institute published a study. The study found that it was late.", "Water Institute"),
        ("A study published by the Water Institute said that it was late.", "Water Institute"),
        ("A letter from Mira Tolan said that it was late.", "Mira Tolan"),
        ("An inquiry in Sweden found that it was late.", "inquiry in Sweden"),
        ("An analysis of the Water Institute found that it was late.", "analysis of the Water Institute"),
        ("KBX said it was late.\nThe provincial department said the talks would go on.", "KBX"),
        ("KBX said it was late.\nIt rained.\nIt rained.\nThe agency said the talks would go on.", "KBX"),
        ("KBX said it was late.\nIt rained.\nIt rained.\nThe union said the talks would go on.", "union"),
    ],
    ids=lambda value: str(value)[:28],
)
def test_whom_a_source_means(text: str, speaker: str) -> None:
    found, names = statements_of(text)
    assert names[found[-1].speaker or ""] == speaker


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A tape showed two protesters on deck holding a banner that read so.", "two protesters"),
        ("Mira Tolan waved a banner that read so.", "Mira Tolan"),
        ("Mira Tolan left. On deck stood a banner that read so.", None),
        ("Mira Tolan was held. Over a banner that read so they fought.", None),
    ],
    ids=lambda value: str(value)[:28],
)
def test_who_holds_what_bears_the_words(text: str, holder: str | None) -> None:
    cast = find_parties(doc_of(text))
    at = text.index("a banner")
    found = bearer(cast, Span(at, at + len("a banner")))
    assert (cast.parties[found.party].name if found and found.party is not None else None) == holder


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


def test_who_is_only_described_is_told_apart() -> None:
    doc = doc_of("Two protesters came. Mira Tolan said that it was late.")
    found, _ = find_statements(doc, find_parties(doc), (), tag(doc, "rules"))
    assert [party.name for party in found.parties if party.id in found.described] == ["Two protesters"]
