"""Closing and reopening a debt by hand. The caller holds the transaction.

A decision keeps the words of the debt and the name of the debtor beside the article's id, so that it finds the debt
again where the article is read anew, and where another version took its place.
"""

import sqlite3
from collections.abc import Iterator
from typing import Final, Literal

import msgspec
from msgspec import Struct

from onrecord.archive.deed_answers import Owed
from onrecord.archive.replacing import in_its_place

Settling = Literal["met", "refused", "open"]


class Settled(Struct, frozen=True):
    """What was decided of a debt: in which article it stands, who owes what there, and what became of it."""

    article: str
    who: str
    what: str
    status: Settling


class Ruling(Struct, frozen=True):
    """A decision that holds: its number, who made it, when and why, and of what."""

    number: int
    by: str
    at: str
    because: str
    of: Settled


_DECODER: Final = msgspec.json.Decoder(Settled)


def settled_body(owed: Owed, status: Settling) -> bytes:
    return msgspec.json.encode(Settled(owed.article.id, owed.called, owed.what, status))


def settled_of(body: str) -> Settled:
    """What a row of `decisions` of the kinds settle and reopen holds."""
    return _DECODER.decode(body)


def rulings(db: sqlite3.Connection) -> Iterator[Ruling]:
    """The decisions on debts that hold, the latest first; each with the article that has the place of its own now."""
    rows = db.execute(_HOLDING).fetchall()
    for number, by, at, because, body in rows:
        made = settled_of(body)
        now = msgspec.structs.replace(made, article=in_its_place(db, made.article))
        yield Ruling(number, by, at, because, now)


_HOLDING: Final = """
    SELECT number, by, at, because, body FROM decisions
    WHERE kind IN ('settle', 'reopen') AND undone IS NULL ORDER BY number DESC
"""
