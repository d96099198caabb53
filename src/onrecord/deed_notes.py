"""An article's events, documents and commitments in plain words, a note each: for the terminal and the page alike."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from onrecord.deed_wording import act_of_debt, length_in_words, type_in_words
from onrecord.record import Commitment, Document, Event, Party, Record

Dated = Callable[[str], str]


class Note(Struct, frozen=True):
    """A line of the list.

    number: as in the text, with the letter of its list: "E1". anchor: of its words in the text, None where none stand
    there. title: what it is; words: those that tell it. facts: what else is known, a phrase each.
    """

    number: str
    anchor: str | None
    title: str
    words: str
    facts: tuple[str, ...]


class Deeds(Struct, frozen=True):
    """All that an article tells of deeds and debts."""

    events: tuple[Note, ...]
    documents: tuple[Note, ...]
    commitments: tuple[Note, ...]

    def __bool__(self) -> bool:
        return bool(self.events or self.documents or self.commitments)


def deeds_in(record: Record, dated: Dated = str) -> Deeds:
    """The notes on the events, documents and commitments of a record.

    dated: how a date in EDTF is told.
    """
    names = {party.id: party.name for party in record.parties}
    tellers = {said.id: _name(said.speaker, record.parties) for said in record.statements}
    papers = {paper.id: paper.name for paper in record.documents}
    return Deeds(
        tuple(_event(n, one, record, names, tellers, papers, dated) for n, one in enumerate(record.events, 1)),
        tuple(_document(n, one, names, dated) for n, one in enumerate(record.documents, 1)),
        tuple(_commitment(n, one, record, names, tellers, dated) for n, one in enumerate(record.commitments, 1)),
    )


def _event(
    number: int,
    event: Event,
    record: Record,
    names: Mapping[str, str],
    tellers: Mapping[str, str | None],
    papers: Mapping[str, str],
    dated: Dated,
) -> Note:
    who = ", ".join(names[id] for id in event.participants)
    teller = tellers.get(event.told_by or "")
    facts = [
        event.status,
        dated(event.when) if event.when else "no date",
        *(f"or {dated(edtf)}" for edtf in event.other_dates),
        f"in {event.where}" if event.where else None,
        *event.format,
        f"lasted {length_in_words(event.length)}" if event.length else None,
        f"planned for {length_in_words(event.planned_length)}" if event.planned_length else None,
        f"of {papers[event.document]}" if event.document else None,
        f"told by {teller}" if teller else None,
        _plover(event),
    ]
    title = f"{type_in_words(event.type).capitalize()}{': ' if who else ''}{who}"
    anchor = f"E{number}" if event.triggers or event.evidence else None
    words = " … ".join(piece.cut(record.article.text) for piece in event.evidence)
    return Note(f"E{number}", anchor, title, words, tuple(filter(None, facts)))


def _plover(event: Event) -> str | None:
    parts = [part for part in (event.plover, event.mode, *event.context) if part]
    return f"PLOVER {', '.join(parts)}" if parts else None


def _document(number: int, paper: Document, names: Mapping[str, str], dated: Dated) -> Note:
    facts = [paper.date and dated(paper.date)]
    facts += [f"by {_listed(paper.issued_by, names)}" if paper.issued_by else None]
    facts += [f"to {_listed(paper.addressed_to, names)}" if paper.addressed_to else None]
    for step in paper.life:
        by = f" by {_listed(step.by, names)}" if step.by else ""
        to = f" to {_listed(step.to, names)}" if step.to else ""
        facts.append(f"{step.what}{by}{to}{f' on {dated(step.when)}' if step.when else ''}")
    anchor = f"D{number}" if paper.mentions else None
    return Note(f"D{number}", anchor, paper.name, "", tuple(filter(None, facts)))


def _commitment(
    number: int,
    owed: Commitment,
    record: Record,
    names: Mapping[str, str],
    tellers: Mapping[str, str | None],
    dated: Dated,
) -> Note:
    text = record.article.text
    what = " … ".join(piece.cut(text) for piece in owed.what)
    teller = tellers.get(owed.told_by or "")
    facts = [
        owed.status,
        act_of_debt(owed.act),
        f"due {dated(owed.due)}" if owed.due else None,
        f"on condition: “{owed.condition.cut(text)}”" if owed.condition else None,
        f"“{owed.closed_by.cut(text)}”" if owed.closed_by else None,
        f"told by {teller}" if teller else None,
    ]
    title = f"{names[owed.who]}{f' to {names[owed.to]}' if owed.to else ''}"
    return Note(f"C{number}", f"C{number}" if owed.what else None, title, what, tuple(filter(None, facts)))


def _listed(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[id] for id in ids)


def _name(id: str | None, parties: Iterable[Party]) -> str | None:
    return next((party.name for party in parties if party.id == id), None)
