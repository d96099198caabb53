"""Text as all the reader counts in it: one kind of line end, no control characters, no broken ones."""

import re

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|\\A\ufeff")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# A control character is read as one: a blank keeps every offset behind it. Those of 80 to 9F are characters of
# windows-1252 in copy that was decoded as Latin-1, as browsers read them (WHATWG Encoding Standard).
_READ_AS = {code: bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ") for code in range(0x80, 0xA0)}
_READ_AS |= dict.fromkeys([*range(0x20), 0x7F], " ")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with its line ends as LF, and without a byte order mark in front. A control character becomes a
    blank, or the character of windows-1252 that it stands for: each keeps its place.

    Text that is clean comes back as it is, white space at its edges and Unicode's own spaces included: nothing is
    trimmed, composed or folded. A surrogate without its pair becomes U+FFFD. Cleaning twice changes nothing more.
    """
    if _UNCLEAN.search(text) is None:
        return text
    if _SURROGATE.search(text):
        # Pairs that came apart, as in careless JSON, are joined again on the way.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = _LINE_END.sub("\n", text.lstrip("\ufeff"))
    return _CONTROL.sub(lambda sign: _READ_AS[ord(sign.group())], lines)
