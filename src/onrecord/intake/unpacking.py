"""Streams of bytes: their first bytes without losing them, and what is packed, unpacked within bounds."""

import bz2
import io
import lzma
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Final, Protocol

from onrecord.errors import ReadError
from onrecord.intake.kinds import HEAD

# News packs to a fifth, a table of repetitions to a fiftieth. What unpacks to more than this many times its size, and
# to more than is read at once, was made to fill a memory or a disk.
MOST_RATIO: Final = 200
FREE: Final = 256 * 2**20
# A zip archive inside something else has to be kept whole while it is read.
MOST_KEPT: Final = 2**30
_IN_MEMORY: Final = 16 * 2**20
# xz may ask for 4 GiB to unpack; its own default asks for 65 MiB at most.
_XZ_MEMORY: Final = 128 * 2**20
_CHUNK: Final = 2**16


class Meter:
    """Counts what was unpacked against what it was packed in. packed: bytes read so far, or the size of it all."""

    def __init__(self, name: str, packed: Callable[[], int]) -> None:
        self._name, self._packed = name, packed
        self._unpacked = 0

    def add(self, count: int) -> None:
        """Raises ReadError where so much more comes out than went in."""
        self._unpacked += count
        if self._unpacked > FREE and self._unpacked > MOST_RATIO * self._packed():
            raise ReadError(
                f"{self._name}: it unpacks to more than {MOST_RATIO} times its size, as only a trap does;"
                " unpack it yourself if you trust it"
            )


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Gzip:
    """zlib's object with the two habits of the others: it keeps what it was given and has not used yet."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


_UNPACKERS: Final[dict[str, Callable[[], _Unpacker]]] = {
    "gzip": _Gzip,
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
}
_BROKEN: Final = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


class Unpacked(io.RawIOBase):
    """What a gzip, bzip2 or xz stream holds, all its members one after the other. Raises ReadError where it is
    damaged, cut short or a trap."""

    def __init__(self, stream: BinaryIO, kind: str, name: str) -> None:
        self._stream, self._name = stream, name
        self._make = _UNPACKERS[kind]
        self._unpacker: _Unpacker | None = self._make()
        self._read = 0
        self._meter = Meter(name, lambda: self._read)
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, count: int) -> bytes:
        while self._unpacker is not None:
            data = self._unpacked(count)
            if self._unpacker.eof:
                self._begin_anew()
            if data:
                self._meter.add(len(data))
                return data
        return b""

    def _unpacked(self, count: int) -> bytes:
        assert self._unpacker is not None
        try:
            # What is left from before comes out first, whether or not there is more to read.
            data = self._unpacker.decompress(self._waiting, count)
            self._waiting = b""
            if data or self._unpacker.eof:
                return data
        except _BROKEN as error:
            raise self._damaged(str(error)) from error
        self._waiting = self._stream.read(_CHUNK)
        self._read += len(self._waiting)
        if not self._waiting:
            raise self._damaged("it is cut short")
        return b""

    def _begin_anew(self) -> None:
        assert self._unpacker is not None
        rest = self._unpacker.unused_data
        if not rest.strip(b"\0"):
            rest = self._stream.read(_CHUNK)
            self._read += len(rest)
        self._waiting = rest.lstrip(b"\0")
        self._unpacker = self._make() if self._waiting else None

    def _damaged(self, why: str) -> ReadError:
        return ReadError(f"{self._name}: the packed file is damaged: {why}; fetch it again")


class _Rewound(io.RawIOBase):
    """A stream with its head put back in front."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Metered(io.RawIOBase):
    """A stream whose bytes are counted by a meter as they are read."""

    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._meter.add(len(data))
        buffer[: len(data)] = data
        return len(data)


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """The stream with a buffer, for those who read it by lines."""
    return io.BufferedReader(raw, _CHUNK)


def with_head(stream: BinaryIO, size: int = HEAD) -> tuple[bytes, BinaryIO]:
    """The first bytes of the stream, and the stream from its beginning."""
    if stream.seekable():
        start = stream.tell()
        head = _read(stream, size)
        stream.seek(start)
        return head, stream
    head = _read(stream, size)
    return head, buffered(_Rewound(head, stream))


def unpacked_head(head: bytes) -> bytes:
    """The first bytes of what a gzip stream that begins with `head` holds; b"" where it cannot be told."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 1024)
    except zlib.error:
        return b""


@contextmanager
def seekable(stream: BinaryIO, name: str) -> Iterator[IO[bytes]]:
    """The stream itself where it can be read anywhere, else a copy in a temporary file of at most `MOST_KEPT`."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        while data := stream.read(_CHUNK):
            if kept.tell() + len(data) > MOST_KEPT:
                most = MOST_KEPT // 2**30
                raise ReadError(f"{name}: it has more than {most} GiB inside another file; unpack that first")
            kept.write(data)
        kept.seek(0)
        yield kept


def _read(stream: BinaryIO, size: int) -> bytes:
    """Up to `size` bytes; fewer only at the end of the stream, however small its pieces come."""
    parts = []
    while size > 0 and (data := stream.read(size)):
        parts.append(data)
        size -= len(data)
    return b"".join(parts)
