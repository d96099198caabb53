"""Quotations that no cue took: those that go on after their attribution, and those that stand alone."""

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from onrecord.language import Quotation
from onrecord.spans import Span
from onrecord.statements.credits import credited
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import READ, Line, Page
from onrecord.statements.sources import span_of
from onrecord.statements.ties import announcement


def announced_by(line: Line) -> dict[int, Span]:
    """Whom a paragraph that ends in a colon announces as the speaker of the next ("The mayor wrote:"), by the
    number of the latter; empty where it announces none."""
    if line.words[-1] != ":" or line.tokens[-1].end != line.page.doc.paragraphs[line.paragraph].span.end:
        return {}
    source, _ = announcement(line, len(line) - 1)
    names = [mention.span for i in range(len(line)) if (mention := line.mention_from(i)) and mention.form in _NAMED]
    if source is None and not names:
        return {}
    return {line.paragraph + 1: span_of(line, source) if source else names[0]}


_NAMED = frozenset(["name", "last_name", "role"])


def join_and_find_alone(page: Page, found: list[Draft], announced: dict[int, Span]) -> list[Draft]:
    """The drafts, with quotations that go on after their attribution joined to it, and those added that stand
    alone, whose speaker is announced before them or spoke before."""
    doc, drafts, alone = page.doc, list(found), list[Draft]()
    used = {number for draft in drafts for number in draft.quotations}
    tails = _tails(drafts)
    for number, quotation in enumerate(doc.quotations):
        if quotation.depth or number in used:
            continue
        paragraph = _paragraph_of(page, Span(quotation.pieces[-1].start, quotation.pieces[-1].end))
        credit = credited(page, number, quotation, paragraph)
        paragraph = _paragraph_of(page, quotation.span)
        if doc.paragraphs[paragraph].role not in READ:
            continue
        if credit is not None:
            alone.append(credit)
            continue
        if not _is_sentence(doc.text, quotation):
            continue
        tail = _joins(page, tails, drafts, quotation, paragraph) if paragraph not in announced else None
        if tail is not None:
            drafts[tail] = _joined(drafts[tail], number, quotation)
            tails.setdefault(paragraph, []).append((quotation.span.end, tail))
        else:
            asked = _question_before(page, tails, drafts, paragraph)
            alone += _alone(page, number, quotation, paragraph, announced.get(paragraph), asked)
    return drafts + alone


def _tails(drafts: list[Draft]) -> dict[int, list[tuple[int, int]]]:
    """By paragraph: where each draft outside quotations ends, and its number, in order."""
    found: dict[int, list[tuple[int, int]]] = {}
    for i, draft in enumerate(drafts):
        if draft.holder is None:
            end = max(span.end for span in (draft.content[-1], draft.source, draft.cue) if span)
            found.setdefault(draft.paragraph, []).append((end, i))
    return {paragraph: sorted(tails) for paragraph, tails in found.items()}


def _joins(
    page: Page, tails: dict[int, list[tuple[int, int]]], drafts: list[Draft], quotation: Quotation, paragraph: int
) -> int | None:
    """The number of the draft that the quotation goes on with, None where it stands alone."""
    before = tails.get(paragraph, [])
    at = bisect_right(before, quotation.span.start, key=lambda tail: tail[0]) - 1
    for end, i in reversed(before[max(0, at - _BETWEEN) : at + 1]):
        if _goes_on(page, drafts[i], end, quotation, last=i == before[at][1]):
            return i
    if at >= 0:
        return None
    if paragraph and page.doc.paragraphs[paragraph].span == quotation.span and (last := tails.get(paragraph - 1)):
        end, i = last[-1]
        return i if _runs_over(page, drafts[i], end) else None
    return None


_BETWEEN = 3  # statements in the sentence of the attribution: "“…,” he said, adding that … and asking …. “…”"


def _goes_on(page: Page, draft: Draft, end: int, quotation: Quotation, *, last: bool) -> bool:
    """Whether the quotation goes on with a draft whose attribution, behind its words, stands between them:
    "“…,” he said. “…”"

    last: whether no other statement ends between the two. One may, but in the sentence of the attribution.
    """
    if draft.cue is None or draft.cue.start < draft.content[0].start:
        return False
    if not page.outer.between(draft.content[0].start, draft.content[-1].end):
        return False
    return quotation.span.start - end < _CLOSE and _sentences(page, end, quotation.span.start) <= int(last)


def _runs_over(page: Page, draft: Draft, end: int) -> bool:
    """Whether a paragraph of quotation and no more goes on with the last statement of the paragraph before: one
    that ends in quoted words, or whose attribution behind them is the end of its paragraph."""
    if draft.source is None or _is_question(page, draft):
        return False
    last, stop = draft.content[-1].end, page.doc.paragraphs[draft.paragraph].span.end
    number = page.outer.before(last + _MARKS)
    quoted = number is not None and page.doc.quotations[number].span.end > last - 1
    return quoted and stop - end < _CLOSE and _sentences(page, end, stop) == 0


_MARKS = 3  # characters: a stop and the mark behind the last word


def _is_question(page: Page, draft: Draft) -> bool:
    """Whether the words ask: what stands alone behind them is somebody else's answer."""
    return draft.act == "ask" or page.doc.text[draft.content[-1].end - 1] == "?"


_CLOSE = 400  # characters between an attribution and what goes on after it: an apposition, and a sentence at most


def _sentences(page: Page, start: int, end: int) -> int:
    """How many sentences begin and end between the two offsets."""
    sentences = page.doc.sentences
    first = bisect_left(sentences, start, key=lambda sentence: sentence.span.start)
    last = bisect_right(sentences, end, key=lambda sentence: sentence.span.end)
    return max(0, last - first)


def _joined(draft: Draft, number: int, quotation: Quotation) -> Draft:
    return replace(draft, content=draft.content + quotation.pieces, quotations=(*draft.quotations, number))


def _question_before(
    page: Page, tails: dict[int, list[tuple[int, int]]], drafts: list[Draft], paragraph: int
) -> Span | None:
    """The quoted question with which the paragraph before ends, whose answer a quotation alone is."""
    last = tails.get(paragraph - 1)
    draft = drafts[last[-1][1]] if last else None
    return draft.content[-1] if draft and draft.quotations and _is_question(page, draft) else None


def _alone(
    page: Page, number: int, quotation: Quotation, paragraph: int, announced: Span | None, asked: Span | None
) -> tuple[Draft, ...]:
    """The quotation as a statement of its own, where it begins a paragraph or a sentence."""
    around = page.doc.paragraphs[paragraph].span
    if announced is not None and around.start == quotation.span.start:
        rule = "colon and quotation"
        return (Draft(quotation.pieces, announced, None, "say", rule, "named", paragraph, (number,)),)
    if asked is not None and around.start == quotation.span.start:
        rule = "answer alone"
        return (Draft(quotation.pieces, None, None, "answer", rule, "open", paragraph, (number,), asked=asked),)
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
