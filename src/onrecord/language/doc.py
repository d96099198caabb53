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
        Sentence(Span(tokens[0].start, tokens[-1].end), number, tokens)
        for number, paragraph in enumerate(paragraphs)
        for start, end in sentence_spans(text, paragraph.span.start, paragraph.span.end)
        for tokens in _in_bounds(tuple(find_tokens(text, start, end)))
    ]
    bounds = [(paragraph.span.start, paragraph.span.end) for paragraph in paragraphs]
    return Doc(text, tuple(paragraphs), tuple(sentences), pair_marks(text, bounds))


# Tokens. The longest sentence of the PolNeAR training texts has 220, a list of names. A page without stops is cut,
# so that the rules, which look back and forth within a sentence, cost the same a word on any page.
LONGEST_SENTENCE = 300


def _in_bounds(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """The tokens of a sentence, cut where there are too many."""
    if len(tokens) <= LONGEST_SENTENCE:
        return [tokens]
    return [tokens[i : i + LONGEST_SENTENCE] for i in range(0, len(tokens), LONGEST_SENTENCE)]
