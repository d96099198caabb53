"""Happenings, papers and debts of a record as rows. Pure functions; the names are those of the columns."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from onrecord.archive.rows import JOIN, Row
from onrecord.archive.stems import stems
from onrecord.edtf import bounds
from onrecord.record import Commitment, Document, Event, Party, Record, Step
from onrecord.spans import Span

# Beside its words an event's type says what was done: "respond" in "the letter went out on Tuesday".
# "other" says nothing.
_TYPELESS: Final = frozenset(["other"])


class Rows(Struct, frozen=True):
    """A row with what hangs on it, by the ids that parties have in the record.

    parties: who stands beside it, each with the side. stems: whose deed or debt it is, and what it is in stems.
    """

    row: Row
    parties: tuple[tuple[str, str], ...] = ()
    doers: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    steps: tuple["Rows", ...] = ()


def event_rows(record: Record) -> Iterator[Rows]:
    """For each event its row of `events` without numbers, and its participants."""
    text, names = record.article.text, _names(record.parties)
    for position, event in enumerate(record.events):
        row = {"position": position, **_event_row(event, text)}
        named = (name for id in event.participants for name in names[id])
        said = [row["evidence"], *(event.type for _ in [0] if event.type not in _TYPELESS)]
        yield Rows(
            row,
            tuple(_sides(event)),
            event.actors or event.participants,
            stems(" ".join(map(str, said)), names=named),
        )


def document_rows(record: Record) -> Iterator[Rows]:
    """For each document its row of `documents`, its holders, and the steps of its life."""
    text, names = record.article.text, _names(record.parties)
    for position, paper in enumerate(record.documents):
        row: Row = {
            "position": position,
            "id": paper.id,
            "name": paper.name,
            "kind": paper.kind,
            "date": paper.date,
            "pieces": _json(paper.mentions),
        }
        sides = (("issued by", paper.issued_by), ("addressed to", paper.addressed_to))
        steps = tuple(_step_rows(step, paper, text, names) for step in paper.life)
        yield Rows(row, _beside(sides), steps=steps)


def commitment_rows(record: Record) -> Iterator[Rows]:
    """For each commitment its row of `commitments`; its parties are the debtor, and the creditor where it has one."""
    text, names = record.article.text, _names(record.parties)
    called = {party.id: party.name for party in record.parties}
    for position, owed in enumerate(record.commitments):
        row = {"position": position, "who": called[owed.who], **_commitment_row(owed, text)}
        sides = (("debtor", (owed.who,)), ("creditor", (owed.to,) if owed.to else ()))
        named = (*names[owed.who], *(names[owed.to] if owed.to else ()))
        yield Rows(row, _beside(sides), (owed.who,), stems(str(row["what"]), names=named))


def _event_row(event: Event, text: str) -> Row:
    first, last = _days(event.when)
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "when": event.when,
        "first": first,
        "last": last,
        "other_dates": _json(event.other_dates),
        "where": event.where,
        "format": _json(event.format),
        "planned_length": event.planned_length,
        "length": event.length,
        "plover": event.plover,
        "mode": event.mode,
        "context": _json(event.context),
        "document": event.document,
        "told_by": event.told_by,
        "sure": event.sure,
        "evidence": _cut(event.evidence, text),
        "pieces": _json(event.evidence),
    }


def _step_rows(step: Step, paper: Document, text: str, names: dict[str, list[str]]) -> Rows:
    row: Row = {
        "what": step.what,
        "when": step.when,
        "event": step.event,
        "evidence": step.evidence.cut(text),
        "pieces": _json((step.evidence,)),
    }
    named = (name for id in (*step.by, *step.to) for name in names[id])
    said = f"{step.what} {paper.name} {row['evidence']}"
    return Rows(row, _beside((("by", step.by), ("to", step.to))), step.by, stems(said, names=named))


def _commitment_row(owed: Commitment, text: str) -> Row:
    first, last = _days(owed.due)
    return {
        "id": owed.id,
        "act": owed.act,
        "status": owed.status,
        "due": owed.due,
        "due_first": first,
        "due_last": last,
        "what": _cut(owed.what, text),
        "what_pieces": _json(owed.what),
        "condition": owed.condition.cut(text) if owed.condition else None,
        "closed_by": owed.closed_by.cut(text) if owed.closed_by else None,
        "told_by": owed.told_by,
        "evidence": _cut(owed.evidence, text),
        "pieces": _json(owed.evidence),
    }


def _sides(event: Event) -> Iterator[tuple[str, str]]:
    for id in dict.fromkeys((*event.participants, *event.actors, *event.targets)):
        does, bears = id in event.actors, id in event.targets
        yield id, "both" if does and bears else "actor" if does else "target" if bears else "part"


def _beside(sides: Iterable[tuple[str, Iterable[str]]]) -> tuple[tuple[str, str], ...]:
    return tuple((id, side) for side, ids in sides for id in dict.fromkeys(ids))


def _names(parties: Iterable[Party]) -> dict[str, list[str]]:
    return {party.id: [party.name, *party.aliases] for party in parties}


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    days = bounds(edtf) if edtf else None
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _cut(pieces: Iterable[Span], text: str) -> str:
    return JOIN.join(piece.cut(text) for piece in pieces)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
