"""Sources that do not stand right before their verb: "a call echoed by Teskia", "Tolan, who was late, said"."""

import re

from onrecord.parties.closed import ISSUING
from onrecord.parties.tables import DOCUMENTS
from onrecord.spans import Span
from onrecord.statements.circumstances import line_at
from onrecord.statements.lines import Line, Page
from onrecord.statements.sources import Found, first_subject, source_after, span_of
from onrecord.statements.words import BE, DASHES, DETERMINERS, POSSESSIVES, RELATIVES


def subject_elsewhere(page: Page, cue: Span | None, content: tuple[Span, ...]) -> Span | None:
    """Who says what stands under a participle without a subject of its own, None where it cannot be told."""
    line = line_at(page, cue.start) if cue is not None else None
    if cue is None or line is None:
        return None
    return _agent_of(line, cue, content) or _subject_of(line, cue, content)


def _agent_of(line: Line, cue: Span, content: tuple[Span, ...]) -> Span | None:
    """Whom "by" names behind a past participle: "a call echoed by Teskia", "was called “a farce” by Mira Tolan".

    None where what follows "by" is how or when: "by phone", "by Friday".
    """
    last = line.after(cue.end, 0) - 1
    if line.words[last] == "by":
        last -= 1
    if last < 0 or not _is_participle(line.words[last]):
        return None
    found = _agent(line, last + 1)
    if found is None and line.word(line.after(cue.start, 0) - 1) in BE and content[-1].start >= cue.end:
        found = _agent(line, _behind(line, content[-1].end))
    return found


def _agent(line: Line, by: int) -> Span | None:
    if line.word(by) != "by" or line.word(by + 1) in _MEANS or line.word(by + 1).endswith("ing"):
        return None
    found = source_after(line, by + 1)
    return span_of(line, found) if found is not None else None


_MEANS = frozenset("phone telephone email e-mail text mail fax video radio letter tweet saying how what".split())


def _behind(line: Line, end: int) -> int:
    """The token behind `end` and the closing marks there."""
    i = line.after(end, 0)
    while line.word(i) in _CLOSING:
        i += 1
    return i


_CLOSING = frozenset(["”", '"', "’", "'", "''", ","])


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR


_IRREGULAR = frozenset("told said seen known taken written put given made sent held read heard thought felt".split())


def _subject_of(line: Line, cue: Span, content: tuple[Span, ...]) -> Span | None:
    """The subject of the sentence for its present participle: "Tolan left early, citing the talks"; "In declaring the
    strait closed, Tolan …"."""
    first = line.after(cue.start, 0)
    before = line.word(first - 1)
    if not line.words[first].endswith("ing") or before in DETERMINERS or before in POSSESSIVES:
        return None
    found = first_subject(line, first) if first > 2 else None
    if found is None and first <= 2:
        comma = _behind(line, content[-1].end) - 1
        found = source_after(line, comma + 1) if line.word(comma) == "," else None
    return _without_verb(line, found) if found is not None else None


def _without_verb(line: Line, found: Found) -> Span:
    """The subject alone, where a verb that no table has follows it: "Tolan left early"."""
    mention = line.mention_from(found.first)
    if mention is not None and mention.form != "pronoun":
        return mention.span
    behind = range(found.first + 1, found.last + 1)
    verb = next((i for i in behind if line.words[i] in ISSUING or line.words[i].endswith("ed")), found.last + 1)
    return line.span(found.first, verb - 1)


def over_relative(page: Page, source: Span, cue: Span | None) -> Span:
    """The noun before a relative pronoun whose clause a comma closes before the cue: "Tolan, who was late, said"; else
    the source itself."""
    text = page.doc.text
    if cue is None or cue.start < source.end or source.cut(text).lower() not in RELATIVES:
        return source
    line = line_at(page, source.start)
    if line is None or line.tokens[-1].end < cue.end:
        return source
    relative = line.after(source.start, 0)
    verb = line.after(cue.start, relative)
    signs = frozenset([","]) if line.word(relative - 1) == "," else DASHES
    closed = line.word(relative - 1) in signs and any(line.words[i] in signs for i in range(relative + 2, verb))
    head = line.mention_to(relative - 2) if closed else None
    return head.span if head is not None else source


def over_recipient(page: Page, source: Span, cue: Span | None) -> Span:
    """Who sent the paper, where the source is only whom it was sent to: "The council sent a letter to Vale demanding
    answers"; else the source itself."""
    text = page.doc.text
    if cue is None or cue.start < source.end or text[max(0, source.start - 3) : source.start] != "to ":
        return source
    line = line_at(page, source.start)
    if line is None or line.tokens[-1].end < cue.end:
        return source
    first, verb = line.after(source.start, 0), line.after(cue.start, 0)
    beside = verb - line.after(source.end, first)
    if not line.words[verb].endswith("ing") or beside > 1 or line.word(first - 1) != "to":
        return source
    if not any(line.words[i] in DOCUMENTS for i in range(max(0, first - _LONGEST_WAY), first)):
        return source
    found = first_subject(line, first)
    return _without_verb(line, found) if found is not None else source


_LONGEST_WAY = 6  # tokens from the paper to whom it goes: "a letter Wednesday to"


def is_told(page: Page, paragraph: int, source: Span, cue: Span) -> bool:
    """Whether a heading leaves out the verb "are", so that what looks like the source is who was told: "Crews urged to
    stay in port"."""
    heading = page.doc.paragraphs[paragraph].role in ("headline", "deck")
    beside = heading and page.doc.text[source.end : cue.start].isspace()
    return beside and _TOLD_TO.match(page.doc.text, cue.start) is not None


_TOLD_TO = re.compile(
    r"(?:urged|told|asked|warned|advised|ordered|encouraged|reminded|instructed|begged)\s(?:not\s)?to\b", re.IGNORECASE
)
