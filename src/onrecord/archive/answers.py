"""What the archive answers with: small structs for a list, a search and a person's statements."""

from msgspec import Struct

from onrecord.record import Act, PartyKind, Signals, StatementKind
from onrecord.spans import Span


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
    """A party as the archive knows it, over all articles: same name and kind is the same party.

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
