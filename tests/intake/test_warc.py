"""Web archives, packed and not."""

import gzip
import io
import tracemalloc
from pathlib import Path

import pytest
from tests.intake.packing import gzipped_members, page, record

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies

pytest.importorskip("fastwarc", reason="pip install 'onrecord[warc]'")

RECORDS = [
    record("https://example.org/a", page("The envoys met in Strelsau.")),
    record("https://example.org/a.png", b"\x89PNG", kind="image/png"),
    record("https://example.org/none", page("Not found."), status="404 Not Found"),
    record("https://example.org/z", gzip.compress(page("Packed.")), more="Content-Encoding: gzip\r\n"),
    record(
        "https://example.org/f", b"<rss><channel><item><title>Talks</title></item></channel></rss>", kind="text/xml"
    ),
]


def read(data: bytes) -> list[Copy | ReadError]:
    return list(copies("-", stdin=io.BytesIO(data)))


@pytest.mark.parametrize("data", [b"".join(RECORDS), gzipped_members(RECORDS)], ids=["plain", "gzip"])
def test_pages_of_a_web_archive(data: bytes) -> None:
    found = read(data)
    assert [item.id for item in found if isinstance(item, Copy)] == [
        "https://example.org/a", "https://example.org/z", "https://example.org/f",
    ]  # fmt: skip
    assert isinstance(found[0], Copy)
    assert found[0].source.url == "https://example.org/a"
    assert "The envoys met in Strelsau." in found[0].text


def test_a_cut_file_gives_what_came_before() -> None:
    found = read(b"".join(RECORDS)[:-200])
    assert isinstance(found[0], Copy)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    with path.open("wb") as stream:
        for number in range(300):
            stream.write(record(f"https://example.org/{number}", page(f"The envoys met.<!--{'x' * 50_000}-->")))
    assert path.stat().st_size > 12 * 2**20
    tracemalloc.start()
    count = sum(isinstance(item, Copy) for item in copies(path))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300
    assert most < 4 * 2**20
