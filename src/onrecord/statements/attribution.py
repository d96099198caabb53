"""The place of one attribution in its sentence: which tokens are cue, source and content, and what stands between."""

from bisect import bisect_left
from functools import cached_property

from onrecord.spans import Span
from onrecord.statements.lines import Line


class Attribution:
    """A line with the tokens of one attribution told apart. Made anew for each; nothing of it outlives the finder.

    cue, source: the numbers of their tokens, in order; empty where the line has none of them.
    taken: for each token whether it is content or stands inside a quotation.
    """

    def __init__(
        self, line: Line, *, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
    ) -> None:
        self.line = line
        self.cue = tokens_of(line, cue)
        self.source = [i for i in tokens_of(line, source) if i not in self.cue]
        self.taken = [number >= 0 for number in line.quoted]
        for i in tokens_of(line, content):
            self.taken[i] = True
        for i in (*self.cue, *self.source):
            self.taken[i] = False

    @cached_property
    def times(self) -> list[int]:
        """The tokens at which a date or time begins that is not content."""
        starts = self.line.page.times_by_start
        return [i for i, token in enumerate(self.line.tokens) if token.start in starts and not self.taken[i]]

    @cached_property
    def first(self) -> int:
        """The first token of cue and source."""
        return min((*self.cue[:1], *self.source[:1]), default=0)

    @cached_property
    def last(self) -> int:
        """The last token of cue and source, of a cue in several pieces the last of its first piece."""
        return max((*self.cue[-1:], *self.source[-1:]), default=-1)

    @property
    def closes(self) -> bool:
        """Whether content stands before the cue and the source, which close or interrupt it."""
        return any(self.taken[: self.first])

    def next_taken(self, i: int) -> int:
        """The first token at or behind `i` that is content or quoted, else the end of the sentence."""
        while i < self.line.stop and not self.taken[i]:
            i += 1
        return i

    def words(self, tokens: list[int]) -> list[str]:
        return [self.line.words[i] for i in tokens]


def tokens_of(line: Line, spans: tuple[Span, ...]) -> list[int]:
    """The numbers of the tokens that reach into the spans."""
    found: list[int] = []
    for span in spans:
        i = bisect_left(line.tokens, span.start, key=lambda token: token.start)
        if i and line.tokens[i - 1].end > span.start:
            i -= 1
        while i < len(line.tokens) and line.tokens[i].start < span.end:
            found.append(i)
            i += 1
    return found
