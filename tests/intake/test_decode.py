"""Bytes as text: encodings of the wire, and what is no text at all."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.intake.decode import MAX_BYTES, decode

WESTERN = "The minister of Ruritania said: “We shall come” – and the café in Zürich was full of envoys. " * 3
RUSSIAN = "Министр иностранных дел Руритании заявил, что переговоры продолжатся в пятницу в Женеве. " * 3


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (WESTERN, "utf-8", b""),
        (WESTERN, "utf-8", codecs.BOM_UTF8),
        (WESTERN, "utf-16-le", codecs.BOM_UTF16_LE),
        (WESTERN, "utf-16-be", codecs.BOM_UTF16_BE),
        (WESTERN, "utf-32-le", codecs.BOM_UTF32_LE),
        (WESTERN, "cp1252", b""),
        (RUSSIAN, "cp1251", b""),
        (RUSSIAN, "koi8_r", b""),
        ("plain ASCII", "ascii", b""),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "koi8-r", "ascii"],
)
def test_encodings_are_told(text: str, encoding: str, mark: bytes) -> None:
    assert decode(mark + text.encode(encoding), name="wire.txt") == text


def test_utf8_that_was_cut_keeps_what_is_whole() -> None:
    assert decode(RUSSIAN.encode()[:-3], name="cut.txt") == RUSSIAN[:-3] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "wire.txt: the file is empty; give"),
        (b" \n\t\r\n", "wire.txt: the file is blank; give"),
        (codecs.BOM_UTF8 + b"  ", "wire.txt: the file is blank; give"),
        (b"\x89PNG\r\n\x1a\n....", "wire.txt: the file is a PNG picture, not text; save"),
        (b"%PDF-1.7\n....", "wire.txt: the file is a PDF, not text; save"),
        (b"PK\x03\x04....", "wire.txt: the file is a ZIP archive or an office document, not text"),
        (b"SQLite format 3\x00....", "wire.txt: the file is an SQLite database, not text"),
        (b"some words\x00and a NUL", "wire.txt: the file is binary, not text"),
        (bytes(range(1, 32)) * 9, "wire.txt: the file is binary, not text"),
        (b"x" * (MAX_BYTES + 1), "wire.txt: the file has 64 MiB and an article may have 64; give one file"),
    ],
    ids=["empty", "blank", "blank-mark", "png", "pdf", "zip", "sqlite", "nul", "controls", "too-large"],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError) as raised:
        decode(data, name="wire.txt")
    assert str(raised.value).startswith(says)


@pytest.mark.parametrize(
    "data", [b"\x01ZCZC\x02 RURITANIA\x03 the text of a transmission goes on and on", b"tab\tand\x0cfeed"]
)
def test_a_few_controls_are_no_binary(data: bytes) -> None:
    assert decode(data, name="wire.txt") == data.decode()


def decoded(data: bytes) -> str:
    """The text, or the message of the error."""
    try:
        return decode(data, name="any")
    except ReadError as error:
        return str(error).removeprefix("any:")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    assert decoded(data).strip()
