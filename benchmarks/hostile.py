"""What a hostile page costs: the whole reader over a megabyte of each of some units, repeated, against news.

    python benchmarks/hostile.py [--size CHARACTERS]
    python benchmarks/hostile.py --pages

Prints, for each unit, the seconds for the text and for half of it (twice as long is linear), and the cost of a
character against that of the example wire. With --pages: of saved pages with as many tags as one may have, or as many
characters, and the memory that the process came to.
"""

import argparse
import resource
import time
from contextlib import suppress
from pathlib import Path

from onrecord import ReadError, read
from onrecord.intake.pages import read_page
from onrecord.intake.pages.tree import MAX_TAGS, MAX_TEXT

WIRE = Path(__file__).resolve().parents[1] / "examples" / "wire"
UNITS = (
    "last ", "1", "1-2-", "January 1 ", "Friday ", "between Monday and ", "“a ", "‘s ", '"a" ', "“One.\n\n", "he said ",
    "said, ", "according to ", "as he said, ", "“Go,” he said. ", "Aa ", "A. ", "Ministry of A and B ", "U.S.’s ",
    "a, ", "(", "\n", "— ", "asked about ", "The man who said that ",
    "she gave her their own ", "the lawmakers of the Council ", "a letter ", "In Grent, Roe ",
)  # fmt: skip


def seconds(text: str) -> float:
    """The process time of reading `text`."""
    start = time.process_time()
    read(text, published="2022-01-21")
    return time.process_time() - start


# What a page is made of, over and over: each between a headline and some paragraphs of news.
PAGE_UNITS = (
    "<p>The envoys met on Friday, {} officials said.</p>", "<p>x", "<p>x<br>", "<div>", "<div>x</div>", "<b>",
    "<li>a point {}", "<tr><td>a<td>b",
    "<table><tr><td>", "<blockquote>The {} again and again, said the man once more.</blockquote>", "<a href=x>w</a> ",
    "<h1>Envoys meet in Strelsau</h1>", "<h2>Envoys meet {}</h2>", "<span>x</span>",
    "<time datetime=2020-01-01>x</time>", "<ul><li>a</ul>",
    "<meta name=author content='Jane Roe'>", "<script>", "<script type=application/ld+json>{{",
    "<style>x</style>", "<!--", "<![CDATA[", "<",
    "&amp;", "&#x41;", "word ", "a1=1 ", "<p a1=1 b1=1 c1=1 d1=1 e1=1>", "<p a='", "\0", "\u00e9", "\u202e",
)  # fmt: skip
PAGE = (
    "<!doctype html><title>Envoys meet again</title><h1>Envoys meet again</h1>{}"
    "<p>The envoys of Ruritania and Graustark met in Strelsau on Friday.</p><p>They will meet again.</p>"
)


def page_of(unit: str, share: float) -> bytes:
    """A page of the unit, as long as a page may be, or this share of it."""
    tags = unit.count("<") or 1e-9
    count = int(share * min((MAX_TAGS - 20) / tags, (MAX_TEXT - 1000) / (len(unit) + 4)))
    return PAGE.format("".join(unit.format(n) for n in range(count))).encode()


def page_seconds(page: bytes) -> float:
    start = time.process_time()
    with suppress(ReadError):
        read_page(page)
    return time.process_time() - start


def show_pages() -> None:
    print(f"{'unit':52}{'half':>8}{'whole':>8}{'ratio':>7}{'MiB':>8}")
    for unit in PAGE_UNITS:
        half, whole = (page_seconds(page_of(unit, share)) for share in (0.5, 1))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{unit[:50]!r:52}{half:8.2f}{whole:8.2f}{whole / max(half, 1e-9):7.1f}{memory:8}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--pages", action="store_true", help="saved pages instead of text")
    args = parser.parse_args()
    if args.pages:
        show_pages()
        return
    size = args.size
    wire = "\n\n".join(path.read_text("utf-8") for path in sorted(WIRE.glob("*.txt")))
    news = seconds(wire * (size // len(wire) + 1)) / (len(wire) * (size // len(wire) + 1))
    print(f"{'unit':28}{'half':>8}{'whole':>8}{'ratio':>7}{'x news':>8}")
    for unit in UNITS:
        half, whole = (seconds("A. " + unit * (length // len(unit))) for length in (size // 2, size))
        print(f"{unit!r:28}{half:8.2f}{whole:8.2f}{whole / half:7.1f}{whole / size / news:8.1f}", flush=True)


if __name__ == "__main__":
    main()
