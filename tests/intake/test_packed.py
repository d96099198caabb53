"""What comes packed: gzip, bzip2, xz, zip, tar, one in the other, in files and on standard input."""

import bz2
import gzip
import io
import lzma
import zipfile
from pathlib import Path

import pytest
from tests.intake.packing import gzipped_members, line, tarred, zipped

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies

LINES = line(1) + line(2)


def outcome(item: Copy | ReadError) -> str:
    return f"! {item}" if isinstance(item, ReadError) else item.text


def read(data: bytes, skipped: list[Path] | None = None) -> list[str]:
    """What comes of the bytes on standard input, where nothing can be read twice."""
    stream = io.BufferedReader(_Pipe(data))
    return [
        outcome(item) for item in copies("-", stdin=stream, skipped=(skipped if skipped is not None else []).append)
    ]


class _Pipe(io.RawIOBase):
    """Bytes that come in small pieces and once only."""

    def __init__(self, data: bytes) -> None:
        self._whole = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._whole.read(min(len(buffer), 1000))
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(LINES),
        gzipped_members([line(1), line(2)]),
        gzip.compress(LINES) + b"\0" * 512,
        bz2.compress(LINES),
        lzma.compress(LINES),
        zipped({"a.jsonl": LINES}),
        tarred({"a.jsonl": LINES}),
        gzip.compress(tarred({"a.jsonl": LINES})),
        zipped({"inner.zip": zipped({"a.jsonl.gz": gzip.compress(LINES)})}),
    ],
    ids=["gzip", "members", "padded", "bzip2", "xz", "zip", "tar", "tar.gz", "nested"],
)
def test_what_is_packed_is_unpacked(data: bytes, tmp_path: Path) -> None:
    assert read(data) == ["Article 1.", "Article 2."]
    path = tmp_path / "wire"
    path.write_bytes(data)
    assert [outcome(item) for item in copies(path)] == ["Article 1.", "Article 2."]


def test_members_are_told_like_the_files_of_a_folder() -> None:
    skipped: list[Path] = []
    files = {"b.txt": b"Two.", ".hidden.txt": b"No.", "__MACOSX/b.txt": b"No.", "c.png": b"\x89PNG", "a/d": b"Three."}
    assert read(zipped(files), skipped) == ["Two.", "Three."]
    assert [str(path) for path in skipped] == ["standard input: c.png"]


def test_names_lead_nowhere_and_links_are_passed_over(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("Secret.")
    archive = tarred({"../../evil.txt": b"Evil.", "/abs.txt": b"Absolute."}, {"link.txt": str(outside)})
    assert read(archive) == ["Evil.", "Absolute."]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret.txt"]


def test_a_bad_member_stops_nothing() -> None:
    broken = gzip.compress(LINES * 50)[:-30]
    read_as = read(zipped({"a.txt": b"One.", "b.jsonl.gz": broken, "c.txt": b"Two."}))
    assert (read_as[0], read_as[-1]) == ("One.", "Two.")
    assert read_as[-2] == "! standard input: b.jsonl.gz: the packed file is damaged: it is cut short; fetch it again"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(LINES)[:20], "the packed file is damaged: it is cut short; fetch it again"),
        (b"\x1f\x8b\x08" + b"\xff" * 50, "the packed file is damaged: "),
        (b"PK\x03\x04" + b"\0" * 50, "the zip archive is damaged: "),
        (zipped({"a.txt": b"One."})[:-10], "the zip archive is damaged: "),
        (tarred({"a.txt": b"One."})[:600], "damaged"),
    ],
    ids=["cut", "noise", "zip", "zip-cut", "tar-cut"],
)
def test_damage_is_told(data: bytes, says: str) -> None:
    assert says in read(data)[-1]
    assert read(data)[-1].startswith("! standard input")


NO_NEWS = "! standard input: the zip archive or document holds no file of news; give the articles as text"


def test_an_archive_without_news_is_told() -> None:
    assert read(zipped({"[Content_Types].xml": b"<?xml version='1.0'?><Types/>", "word/a.png": b"PNG"})) == [NO_NEWS]


def test_a_member_without_a_name_is_passed_over() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(zipfile.ZipInfo("\0"), b"One.")
    assert read(whole.getvalue()) == [NO_NEWS]


def test_too_deep() -> None:
    data = b"The end."
    for _ in range(6):
        data = gzip.compress(data)
    assert read(data) == ["! standard input: it is packed more than 4 deep; unpack it yourself if you trust it"]
