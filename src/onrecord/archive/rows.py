"""A record as rows of the archive's tables; the names are those of the columns."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from onrecord.record import Article, Party, Record, Statement, to_json
from onrecord.spans import Span

Row = dict[str, str | int | float | None]

JOIN: Final = " … "  # between the pieces of a statement's content


def article_row(record: Record) -> Row:
    """The row of `articles`, without its number."""
    article = record.article
    return {
        "id": record.id,
        "headline": article.headline,
        "deck": article.deck,
        "section": article.section,
        "place": article.dateline.place,
        "agency": article.dateline.agency or article.source.agency,
        "day": day_of(article),
        "published": article.published,
        "filed": filed(article),
        "publisher": article.source.publisher,
        "url": article.source.url,
        "language": article.language,
        "status": article.signals.status,
        "notes": _json(article.signals.notes),
        "statements": len(said_in(record)),
        "text": "" if is_withdrawn(record) else article.text,
        "record": to_json(record).decode(),
    }


def is_withdrawn(record: Record) -> bool:
    """Whether the agency took the article back: it stays as the record of that, and answers nothing."""
    return record.article.signals.status in ("withdrawn", "killed")


def said_in(record: Record) -> tuple[Statement, ...]:
    """The statements that the archive answers with."""
    return () if is_withdrawn(record) else record.statements


def day_of(article: Article) -> str | None:
    """ "YYYY-MM-DD" of the dateline, else of the publication; None where neither names a whole day."""
    given = (article.dateline.date, (article.published or "")[:10])
    return next((day for day in given if day and len(day) == 10 and _moment(day)), None)


def filed(article: Article) -> str:
    """What the wire is sorted by: the day, then the time of publication, in UTC where it gives its zone."""
    moment = _moment(article.published) if article.published and "T" in article.published else None
    if moment and moment.tzinfo:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return f"{day_of(article) or ''} {moment.isoformat() if moment else ''}"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def appearance_row(record: Record, parties: list[Party]) -> Row:
    """The row of `appearances` of the parties of a record that are one party of the archive, without their numbers."""
    ids = {party.id for party in parties}
    statements = sum(said.speaker in ids and not said.negated for said in record.statements)
    role = next((party.role for party in parties if party.role), None)
    aliases = dict.fromkeys(alias for party in parties for alias in party.aliases)
    name = max((party.name for party in parties), key=lambda name: (len(name), name))
    return {"role": role, "aliases": _json(tuple(aliases)), "statements": statements, "named": name}


def statement_rows(record: Record) -> Iterator[tuple[Row, str | None]]:
    """The row of `statements` of each statement, without numbers, and the id of the party that spoke.

    What was not said has none: nobody is quoted with it.
    """
    parties = {party.id: party for party in record.parties}
    day = day_of(record.article)
    for position, said in enumerate(said_in(record)):
        if said.negated:
            continue
        party = parties.get(said.speaker) if said.speaker is not None else None
        row = _statement_row(said, record.article.text)
        row |= {"position": position, "speaker": party.name if party else None, "day": said.said_on or day or ""}
        yield row, party.id if party else None


def _statement_row(said: Statement, text: str) -> Row:
    return {
        "id": said.id,
        "content": JOIN.join(piece.cut(text) for piece in said.content),
        "pieces": _json(said.content),
        "kind": said.kind,
        "act": said.act,
        "said_on": said.said_on,
        "cue": said.cue.cut(text) if said.cue else None,
        "asked": said.asked.cut(text) if said.asked else None,
        "parent": said.parent,
    }


def time_rows(record: Record) -> Iterator[Row]:
    """The row of `times` of each time, without the article's number."""
    for position, time in enumerate(record.times):
        yield {
            "position": position,
            "start": time.start,
            "end": time.end,
            "text": time.text,
            "type": time.type,
            "value": time.value,
            "edtf": time.edtf,
            "mod": time.mod,
            "anchor": time.anchor,
        }


def pieces_of(content: str, pieces: str) -> tuple[tuple[str, ...], int]:
    """The pieces that `JOIN` holds together in `content`, and the offset of the first in the article's text.

    pieces: their spans, as the column of that name has them.
    """
    spans = msgspec.json.decode(pieces, type=tuple[Span, ...])
    cut, at = [], 0
    for span in spans:
        cut.append(content[at : at + len(span)])
        at += len(span) + len(JOIN)
    return tuple(cut), spans[0].start if spans else 0


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def insert(db: sqlite3.Connection, table: str, row: Row) -> int:
    """The number of the row added. Tables and columns are named by our own code, never by an article."""
    cursor = db.execute(_insert_sql(table, tuple(row)), tuple(row.values()))
    return cursor.lastrowid or 0


def _insert_sql(table: str, columns: Sequence[str]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
