"""The texts that hold words in which a passage can be known again, and how common words are.

Not only what was found to be said: a quotation check stands on the texts themselves.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from onrecord.archive.names import fold

# A table of the words of the full-text index, of this connection alone: nothing is written to the archive.
# Source: https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_vocabulary USING fts5vocab('main', 'article_words', 'row')"
)
COUNT_WORD: Final = "SELECT doc FROM temp.article_vocabulary WHERE term = :term"
NUMBERS: Final = "SELECT rowid FROM article_words WHERE article_words MATCH :match ORDER BY rowid LIMIT :limit"
TEXT: Final = """
    SELECT number, id, headline, day, agency, publisher, filed, text FROM articles WHERE number = :number
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


def phrase(words: Sequence[str]) -> str | None:
    """What FTS5 is asked for words that follow each other; None where they hold no letter and no digit."""
    plain = " ".join(map(_plain, words))
    return f'"{plain}"' if any(map(str.isalnum, plain)) else None


def near(one: str, other: str, distance: int) -> str:
    """What FTS5 is asked for two words with at most so many others between them, in either order."""
    return f'NEAR("{_plain(one)}" "{_plain(other)}", {distance})'


def _plain(word: str) -> str:
    return word.replace("\0", "").replace('"', " ").encode("utf-8", "ignore").decode()


def text_of(row: tuple[Any, ...]) -> Text:
    """A row of TEXT."""
    return Text(*row)
