"""Saved pages that were damaged at random: each must be read or refused, and its spans must lie in its text.

    python benchmarks/damaged.py [--data FOLDER] [--pages COUNT] [--seed SEED]

Each page of the data folder is damaged in up to 300 places: bytes changed, lost or repeated, tags and broken encodings
put in, the end cut off. Prints how many were read and refused, and fails with the seed of the first that did neither.
"""

import argparse
import gzip
import random
import sys
from collections import Counter
from pathlib import Path

import pages
from onrecord.errors import ReadError
from onrecord.intake.pages import read_page

PIECES = (
    b"<", b">", b"</p>", b"<p>", b"<div>", b"</div>", b"<!--", b"-->", b"<script>", b"</script>", b'"', b"'", b"\0",
    b"\xff", b"\xc3", b"\xe2\x80", b"&#x110000;", b"&#0;", b"<h1>", b"</body>", b"<html>", b"<table>", b"<svg>",
    b"<title>", b"<plaintext>", b"<xmp>", b"<frameset>", b"<template>", b"<select>", b" hidden ", b"<![CDATA[",
    b'{"@type":', b"\\u0000", b"\\ud800", b"<p " * 50, b'<a href="">' * 30, b"<ul><li>" * 20, b"<noscript>", b"<pre>",
    b'<meta charset="utf-16">', b'<meta charset="shift_jis">', b"<br>" * 10, b"1e999", b"null", b"[]", b"<figure>",
)  # fmt: skip


def damaged(page: bytes, rng: random.Random) -> bytes:
    """The page with one to 300 places changed."""
    data = bytearray(page)
    for _ in range(rng.choice([1, 3, 10, 60, 300])):
        if len(data) < 100:
            break
        place, kind = rng.randrange(len(data)), rng.randrange(100)
        if kind < 25:
            data[place:place] = rng.choice(PIECES)
        elif kind < 50:
            del data[place : place + rng.choice([1, 5, 50, 2000])]
        elif kind < 75:
            start = rng.randrange(len(data))
            data[place:place] = data[start : start + rng.choice([5, 50, 500, 5000])]
        elif kind < 99:
            data[place] = rng.randrange(256)
        else:
            del data[place:]
    return bytes(data)


def outcome(page: bytes) -> str:
    """ "read", or the reason why it was refused. Raises AssertionError where a span of the copy is wrong."""
    try:
        copy = read_page(page, name="page")
    except ReadError as error:
        return str(error).split(";")[0]
    end = 0
    for paragraph in copy.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(copy.text)
        end = paragraph.span.end
    copy.text.encode()  # half a surrogate pair would raise
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    sources = [gzip.decompress(file.read_bytes()) for file in pages.listed(args.data).values()]
    told: Counter[str] = Counter()
    for seed in range(args.seed, args.seed + args.pages):
        try:
            told[outcome(damaged(sources[seed % len(sources)], random.Random(seed)))] += 1
        except Exception:
            print(f"--seed {seed} --pages 1", file=sys.stderr)
            raise
    for what, count in told.most_common():
        print(f"{count:8}  {what}")


if __name__ == "__main__":
    main()
