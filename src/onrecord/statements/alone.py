"""Quotations that no cue took: those that go on after their attribution, and those that stand alone."""

from bisect import bisect_left, bisect_right, insort

from msgspec import Struct
from msgspec.structs import replace

from onrecord.language import Quotation
from onrecord.language.units import READ
from onrecord.spans import Span
from onrecord.statements.credits import credited
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line, Page
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
    alone, whose speaker is announced before them, set behind them, or spoke before.

    announced: as `announced_by` gives it, of all lines.
    """
    joining, alone = _Joining(page, found), list[Draft]()
    used = {number for draft in found for number in draft.quotations}
    for number, quotation in enumerate(page.doc.quotations):
        if quotation.depth or number in used:
            continue
        paragraph = _paragraph_of(page, quotation.span.start)
        if page.doc.paragraphs[paragraph].role not in READ:
            continue
        credit = credited(page, number, quotation, _paragraph_of(page, quotation.pieces[-1].start))
        if credit is not None:
            alone.append(credit)
        elif _is_sentence(page.doc.text, quotation) and not (
            paragraph not in announced and joining.takes(number, quotation, paragraph)
        ):
            asked = joining.question_before(paragraph)
            alone += _alone(page, number, quotation, paragraph, announced.get(paragraph), asked)
    return [*joining.drafts(), *alone]


class _Tail(Struct, order=True):
    """The end of a statement: of its words so far, its source or its cue."""

    end: int
    number: int  # of its draft


class _Joining:
    """Quotations taken in by the statement that they go on with. What they add is put together once, at the end."""

    def __init__(self, page: Page, found: list[Draft]) -> None:
        self.page, self.found = page, found
        self.added: dict[int, list[int]] = {}  # numbers of quotations, by that of the draft
        self.last = [draft.content[-1] for draft in found]
        self.tails: dict[int, list[_Tail]] = {}  # by paragraph, in order
        for i, draft in enumerate(found):
            if draft.holder is None:
                end = max(span.end for span in (draft.content[-1], draft.source, draft.cue) if span)
                self.tails.setdefault(draft.paragraph, []).append(_Tail(end, i))
        for tails in self.tails.values():
            tails.sort()

    def drafts(self) -> list[Draft]:
        """The drafts with what they took in."""
        return [
            replace(
                draft,
                content=(*draft.content, *(p for n in self.added[i] for p in self.page.doc.quotations[n].pieces)),
                quotations=(*draft.quotations, *self.added[i]),
            )
            if i in self.added
            else draft
            for i, draft in enumerate(self.found)
        ]

    def takes(self, number: int, quotation: Quotation, paragraph: int) -> bool:
        """Whether a statement takes the quotation in."""
        i = self._goes_on_with(quotation, paragraph)
        if i is None:
            return False
        self.added.setdefault(i, []).append(number)
        self.last[i] = quotation.pieces[-1]
        end = _paragraph_of(self.page, quotation.pieces[-1].start)
        insort(self.tails.setdefault(end, []), _Tail(quotation.span.end, i))
        return True

    def question_before(self, paragraph: int) -> Span | None:
        """The quoted question with which the paragraph before ends, whose answer a quotation alone is."""
        tails = self.tails.get(paragraph - 1)
        i = tails[-1].number if tails else None
        return self.last[i] if i is not None and self.found[i].quotations and self._asks(i) else None

    def _goes_on_with(self, quotation: Quotation, paragraph: int) -> int | None:
        tails = self.tails.get(paragraph, [])
        at = bisect_right(tails, quotation.span.start, key=lambda tail: tail.end) - 1
        for k in range(at, max(-1, at - _BETWEEN), -1):
            if self._goes_on(tails[k], quotation, last=tails[k].number == tails[at].number):
                return tails[k].number
        if at >= 0 or not paragraph or self.page.doc.paragraphs[paragraph].span.start != quotation.span.start:
            return None
        before = self.tails.get(paragraph - 1)
        whole = (
            quotation.span.end >= self.page.doc.paragraphs[_paragraph_of(self.page, quotation.span.end - 1)].span.end
        )
        return before[-1].number if whole and before and self._runs_over(before[-1], paragraph - 1) else None

    def _goes_on(self, tail: _Tail, quotation: Quotation, *, last: bool) -> bool:
        """Whether the quotation goes on with a draft whose attribution, behind its words, stands between them:
        "“…,” he said. “…”"

        last: whether no other statement ends between the two. One may, but in the sentence of the attribution.
        """
        draft, start = self.found[tail.number], quotation.span.start
        if draft.cue is None or draft.cue.start < draft.content[0].start or start - tail.end >= _CLOSE:
            return False
        if _sentences(self.page, tail.end, start) > int(last):
            return False
        return bool(self.page.outer.between(draft.content[0].start, draft.content[-1].end))

    def _runs_over(self, tail: _Tail, paragraph: int) -> bool:
        """Whether a paragraph of quotation and no more goes on with the last statement of the paragraph before: one
        that ends in quoted words, or whose attribution behind them is the end of its paragraph."""
        if self.found[tail.number].source is None or self._asks(tail.number):
            return False
        last, stop = self.last[tail.number].end, self.page.doc.paragraphs[paragraph].span.end
        number = self.page.outer.before(last + _MARKS)
        quoted = number is not None and self.page.doc.quotations[number].span.end >= last
        return quoted and stop - tail.end < _CLOSE and _sentences(self.page, tail.end, stop) == 0

    def _asks(self, i: int) -> bool:
        """Whether the words ask: what stands alone behind them is somebody else's answer."""
        return self.found[i].act == "ask" or self.page.doc.text[self.last[i].end - 1] == "?"


_BETWEEN = 3  # statements in the sentence of the attribution: "“…,” he said, adding that … and asking …. “…”"
_MARKS = 3  # characters: a stop and the mark behind the last word
_CLOSE = 400  # characters between an attribution and what goes on after it: an apposition, and a sentence at most


def _sentences(page: Page, start: int, end: int) -> int:
    """How many sentences begin and end between the two offsets."""
    sentences = page.doc.sentences
    first = bisect_left(sentences, start, key=lambda sentence: sentence.span.start)
    last = bisect_right(sentences, end, key=lambda sentence: sentence.span.end)
    return max(0, last - first)


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


def _paragraph_of(page: Page, offset: int) -> int:
    return bisect_right(page.doc.paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
