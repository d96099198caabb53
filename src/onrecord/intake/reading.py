"""Every format's reader by the name of its kind, and the one function that reads a stream of any of them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import MAX_BYTES, decode, too_large
from onrecord.intake.jsonl import bounded_lines, read_jsonl
from onrecord.intake.kinds import HEAD, KINDS, PACKED, Kind, kind_of
from onrecord.intake.text import read_text
from onrecord.intake.unpacking import Unpacked, buffered, unpacked_head, with_head

# Endings of files that are text although nothing in them says so; "" is a name without an ending.
TEXT_ENDINGS: Final = frozenset([".txt", ".text", ".jsonl", ".ndjson", ".json", ""])
_JSON_ENDINGS: Final[dict[str, Kind]] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
# Archives within archives, attachments within mail.
_DEEPEST: Final = 4

Found = Iterator[Copy | ReadError]


class Asked(Struct, frozen=True):
    """What the caller says about files that they do not say themselves.

    kind: what they hold; None tells it from each file's content.
    published: the day of publication of articles that do not give their own.
    columns: of tables, by our fields; see `columns.column_map`. url: where the file was fetched.
    skipped: called with the name of each file of a folder or archive that is no news.
    """

    kind: Kind | None = None
    published: str | None = None
    columns: Mapping[str, str] | None = None
    url: str | None = None
    skipped: Callable[[Path], None] | None = None


def read_stream(stream: BinaryIO, name: str, asked: Asked, *, ending: str = "", size: int = 0, depth: int = 0) -> Found:
    """The articles of a stream, unpacked where it is packed; in place of what cannot be read, the error.

    name: what to call the stream in messages. ending: of the file's name, for what looks like nothing else.
    size: bytes that the stream has, 0 where that is not known.
    """
    try:
        yield from _read(stream, name, asked, ending, size, depth)
    except ReadError as error:
        yield error


def is_news(head: bytes, ending: str) -> bool:
    """Whether a file among others that begins with `head` is for us: in a format of news, or text by its ending."""
    kind = kind_of(head)
    if kind in ("text", "xml"):
        return ending.lower() in TEXT_ENDINGS
    return True


def _read(stream: BinaryIO, name: str, asked: Asked, ending: str, size: int, depth: int) -> Found:
    head, stream = with_head(stream)
    kind = kind_of(head)
    if kind in PACKED:
        if kind == "gzip" and unpacked_head(head).startswith(b"WARC/"):
            kind = "warc"  # its reader unpacks it itself, and faster
        else:
            yield from _unpacked(stream, kind, name, asked, ending, depth)
            return
    kind = asked.kind or _by_ending(kind, ending)
    if kind == "xml":
        raise ReadError(f"{name}: it is XML of no format of news that is known; give NewsML-G2, NewsML, NITF or a feed")
    if kind in _STREAMED:
        yield from _STREAMED[kind](stream, name, asked, depth)
    elif size > MAX_BYTES:
        yield too_large(name, size)
    else:
        data = _whole(stream)
        if len(data) > MAX_BYTES and kind != "text":
            yield too_large(name, len(data))
        else:
            yield from _WHOLE[kind](data, name, asked, depth)


def _by_ending(kind: str, ending: str) -> str:
    """The kind, by the ending of the name where JSON has come that is damaged or blank."""
    if kind == "text" or (kind == "json" and ending.lower() == ".jsonl"):
        return _JSON_ENDINGS.get(ending.lower(), kind)
    return kind


def _whole(stream: BinaryIO) -> bytes:
    parts, left = [], MAX_BYTES + 1
    while left and (data := stream.read(left)):
        parts.append(data)
        left -= len(data)
    return b"".join(parts)


# -- what is packed


def _unpacked(stream: BinaryIO, kind: str, name: str, asked: Asked, ending: str, depth: int) -> Found:
    if depth >= _DEEPEST:
        raise ReadError(f"{name}: it is packed more than {_DEEPEST} deep; unpack it yourself if you trust it")
    if kind in ("zip", "tar"):
        yield from _members(stream, kind, name, asked, depth)
        return
    inner = buffered(Unpacked(stream, kind, name))
    yield from read_stream(inner, name, asked, ending=_inner_ending(name, ending), depth=depth + 1)


def _members(stream: BinaryIO, kind: str, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.packed import members

    told = False
    for member, opened in members(stream, kind, name):
        shown = f"{name}: {member}"
        if isinstance(opened, ReadError):
            told = True
            yield opened
            continue
        ending = PurePosixPath(member).suffix
        try:
            head, whole = with_head(opened)
        except ReadError as error:
            told = True
            yield error
            continue
        if asked.kind is None and not is_news(head, ending):
            if asked.skipped is not None:
                asked.skipped(Path(shown))
            continue
        told = True
        yield from read_stream(whole, shown, replace(asked, url=None), ending=ending, depth=depth + 1)
    if not told:
        raise ReadError(f"{name}: the {kind} archive or document holds no file of news; give the articles as text")


def _inner_ending(name: str, ending: str) -> str:
    """ ".jsonl" of "wire.jsonl.gz"."""
    return PurePosixPath(name[: -len(ending)] if ending else name).suffix


# -- what is read piece by piece, however long


def _jsonl(stream: BinaryIO, name: str, asked: Asked, depth: int) -> Found:
    read = read_jsonl(bounded_lines(stream), name=name, published=asked.published)
    yield from _not_empty(read, f"{name}: the file is empty; write one JSON object a line")


def _not_empty(read: Found, otherwise: str) -> Found:
    first = next(read, None)
    if first is None:
        raise ReadError(otherwise)
    yield first
    yield from read


def _csv(stream: BinaryIO, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.columns import read_csv

    rows = read_csv(stream, name=name, published=asked.published, columns=asked.columns)
    yield from _not_empty(rows, f"{name}: the table has no rows; give one that has")


def _parquet(stream: BinaryIO, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.columns import read_parquet

    rows = read_parquet(stream, name=name, published=asked.published, columns=asked.columns)
    yield from _not_empty(rows, f"{name}: the table has no rows; give one that has")


def _warc(stream: BinaryIO, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.warc import pages

    told = False
    for address, data in pages(stream, name=name):
        told = True
        if isinstance(data, ReadError):
            yield data
        else:
            yield from read_fetched(data, address, asked, name=f"{name}: {address}")
    if not told:
        raise ReadError(f"{name}: the web archive holds no page that was fetched well; give one that does")


def read_fetched(data: bytes, url: str, asked: Asked, *, name: str | None = None) -> Found:
    """The articles of what was fetched from `url`: a page, a feed, or an item of any format.

    An article that gives no id and no address of its own has that of the page.
    """
    import io

    inner = replace(asked, url=url, kind=None)
    for found in read_stream(io.BytesIO(data), name or url, inner, size=len(data), depth=_DEEPEST - 1):
        if isinstance(found, Copy):
            source = found.source if found.source.url else replace(found.source, url=url)
            yield replace(found, id=found.id or url, source=source)
        else:
            yield found


# -- what is one document


def _text(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    text = decode(data, name=name)
    try:
        yield read_text(text, published=asked.published)
    except ReadError as error:  # nothing was left of it once it was clean
        yield ReadError(f"{name}: {error}")


def _html(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.pages import read_page

    yield read_page(data, name=name, published=asked.published)


def _json(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.json_files import read_json

    shape = asked.kind if asked.kind in ("ninjs", "json-ld", "json-feed") else None
    yield from read_json(data, name=name, published=asked.published, shape=shape)


def _newsml_g2(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.newsml_g2 import read_newsml_g2

    yield from read_newsml_g2(data, name=name, published=asked.published)


def _newsml_1(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.newsml_1 import read_newsml_1

    yield from read_newsml_1(data, name=name, published=asked.published)


def _nitf(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.nitf import read_nitf

    yield from read_nitf(data, name=name, published=asked.published)


def _feed(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.feeds import read_feed

    yield from read_feed(data, name=name, published=asked.published, url=asked.url)


def _iptc7901(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.wires import read_iptc7901

    yield from read_iptc7901(data, name=name, published=asked.published)


def _anpa1312(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    from onrecord.intake.wires import read_anpa1312

    yield from read_anpa1312(data, name=name, published=asked.published)


def _mail(data: bytes, name: str, asked: Asked, depth: int) -> Found:
    import io

    from onrecord.intake.mail import attachments, read_mail

    yield from read_mail(data, name=name, published=asked.published)
    if depth >= _DEEPEST:
        return
    for attached, content in attachments(data, name=name):
        ending = PurePosixPath(attached).suffix
        if is_news(content[:HEAD], ending) and (ending or kind_of(content[:HEAD]) != "text"):
            shown = f"{name}: {attached}"
            yield from read_stream(io.BytesIO(content), shown, asked, ending=ending, size=len(content), depth=depth + 1)
        elif asked.skipped is not None:
            asked.skipped(Path(f"{name}: {attached}"))


_STREAMED: Final[dict[str, Callable[[BinaryIO, str, Asked, int], Found]]] = {
    "jsonl": _jsonl, "csv": _csv, "parquet": _parquet, "warc": _warc,
}  # fmt: skip
_WHOLE: Final[dict[str, Callable[[bytes, str, Asked, int], Found]]] = {
    "text": _text, "html": _html, "json": _json, "ninjs": _json, "json-ld": _json, "json-feed": _json,
    "newsml-g2": _newsml_g2, "newsml-1": _newsml_1, "nitf": _nitf, "feed": _feed,
    "iptc7901": _iptc7901, "anpa1312": _anpa1312, "mail": _mail,
}  # fmt: skip
assert {*_STREAMED, *_WHOLE} == set(KINDS)
