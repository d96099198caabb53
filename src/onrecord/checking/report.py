"""What a check answers: a verdict for each quotation of the draft, with what it rests on.

Spans of the draft count in `Report.text`, those of evidence in the text of their article; both `[start, end)`, in code
points. The verdicts are those of docs/quotation-check.md, whose version `CONTRACT` is.
"""

from typing import Final, Literal

from msgspec import Struct

from onrecord.checking.classes import WordClass
from onrecord.spans import Span

# Of docs/quotation-check.md. Raised with every change of what counts as what.
CONTRACT: Final = "1"

Verdict = Literal[
    "exact",
    "trimmed",
    "elided",
    "altered",
    "spliced",
    "partial in source",
    "paraphrase as quotation",
    "wrong speaker",
    "wrong date or occasion",
    "variants",
    "not found",
]
RIGHT: Final[frozenset[Verdict]] = frozenset(["exact", "trimmed"])

# What may differ without making a quotation another; each is named.
Remark = Literal[
    "capital at the start",
    "capital inside",
    "punctuation",
    "typographic marks",
    "spelling",
    "figures",
    "joined words",
    "bracket for a pronoun",
    "bracket for other words",
    "bracketed letter",
    "bracketed addition",
    "source's brackets left out",
    "ellipsis where nothing is cut",
    "source's ellipsis left out",
    "joined over the attribution",
    "invisible characters",
    "look-alike characters",
]


class Difference(Struct, frozen=True):
    """A step of the word-by-word difference.

    does: "cut" is left out where the draft marks it; "joint" is where a splice joins two pieces.
    draft, source: the words of each, as they stand there; "" where one has none.
    at, source_at: their places. classes: of the words that were changed.
    article: the id of the article that `source` stands in.
    """

    does: Literal["same", "changed", "added", "left out", "cut", "joint"]
    draft: str
    source: str
    at: Span | None
    source_at: Span | None
    classes: tuple[WordClass, ...] = ()
    article: str | None = None


class Evidence(Struct, frozen=True):
    """A passage of the archive.

    verdict: what the quotation is, held against this passage alone.
    spans: the words that were found there. before, behind: what stands around them, from the beginning of the sentence
        before to the end of the one behind, to be put right beside them; None at the edge.
    quoted: how the source gives them: in quotation marks, in part, or not at all.
    speaker: the party's name, None where it was not resolved; mention: the words for it there.
    said_on: EDTF, where the article dates the saying. copies: other articles with the same passage.
    link: the address of the very characters, on the archive's own page.
    """

    article: str
    headline: str | None
    agency: str | None
    day: str | None
    verdict: Verdict
    spans: tuple[Span, ...]
    words: str
    before: str | None
    behind: str | None
    quoted: Literal["whole", "part", "none"]
    speaker: str | None
    role: str | None
    mention: str | None
    said_on: str | None
    copies: tuple[str, ...]
    link: str


class Note(Struct, frozen=True):
    """Something in the draft that the record contradicts or that a reader should know. Never a verdict."""

    about: Literal["role", "name", "date", "speaker", "occasion", "words", "check"]
    text: str
    span: Span | None = None


class Finding(Struct, frozen=True):
    """A quotation of the draft.

    span: from the first word to the last; pieces: the words, one span a paragraph.
    file: `[start, end)` in the characters of the file; None where a file has none (docx).
    speaker, said_on, occasion: as the draft gives them.
    difference: held against the nearest source; empty where nothing differs.
    """

    span: Span
    pieces: tuple[Span, ...]
    file: Span | None
    words: str
    speaker: str | None
    said_on: str | None
    occasion: str | None
    verdict: Verdict
    remarks: tuple[Remark, ...] = ()
    difference: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()


class Skipped(Struct, frozen=True):
    """Words in quotation marks that were not checked, and why."""

    span: Span
    words: str
    why: str


class Report(Struct, frozen=True):
    """The check of a draft. text: its words without markup; `complete` is False where some could not be checked."""

    contract: str
    format: str
    text: str
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]
    complete: bool

    @property
    def right(self) -> bool:
        """Whether every quotation is exact or trimmed."""
        return self.complete and all(finding.verdict in RIGHT for finding in self.findings)
