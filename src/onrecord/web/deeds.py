"""Where an article's events, documents and commitments are marked in its text."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from onrecord.deed_wording import act_of_debt, type_in_words
from onrecord.record import Record
from onrecord.spans import Span
from onrecord.web.marking import Mark

# Inside statements, outside dates: a deed is a word or a clause of what is said.
DEED_RANK = 900


def deed_marks(record: Record) -> Iterator[Mark]:
    """What is marked in the text: the words that name an event, a document where it first stands, what is owed."""
    for number, event in enumerate(record.events, 1):
        yield from _marks(event.triggers or event.evidence, "event", f"E{number}", type_in_words(event.type))
    for number, paper in enumerate(record.documents, 1):
        yield from _marks(paper.mentions[:1], "paper", f"D{number}", paper.kind)
    for number, owed in enumerate(record.commitments, 1):
        yield from _marks(owed.what, "debt", f"C{number}", act_of_debt(owed.act))


def _marks(pieces: Iterable[Span], kind: str, number: str, name: str) -> Iterator[Mark]:
    link = Markup('<a class="ref ref-deed" href="#on-{}" data-number="{}" aria-label="On the record, {}: {}"></a>')
    for place, piece in enumerate(pieces):
        tail = link.format(number, number, number, name) if place == 0 else Markup()
        anchor = number if place == 0 else None
        yield Mark(piece, "mark", f"deed deed-{kind}", anchor, rank=DEED_RANK, tail=tail)
