import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.record import from_json
from tests.cli.conftest import STORY, TALKS, Run


def test_for_people(onrecord: Run, story: Path) -> None:
    done = onrecord("read", story, "--published", "2021-03-05")
    assert (done.returncode, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    assert "Vald, 2021-03-05, TASS" in shown
    assert "the written reply is due next week[" in shown
    assert "On the record Ada Venn, Teskan Foreign Minister" in shown
    assert "“We have heard the first reaction, oral so far" in shown
    assert "2021-03-08/2021-03-14 ┃ next week" in shown


def test_an_inferred_year_is_told(onrecord: Run, story: Path) -> None:
    assert (
        "The dateline gives no year; it was inferred from"
        in onrecord("read", story, "--published", "2021-03-09").stdout
    )


def test_no_line_ends_in_blanks(onrecord: Run, story: Path) -> None:
    lines = onrecord("read", story, "--published", "2021-03-05").stdout.splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_for_programs(onrecord: Run, story: Path) -> None:
    done = onrecord("read", story, "--json")
    record = from_json(done.stdout)
    assert record.article.text == STORY
    assert record.statements
    assert onrecord("read", story, "--json").stdout == done.stdout


def test_from_standard_input(onrecord: Run) -> None:
    assert from_json(onrecord("read", "-", "--json", stdin=STORY).stdout).article.text == STORY


def test_several_articles_one_after_the_other(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(TALKS)
    shown = onrecord("read", tmp_path).stdout
    assert 0 < shown.index("We have heard the first reaction") < shown.index("Ostraven, ")


@pytest.mark.parametrize("stdin", [False, True], ids=["file", "standard input"])
def test_lines_in_order_and_the_broken_one_told(onrecord: Run, lines: Path, stdin: bool) -> None:
    source = "-" if stdin else lines
    done = onrecord("read", "--jsonl", source, stdin=lines.read_bytes() if stdin else b"")
    records = [from_json(line) for line in done.stdout.splitlines()]
    assert [record.id for record in records] == [f"n{number}" for number in range(1, 21) if number != 17]
    assert records[4].article.text == f"{STORY}\nNumber 5."
    assert done.returncode == 1
    assert ":17: " in done.stderr
    assert done.stderr.count("\n") == 1


def test_signs_that_move_the_cursor_are_not_shown(onrecord: Run, tmp_path: Path) -> None:
    path = tmp_path / "IN.jsonl"
    text = "Talks \x1b[2J go on\n\n[bold]Ada Venn[/bold] said yes :smile:."
    path.write_text(json.dumps({"id": "\x1b[2J", "text": text}))
    shown = onrecord("read", path).stdout
    assert "\x1b" not in shown
    assert "[bold]Ada Venn[/bold]" in shown
    assert ":smile:" in shown


def bad_file(path: Path, kind: str) -> None:
    if kind == "huge":
        path.touch()
        os.truncate(path, 200 * 2**20)
    elif kind != "missing":
        path.write_bytes({"empty": b"", "blank": b" \n\n ", "binary": bytes(range(256)) * 40}[kind])


@pytest.mark.parametrize("kind", ["empty", "huge"])
def test_what_cannot_be_read(onrecord: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bad.txt"
    bad_file(path, kind)
    done = onrecord("read", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "bad.txt" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("flag", ["--json", None])
def test_a_closed_pipe_ends_quietly(lines: Path, flag: str | None) -> None:
    # More than a pipe holds, so that the command still writes when nobody reads any more.
    lines.write_text(lines.read_text().splitlines()[0] + "\n")
    lines.write_text(lines.read_text() * 300)
    command = [sys.executable, "-m", "onrecord", "read", str(lines), *([flag] if flag else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 141
