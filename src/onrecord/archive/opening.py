"""Opens the file of an archive, or says why it cannot be opened."""

import sqlite3
from pathlib import Path
from typing import Final

from onrecord.archive.failures import primary_code, reported
from onrecord.archive.schema import APPLICATION_ID, SCHEMA, SCHEMA_VERSION
from onrecord.errors import StoreError

# How long to wait for another program's write, in seconds; one article takes it some milliseconds.
_PATIENCE: Final = 10.0
_TABLES_SHOWN: Final = 5

_UNWRITABLE: Final = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def connect(path: Path, *, create: bool, readonly: bool) -> sqlite3.Connection:
    """A connection to the archive at `path`, in autocommit mode, with its schema checked.

    create: make the archive where there is none; its folder must be there.
    readonly: nothing can be written with it; the connection may pass from thread to thread, one at a time.
    Raises StoreError.
    """
    _check_file(path, create=create)
    with reported(path):
        db = _readable(path) if readonly else _connected(path, f"mode=rw{'c' if create else ''}", create=create)
        if readonly:
            db.execute("PRAGMA query_only = ON")
    return db


def connect_any(path: Path) -> sqlite3.Connection:
    """A connection for reading an archive of any schema version. Raises StoreError where the file is none."""
    _check_file(path, create=False)
    with reported(path):
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None)
        if _pragma(db, "application_id") != APPLICATION_ID:
            db.close()
            raise StoreError(f"{path} is no archive; name a file that `onrecord add` made")
    return db


def _readable(path: Path) -> sqlite3.Connection:
    try:
        # Not "mode=ro": that leaves its lock file and an empty log beside the archive when it is closed.
        return _connected(path, "mode=rw", one_thread=False)
    except sqlite3.Error as error:
        if primary_code(error) not in _UNWRITABLE or not _is_settled(path):
            raise
    # A folder without leave to write, such as a mounted disc, has no place for the lock file.
    return _connected(path, "mode=ro&immutable=1", one_thread=False)


def _is_settled(path: Path) -> bool:
    """Whether no write waits beside the file, so that it can be read without locks."""
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or log.stat().st_size == 0


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name the archive's file in it")
    if not path.exists() and not create:
        raise StoreError(f"{path} does not exist; make it with `onrecord add {path} SOURCE...`")
    if not path.parent.is_dir():
        raise StoreError(f"{path} cannot be made: the folder {path.parent} does not exist; make it first")


def _connected(path: Path, options: str, *, create: bool = False, one_thread: bool = True) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=one_thread,
    )
    try:
        _settle(db, path, create=create)
    except BaseException:
        db.close()
        raise
    return db


def _settle(db: sqlite3.Connection, path: Path, *, create: bool) -> None:
    # FULL syncs the log at each commit: what was reported as stored outlives a power cut.
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    if _is_blank(db) and create:
        _make(db)
    _check_schema(db, path)
    require_fts5(db)


def _is_blank(db: sqlite3.Connection) -> bool:
    return _pragma(db, "application_id") == 0 and not _tables(db)


def _make(db: sqlite3.Connection) -> None:
    require_fts5(db)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        if _is_blank(db):  # Another program may have made it while this one waited.
            for statement in SCHEMA:
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _check_schema(db: sqlite3.Connection, path: Path) -> None:
    if _pragma(db, "application_id") != APPLICATION_ID:
        tables = ", ".join(_tables(db)[:_TABLES_SHOWN])
        if tables:
            raise StoreError(f"{path} is another program's SQLite file (it has {tables}); name another file")
        raise StoreError(f"{path} is empty; make an archive of it with `onrecord add {path} SOURCE...`")
    version = _pragma(db, "user_version")
    if version != SCHEMA_VERSION:
        newer = version > SCHEMA_VERSION
        older = f"bring it up with `onrecord migrate {path}`" if version else "add its sources to a new archive"
        mend = "use the newer onrecord that made it" if newer else older
        raise StoreError(f"{path} has schema {version} and this version needs {SCHEMA_VERSION}; {mend}")


def require_fts5(db: sqlite3.Connection) -> None:
    """Raises StoreError where this Python's SQLite was built without FTS5."""
    if not db.execute("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'").fetchone()[0]:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5);"
            " use a Python whose SQLite has it, such as those of python.org, Debian or conda"
        )


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def _tables(db: sqlite3.Connection) -> list[str]:
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found]
