"""Bytes as text: which encoding a file is in, and whether it is text at all."""

import codecs

import charset_normalizer

from onrecord.errors import ReadError

# A long book holds about 2 MiB; an article of more than 64 is a dump, and better read line by line.
MAX_BYTES = 64 * 2**20

# The longest first: the mark of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that people take for text by mistake. Source: the formats' own specifications.
_MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3\x00": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"PAR1": "a Parquet file",
}
# Those in which wires and newspapers have sent their copy; a free choice among all that exist errs more often on
# short texts. cp1252 first: most copy of unknown encoding is Western, with a few curly marks and accents.
_ENCODINGS = [
    "cp1252", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman",
]  # fmt: skip
_SAMPLE = 2**16  # bytes that are enough to tell an encoding by
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
# Old wire transmissions carry a few (start and end of text, IPTC 7901); a binary file has them all over.
_MOST_CONTROLS = 0.1


def decode(data: bytes, *, name: str) -> str:
    """The text that the bytes hold: UTF-8, UTF-16 or UTF-32 by its mark, else the likeliest encoding of a wire.

    name: what to call the file in a message.
    Raises ReadError where there is nothing, only white space, too much, or no text.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    text = _decoded(data, name)
    if not text.strip():
        what = "blank" if data else "empty"
        raise ReadError(f"{name}: the file is {what}; give a file with the text of an article")
    return text


def too_large(name: str, size: int) -> ReadError:
    """The error of a text file of more than `MAX_BYTES`."""
    return ReadError(
        f"{name}: the file has {size / 2**20:,.0f} MiB and an article may have {MAX_BYTES / 2**20:.0f};"
        " give one file an article, or JSON lines (.jsonl)"
    )


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    _check_is_text(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _guessed(data)


def _check_is_text(data: bytes, name: str) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise ReadError(f"{name}: the file is {what}, not text; save the article as plain text (UTF-8)")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in data or controls > _MOST_CONTROLS * len(sample):
        raise ReadError(f"{name}: the file is binary, not text; save the article as plain text (UTF-8)")


def _damaged_utf8(data: bytes) -> str | None:
    """The text of UTF-8 that lost a few bytes, as a cut file does; None where other bytes are the rule."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(data) - len(data.translate(None, bytes(range(0xC2, 0xF5))))  # bytes that may begin a sequence
    return text if 10 * broken < whole else None


def _guessed(data: bytes) -> str:
    best = charset_normalizer.from_bytes(_telling(data), cp_isolation=_ENCODINGS).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _telling(data: bytes) -> bytes:
    """A sample that begins a little before the first byte outside ASCII."""
    first = next(place for place, byte in enumerate(data) if byte > 127)
    return data[max(0, first - 1024) : first + _SAMPLE]
