"""A sentence as the rules of commitments see it, and what is known of its places."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from onrecord.language import Doc, Sentence, Token
from onrecord.record import Party, PartyKind, Role, Statement, Time
from onrecord.spans import Span


class Page:
    """The article: who is meant where, what is said where, and what stands between quotation marks.

    country_of_speaker, body_of_speaker: what `whom` has found for whom so far, as there may be many parties.
    """

    def __init__(
        self, doc: Doc, parties: Sequence[Party], times: Sequence[Time], statements: Sequence[Statement]
    ) -> None:
        self.doc = doc
        self.parties = {party.id: party for party in parties}
        self.times = times
        self.starts: dict[int, tuple[int, str]] = {}
        self.ends: dict[int, tuple[int, str]] = {}
        for party in parties:
            for span in party.mentions:
                start, end = span.start, span.end
                if end > self.starts.get(start, (0, ""))[0]:
                    self.starts[start] = end, party.id
                if start < self.ends.get(end, (end, ""))[0]:
                    self.ends[end] = start, party.id
        self.quotations = sorted(
            piece for quotation in doc.quotations if not quotation.depth for piece in quotation.pieces
        )
        self._said = sorted((piece.start, -piece.end, i) for i, said in enumerate(statements) for piece in said.content)
        self.country_of_speaker: dict[str, str | None] = {}
        self.body_of_speaker: dict[str, str | None] = {}
        self._named: dict[PartyKind, list[tuple[int, str]]] = {}
        self.statements = statements
        self._by_id = {said.id: said for said in statements}
        self.cues = {said.cue.start: said for said in statements if said.cue is not None}

    @cached_property
    def time_starts(self) -> frozenset[int]:
        return frozenset(time.start for time in self.times)

    @cached_property
    def dated(self) -> tuple[list[int], list[Time]]:
        """Where the times begin, and the times."""
        times = sorted(self.times, key=lambda time: time.start)
        return [time.start for time in times], times

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.doc.sentences]

    def is_read(self, offset: int) -> bool:
        """Whether a sentence stands at `offset`."""
        at = bisect_right(self.sentence_starts, offset) - 1
        return at >= 0 and offset < self.doc.sentences[at].span.end

    def named(self, kind: PartyKind) -> list[tuple[int, str]]:
        """Where parties of a kind are mentioned, and their ids."""
        if kind not in self._named:
            own = (party for party in self.parties.values() if party.kind == kind)
            self._named[kind] = sorted((span.start, party.id) for party in own for span in party.mentions)
        return self._named[kind]

    @cached_property
    def hearers(self) -> dict[str | None, list[tuple[int, str]]]:
        """Whom the statements of each speaker are made to, by where they begin."""
        found: dict[str | None, list[tuple[int, str]]] = {}
        for said in sorted(self.statements, key=lambda said: said.content[0].start):
            if said.to is not None and said.speaker is not None:
                found.setdefault(said.speaker, []).append((said.content[0].start, said.to))
        return found

    @cached_property
    def addressees(self) -> list[tuple[int, str]]:
        """To whom the article's letters and requests go, by where they are told of."""
        found: list[tuple[int, str]] = []
        for paper in _PAPERS.finditer(self.doc.text):
            named = self.starts.get(paper.end()) or self.starts.get(paper.start("name"))
            if named is not None:
                found.append((paper.start(), named[1]))
        return found

    def quotation_at(self, offset: int) -> Span | None:
        """The quotation that stands at `offset`, marks included."""
        at = bisect_right(self.quotations, offset, key=_start) - 1
        return self.quotations[at] if at >= 0 and offset < self.quotations[at].end else None

    def said_at(self, offset: int) -> tuple[Statement, Span] | None:
        """The innermost statement with a piece of content at `offset`, and that piece."""
        at = bisect_right(self._said, (offset, 0, 0)) - 1
        for start, end, number in reversed(self._said[max(0, at - _NESTED) : at + 1]):
            if offset < -end:
                return self.statements[number], Span(start, -end)
        return None

    def voice_at(self, offset: int) -> str | None:
        """Who means himself by "I" at `offset`: the speaker of the quotation, not of a paraphrase inside it."""
        held = self.said_at(offset)
        if held is None:
            return None
        said = held[0]
        while said.kind == "indirect" and said.parent is not None:
            said = self._by_id[said.parent]
        return said.speaker


# "sent a letter Wednesday to", "a petition to the"
_PAPERS = re.compile(r"\b(?:letter|petition|appeal|memo|subpoena)\b(?: [\w.,]+){0,2} to (?P<name>(?:the )?)(?=[A-Z])")
_NESTED = 4  # statements that may begin between the start of one and a place in it


def _start(span: Span) -> int:
    return span.start


class Line:
    """The tokens of a sentence. words: in small letters."""

    def __init__(self, page: Page, sentence: Sentence) -> None:
        self.page = page
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.words = [token.text.lower() for token in sentence.tokens]
        self.role: Role = page.doc.paragraphs[sentence.paragraph].role

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """The word at `i` in small letters, "" outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def span(self, first: int, end: int) -> Span:
        """From the token `first` up to, and without, the token `end`."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def mention_from(self, i: int) -> tuple[int, str] | None:
        """The mention that begins with the token at `i`: the token behind it, and the party's id."""
        found = self.page.starts.get(self.tokens[i].start) if 0 <= i < len(self.tokens) else None
        return (self.after(found[0], i), found[1]) if found else None

    def mention_to(self, i: int) -> tuple[int, str] | None:
        """The mention that ends with the token at `i`: its first token, and the party's id."""
        found = self.page.ends.get(self.tokens[i].end) if 0 <= i < len(self.tokens) else None
        return (self.before(found[0], i), found[1]) if found else None

    def after(self, offset: int, i: int) -> int:
        """The first token at or behind `offset`, from `i` on."""
        while i < len(self.tokens) and self.tokens[i].start < offset:
            i += 1
        return i

    def before(self, offset: int, i: int) -> int:
        """The token that holds `offset`, looked for from `i` backwards."""
        while i > 0 and self.tokens[i].start > offset:
            i -= 1
        return i
