import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli.main import main
from tests.cli.conftest import Run


def test_version(onrecord: Run) -> None:
    assert onrecord("--version").stdout == f"onrecord {__version__}\n"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_each_command_has_help_with_an_example(command: str) -> None:
    assert f"\n    onrecord {command}" in (main.commands[command].help or "")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["read"], "Missing argument 'PATH'"),
        (["add", "news.db"], "Missing argument 'SOURCE...'"),
        (["listen"], "No such command 'listen'"),
        (["read", "x", "--published", "21/01/2022"], "'21/01/2022' is no day; write it as YYYY-MM-DD"),
        (["serve", "x", "--port", "70000"], "0<=x<=65535"),
    ],
    ids=["no path", "no source", "no such command", "no day", "no port"],
)
def test_wrong_usage(onrecord: Run, args: list[str], words: str) -> None:
    done = onrecord(*args)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_schema(onrecord: Run) -> None:
    schema = json.loads(onrecord("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "statements" in schema["$defs"]["Record"]["properties"]


@pytest.mark.parametrize(
    ("command", "data", "words"),
    [
        ("search", None, "does not exist; make it with `onrecord add"),
        ("who", b"no archive at all " * 99, "is no SQLite file; name an archive"),
        ("serve", b"", "is empty; make an archive of it"),
    ],
    ids=["missing", "text", "empty"],
)
def test_no_archive(onrecord: Run, tmp_path: Path, command: str, data: bytes | None, words: str) -> None:
    path = tmp_path / "news.db"
    if data is not None:
        path.write_bytes(data)
    done = onrecord(command, path, *([] if command == "serve" else ["x"]))
    assert done.returncode == 1
    assert done.stderr.startswith(f"onrecord: {path} ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert path.exists() == (data is not None)


def _heed_interrupts() -> None:
    """A shell starts its background jobs with SIGINT ignored, and so would the command be that a test starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "add", str(tmp_path / "news.db"), "-"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=_heed_interrupts)
    # Once the archive is there, the command waits for its standard input.
    while process.poll() is None and not (tmp_path / "news.db").exists():
        pass
    process.send_signal(signal.SIGINT)
    said, failed = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in failed
    assert said in (b"", b"stored 0, already there 0, replaced 0, could not read 0\n")
