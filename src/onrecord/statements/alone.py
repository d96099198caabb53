"""Quotations that no cue took: those that go on after their attribution, and those that stand alone."""

from bisect import bisect_right

from msgspec.structs import replace

from onrecord.language import Quotation
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import READ, Line, Page
from onrecord.statements.sources import first_subject, span_of

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
    tails = _tails(drafts)
    for number, quotation in enumerate(doc.quotations):
        if quotation.depth or number in used or not _is_sentence(doc.text, quotation):
            continue
        paragraph = _paragraph_of(page, quotation.span)
        if doc.paragraphs[paragraph].role not in READ:
            continue
        before = tails.get(paragraph, [])
        at = bisect_right(before, quotation.span.start, key=lambda tail: tail[0]) - 1
        if at >= 0 and _goes_on(doc.text, drafts[before[at][1]], before[at][0], quotation):
            i = before[at][1]
            drafts[i] = _joined(drafts[i], number, quotation)
            before[at] = (quotation.span.end, i)
        else:
            alone += _alone(page, number, quotation, paragraph, announced.get(paragraph))
    return drafts + alone


def _tails(drafts: list[Draft]) -> dict[int, list[tuple[int, int]]]:
    """By paragraph: where each draft with quoted words ends, and its number, in order."""
    found: dict[int, list[tuple[int, int]]] = {}
    for i, draft in enumerate(drafts):
        if draft.holder is None and draft.quotations:
            end = max(span.end for span in (draft.content[-1], draft.source, draft.cue) if span)
            found.setdefault(draft.paragraph, []).append((end, i))
    return {paragraph: sorted(tails) for paragraph, tails in found.items()}


def _goes_on(text: str, draft: Draft, end: int, quotation: Quotation) -> bool:
    """Whether the quotation goes on with a draft whose attribution, behind its words, ends right before it:
    "“…,” he said. “…”"."""
    if draft.cue is None or draft.cue.start < draft.content[0].start:
        return False
    between = text[end : quotation.span.start]
    return len(between) < _CLOSE and between.count(".") <= 1 + between.count("”")


_CLOSE = 120  # characters between an attribution and what goes on after it: one short adjunct


def _joined(draft: Draft, number: int, quotation: Quotation) -> Draft:
    return replace(draft, content=draft.content + quotation.pieces, quotations=(*draft.quotations, number))


def _alone(page: Page, number: int, quotation: Quotation, paragraph: int, announced: Span | None) -> tuple[Draft, ...]:
    """The quotation as a statement of its own, where it begins a paragraph or a sentence."""
    around = page.doc.paragraphs[paragraph].span
    if announced is not None and around.start == quotation.span.start:
        rule = "colon and quotation"
        return (Draft(quotation.pieces, announced, None, "say", rule, "named", paragraph, (number,)),)
    if _begins_sentence(page.doc.text, around, quotation):
        rule = "quotation alone"
        return (Draft(quotation.pieces, None, None, "say", rule, "previous", paragraph, (number,)),)
    return ()


def _begins_sentence(text: str, paragraph: Span, quotation: Quotation) -> bool:
    if quotation.span.start == paragraph.start:
        return True
    before = text[max(paragraph.start, quotation.span.start - 4) : quotation.span.start].rstrip()
    return not before or before[-1] in '.!?:”"'


def _is_sentence(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence of their own rather than a name or a phrase in quotation marks."""
    first, last = quotation.pieces[0], quotation.pieces[-1]
    begins = text[first.start].isupper() or text[first.start] in "[…(" or not text[first.start].isalpha()
    return begins and sum(map(len, quotation.pieces)) > 12 and (text[last.end - 1] in ".?!…—–,")


def _paragraph_of(page: Page, span: Span) -> int:
    return bisect_right(page.doc.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1
