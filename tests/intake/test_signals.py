"""What the agency says about its copy: corrected, updated, withdrawn, killed, embargoed."""

import pytest

from onrecord.intake.signals import find_signals


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("CORRECTED-Ruritania to sign treaty", "corrected"),
        ("CORRECTED: Ruritania to sign treaty", "corrected"),
        ("Correction: Ruritania-Treaty story", "corrected"),
        ("OFFICIAL CORRECTION-Ruritania to sign", "corrected"),
        ("UPDATE 2-Ruritania signs treaty", "updated"),
        ("UPDATED: Ruritania signs treaty", "updated"),
        ("KILL: Ruritania-Treaty", "killed"),
        ("WITHDRAWN: Ruritania signs treaty", "withdrawn"),
        ("EMBARGOED - Ruritania budget", "embargoed"),
        ("Ruritania signs treaty", "usable"),
        ("Killing of envoys condemned", "usable"),
        ("Update on talks", "usable"),
        ("Corrected maps shown in Strelsau", "usable"),
        ("Hold the line, minister says", "usable"),
        ("WITHDRAWN TROOPS RETURN", "usable"),
    ],
)
def test_headlines_are_marked(headline: str, status: str) -> None:
    assert find_signals(headline, [headline]).status == status


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("(Corrects year in paragraph 3 to 2021)", "corrected"),
        ("Corrects name of minister: Black Michael, not Black Rupert", "corrected"),
        ("This story has been corrected to show that the talks were on Friday.", "corrected"),
        ("Correction: An earlier version of this story misstated the day.", "corrected"),
        ("An earlier version of this article misstated the day.", "corrected"),
        ("EDITORS: Please kill the story Ruritania-Talks.", "killed"),
        ("This story has been withdrawn because its source was not who he said.", "withdrawn"),
        ("Under embargo until 18:00 GMT", "embargoed"),
        ("She corrects proofs at night.", "usable"),
        ("Kill switches were found in every item", "usable"),
        ("This story is about a king who was withdrawn and shy", "usable"),
        ("The embargo was lifted.", "usable"),
    ],
)
def test_notes_are_kept_in_their_words(note: str, status: str) -> None:
    signals = find_signals("Ruritania signs treaty", ["Ruritania signs treaty", note, "The talks ended."])
    assert signals.status == status
    assert signals.notes == (() if status == "usable" else (note,))


def test_the_gravest_signal_counts_and_all_notes_are_kept() -> None:
    signals = find_signals("CORRECTED-Talks", ["CORRECTED-Talks", "Please kill the story Talks.", "The talks ended."])
    assert signals.status == "killed"
    assert signals.notes == ("CORRECTED-Talks", "Please kill the story Talks.")


def test_notes_in_the_middle_of_an_article_are_its_words() -> None:
    body = ["The talks ended."] * 6
    assert find_signals(None, [*body, "Correction: the word was painted on a wall.", *body]).status == "usable"
