import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.archive.opening import require_fts5
from onrecord.archive.schema import SCHEMA_VERSION
from onrecord.errors import StoreError
from tests.archive.conftest import Make


def sqlite_file(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_no_file(path: Path) -> None:
    with pytest.raises(StoreError, match=r"news\.db does not exist; make it with `onrecord add"):
        Archive.open(path)
    assert not path.exists()


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Archive.open(tmp_path, create=True)


def test_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*none does not exist; make it first"):
        Archive.open(tmp_path / "none" / "news.db", create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("data", [b"Talks go on\n" * 100, b"SQLite", bytes(5000)], ids=["text", "short", "zeros"])
def test_no_sqlite_file(path: Path, data: bytes, create: bool) -> None:
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"news\.db is no SQLite file; name an archive"):
        Archive.open(path, create=create)
    assert path.read_bytes() == data


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_file(path: Path, create: bool) -> None:
    sqlite_file(path, "CREATE TABLE songs (name)")
    with pytest.raises(StoreError, match=r"another program's SQLite file \(it has songs\); name another file"):
        Archive.open(path, create=create)


def test_an_empty_file(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreError, match="is empty; make an archive of it"):
        Archive.open(path)
    with Archive.open(path, create=True) as archive:
        assert archive.count().articles == 0


@pytest.mark.parametrize(
    ("version", "mend"),
    [(0, "add its sources to a new archive"), (1, "bring it up with `onrecord migrate"), (9, "the newer onrecord")],
)
def test_another_schema(path: Path, version: int, mend: str) -> None:
    Archive.open(path, create=True).close()
    sqlite_file(path, f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError, match=f"has schema {version} and this version needs {SCHEMA_VERSION}; .*{mend}"):
        Archive.open(path, create=True)


def test_a_damaged_file(path: Path, make: Make) -> None:
    with Archive.open(path, create=True) as archive:
        archive.add_all([make(f"a{number}") for number in range(50)])
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"news\.db is damaged; restore it"):
        Archive.open(path)


def test_locked(path: Path, archive: Archive, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.archive.opening._PATIENCE", 0.05)
    archive.add(make("a1"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive.open(path) as waiting:
        with pytest.raises(StoreError, match="is being written by another program; try again"):
            waiting.add(make("a2"))
        assert waiting.count().articles == 1  # reading goes on
        other.execute("ROLLBACK")
        assert waiting.add(make("a2")) == "new"
    other.close()


def test_read_only(path: Path, archive: Archive, make: Make) -> None:
    archive.add(make("a1"))
    with Archive.open(path, readonly=True) as reading:
        assert reading.record("a1") == archive.record("a1")
        with pytest.raises(StoreError, match="is read-only; ask for leave"):
            reading.add(make("a2"))
        archive.add(make("a3"))
        assert reading.count().articles == 2  # what others add is seen at once


def test_read_only_from_another_thread(path: Path, archive: Archive, make: Make) -> None:
    archive.add(make("a1"))
    counted = []
    with Archive.open(path, readonly=True) as reading:
        thread = threading.Thread(target=lambda: counted.append(reading.count().articles))
        thread.start()
        thread.join()
    assert counted == [1]


def test_names_with_signs_of_an_address(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "news 100%?mode=memory#1 ü.db"
    with Archive.open(str(path), create=True) as archive:
        archive.add(make("a1"))
    assert path.stat().st_size > 0
    with Archive.open(path, readonly=True) as archive:
        assert archive.count().articles == 1


def test_a_sqlite_without_full_text_search() -> None:
    db = sqlite3.connect(":memory:")
    require_fts5(db)
    db.execute("CREATE TEMP TABLE pragma_module_list (name)")  # hides the true list, and names nothing
    with pytest.raises(StoreError, match=r"no full-text search \(FTS5\); use a Python"):
        require_fts5(db)
    db.close()
