"""Transcripts, interviews, and names set behind a quotation. All people are invented."""

import pytest

from onrecord.record import Statement
from tests.statements.marked import statements_of


def shown(text: str) -> list[tuple[str | None, list[str]]]:
    """Source and content of each statement."""
    found = statements_of(text)[0]
    return [(said.source.cut(text) if said.source else None, contents(said, text)) for said in found]


def contents(said: Statement, text: str) -> list[str]:
    return [piece.cut(text) for piece in said.content]


TRANSCRIPT = (
    "Mira Tolan spoke with Oren Vale on Sunday.\n"
    "OREN VALE: The ships have left. Was it late?\n"
    "MIRA TOLAN (Harbour Party): I think it was. They say so.\n"
    "It took a week.\n"
    "VALE: And now?\n"
    "TOLAN: We wait."
)


def test_a_transcript_is_a_statement_a_turn() -> None:
    assert [row for row in shown(TRANSCRIPT) if row[0] != "They"] == [
        ("OREN VALE", ["The ships have left. Was it late?"]),
        ("MIRA TOLAN", ["I think it was. They say so.", "It took a week"]),
        ("VALE", ["And now?"]),
        ("TOLAN", ["We wait"]),
    ]


def test_a_turn_answers_the_question_at_the_end_of_the_one_before() -> None:
    turns = [said for said in statements_of(TRANSCRIPT)[0] if said.rule == "turn"]
    assert [said.asked.cut(TRANSCRIPT) if said.asked else None for said in turns] == [
        None, "Was it late?", None, "And now?",
    ]  # fmt: skip
    assert [said.act for said in turns] == ["ask", "answer", "ask", "answer"]


def test_an_interview_with_q_and_a_leaves_its_speakers_open() -> None:
    text = "Q: You sailed in May. Was it late?\nA: It was late, and cold.\nQ. And now?\nA. We wait for spring."
    found, _ = statements_of(text)
    assert [(contents(s, text)[0], s.act, s.source and s.source.cut(text), s.speaker) for s in found] == [
        ("You sailed in May. Was it late?", "ask", "Q", None),
        ("It was late, and cold", "answer", "A", None),
        ("And now?", "ask", "Q", None),
        ("We wait for spring", "answer", "A", None),
    ]


def test_a_transcript_in_quotation_marks_is_one() -> None:
    text = "“TOLAN: The talks were long, and cold.\n“VALE: They were not cold.\n“TOLAN: We shall see.”"
    found, _ = statements_of(text)
    assert [s.source and s.source.cut(text) for s in found] == ["TOLAN", "VALE", "TOLAN"]
    assert found[0].speaker == found[2].speaker != found[1].speaker


def test_names_in_small_letters_are_a_transcript_where_one_speaks_again() -> None:
    text = "Mira Tolan: It was late.\nOren Vale: It was cold.\nMira Tolan: We wait for spring."
    assert [source for source, _ in shown(text)] == ["Mira Tolan", "Oren Vale", "Mira Tolan"]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Tolan: 1,769.\nOren Vale: 1,501.\nMira Tolan: 547.\nOren Vale: 46.",
        "UPDATE: The ships have left.\nCORRECTION: The ships have not left.",
        "Mira Tolan: Harbours\nOren Vale: Rail and roads",
        "Q: The letter stands for quality.",
        "Twitter: @tolan\nEmail: tolan@example.org",
        "Teska: The port was shut.\nGrent: The port was open.",
    ],
    ids=["counts", "notices", "list", "one-label", "contacts", "places"],
)
def test_what_is_no_transcript(text: str) -> None:
    assert not [said for said in statements_of(text)[0] if said.rule == "turn"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We shall wait no longer for them” — Oren Vale", "Oren Vale"),
        ('"We shall wait no longer for them." - Oren Vale, envoy of Teska', "Oren Vale"),
        ("“We shall wait no longer for them.”\n— Oren Vale (Harbour Party)", "Oren Vale"),
        ("“The ships had left the port of Grent before noon on Friday.” [Keld Courier.]", "Keld Courier"),
        ('"We shall wait no longer for them.\nOren Vale, envoy."', "Oren Vale"),
    ],
    ids=["behind", "with-title", "below", "bracket", "inside-the-marks"],
)
def test_the_name_behind_a_quotation_is_its_source(text: str, name: str) -> None:
    ((source, (words,)),) = shown(text)
    assert (source, words.startswith(("We shall wait", "The ships had left"))) == (name, True)


@pytest.mark.parametrize(
    "text",
    ["“Harbour Nights” — Oren Vale saw it twice — opens today.", "He saw “Harbour Nights” [Keld Courier]."],
    ids=["aside", "title"],
)
def test_what_is_no_credit(text: str) -> None:
    assert not [said for said in statements_of(text)[0] if said.rule == "credit"]


def test_a_colon_inside_a_quotation_makes_no_transcript() -> None:
    text = (
        "“Listen: we shall wait,” Mira Tolan said.\n“Go: the sea is cold,” she said.\n“Listen: it is late,” she said."
    )
    found, _ = statements_of(text)
    assert found
    assert "turn" not in {said.rule for said in found}
