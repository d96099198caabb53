"""The archive: stores records, each once, and answers from them."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.archive import decisions
from onrecord.archive.answers import Appearance, ArticleHit, Counts, Decision, Entry, Likely, Person, Said
from onrecord.archive.asking import (
    APPEARANCES,
    COUNT,
    IDS,
    PARTIES_IN,
    PERHAPS,
    PERSON,
    PERSONS,
    PERSONS_NAMED,
    RECORD,
    SAID_BY,
    SEARCH_ARTICLES,
    SEARCH_STATEMENTS,
    SECTIONS,
    appearance_of,
    entry_of,
    hit_of,
    latest_sql,
    likely_of,
    person_of,
    said_of,
)
from onrecord.archive.decisions import noted_as
from onrecord.archive.deeds import Deeds
from onrecord.archive.failures import reported
from onrecord.archive.keeping import Keeping
from onrecord.archive.names import fold, usual_key
from onrecord.archive.opening import connect
from onrecord.archive.passages import COUNT_WORD, NUMBERS, TEXT, Text, near, open_vocabulary, phrase, term_of, text_of
from onrecord.archive.profiles import stored_facts
from onrecord.archive.versions import Stored, put
from onrecord.archive.words import match_expression
from onrecord.archive.writing import write
from onrecord.record import PartyKind, Record, check, from_json

Row = tuple[Any, ...]

_MOST: int = 2**31  # SQLite counts in 64 bits; a page further down does not exist


class Archive(Keeping, Deeds):
    """Records in one SQLite file. Close it after use, or open it in a `with` block.

    Every method raises StoreError where the file cannot be read or written.
    """

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._counts_words = False

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False, readonly: bool = False) -> Self:
        """The archive at `path`.

        create: make it where there is none.
        readonly: only the answers work; many threads and programs may have it open so, one connection each.
        """
        place = Path(path)
        return cls(place, connect(place, create=create, readonly=readonly))

    def close(self) -> None:
        """Lets go of the file. Nothing is lost without it."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- storing

    def add(self, record: Record, *, now: datetime | None = None) -> Stored:
        """What became of the record: "new"; "same", where it is there already; "replaced", where an earlier version
        was there, which is kept behind it; "older", where it is such a version itself; or "held", where its embargo
        has not passed by `now`. When this returns, the record is on the disk.

        now: None holds whatever has an embargo, until `release`.
        Raises RecordError where the record breaks its own rules, and then stores nothing.
        """
        return self.add_all([record], now=now)[0]

    def add_all(self, records: Iterable[Record], *, now: datetime | None = None) -> list[Stored]:
        """What became of each record, as `add` says it: all of them are stored, or none is."""
        checked = list(records)
        for record in checked:
            check(record)
        with self._writing():
            return [put(self._db, record, now=now) for record in checked]

    # -- making an archive anew; see migrating.py

    def carry(self, inserts: Iterable[tuple[str, Iterable[Row]]]) -> None:
        """Takes over what no record tells, into an empty archive: statements that insert rows, each with its rows."""
        with self._writing():
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            for sql, rows in inserts:
                self._db.executemany(sql, rows)

    def restore(self, numbered: Sequence[tuple[int, Record]]) -> int:
        """Adds records under these numbers, which nothing has yet; how many."""
        with self._writing():
            for number, record in numbered:
                write(self._db, record, number=number)
        return len(numbered)

    def settle(self) -> None:
        """Empties the log into the file, so that the file alone is the archive."""
        with reported(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with reported(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    # -- articles

    def record(self, id: str) -> Record | None:
        """The record of the article of that id, equal to the one that was added; None where there is none."""
        rows = self._rows(RECORD, {"id": id})
        return from_json(rows[0][0]) if rows else None

    def records(self) -> Iterator[Record]:
        """Every record, in the order in which the articles were added first; they may be replaced meanwhile."""
        for (id,) in self._rows(IDS):
            record = self.record(id)
            if record is not None:
                yield record

    def latest(self, *, limit: int = 50, before: str | None = None, section: str | None = None) -> list[Entry]:
        """The wire, newest first: by the article's day, the time of publication, and what was added last.

        before: the id of an article: only what follows it on the wire; nothing where there is no such id.
        """
        asked = {"limit": limit, "before": before, "section": section}
        return [entry_of(row) for row in self._rows(latest_sql(before=before, section=section), asked)]

    def sections(self) -> list[str]:
        """The sections that articles name, in the order of the alphabet."""
        return [name for (name,) in self._rows(SECTIONS)]

    def count(self) -> Counts:
        """How much the archive holds."""
        return Counts(*self._rows(COUNT)[0])

    # -- search

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> list[ArticleHit]:
        """Articles that hold all words of `query`, the best first; words in quotation marks as a phrase.

        Case, accents and all other punctuation do not matter. Where there are no words, nothing is found.
        """
        return [hit_of(row) for row in self._matches(SEARCH_ARTICLES, query, limit=limit, offset=offset)]

    def search_statements(self, query: str, *, limit: int = 20, offset: int = 0) -> list[Said]:
        """Statements that hold all words of `query` in their content or the speaker's name, as `search` does."""
        return [said_of(row) for row in self._matches(SEARCH_STATEMENTS, query, limit=limit, offset=offset)]

    # -- passages

    def count_word(self, word: str) -> int:
        """In how many articles the word stands, whatever its case and accents; 0 for what the index has not."""
        if not self._counts_words:
            with reported(self.path):
                open_vocabulary(self._db)
            self._counts_words = True
        rows = self._rows(COUNT_WORD, {"term": term_of(word)})
        return int(rows[0][0]) if rows else 0

    def numbers_of_phrase(self, words: Sequence[str], *, limit: int) -> list[int]:
        """The numbers of the articles in which the words follow each other, those that were added first."""
        return self._numbers(phrase(words), limit)

    def numbers_of_pair(self, one: str, other: str, *, distance: int, limit: int) -> list[int]:
        """Likewise, of those in which two words stand with at most `distance` others between them."""
        return self._numbers(near(one, other, distance), limit)

    def _numbers(self, match: str | None, limit: int) -> list[int]:
        return [number for (number,) in self._rows(NUMBERS, {"match": match, "limit": limit})] if match else []

    def texts(self, numbers: Iterable[int]) -> list[Text]:
        """The texts of the articles of these numbers, in that order."""
        rows = [row for number in numbers for row in self._rows(TEXT, {"number": number})]
        return [text_of(row) for row in rows]

    # -- persons

    def persons(self, *, limit: int = 50, offset: int = 0) -> list[Person]:
        """The named parties that said something, the most often quoted first."""
        return [person_of(row) for row in self._rows(PERSONS, {"limit": limit, "offset": offset})]

    def person(self, key: str) -> Person | None:
        """The party of that key, unnamed ones too; None where there is none."""
        return next((person_of(row) for row in self._rows(PERSON, {"key": key})), None)

    def find_persons(self, name: str) -> list[Person]:
        """The parties of that full or last name, whatever its case and accents: full names first, then the
        most quoted. Countries and great organisations are found by each of their names ("US", "OSCE")."""
        folded = fold(name)
        asked = {"folded": folded, "last": folded.rpartition(" ")[2], "usual": usual_key(name)}
        return [person_of(row) for row in self._rows(PERSONS_NAMED, asked)] if folded else []

    def statements_of(self, key: str, *, limit: int = _MOST) -> list[Said]:
        """What the party of that key said, newest first, by `said_on` or else the article's day.

        What it said on one day stands in the article's order.
        """
        return [said_of(row) for row in self._rows(SAID_BY, {"key": key, "limit": limit})]

    def appearances(self, key: str, *, limit: int = _MOST) -> list[Appearance]:
        """Every article in which the party of that key appears, newest first, each with the ground."""
        return [appearance_of(row) for row in self._rows(APPEARANCES, {"key": key, "limit": limit})]

    def party_in(self, id: str, name: str, kind: PartyKind) -> str | None:
        """The key of the party that the article of that id calls so; None where there is none."""
        return self.parties_in(id).get((kind, name))

    def parties_in(self, id: str) -> dict[tuple[PartyKind, str], str]:
        """The keys of the parties of the article of that id, by their kinds and the names that it gives them."""
        rows = self._rows(PARTIES_IN, {"id": id})
        return {(one.kind, one.name): key for key, facts in rows for one in stored_facts(facts)}

    def perhaps_same(self, key: str, *, limit: int = 10) -> list[Likely]:
        """The parties that may be the one of that key and were left apart, the most quoted first."""
        return [likely_of(row) for row in self._rows(PERHAPS, {"key": key, "limit": limit})]

    # -- decisions by hand

    def merge(self, into: str, keys: Sequence[str], *, by: str, at: str, because: str) -> int:
        """Shows the parties of `keys` as the one of the key `into` from now on; the decision's number.

        by, at, because: who decided, when ("2022-01-21" or with a time) and why; none may be blank.
        Raises StoreError where there is no such party, or where they cannot be one.
        """
        noted = noted_as(by=by, at=at, because=because)
        with self._writing():
            return decisions.merge(self._db, into, keys, **noted)

    def split(self, key: str, articles: Sequence[str], *, by: str, at: str, because: str) -> int:
        """Makes the party of `key` somebody else in the articles of these ids; the decision's number.

        Raises StoreError where there is no such party, or where it is not in one of the articles.
        """
        noted = noted_as(by=by, at=at, because=because)
        with self._writing():
            return decisions.split(self._db, key, articles, **noted)

    def undo(self, number: int, *, by: str, at: str, because: str) -> None:
        """Takes the decision of that number back. Raises StoreError where a later one rests on it."""
        noted = noted_as(by=by, at=at, because=because)
        with self._writing():
            decisions.undo(self._db, number, **noted)

    def decisions(self) -> list[Decision]:
        """What was decided by hand, the latest first; what was undone too."""
        with reported(self.path):
            return decisions.decisions(self._db)

    def _matches(self, sql: str, query: str, *, limit: int, offset: int) -> list[tuple[Any, ...]]:
        match = match_expression(query)
        return self._rows(sql, {"match": match, "limit": limit, "offset": offset}) if match else []

    def _rows(self, sql: str, asked: Mapping[str, str | int | None] | None = None) -> list[tuple[Any, ...]]:
        safe = {name: _storable(value) for name, value in (asked or {}).items()}
        with reported(self.path):
            return self._db.execute(sql, safe).fetchall()


def _storable(value: str | int | None) -> str | int | None:
    """The value as SQLite can take it: half a surrogate pair has no UTF-8, and names nothing in an archive."""
    if isinstance(value, int):
        return max(0, min(value, _MOST))
    return value and value.encode("utf-8", "replace").decode()
