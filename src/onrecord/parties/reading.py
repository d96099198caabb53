"""A sentence while its names are read, and the chunks that are found in it."""

from collections.abc import Sequence, Set
from typing import Literal

from msgspec import Struct

from onrecord.language import Token
from onrecord.parties.closed import POSSESSIVE, PREPOSITIONS, SAYING, VERBS
from onrecord.parties.kinds import of_place, person_evidence
from onrecord.parties.phrases import phrase_start
from onrecord.parties.pieces import cut_run
from onrecord.parties.runs import find_runs

ChunkKind = Literal[
    "person", "organisation", "country", "capital", "people", "unknown", "role", "body", "pronoun", "described",
    "document", "place", "within",
]  # fmt: skip


class Chunk(Struct, gc=False):
    """An expression found. All places are offsets in the text.

    name_start, name_end: the bare name; words: its words, without stops.
    title: the words before the name; office: an apposition's.
    known: the party's name, where a table has it.
    opening: whether its capital may come from beginning a sentence; of a description, whether nothing opens it.
    definite: whether "the" stands before it.
    subject, says, quoted: whether it looks like a subject, stands beside a verb of saying, inside a quotation.
    noun: of a description, its noun in the singular; of a name within a phrase, its kind.
    plural: of a description, whether it means many.
    of: the name behind a description: "the Committee" of "lawmakers on the Committee".
    around, place: of a name, the words of its sentence, and where its phrase, its name and its end are among them.
    issued: of a paper, where its sentence begins if that says that somebody issued it, else -1.
    """

    kind: ChunkKind
    start: int
    end: int
    name_start: int
    name_end: int
    words: tuple[str, ...]
    title: str | None = None
    office: str | None = None
    known: str | None = None
    opening: bool = False
    definite: bool = False
    subject: bool = False
    quoted: bool = False
    says: bool = False
    noun: str = ""
    plural: bool = False
    of: tuple[str, ...] = ()
    around: Sequence[str] = ()
    place: tuple[int, int, int] = (0, 0, 0)
    issued: int = -1

    @property
    def evidence(self) -> int:
        """How much around a name speaks for a person (above 0) or against; see `person_evidence`."""
        return person_evidence(self.around, *self.place) + 2 * (self.office is not None) if self.around else 0

    @property
    def signs(self) -> tuple[str, ...]:
        """What is true of where a name stands; see `of_place`. Asked for only where nothing else settles what it is."""
        _, name, last = self.place
        return of_place(self.around, name, last) if self.around else ()


class Reading:
    """One sentence while it is read: its tokens, their words, and what was found so far."""

    def __init__(self, text: str, tokens: Sequence[Token], written: Set[str]) -> None:
        self.text, self.tokens = text, tokens
        self.words = [token.text for token in tokens]
        runs = find_runs(self.words)
        self.pieces = [piece for first, last in runs for piece in cut_run(self.words, first, last, written)]
        self.taken: set[int] = set()  # words that belong to a title
        self.starts = {piece.last: piece.first for piece in self.pieces}
        self.bodies = {p.last: p.first for p in self.pieces if p.kind in ("organisation", "country")}

    def word(self, i: int) -> str:
        """The word at `i`; an empty one outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def phrase_start(self, i: int) -> int:
        """As `phrases.phrase_start`, over the names of bodies whole."""
        return phrase_start(self.words, i, self.bodies)

    def cut(self, first: int, last: int) -> str:
        """The text of the words `[first, last)`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def chunk(self, kind: ChunkKind, first: int, last: int, *, name: int | None = None) -> Chunk:
        """A chunk of the words `[first, last)`, named by `[name, last)`."""
        name = first if name is None else name
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        around = self.words
        words = tuple(around[name:last])
        if "." in words:
            words = tuple(word for word in words if word != ".")
        after, before = around[last] if last < len(around) else "", around[first - 1] if first else ""
        says = after in SAYING or before in SAYING
        subject = self._is_subject(first, before, after)
        return Chunk(kind, start, end, self.tokens[name].start, end, words, subject=subject, says=says)

    def _is_subject(self, first: int, before: str, after: str) -> bool:
        """Whether the words between two others look like the subject of a verb beside them, or begin the sentence."""
        if (
            after in VERBS
            or (before in SAYING and after not in POSSESSIVE)
            or (after.endswith("ed") and after.islower())
        ):
            return True
        if before == "to" and self.word(first - 2).lower() == "according":
            return True
        return first <= 1 and after not in POSSESSIVE and before not in PREPOSITIONS
