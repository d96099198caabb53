"""What the archive answers with: small structs for a list, a search and a person's statements."""

from typing import Literal

from msgspec import Struct

from onrecord.record import Act, PartyKind, Signals, StatementKind
from onrecord.spans import Span

DecisionKind = Literal["merge", "split", "settle", "reopen"]


class Entry(Struct, frozen=True):
    """An article as a line of the wire.

    day: "YYYY-MM-DD", the dateline's, else that of publication.
    published: with its time, where there is one.
    """

    id: str
    headline: str | None
    deck: str | None
    section: str | None
    place: str | None
    agency: str | None
    day: str | None
    published: str | None
    signals: Signals
    statements: int


class ArticleHit(Struct, frozen=True):
    """An article that a search found.

    snippet: characters of its headline, deck or text.
    marks: where the found words stand in the snippet.
    """

    entry: Entry
    snippet: str
    marks: tuple[Span, ...]


class Said(Struct, frozen=True):
    """A statement with the article it stands in.

    content: the words, one string a piece.
    at: the offset of the first piece in the article's text.
    speaker: the party's name; None where it was not resolved.
    marks: where found words stand in `" … ".join(content)`.
    """

    article: Entry
    id: str
    content: tuple[str, ...]
    at: int
    speaker: str | None
    kind: StatementKind
    act: Act
    said_on: str | None
    marks: tuple[Span, ...] = ()


class Person(Struct, frozen=True):
    """A party as the archive knows it, over all articles; docs/identity.md says when two are the same.

    `key` is what a page's address carries.
    """

    key: str
    name: str
    kind: PartyKind
    roles: tuple[str, ...]
    statements: int
    articles: int


class Counts(Struct, frozen=True):
    """How much an archive holds. `persons` are the named parties that said something, as `persons()` lists them."""

    articles: int
    statements: int
    persons: int


class Appearance(Struct, frozen=True):
    """A party in an article, and why it is taken for the one of the archive.

    name, role: those of the article. key: that of the party which the rules took it for; another one where that was
    merged by hand.
    """

    article: Entry
    name: str
    role: str | None
    ground: str
    key: str


class Likely(Struct, frozen=True):
    """A party that may be the same as another, and was left apart: a person may merge them."""

    person: Person
    ground: str


class Decision(Struct, frozen=True):
    """What somebody decided by hand.

    key: the party that others were merged into, or that was split; of a debt that was settled or reopened, the
        article's id and its own. others: those merged, or the new party.
    articles: of a split, the ids in which it is the new party; of a debt, where it stands.
    undone: by whom, at, because; None while it holds. status: what a debt was taken for.
    """

    number: int
    kind: DecisionKind
    key: str
    others: tuple[str, ...]
    articles: tuple[str, ...]
    by: str
    at: str
    because: str
    undone: dict[str, str] | None = None
    status: Literal["met", "refused", "open"] | None = None
