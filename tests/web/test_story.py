from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Article, Paragraph, Party, Record, Statement, Time
from onrecord.spans import Span
from onrecord.web.rendering import EXCERPT, excerpt
from onrecord.web.story import VOICES, tell
from tests.web.conftest import ENGINE, PARTS, talks
from tests.web.test_marking import words_of

TALKS = talks()


def record_of(text: str, statements: list[Statement], **more: Any) -> Record:
    return Record(
        "a", Article(text, paragraphs=more.pop("paragraphs", ())), ENGINE, statements=tuple(statements), **more
    )


def said(id: str, *pieces: tuple[int, int], speaker: str | None = None, parent: str | None = None) -> Statement:
    return Statement(id, tuple(Span(*piece) for piece in pieces), None, None, speaker, "indirect", parent=parent)


def test_the_parts_have_the_words_of_the_paragraphs() -> None:
    parts = tell(TALKS).parts
    assert [(part.role, words_of(part.html)) for part in parts] == list(PARTS)
    assert [part.tag for part in parts] == ["p", "h1", "p", "p", "p", "p", "p"]


def test_a_text_without_paragraphs_is_shown_whole() -> None:
    [part] = tell(record_of("One.\n\nTwo.", [said("s1", (0, 8))])).parts
    assert words_of(part.html) == "One.\n\nTwo."


def test_only_the_first_headline_is_the_heading() -> None:
    paragraphs = (Paragraph(Span(0, 3), "headline"), Paragraph(Span(5, 8), "headline"))
    parts = tell(record_of("One\n\nTwo", [], paragraphs=paragraphs)).parts
    assert [part.tag for part in parts] == ["h1", "p"]


def test_a_statement_over_paragraphs_has_one_anchor_and_one_reference() -> None:
    paragraphs = (Paragraph(Span(0, 3), "body"), Paragraph(Span(5, 8), "body"))
    for pieces in ([(0, 3), (5, 8)], [(0, 8)]):
        html = "|".join(
            part.html for part in tell(record_of("One\n\nTwo", [said("s1", *pieces)], paragraphs=paragraphs)).parts
        )
        assert html.index('id="s1"') < html.index("|") < html.index('href="#on-s1"')
        assert (html.count('id="s1"'), html.count("#on-s1"), html.count("<mark")) == (1, 1, 2)


def test_a_statement_stands_inside_its_parent_wherever_it_begins() -> None:
    [part] = tell(record_of("abcdef", [said("s1", (0, 6)), said("s2", (0, 6), parent="s1")])).parts
    assert part.html.index('id="s1"') < part.html.index('id="s2"')


def test_parents_that_go_in_a_circle_do_no_harm() -> None:
    statements = [said("s1", (0, 3), parent="s2"), said("s2", (1, 2), parent="s1"), said("s3", (0, 1), parent="s3")]
    assert words_of(tell(record_of("abcdef", statements)).parts[0].html) == "abcdef"


def test_speakers_come_in_the_order_of_their_say_and_the_open_one_last() -> None:
    parties = tuple(Party(f"p{i}", f"Speaker {i}", "person") for i in range(VOICES + 1))
    statements = [said(f"s{i}", (i, i + 1), speaker=f"p{i}") for i in range(VOICES + 1)]
    voices = tell(record_of("x" * 20, [said("s9", (15, 16)), *statements], parties=parties)).voices
    assert [voice.party and voice.party.name for voice in voices] == [*(party.name for party in parties), None]
    styles = [voice.style for voice in voices]
    assert styles[0] == styles[VOICES] == "voice-1"
    assert len(set(styles)) == VOICES + 1
    assert voices[0].key == "person-speaker-0"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("She", "She"),
        ("the minister", "the minister"),
        ("Ilves", None),
        ("Norland’s Foreign Minister Mara Ilves", None),
    ],
)
def test_the_mention_is_shown_where_it_does_not_give_the_name(source: str, shown: str | None) -> None:
    text = f"{source} said no."
    statement = msgspec.structs.replace(
        said("s1", (len(text) - 3, len(text) - 1), speaker="p1"), source=Span(0, len(source))
    )
    [voice] = tell(record_of(text, [statement], parties=(Party("p1", "Mara Ilves", "person"),))).voices
    assert voice.notes[0].source == shown


def test_words_cut_before_their_closing_mark_are_shown_with_it() -> None:
    text = "Rede called the meeting “businesslike”."
    statement = said("s1", (12, text.index("”")))
    [voice] = tell(record_of(text, [statement])).voices
    assert voice.notes[0].words == "the meeting “businesslike”"


def test_a_day_stands_once_with_its_places_and_notes() -> None:
    days = tell(TALKS).days
    assert [day.edtf for day in days] == ["2021-12-17", "2022-01-10", "2022-01-10/2022-01-16", "2022-01-21"]
    assert days[-1].places == (("t1", "January 21"), ("t2", "Friday"))
    assert days[-1].notes == ("year inferred from “December 17, 2021”",)


@pytest.mark.parametrize(
    ("type", "edtf", "html"),
    [
        ("DATE", "2022-01-21", '<time id="t1" class="when" datetime="2022-01-21" title="January 21, 2022">soon</time>'),
        ("DATE", "2022-01-10/2022-01-16", '<span id="t1" class="when" title="January 10–16, 2022">soon</span>'),
        ("DATE", None, '<span id="t1" class="when" title="not settled by the text">soon</span>'),
        ("DURATION", "PT90M", '<time id="t1" class="when" datetime="PT90M">soon</time>'),
        ("DURATION", "P3M", '<span id="t1" class="when">soon</span>'),
    ],
)
def test_times_in_the_text(type: Any, edtf: str | None, html: str) -> None:
    [part] = tell(record_of("soon", [], times=(Time(0, 4, "soon", type, edtf, edtf),))).parts
    assert part.html == html


@given(st.lists(st.text(max_size=300), max_size=4))
def test_an_excerpt_is_short_and_begins_as_the_words_do(pieces: list[str]) -> None:
    words, short = " … ".join(pieces), excerpt(" … ".join(pieces))
    assert len(short) <= EXCERPT + 2
    assert words.startswith(short.removesuffix(" …"))


def test_an_excerpt_ends_at_a_word() -> None:
    assert excerpt("word " * 100).endswith("word …")
    assert excerpt("語" * 500) == "語" * EXCERPT + " …"


def test_a_long_article_is_told_whole() -> None:
    text = ("He said that all is well. " * 40 + "\n\n") * 1000
    breaks = range(0, len(text) + 1, 1042)
    paragraphs = tuple(Paragraph(Span(a, b - 2), "body") for a, b in pairwise(breaks))
    statements = [said(f"s{at}", (at, at + 20)) for at in range(0, len(text) - 20, 300)]
    parts = tell(record_of(text, statements, paragraphs=paragraphs)).parts
    assert sum(part.html.count("<mark") for part in parts) >= len(statements)
