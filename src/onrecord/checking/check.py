"""The whole road of a draft, from its text to a verdict on each of its quotations."""

from collections.abc import Sequence
from typing import Final

from onrecord.archive import Archive
from onrecord.checking.candidates import Shelf
from onrecord.checking.differences import differences
from onrecord.checking.drafts import Format, draft_of
from onrecord.checking.evidence import gather
from onrecord.checking.finding import find_candidates
from onrecord.checking.notes import notes_on
from onrecord.checking.plain import Draft
from onrecord.checking.quotations import Quoted, find_quotations
from onrecord.checking.report import CONTRACT, Finding, Note, Report, Verdict
from onrecord.checking.settling import Settled, settle
from onrecord.language import EngineName

_ONCE: Final = frozenset(["role", "name"])


def check(
    text: str,
    archive: Archive,
    *,
    format: Format = "text",
    published: str | None = None,
    engine: EngineName = "default",
) -> Report:
    """The check of a draft's text against an archive, which it never enters.

    published: "YYYY-MM-DD", the day that relative dates of the draft count from.
    engine: what finds the draft's speakers, as in `read`.
    """
    return check_draft(draft_of(text, format), archive, published=published, engine=engine)


def check_draft(
    draft: Draft, archive: Archive, *, published: str | None = None, engine: EngineName = "default"
) -> Report:
    """The check of a draft that was read; see `check`."""
    if not draft.text.strip():
        return Report(CONTRACT, draft.format, draft.text, (), (), (), True)
    found = find_quotations(draft, published=published, engine=engine)
    shelf = Shelf(archive)
    told: set[tuple[str, str]] = set()
    findings = tuple(_finding(draft, quoted, shelf, told) for quoted in found.quoted)
    notes = list(found.notes)
    if found.left:
        notes.append(Note("check", f"{found.left} quotations behind the first {len(found.quoted)} were not checked"))
    complete = not found.left and all(note.about != "check" for finding in findings for note in finding.notes)
    return Report(CONTRACT, draft.format, draft.text, findings, found.skipped, tuple(notes), complete)


def _finding(draft: Draft, quoted: Quoted, shelf: Shelf, told: set[tuple[str, str]]) -> Finding:
    """The finding on one quotation. told: titles and names that were pointed out before, and are not again."""
    candidates, left = find_candidates(draft.text, quoted.words, shelf)
    settled = settle(quoted, candidates)
    made = notes_on(quoted, settled, shelf.archive, draft.text)
    notes = [note for note in made if note.about not in _ONCE or (note.about, note.text) not in told]
    told |= {(note.about, note.text) for note in notes}
    if left:
        notes.append(Note("check", f"only the first {len(quoted.words) - left:,} words were compared"))
    return _told(draft, quoted, settled, notes)


def _told(draft: Draft, quoted: Quoted, settled: Settled, notes: Sequence[Note]) -> Finding:
    text = draft.text
    best = settled.shown[0] if settled.shown else None
    verdict: Verdict = settled.verdict
    return Finding(
        span=quoted.span,
        pieces=quoted.pieces,
        file=draft.in_file(quoted.span),
        words=" ".join(" ".join(piece.cut(text) for piece in quoted.pieces).split()),
        speaker=quoted.speaker.name if quoted.speaker else None,
        said_on=quoted.said_on,
        occasion=text[quoted.occasion.span.start : quoted.occasion.span.end] if quoted.occasion else None,
        verdict=verdict,
        remarks=best.comparison.remarks if best else (),
        difference=differences(text, best.comparison) if best else (),
        evidence=gather(settled.shown),
        notes=tuple(notes),
    )
