"""Which quotation mark closes which.

Marks come in two families, double (“ ” „ " `` '' « ») and single (‘ ’ '). A quotation may hold one of the
other family. A paragraph that leaves a double quotation open is gone on with by the next one where that
begins with an opening mark again, as newspapers print quotations of several paragraphs; otherwise the
quotation ends with its paragraph. An unclosed mark costs one paragraph, never the document.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from onrecord.spans import Span, strip


class Quotation(Struct, frozen=True):
    """Words between quotation marks.

    span: from the opening mark to behind the closing one; over paragraphs, from the first to the last.
    pieces: the words without their marks, one span a paragraph.
    closed: whether a closing mark was found.
    depth: 0 for a quotation, 1 for one inside another.
    """

    span: Span
    pieces: tuple[Span, ...]
    closed: bool
    depth: int


class _Open(Struct):
    double: bool
    mark: int  # offset of the opening mark
    inner: int  # offset behind it


_MARK = re.compile(r"""``|''|[“”„‟"«»‘’‚']""")
_OPENERS = frozenset(["“", "„", "‟", "«", "``"])
_CLOSERS = frozenset(["”", "»"])
_EITHER = frozenset(['"', "''"])  # typewriter marks, which open and close
# Clipped words that begin with an apostrophe, not with a quotation.
_CLIPPED = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|cause\b|n['’]|bout\b|round\b)", re.IGNORECASE)


def pair_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of `text`, in the order of their opening marks.

    paragraphs: `[start, end)` of each, in order; marks outside them are not seen.
    """
    bounds = list(paragraphs)
    found: list[Quotation] = []
    running: tuple[int, list[Span]] | None = None  # opening mark and pieces of a quotation that runs on
    for number, (start, end) in enumerate(bounds):
        inside = running is not None
        done, still_open, first = _pair_in_paragraph(text, start, end, inside=inside)
        found += done
        if running is not None:
            mark, pieces = running
            if first is not None:  # it closes in this paragraph
                found += _made(
                    text, mark, [*pieces, *_piece(text, _after_mark(text, start, end), first[0])], first[1], closed=True
                )
                running = None
            else:
                pieces += _piece(text, _after_mark(text, start, end), end)
        if still_open is not None:
            running = (still_open.mark, _piece(text, still_open.inner, end))
        if running is not None and not _goes_on(text, bounds, number + 1):
            found += _made(text, running[0], running[1], end, closed=False)
            running = None
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def _piece(text: str, start: int, end: int) -> list[Span]:
    span = strip(text, start, end)
    return [span] if span else []


def _made(text: str, mark: int, pieces: list[Span], end: int, *, closed: bool, depth: int = 0) -> list[Quotation]:
    return [Quotation(Span(mark, end), tuple(pieces), closed, depth)] if pieces else []


def _goes_on(text: str, bounds: list[tuple[int, int]], number: int) -> bool:
    """Whether the next paragraph begins with an opening double mark."""
    if number >= len(bounds):
        return False
    mark = _MARK.match(text, *bounds[number])
    return mark is not None and (mark.group() in _OPENERS or mark.group() in _EITHER)


def _after_mark(text: str, start: int, end: int) -> int:
    mark = _MARK.match(text, start, end)
    return mark.end() if mark else start


def _pair_in_paragraph(
    text: str, start: int, end: int, *, inside: bool
) -> tuple[list[Quotation], _Open | None, tuple[int, int] | None]:
    """The quotations that open and close in one paragraph; the double one that it leaves open, or None; and,
    where `inside` a quotation that runs on, `(start, end)` of the mark that closes it, or None."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    closing: tuple[int, int] | None = None
    running = inside
    begin = _after_mark(text, start, end) if inside else start
    for mark in _MARK.finditer(text, begin, end):
        double = mark.group() not in "‘’‚'"
        if _is_closing(text, mark, stack, end=end, running=running, double=double):
            if any(entry.double is double for entry in stack):
                entry = stack.pop()
                while entry.double is not double:  # a stray apostrophe inside the quotation
                    entry = stack.pop()
                depth = min(1, len(stack) + running)
                found += _made(
                    text, entry.mark, _piece(text, entry.inner, mark.start()), mark.end(), closed=True, depth=depth
                )
            elif double and running:
                closing, running, stack = mark.span(), False, []
        elif _is_opening(text, mark, start):
            if double:
                # One double mark inside another: the first was a stray. Keep the later, which is nearer its end.
                stack = [entry for entry in stack if not entry.double]
            # Deeper nesting than three is a page of stray marks, and keeping them all would take quadratic time.
            stack = [*stack[-2:], _Open(double, mark.start(), mark.end())]
    left = next((entry for entry in stack if entry.double), None)
    return found, left, closing


def _is_opening(text: str, mark: re.Match[str], start: int) -> bool:
    sign = mark.group()
    if sign in _CLOSERS or mark.end() >= len(text) or text[mark.end()].isspace():
        return False
    if sign in _OPENERS or sign in "‘‚":
        return not (sign == "‘" and _CLIPPED.match(text, mark.start()))
    before = text[mark.start() - 1] if mark.start() > start else " "
    if sign in "'’" and (sign == "’" or _CLIPPED.match(text, mark.start())):
        return False
    return not (before.isalnum() or before in ".,!?%")


def _is_closing(text: str, mark: re.Match[str], stack: list[_Open], *, end: int, running: bool, double: bool) -> bool:
    sign = mark.group()
    after = text[mark.end()] if mark.end() < end else " "
    if double:
        if not (running or any(entry.double for entry in stack)):
            return False
        return sign in _CLOSERS or (sign in _EITHER and not _opens_anew(text, mark, after))
    if sign not in "’'" or after.isalnum() or not any(not entry.double for entry in stack):
        return False
    return not _is_plural_possessive(text, mark, end)


def _opens_anew(text: str, mark: re.Match[str], after: str) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    return before.isspace() and not after.isspace() and after not in ".,;:!?)"


def _is_plural_possessive(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether "workers’ rights" is meant: an s before, a small letter behind, and a later mark that can close."""
    if text[mark.start() - 1] != "s" or not text[mark.end() : mark.end() + 2].strip()[:1].islower():
        return False
    for later in _MARK.finditer(text, mark.end(), end):
        if later.group() in "‘‚“”":
            return False
        if later.group() in "’'" and not text[later.end() : later.end() + 1].isalnum():
            return True
    return False
