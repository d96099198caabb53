"""On which day a statement was made: that beside its cue, or that of the occasion to which it plainly belongs."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.record import Party
from onrecord.spans import Span
from onrecord.statements.circumstances import Circumstances
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Page
from onrecord.statements.occasions import IN_SESSION, dated_occasions, day_of
from onrecord.statements.speaker import Speaker

_FAR = 3  # paragraphs; a day holds for what is said on the same occasion within them


def days_said(
    page: Page,
    parties: tuple[Party, ...],
    drafts: Sequence[Draft],
    speakers: Sequence[Speaker],
    around: Sequence[Circumstances],
) -> list[str | None]:
    """The day of each draft, EDTF; the drafts in the order of their content.

    A date beside the cue counts first. Else the occasion that is named there ("the letter stated") gives its own, if
    the article dates it anywhere; else the day holds that the same speaker's statement shortly before has, or the
    debate or hearing at which people speak in turn. A statement inside a quotation has only the date beside its cue.
    """
    book = _Book(page, parties, speakers)
    days = [
        book.own_day(told) if draft.holder is not None else book.day(draft, speaker, told)
        for draft, speaker, told in zip(drafts, speakers, around, strict=True)
    ]
    return [day or _day_of_body(page, drafts, speakers, days, i) for i, day in enumerate(days)]


def _day_of_body(
    page: Page, drafts: Sequence[Draft], speakers: Sequence[Speaker], days: Sequence[str | None], i: int
) -> str | None:
    """The day of a headline's statement: that of the same speaker's first one in the body, where it says the same."""
    roles, text = page.doc.paragraphs, page.doc.text
    if roles[drafts[i].paragraph].role != "headline" or speakers[i].party is None:
        return None
    for k in range(i + 1, len(drafts)):
        if speakers[k].party == speakers[i].party and roles[drafts[k].paragraph].role == "body":
            words = _words_of(drafts[i], text)
            return days[k] if 2 * len(words & _words_of(drafts[k], text)) >= len(words) else None
    return None


def _words_of(draft: Draft, text: str) -> set[str]:
    return {word for piece in draft.content for word in piece.cut(text).lower().split() if len(word) > _SHORT}


_SHORT = 3  # letters


class _Book:
    """What is known while the statements are gone through in order.

    days, latest: by the noun of an occasion all its days, and the last that the article has come to.
    held: by speaker the day of his last statement and its paragraph. outside: who spoke elsewhere.
    session, paper: the gathering that goes on and the paper that is quoted, by their day, with the paragraph of what
    was said last at it. last: the same of the last statement that has a day. speaking: all who speak in the article.
    """

    def __init__(self, page: Page, parties: tuple[Party, ...], speakers: Sequence[Speaker]) -> None:
        self.page = page
        self.speaking = {speaker.party for speaker in speakers} - {None}
        self.parties = parties
        self.occasions = dated_occasions(page)
        self.days: dict[str, set[str]] = {}
        for occasion in self.occasions:
            self.days.setdefault(occasion.noun, set()).add(occasion.day)
        self.latest: dict[str, str] = {}
        self.held: dict[int, tuple[str, int]] = {}
        self.session: tuple[str, int] | None = None
        self.paper: tuple[str, int] | None = None
        self.last: tuple[str, int] | None = None
        self.outside: set[int] = set()
        self.next = 0  # number of the first occasion that the article has not yet come to
        self.before: tuple[Span | None, str | None] = (None, None)  # source and day of the statement before

    def own_day(self, told: Circumstances) -> str | None:
        return day_of(self.page.times_by_start[told.said_on.start]) if told.said_on else None

    def day(self, draft: Draft, speaker: Speaker, told: Circumstances) -> str | None:
        self._come_to((draft.cue or draft.source or draft.content[0]).start)
        day = self._found(draft, speaker, told)
        self._keep(draft, speaker, told, day)
        self.before = (draft.source, day)
        return day

    def _come_to(self, offset: int) -> None:
        """Goes on to `offset`: a gathering that is dated before it is in session."""
        while self.next < len(self.occasions) and self.occasions[self.next].start < offset:
            occasion = self.occasions[self.next]
            self.latest[occasion.noun] = occasion.day
            if occasion.gathers:
                self.session = (occasion.day, occasion.paragraph)
            if occasion.is_paper:
                self.paper = (occasion.day, occasion.paragraph)
            self.next += 1

    def _found(self, draft: Draft, speaker: Speaker, told: Circumstances) -> str | None:
        own = self.own_day(told)
        if own is not None or told.apart:
            return own
        if draft.source is not None and draft.source == self.before[0]:
            return self.before[1]
        held = self._still(self.held.get(speaker.party) if speaker.party is not None else None, draft)
        if told.occasion is not None:
            # "…," she said in an interview: the article goes on; "In a letter, she said": something else begins.
            goes_on = draft.cue is not None and draft.cue.start < told.occasion.start
            return self._day_of_occasion(draft, told.occasion) or (held if goes_on else None)
        return (
            self._day_of_sentence_before(draft)
            or held
            or (self._still(self.paper, draft) if self._is_written(draft) else None)
            or self._in_session(draft, speaker, told)
        )

    def _still(self, kept: tuple[str, int] | None, draft: Draft) -> str | None:
        return kept[0] if kept is not None and draft.paragraph - kept[1] <= _FAR else None

    def _is_written(self, draft: Draft) -> bool:
        return draft.cue is not None and draft.cue.cut(self.page.doc.text).lower() in _WROTE

    def _day_of_occasion(self, draft: Draft, noun: Span) -> str | None:
        """That of the occasion of the same name: the last one before, or the only one."""
        word = noun.cut(self.page.doc.text).lower()
        days = self.days.get(word, set())
        if word in self.latest or len(days) == 1:
            return self.latest.get(word) or next(iter(days))
        return self._still(self.session, draft) if word == "session" else None

    def _day_of_sentence_before(self, draft: Draft) -> str | None:
        """The day with which the sentence before opens, where a pronoun goes on: "On Monday she went to Grent. There
        she said"."""
        if draft.source is None or draft.source.cut(self.page.doc.text).lower() not in _PRONOUNS:
            return None
        sentences = self.page.doc.sentences
        at = bisect_right(sentences, draft.content[0].start, key=lambda sentence: sentence.span.start) - 1
        if at < 1 or sentences[at - 1].paragraph != sentences[at].paragraph:
            return None
        for token in sentences[at - 1].tokens[:2]:
            time = self.page.times_by_start.get(token.start)
            if time is not None and time.type == "DATE":
                return day_of(time)
        return None

    def _in_session(self, draft: Draft, speaker: Speaker, told: Circumstances) -> str | None:
        """The day of the gathering, for the people who speak at it; bodies and countries seldom do."""
        party = None if speaker.party is None else self.parties[speaker.party]
        if self._is_elsewhere(told) or speaker.party in self.outside:
            return None
        if party is not None and party.kind in {"organisation", "country"}:
            return None
        return self._still(self.session, draft) or (self._still(self.last, draft) if self._is_told_it(told) else None)

    def _is_told_it(self, told: Circumstances) -> bool:
        """Whether it was said before a court or another body in session."""
        words = told.addressee.cut(self.page.doc.text).lower().split() if told.addressee else []
        return not IN_SESSION.isdisjoint(words)

    def _is_elsewhere(self, told: Circumstances) -> bool:
        """Whether it was said to somebody named who does not speak himself, such as a paper."""
        if told.addressee is None or self._is_told_it(told):
            return False
        mention = self.page.mentions_by_start.get(told.addressee.start)
        named = told.addressee.cut(self.page.doc.text).split()[-1][0].isupper()
        return named and (mention is None or mention.party not in self.speaking)

    def _keep(self, draft: Draft, speaker: Speaker, told: Circumstances, day: str | None) -> None:
        if day is None:
            if speaker.party is not None and self._is_elsewhere(told):
                self.outside.add(speaker.party)
            return
        if speaker.party is not None:
            self.held[speaker.party] = (day, draft.paragraph)
            self.outside.discard(speaker.party)
        if self.paper is not None and self.paper[0] == day:
            self.paper = (day, draft.paragraph)
        if len(day) == _FULL and told.occasion is None:
            self.last = (day, draft.paragraph)
            if self._is_told_it(told) or self._still(self.session, draft) is not None:
                self.session = self.last


_FULL = len("2019-03-08")
_WROTE = frozenset(["wrote", "writes", "write", "reads", "read"])
_PRONOUNS = frozenset(["he", "she", "they"])
