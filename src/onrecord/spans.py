"""Stretches of an article's text, and what can be done with them."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.errors import SpanError


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of an article's text: `[start, end)`, counted in code points, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span [{self.start}, {self.end}) holds no text; need 0 <= start < end")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The characters of `text` that the span stands for. Raises SpanError where it runs past the end."""
        if self.end > len(text):
            raise SpanError(f"span [{self.start}, {self.end}) ends after the text, which has {len(text)} characters")
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span, edges included."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """The same stretch in a text that has `by` more characters in front."""
        return Span(self.start + by, self.end + by)


def strip(text: str, start: int, end: int, drop: str = "") -> Span | None:
    """The span within `[start, end)` without white space, and without the characters of `drop`, at its edges.

    None where nothing is left.
    """
    while start < end and (text[start].isspace() or text[start] in drop):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in drop):
        end -= 1
    return Span(start, end) if start < end else None


def overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """How many characters the two sequences of disjoint spans have in common."""
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
