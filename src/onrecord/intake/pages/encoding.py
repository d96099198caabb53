"""The bytes of a page as text, whatever encoding it declares."""

import codecs
import re

from onrecord.errors import ReadError
from onrecord.intake import decode

# What browsers take these labels for. Source: WHATWG Encoding Standard, 4.2 "Names and labels".
_READ_AS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "windows-1252": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
    "unicode": "utf-8", "utf8": "utf-8", "x-mac-roman": "mac_roman", "macintosh": "mac_roman",
    # A page whose declaration could be read as ASCII is not in UTF-16, whatever it says.
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
# Where a declaration may stand: browsers look at the first 1,024 bytes, and pages put it later.
_SEARCHED = 8192
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,30})|^\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,30})""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"""<html\b[^>]{0,300}?\blang\s*=\s*["']?([a-zA-Z]{2,3})\b""", re.IGNORECASE)
# Languages that windows-1252 writes.
_WESTERN = frozenset("en de fr es it pt nl da sv no nb nn fi is ga ca eu gl af sq id ms sw".split())
# The share of bytes outside ASCII in a Western page is well under this; other scripts have far more.
_FEW = 0.05
# A share of the characters that did not come out right, above which the declaration is taken for wrong.
_WRONG = 0.002


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is not of the page's encoding as windows-1252 has it: pages are put together from pieces."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return broken.decode("cp1252", "replace"), error.end


codecs.register_error("onrecord-windows", _as_windows)


def decode_page(data: bytes, *, name: str) -> str:
    """The text of a page: by its byte order mark, as UTF-8 where it is that, else as it declares, else guessed.

    A page of UTF-8 with some bytes of another encoding is read as UTF-8, and those bytes as windows-1252.
    name: what to call the page in a message. Raises ReadError where there is too much, nothing, or no text.
    """
    if len(data) > decode.MAX_BYTES:
        raise decode.too_large(name, len(data))
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(f"{name}: the page is empty; save it anew, as HTML")
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or b"\0" in data[:64]:
        return decode.decode(data, name=name) if marked else _utf16(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _declared(data) or _western(data) or decode.decode(data, name=name)


def _utf16(data: bytes) -> str:
    """UTF-16 without its mark: where every other byte of the first tags is nothing."""
    return data.decode("utf-16-be" if data.startswith(b"\0") else "utf-16-le", "replace")


def _declared(data: bytes) -> str | None:
    """The text as the page declares it; None where it declares nothing that Python knows, or wrongly."""
    found = _DECLARED.search(data[:_SEARCHED])
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    try:
        text = data.decode(_READ_AS.get(label, label), "replace")
    except LookupError:
        return None
    return None if text.count("\ufffd") > _WRONG * len(text) else text


def _mostly_utf8(data: bytes) -> str | None:
    """The text as UTF-8 with some bytes of windows-1252 in it; None where the bytes that are no UTF-8 are the rule."""
    whole = data.decode("utf-8", "ignore")
    sequences = len(whole) - len(whole.encode("ascii", "ignore"))
    broken = data.decode("utf-8", "replace").count("\ufffd")
    return data.decode("utf-8", "onrecord-windows") if sequences >= broken else None


def _western(data: bytes) -> str | None:
    """The text as windows-1252, where the page says that its language is one written in it, or says nothing, and few
    bytes are of no ASCII: what browsers do. None else; a NUL byte is of no such page."""
    found = _LANGUAGE.search(data[:_SEARCHED])
    if b"\0" in data or (found is not None and found[1].decode("ascii").lower() not in _WESTERN):
        return None
    few = len(data) - len(data.translate(None, bytes(range(0x80, 0x100)))) <= _FEW * len(data)
    return data.decode("cp1252", "replace") if few else None
