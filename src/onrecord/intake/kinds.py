"""What a file holds, told by how it begins, never by its name."""

import re
from collections.abc import Callable

# What is looked at, in bytes: enough for a byte order mark, a declaration and a comment before the first tag.
HEAD = 4096

# The tags that make a file HTML, as browsers tell it (WHATWG, MIME Sniffing, 7.1), and those that saved fragments of
# news pages begin with.
_HTML = re.compile(
    rb"""
    (?: \s | <!--.{0,2000}?--> | <\?xml\b[^>]{0,200}\?> )*+
    < (?: !doctype\s+html | html | head | body | title | meta | link | script | style | noscript | base | article | main
        | section | header | div | span | h1 | h2 | p | a | b | br | table | font | iframe | center )
    (?= [\s/>] )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb"""\s*\{\s*(?:"|\})""")
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")

# In order: the first that says yes tells the kind.
DETECTORS: tuple[tuple[str, Callable[[bytes], object]], ...] = (
    ("html", _HTML.match),
    ("jsonl", _JSON.match),
)


def kind_of(head: bytes) -> str:
    """The kind of a file that begins with `head`: "html", "jsonl" (also one JSON object over many lines) or "text".

    head: the first `HEAD` bytes, in any encoding whose letters of ASCII are theirs, UTF-16 and UTF-32 included.
    """
    plain = _MARKS.sub(b"", head[:HEAD]).replace(b"\0", b"")
    return next((kind for kind, says in DETECTORS if says(plain)), "text")
