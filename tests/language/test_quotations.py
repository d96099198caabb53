"""Which mark closes which: words in [brackets] are what a quotation holds, in the order of the opening marks."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import Quotation, pair_marks


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text whose paragraphs are parted by a blank line, as an article's are."""
    bounds, start = [], 0
    for part in text.split("\n\n"):
        bounds.append((start, start + len(part)))
        start += len(part) + 2
    return pair_marks(text, bounds)


def words(text: str) -> list[list[str]]:
    return [[piece.cut(text) for piece in quotation.pieces] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We agree,” she said.", [["We agree,"]]),
        ('"We agree," she said.', [["We agree,"]]),
        ("«We agree», she said.", [["We agree"]]),
        ("« We agree », she said. « No. »", [["We agree"], ["No."]]),
        ("»We agree«, she said. »No.«", [["We agree"], ["No."]]),
        ("„We agree“, she said. „No.“", [["We agree"], ["No."]]),
        ("„We agree”, she said.", [["We agree"]]),
        ("‚We agree‘, she said. ‚No.‘", [["We agree"], ["No."]]),
        ("‹We agree›, she said.", [["We agree"]]),
        ("›We agree‹, she said.", [["We agree"]]),
        ("「We agree」 she said. 『No.』", [["We agree"], ["No."]]),
        ("＂We agree,＂ she said.", [["We agree,"]]),
        ("〝We agree,〞 she said.", [["We agree,"]]),
        ("❝We agree,❞ she said.", [["We agree,"]]),
        ("`We agree,' she said.", [["We agree,"]]),
        ("“ We agree, ” she said.", [["We agree,"]]),
        ('" We agree, " she said.', [["We agree,"]]),
        ("‘‘We agree,’’ she said.", [["We agree,"]]),
        ("\u200f“We agree,”\u200f she said.", [["We agree,"]]),
        ("“…and then,” she said, “... we go.”", [["…and then,"], ["... we go."]]),
        ("``We agree,'' she said.", [["We agree,"]]),
        ("‘We agree,’ she said.", [["We agree,"]]),
        ("'We agree,' she said.", [["We agree,"]]),
        ("“We,” she said, “agree.”", [["We,"], ["agree."]]),
        ('"We," she said, "agree."', [["We,"], ["agree."]]),
        ("“Why?” he asked.", [["Why?"]]),
        ("He called it “a roof without walls”.", [["a roof without walls"]]),
        ("The “Valdmark”—a ferry—and the “Grent”.", [["Valdmark"], ["Grent"]]),
        ('("We agree.")', [["We agree."]]),
    ],
)  # fmt: skip
def test_one_paragraph(text: str, found: list[list[str]]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Teskia’s ships and the captains’ pay.",
        "Teskia's ships and the captains' pay.",
        "It doesn’t, it won't, they’re O’Dowd’s.",
        "In the ’90s and in '68, rock 'n' roll.",
        'He was 6\'2" and 14" wide.',
        "",
        "“”",
        '“ ” and " "',
    ],
    ids=["possessives", "straight-possessives", "contractions", "clipped", "inches", "empty", "nothing-in-it", "blank"],
)
def test_what_is_no_quotation(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘The captains’ pay isn’t ours,’ he said.", ["The captains’ pay isn’t ours,"]),
        ("'The captain's pay isn't ours,' he said.", ["The captain's pay isn't ours,"]),
        ("‘The ’90s are over,’ he said.", ["The ’90s are over,"]),
        ("‘It’s the workers’ turn,’ and ‘it’s ours’.", ["It’s the workers’ turn,", "it’s ours"]),
    ],
)
def test_apostrophes_do_not_close_single_marks(text: str, found: list[str]) -> None:
    assert [pieces for (pieces,) in words(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("”We agree,” she said. ”No.”", ["We agree,", "No."]),
        ("“We agree,“ she said. “No.“", ["We agree,", "No."]),
        ("“rapists“ and “murderers”", ["rapists", "murderers"]),
        ("’We agree,’ she said.", ["We agree,"]),
        ("“We agree,’ she said. “No.”", ["We agree,", "No."]),
        ("“We agree, she said. “No.”", ["No."]),
        ('"We agree, she said. "No."', ["No."]),
        ("We agree on it,” she said. “No.”", ["We agree on it,", "No."]),
        ("It was long.” “No,” she said.", ["No,"]),
        ("“We agree.”” “No.”", ["We agree.", "No."]),
        ('She said."We agree." He left.', ["We agree."]),
        ('She spoke of"ships and talks." He "agreed".', ["ships and talks.", "agreed"]),
        ('"We agree—"she said. "No."', ["We agree—", "No."]),
        ('He is 6\'2" and the "best" at 14" wide.', ["best"]),
        ('"It is 14" wide," she said.', ['It is 14" wide,']),
        ('The "Top 10" and the "Top 20".', ["Top 10", "Top 20"]),
        ('"We agree," said Mira in \'t Veld. "It\'s late."', ["We agree,", "It's late."]),
        ("‘Yes’ Smith said. ‘No.’", ["Yes", "No."]),
        ("‘It’s the Giants’ Smith,’ she said.", ["It’s the Giants’ Smith,"]),
    ],
)
def test_marks_that_are_missing_or_wrong(text: str, found: list[str]) -> None:
    assert [pieces for (pieces,) in words(text)] == found


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("“She asked what ‘shorter’ meant,” he said.", "She asked what ‘shorter’ meant,", "shorter"),
        ("\"She asked what 'shorter' meant,\" he said.", "She asked what 'shorter' meant,", "shorter"),
        ("“As she put it, ‘no.’” He left.", "As she put it, ‘no.’", "no."),
        ("‘She asked what “shorter” meant,’ he said.", "She asked what “shorter” meant,", "shorter"),
        ("„She asked what ‚shorter‘ meant“, he said.", "She asked what ‚shorter‘ meant", "shorter"),
        ("«She asked what “shorter” meant», he said.", "She asked what “shorter” meant", "shorter"),
        ("“She asked what “shorter” meant,” he said.", "She asked what “shorter” meant,", "shorter"),
        ("''She said 'a roof,''' he said.", "She said 'a roof,'", "a roof,"),
        ('"She asked what "shorter" meant," he said.', 'She asked what "shorter" meant,', "shorter"),
    ],
    ids=[
        "curly",
        "straight",
        "closing-together",
        "double-in-single",
        "low",
        "guillemets",
        "same",
        "three-straight",
        "same-straight",
    ],
)
def test_a_quotation_in_a_quotation(text: str, outer: str, inner: str) -> None:
    found = {quotation.depth: quotation.pieces[0].cut(text) for quotation in quotations(text)}
    assert found == {0: outer, 1: inner}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.", "Two.", "Three,"]),
        ('"One.\n\n"Two," he said.', ["One.", "Two,"]),
        ("He said: “One.\n\n“Two.”", ["One.", "Two."]),
        ("``One.\n\n``Two,'' he said.", ["One.", "Two,"]),
        ("“One ‘of two.’\n\n“Two ‘of two,’” he said.", ["One ‘of two.’", "Two ‘of two,’"]),
        ("“One “of” two.\n\n“Two,” he said.", ["One “of” two.", "Two,"]),
        ("«One.\n\n«Two», he said.", ["One.", "Two"]),
        ("‘One isn’t the captains’ two.\n\n‘Three,’ he said.", ["One isn’t the captains’ two.", "Three,"]),
        ("“One, which is one.\n\nbut not two,” he said.", ["One, which is one.", "but not two,"]),
    ],
    ids=[
        "curly",
        "straight",
        "after-a-colon",
        "typewriter",
        "with-inner-marks",
        "with-inner-of-the-same",
        "guillemets",
        "single",
        "mark-not-repeated",
    ],
)
def test_a_quotation_over_paragraphs_has_a_piece_each(text: str, pieces: list[str]) -> None:
    outer = [quotation for quotation in quotations(text) if quotation.depth == 0]
    assert [[piece.cut(text) for piece in quotation.pieces] for quotation in outer] == [pieces]
    assert outer[0].closed


def test_what_stands_in_a_later_paragraph_of_a_quotation_is_inside_it() -> None:
    text = "“One.\n\n“Two is ‘two’,” he said."
    assert [quotation.depth for quotation in quotations(text)] == [0, 1]


def test_an_unclosed_mark_costs_one_paragraph() -> None:
    text = "“One, he said.\n\nNothing is quoted here.\n\n“Two,” she said."
    assert [(q.pieces[0].cut(text), q.closed) for q in quotations(text)] == [("One, he said.", False), ("Two,", True)]


def test_a_name_below_a_quotation_is_not_in_it() -> None:
    assert words("“One, which is one.\n\nMira Tolan.”\n\nTwo.") == [["One, which is one."]]


def test_a_quotation_that_runs_on_ends_where_another_begins() -> None:
    text = "“One.\n\n“Two, he said. “Three.”\n\n“Four.”"
    assert [(q.pieces[0].cut(text), q.closed) for q in quotations(text)] == [
        ("One.", False),
        ("Three.", True),
        ("Four.", True),
    ]


def test_a_new_quotation_after_a_closed_one_is_another() -> None:
    assert words("“One.”\n\n“Two.”") == [["One."], ["Two."]]


def test_a_mark_outside_the_paragraphs_is_not_seen() -> None:
    text = "“One” and “two”"
    assert [q.pieces[0].cut(text) for q in pair_marks(text, [(0, 5)])] == ["One"]


def test_the_span_takes_in_the_marks_and_the_pieces_do_not() -> None:
    text = "So “we agree” here."
    (found,) = quotations(text)
    assert found.span.cut(text) == "“we agree”"
    assert [piece.cut(text) for piece in found.pieces] == ["we agree"]


SIGNS = [
    *"“”„‟\"«»‹›「」『』＂″〝〞❝❞‘’‚‛'`´′＇❛❜",
    "``",
    "''",
    *"s aB.,:—([\u00a0\u200f🜁",
    "6'2",
    "\n\n",
    "\n\n“",
    '\n\n"',
]
MARKED = st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)


@given(MARKED)
def test_pieces_lie_in_their_quotation_and_in_one_paragraph(text: str) -> None:
    for quotation in quotations(text):
        assert quotation.span.end <= len(text)
        assert all(quotation.span.holds(piece) for piece in quotation.pieces)
        assert not any("\n\n" in piece.cut(text) for piece in quotation.pieces)
        assert list(quotation.pieces) == sorted(quotation.pieces)


@given(MARKED)
def test_quotations_nest_or_lie_apart_and_their_depth_counts_those_around(text: str) -> None:
    found = quotations(text)
    for i, quotation in enumerate(found):
        a = quotation.span
        assert all(not a.meets(b.span) or a.holds(b.span) for b in found[i + 1 :])
        assert quotation.depth == sum(other.span.holds(a) for other in found if other is not quotation)


@given(MARKED)
def test_a_neutral_paragraph_in_front_moves_all(text: str) -> None:
    front = "Nothing is quoted here.\n\n"
    moved = [(q.span.moved(len(front)), q.closed, q.depth) for q in quotations(text)]
    assert [(q.span, q.closed, q.depth) for q in quotations(front + text)] == moved


@given(MARKED, MARKED)
def test_a_paragraph_without_marks_parts_what_stands_around_it(before: str, after: str) -> None:
    front = before + "\n\nNothing is quoted here.\n\n"
    moved = [(q.span.moved(len(front)), q.closed, q.depth) for q in quotations(after)]
    apart = [(q.span, q.closed, q.depth) for q in quotations(before)]
    assert [(q.span, q.closed, q.depth) for q in quotations(front + after)] == apart + moved


@given(MARKED)
def test_a_quotation_goes_on_where_the_mark_is_repeated_or_one_closes_it(text: str) -> None:
    for quotation in quotations(text):
        for piece in quotation.pieces[1:]:
            begin = text.rfind("\n\n", 0, piece.start) + 2
            assert text[begin : piece.start].strip() or (piece is quotation.pieces[-1] and quotation.closed)


def calls(text: str) -> int:
    """How many calls of functions it takes to pair the marks of `text`."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        quotations(text)
    finally:
        sys.setprofile(None)
    return count


@given(st.lists(st.sampled_from([s for s in SIGNS if s]), min_size=1, max_size=5).map("".join))
@settings(max_examples=30, deadline=None)
def test_twice_the_text_takes_twice_the_calls(unit: str) -> None:
    assert calls(unit * 400) < 2.2 * calls(unit * 200) + 200
