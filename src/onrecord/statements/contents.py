"""The statement that a cue makes: its content stands behind the cue, before it, or around it."""

from collections.abc import Iterator

from onrecord.spans import Span
from onrecord.statements.clauses import Lead, skip_lead
from onrecord.statements.drafts import Draft, Subject
from onrecord.statements.groups import Group
from onrecord.statements.leading import content_after, content_first
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, first_subject, source_after, source_before, span_of
from onrecord.statements.trailing import closes_content, content_before, content_goes_on, inverted
from onrecord.statements.words import (
    COMPLEMENTIZERS,
    DASHES,
    PREPOSITIONS,
)


def drafts_of(line: Line, group: Group, before: Draft | None) -> Iterator[Draft]:
    """The statement that the cue makes, if it makes one.

    before: the statement found before it in the same line, whose speaker a participle or a second verb shares.
    """
    lead = skip_lead(line, group.verb + 1, addressee="a" in group.cue.frames)
    hangs = group.participle and line.word(group.first - 1) in {",", "and", "", *DASHES}
    found = None if hangs else source_before(line, group)
    turned = None if group.participle else inverted(line, group, lead)
    if turned is not None:
        source, lead = turned
        yield from _behind_its_content(line, group, source, lead, source.first, "inverted")
        return
    if found is not None and line.words[found.last] in {"you", "i", "we"}:
        return
    if found is not None and closes_content(line, group, found, lead):
        yield from _behind_its_content(line, group, found, lead, found.start, "after its content")
        return
    yield from _before_its_content(line, group, found, lead, before)


def _behind_its_content(line: Line, group: Group, source: Found, lead: Lead, start: int, rule: str) -> Iterator[Draft]:
    start = min(start, group.first)
    pieces, used = content_before(line, start)
    if not pieces:
        return
    if line.word(lead.first) in {",", *DASHES}:
        more, more_used = content_goes_on(line, lead.first + 1, bool(used) or rule == "inverted")
        pieces, used = pieces + more, used + more_used
    yield _draft(line, group, source, pieces, rule, used=used)


def _before_its_content(
    line: Line, group: Group, found: Found | None, lead: Lead, before: Draft | None
) -> Iterator[Draft]:
    first, rule = content_first(line, group, lead)
    if first is None:
        return
    subject: Subject = "named" if found else "same"
    if found is None:
        if not _shares_subject(line, group, before):
            return
        found = None if before is not None else first_subject(line, group.first)
        if found is None and before is None and not group.participle:
            return
    relative = (found.relative or _is_subordinate(line, found)) if found else False
    if group.participle and group.first == 0:
        relative, found = True, _subject_behind(line, first) or found
    pieces, used = content_after(line, first, group, relative=relative)
    if rule == "object" and _is_pointer(line, first, pieces):
        return
    if pieces and (rule != "clause" or _is_clause(line, first, pieces)):
        yield _draft(line, group, found, pieces, rule, used=used, subject=subject, before=before)


def _is_pointer(line: Line, first: int, pieces: tuple[Span, ...]) -> bool:
    """Whether an object only points at something said elsewhere: "condemned the decision", "denied it"."""
    words = sum(piece.cut(line.page.doc.text).count(" ") + 1 for piece in pieces)
    return line.quoted[first] < 0 and words < 3


_SUBORDINATING = frozenset("when while although though after as if since because".split())


def _is_subordinate(line: Line, found: Found) -> bool:
    """Whether the clause hangs on another behind a comma: "When Noda pressed him to come, the minister …"."""
    return line.word(found.first - 1) in _SUBORDINATING


def _subject_behind(line: Line, first: int) -> Found | None:
    """The subject behind the comma of an opening participle: "Noting that the talks failed, Lavrov …"."""
    for i in range(first, line.stop):
        if line.words[i] == "," and line.quoted[i] < 0:
            mention = line.mention_from(i + 1)
            if mention is not None:
                return Found(i + 1, line.after(mention.span.end, i + 1) - 1, i + 1)
            return source_after(line, i + 1)
    return None


def _is_clause(line: Line, first: int, pieces: tuple[Span, ...]) -> bool:
    """Whether what stands behind the cue says something: not "said in Oslo", "said sarcastically"."""
    words = sum(piece.cut(line.page.doc.text).count(" ") + 1 for piece in pieces)
    if line.word(first - 1) in COMPLEMENTIZERS:
        return words > 1
    return words > 2 and not (line.words[first] in PREPOSITIONS and words < 7)


def _shares_subject(line: Line, group: Group, before: Draft | None) -> bool:
    left = line.word(group.first - 1)
    return group.participle or left in {"and", "but", "then", ",", "or"}


def _draft(
    line: Line,
    group: Group,
    source: Found | None,
    pieces: tuple[Span, ...],
    rule: str,
    *,
    used: tuple[int, ...],
    subject: Subject = "named",
    before: Draft | None = None,
) -> Draft:
    return Draft(
        content=pieces,
        source=span_of(line, source) if source else before.source if before and subject == "same" else None,
        cue=line.span(group.verb, group.verb),
        act=group.cue.act,
        rule=rule,
        subject=subject,
        paragraph=line.paragraph,
        quotations=used,
        holder=line.holder,
    )
