"""Makes one of two parties that the rules had left apart, once an article shows that they are parts of one."""

import sqlite3

from onrecord.archive.deed_schema import HELD_BY


def join(db: sqlite3.Connection, party: int, part: int) -> None:
    """Gives `party` all that is of `part`. The key of `part` leads to `party` from now on.

    One that a decision by hand names, or that others were merged into, is left as it is. The caller bounds how much
    `part` has, and holds the transaction.
    """
    if db.execute("SELECT 1 FROM parties WHERE number = ? AND (kept OR shown IS NOT NULL)", (part,)).fetchone():
        return
    if db.execute(_TOGETHER, (party, part)).fetchone():
        return  # an article names both: they are two
    for sql in _JOIN:
        db.execute(sql, {"party": party, "part": part})


_TOGETHER = """
    SELECT 1 FROM appearances AS one JOIN appearances AS other ON other.article = one.article
    WHERE one.party = ? AND other.party = ?
"""
_JOIN = (
    "UPDATE appearances SET party = :party WHERE party = :part",
    "UPDATE statements SET party = :party WHERE party = :part",
    *(f"UPDATE OR REPLACE {table} SET {column} = :party WHERE {column} = :part" for table, column in HELD_BY),
    """
    INSERT INTO names (party, name, block, given, folded, last, articles, mentioned)
    SELECT :party, name, block, given, folded, last, articles, mentioned FROM names WHERE party = :part
    ON CONFLICT (party, name) DO UPDATE
    SET articles = articles + excluded.articles, mentioned = mentioned + excluded.mentioned
    """,
    "DELETE FROM names WHERE party = :part",
    """
    INSERT INTO traits (party, trait, value, articles)
    SELECT :party, trait, value, articles FROM traits WHERE party = :part
    ON CONFLICT (party, trait, value) DO UPDATE SET articles = articles + excluded.articles
    """,
    "DELETE FROM traits WHERE party = :part",
    "UPDATE OR IGNORE perhaps SET party = :party WHERE party = :part AND other <> :party",
    "UPDATE OR IGNORE perhaps SET other = :party WHERE other = :part AND party <> :party",
    "DELETE FROM perhaps WHERE party = :part OR other = :part",
    """
    UPDATE parties SET
        articles = articles + (SELECT articles FROM parties WHERE number = :part),
        statements = statements + (SELECT statements FROM parties WHERE number = :part)
    WHERE number = (SELECT coalesce(shown, number) FROM parties WHERE number = :party)
    """,
    """
    UPDATE parties SET shown = (SELECT coalesce(shown, number) FROM parties WHERE number = :party)
    WHERE shown = :part
    """,
    """
    UPDATE parties
    SET articles = 0, statements = 0, shown = (SELECT coalesce(shown, number) FROM parties WHERE number = :party)
    WHERE number = :part
    """,
)
