"""Which item took the place of which, and what was decided by hand for it. The caller holds the transaction."""

import sqlite3
from typing import Final

# Items that replace items that replace items; a circle ends here.
_LONGEST_CHAIN: Final = 100


def in_its_place(db: sqlite3.Connection, id: str) -> str:
    """The id of the item that took the place of this one, and of that; the id itself where none did."""
    seen = [id]
    while len(seen) < _LONGEST_CHAIN:
        row = db.execute("SELECT shown FROM replaced WHERE id = ?", (seen[-1],)).fetchone()
        if row is None or row[0] in seen:
            break
        seen.append(row[0])
    return seen[-1]


def inherit_pins(db: sqlite3.Connection, former: str, id: str) -> None:
    """Has what was decided by hand of the names in an item hold for the item that takes its place too."""
    db.execute(_INHERIT, {"former": former, "id": id})


_INHERIT: Final = """
    INSERT OR IGNORE INTO pins (id, kind, folded, decision, party, ground)
    SELECT :id, kind, folded, decision, party, ground FROM pins WHERE id = :former
"""
