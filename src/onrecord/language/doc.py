"""The text of an article as paragraphs, sentences, tokens and quotations."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.language.quotations import Quotation, pair_marks
from onrecord.language.sentences import sentence_spans
from onrecord.language.tokens import Token, find_tokens
from onrecord.record import Paragraph
from onrecord.spans import Span


class Sentence(Struct, frozen=True):
    """A sentence. `paragraph` is the number of its paragraph in `Doc.paragraphs`."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]


class Doc(Struct, frozen=True):
    """What the finders of times, parties and statements read. All offsets count in `text`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


def make_doc(text: str, paragraphs: Sequence[Paragraph]) -> Doc:
    """The doc of `text`; only what stands in `paragraphs` is read."""
    sentences = [
        Sentence(Span(start, end), number, tuple(find_tokens(text, start, end)))
        for number, paragraph in enumerate(paragraphs)
        for start, end in sentence_spans(text, paragraph.span.start, paragraph.span.end)
    ]
    bounds = [(paragraph.span.start, paragraph.span.end) for paragraph in paragraphs]
    return Doc(text, tuple(paragraphs), tuple(sentences), pair_marks(text, bounds))
