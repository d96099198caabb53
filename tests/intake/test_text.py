"""The parts of an article as it stands on a page."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.intake.text import read_text
from onrecord.record import Source

SHARED = Path(os.environ.get("ONRECORD_DATA", Path(__file__).resolve().parents[2].parent / "shared"))
GOLD = sorted((SHARED / "gold" / "dev").glob("*.txt"))

HEADLINE = "Ruritania and Graustark agree to talk again"
DECK = "The envoys met for nine hours behind closed doors"
LEAD = (
    "The foreign ministers of Ruritania and Graustark have agreed to talk again after nine hours behind closed doors,"
    " their first meeting in nine years, a delegate said on Friday."
)
REST = "Neither side would say what had been settled, and no word was given to those who waited in the rain."
DATELINE = "STRELSAU, January 21. /TASS/."


def shape(text: str, **given: Any) -> list[tuple[str, str]]:
    """The role of each paragraph with its first two words."""
    copy = read_text(text, **given)
    return [(part.role, " ".join(part.span.cut(copy.text).split()[:2])) for part in copy.paragraphs]


@pytest.mark.parametrize(
    ("paragraphs", "roles"),
    [
        ([HEADLINE, DECK, LEAD, REST], "headline deck body body"),
        ([HEADLINE, LEAD, REST], "headline body body"),
        (["All news", HEADLINE, DECK, f"{DATELINE} {LEAD}", REST], "section headline deck body body"),
        ([HEADLINE, f"{DECK}.", f"{DATELINE} {LEAD}", REST], "headline deck body body"),
        ([HEADLINE, f"{DATELINE} {LEAD}", REST], "headline body body"),
        ([f"{HEADLINE}.", f"{DATELINE} {LEAD}"], "headline body"),
        ([HEADLINE, DECK, "By Jane Roe", LEAD, REST], "headline deck byline body body"),
        ([HEADLINE, "By Jane Roe", "Courier Correspondent", LEAD], "headline byline byline body"),
        ([HEADLINE, "By Jane Roe", "21 Jan 2022, 14:05", LEAD], "headline byline boilerplate body"),
        ([HEADLINE, "STRELSAU, Ruritania (AP) _", LEAD, REST], "headline dateline body body"),
        (["World", "Europe", HEADLINE, LEAD], "section section headline body"),
        (["21 JAN, 14:05", HEADLINE, DECK, f"{DATELINE} {LEAD}"], "boilerplate headline deck body"),
        (["ANKARA", LEAD, REST], "dateline body body"),
        ([HEADLINE, LEAD, "Read more: Envoys meet", REST], "headline body boilerplate body"),
        ([HEADLINE, LEAD, "© 2022 The Courier"], "headline body boilerplate"),
        ([f"{HEADLINE};", f"{DECK}.", LEAD, REST], "headline deck body body"),
        (["What Did the Envoys Agree on?", LEAD, REST], "headline body body"),
        (["NEW DELHI: Talks resume", LEAD, REST], "headline body body"),
        ([LEAD, REST], "body body"),
        ([f"{DATELINE} {LEAD}", REST], "body body"),
        (["The talks are over."], "body"),
        ([HEADLINE], "body"),
        (["The minister told the envoys:", LEAD], "body body"),
        (["World", LEAD], "body body"),
    ],
    ids=str,
)
def test_roles(paragraphs: list[str], roles: str) -> None:
    assert [role for role, _ in shape("\n\n".join(paragraphs))] == roles.split()


def test_lines_in_one_block_are_parts_too() -> None:
    assert shape(f"All news\n{HEADLINE}\n{DECK}\n{DATELINE} {LEAD}") == [
        ("section", "All news"),
        ("headline", "Ruritania and"),
        ("deck", "The envoys"),
        ("body", "STRELSAU, January"),
    ]


def test_what_the_parts_say() -> None:
    text = f"Politics\n\n{HEADLINE}\n\n{DECK}\n\nBy JANE ROE\n\n21 Jan 2022, 14:05\n\n{DATELINE} {LEAD}\n\n{REST}"
    copy = read_text(text, id="a1")
    assert copy.text is text
    assert (copy.id, copy.section, copy.headline, copy.deck) == ("a1", "Politics", HEADLINE, DECK)
    assert copy.byline == ("Jane Roe",)
    assert copy.published == "2022-01-21T14:05:00"
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.dateline.agency, copy.dateline.day) == ("Strelsau", "TASS", 21)
    assert copy.source == Source(agency="TASS", format="text")
    assert copy.language == "en"


def test_what_is_given_outweighs_what_the_text_says() -> None:
    text = f"Politics\n\n{HEADLINE}\n\n21 Jan 2022\n\n{DATELINE} {LEAD}"
    source = Source(agency="AP", format="jsonl")
    copy = read_text(text, published="2022-01-22", section="World", byline=("Jane Roe",), language="eo", source=source)
    assert (copy.published, copy.section, copy.byline, copy.language) == ("2022-01-22", "World", ("Jane Roe",), "eo")
    assert copy.source.agency == "AP"


def test_first_publication_outweighs_the_update() -> None:
    text = f"{HEADLINE}\n\nUpdated: January 22, 2022\n\nPublished: January 21, 2022\n\n{LEAD}"
    assert read_text(text).published == "2022-01-21"


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (f"{HEADLINE}\n\n{LEAD}", {"headline": HEADLINE}, f"{HEADLINE}\n\n{LEAD}"),
        (LEAD, {"headline": HEADLINE}, f"{HEADLINE}\n\n{LEAD}"),
        (LEAD, {"headline": HEADLINE, "deck": DECK}, f"{HEADLINE}\n\n{DECK}\n\n{LEAD}"),
        (f"{HEADLINE}\n\n{LEAD}", {"headline": HEADLINE, "deck": DECK}, f"{HEADLINE}\n\n{DECK}\n\n{LEAD}"),
        (f"{HEADLINE}\n\n{DECK}\n\n{LEAD}", {"deck": DECK}, f"{HEADLINE}\n\n{DECK}\n\n{LEAD}"),
        (f" {LEAD}\n", {"headline": f" {HEADLINE}\r\n"}, f"{HEADLINE}\n\n {LEAD}\n"),
    ],
    ids=["in-the-text", "in-front", "both-in-front", "deck-between", "deck-in-the-text", "trimmed"],
)
def test_a_given_headline_and_deck_stand_in_the_text_once(text: str, given: dict[str, Any], expected: str) -> None:
    copy = read_text(text, **given)
    roles = {part.role: part.span.cut(copy.text) for part in reversed(copy.paragraphs)}
    assert copy.text == expected
    assert roles["headline"] == copy.headline == HEADLINE
    assert roles.get("deck") == copy.deck == given.get("deck")


def test_a_headline_given_apart_leaves_no_deck_to_guess() -> None:
    assert shape(f"{DECK}\n\n{LEAD}", headline=HEADLINE)[1] == ("body", "The envoys")


@pytest.mark.parametrize("text", ["", " \n\t", "\x01\x02", "\ufeff"])
def test_blank_text_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="the text is blank; give"):
        read_text(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "en"),
        ("Die Außenminister von Ruritanien und Graustark haben am Freitag neun Stunden lang verhandelt.", None),
        ("Les ministres des affaires étrangères de Ruritanie ont parlé pendant neuf heures vendredi.", None),
        ("Министр заявил, что переговоры в Женеве будут продолжены в пятницу вечером после перерыва.", None),
        ("The talks", None),
    ],
    ids=["english", "german", "french", "russian", "too-short"],
)
def test_language(text: str, language: str | None) -> None:
    assert read_text(text).language == language


@given(st.text(st.sampled_from("By Janeroe.\n—(AP)/TASS21:“”\u00a0\U0001f600"), max_size=150) | st.text())
def test_spans_slice_the_text_to_what_is_not_blank(text: str) -> None:
    try:
        copy = read_text(text)
    except ReadError:
        return
    assert "".join("".join(part.span.cut(copy.text).split()) for part in copy.paragraphs) == "".join(copy.text.split())
    if copy.dateline:
        assert any(part.span.holds(copy.dateline.span) for part in copy.paragraphs)


@pytest.mark.skipif(not GOLD, reason=f"no articles in {SHARED}/gold/dev; set ONRECORD_DATA to the folder with gold/")
def test_gold_articles_have_their_headline_and_dateline() -> None:
    for path in GOLD:
        text, gold = path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))
        copy = read_text(text)
        assert copy.text == text
        assert copy.headline == text.split("\n")[0].strip(), path.name
        dateline = copy.dateline and (copy.dateline.place, copy.dateline.agency)
        expected = gold["dateline"]["place"], gold["dateline"]["agency"]
        assert dateline == (expected if any(expected) else None), path.name


@pytest.mark.parametrize(
    ("piece", "between"),
    [("AB ", ""), ("AB-", ""), ("A/", ""), ("A'", ""), ("AB, ", ""), ("(", ""), ("1 ", ""), ("“", ""), (" \n", "x"),
     ("By Jane ", ""), ("LONDON (", "\n\n"), ("photo: ", "\n"), ("\r\x01", "a"), ("\ud83d", "")],
    ids=repr,
)  # fmt: skip
def test_a_hostile_megabyte_is_read_like_any_other(piece: str, between: str) -> None:
    # A quarter of one, to be quick: time that grew with the square of the length would still take many minutes.
    copy = read_text("Envoys meet.\n\n" + between.join([piece] * (2**18 // len(piece + between))))
    assert copy.text.startswith("Envoys meet.")
