"""What the tagger reads at once: the tokens of a paragraph, or of a part of a long one."""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.language.doc import Doc
from onrecord.language.tokens import Token
from onrecord.record import Role

# The parts of an article in which somebody may speak.
READ: frozenset[Role] = frozenset(["headline", "deck", "body", "background"])
# Tokens. Of the paragraphs of the PolNeAR training texts 0.3 % are longer; they are cut between sentences.
LONGEST_UNIT = 160


class Unit(Struct, frozen=True):
    """Tokens that follow each other in a paragraph, with their state of quotation.

    paragraph: its number in `Doc.paragraphs`.
    quoted: for each token OUTSIDE, INSIDE a quotation, or its OPENING or CLOSING mark.
    """

    paragraph: int
    tokens: tuple[Token, ...]
    quoted: bytes


OUTSIDE, INSIDE, OPENING, CLOSING = range(4)


def units_of(doc: Doc) -> tuple[Unit, ...]:
    """The paragraphs of `doc` in which somebody may speak, long ones cut between sentences."""
    quotations = [(q.span.start, q.span.end, q.closed) for q in doc.quotations if not q.depth]
    at, units = 0, []
    for number, tokens in _runs(doc):
        states = bytearray()
        for token in tokens:
            while at < len(quotations) and quotations[at][1] <= token.start:
                at += 1
            states.append(_state(token, quotations[at]) if at < len(quotations) else OUTSIDE)
        units.append(Unit(number, tokens, bytes(states)))
    return tuple(units)


def _state(token: Token, quotation: tuple[int, int, bool]) -> int:
    start, end, closed = quotation
    if token.start < start:
        return OUTSIDE
    if token.start == start:
        return OPENING
    return CLOSING if closed and token.end == end else INSIDE


def _runs(doc: Doc) -> Iterator[tuple[int, tuple[Token, ...]]]:
    """The number of each paragraph with its tokens; of a long one in parts."""
    number, run = -1, tuple[Token, ...]()
    for sentence in doc.sentences:
        if doc.paragraphs[sentence.paragraph].role not in READ:
            continue
        if sentence.paragraph != number or len(run) + len(sentence.tokens) > LONGEST_UNIT:
            if run:
                yield number, run
            number, run = sentence.paragraph, ()
        run += sentence.tokens
    if run:
        yield number, run
