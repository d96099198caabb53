"""What intake makes of a file: clean text, its parts, and what the source says about it."""

from msgspec import Struct

from onrecord.record import Paragraph, Signals, Source
from onrecord.spans import Span


class DatelineText(Struct, frozen=True):
    """A dateline as it stands in the copy; what it leaves out is None.

    place: "GENEVA" is given as "Geneva". year, month and day are numbers.
    """

    span: Span
    place: str | None = None
    agency: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None


class Copy(Struct, frozen=True):
    """One article, read but not yet understood. All spans count in `text`.

    id: the one given with the copy, or None.
    place: where it comes from as what stands beside the text says; the text's own dateline outweighs it.
    published: as in `record.Article`.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    id: str | None = None
    headline: str | None = None
    deck: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    dateline: DatelineText | None = None
    published: str | None = None
    language: str | None = None
    source: Source = Source()
    signals: Signals = Signals()
    place: str | None = None
    modified: str | None = None
