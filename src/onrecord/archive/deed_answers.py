"""What the archive answers of deeds and debts: each as one article tells it. What several tell is put together in
onrecord.stories."""

from typing import Literal

from msgspec import Struct

from onrecord.archive.answers import Entry
from onrecord.record import CommitmentAct, CommitmentStatus, EventStatus, PartyKind
from onrecord.spans import Span

Side = Literal["actor", "target", "both", "part"]
DeedKind = Literal["event", "step", "owed"]


class Known(Struct, frozen=True):
    """A party as the archive shows it. articles: in how many it appears."""

    key: str
    name: str
    kind: PartyKind
    articles: int


class Taking(Struct, frozen=True):
    """A party that takes part in an event. side: "part" where the event has no sides."""

    party: Known
    side: Side


class Telling(Struct, frozen=True, omit_defaults=True):
    """An event as an article tells it.

    article: where; filed: what sorts it on the wire.
    when: EDTF, and the first and last day that it covers, "YYYY-MM-DD"; None where the article dates it not.
    words, pieces: the clause that tells most of it, and where it stands in the article's text.
    teller: the name of the speaker who tells it, where only a speaker does. document: the name of the paper.
    """

    article: Entry
    filed: str
    number: int
    id: str
    type: str
    status: EventStatus
    words: str
    pieces: tuple[Span, ...]
    parties: tuple[Taking, ...] = ()
    when: str | None = None
    first: str | None = None
    last: str | None = None
    other_dates: tuple[str, ...] = ()
    where: str | None = None
    format: tuple[str, ...] = ()
    planned_length: str | None = None
    length: str | None = None
    plover: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    document: str | None = None
    teller: str | None = None


class Owed(Struct, frozen=True, omit_defaults=True):
    """A commitment as an article tells it.

    what, pieces: what is to be done, and where these words stand in the article's text. words: the clause around them.
    due: EDTF, and the first and last day that it covers.
    closed_by: the article's own words on its end.
    """

    article: Entry
    filed: str
    number: int
    id: str
    who: Known
    called: str
    act: CommitmentAct
    status: CommitmentStatus
    what: str
    pieces: tuple[Span, ...]
    words: str
    to: Known | None = None
    due: str | None = None
    due_first: str | None = None
    due_last: str | None = None
    condition: str | None = None
    closed_by: str | None = None
    teller: str | None = None

    @property
    def ref(self) -> str:
        """By what a person names it: the article's id and its own."""
        return f"{self.article.id}/{self.id}"


class Deed(Struct, frozen=True, omit_defaults=True):
    """What a party did, as far as it may close a debt: an event, a step in a paper's life, or a commitment that ended.

    name: the type of the event, the step, or "met" and "refused". to: whom it was done to, where somebody is named.
    """

    kind: DeedKind
    name: str
    article: Entry
    filed: str
    number: int
    words: str
    pieces: tuple[Span, ...]
    status: str
    when: str | None = None
    to: tuple[Known, ...] = ()
    teller: str | None = None
