"""Attributions that stand as an aside in a clause: "according to the ministry", "as the ministry said"."""

from collections.abc import Iterator

from onrecord.record import Act
from onrecord.spans import Span, strip
from onrecord.statements.clauses import speaks_soon
from onrecord.statements.cues import VERBS
from onrecord.statements.drafts import Draft
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, source_after, source_before, span_of
from onrecord.statements.words import AUXILIARIES, DASHES, EDGES, RELATIVES

_NEW_CLAUSE = RELATIVES | {"and", "but", "while", "where", "when", "as"}


def according_to(line: Line) -> Iterator[Draft]:
    """ "…, according to the ministry" and "According to the ministry, …"."""
    for i in line.places("according"):
        if line.word(i + 1) != "to" or line.quoted[i] >= 0:
            continue
        source = source_after(line, i + 2)
        if source is None:
            continue
        pieces = _around(line, i, source.last + 1)
        if pieces:
            yield _made(line, source, pieces, line.span(i, i + 1), "say", "according to")


def as_told(line: Line) -> Iterator[Draft]:
    """ "The reaction, as the US side told us, was preliminary": the clause around is the content."""
    for i in line.places("as"):
        if line.quoted[i] >= 0 or not (i == 0 or line.words[i - 1] == "," or line.words[i - 1] in DASHES):
            continue
        found = _teller(line, i)
        if found is None:
            continue
        source, verb, act = found
        end = _aside_end(line, verb + 1)
        pieces = _around(line, i, end)
        if pieces:
            yield _made(line, source, pieces, line.span(verb, verb), act, "as told")


def _teller(line: Line, i: int) -> tuple[Found, int, Act] | None:
    """The subject and the verb behind "as": "as she told us", "as the ministry has said"."""
    for verb in range(i + 2, min(i + 14, line.stop)):
        word = line.words[verb]
        if word in {",", ";"} or line.quoted[verb] >= 0:
            return None
        entry = VERBS.get(word)
        if entry is not None and entry[1] != "ing" and entry[0].frames & {"c", "t", "a"}:
            found = source_before(line, _group(line, verb))
            if found is not None and found.first > i and not found.relative:
                return found, verb, entry[0].act
    return None


def _group(line: Line, verb: int) -> Group:
    first = verb
    while line.word(first - 1) in {"has", "have", "had", "also", "already", "once", "previously", "later"}:
        first -= 1
    cue, form = VERBS[line.words[verb]]
    return Group(first, verb, cue, form)


def _aside_end(line: Line, i: int) -> int:
    while i < line.stop and line.words[i] != "," and line.words[i] not in DASHES:
        i += 1
    return i


def _around(line: Line, first: int, behind: int) -> tuple[Span, ...]:
    """The clause that `[first, behind)` interrupts, opens or closes."""
    text = line.page.doc.text
    left = None
    if first > 1:
        begin = _clause_start(line, first)
        left = strip(text, line.tokens[begin].start, line.tokens[first - 1].end, EDGES + '“”"')
    if left is not None and line.word(first - 2) in {"so", "because", "that", "and", "but"}:
        left = None  # "so, as you said, we planned": only what follows was said
    right = None
    if behind < line.stop and line.words[behind] in {",", *DASHES}:
        following = line.word(behind + 1)
        short = first - _clause_start(line, first) < 8
        goes_on = following in AUXILIARIES or following.endswith("ed")
        if left is None or goes_on or (short and following not in _NEW_CLAUSE and not speaks_soon(line, behind + 1)):
            right = strip(text, line.tokens[behind].end, line.tokens[line.stop - 1].end, EDGES + '“”"')
    return tuple(span for span in (left, right) if span)


def _clause_start(line: Line, last: int) -> int:
    for i in range(last - 2, -1, -1):
        if line.words[i] == ";" and line.quoted[i] < 0:
            return i + 1
        if line.words[i] == "," and line.word(i + 1) in {"and", "but", "so"} and last - i > 5:
            return i + 2
    if line.words[0] == "asked" and line.word(1) in {"whether", "if", "about"}:
        return 2  # what follows was asked, and is what the aside is about
    return 1 if line.words[0] in {"and", "but", "so"} and last > 2 else 0


def _made(line: Line, source: Found, pieces: tuple[Span, ...], cue: Span, act: Act, rule: str) -> Draft:
    used = {n for n in line.quoted if n >= 0 and any(piece.meets(line.page.doc.quotations[n].span) for piece in pieces)}
    return Draft(
        pieces, span_of(line, source), cue, act, rule, "named", line.paragraph, tuple(sorted(used)), line.holder
    )
