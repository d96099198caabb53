"""Files, folders and standard input: every article in order, an error in place of what cannot be read."""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES
from onrecord.intake.files import Kind, copies

LEAD = "The envoys of Ruritania and Graustark met in Strelsau on Friday."


def line(number: int | str) -> str:
    return json.dumps({"id": number, "text": f"Article {number}."}) + "\n"


def outcome(item: Copy | ReadError, root: Path | str = "") -> str:
    return f"! {str(item).removeprefix(str(root))}" if isinstance(item, ReadError) else item.text


def taken(path: Path | str, **given: Any) -> list[Copy]:
    """What `copies` yields, where none of it is an error."""
    read = list(copies(path, **given))
    assert [str(item) for item in read if isinstance(item, ReadError)] == []
    return [item for item in read if isinstance(item, Copy)]


def test_a_text_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{LEAD}\n")
    (copy,) = taken(path, published="2022-01-21")
    assert (copy.text, copy.id, copy.published, copy.source.format) == (f"{LEAD}\n", None, "2022-01-21", "text")


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.ndjson", "wire.txt", "wire", "wire.json"])
def test_json_lines_are_told_by_name_or_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n" + line(1) + line(2))
    assert [copy.id for copy in taken(path)] == ["1", "2"]


def test_a_json_file_may_hold_one_article_over_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "a", "text": LEAD}, indent=2))
    (copy,) = taken(str(path))
    assert (copy.id, copy.text, copy.source.format) == ("a", LEAD, "jsonl")


@pytest.mark.parametrize(("kind", "texts"), [("text", [line(1) + line(2)]), ("jsonl", ["Article 1.", "Article 2."])])
def test_the_kind_may_be_given(tmp_path: Path, kind: Kind, texts: list[str]) -> None:
    path = tmp_path / "wire"
    path.write_text(line(1) + line(2))
    assert [copy.text for copy in taken(path, kind=kind)] == texts


def test_a_brace_makes_no_json(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("{Updates with reaction}\nThe talks ended.")
    assert [copy.text for copy in taken(path)] == ["{Updates with reaction}\nThe talks ended."]


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/deep/y.text", "c.jsonl", "d", ".hidden.txt", ".git/e.txt", "f.png", "g.PDF"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line(name) if name.endswith(".jsonl") else f"Text of {name}.")
    skipped: list[Path] = []
    texts = [copy.text for copy in taken(tmp_path, skipped=skipped.append)]
    assert texts == ["Text of a/deep/y.text.", "Text of a/z.txt.", "Text of b.txt.", "Article c.jsonl.", "Text of d."]
    assert [path.name for path in skipped] == ["f.png", "g.PDF"]


def test_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c.jsonl").write_text(line(1) + "{broken\n" + line(3))
    (tmp_path / "d.jsonl").write_text("\n")
    (tmp_path / "e.txt").write_text("\x01")
    (tmp_path / "f.json").write_text("")
    (tmp_path / "g.txt").write_text(LEAD)
    assert [outcome(item, tmp_path) for item in copies(tmp_path)] == [
        "! /a.txt: the file is empty; give a file with the text of an article",
        "! /b.txt: the file is a PNG picture, not text; save the article as plain text (UTF-8)",
        "Article 1.",
        "! /c.jsonl:2: not JSON at column 2: Expecting property name enclosed in double quotes;"
        " write one JSON object a line",
        "Article 3.",
        "! /d.jsonl: the file is empty; write one JSON object a line",
        "! /e.txt: the file is binary, not text; save the article as plain text (UTF-8)",
        "! /f.json: the file is empty; give a file with the text of an article",
        LEAD,
    ]


def test_a_missing_path(tmp_path: Path) -> None:
    (error,) = copies(tmp_path / "none.txt")
    assert outcome(error, tmp_path) == "! /none.txt: No such file or directory; check the path"


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    (error,) = copies(path)
    assert outcome(error, tmp_path).startswith("! /large.txt: the file has 200 MiB and an article may have 64; give")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; run as another user")
@pytest.mark.parametrize("name", ["folder", "a.txt"])
def test_what_may_not_be_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.mkdir() if name == "folder" else path.write_text(LEAD)
    path.chmod(0)
    (error,) = copies(path)
    path.chmod(0o700)
    assert outcome(error, tmp_path) == f"! /{name}: Permission denied; give yourself the right to read it"


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD)
    os.mkfifo(tmp_path / "pipe")
    assert [copy.text for copy in taken(tmp_path)] == [LEAD]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD)
    (tmp_path / "again").symlink_to(tmp_path)
    assert [copy.text for copy in taken(tmp_path)] == [LEAD]


@pytest.mark.parametrize(
    ("data", "outcomes"),
    [
        (LEAD.encode(), [LEAD]),
        (b"\n\n" + LEAD.encode(), ["\n\n" + LEAD]),
        ((line(1) + line(2)).encode(), ["Article 1.", "Article 2."]),
        (b"", ["! standard input: the file is empty; give a file with the text of an article"]),
    ],
    ids=["text", "leading-lines", "jsonl", "empty"],
)
def test_standard_input(data: bytes, outcomes: list[str]) -> None:
    assert [outcome(item) for item in copies("-", stdin=io.BytesIO(data))] == outcomes


def test_standard_input_has_a_limit_too() -> None:
    (error,) = copies("-", stdin=io.BytesIO(b"x" * (MAX_BYTES + 9)))
    assert outcome(error).startswith("! standard input: the file has 64 MiB and an article may have 64")


def test_without_standard_input() -> None:
    (error,) = copies("-")
    assert outcome(error) == "! -: there is no standard input here; name a file"
