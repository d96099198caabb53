"""The part of an archive that answers of deeds and debts."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

import msgspec

from onrecord.archive import decisions
from onrecord.archive.answers import DecisionKind
from onrecord.archive.decisions import noted_as
from onrecord.archive.deed_answers import Deed, DeedKind, Owed, Telling
from onrecord.archive.deed_asking import (
    DEEDS_OF,
    NEAR,
    NUMBER,
    OWED_BY_ID,
    OWED_BY_NUMBERS,
    SHARING_OF,
    STEMS,
    Wanted,
    When,
    deed_of,
    events_sql,
    owed_of,
    owed_sql,
    telling_of,
)
from onrecord.archive.failures import reported
from onrecord.archive.settling import Ruling, Settling, rulings, settled_body
from onrecord.errors import StoreError

_MOST: Final = 2**31
# Debts are looked up so many at a time.
_BATCH: Final = 200
# Of what a party did, so many are looked at for one debt, those that share most with it first.
_MOST_SHARING: Final = 60


class Deeds:
    """What `Archive` answers of events and commitments."""

    path: Path
    _db: sqlite3.Connection

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _rows(self, sql: str, asked: Mapping[str, str | int | None] | None = None) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    # -- events

    def events(
        self, wanted: Wanted | None = None, *, dated: bool = True, newest: bool = False, limit: int = _MOST
    ) -> list[Telling]:
        """The events that are wanted as each article tells them, in order of time.

        dated: False gives those without a date instead, those reported last first.
        newest: begins with the latest, for the end of a long timeline.
        """
        given = wanted or Wanted()
        asked: dict[str, str | int | None] = {**msgspec.structs.asdict(given), "limit": limit}
        sql = events_sql(given, dated=dated, newest=newest)
        return [telling_of(row) for row in self._rows(sql, asked)]

    def events_near(self, numbers: Iterable[int]) -> list[Telling]:
        """The events of other articles that may be one of these: of their type and days, with one of their parties."""
        return [telling_of(row) for row in self._rows(NEAR, {"numbers": _listed(numbers)})]

    def size(self) -> int:
        """About how many articles there are: the highest number that one has, which needs no counting."""
        return int(self._rows("SELECT coalesce(max(number), 0) FROM articles")[0][0])

    # -- debts

    def owed(
        self,
        when: When,
        *,
        on: str,
        by: str | None = None,
        to: str | None = None,
        closed: bool = False,
        since: str | None = None,
    ) -> Iterator[Owed]:
        """Commitments as each article tells them: those "overdue" on that day, "due" then or later, or "undated".

        by, to: keys of the debtor and of the one to whom it is owed.
        closed: those that their own article calls met or refused, instead of those that it leaves open.
        since: only what is due on that day or later.
        """
        sql = owed_sql(by=by is not None, to=to is not None, when=when, closed=closed, since=since is not None)
        start = 0
        while True:
            rows = self._rows(sql, {"on": on, "by": by, "to": to, "since": since, "limit": _BATCH, "offset": start})
            yield from map(owed_of, rows)
            if len(rows) < _BATCH:
                return
            start += _BATCH

    def commitment(self, ref: str) -> Owed:
        """The commitment that is named "ARTICLE/ID". Raises StoreError where there is none."""
        article, _, id = ref.rpartition("/")
        rows = self._rows(OWED_BY_ID, {"article": article, "id": id})
        if not rows:
            raise StoreError(f"{self.path} has no debt “{ref}”; `onrecord owed` shows them in square brackets")
        return owed_of(rows[0])

    def stems_of(self, owed: Owed) -> frozenset[str]:
        """What is owed in stems; see stems.py."""
        articles = [number for (number,) in self._rows(NUMBER, {"id": owed.article.id})]
        return self._stems("owed", articles).get(owed.number, frozenset())

    def owed_alike(self, key: str, stems: Collection[str], *, least: int) -> list[tuple[Owed, frozenset[str]]]:
        """What the party of that key owes, where about so many of the stems stand in it; each with its own stems."""
        found = self._sharing("owed", key, stems, least)
        rows = self._rows(OWED_BY_NUMBERS, {"numbers": _listed(found)})
        return [(owed, found[owed.number]) for owed in map(owed_of, rows)]

    def deeds_alike(
        self, kind: DeedKind, key: str, stems: Collection[str], *, least: int, after: str = ""
    ) -> list[tuple[Deed, frozenset[str]]]:
        """What the party of that key did, likewise; only what articles tell that stand behind `after` on the wire."""
        found = self._sharing(kind, key, stems, least, after=after)
        rows = self._rows(DEEDS_OF[kind], {"numbers": _listed(found)})
        return [(deed, found[deed.number]) for deed in (deed_of(kind, row) for row in rows)]

    def _sharing(
        self, deed: DeedKind, key: str, stems: Collection[str], least: int, *, after: str = ""
    ) -> dict[int, frozenset[str]]:
        """The numbers of what shares so many stems, each with all of its own."""
        asked: dict[str, str | int | None] = {"party": key, "deed": deed, "least": least, "after": after}
        rows = self._rows(SHARING_OF, {**asked, "stems": _listed(sorted(stems)), "limit": _MOST_SHARING})
        own = self._stems(deed, [article for _, article in rows])
        return {number: own.get(number, frozenset()) for number, _ in rows}

    def _stems(self, deed: DeedKind, articles: Iterable[int]) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for number, stem in self._rows(STEMS, {"articles": _listed(articles), "deed": deed}):
            found.setdefault(number, set()).add(stem)
        return {number: frozenset(stems) for number, stems in found.items()}

    # -- decisions by hand

    def settle_debt(self, ref: str, status: Settling, *, by: str, at: str, because: str) -> int:
        """Takes the debt that is named "ARTICLE/ID" for met or refused, or for open again; the decision's number.

        by, at, because: as of `Archive.merge`. Raises StoreError where there is no such debt.
        """
        noted = noted_as(by=by, at=at, because=because)
        owed = self.commitment(ref)
        kind: DecisionKind = "reopen" if status == "open" else "settle"
        with self._writing():
            return decisions.note(self._db, kind, owed.ref, settled_body(owed, status), noted)

    def rulings(self) -> list[Ruling]:
        """The decisions on debts that hold, the latest first."""
        with reported(self.path):
            return list(rulings(self._db))


def _listed(values: Iterable[str | int]) -> str:
    """The values as SQLite's json_each takes them."""
    return msgspec.json.encode(list(values)).decode()
