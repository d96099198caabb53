from onrecord.events.plover import by_word, coded
from onrecord.events.scene import scene_of
from onrecord.language import make_doc
from onrecord.parties import find_parties, numbered
from onrecord.record import Paragraph
from onrecord.spans import Span


def codes(text: str) -> dict[str, str]:
    """{word: code} of every word that tells an event."""
    doc = make_doc(text, (Paragraph(Span(0, len(text)), "body"),))
    found = by_word(coded(scene_of(doc, numbered(find_parties(doc)).parties, (), (), None)))
    return {word.cut(text): event.code for word, event in found.items()}


def test_what_is_still_to_come_has_the_code_of_its_promise() -> None:
    assert codes("Teskia agreed to meet Orvenia.") == {"agreed": "AGREE", "meet": "AGREE"}


def test_what_is_only_told_of_has_its_own() -> None:
    assert codes("Teskia condemned the attack on Grent.") == {"condemned": "DISAPPROVE", "attack": "ASSAULT"}


def test_a_noun_behind_its_verb() -> None:
    assert codes("Teskia held talks with Orvenia.") == {"held": "CONSULT", "talks": "CONSULT"}
