"""Plain text that knows where in its file each character stood."""

from bisect import bisect_right

from msgspec import Struct

from onrecord.spans import Span


class Draft(Struct, frozen=True):
    """A draft without its markup.

    format: of the file. blocks: paragraphs that are set apart as quotations, and have no marks of their own.
    stretches: (place in `text`, place in the file, length): characters that stand in both alike, in order.
        Empty for docx, whose file has no characters to count.
    """

    text: str
    format: str
    blocks: tuple[Span, ...] = ()
    stretches: tuple[tuple[int, int, int], ...] = ()

    def in_file(self, span: Span) -> Span | None:
        """The span in the characters of the file, markup between its words included; None where it has none."""
        start, end = self._at(span.start), self._at(span.end - 1)
        return Span(start, end + 1) if start is not None and end is not None and start <= end else None

    def _at(self, place: int) -> int | None:
        i = bisect_right(self.stretches, place, key=lambda stretch: stretch[0]) - 1
        if i < 0:
            return None
        here, there, length = self.stretches[i]
        return there + min(place - here, length - 1)


class Writer:
    """Puts plain text together from a file's characters and from what stands for its markup."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._stretches: list[tuple[int, int, int]] = []
        self._blocks: list[Span] = []
        self._begun: int | None = None
        self.length = 0
        self.tail = "\n\n"

    def copied(self, words: str, at: int) -> None:
        """Characters that stand in the file at `at`."""
        if words:
            self._stretches.append((self.length, at, len(words)))
            self._put(words)

    def made(self, words: str, at: int, length: int = 1) -> None:
        """Characters that the file has as something else, such as a character reference, at `at`."""
        for sign in words:
            self._stretches.append((self.length, at, 1))
            self._put(sign)
        if words and length > 1:  # the last one covers the rest, so that a span that ends with it takes all
            here, there, _ = self._stretches[-1]
            self._stretches[-1] = (here, there + length - 1, 1)

    def paragraph(self) -> None:
        """Begins a paragraph, unless one has just begun."""
        if self.length and not self.tail.endswith("\n\n"):
            self._put("\n" if self.tail.endswith("\n") else "\n\n")

    def open_block(self) -> None:
        """A quotation that is set apart begins."""
        self.paragraph()
        if self._begun is None:
            self._begun = self.length

    def close_block(self) -> None:
        """It ends."""
        if self._begun is not None and self.length > self._begun:
            self._blocks.append(Span(self._begun, self.length))
        self._begun = None
        self.paragraph()

    def draft(self, format: str) -> Draft:
        """What was written."""
        self.close_block()
        return Draft("".join(self._parts), format, tuple(self._blocks), tuple(self._stretches))

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self.length += len(words)
        self.tail = (self.tail + words)[-2:]
