"""Mentions of happenings: candidates that were judged to be one, with type, parties, date and status of their own."""

from msgspec import Struct

from onrecord.events.candidates import Candidate
from onrecord.record import EventStatus
from onrecord.spans import Span


class Mention(Struct, frozen=True):
    """A place that tells of a happening.

    actors, targets: numbers of parties. when: EDTF, None where the mention gives no date. place: the name of the place
    at `where`, none where there is none. told: the number of the statement that tells it, or -1. sure: how likely it is
    a happening.
    """

    candidate: Candidate
    type: str
    sure: float
    actors: tuple[int, ...]
    targets: tuple[int, ...]
    when: str | None
    where: Span | None
    place: tuple[str, ...]
    status: EventStatus | None
    told: int

    @property
    def span(self) -> Span:
        return self.candidate.span

    @property
    def parties(self) -> tuple[int, ...]:
        return (*self.actors, *self.targets)
