"""On which day a statement was made, where the article says so."""

from collections.abc import Sequence

from onrecord.record import Time
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line
from onrecord.statements.speakers import Speaker

_FAR = 3  # paragraphs; a day holds for what the same speaker says within them


def date_before(line: Line, end: int) -> Span | None:
    """The date with which the sentence opens before the token `end`: "On Tuesday, the minister said"."""
    for i in range(min(end, 8)):
        time = line.time_from(i)
        if time is not None and time.type == "DATE" and time.end <= line.tokens[end - 1].end:
            return time.span if i < 3 else None
        if line.quoted[i] >= 0:
            return None
    return None


def days_said(drafts: Sequence[Draft], speakers: Sequence[Speaker], times: tuple[Time, ...]) -> list[str | None]:
    """The day of each draft, EDTF: the date beside its cue, else that of the same speaker's statement shortly before.

    A statement inside a quotation has only its own.
    """
    values = {time.start: time.edtf for time in times}
    held: dict[int, tuple[str, int]] = {}  # speaker: day and paragraph
    found: list[str | None] = []
    for draft, speaker in zip(drafts, speakers, strict=True):
        day = values.get(draft.said_on.start) if draft.said_on else None
        if draft.holder is None and speaker.party is not None:
            last = held.get(speaker.party)
            if day is None and last is not None and draft.paragraph - last[1] <= _FAR:
                day = last[0]
            if day is not None:
                held[speaker.party] = (day, draft.paragraph)
        found.append(day)
    return found
