"""Texts with the parts of their statements marked: `[content]  {source}  <cue>`."""

import re
from collections.abc import Iterable
from datetime import date

from onrecord.language import Doc, EngineName, make_doc, tag
from onrecord.parties import find_parties
from onrecord.record import Paragraph, Statement
from onrecord.spans import Span
from onrecord.statements import find_statements
from onrecord.statements.circumstances import Circumstances, circumstances, line_at
from onrecord.statements.lines import Page
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


_ALL_SIGNS = {**{sign: _OPEN[sign] for sign in _OPEN}, "^": "date", "~": "addressee"}


def circumstances_of(marked: str, *, published: date = date(2019, 3, 8)) -> tuple[Circumstances, dict[str, str], str]:
    """The circumstances of the one attribution that is marked, and what they should be: `^date^`, `~addressee~`."""
    spans: dict[str, list[Span]] = {"content": [], "source": [], "cue": [], "date": [], "addressee": []}
    text, open_at = "", dict[str, int]()
    for piece in re.split(r"([\[\]{}<>^~])", marked):
        kind = _ALL_SIGNS.get(piece) or {"]": "content", "}": "source", ">": "cue"}.get(piece)
        if kind is None:
            text += piece
        elif kind in open_at:
            spans[kind].append(Span(open_at.pop(kind), len(text)))
        else:
            open_at[kind] = len(text)
    doc = doc_of(text)
    page = Page(doc, find_parties(doc), find_times(doc, published))
    line = line_at(page, (spans["cue"] or spans["source"])[0].start)
    assert line is not None
    found = circumstances(
        line, source=tuple(spans["source"]), cue=tuple(spans["cue"]) or None, content=tuple(spans["content"])
    )
    return found, {kind: spans[kind][0].cut(text) for kind in ("date", "addressee") if spans[kind]}, text


def doc_of(text: str) -> Doc:
    """A doc whose paragraphs are the lines of `text`."""
    found = re.finditer(r"\S[^\n]*", text)
    return make_doc(text, [Paragraph(Span(*match.span()), "body") for match in found])


def statements_of(text: str, engine: EngineName = "rules") -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements of `text`, and the names of the parties by id."""
    doc = doc_of(text)
    numbered, found = find_statements(doc, find_parties(doc), find_times(doc, None), tag(doc, engine))
    return found, {party.id: party.name for party in numbered.parties}


def parts_of(text: str, statements: Iterable[Statement]) -> Parts:
    """The parts of the statements, in the shape of `unmark`."""
    parts: Parts = {"content": [], "source": [], "cue": []}
    for said in statements:
        parts["content"] += [piece.cut(text) for piece in said.content]
        parts["source"] += [said.source.cut(text)] if said.source else []
        parts["cue"] += [said.cue.cut(text)] if said.cue else []
    return parts
