"""What a file holds, told from its first bytes and never from its name."""

import json
import re
from collections.abc import Callable
from typing import Final, Literal, get_args

# What a reader can be asked for by name; the packed ones below are always unpacked first.
Kind = Literal[
    "text", "html", "json", "jsonl", "ninjs", "json-ld", "json-feed", "newsml-g2", "newsml-1", "nitf", "feed",
    "iptc7901", "anpa1312", "csv", "parquet", "warc", "mail",
]  # fmt: skip
KINDS: Final[tuple[str, ...]] = get_args(Kind)
PACKED: Final = frozenset(["gzip", "bzip2", "xz", "zip", "tar"])

# In bytes. Enough to pass a long comment or doctype in front of the first element.
HEAD: Final = 2**16

_BLANK = b" \t\r\n\x0b\x0c"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")

# Source: the formats' own specifications.
_MAGIC: Final = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/1.", "warc"),
)
# The first element of a document, without its prefix. Source: the schemas of the IPTC, RSS 0.9-2.0, RFC 4287, HTML.
_ROOTS: Final = {
    **dict.fromkeys(
        "newsitem newsmessage packageitem conceptitem knowledgeitem planningitem catalogitem contentset contentmeta"
        " itemmeta".split(),
        "newsml-g2",
    ),
    "newsml": "newsml-1",
    "nitf": "nitf",
    **dict.fromkeys("rss feed rdf".split(), "feed"),
    **dict.fromkeys(
        "html head body title meta link script style noscript base article main section header div span h1 h2 p a b br"
        " table font iframe center".split(),
        "html",
    ),
}
_PROLOGUE = re.compile(
    rb"\s*(?:<\?.{0,2000}?\?>|<!--.{0,60000}?-->|<!DOCTYPE[^>\[]{0,2000}>)", re.DOTALL | re.IGNORECASE
)
_INTERNAL = re.compile(rb"\s*<!DOCTYPE[^>\[]{0,2000}\[.{0,60000}?\]\s*>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"\s*<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]")
_HTML_DOCTYPE = re.compile(rb"\s*<!DOCTYPE\s+html\b", re.IGNORECASE)

_OBJECT_OPENS = re.compile(rb'\{\s*(?:"|\}\s*\Z)')
_LIST_OPENS = re.compile(rb'\[\s*\{\s*"')
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_JSON_LD = re.compile(rb'"@(?:context|graph)"\s*:')
_NINJS = re.compile(
    rb'"(?:versioncreated|pubstatus|headlines|bodies|body_\w{1,20}|renditions|eventdetails)"\s*:', re.IGNORECASE
)

# <SOH> source and number, priority, category, word count; <STX>. Source: IPTC 7901, "The text transmission format".
_IPTC7901 = re.compile(rb"\s{0,20}\x01[A-Za-z]{0,8}\s?\d{1,6} [1-9] [A-Za-z]{1,4} \d{1,5}\b")
# <SYN><SYN><SOH> service and number. Source: ANPA 1312, "High speed wire service transmission guidelines".
_ANPA1312 = re.compile(rb"\s{0,20}\x16{0,4}\x01[a-zA-Z]\s?\d{3,4}[\x1f\x1e\s]")
# The same where the frame was lost: two lines, or one, of a header that nothing else begins with.
_BARE_ANPA = re.compile(
    rb"\s{0,20}[a-zA-Z]\d{4}[a-z-]{0,12}[ ]*\r?\n[bdfrsuw] [a-z][ \x11-\x14]\S[^\n]{0,120}?\d\d-\d\d \d{4}\s*\n"
)
_BARE_7901 = re.compile(rb"\s{0,20}[a-z]{2,4}\d{4} [1-9] [a-z]{1,3} \d{1,4}\b[^\n]{0,60}\n")

_HEADER = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,60}:(?:[ \t].*)?")
_MAIL_FIELDS: Final = frozenset(
    b"from to cc subject date message-id mime-version received return-path delivered-to content-type reply-to"
    b" sender".split()
)

# Names of columns that hold an article's text, and those that stand beside it; see `columns`.
_TEXT_COLUMNS: Final = frozenset("text body content article fulltext full_text maintext".split())
_BESIDE: Final = frozenset("id headline title published date url author byline language section publisher".split())
_DELIMITERS: Final = ",\t;|"


def kind_of(head: bytes) -> str:
    """What a file that begins with `head` holds: one of `KINDS` or `PACKED`, or "xml" where no reader is for it.

    head: its first `HEAD` bytes, or all that it has. What has no other sign is "text".
    """
    for detect in _DETECTORS:
        if found := detect(head):
            return found
    return "text"


def _by_magic(head: bytes) -> str | None:
    if head[257:262] == b"ustar":
        return "tar"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _by_frame(head: bytes) -> str | None:
    """Wire text by the control characters that frame it."""
    if _IPTC7901.match(head):
        return "iptc7901"
    if _ANPA1312.match(head) or _BARE_ANPA.match(head):
        return "anpa1312"
    return "iptc7901" if _BARE_7901.match(head) else None


def _by_root(head: bytes) -> str | None:
    """XML and HTML by their first element."""
    text = _plain(head)
    if not text.startswith(b"<"):
        return None
    if _HTML_DOCTYPE.match(text):
        return "html"
    at = 0
    while skipped := _PROLOGUE.match(text, at) or _INTERNAL.match(text, at):
        if _HTML_DOCTYPE.match(text, at):
            return "html"
        at = skipped.end()
    root = _ROOT.match(text, at)
    known = _ROOTS.get(root[1].decode().lower()) if root else None
    return known or ("xml" if text.startswith(b"<?xml") else None)


def _by_json(head: bytes) -> str | None:
    text = _plain(head)
    if _LIST_OPENS.match(text):
        return _by_keys(text) or "json"
    if not text.startswith(b"{"):
        return None
    line, ended, rest = text.partition(b"\n")
    if _is_object(line):
        return "jsonl" if rest.strip() else _by_keys(line) or "jsonl"
    if not _OBJECT_OPENS.match(text):
        return None
    # A line that does not end within the head is one article of many, or a file of one line: lines serve both.
    return _by_keys(text) or ("json" if ended else "jsonl")


def _by_keys(text: bytes) -> str | None:
    if _JSON_FEED.search(text):
        return "json-feed"
    if _JSON_LD.search(text):
        return "json-ld"
    return "ninjs" if _NINJS.search(text) and (b'"uri"' in text or b'"guid"' in text) else None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def _by_headers(head: bytes) -> str | None:
    """Mail by its header: lines of names and values, two of them such as only mail has."""
    lines = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 60)
    known, names = 0, 0
    for line in map(bytes.rstrip, lines):
        if line[:1] in (b" ", b"\t") and names:  # a value that goes on
            continue
        if not line or not _HEADER.fullmatch(line):
            break
        names += 1
        known += line.partition(b":")[0].lower() in _MAIL_FIELDS
    return "mail" if known >= 3 or (known >= 2 and names >= 4) else None


def _by_columns(head: bytes) -> str | None:
    """A table by its first line, where that names columns of articles."""
    line = _plain(head).split(b"\n", 1)[0][:2000].decode("utf-8", "replace")
    for delimiter in _DELIMITERS:
        names = {name.strip().strip('"').lower() for name in line.split(delimiter)}
        if len(names) > 1 and names & _TEXT_COLUMNS and names & _BESIDE:
            return "csv"
    return None


def _plain(head: bytes) -> bytes:
    """The head without a byte order mark, white space in front and the zero bytes of UTF-16."""
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    return (head.replace(b"\0", b"") if b"\0" in head[:64] else head).lstrip(_BLANK)


_DETECTORS: Final[tuple[Callable[[bytes], str | None], ...]] = (
    _by_magic, _by_frame, _by_root, _by_json, _by_headers, _by_columns,
)  # fmt: skip
