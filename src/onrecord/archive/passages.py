"""The texts that hold words in which a passage can be known again, and how common words are.

Not only what was found to be said: a quotation check stands on the texts themselves.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec import Struct

from onrecord.archive.names import fold

# A table of the words of the full-text index, of this connection alone: nothing is written to the archive.
# Source: https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_vocabulary USING fts5vocab('main', 'article_words', 'row')"
)
COUNT_WORD: Final = "SELECT doc FROM temp.article_vocabulary WHERE term = :term"
# Each column counts the same: a passage is looked for, not what an article is about. k1 and b are FTS5's own.
PASSAGES: Final = """
    SELECT articles.number, articles.id, articles.headline, articles.day, articles.agency, articles.publisher,
        articles.filed, articles.text
    FROM article_words JOIN articles ON articles.number = article_words.rowid
    WHERE article_words MATCH :match ORDER BY bm25(article_words, 1.0, 1.0, 1.0), articles.number LIMIT :limit
"""


class Text(Struct, frozen=True):
    """An article's text with what tells it from others.

    day: "YYYY-MM-DD" of the dateline, else of publication. filed: what the wire is sorted by.
    """

    number: int
    id: str
    headline: str | None
    day: str | None
    agency: str | None
    publisher: str | None
    filed: str
    text: str


def open_vocabulary(db: sqlite3.Connection) -> None:
    """Makes the table of words, where the connection may only read too: it lies in memory."""
    closed = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA query_only = OFF")
    try:
        db.execute(_VOCABULARY)
    finally:
        if closed:
            db.execute("PRAGMA query_only = ON")


def term_of(word: str) -> str:
    """The word as the index has it: small letters without accents (FTS5's unicode61 with remove_diacritics)."""
    return fold(word)


def any_of(phrases: Iterable[Sequence[str]]) -> str | None:
    """What FTS5 is asked for: texts that hold any of the phrases. None where there are none."""
    terms = [" ".join(_plain(word) for word in phrase) for phrase in phrases]
    return " OR ".join(f'"{term}"' for term in terms if any(map(str.isalnum, term))) or None


def _plain(word: str) -> str:
    return word.replace("\0", "").replace('"', " ").encode("utf-8", "ignore").decode()


def text_of(row: tuple[Any, ...]) -> Text:
    """A row of PASSAGES."""
    return Text(*row)
