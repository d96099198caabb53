"""The real command, run as a user runs it, on real files."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

# Of our own making: invented people and countries.
STORY = """\
Venn says written reply is due

VALD, March 5. /TASS/. Teskan Foreign Minister Ada Venn said on Friday the written reply is due next week.

"We have heard the first reaction, oral so far," Venn said.

Ostraven's ambassador, Bo Tal, said that talks had gone well.
"""
TALKS = """\
Harbour talks end without a date

OSTRAVEN, March 8. /TASS/. Teskan Foreign Minister Ada Venn said on Monday that the café in the harbour stays open.
"""


@pytest.fixture(scope="session")
def onrecord() -> Run:
    """Runs `onrecord` with the arguments; `stdin` is what it reads there."""

    def run(*args: str | Path, stdin: str | bytes = "", cwd: Path | None = None) -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
        command = [sys.executable, "-W", "error", "-m", "onrecord", *map(str, args)]
        done = subprocess.run(
            command, input=data, capture_output=True, cwd=cwd, env=environment, timeout=60, check=False
        )
        return Done(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Twenty articles as JSON lines, of which the 17th is broken."""
    path = tmp_path / "IN.jsonl"
    rows = [
        json.dumps({"id": f"n{number}", "published": "2021-03-05", "text": f"{STORY}\nNumber {number}."})
        for number in range(1, 21)
    ]
    rows[16] = '{"id": "n17", "text": "no end'
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, onrecord: Run) -> Path:
    """An archive of two articles."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "wire").mkdir()
    (folder / "wire" / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "wire" / "talks.txt").write_text(TALKS, encoding="utf-8")
    done = onrecord("add", folder / "news.db", folder / "wire", "--published", "2021-03-09")
    assert (done.returncode, done.stdout, done.stderr) == (
        0, "stored 2, already there 0, replaced 0, could not read 0\n", ""
    )  # fmt: skip
    return folder / "news.db"
