"""An article as a source of quotations: what stands in quotation marks, its sentences, and who said what."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from onrecord.archive import Text
from onrecord.archive.names import fold
from onrecord.language.quotations import Quotation, pair_marks
from onrecord.language.sentences import sentence_spans
from onrecord.record import Paragraph, Party, Record, Statement
from onrecord.spans import Span, overlap

_NO_WORDS: Final = 8  # characters that may stand between a boundary and its first word: marks and blanks


class SourceArticle:
    """An article of the archive, read only as far as it is asked for. All offsets count in `text`."""

    def __init__(self, entry: Text, load: Callable[[str], Record | None]) -> None:
        self.entry = entry
        self.text = entry.text
        self._load = load

    @cached_property
    def record(self) -> Record:
        """The record of the article. Raises LookupError where it was taken out while the check ran."""
        found = self._load(self.entry.id)
        if found is None:
            raise LookupError(self.entry.id)
        return found

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those of the record; the whole text where it has none."""
        return self.record.article.paragraphs or (Paragraph(Span(0, len(self.text)), "body"),)

    @cached_property
    def pieces(self) -> tuple[Span, ...]:
        """What stands in quotation marks, or is direct speech without them, as in a transcript; in order."""
        marked = [piece for q in self._marked if q.depth == 0 for piece in q.pieces]
        turns = [piece for said in self.record.statements if said.kind == "direct" for piece in said.content]
        found: list[Span] = []
        for piece in sorted([*marked, *turns]):
            if not found or piece.start >= found[-1].end:
                found.append(piece)
            elif piece.end > found[-1].end:
                found[-1] = Span(found[-1].start, piece.end)
        return tuple(found)

    @cached_property
    def inner(self) -> tuple[Span, ...]:
        """Quotations inside quotations: what a speaker has from somebody else."""
        return tuple(quotation.span for quotation in self._marked if quotation.depth > 0)

    @cached_property
    def _marked(self) -> tuple[Quotation, ...]:
        return pair_marks(self.text, [(p.span.start, p.span.end) for p in self.paragraphs])

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all paragraphs, in order."""
        return tuple(
            Span(a, b) for p in self.paragraphs for a, b in sentence_spans(self.text, p.span.start, p.span.end)
        )

    @cached_property
    def lower(self) -> str:
        """The text in small letters, a letter for each."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else "".join(sign.lower()[0] for sign in self.text)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its words in small letters without accents."""
        return frozenset(fold(self.text).split())

    @cached_property
    def quotation_starts(self) -> frozenset[int]:
        """Where the first word of a quotation begins."""
        return frozenset(_first_letter(self.text, piece.start) for piece in self.pieces)

    @cached_property
    def quotation_ends(self) -> frozenset[int]:
        """Where the last word of a quotation ends."""
        return frozenset(_last_letter(self.text, piece.end) for piece in self.pieces)

    def is_quoted(self, at: int) -> bool:
        """Whether the character at `at` stands in quotation marks."""
        return _holding(self.pieces, at) is not None

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds the character, or the one before it."""
        return max(0, bisect_right(self.sentences, at, key=lambda span: span.start) - 1)

    def begins(self, at: int) -> bool:
        """Whether a sentence or a quotation begins with the word at `at`."""
        return any(self._last_before(starts, at) for starts in self._starts)

    def ends(self, at: int) -> bool:
        """Whether a sentence or a quotation ends with the word that ends at `at`."""
        return any(self._first_behind(ends, at) for ends in self._ends)

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        return [span.start for span in self.sentences], [span.start for span in self.pieces]

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        return [span.end for span in self.sentences], [span.end for span in self.pieces]

    def _last_before(self, starts: list[int], at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and _wordless(self.text, starts[i], at)

    def _first_behind(self, ends: list[int], at: int) -> bool:
        i = bisect_left(ends, at)
        return i < len(ends) and _wordless(self.text, at, ends[i])

    # -- who said it

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The parties by their ids."""
        return {party.id: party for party in self.record.parties}

    def statement(self, spans: Iterable[Span]) -> Statement | None:
        """The statement that shares most with the spans; of those that stand within one another the outermost."""
        asked = tuple(spans)
        found: Statement | None = None
        most = 0
        for said in self.record.statements:
            if said.negated or said.content[0].start >= asked[-1].end or said.content[-1].end <= asked[0].start:
                continue
            shared = overlap(said.content, asked)
            if shared > most:
                found, most = said, shared
        return found

    def speaker_of(self, said: Statement | None) -> Party | None:
        """The party that made the statement, where it was resolved."""
        return self.parties.get(said.speaker) if said and said.speaker else None


def _first_letter(text: str, at: int) -> int:
    end = min(len(text), at + _NO_WORDS)
    return next((i for i in range(at, end) if text[i].isalnum()), at)


def _last_letter(text: str, at: int) -> int:
    start = max(0, at - _NO_WORDS)
    return next((i for i in range(at, start, -1) if text[i - 1].isalnum()), at)


def _holding(spans: tuple[Span, ...], at: int) -> Span | None:
    i = bisect_right(spans, at, key=lambda span: span.start) - 1
    return spans[i] if i >= 0 and at < spans[i].end else None


def _wordless(text: str, start: int, end: int) -> bool:
    return end - start <= _NO_WORDS and not any(map(str.isalnum, text[start:end]))
