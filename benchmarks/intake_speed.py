"""How fast news comes in, on one core, and how much memory it takes: feeds, wire items, JSON lines, web archives.

    python benchmarks/intake_speed.py [--pages FOLDER] [--runs N]

Everything is made here from seeds, but for the pages of the web archive, which may be saved ones (.html.gz, any depth
of folders). Process time, the best of several runs. A feed library, where one is installed, and bare FastWARC run
beside ours. Peak memory is measured in a process of its own, for a file and for one ten times as long.
"""

import argparse
import gzip
import io
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from onrecord.errors import ReadError
from onrecord.intake.files import copies

WORDS = "The envoys of Ruritania and Graustark met in Strelsau on Friday, officials said, and agreed to talk again. "
ENTRIES, LINES, PAGES = 10_000, 10_000, 1_000


def feed(entries: int, paragraphs: int) -> bytes:
    """An RSS feed; each entry has so many paragraphs of HTML."""
    body = "".join(f"&lt;p&gt;{WORDS * 2}&lt;/p&gt;" for _ in range(paragraphs))
    items = "".join(
        f"<item><title>Envoys meet again on strait {n}</title><link>https://example.org/{n}</link>"
        f"<guid>https://example.org/{n}</guid><pubDate>Fri, 08 Mar 2019 14:05:00 GMT</pubDate><dc:creator>Jane Roe"
        f"</dc:creator><category>World</category><description>{body}</description></item>"
        for n in range(entries)
    )
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Keld Courier</title>'
    return f"{head}{items}</channel></rss>".encode()


def json_lines(count: int) -> Iterator[bytes]:
    text = "\n\n".join([f"GRENT, March 8 (AFP) - {WORDS}", *[WORDS * 3] * 9])
    for n in range(count):
        yield json.dumps({"id": n, "published": "2019-03-08", "text": text}).encode() + b"\n"


def ninjs_lines(count: int) -> Iterator[bytes]:
    body = f"<p>GRENT, March 8 (AFP) - {WORDS}</p>" + f"<p>{WORDS * 3}</p>" * 9
    for n in range(count):
        item = {"uri": f"urn:{n}", "versionCreated": "2019-03-08T14:05:00Z", "headlines": [{"value": f"Talks {n}"}],
                "bodies": [{"contentType": "text/html", "value": body}]}  # fmt: skip
        yield json.dumps(item).encode() + b"\n"


def warc(pages: list[bytes], count: int) -> Iterator[bytes]:
    """The records of a WARC file that holds these pages, over and over."""
    for n in range(count):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + pages[n % len(pages)]
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Target-URI: https://example.org/{n}"
            f"\r\nWARC-Date: 2019-03-08T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        yield head.encode() + http + b"\r\n\r\n"


def made_page() -> bytes:
    paragraphs = "".join(f"<p>{WORDS * 2}</p>" for _ in range(15))
    furniture = "".join(f'<div class="t{n}"><a href="/{n}">Teaser {n}</a></div>' for n in range(200))
    return f"<!DOCTYPE html><html><head><title>Talks</title></head><body>{furniture}{paragraphs}</body></html>".encode()


def saved_pages(folder: Path | None) -> list[bytes]:
    found = sorted(folder.rglob("*.html.gz"))[:200] if folder else []
    return [gzip.decompress(path.read_bytes()) for path in found] or [made_page()]


def articles(data: bytes) -> int:
    """How many articles the bytes give. Raises ReadError where one cannot be read."""
    count = 0
    for found in copies("-", stdin=io.BytesIO(data)):
        count += not isinstance(found, ReadError)
    return count


def rate(run: Callable[[], int], runs: int) -> float:
    """How many a second, in the fastest of the runs."""
    best = 0.0
    for _ in range(runs):
        begun = time.process_time()
        count = run()
        best = max(best, count / (time.process_time() - begun))
    return best


def bare_warc(data: bytes) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = 0
    for record in ArchiveIterator(io.BytesIO(data), WarcRecordType.response, parse_http=True):
        count += bool(record.reader.read())
    return count


def bare_pages(pages: list[bytes], count: int) -> int:
    """The same pages, read without an archive around them."""
    return sum(articles(pages[n % len(pages)]) for n in range(count))


def feed_library(data: bytes) -> int:
    import feedparser

    return len(feedparser.parse(data).entries)


def _peak(path: str, to: "multiprocessing.SimpleQueue[int]") -> None:
    for _ in copies(path):
        pass
    to.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak(parts: Iterator[bytes], suffix: str, *, packed: bool = False) -> tuple[float, float]:
    """MiB of a file with these parts, and MiB of memory at most while it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        with gzip.GzipFile(path, "wb", compresslevel=1) if packed else path.open("wb") as stream:
            for part in parts:
                stream.write(part)
        fresh = multiprocessing.get_context("spawn")
        answer = fresh.SimpleQueue()
        process = fresh.Process(target=_peak, args=(str(path), answer))
        process.start()
        most = answer.get()
        process.join()
        return path.stat().st_size / 2**20, most / 1024


def print_memory() -> None:
    for name, parts, suffix, packed in (
        ("JSON lines", json_lines, ".jsonl", False),
        ("JSON lines, gzip", json_lines, ".jsonl.gz", True),
        ("WARC", lambda n: warc([made_page()], n), ".warc", False),
        ("WARC, gzip", lambda n: warc([made_page()], n), ".warc.gz", True),
    ):
        for count in (1_000, 10_000):
            size, most = peak(parts(count), suffix, packed=packed)
            print(f"{name:18} {count:7,} articles, {size:6.1f} MiB: {most:6.1f} MiB of memory at most")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="folder of saved pages (.html.gz)")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    print_memory()  # first: a new process begins with the peak of its parent
    for paragraphs in (1, 10):
        data = feed(ENTRIES // paragraphs, paragraphs)
        print(f"feed, {paragraphs:2} paragraphs an entry  {rate(partial(articles, data), given.runs):10,.0f} entries/s")
    try:
        few = feed(500, 1)
        print(f"  the same with feedparser  {rate(lambda: feed_library(few), 2):10,.0f} entries/s")
    except ImportError:
        print("  feedparser is not installed")
    for name, lines in (("JSON lines", json_lines), ("ninjs", ninjs_lines)):
        data = b"".join(lines(LINES // 5))
        print(f"{name:26}  {rate(partial(articles, data), given.runs):10,.0f} articles/s")
    pages = saved_pages(given.pages)
    data = b"".join(warc(pages, PAGES))
    print(f"WARC, {len(data) / 2**20:.0f} MiB             {rate(lambda: articles(data), given.runs):10,.0f} pages/s")
    print(f"  its pages alone           {rate(lambda: bare_pages(pages, PAGES), given.runs):10,.0f} pages/s")
    print(f"  bare FastWARC             {rate(lambda: bare_warc(data), given.runs):10,.0f} records/s")


if __name__ == "__main__":
    main()
