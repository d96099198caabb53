"""Quotations that no cue took: those that go on after their attribution, and those that stand alone."""

from bisect import bisect_right

from msgspec.structs import replace

from onrecord.language import Quotation
from onrecord.record import Role
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line, Page
from onrecord.statements.sources import first_subject, span_of

_READ: frozenset[Role] = frozenset(["headline", "deck", "body", "background"])
_NAMED = frozenset(["name", "last_name", "role"])


def announced_by(line: Line) -> dict[int, Span]:
    """Whom a paragraph that ends in a colon announces as the speaker of the next ("The mayor wrote:"), by the
    number of the latter; empty where it announces none."""
    if line.words[-1] != ":" or line.tokens[-1].end != line.page.doc.paragraphs[line.paragraph].span.end:
        return {}
    subject = first_subject(line, len(line) - 1)
    names = [mention.span for i in range(len(line)) if (mention := line.mention_from(i)) and mention.form in _NAMED]
    if subject is None and not names:
        return {}
    return {line.paragraph + 1: span_of(line, subject) if subject else names[0]}


def join_and_find_alone(page: Page, found: list[Draft], announced: dict[int, Span]) -> list[Draft]:
    """The drafts, with quotations that go on after their attribution joined to it, and those added that stand
    alone, whose speaker is announced before them or spoke before."""
    doc, drafts, alone = page.doc, list(found), list[Draft]()
    used = {number for draft in drafts for number in draft.quotations}
    by_paragraph: dict[int, list[int]] = {}
    for i, draft in enumerate(drafts):
        if draft.holder is None:
            by_paragraph.setdefault(draft.paragraph, []).append(i)
    for number, quotation in enumerate(doc.quotations):
        if quotation.depth or number in used or not _is_sentence(doc.text, quotation):
            continue
        paragraph = _paragraph_of(page, quotation.span)
        if doc.paragraphs[paragraph].role not in _READ:
            continue
        joined = _attribution_before(drafts, by_paragraph.get(paragraph, []), quotation, doc.text)
        if joined is not None:
            drafts[joined] = replace(
                drafts[joined],
                content=drafts[joined].content + quotation.pieces,
                quotations=(*drafts[joined].quotations, number),
            )
            continue
        speaker = announced.get(paragraph)
        if doc.paragraphs[paragraph].span.start == quotation.span.start and speaker is not None:
            alone.append(
                Draft(quotation.pieces, speaker, None, "say", "colon and quotation", "named", paragraph, (number,))
            )
        elif _begins_sentence(doc.text, doc.paragraphs[paragraph].span, quotation):
            alone.append(
                Draft(quotation.pieces, None, None, "say", "quotation alone", "previous", paragraph, (number,))
            )
    return drafts + alone


def _begins_sentence(text: str, paragraph: Span, quotation: Quotation) -> bool:
    before = text[paragraph.start : quotation.span.start].rstrip()
    return not before or before[-1] in '.!?:”"'


def _is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own rather than a name or a phrase in quotation marks."""
    first, last = quotation.pieces[0], quotation.pieces[-1]
    begins = text[first.start].isupper() or text[first.start] in "[…(" or not text[first.start].isalpha()
    return begins and sum(map(len, quotation.pieces)) > 12 and (text[last.end - 1] in ".?!…—–,")


def _paragraph_of(page: Page, span: Span) -> int:
    return bisect_right(page.doc.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1


def _attribution_before(drafts: list[Draft], near: list[int], quotation: Quotation, text: str) -> int | None:
    """The draft with quoted words whose attribution ends right before the quotation: "“…,” he said. “…”"."""
    best: int | None = None
    for i in near:
        draft = drafts[i]
        ends = max(span.end for span in (draft.content[-1], draft.source, draft.cue) if span)
        if draft.quotations and ends <= quotation.span.start and (best is None or ends > _end(drafts[best])):
            best = i
    if best is None or not _behind_its_words(drafts[best]):
        return None
    between = text[_end(drafts[best]) : quotation.span.start]
    return best if len(between) < 120 and between.count(".") <= 1 + between.count("”") else None


def _behind_its_words(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.start > draft.content[0].start


def _end(draft: Draft) -> int:
    return max(span.end for span in (draft.content[-1], draft.source, draft.cue) if span)
