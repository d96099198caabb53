"""What was reported as stored is there, whatever befalls the process or the disk."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.errors import StoreError
from onrecord.record import Record, to_json
from tests.archive.conftest import Make

# Adds the records of a JSONL file over and over under new ids, and says the id of each that is stored.
ADDER = """
import sys
from pathlib import Path
import msgspec
from onrecord.archive import Archive
from onrecord.errors import StoreError
from onrecord.record import from_json

path, source, most = sys.argv[1:]
template = from_json(Path(source).read_bytes())
with Archive.open(path, create=True) as archive:
    for number in range(int(most)):
        try:
            archive.add(msgspec.structs.replace(template, id=f"a{number}"))
        except StoreError as error:
            sys.exit(f"refused: {error}")
        print(f"a{number}", flush=True)
"""


def adder(path: Path, source: Path, most: int, *, file_limit: int | None = None) -> subprocess.Popen[str]:
    def limit() -> None:
        if file_limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # else the kernel ends the process
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))

    command = [sys.executable, "-c", ADDER, str(path), str(source), str(most)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit)


@pytest.fixture
def template(tmp_path: Path, make: Make) -> Path:
    record: Record = make("t", said=[("Ada Venn", f"sentence {number}, " + "words " * 20) for number in range(20)])
    path = tmp_path / "template.json"
    path.write_bytes(to_json(record))
    return path


def assert_whole(path: Path, reported: list[str]) -> None:
    """Every article reported is there with all its parts, and no part stands without its article."""
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    stored = {id for (id,) in db.execute("SELECT id FROM articles")}
    assert stored >= set(reported)
    assert len(stored) <= len(reported) + 1  # the one that was stored and not yet reported
    parts = "SELECT DISTINCT (SELECT count(*) FROM statements WHERE article = articles.number) FROM articles"
    assert db.execute(parts).fetchall() == [(20,)]
    assert db.execute("SELECT articles FROM parties").fetchall() == [(len(stored),)]
    db.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)")
    db.close()


@pytest.mark.parametrize("after", [1, 40, 300])
def test_killed_while_adding(path: Path, template: Path, after: int) -> None:
    process = adder(path, template, 100_000)
    assert process.stdout is not None
    assert process.stderr is not None
    reported = [process.stdout.readline().strip() for _ in range(after)]
    os.kill(process.pid, signal.SIGKILL)
    reported += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    assert process.returncode == -signal.SIGKILL
    assert_whole(path, reported)


def test_a_disk_that_takes_no_more(path: Path, template: Path) -> None:
    said, failed = adder(path, template, 100_000, file_limit=3_000_000).communicate(timeout=60)
    assert "refused: " in failed
    assert "see that it has room" in failed
    assert len(said.split()) > 10
    assert_whole(path, said.split())


def test_a_full_disk(tmp_path: Path, template: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        os.geteuid() == 0
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("mounting a small disk needs root")
    try:
        said, failed = adder(disk / "news.db", template, 100_000).communicate(timeout=60)
        assert "news.db cannot grow: the disk is full; make room and add again" in failed
        assert len(said.split()) > 10
        assert_whole(disk / "news.db", said.split())
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_archive_can_still_be_read_and_goes_on_with_room(path: Path, archive: Archive, make: Make) -> None:
    archive.add(make("a1"))
    archive._db.execute("PRAGMA max_page_count = 60")
    big = make("a2", said=[("Ada Venn", "word " * 100_000)])
    with pytest.raises(StoreError, match="the disk is full; make room"):
        archive.add(big)
    assert [entry.id for entry in archive.latest()] == ["a1"]
    archive._db.execute("PRAGMA max_page_count = 100000")
    assert archive.add(big) == "new"


def test_a_reader_in_a_folder_without_leave_to_write(path: Path, archive: Archive, make: Make) -> None:
    if os.geteuid() != 0:
        pytest.skip("giving up rights needs root")
    archive.add(make("a1"))
    archive.close()
    for folder in (path.parent, *path.parent.parents[:3]):
        folder.chmod(0o755)
    code = (
        "import os, sys\n"
        "from onrecord.archive import Archive\n"
        "os.setuid(65534)\n"  # after the imports: Python's own folder may be closed to others
        "with Archive.open(sys.argv[1], readonly=True) as archive: print(archive.count().articles)\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")
