"""Annotated attributions as the labels that a model is taught. The text is our own."""

from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, attributions, document, kept_aside, offsets_after_cleaning
from labelling import rows
from onrecord.language.labels import CONTENT, CUE, NO_LINK, SOURCE, link_label

TEXT = "Mira Tolan said that the ships had left, and added that they would return.\n"


def place(words: str) -> str:
    return f"{TEXT.index(words)} {TEXT.index(words) + len(words)}"


ANNOTATION = "\n".join(
    [
        f"T1\tSource {place('Mira Tolan')}\tMira Tolan",
        f"T2\tCue {place('said')}\tsaid",
        f"T3\tContent {place('that the ships had left')}\tthat the ships had left",
        f"T4\tCue {place('added')}\tadded",
        f"T5\tContent {place('that they would return')}\tthat they would return",
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
        "E2\tAttribution-no-source:T4 Cue:T4 Content:T5",
        "a line of another kind",
    ]
)


def read() -> Document:
    return document("ours", TEXT, ANNOTATION)


def test_the_attributions_of_a_brat_file() -> None:
    first, second = attributions(ANNOTATION)
    cut = [[TEXT[a:b] for a, b in pieces] for pieces in (first.source, first.cue, first.content)]
    assert cut == [["Mira Tolan"], ["said"], ["that the ships had left"]]
    assert second.source == ()


def test_an_attribution_without_content_is_left_out() -> None:
    assert attributions("T1\tCue 0 4\tsaid\nE1\tAttribution:T1 Cue:T1") == []


def test_the_labels_of_tokens() -> None:
    (row,) = rows(read())
    tagged = {token.text: int(tag) for token, tag in zip(row.unit.tokens, row.tags, strict=True)}
    assert [tagged[word] for word in ("Mira", "Tolan", "said", "ships", "added", "return", ",")] == [
        SOURCE,
        SOURCE + 1,
        CUE,
        CONTENT + 1,
        CUE,
        CONTENT + 1,
        0,
    ]


def test_each_part_points_to_its_cue() -> None:
    (row,) = rows(read())
    links = {token.text: int(link) for token, link in zip(row.unit.tokens, row.links, strict=True)}
    assert links["Mira"] == link_label(0, 0)  # the next cue
    assert links["ships"] == link_label(0, 1)  # the last one begun
    assert links["return"] == link_label(1, 2)
    assert links["and"] == NO_LINK


def test_one_document_in_ten_is_kept_aside_and_always_the_same() -> None:
    names = [f"paper_2016-01-{day:02}_story-{n}" for day in range(1, 29) for n in range(20)]
    aside = [name for name in names if kept_aside(name)]
    assert 30 < len(aside) < 90
    assert aside == [name for name in names if kept_aside(name)]


@given(st.text(alphabet="ab \n\u00a0", max_size=40))
def test_offsets_after_cleaning_keep_every_sign(text: str) -> None:
    cleaned = " ".join(text.split())
    places = offsets_after_cleaning(text, cleaned)
    assert len(places) == len(text) + 1
    assert all(cleaned[places[i]] == sign for i, sign in enumerate(text) if not sign.isspace())
