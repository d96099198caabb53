"""No document fails: the whole reader over every text of the data folder, and over documents made at random.

    python benchmarks/robust.py [--data FOLDER] [--generated N] [--long N]   texts, made documents, long paragraphs
    python benchmarks/robust.py --seed S                                     print the document made from the seed S

A document passes where reading it gives a record that passes `record.check`, that is read back as it was written, and
whose spans hold text that is not blank; where the text is blank, a ReadError that says so. Prints how many passed,
each failure with its name or its seed, and what half of a long document costs against the whole (twice is linear).
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord import read
from onrecord.errors import ReadError
from onrecord.record import Record, check, from_json, spans_of, to_json
from run import data_folder

# Every character of the Unicode property Quotation_Mark, the primes, and what typewriters make of them.
QUOTES = (*"\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣❛❜❝❞`´′″‴", "``", "''", "'''", ",,", "<<", ">>")
SPACES = (" ", " ", " ", "\n", "\n\n", "\t", "\xa0", "\u2003", "\u2028", "\x85", "\r\n", "\u3000", "")
CONTROLS = (
    *"\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x9f\xad\ufeff\ufffd\uffff\u200b\u200c\u200d\u200e\u200f",
    *"\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\u0301\u0338\ud800\udfff\U0010ffff\U000e0041",
)
SIGNS = (*".,:;!?…—–-()[]{}<>&@#$%^*_=+/\\|~", "--", "...", ". . .", "6'2\"", "5’11”", '14"', "’90s", "'em")
WORDS = (
    *"said says told asked he she they it that whether not to the a of in by an and but as who which announced denied"
    " vowed promised urged called warned added replied statement spokesman minister according asked Q A".split(),
    "Mira Tolan", "Oren Vale", "MIRA TOLAN", "Tolan", "Teska", "the Teskan Foreign Ministry", "the talks would go on",
    "according to", "went on", "on Friday", "March 8", "2019-03-08", "last week", "9:30 a.m.", "U.S.", "Mr.", "'s",
    "TESKA, March 8 (NPA) -", "By Mira Tolan", "Q:", "A:", "TOLAN:", "s’", "workers'", "O'Neill", "don’t", "É", "ß",
    "İ", "中文新闻", "שלום", "한국", "ไทย", "🙂", "👩‍👩‍👧‍👦", "🇳🇴", "ﬁ", "Ǆ", "ŉ", "1,200.5", "٣", "²", "½",
)  # fmt: skip
MANNERS = ("mixed", "marks", "words", "glued", "capitals", "controls", "one sign", "one unit", "paragraphs", "any")
PIECES = {
    "mixed": (*WORDS, *WORDS, *QUOTES, *SIGNS, *SPACES, *SPACES),
    "marks": QUOTES,
    "words": (*WORDS, *SPACES[:3]),
    "glued": (*WORDS, *QUOTES, *SIGNS),
    "capitals": (*(word.upper() for word in WORDS), *QUOTES[:12], " ", " ", ". ", "\n"),
    "controls": (*CONTROLS, *WORDS[:20], *QUOTES[:12], " "),
    "paragraphs": (*("\n\n" + mark for mark in QUOTES), *WORDS, ". ", ", ", " ", " ", " "),
}


def made(seed: int) -> str:
    """The document of a seed: mostly some hundred characters, one in 500 some thousand."""
    rng = random.Random(seed)
    manner = MANNERS[seed % len(MANNERS)]
    count = rng.choice((1, 3, 10, 30, 60)) if seed % 500 else 2000
    if manner == "any":
        points = (rng.choice((rng.randrange(0x20, 0x3000), rng.randrange(0x110000))) for _ in range(count))
        return "".join(map(chr, points))
    if manner == "one sign":
        sign: str = rng.choice((*QUOTES, *SIGNS, *SPACES, *CONTROLS, *WORDS))
        return sign * count
    if manner == "one unit":
        return "".join(rng.choices(PIECES["mixed"], k=rng.randint(1, 6))) * count
    joint = "" if manner in {"marks", "glued", "controls"} else rng.choice(("", " "))
    return joint.join(rng.choices(PIECES[manner], k=count))


def fault(text: str, published: str | None = "2019-03-08") -> str | None:
    """What is wrong with the record of `text`, None where nothing is."""
    try:
        record = read(text, published=published)
    except ReadError as error:
        return None if not text.strip() or "blank" in str(error) or "empty" in str(error) else f"ReadError: {error}"
    except Exception as error:  # whatever it is, it is what is looked for
        return f"{type(error).__name__}: {error}"
    return fault_of(record)


def fault_of(record: Record) -> str | None:
    try:
        check(record)
        written = to_json(record)
        again = from_json(written)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if to_json(again) != written:
        return "the record is not read back as it was written"
    blank = [path for path, span in spans_of(record) if not span.cut(record.article.text).strip()]
    return f"{blank[0]} holds nothing but blanks" if blank else None


def page_texts(data: Path) -> Iterator[tuple[str, str]]:
    """The texts that the pages of the data folder are expected to give, by page and parser version."""
    for path in sorted((data / "data/pages").glob("*/*.json")):
        for version, page in json_of(path).items():
            body = page.get("body") if isinstance(page, dict) else None
            if body:
                sections = body.get("sections") or []
                parts = [part for section in sections for key in ("headline", "paragraphs") for part in section[key]]
                text = "\n\n".join(filter(None, [page.get("title"), *(body.get("summary") or []), *parts]))
                yield f"{path.parent.name}/{path.stem} {version}", text


def json_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    return found


def corpus_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Every text of PolNeAR, of the gold records and of the pages, with its name."""
    for folder in ("data/polnear/train/text", "data/polnear/dev/text", "gold/dev"):
        for path in sorted((data / folder).glob("*.txt")):
            yield f"{folder}/{path.stem}", path.read_bytes().decode("utf-8")
    yield from page_texts(data)


def long_texts(count: int, size: int) -> Iterator[tuple[str, str]]:
    """Texts of `size` characters, most of them one paragraph, each of a unit made from a seed."""
    for seed in range(count):
        unit = made(7 * seed + 3) or " "
        unit = unit if seed % 4 == 0 else unit.replace("\n", " ").replace("\r", " ")
        yield f"long {seed}", "A. " + (unit * (size // len(unit) + 1))[:size]


def seconds(text: str) -> float:
    start = time.process_time()
    fault(text)
    return time.process_time() - start


def report(name: str, rows: Iterable[tuple[str, str]]) -> int:
    """Reads the rows and prints how many passed; how many did not comes back."""
    start, count, failures = time.process_time(), 0, 0
    for title, text in rows:
        count += 1
        wrong = fault(text)
        if wrong:
            failures += 1
            print(f"  {title}: {wrong}", flush=True)
    print(f"{name:22}{count:>9} read {failures:>6} failed {time.process_time() - start:>8.1f} s", flush=True)
    return failures


def report_growth(rows: Iterable[tuple[str, str]]) -> None:
    """Prints the five least linear of the long texts, then the five slowest."""
    found: list[tuple[float, float, str]] = []
    for title, text in rows:
        half, whole = seconds(text[: len(text) // 2]), seconds(text)
        found.append((whole / max(half, 0.01), whole, f"{title:10} {text[3:33]!r}"))
    for row in [*sorted(found)[-5:], *sorted(found, key=lambda row: row[1])[-5:]]:
        print(f"  {row[1]:7.2f} s, {row[0]:.1f} times its half: {row[2]}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of corpora")
    parser.add_argument("--generated", type=int, default=100_000, help="how many documents are made")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first")
    parser.add_argument("--long", type=int, default=40, help="how many long documents are made")
    parser.add_argument("--size", type=int, default=1_000_000, help="their characters")
    parser.add_argument("--seed", type=int, help="print the document of a seed and stop")
    args = parser.parse_args()
    if args.seed is not None:
        print(repr(made(args.seed)))
        return
    failures = report("texts of the corpora", corpus_texts(data_folder(args.data)))
    seeds = range(args.first, args.first + args.generated)
    failures += report("made documents", ((f"seed {seed}", made(seed)) for seed in seeds))
    failures += report("long documents", long_texts(args.long, args.size))
    report_growth(long_texts(args.long, args.size))
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
