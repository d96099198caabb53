"""Drafts from what the tagger found, in the bounds that the record has.

The tagger learned from a corpus that counts to a content its quotation marks and its "that", to a cue its auxiliaries,
and to a source its appositions. The record leaves these out (docs/rules.md).
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.language import Attribution, Reading, Unit
from onrecord.language.sentences import ABBREVIATIONS
from onrecord.record import Act
from onrecord.spans import Span, strip
from onrecord.statements.acts import meaning_of
from onrecord.statements.agents import is_told, over_recipient, over_relative, subject_elsewhere
from onrecord.statements.cues import VERBS
from onrecord.statements.drafts import Draft, Subject
from onrecord.statements.lines import Page
from onrecord.statements.words import ADVERBS, AUXILIARIES, DETERMINERS, EDGES, NEGATIONS, POSSESSIVES

RULE = "tagger"


def tagged_drafts(page: Page, reading: Reading, *, wide: bool) -> Iterator[Draft]:
    """A draft for each attribution of words or beliefs; `wide`, for each attribution."""
    for unit, attributions in reading.units:
        for found, sure in attributions:
            pieces = content_spans(page, found.content)
            if pieces:
                draft = _draft(page, unit, found, pieces, sure)
                if is_attribution(page.doc.text, draft) if wide else is_reported(page.doc.text, draft):
                    yield _with_subject(page, draft)


# Under these the tagger's finds in plain words are more often wrong than right by the gold records (18 articles, 2026;
# documents kept aside of PolNeAR lose 2 points of F1 by them): it counts deeds and hedges that no one said.
_NO_SOURCE, _NO_CUE, _NO_CLAUSE = 0.4, 0.7, 0.6
_POINTER = 2  # words; "welcomed the move"
_MARKED = re.compile(r"\b(?:that|whether|if|how|why|what|to)\s*$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|shall|should|must|do|does|did|to|\w+ed)\b"
)


# Verbs of making a paper known: what is published is the paper, not what it says. Own list, after reading.
_HANDED_OUT = frozenset(
    "publish publishes published publishing release releases released releasing issue issues issued issuing unveil "
    "unveils unveiled unveiling file files filed filing".split()
)


# On the documents kept aside, words with a cue that no table knows are mostly wrong under this.
_NOT_EVEN_WIDE = 0.6


def is_attribution(text: str, draft: Draft) -> bool:
    """Whether an attribution counts in a wide record: in quotation marks, of a cue that the tables know, or sure."""
    return bool(draft.quotations) or _is_known(text, draft.cue) or (draft.sure or 0) >= _NOT_EVEN_WIDE


def _is_known(text: str, cue: Span | None) -> bool:
    return cue is None or meaning_of(cue.cut(text).lower().split()) is not None


def is_reported(text: str, draft: Draft) -> bool:
    """Whether an attribution is one of words or beliefs, as the record counts them: in quotation marks, or with
    somebody as its source, a cue that the tables know, and a clause as its content, unless the tagger is sure."""
    if draft.quotations or draft.sure is None:
        return True
    words = " ".join(piece.cut(text) for piece in draft.content)
    first = draft.content[0].start
    marked = _MARKED.search(text[max(0, first - 10) : first])
    if draft.cue is not None and draft.cue.cut(text).lower() in _HANDED_OUT and not marked:
        return False
    is_clause = marked or _FINITE.search(words.lower())
    return (
        len(words.split()) > _POINTER
        and (draft.source is not None or draft.sure >= _NO_SOURCE)
        and (_is_known(text, draft.cue) or draft.sure >= _NO_CUE)
        and (bool(is_clause) or draft.sure >= _NO_CLAUSE)
    )


def _draft(page: Page, unit: Unit, found: Attribution, pieces: tuple[Span, ...], sure: float) -> Draft:
    cue = bare_cue(unit, found.cue)
    source = bare_source(page, found.source, cue) or _subject_beside(page, unit, cue)
    source = over_recipient(page, over_relative(page, source, cue), cue) if source else None
    if source is not None and cue is not None and is_told(page, unit.paragraph, source, cue):
        source = None
    used = quotations_used(page, pieces)
    return Draft(
        content=pieces,
        source=source,
        cue=cue,
        act=_act(page.doc.text, cue),
        rule=RULE,
        subject=_subject(page, unit, source, cue, pieces, used),
        paragraph=unit.paragraph,
        quotations=used,
        sure=sure,
    )


def _with_subject(page: Page, draft: Draft) -> Draft:
    """The draft with the subject of its cue that the tagger did not see; what the tagger counts does not hang on it."""
    source = subject_elsewhere(page, draft.cue, draft.content) if draft.source is None else None
    return replace(draft, source=source, subject="named") if source else draft


def _subject(
    page: Page, unit: Unit, source: Span | None, cue: Span | None, pieces: tuple[Span, ...], used: tuple[int, ...]
) -> Subject:
    """Where the speaker is sought: words that stand in quotation marks without an attribution are those of whoever
    spoke before, other words without a source are nobody's whom the article names."""
    if source is not None:
        return "named"
    whole = used and page.doc.quotations[used[0]].span.start <= pieces[0].start
    return "previous" if whole and cue is None else "open"


# content

_MARKER = re.compile(r"(?:that|whether|if)\s+(?!(?:is|was|would|will|has|had|could|might|may)\b)", re.IGNORECASE)
_NOUN_BEGINS = "|".join(sorted(DETERMINERS | POSSESSIVES | {"him", "me", "us", "them", "it"}))
_TO = re.compile(rf"to\s+(?=[a-z]+\b)(?!(?:{_NOUN_BEGINS})\b)")
_OPENING = re.compile(r"(?:``|''|[“„‟\"«‘‚'‹「『])\s*")
_CLOSING = re.compile(r"(?:''|[”“\"»’'›」』])$")


def content_spans(page: Page, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without the marks and the "that" around them, and without the comma before an attribution."""
    made = []
    for number, piece in enumerate(pieces):
        span = _trimmed(page, piece, first=number == 0)
        if span is not None:
            made.append(span)
    return tuple(made)


def _trimmed(page: Page, piece: Span, *, first: bool) -> Span | None:
    text = page.doc.text
    span = strip(text, piece.start, piece.end, EDGES)
    if span is None:
        return None
    start, end = span.start, span.end
    if first and (marker := _MARKER.match(text, start, end) or _TO.match(text, start, end)):
        start = marker.end()
    opening = _OPENING.match(text, start, end)
    closes_behind = _CLOSING.search(text, start, end)
    if opening and (closes_behind or _quotation_reaches(page, start, end)):
        start = opening.end()
    if closes_behind and start < closes_behind.start():
        end = closes_behind.start()
        if text[end - 1] == ",":
            end -= 1
    elif end > start and _ends_sentence(page, start, end):
        end -= 1
    return strip(text, start, end, ",") if start < end else None


def _quotation_reaches(page: Page, start: int, end: int) -> bool:
    """Whether the quotation that opens at `start` is still open at `end`, or ends there."""
    return any(
        page.doc.quotations[number].span.start == start and page.doc.quotations[number].span.end >= end
        for number in page.outer.between(start, end)
    )


def _ends_sentence(page: Page, start: int, end: int) -> bool:
    """Whether the last sign is the full stop of the sentence, not that of an abbreviation or of a quotation."""
    text = page.doc.text
    word = _LAST_WORD.search(text, max(start, end - 12), end)
    if text[end - 1] != "." or page.outer.between(end - 1, end):
        return False
    return word is None or ("." not in word[1] and word[1].lower() not in ABBREVIATIONS)


_LAST_WORD = re.compile(r"([^\W\d_.]+(?:\.[^\W\d_.]+)*)\.$")


def quotations_used(page: Page, pieces: tuple[Span, ...]) -> tuple[int, ...]:
    """The quotations of which the pieces hold more than half, in one paragraph."""
    used = []
    for piece in pieces:
        for number in page.outer.between(piece.start, piece.end):
            shares = (2 * common_length(part, piece) > len(part) for part in page.doc.quotations[number].pieces)
            if number not in used and any(shares):
                used.append(number)
    return tuple(used)


def common_length(one: Span, other: Span) -> int:
    """How many characters two spans share; not positive where none."""
    return min(one.end, other.end) - max(one.start, other.start)


def over_paragraphs(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each with the rest of a quotation that runs on over the paragraphs behind it, which the tagger
    reads one by one; where several have a part of it, all stay as they are."""
    holders = Counter(number for draft in drafts for number in draft.quotations)
    return [_run_on(page, draft, holders) for draft in drafts]


def _run_on(page: Page, draft: Draft, holders: Counter[int]) -> Draft:
    number = draft.quotations[-1] if draft.quotations else None
    if number is None or holders[number] > 1:
        return draft
    end = draft.content[-1].end
    rest = tuple(piece for piece in page.doc.quotations[number].pieces if piece.start >= end)
    return replace(draft, content=draft.content + rest) if rest else draft


# cue

_LEFT_OUT = AUXILIARIES | ADVERBS | NEGATIONS | POSSESSIVES | {"and", "also", "then", "who", "as", "has", "have", "had"}


def bare_cue(unit: Unit, pieces: tuple[Span, ...]) -> Span | None:
    """The cue without auxiliaries and adverbs before it; of one in several pieces that with a verb of the table."""
    if not pieces:
        return None
    best: Span | None = None
    starts = [token.start for token in unit.tokens]
    for piece in pieces:
        i = bisect_right(starts, piece.start) - 1
        tokens = [t for t in unit.tokens[i : bisect_right(starts, piece.end - 1)] if t.text[0].isalnum()]
        kept = list(tokens)
        while len(kept) > 1 and (kept[0].text.lower() in _LEFT_OUT or kept[0].text.endswith("ly")):
            kept = kept[1:]
        if not kept:
            continue
        span = Span(kept[0].start, kept[-1].end)
        verb = next((t for t in kept if t.text.lower() in VERBS), None)
        if verb is not None:  # with its particle, but not with an object: "went on", "placed ads calling"
            return Span(verb.start, verb.end) if kept[0] is verb and len(kept) > 2 else span
        best = best or span
    return best


def _act(text: str, cue: Span | None) -> Act:
    for word in cue.cut(text).lower().split() if cue else ():
        if word in VERBS:
            return VERBS[word][0].act
    return "say"


# source


def _subject_beside(page: Page, unit: Unit, cue: Span | None) -> Span | None:
    """The mention right before a verb of saying, which the tagger sees at times without its subject."""
    if cue is None or cue.cut(page.doc.text).lower() not in VERBS:
        return None
    i = bisect_left(unit.tokens, cue.start, key=lambda token: token.start) - 1
    while i >= 0 and unit.tokens[i].text.lower() in _BETWEEN:
        i -= 1
    mention = page.mentions_by_end.get(unit.tokens[i].end) if i >= 0 else None
    return mention.span if mention is not None and mention.subject else None


_BETWEEN = (ADVERBS | {"has", "have", "had", "also", "then", "later"}) - {"not", "never"}
_JOINED = re.compile(r",[^,]*\band\b")
# "lawmakers, led by chairman Roe,": the name is not that of the source.
_LED = re.compile(r"\s*,\s*(?:(?:led|headed|chaired|backed|joined|represented)\s+by|including|among them)\b")
_INCLUDING = re.compile(r"\s*,?\s*(?:including|such as|like|along with|as well as)\b")
_LONE_RELATIVE = re.compile(r"(?:who|which|that)(?=\s+[a-z])")
_WHOSE = re.compile(r"[\s,]*\b(?:who|whose|which)\b")
_TAIL = re.compile(r"\s*(?:,|\(|—|–|\s-\s|;|\b(?:who|whose|which)\b).*", re.DOTALL)


def bare_source(page: Page, pieces: tuple[Span, ...], cue: Span | None) -> Span | None:
    """The source nearest to the cue, without appositions and relative clauses; a name in apposition to a role stays,
    and so do joint sources."""
    if not pieces:
        return None
    text = page.doc.text
    piece = min(pieces, key=lambda piece: abs(piece.start - cue.start)) if cue else pieces[0]
    span = strip(text, piece.start, piece.end, EDGES)
    if span is None:
        return None
    if lone := _LONE_RELATIVE.match(text, span.start, span.end):
        return Span(span.start, lone.end())  # "who had come": the clause is no part of it
    tail = _TAIL.search(text, span.start + 1, span.end)
    if tail is None or tail.start() <= span.start:
        return span
    if _WHOSE.match(tail.group()):
        return Span(span.start, tail.start())
    mention = page.mentions_by_end.get(span.end)
    named = mention is not None and mention.form == "name" and mention.span.start > tail.start()
    if named and mention is not None and _LED.match(text, tail.start(), mention.span.start):
        return Span(span.start, tail.start())
    head = page.mentions_by_start.get(span.start)
    if named and not (head is not None and head.form == "name" and head.span.end <= tail.start()):
        return span
    if named and _JOINED.search(tail.group()) and not _INCLUDING.match(tail.group()):
        return span
    return Span(span.start, tail.start())
