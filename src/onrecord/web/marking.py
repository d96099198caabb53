"""Text with some of its stretches marked: cut at every boundary, each stretch in an element of its own.

Marks may overlap, nest and lie outside the part that is shown. The words come out as they went in: without
its tags, what `mark_up` makes is the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from markupsafe import Markup, escape
from msgspec import Struct

from onrecord.spans import Span


class Mark(Struct, frozen=True):
    """A stretch of text to be marked.

    tag: the element's name; classes and the other attributes are its own, id stands where it begins.
    rank: of two marks over the same words the lower is the outer one; of one rank, the one that begins first.
    tail: what stands behind its last word.
    """

    span: Span
    tag: str
    classes: str
    id: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    tail: Markup = Markup()

    def opening(self, *, first: bool) -> Markup:
        """The opening tag. first: whether the mark begins here, and is not merely gone on with."""
        named = [("class", self.classes), *self.attributes]
        if first and self.id:
            named.insert(0, ("id", self.id))
        return Markup("<{}{}>").format(Markup(self.tag), Markup().join(Markup(' {}="{}"').format(*n) for n in named))

    def closing(self) -> Markup:
        return Markup("</{}>").format(Markup(self.tag))


class Run(Struct, frozen=True):
    """A stretch of text that the same marks cover from its first character to its last, the outer ones first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def cut(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Run]:
    """`[start, end)` in runs, cut where a mark begins or ends; all of it, in order."""
    beginning: defaultdict[int, list[Mark]] = defaultdict(list)
    edges = {start, end}
    for mark in marks:
        if mark.span.start < end and start < mark.span.end:
            beginning[max(start, mark.span.start)].append(mark)
            edges |= {max(start, mark.span.start), min(end, mark.span.end)}
    active: list[Mark] = []
    for a, b in pairwise(sorted(edges)):
        active = sorted([mark for mark in active if mark.span.end > a] + beginning[a], key=_outer_first)
        yield Run(a, b, tuple(active))


def mark_up(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> Markup:
    """The HTML of `text[start:end]` with its marks, every character of the text escaped."""
    made: list[str] = []
    opened: tuple[Mark, ...] = ()
    for run in cut(start, len(text) if end is None else end, marks):
        kept = len(list(takewhile(lambda pair: pair[0] is pair[1], zip(opened, run.marks, strict=False))))
        made += [mark.closing() for mark in reversed(opened[kept:])]
        made += [mark.opening(first=mark.span.start == run.start) for mark in run.marks[kept:]]
        made.append(escape(text[run.start : run.end]))
        made += [mark.tail for mark in reversed(run.marks) if mark.span.end == run.end]
        opened = run.marks
    made += [mark.closing() for mark in reversed(opened)]
    return Markup("".join(made))


def mark_found(text: str, found: Iterable[Span]) -> Markup:
    """The HTML of `text` with the words that a search found."""
    return mark_up(text, [Mark(span, "mark", "found") for span in found])


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    return mark.rank, mark.span.start, -mark.span.end
