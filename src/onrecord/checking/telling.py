"""A finding in words, for the terminal, the page and annotations alike."""

from collections import Counter
from typing import Final

from onrecord.checking.report import RIGHT, Evidence, Finding, Report, Verdict

# What each verdict says, in one sentence.
MEANING: Final[dict[Verdict, str]] = {
    "exact": "The words stand so in the archive.",
    "trimmed": "The words stand so in the archive; the sentence goes on there.",
    "elided": "The words stand so in the archive, but for what is marked as left out.",
    "altered": "The words are not those of the archive.",
    "spliced": "Pieces from different places are joined as one.",
    "partial in source": "Only some of the words stand in quotation marks there; the rest is the reporter’s.",
    "paraphrase as quotation": "The archive has these words without quotation marks: nobody is quoted with them.",
    "wrong speaker": "The archive has these words from somebody else.",
    "wrong date or occasion": "The archive has these words from another day or occasion.",
    "variants": "The archive has these words in more than one version.",
    "not found": "The archive has nothing like these words.",
}


def shown_words(finding: Finding) -> str:
    """The words as they are shown between marks: without the comma that American style puts before the closing one."""
    return finding.words.rstrip(",")


def is_right(finding: Finding) -> bool:
    """Whether there is nothing to look at."""
    return finding.verdict in RIGHT


def summary_of(finding: Finding) -> str:
    """A finding in a few sentences."""
    parts = [f"{finding.verdict.capitalize()}. {MEANING[finding.verdict]}"]
    if finding.remarks:
        parts.append(f"Named, and no alteration: {', '.join(finding.remarks)}.")
    if finding.evidence:
        parts.append(f"Earliest source: {source_of(finding.evidence[0])}.")
    parts += [f"Note: {note.text}." for note in finding.notes]
    return " ".join(parts)


def source_of(evidence: Evidence, id: bool = True) -> str:
    """An article in a line: "NPA, 2019-03-08: Dovalin says meeting … [6f26c74c]".

    id: whether to give its id; it is given all the same where there is nothing else.
    """
    filed = ", ".join(part for part in (evidence.agency, evidence.day) if part)
    head = ": ".join(part for part in (filed, evidence.headline) if part)
    if not id and head:
        return head
    return f"{head} [{evidence.article}]" if head else f"[{evidence.article}]"


def counted_verdicts(report: Report) -> str:
    """ "7 quotations: 4 exact, 2 altered, 1 not found; 3 not checked"."""
    counts = Counter(finding.verdict for finding in report.findings)
    total = len(report.findings)
    if not total and not report.skipped:
        return "no quotations"
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in MEANING if counts[verdict])
    line = f"{total} quotation{'' if total == 1 else 's'}{': ' if told else ''}{told}"
    return f"{line}; {len(report.skipped)} not checked" if report.skipped else line
