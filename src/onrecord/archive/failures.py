"""What SQLite complains of, in words that name the archive, what is wrong and the mend."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from onrecord.errors import StoreError

# By SQLite's primary result code, https://www.sqlite.org/rescode.html.
_WORDS: Final = {
    sqlite3.SQLITE_NOTADB: "is no SQLite file; name an archive that `onrecord add` made",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy, or add its articles to a new archive",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; make room and add again, what was stored is kept",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk refused; see that it has room and is sound,"
    " what was stored is kept",
    sqlite3.SQLITE_READONLY: "is read-only; ask for leave to write to the file and its folder",
    sqlite3.SQLITE_PERM: "may not be opened; ask for leave to read the file",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; see that the file and its folder may be read and written",
    sqlite3.SQLITE_BUSY: "is being written by another program; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "is being written by another program; try again when that has finished",
    sqlite3.SQLITE_TOOBIG: "cannot hold an article of that size; SQLite takes a billion bytes at most",
}


@contextmanager
def reported(place: Path) -> Iterator[None]:
    """A block in which SQLite's complaints about the archive at `place` are raised as StoreError.

    Mistakes in the use of a connection, such as one that is closed, pass as they are: they are ours.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code is None:
            raise
        words = _WORDS.get(code, f"cannot be used: SQLite says {error}")
        raise StoreError(f"{place} {words}") from error


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code; None where Python's module, not SQLite, complains."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
