"""The quotations of one paragraph: a stack of open marks, each closed by the next of its family."""

from msgspec import Struct

from onrecord.language.marks import (
    LOW,
    Family,
    Mark,
    find_marks,
    is_inches,
    is_possessive,
    next_closers,
    next_of_family,
    only_opens,
)
from onrecord.spans import Span, strip


class Pair(Struct, frozen=True):
    """An opening mark and what closes it. `pieces` are the words between, one span a paragraph."""

    span: Span
    pieces: tuple[Span, ...]
    closed: bool


class Paragraph(Struct, frozen=True):
    """`text[start:end]` with its marks."""

    text: str
    start: int
    end: int
    marks: list[Mark]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Paragraph":
        return cls(text, start, end, find_marks(text, start, end))

    @property
    def reopens(self) -> Family | None:
        """The family of the opening mark that the paragraph begins with, None where it begins otherwise."""
        mark = self.marks[0] if self.marks else None
        begins = mark is not None and mark.start == self.start and mark.role != "close" and not mark.clipped
        return mark.family if mark and begins else None

    @property
    def closes(self) -> Family | None:
        """The family of a mark behind speech that closes what no mark of this paragraph opens, None without one.

        The opening mark was not repeated. A short line of one that begins with a capital is rather the name below a
        quotation that a page sets apart.
        """
        mark = next((mark for mark in self.marks if mark.family != "single"), None)
        if mark is None or mark.role == "open" or mark.left or not (mark.right and mark.ends):
            return None
        begins = self.text[self.start].islower() or len(self.text[self.start : mark.start].split()) >= _SPEECH
        return mark.family if begins else None


_SPEECH = 10  # words


class Open(Struct):
    """A mark that waits for the one that closes it.

    pieces: what it holds already of paragraphs before this one.
    reopened: whether the paragraph that goes on with it repeats the opening mark.
    doubtful: a mark of the other sort that may have closed it by a slip: “We agree,’ he said.
    holds, broken: whether a quotation of its family stands inside, and whether one that is a sentence does.
    """

    family: Family
    sign: str
    start: int
    inner: int
    pieces: list[Span]
    reopened: bool = False
    doubtful: Mark | None = None
    holds: bool = False
    broken: bool = False


class Pairing:
    """Pairs the marks of one paragraph, with a look at the one that follows. `found` gets the pairs."""

    def __init__(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        self.text, self.start, self.end = paragraph.text, paragraph.start, paragraph.end
        self.marks = paragraph.marks
        self.reopened = following.reopens if following else None
        self.closed_next = following.closes if following else None
        self.found: list[Pair] = []
        self.stack: list[Open] = []

    def run(self, running: Open | None) -> Open | None:
        """Pairs the marks; `running` was left open by the paragraph before. What is left open for the next."""
        marks = self.marks
        following, closers = next_of_family(marks), next_closers(marks)
        begin, seen = 0, running is not None
        if running is not None:
            begin = int(running.reopened)
            running.inner = marks[0].end if running.reopened else self.start
            self.stack = [running]
        for i in range(begin, len(marks)):
            mark, later = marks[i], following[i]
            if self._closes(mark, later, closers[i]):
                self._close(mark)
            elif self._opens(mark, later, closers[i]):
                self._open(mark)
            elif mark.family == "single" and mark.right and mark.ends and self.stack:
                self.stack[-1].doubtful = self.stack[-1].doubtful or mark
            elif mark.family != "single" and not seen and self._lacks_its_opening(mark):
                self._made(Open(mark.family, "", self.start, self.start, []), mark.start, mark.end, closed=True)
            seen = seen or mark.family != "single"
        return self._left_open()

    # --- what a mark does -------------------------------------------------------------------------------------

    def _waiting(self, family: Family) -> Open | None:
        """The last open mark of the family. A single mark is closed by none behind a double one: it was a stray."""
        for entry in reversed(self.stack):
            if entry.family == family:
                return entry
            if family == "single":
                return None
        return None

    def _closes(self, mark: Mark, later: Mark | None, closer: Mark | None) -> bool:
        entry = self._waiting(mark.family)
        if entry is None:
            return False
        if mark.family == "single":
            return _closes_single(mark, entry, closer, self.reopened)
        if mark.role == "close":
            return True
        if mark.role == "open":
            return (not mark.left and mark.right) or (
                entry.sign in LOW and mark.sign not in LOW and not only_opens(mark)
            )
        return not only_opens(mark) and not is_inches(mark, later)

    def _opens(self, mark: Mark, later: Mark | None, closer: Mark | None) -> bool:
        if mark.clipped:
            return False
        if mark.family == "single":
            return _opens_single(mark, closer)
        spaced = mark.before.isspace() and mark.after.isspace() and later is not None and not only_opens(later)
        if mark.role == "open":
            return not mark.after.isspace() or spaced
        if mark.role == "close":  # the wrong way round: ”We agree,” and »We agree«
            return (only_opens(mark) or spaced) and later is not None
        if mark.left or spaced:
            return True
        if mark.after.isspace() or later is None or only_opens(later):
            return not mark.after.isspace() and not mark.before.isalnum() and mark.before not in ".,;:!?%"
        # The blank before it is missing: he said."We agree," or he said"We agree."
        glued = mark.after.isalpha() and not mark.before.isdigit()
        return glued and (not mark.before.isalpha() or mark.after.isupper() or later.ends)

    def _lacks_its_opening(self, mark: Mark) -> bool:
        """Whether the mark, the first of the paragraph, ends words that nothing opens, before their attribution."""
        words = self.text[self.start : mark.start].split()
        return mark.right and mark.before == "," and mark.word_after and len(words) >= _CLAUSE

    # --- the stack --------------------------------------------------------------------------------------------

    def _open(self, mark: Mark) -> None:
        waiting = self._waiting(mark.family)
        if waiting is not None and mark.family == "single":
            self.stack.remove(waiting)  # the first was an apostrophe
        elif waiting is not None and waiting.doubtful is not None:
            self._end_doubtful(waiting)
        if len(self.stack) == _DEEPEST:
            del self.stack[1]
        self.stack.append(Open(mark.family, mark.sign, mark.start, mark.end, []))

    def _close(self, mark: Mark) -> None:
        entry = self.stack.pop()
        while entry.family != mark.family:
            entry = self.stack.pop()
        self._made(entry, mark.start, mark.end, closed=True)
        around = self._waiting(mark.family)
        if around is not None:
            around.holds = True
            around.broken = around.broken or mark.ends

    def _end_doubtful(self, entry: Open) -> None:
        assert entry.doubtful is not None
        del self.stack[self.stack.index(entry) :]
        self._made(entry, entry.doubtful.start, entry.doubtful.end, closed=True)

    def _left_open(self) -> Open | None:
        """What runs on into the next paragraph; what does not is ended or dropped."""
        left = [entry for entry in self.stack if entry.family != "single"]
        entry = left[-1] if left else next(iter(self.stack), None)
        for other in self.stack:
            if other is not entry and other.pieces:
                self._end_before(other)
        if entry is None:
            return None
        entry.reopened = entry.family == self.reopened and not entry.broken and bool(left or self._begins_speech(entry))
        if entry.reopened or (entry.family == self.closed_next and not entry.holds):
            entry.pieces += _piece(self.text, entry.inner, self.end)
            return entry
        if entry.broken or entry.holds or not left:
            self._end_before(entry)
        elif entry.doubtful is not None:
            self._end_doubtful(entry)
        else:
            self._made(entry, self.end, self.end, closed=False)
        return None

    def _begins_speech(self, entry: Open) -> bool:
        """Whether a single mark opens a quotation rather than a clipped word: at the edge, or behind a stop."""
        before = self.text[max(self.start, entry.start - 2) : entry.start].rstrip()
        return bool(entry.pieces) or not before or before[-1] in ":,"

    def _end_before(self, entry: Open) -> None:
        """Ends a quotation that runs on with the paragraph before: nothing closes it in this one."""
        if entry.pieces:
            self.found.append(Pair(Span(entry.start, entry.pieces[-1].end), tuple(entry.pieces), False))

    def _made(self, entry: Open, inner_end: int, end: int, *, closed: bool) -> None:
        pieces = [*entry.pieces, *_piece(self.text, entry.inner, inner_end)]
        if pieces:
            self.found.append(Pair(Span(entry.start, end), tuple(pieces), closed))


_CLAUSE = 4  # words
_DEEPEST = 4  # marks within marks; a page of stray marks would take quadratic time otherwise


def _piece(text: str, start: int, end: int) -> list[Span]:
    span = strip(text, start, end)
    return [span] if span else []


def _closes_single(mark: Mark, entry: Open, closer: Mark | None, reopened: Family | None) -> bool:
    if mark.role == "open":
        return not mark.left and (mark.right or (entry.sign in LOW and not mark.before.isspace()))
    if mark.after.isalnum() or mark.before.isspace():
        return False
    goes_on = closer is not None or reopened == "single"
    return not (goes_on and (is_possessive(mark) or (mark.before.isdigit() and mark.role == "either")))


def _opens_single(mark: Mark, closer: Mark | None) -> bool:
    if mark.after.isspace() or mark.before.isalnum():
        return False
    if mark.role == "open":
        return True
    if mark.role == "close":  # the wrong way round, or an apostrophe
        return mark.left and mark.after.isupper() and closer is not None and closer.ends
    return mark.left or mark.before not in ".,!?%"
