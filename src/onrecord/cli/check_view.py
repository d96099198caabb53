"""The check of a draft for people: each quotation with its verdict, what differs, and where the archive has it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.checking.report import Difference, Evidence, Finding, Report, Verdict
from onrecord.checking.telling import MEANING, counted_verdicts, is_right, shown_words, source_of
from onrecord.cli.terminal import plain

_STYLES: dict[Verdict, str] = {"exact": "bold green", "trimmed": "bold green", "elided": "bold yellow",
                               "variants": "bold yellow"}  # fmt: skip
_LONGEST = 600  # characters of a quotation that are shown
_AROUND = 120  # characters of the sentences around a passage


def check_view(report: Report) -> RenderableType:
    """All findings in the order of the draft, what was not checked, and the count."""
    parts: list[RenderableType] = []
    for number, finding in enumerate(report.findings, 1):
        parts += [_heading(number, finding), Padding(Group(*_details(finding)), (0, 0, 1, 4))]
    if report.skipped:
        parts.append(Text("Not checked", style="bold underline"))
        parts += [Text(plain(f"  {one.words}  {one.why}")) for one in report.skipped]
        parts.append(Text())
    parts += [Text(plain(f"Note: {note.text}")) for note in report.notes]
    parts.append(Text(counted_verdicts(report), style="bold"))
    return Group(*parts)


def _heading(number: int, finding: Finding) -> Text:
    style = _STYLES.get(finding.verdict, "bold red")
    view = Text(f"[{number}] ", style="dim").append(finding.verdict, style=f"not dim {style}")
    view.append(f"  “{plain(_short(shown_words(finding)))}”", style="not dim")
    told = [finding.speaker, finding.said_on and f"on {finding.said_on}", finding.occasion]
    given = ", ".join(plain(part) for part in told if part)
    return view.append(f"  {given}", style="not dim italic") if given else view


def _details(finding: Finding) -> Iterator[RenderableType]:
    if not is_right(finding):
        yield Text(MEANING[finding.verdict])
    if finding.difference:
        yield difference_view(finding.difference)
    if finding.remarks:
        yield Text(f"named: {', '.join(finding.remarks)}", style="dim")
    for evidence in finding.evidence:
        yield _evidence(evidence, brief=is_right(finding))
    for note in finding.notes:
        yield Text(plain(f"note: {note.text}"), style="yellow")


def difference_view(steps: tuple[Difference, ...]) -> Text:
    """The quotation word by word: {+the draft's own+}, [-the archive's own-], as `git diff --word-diff` has it."""
    view = Text()
    for step in steps:
        if step.does == "same":
            view.append(f"{plain(step.draft)} ")
            continue
        if step.does == "joint":
            view.append("‖ ", style="bold red")
        if step.does == "cut":
            view.append(f"[… {plain(_short(step.source))} …] ", style="dim")
        elif step.source and step.does != "joint":
            view.append(f"[-{plain(_short(step.source))}-] ", style="red")
        if step.draft:
            view.append(f"{{+{plain(step.draft)}+}} ", style="green" if step.does != "cut" else "dim")
        classes = [name for name in step.classes if name != "word"]
        if classes and step.does not in ("cut", "joint"):
            view.append(f"({', '.join(classes)}) ", style="bold")
    view.rstrip()
    return view


def _evidence(evidence: Evidence, *, brief: bool) -> Text:
    view = Text(plain(source_of(evidence)), style="bold")
    if evidence.speaker or evidence.mention:
        said = ", ".join(part for part in (evidence.speaker or evidence.mention, evidence.role) if part)
        view.append(f"\n{plain(said)}", style="not bold italic")
        view.append(f", on {evidence.said_on}" if evidence.said_on else "", style="not bold italic")
    if evidence.copies:
        view.append(f"\nand {len(evidence.copies)} copies of it", style="not bold dim")
    if not brief:
        view.append(f"\n{plain(_end(evidence.before or ''))}", style="not bold dim")
        view.append(plain(_short(evidence.words)), style="not bold")
        view.append(plain(_start(evidence.behind or "")), style="not bold dim")
    return view.append(f"\n{plain(evidence.link)}", style="not bold dim")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _end(words: str) -> str:
    return words if len(words) <= _AROUND else f"… {words[-_AROUND:].partition(' ')[2]}"


def _start(words: str) -> str:
    return words if len(words) <= _AROUND else f"{words[:_AROUND].rpartition(' ')[0]} …"
