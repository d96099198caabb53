"""What an archive knows of a party: who may be meant by a name, what is known of them, who stands beside them.

Each question is answered from an index and bounded, however large the archive is.
"""

import sqlite3
from collections.abc import Iterator
from math import log
from typing import Final

from onrecord.archive.blocks import MOST, block_of, givens_of
from onrecord.identity.deciding import Known
from onrecord.identity.facts import Facts
from onrecord.identity.persons import parse_person

# Of a party's articles the latest are looked at for its company.
_LATEST: Final = 40
# Values that fewer articles of a party give are a reader's slip or a namesake, not what it is.
_SHARE: Final = 0.05
_MOST_TRAITS: Final = 200
# Added to the number of articles, so that in a small archive company counts too.
_FEW_ARTICLES: Final = 10


def holds(db: sqlite3.Connection, number: int, facts: Facts) -> int:
    """In how many articles the party holds the office of the facts: of several that which it holds most."""
    sql = "SELECT coalesce(max(articles), 0) FROM traits WHERE party = ? AND trait = 'office' AND value = ?"
    return max((int(db.execute(sql, (number, office)).fetchone()[0]) for office in facts.role.offices), default=0)


def candidates(db: sqlite3.Connection, facts: Facts) -> dict[int, int]:
    """The parties of that kind that may be the one, by the names and the id that it has, each with its articles."""
    parts: list[str] = []
    asked: list[str] = []
    for part, values in _questions(facts):
        parts.append(part)
        asked += values
    return dict(db.execute(_CANDIDATES.format(" UNION ALL ".join(parts)), asked).fetchall())


# Each part is answered from an index, the names with most articles first, however many there are.
_OFTEN: Final = f"SELECT * FROM (SELECT party FROM names WHERE block = ? ORDER BY articles DESC LIMIT {MOST})"
_GIVEN: Final = _OFTEN.replace("block = ?", "block = ? AND given = ?")
_AUTHORITY: Final = f"SELECT * FROM (SELECT party FROM traits WHERE trait = 'authority' AND value = ? LIMIT {MOST})"
_CANDIDATES: Final = """
    SELECT parties.number, parties.articles FROM ({}) AS found
    JOIN parties ON parties.number = found.party GROUP BY 1 ORDER BY 2 DESC, 1
"""


def _questions(facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    if facts.authority:
        yield _AUTHORITY, (facts.authority,)
    for name in (facts.name, *facts.forms):
        block, _ = block_of(name, facts.kind)
        givens = givens_of(parse_person(name)) if facts.kind == "person" else None
        if givens is None:
            yield _OFTEN, (block,)
        else:
            yield from ((_GIVEN, (block, given)) for given in givens)


def known_of(db: sqlite3.Connection, number: int, facts: Facts) -> Known:
    """What the archive knows of a party, as far as the rules look at it."""
    names = tuple(name for (name,) in db.execute("SELECT name FROM names WHERE party = ?", (number,)))
    rows = db.execute(
        "SELECT trait, value, articles FROM traits WHERE party = ? AND trait <> 'word' LIMIT ?", (number, _MOST_TRAITS)
    ).fetchall()
    most: dict[str, int] = {}
    for trait, _, articles in rows:
        most[trait] = max(most.get(trait, 0), articles)
    traits: dict[str, set[str]] = {}
    for trait, value, articles in rows:
        if articles >= _SHARE * most[trait]:
            traits.setdefault(trait, set()).add(value)
    for word in sorted(facts.role.words):
        if db.execute(_WORD, (number, word)).fetchone():
            traits.setdefault("word", set()).add(word)
    return Known(names, {trait: frozenset(values) for trait, values in traits.items()})


_WORD: Final = "SELECT 1 FROM traits WHERE party = ? AND trait = 'word' AND value = ?"


def company_of(db: sqlite3.Connection, number: int, beside: set[int]) -> float:
    """How much of the company of an article and of a party's latest articles is the same.

    Each party in both counts for 0 to 1: the less, the more articles it is in. "Who is met with everybody tells
    nobody" is the inverse document frequency of Spärck Jones (1972), in shares of its largest value.
    """
    (articles,) = db.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()
    total = articles + _FEW_ARTICLES
    rows = db.execute(_BESIDE, (number, _LATEST)).fetchall()
    return sum(log(total / max(often, 1)) / log(total) for other, often in rows if other in beside and other != number)


_BESIDE: Final = """
    SELECT DISTINCT parties.number, parties.articles
    FROM (SELECT article FROM appearances WHERE party = ? ORDER BY article DESC LIMIT ?) AS latest
    JOIN appearances ON appearances.article = latest.article
    JOIN parties ON parties.number = appearances.party
"""


def pinned(db: sqlite3.Connection, id: str) -> dict[tuple[str, str], tuple[int, str]]:
    """Whom decisions by hand say that parties of the article are, by kind and name, and the ground."""
    rows = db.execute("SELECT kind, folded, party, ground FROM pins WHERE id = ? ORDER BY decision", (id,))
    return {(kind, folded): (party, ground) for kind, folded, party, ground in rows}
