import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.archive import Archive
from tests.cli.conftest import STORY, TALKS, Run
from tests.cli.test_read import bad_file


def test_adding_twice_stores_once(onrecord: Run, tmp_path: Path, story: Path) -> None:
    first, second = (onrecord("add", tmp_path / "news.db", story).stdout for _ in range(2))
    assert first == "stored 1, already there 0, replaced 0, could not read 0\n"
    assert second == "stored 0, already there 1, replaced 0, could not read 0\n"


def test_a_changed_article_replaces(onrecord: Run, tmp_path: Path, lines: Path) -> None:
    onrecord("add", tmp_path / "news.db", lines)
    lines.write_text(lines.read_text().replace("Number 3", "Nummer 3"))
    done = onrecord("add", tmp_path / "news.db", lines)
    assert done.stdout == "stored 0, already there 18, replaced 1, could not read 1\n"


def test_from_standard_input(onrecord: Run, tmp_path: Path) -> None:
    assert onrecord("add", tmp_path / "news.db", "-", stdin=STORY).stdout.startswith("stored 1, ")


@pytest.mark.parametrize("kind", ["missing", "empty", "blank", "binary", "huge"])
def test_one_bad_file_is_told_and_the_rest_stored(onrecord: Run, tmp_path: Path, story: Path, kind: str) -> None:
    bad_file(tmp_path / "bad.txt", kind)
    done = onrecord("add", tmp_path / "news.db", tmp_path / "bad.txt", story)
    assert done.returncode == 1
    assert done.stdout == "stored 1, already there 0, replaced 0, could not read 1\n"
    assert "bad.txt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_broken_line_is_told_with_its_number(onrecord: Run, tmp_path: Path, lines: Path) -> None:
    done = onrecord("add", tmp_path / "news.db", lines)
    assert done.returncode == 1
    assert done.stdout == "stored 19, already there 0, replaced 0, could not read 1\n"
    assert f"{lines}:17: " in done.stderr


def test_pictures_in_a_folder_are_passed_over(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.png").write_bytes(b"PNG")
    (tmp_path / "wire" / "b.txt").write_text(STORY)
    done = onrecord("add", tmp_path / "news.db", tmp_path / "wire")
    assert (done.returncode, done.stdout[:8]) == (0, "stored 1")
    assert done.stderr == f"passed over 1 files that hold no news, such as {tmp_path / 'wire' / 'a.png'}\n"


# Root may read every folder, so that it becomes nobody; after the imports, since Python's own may be closed.
AS_NOBODY = """
import os
import encodings.cp437, zipfile
import onrecord.identity.authority
import onrecord.reader
from onrecord.cli.main import main
if os.geteuid() == 0:
    os.setuid(65534)
main()
"""


def test_a_folder_without_permission(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    wire = tmp_path / "wire"
    wire.mkdir(mode=0o777)
    wire.chmod(0o777)
    (wire / "closed").mkdir(mode=0o000)
    (wire / "story.txt").write_text(STORY)
    arguments = map(str, (wire / "news.db", wire / "closed", wire / "story.txt"))
    command = [sys.executable, "-c", AS_NOBODY, "add", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (wire / "closed").chmod(0o700)
    assert done.returncode == 1
    assert done.stdout == "stored 1, already there 0, replaced 0, could not read 1\n"
    assert done.stderr.startswith(f"{wire / 'closed'}: Permission denied; ")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE songs (name)", "is another program's SQLite file (it has songs); name another file"),
        ("PRAGMA user_version = 9", "has schema 9 and this version needs 3; use the newer onrecord that made it"),
    ],
    ids=["another program", "another schema"],
)
def test_another_file_is_left_as_it_is(onrecord: Run, tmp_path: Path, story: Path, statement: str, words: str) -> None:
    path = tmp_path / "news.db"
    if "user_version" in statement:
        Archive.open(path, create=True).close()
    db = sqlite3.connect(path)
    db.execute(statement)
    db.commit()
    db.close()
    before = path.read_bytes()
    done = onrecord("add", path, story)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"onrecord: {path} {words}\n")
    assert path.read_bytes() == before


def test_a_full_disk(tmp_path: Path, lines: Path) -> None:
    lines.write_text("\n".join(lines.read_text().splitlines()[:16]) + "\n")
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "from onrecord.cli.main import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code, "add", str(tmp_path / "news.db"), str(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"onrecord: {tmp_path / 'news.db'} cannot be read or written: the disk refused;")
    stored = int(done.stdout.split()[1].rstrip(","))
    with Archive.open(tmp_path / "news.db") as opened:
        assert opened.count().articles == stored < 16


def test_killed_at_any_moment_it_goes_on_where_it_was(onrecord: Run, tmp_path: Path, lines: Path) -> None:
    rows = [TALKS.replace("Harbour", f"Harbour {number}") for number in range(400)]
    (tmp_path / "wire").mkdir()
    for number, row in enumerate(rows):
        (tmp_path / "wire" / f"{number}.txt").write_text(row)
    path = tmp_path / "news.db"
    command = [sys.executable, "-m", "onrecord", "add", str(path), str(tmp_path / "wire")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    while process.poll() is None and _stored(path) < 20:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    kept = _stored(path)
    done = onrecord("add", path, tmp_path / "wire")
    assert 20 <= kept < 400
    assert done.stdout == f"stored {400 - kept}, already there {kept}, replaced 0, could not read 0\n"


def _stored(path: Path) -> int:
    if not path.exists():
        return 0
    db = sqlite3.connect(path)
    try:
        return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # it is being made
        return 0
    finally:
        db.close()


def test_progress_on_a_terminal(tmp_path: Path, story: Path) -> None:
    """The bar is drawn on the terminal, and what is skipped stands whole above it."""
    controller, terminal = os.openpty()
    arguments = map(str, (tmp_path / "news.db", tmp_path / "none.txt", story))
    command = [sys.executable, "-m", "onrecord", "add", *arguments]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "300"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, env=environment)
    os.close(terminal)
    drawn = b""
    while True:
        try:
            drawn += os.read(controller, 4096)
        except OSError:  # the other end was closed
            break
    os.close(controller)
    said, _ = process.communicate(timeout=30)
    assert said == b"stored 1, already there 0, replaced 0, could not read 1\n"
    assert b"none.txt" in drawn
    assert b"could not read 1" in drawn
