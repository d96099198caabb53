"""A stream of bytes and how it begins, unpacked where it is gzip."""

import gzip
import io
from typing import BinaryIO, cast

from onrecord.intake.kinds import HEAD

_GZIP = b"\x1f\x8b"


class _Rewound(io.RawIOBase):
    """A stream from its beginning again, once its first bytes were read."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


def begun(stream: BinaryIO) -> tuple[bytes, BinaryIO, bool]:
    """The first `HEAD` bytes of a stream, the stream from its beginning, and whether it was gzip and is unpacked now.

    Raises gzip.BadGzipFile, EOFError or zlib.error, here or while the stream is read, where the gzip is damaged.
    """
    head, whole = _peeked(stream)
    if not head.startswith(_GZIP):
        return head, whole, False
    head, whole = _peeked(cast(BinaryIO, gzip.GzipFile(fileobj=whole, mode="rb")))
    return head, whole, True


def _peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    head = stream.read(HEAD)
    return head, io.BufferedReader(_Rewound(head, stream), 2**16)
