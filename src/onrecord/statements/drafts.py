"""A statement as it is found, before its speaker is known."""

from typing import Literal

from msgspec import Struct

from onrecord.record import Act
from onrecord.spans import Span

Subject = Literal["named", "same", "previous", "open"]


class Draft(Struct, frozen=True):
    """What a finder proposes.

    subject: where the speaker is to be sought: `named` by `source`; the `same` as of the statement before in
        the sentence; whoever spoke in the `previous` statement; left `open`.
    quotations: numbers in `doc.quotations` of those it uses up.
    holder: number of the quotation that it stands in, None outside quotations.
    sure: how sure the tagger is, 0 to 1; None for rules.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    act: Act
    rule: str
    subject: Subject
    paragraph: int
    quotations: tuple[int, ...] = ()
    holder: int | None = None
    asked: Span | None = None
    sure: float | None = None
