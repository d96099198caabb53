"""What people decide over the rules: that two parties are one, or that one is two. The caller holds the transaction.

A merged party keeps its row and its key, and goes on to get what the rules give it; it is shown as the one that it was
merged into. A split pins articles to a party of their own. Both outlive the articles that they were made for, so that
a record that is read anew falls under them again.
"""

import sqlite3
from collections.abc import Sequence
from typing import Final, TypedDict

import msgspec
from msgspec import Struct

from onrecord.archive.answers import Decision, DecisionKind
from onrecord.archive.deed_schema import HELD_BY, OF_ARTICLE
from onrecord.archive.identities import called
from onrecord.archive.names import second_key
from onrecord.archive.profiles import forget, learn, stored_facts
from onrecord.archive.replacing import in_its_place
from onrecord.archive.settling import settled_of
from onrecord.errors import StoreError
from onrecord.record import PartyKind


class Noted(TypedDict):
    """Who decided, when and why."""

    by: str
    at: str
    because: str


def noted_as(*, by: str, at: str, because: str) -> Noted:
    """The note of a decision. Raises StoreError where one of the three is blank."""
    made = Noted(by=by.strip(), at=at.strip(), because=because.strip())
    if blank := next((name for name, words in made.items() if not words), None):
        raise StoreError(f"“{blank}” is blank; say who decides, when and why")
    return made


class Merged(Struct, frozen=True):
    """parties: the keys of those that were merged, each with the key that it was shown under before."""

    parties: dict[str, str]


class Split(Struct, frozen=True):
    """into: the key of the new party. articles: ids, each with the key of the party that was split there."""

    into: str
    articles: dict[str, str]


_MERGED: Final = msgspec.json.Decoder(Merged)
_SPLIT: Final = msgspec.json.Decoder(Split)


def merge(db: sqlite3.Connection, into: str, keys: Sequence[str], *, by: str, at: str, because: str) -> int:
    """The number of the decision that the parties of `keys` are the one of the key `into`. Raises StoreError."""
    target = _shown(db, _party(db, into))
    before: dict[str, str] = {}
    for key in keys:
        number = _shown(db, _party(db, key))
        if number == target:
            raise StoreError(f"“{key}” is “{into}” already; name another party")
        if _kind(db, number) != _kind(db, target):
            raise StoreError(f"“{key}” and “{into}” are of two kinds, {_kind(db, number)} and {_kind(db, target)}")
        before |= {_key(db, one): _key(db, number) for one in (number, *_merged_into(db, number))}
    body = msgspec.json.encode(Merged(before))
    decision = note(db, "merge", _key(db, target), body, Noted(by=by, at=at, because=because))
    for one in before:
        db.execute("UPDATE parties SET shown = ? WHERE key = ?", (target, one))
        _hold(db, _party(db, one), decision)
    _hold(db, target, decision)
    _recount(db, [target])
    return decision


def split(db: sqlite3.Connection, key: str, articles: Sequence[str], *, by: str, at: str, because: str) -> int:
    """The number of the decision that the party of `key` is somebody else in these articles. Raises StoreError."""
    if not articles:
        raise StoreError(f"no article is named in which “{key}” is somebody else; name one or more")
    target = _shown(db, _party(db, key))
    group = [target, *_merged_into(db, target)]
    found = [(id, party) for id in dict.fromkeys(articles) for party in _parties_in(db, id, group, key)]
    new = _new_namesake(db, target, articles[0])
    body = msgspec.json.encode(Split(_key(db, new), {id: _key(db, party) for id, party in found}))
    decision = note(db, "split", _key(db, target), body, Noted(by=by, at=at, because=because))
    for id, party in found:
        _move(db, id, party, new, "split by hand")
    for party in {new, *(party for _, party in found)}:
        _hold(db, party, decision)
    _recount(db, [target, new])
    return decision


def undo(db: sqlite3.Connection, number: int, *, by: str, at: str, because: str) -> None:
    """Takes a decision back. Raises StoreError where there is none, or where a later one rests on it."""
    row = db.execute("SELECT kind, key, body, undone FROM decisions WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise StoreError(f"there is no decision {number}; `onrecord decisions` lists them")
    kind, key, body, undone = row
    if undone:
        raise StoreError(f"decision {number} is undone already")
    made = _decision(number, kind, key, body, by, at, because, undone)
    named = {key, *made.others}
    rests = [one.number for one in decisions(db) if one.number > number and not one.undone]
    for later in (one for one in decisions(db) if one.number in rests and {one.key, *one.others} & named):
        raise StoreError(f"decision {later.number} rests on decision {number}; undo {later.number} first")
    db.execute("DELETE FROM pins WHERE decision = ?", (number,))
    told = msgspec.json.encode({"by": by, "at": at, "because": because}).decode()
    db.execute("UPDATE decisions SET undone = ? WHERE number = ?", (told, number))
    if kind == "merge":
        _undo_merge(db, key, _MERGED.decode(body))
    elif kind == "split":
        _undo_split(db, key, _SPLIT.decode(body))


def _undo_merge(db: sqlite3.Connection, into: str, merged: Merged) -> None:
    for key, before in merged.parties.items():
        shown = None if before == key else _party(db, before)
        db.execute("UPDATE parties SET shown = ? WHERE key = ?", (shown, key))
    _recount(db, [_party(db, key) for key in (into, *merged.parties, *merged.parties.values())])


def _undo_split(db: sqlite3.Connection, key: str, made: Split) -> None:
    new = _party(db, made.into)
    for id, was in made.articles.items():
        _move(db, in_its_place(db, id), new, _party(db, was), "split by hand, undone")
    _recount(db, [_shown(db, _party(db, key)), new])


def _hold(db: sqlite3.Connection, party: int, decision: int) -> None:
    """Keeps the party, and pins the first of its appearances, so that the decision finds it again.

    However many articles it has, these are enough for the rules to know it by.
    """
    db.execute("UPDATE parties SET kept = 1 WHERE number = ?", (party,))
    rows = db.execute(_FIRST, (party, _MOST_PINS)).fetchall()
    for id, facts, ground in rows:
        names = {called(one) for one in stored_facts(facts)}
        db.executemany(_PIN, ((id, kind, folded, decision, party, ground) for kind, folded in sorted(names)))


_MOST_PINS: Final = 200
_FIRST: Final = """
    SELECT id, facts, ground FROM appearances JOIN articles ON number = article
    WHERE party = ? ORDER BY article LIMIT ?
"""
_PIN: Final = "INSERT OR REPLACE INTO pins (id, kind, folded, decision, party, ground) VALUES (?, ?, ?, ?, ?, ?)"


def decisions(db: sqlite3.Connection) -> list[Decision]:
    """All decisions by hand, the latest first."""
    rows = db.execute(
        "SELECT number, kind, key, body, by, at, because, undone FROM decisions ORDER BY number DESC"
    ).fetchall()
    return [_decision(*row) for row in rows]


def _decision(
    number: int, kind: DecisionKind, key: str, body: str, by: str, at: str, because: str, undone: str | None
) -> Decision:
    others: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    status = None
    if kind == "merge":
        others = tuple(_MERGED.decode(body).parties)
    elif kind == "split":
        made = _SPLIT.decode(body)
        others, articles = (made.into,), tuple(made.articles)
    else:
        settled = settled_of(body)
        articles, status = (settled.article,), settled.status
    told = None if undone is None else msgspec.json.decode(undone, type=dict[str, str])
    return Decision(number, kind, key, others, articles, by, at, because, told, status)


def note(db: sqlite3.Connection, kind: DecisionKind, key: str, body: bytes, noted: Noted) -> int:
    """Writes a decision down; its number."""
    sql = "INSERT INTO decisions (kind, key, by, at, because, body) VALUES (?, ?, ?, ?, ?, ?)"
    row = (kind, key, noted["by"], noted["at"], noted["because"], body.decode())
    return db.execute(sql, row).lastrowid or 0


def _party(db: sqlite3.Connection, key: str) -> int:
    row = db.execute("SELECT number FROM parties WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise StoreError(f"there is nobody with the key “{key}”; `onrecord who` shows the keys")
    return int(row[0])


def _shown(db: sqlite3.Connection, number: int) -> int:
    return int(db.execute("SELECT coalesce(shown, number) FROM parties WHERE number = ?", (number,)).fetchone()[0])


def _key(db: sqlite3.Connection, number: int) -> str:
    return str(db.execute("SELECT key FROM parties WHERE number = ?", (number,)).fetchone()[0])


def _kind(db: sqlite3.Connection, number: int) -> PartyKind:
    kind: PartyKind = db.execute("SELECT kind FROM parties WHERE number = ?", (number,)).fetchone()[0]
    return kind


def _merged_into(db: sqlite3.Connection, number: int) -> list[int]:
    return [one for (one,) in db.execute("SELECT number FROM parties WHERE shown = ? ORDER BY number", (number,))]


def _parties_in(db: sqlite3.Connection, id: str, group: list[int], key: str) -> list[int]:
    """The party of the group that appears in the article. Raises StoreError where it is none, or several are."""
    rows = db.execute(
        "SELECT party FROM appearances JOIN articles ON number = article WHERE id = ? ORDER BY party", (id,)
    ).fetchall()
    found = [party for (party,) in rows if party in group]
    if not found:
        raise StoreError(f"“{key}” is not in the article “{id}”; `onrecord who` shows the articles")
    if len(found) > 1:
        raise StoreError(f"“{key}” was merged of several that are in the article “{id}”; undo that merging instead")
    return found


def _new_namesake(db: sqlite3.Connection, number: int, article: str) -> int:
    """A party of the same name and kind that has no article yet."""
    key, name, kind, folded, last = db.execute(
        "SELECT key, name, kind, folded, last FROM parties WHERE number = ?", (number,)
    ).fetchone()
    made = second_key(key, article)
    while db.execute("SELECT 1 FROM parties WHERE key = ?", (made,)).fetchone():
        made = second_key(made, article)
    sql = "INSERT INTO parties (key, name, kind, folded, last, kept) VALUES (?, ?, ?, ?, ?, 1)"
    return db.execute(sql, (made, name, kind, folded, last)).lastrowid or 0


def _move(db: sqlite3.Connection, id: str, party: int, other: int, ground: str) -> None:
    """Gives what is the party's in an article to another. Nothing where it is not in the article any more."""
    row = db.execute(
        "SELECT article, facts FROM appearances JOIN articles ON number = article WHERE id = ? AND party = ?",
        (id, party),
    ).fetchone()
    if row is None:
        return
    article, facts = row
    forget(db, party, stored_facts(facts))
    db.execute("UPDATE statements SET party = ? WHERE article = ? AND party = ?", (other, article, party))
    for sql in _MOVE_DEEDS:
        db.execute(sql, {"party": party, "other": other, "article": article})
    there = db.execute("SELECT facts FROM appearances WHERE article = ? AND party = ?", (article, other)).fetchone()
    if there:  # two names of one party in one article make one row
        both = stored_facts(there[0]) + stored_facts(facts)
        forget(db, other, stored_facts(there[0]))
        learn(db, other, both)
        json = msgspec.json.encode(both, order="deterministic").decode()
        db.execute(_TOGETHER, {"facts": json, "article": article, "party": party, "other": other})
        db.execute("DELETE FROM appearances WHERE article = ? AND party = ?", (article, party))
        return
    learn(db, other, stored_facts(facts))
    asked = (other, ground, article, party)
    db.execute("UPDATE appearances SET party = ?, ground = ? WHERE article = ? AND party = ?", asked)


_MOVE_DEEDS: Final = tuple(
    f"UPDATE OR REPLACE {table} SET {column} = :other WHERE {column} = :party AND {OF_ARTICLE[table]}"
    for table, column in HELD_BY
)
_TOGETHER: Final = """
    UPDATE appearances SET facts = :facts, statements = statements + (
        SELECT statements FROM appearances WHERE article = :article AND party = :party
    ) WHERE article = :article AND party = :other
"""


def _recount(db: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Counts anew the articles and statements of parties as they are shown."""
    for number in dict.fromkeys(numbers):
        db.execute(_RECOUNT, {"number": number})


_RECOUNT: Final = """
    UPDATE parties SET (articles, statements) = (
        SELECT count(DISTINCT article), coalesce(sum(appearances.statements), 0) FROM appearances
        WHERE party IN (SELECT number FROM parties WHERE number = :number OR shown = :number)
    ) WHERE number = :number
"""
