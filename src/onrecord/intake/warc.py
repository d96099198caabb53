"""Web archives: the pages of a WARC file, one after the other, however long it is. Source: ISO 28500 (WARC 1.1)."""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from onrecord.errors import ReadError
from onrecord.intake.decode import MAX_BYTES

# Media types that may hold an article; pictures, styles and scripts of a page are passed over.
_READ: Final = ("text/html", "application/xhtml", "xml", "json", "text/plain")
# In bytes. A record that claims more is a film or a data set.
_LONGEST: Final = 2**31


def pages(stream: BinaryIO, *, name: str) -> Iterator[tuple[str, bytes | ReadError]]:
    """The address and the content of each page that was fetched well; an error in place of one too large.

    Raises ReadError where `onrecord[warc]` is not installed or the file is damaged.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise ReadError(f"{name}: WARC needs FastWARC; pip install 'onrecord[warc]'") from error
    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(_Counted(stream), wanted, max_content_length=_LONGEST, auto_decode="all"):
            if _is_page(record):
                yield _page(record)
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        raise _damaged(name, str(error)) from error
    except BaseException as error:
        # FastWARC is written in Rust; what it did not foresee comes as a panic, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(name, "FastWARC gives up") from error


class _Counted:
    """A stream that can say where it is: FastWARC asks for it, and takes no refusal from a pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._read = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._read += len(data)
        return data

    def tell(self) -> int:
        return self._read

    def close(self) -> None:
        """Leaves the stream to whoever opened it."""

    def seek(self, offset: int, whence: int = 0) -> int:
        if (offset, whence) in ((0, 1), (self._read, 0)):
            return self._read
        raise OSError("a stream that is read once cannot go back")


def _damaged(name: str, why: str) -> ReadError:
    return ReadError(f"{name}: the WARC file is damaged: {why}; fetch it again")


def _is_page(record: Any) -> bool:
    if record.is_http:
        headers = record.http_headers
        return headers is not None and headers.status_code == 200 and _is_read(record.http_content_type)
    return _is_read(record.headers.get("Content-Type"))


def _is_read(media_type: str | None) -> bool:
    return any(kind in (media_type or "text/html").lower() for kind in _READ)


def _page(record: Any) -> tuple[str, bytes | ReadError]:
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return address, ReadError(f"{address}: the page has more than {MAX_BYTES // 2**20} MiB; no article has")
    return address, data
