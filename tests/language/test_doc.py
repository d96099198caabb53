"""The doc: paragraphs cut into sentences and tokens, all counted in one text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import make_doc
from onrecord.record import Paragraph
from onrecord.spans import Span

TEXT = "A headline\n\nOne came. “Two,” he said.\n\nThree."
PARAGRAPHS = [
    Paragraph(Span(0, 10), "headline"),
    Paragraph(Span(12, 37), "body"),
    Paragraph(Span(39, 45), "body"),
]


def test_each_sentence_knows_its_paragraph() -> None:
    doc = make_doc(TEXT, PARAGRAPHS)
    assert [(s.span.cut(TEXT), s.paragraph) for s in doc.sentences] == [
        ("A headline", 0),
        ("One came.", 1),
        ("“Two,” he said.", 1),
        ("Three.", 2),
    ]


def test_only_what_stands_in_a_paragraph_is_read() -> None:
    doc = make_doc(TEXT, PARAGRAPHS[2:])
    assert [s.span.cut(TEXT) for s in doc.sentences] == ["Three."]
    assert doc.quotations == ()


def test_tokens_lie_in_their_sentence() -> None:
    for sentence in make_doc(TEXT, PARAGRAPHS).sentences:
        assert sentence.tokens
        assert all(sentence.span.start <= t.start < t.end <= sentence.span.end for t in sentence.tokens)


@given(st.text(st.sampled_from("aB .?“”‘’'\"\u00a0\u0301🜁\r"), min_size=1, max_size=80))
def test_any_paragraph_makes_a_doc(text: str) -> None:
    doc = make_doc(text, [Paragraph(Span(0, len(text)), "body")])
    assert "".join(t.text for s in doc.sentences for t in s.tokens) == "".join(text.split())
    assert all(quotation.span.end <= len(text) for quotation in doc.quotations)
