"""An article as the finders of happenings see it: sentences whose parties, times and statements are found by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from onrecord.language import Doc, Sentence, Token
from onrecord.record import Dateline, Party, Role, Statement, Time
from onrecord.spans import Span


class Named(Struct, frozen=True, gc=False):
    """A mention of a party in a sentence: `[first, last)` in its tokens, and the party's number."""

    first: int
    last: int
    party: int


class Dated(Struct, frozen=True, gc=False):
    """An expression of time in a sentence: `[first, last)` in its tokens, and its number in the article."""

    first: int
    last: int
    time: int


class Line(Struct, frozen=True):
    """A sentence.

    number: of the sentence. words: the tokens in small letters. named: the mentions in order, none inside another.
    told: for each token the number of the innermost statement whose content holds it, or -1.
    kinds: for each token "<name>" inside a mention, "<time>" inside an expression of time, else "".
    """

    number: int
    paragraph: int
    role: Role
    tokens: tuple[Token, ...]
    words: list[str]
    named: tuple[Named, ...]
    dated: tuple[Dated, ...]
    told: list[int]
    kinds: list[str]

    def word(self, i: int) -> str:
        """The word at `i` in small letters, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """From the token `first` up to the token `last`, which does not belong to it."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def named_in(self, first: int, last: int) -> list[Named]:
        """The mentions that lie within the tokens `[first, last)`."""
        return [named for named in self.named if first <= named.first and named.last <= last]

    def dated_in(self, first: int, last: int) -> list[Dated]:
        """The times that begin within the tokens `[first, last)`."""
        return [dated for dated in self.dated if first <= dated.first < last]


class Scene(Struct, frozen=True):
    """The article: its lines, and what the rooms before found.

    published: "YYYY-MM-DD", the day that the article counts from. filed: its dateline.
    """

    doc: Doc
    parties: tuple[Party, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    lines: tuple[Line, ...]
    published: str | None
    filed: Dateline | None = None


# Parts of an article in which nothing is told.
_UNREAD = frozenset(["section", "byline", "dateline", "credit", "note", "boilerplate"])


def scene_of(
    doc: Doc,
    parties: tuple[Party, ...],
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
    published: str | None,
    filed: Dateline | None = None,
) -> Scene:
    """The scene of an article."""
    spans = _outermost(parties)
    starts = [span.start for span, _ in spans]
    told = sorted(
        ((piece.start, piece.end, i) for i, said in enumerate(statements) for piece in said.content),
        key=lambda piece: (piece[0], -piece[1]),
    )
    told_starts = [piece[0] for piece in told]
    time_starts = [time.start for time in times]
    lines = []
    for number, sentence in enumerate(doc.sentences):
        role = doc.paragraphs[sentence.paragraph].role
        if role in _UNREAD:
            continue
        start, end = sentence.span.start, sentence.span.end
        here = spans[bisect_left(starts, start) : bisect_left(starts, end)]
        when = range(bisect_left(time_starts, start), bisect_left(time_starts, end))
        lines.append(_line(sentence, number, role, here, [(times[k].span, k) for k in when], told, told_starts))
    return Scene(doc, parties, times, statements, tuple(lines), published, filed)


def _line(
    sentence: Sentence,
    number: int,
    role: Role,
    here: Sequence[tuple[Span, int]],
    when: Sequence[tuple[Span, int]],
    told: Sequence[tuple[int, int, int]],
    told_starts: Sequence[int],
) -> Line:
    tokens = sentence.tokens
    begins = [token.start for token in tokens]
    named = tuple(Named(*_tokens_of(begins, span), party) for span, party in here)
    dated = tuple(Dated(*_tokens_of(begins, span), k) for span, k in when)
    kinds = [""] * len(tokens)
    for kind, spans in (("<time>", dated), ("<name>", named)):
        for span in spans:
            kinds[span.first : span.last] = [kind] * (span.last - span.first)
    return Line(
        number=number,
        paragraph=sentence.paragraph,
        role=role,
        tokens=tokens,
        words=[token.text.lower() for token in tokens],
        named=named,
        dated=dated,
        told=_told(begins, tokens[-1].end, told, told_starts),
        kinds=kinds,
    )


def _tokens_of(begins: list[int], span: Span) -> tuple[int, int]:
    first = bisect_right(begins, span.start) - 1
    return max(first, 0), max(bisect_left(begins, span.end), first + 1)


def _told(begins: list[int], last: int, told: Sequence[tuple[int, int, int]], starts: Sequence[int]) -> list[int]:
    """For each token the statement that holds it; of nested ones the inner, which begins later."""
    marks = [-1] * len(begins)
    at = bisect_left(starts, last)
    for start, end, number in told[max(0, at - _NEAR) : at]:
        if end > begins[0]:
            a, b = bisect_left(begins, start), bisect_left(begins, end)
            marks[a:b] = [number] * (b - a)
    return marks


_NEAR = 24  # pieces of statements that begin before a sentence ends and may reach into it


def _outermost(parties: tuple[Party, ...]) -> list[tuple[Span, int]]:
    """The mentions of all parties in order of place, of those inside one another the largest."""
    spans = sorted(
        ((span, number) for number, party in enumerate(parties) for span in party.mentions),
        key=lambda found: (found[0].start, -found[0].end),
    )
    kept: list[tuple[Span, int]] = []
    for span, number in spans:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, number))
    return kept


def is_ahead(scene: Scene, value: str) -> bool:
    """Whether a date, EDTF, begins behind the day of the report; one about that day, or its decade, does not."""
    if scene.published is None:
        return False
    first = value.split("/")[0].split("T")[0].rstrip("~?%").replace("X", "0")
    return first > scene.published[: len(first)]
