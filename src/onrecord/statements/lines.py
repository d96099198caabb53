"""A sentence, or the part of one that stands inside a quotation, as the rules of statements see it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from onrecord.language import Doc, Quotation, Token
from onrecord.parties import Cast, Mention, may_speak
from onrecord.record import Time
from onrecord.spans import Span


class Line:
    """Tokens with what is known of them. Made anew for each sentence; nothing of it outlives the finder.

    words: the tokens in small letters.
    quoted: for each token the number in `doc.quotations` of the quotation that holds it, or -1. Inside a
        quotation (`holder` is its number) only the quotations within it count.
    """

    def __init__(self, page: "Page", tokens: tuple[Token, ...], *, paragraph: int, holder: int | None = None) -> None:
        self.page = page
        self.tokens = tokens
        self.paragraph = paragraph
        self.holder = holder
        self.words = [token.text.lower() for token in tokens]

    @cached_property
    def quoted(self) -> list[int]:
        return self.page.quoted(self.tokens, self.holder)

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """The word at `i` in small letters, "" outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def places(self, word: str) -> list[int]:
        """The numbers of the tokens that are `word`, which is in small letters."""
        return [i for i, other in enumerate(self.words) if other == word] if word in self.words else []

    def span(self, first: int, last: int) -> Span:
        """From the token `first` to the token `last`, which belongs to it."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    @cached_property
    def stop(self) -> int:
        """The number of the first token of the closing punctuation; the number of tokens where there is none."""
        end = len(self.tokens)
        while end and self.words[end - 1] in _CLOSING and self.quoted[end - 1] < 0:
            end -= 1
        return end

    @property
    def heading(self) -> bool:
        return self.page.doc.paragraphs[self.paragraph].role in {"headline", "deck"}

    @cached_property
    def title_case(self) -> bool:
        """Whether most words are capitalised, as in a headline."""
        words = [token.text for token in self.tokens if token.text[0].isalpha() and len(token.text) > 3]
        return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.6 * len(words)

    def mention_from(self, i: int) -> Mention | None:
        return self.page.mentions_by_start.get(self.tokens[i].start) if 0 <= i < len(self) else None

    def mention_to(self, i: int) -> Mention | None:
        """The mention that ends with the token at `i`."""
        return self.page.mentions_by_end.get(self.tokens[i].end) if 0 <= i < len(self) else None

    def time_from(self, i: int) -> Time | None:
        """The date or time expression that begins at `i`."""
        return self.page.times_by_start.get(self.tokens[i].start) if 0 <= i < len(self) else None

    def time_to(self, i: int) -> Time | None:
        """The date or time expression that ends with the token at `i`."""
        return self.page.times_by_end.get(self.tokens[i].end) if 0 <= i < len(self) else None

    def after(self, offset: int, i: int) -> int:
        """The number of the first token at or behind `offset`, from `i` on."""
        while i < len(self) and self.tokens[i].start < offset:
            i += 1
        return i

    def quotation_from(self, i: int) -> Quotation | None:
        """The quotation whose opening mark is the token at `i`."""
        number = self.quoted[i] if 0 <= i < len(self) else -1
        if number < 0:
            return None
        found = self.page.doc.quotations[number]
        return found if found.span.start == self.tokens[i].start else None

    def quotation_to(self, i: int) -> Quotation | None:
        """The quotation whose closing mark is the token at `i`."""
        number = self.quoted[i] if 0 <= i < len(self) else -1
        if number < 0:
            return None
        found = self.page.doc.quotations[number]
        return found if found.span.end == self.tokens[i].end else None


_CLOSING = frozenset([".", "!", "?", "…", "”", '"', "’", "'", ")", ";", "»"])


class Shelf:
    """The quotations of one depth, which never overlap, to be found by their place."""

    def __init__(self, doc: Doc, *, nested: bool) -> None:
        self.numbers = [number for number, q in enumerate(doc.quotations) if q.depth == int(nested)]
        self.starts = [doc.quotations[number].span.start for number in self.numbers]
        self.ends = [doc.quotations[number].span.end for number in self.numbers]

    def between(self, start: int, end: int) -> list[int]:
        """Numbers in `doc.quotations` of those that reach into `[start, end)`."""
        return self.numbers[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def before(self, offset: int) -> int | None:
        """The number of the last one that ends at or before `offset`."""
        at = bisect_right(self.ends, offset)
        return self.numbers[at - 1] if at else None


class Page:
    """What the finders read: the doc with its mentions and times, each to be found by its offsets."""

    def __init__(self, doc: Doc, cast: Cast, times: tuple[Time, ...]) -> None:
        self.doc = doc
        self.parties = cast.parties
        speaking = [mention for mention in cast.mentions if may_speak(cast, mention)]
        self.mentions_by_start = {mention.span.start: mention for mention in speaking}
        self.mentions_by_end = {mention.span.end: mention for mention in speaking}
        self.times_by_start = {time.start: time for time in times if time.type in ("DATE", "TIME")}
        self.times_by_end = {time.end: time for time in times if time.type in ("DATE", "TIME")}
        self.outer = Shelf(doc, nested=False)
        self.inner = Shelf(doc, nested=True)

    def is_person(self, mention: Mention | None) -> bool:
        return mention is not None and mention.party is not None and self.parties[mention.party].kind == "person"

    def quoted(self, tokens: tuple[Token, ...], holder: int | None) -> list[int]:
        shelf = self.outer if holder is None else self.inner
        marks = [-1] * len(tokens)
        i = 0
        for number in shelf.between(tokens[0].start, tokens[-1].end):
            span = self.doc.quotations[number].span
            while i < len(tokens) and tokens[i].start < span.start:
                i += 1
            while i < len(tokens) and tokens[i].start < span.end:
                marks[i] = number
                i += 1
        return marks

    def lines(self) -> Iterator[Line]:
        """Each sentence, then each part of it that stands inside a quotation."""
        for sentence in self.doc.sentences:
            line = Line(self, sentence.tokens, paragraph=sentence.paragraph)
            yield line
            for number in self.outer.between(sentence.span.start, sentence.span.end):
                inside = _tokens_within(sentence.tokens, self.doc.quotations[number].pieces)
                if len(inside) > 3:
                    yield Line(self, inside, paragraph=sentence.paragraph, holder=number)


def _tokens_within(tokens: tuple[Token, ...], pieces: tuple[Span, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence that stand in a quotation, of which one piece at most reaches into a sentence."""
    at = bisect_left(pieces, tokens[-1].end, key=lambda piece: piece.start) - 1
    if at < 0:
        return ()
    first = bisect_left(tokens, pieces[at].start, key=lambda token: token.start)
    return tokens[first : bisect_right(tokens, pieces[at].end, key=lambda token: token.end)]
