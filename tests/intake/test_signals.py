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
        ("1st Ld-Writethru Ruritania-Treaty", "updated"),
        ("Ruritania signs treaty", "usable"),
        ("3rd lead in polls for Black Michael", "usable"),
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
        ("An original version of this headline misstated the day.", "corrected"),
        ("This article was amended on 8 March 2019 to name the envoy.", "corrected"),
        ("Clarification: the strait was closed to tankers only.", "corrected"),
        ("REFILES to fix name of envoy", "corrected"),
        ("Eds: Corrects the name of the envoy in the third paragraph.", "corrected"),
        ("Eds: Updates with quotes. With photos.", "updated"),
        ("Editors will meet the envoys in Strelsau.", "usable"),
        ("(Adds details, quote)", "updated"),
        ("(Recasts, adds reaction from Strelsau)", "updated"),
        ("This story has been updated with the envoy's reply.", "updated"),
        ("EMBARGOED FOR RELEASE AT 0001 Friday", "embargoed"),
        ("Embargoed to 0001 Friday March 8", "embargoed"),
        ("Editors, please withdraw the story Ruritania-Talks.", "withdrawn"),
        ("HOLD FOR RELEASE", "withheld"),
        ("Adds to this the cost of a harbour.", "usable"),
        ("(He adds that the ships left.) The talks ended.", "usable"),
        ("This story was told in Strelsau.", "usable"),
        ("An earlier version of this treaty named Strelsau.", "usable"),
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
