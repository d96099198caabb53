"""Texts with the parts of their statements marked: `[content]  {source}  <cue>`."""

import re
from collections.abc import Iterable

from onrecord.language import Doc, make_doc
from onrecord.parties import find_parties
from onrecord.record import Paragraph, Statement
from onrecord.spans import Span
from onrecord.statements import find_statements
from onrecord.times import find_times

_SIGN = re.compile(r"[\[\]{}<>]")
_OPEN = {"[": "content", "{": "source", "<": "cue"}
Parts = dict[str, list[str]]


def unmark(marked: str) -> tuple[str, Parts]:
    """The text without its marks, and the marked pieces by kind, in order."""
    parts: Parts = {"content": [], "source": [], "cue": []}
    text, kind, start = "", "", 0
    for piece in re.split(r"([\[\]{}<>])", marked):
        if piece in _OPEN:
            kind, start = _OPEN[piece], len(text)
        elif _SIGN.fullmatch(piece):
            parts[kind].append(text[start:])
        else:
            text += piece
    return text, parts


def doc_of(text: str) -> Doc:
    """A doc whose paragraphs are the lines of `text`."""
    found = re.finditer(r"\S[^\n]*", text)
    return make_doc(text, [Paragraph(Span(*match.span()), "body") for match in found])


def statements_of(text: str) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements of `text`, and the names of the parties by id."""
    doc = doc_of(text)
    cast, found = find_statements(doc, find_parties(doc), find_times(doc, None))
    return found, {party.id: party.name for party in cast.parties}


def parts_of(text: str, statements: Iterable[Statement]) -> Parts:
    """The parts of the statements, in the shape of `unmark`."""
    parts: Parts = {"content": [], "source": [], "cue": []}
    for said in statements:
        parts["content"] += [piece.cut(text) for piece in said.content]
        parts["source"] += [said.source.cut(text)] if said.source else []
        parts["cue"] += [said.cue.cut(text)] if said.cue else []
    return parts
