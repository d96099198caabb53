"""Turns of a transcript: "TOLAN: The talks were long.", and "Q:" and "A:" of an interview."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from onrecord.language.units import READ
from onrecord.record import Act
from onrecord.spans import Span, strip
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Page
from onrecord.statements.words import FIRST_PERSON

_LABEL = re.compile(
    r"""
    (?P<mark> ["“]\s? )?  # a whole transcript in quotation marks, which are repeated each paragraph
    (?: (?P<question> Q | Question ) | (?P<answer> A | Answer )
      | (?P<name> [A-Z][\w.’'-]* (?:\s[A-Z][\w.’'-]*){0,5}) (?:\s?\([^()\n]{1,40}\))?
    )
    (?: : | (?<=\b[QA])\. )
    (?=\s|$)
    """,
    re.VERBOSE,
)
# Labels of notices and lists. Own list, from the PolNeAR training texts and saved pages.
_NOTICES = frozenset(
    """
    update updated correction clarification note notes editor byline email contact twitter facebook warning watch read
    more related photo photos video image source sources credit look breaking exclusive opinion analysis review
    report reports poll survey live latest contributing name age job city pay date time when where what who why how
    tickets price venue address phone website monday tuesday wednesday thursday friday saturday sunday tomorrow today
    """.split()
)
_PARTS = frozenset(["question", "answer"])  # keys of the turns of an interview that names nobody
_GAP = 4  # paragraphs without a label that may stand between two turns and belong to the first


class _Turn(Struct, frozen=True):
    """One paragraph that begins a turn. `key` tells whose: the last word of the name."""

    paragraph: int
    key: str
    label: Span
    words: Span
    asks: bool


def find_turns(page: Page) -> list[Draft]:
    """The turns of a page that is a transcript or an interview; none where too few labels stand for speakers."""
    turns = [turn for turn in _labelled(page) if turn is not None]
    named = [turn for turn in turns if turn.key not in _PARTS]
    keys = [turn.key for turn in named]
    capitals = [turn for turn in named if turn.label.cut(page.doc.text).isupper()]
    dialogue = len(set(keys)) > 1 and (len(set(keys)) < len(keys) or len(capitals) > 1)
    interview = {turn.key for turn in turns} >= _PARTS
    kept = [turn for turn in turns if (interview if turn.key in _PARTS else dialogue)]
    return list(_drafts(page, kept))


def without_own_words(page: Page, drafts: list[Draft], turns: list[Draft]) -> list[Draft]:
    """The drafts without those that a speaker makes of himself in his turn, "I think", or that have no source."""
    starts = [page.doc.paragraphs[i].span for i in range(len(page.doc.paragraphs))]
    spoken = {i for turn in turns for i in range(turn.paragraph, turn.paragraph + len(turn.content))}
    own = {turn.paragraph: turn.content[0].start for turn in turns}
    return [
        draft
        for draft in drafts
        if draft.paragraph not in spoken
        or (
            _is_of_another(page, draft)
            and draft.content[0].start >= own.get(draft.paragraph, starts[draft.paragraph].start)
        )
    ]


def _is_of_another(page: Page, draft: Draft) -> bool:
    if draft.source is None or draft.rule == "name and colon":
        return False
    return draft.source.cut(page.doc.text).split()[0].lower().partition("’")[0].partition("'")[0] not in _OWN


_OWN = FIRST_PERSON | {"you"}


def _labelled(page: Page) -> Iterator[_Turn | None]:
    for number, paragraph in enumerate(page.doc.paragraphs):
        if paragraph.role in READ and paragraph.role not in {"headline", "deck"}:
            yield _turn(page, number, paragraph.span)


def _turn(page: Page, number: int, span: Span) -> _Turn | None:
    text = page.doc.text
    match = _LABEL.match(text, span.start, span.end)
    words = strip(text, match.end(), span.end) if match else None
    if match is None or words is None or not any(map(str.isalpha, words.cut(text))):
        return None
    asks = match["question"] is not None or text[words.end - 1] == "?"
    if match["name"] is None:
        key = "question" if match["question"] else "answer"
        return _Turn(number, key, Span(*match.span(key)), words, asks)
    name = Span(*match.span("name"))
    labels = name.cut(text).lower().split()
    speaks = name.cut(text).isupper() and len(labels[-1]) > 2
    if not (speaks or page.is_person(page.mentions_by_end.get(name.end))) or not _NOTICES.isdisjoint(labels):
        return None
    quoted = match["mark"] is None and page.outer.between(words.start, words.start + 1)
    return None if quoted else _Turn(number, labels[-1], name, words, asks)


def _drafts(page: Page, turns: list[_Turn]) -> Iterator[Draft]:
    question: Span | None = None
    for i, turn in enumerate(turns):
        following = turns[i + 1].paragraph if i + 1 < len(turns) else turn.paragraph + 1
        pieces = [turn.words, *_going_on(page, turn.paragraph + 1, following)]
        asked = question if i and turns[i - 1].key != turn.key else None
        act: Act = "ask" if turn.asks else "answer" if asked else "say"
        yield Draft(
            content=(*pieces[:-1], _without_stop(page, pieces[-1])),
            source=turn.label,
            cue=None,
            act=act,
            rule="turn",
            subject="open" if turn.key in _PARTS else "named",
            paragraph=turn.paragraph,
            quotations=tuple(n for piece in pieces for n in page.outer.between(piece.start, piece.end)),
            asked=None if turn.asks else asked,
        )
        question = _last_sentence(page, pieces[-1]) if turn.asks else None


def _going_on(page: Page, first: int, end: int) -> list[Span]:
    """The paragraphs without a label between two turns, which belong to the first; none where they tell a story."""
    spans = [page.doc.paragraphs[i].span for i in range(first, end)]
    told = any(page.outer.between(span.start, span.end) for span in spans)
    return [] if told or len(spans) > _GAP else spans


def _last_sentence(page: Page, piece: Span) -> Span:
    at = bisect_left(page.doc.sentences, piece.end, key=lambda sentence: sentence.span.end)
    start = page.doc.sentences[at].span.start if at < len(page.doc.sentences) else piece.start
    return Span(max(piece.start, start), piece.end) if start < piece.end else piece


def _without_stop(page: Page, piece: Span) -> Span:
    """Without the full stop at its end, as contents outside quotation marks are given."""
    bare = len(piece) > 2 and page.doc.text[piece.end - 1] == "." and page.doc.text[piece.end - 2].isalnum()
    return Span(piece.start, piece.end - 1) if bare else piece
