"""Keeps what is known of each party over its articles: its names and traits. The caller holds the transaction."""

import sqlite3
from collections.abc import Iterator
from typing import Final

import msgspec

from onrecord.archive.blocks import block_of, folded_of
from onrecord.identity.facts import Facts

_FACTS: Final = msgspec.json.Decoder(tuple[Facts, ...])

_ADD_NAME: Final = """
    INSERT INTO names (party, name, block, given, folded, last, articles, mentioned) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (party, name) DO UPDATE
    SET articles = articles + excluded.articles, mentioned = mentioned + excluded.mentioned
"""
_TAKE_NAME: Final = """
    UPDATE names SET articles = articles - ?, mentioned = mentioned - ? WHERE party = ? AND name = ?
"""
_DROP_NAME: Final = "DELETE FROM names WHERE party = ? AND name = ? AND articles <= 0 AND mentioned <= 0"
_ADD_TRAIT: Final = """
    INSERT INTO traits (party, trait, value, articles) VALUES (?, ?, ?, 1)
    ON CONFLICT (party, trait, value) DO UPDATE SET articles = articles + 1
"""
_TAKE_TRAIT: Final = "UPDATE traits SET articles = articles - 1 WHERE party = ? AND trait = ? AND value = ?"
_DROP_TRAIT: Final = "DELETE FROM traits WHERE party = ? AND trait = ? AND value = ? AND articles <= 0"
# The name that most articles give it; of two the longer, and rather one that is not all capitals.
_OFTENEST: Final = """
    SELECT name, folded, last FROM names WHERE party = ?
    ORDER BY articles DESC, name = upper(name), length(name) DESC, name LIMIT 1
"""


def learn(db: sqlite3.Connection, party: int, facts: tuple[Facts, ...]) -> None:
    """Counts an article's facts to what is known of the party."""
    for name, fullest in _names(facts):
        block, given = block_of(name, facts[0].kind)
        db.execute(_ADD_NAME, (party, name, block, given, *folded_of(name), fullest, not fullest))
    db.executemany(_ADD_TRAIT, ((party, trait, value) for trait, value in traits_of(facts)))
    shown, folded = db.execute("SELECT name, folded FROM parties WHERE number = ?", (party,)).fetchone()
    if not folded or any(one.name != shown for one in facts):  # else the name that most articles give still is it
        _rename(db, party)


def forget(db: sqlite3.Connection, party: int, facts: tuple[Facts, ...]) -> None:
    """Takes an article's facts back from what is known of the party."""
    for name, fullest in _names(facts):
        db.execute(_TAKE_NAME, (fullest, not fullest, party, name))
        db.execute(_DROP_NAME, (party, name))
    for trait, value in traits_of(facts):
        db.execute(_TAKE_TRAIT, (party, trait, value))
        db.execute(_DROP_TRAIT, (party, trait, value))
    _rename(db, party)


def stored_facts(json: str) -> tuple[Facts, ...]:
    """The facts that a row of `appearances` holds."""
    return _FACTS.decode(json)


def _names(facts: tuple[Facts, ...]) -> Iterator[tuple[str, bool]]:
    """Each name of the party in the article once, and whether it is the fullest that is given."""
    own = {one.name for one in facts}
    yield from ((name, True) for name in sorted(own))
    yield from ((name, False) for name in sorted({form for one in facts for form in one.forms} - own))


def traits_of(facts: tuple[Facts, ...]) -> list[tuple[str, str]]:
    """Each kind of trait that an article's facts give, with its value, once."""
    found = set()
    for one in facts:
        role = one.role
        sets = (("office", role.offices), ("field", role.fields), ("country", role.countries),
                ("place", role.places), ("word", role.words))  # fmt: skip
        found |= {(trait, value) for trait, values in sets for value in values}
        single = (
            ("gender", one.gender),
            ("generation", one.generation),
            ("home", one.home),
            ("authority", one.authority),
        )
        found |= {(trait, value) for trait, value in single if value}
    return sorted(found)


def _rename(db: sqlite3.Connection, party: int) -> None:
    """Shows the party by the name that most of its articles give it; one without articles keeps its name."""
    row = db.execute(_OFTENEST, (party,)).fetchone()
    if row:
        db.execute(_RENAME, (*row, party, row[0]))


_RENAME: Final = "UPDATE parties SET name = ?, folded = ?, last = ? WHERE number = ? AND (name <> ? OR folded = '')"
