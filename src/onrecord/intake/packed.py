"""Archives of files: each member of a zip or tar archive as a stream. Nothing is ever written under a member's name."""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from typing import IO, BinaryIO, Final

from onrecord.errors import ReadError
from onrecord.intake.unpacking import Meter, Metered, buffered, seekable

# In members. An archive of news has thousands.
MOST_MEMBERS: Final = 1_000_000
_ENCRYPTED: Final = 1


def members(stream: BinaryIO, kind: str, name: str) -> Iterator[tuple[str, BinaryIO | ReadError]]:
    """The files of an archive in its order, with their names in it; an error for one that cannot be opened.

    Links, devices and hidden files are passed over. kind: "zip" or "tar".
    Raises ReadError where the archive itself is damaged or a trap.
    """
    yield from _of_zip(stream, name) if kind == "zip" else _of_tar(stream, name)


def _of_zip(stream: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO | ReadError]]:
    with seekable(stream, name) as whole:
        yield from _of_zip_file(whole, name)


def _of_zip_file(whole: IO[bytes], name: str) -> Iterator[tuple[str, BinaryIO | ReadError]]:
    size = whole.seek(0, 2)
    try:
        archive = zipfile.ZipFile(whole)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise ReadError(f"{name}: the zip archive is damaged: {error}; fetch it again") from error
    meter = Meter(name, lambda: size)
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise ReadError(f"{name}: the archive has more than {MOST_MEMBERS:,} files; split it")
    for info in listed:
        if not info.filename or info.is_dir() or _is_hidden(info.filename) or (info.external_attr >> 28) == 0xA:
            continue
        shown = f"{name}: {info.filename}"
        if info.flag_bits & _ENCRYPTED:
            yield info.filename, ReadError(f"{shown}: the file is encrypted; unpack it with its password first")
            continue
        try:
            with archive.open(info) as member:
                yield info.filename, buffered(_Guarded(member, meter, shown))  # type: ignore[arg-type]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
            yield info.filename, ReadError(f"{shown}: the file cannot be unpacked: {error}; fetch the archive again")


def _of_tar(stream: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO | ReadError]]:
    try:
        # As a stream: nothing is looked up by an offset that the archive gives itself.
        archive = tarfile.open(fileobj=stream, mode="r|")  # noqa: SIM115 - the stream is the caller's
        count = 0
        while (info := archive.next()) is not None:
            archive.members = []  # type: ignore[attr-defined] # it remembers each; a long archive would fill the memory
            count += 1
            if count > MOST_MEMBERS:
                raise ReadError(f"{name}: the archive has more than {MOST_MEMBERS:,} files; split it")
            # A sparse file claims terabytes that the archive does not hold.
            if not info.isreg() or info.issparse() or _is_hidden(info.name):
                continue
            member = archive.extractfile(info)
            if member is not None:
                meter = Meter(f"{name}: {info.name}", lambda size=info.size: size + 1)  # type: ignore[misc]
                yield info.name, buffered(_Guarded(member, meter, f"{name}: {info.name}"))  # type: ignore[arg-type]
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise ReadError(f"{name}: the tar archive is damaged: {error}; fetch it again") from error


class _Guarded(Metered):
    """A member's stream; what is wrong with its bytes is a ReadError."""

    def __init__(self, stream: BinaryIO, meter: Meter, name: str) -> None:
        super().__init__(stream, meter)
        self._name = name

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            return super().readinto(buffer)
        except (zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, EOFError, OSError) as error:
            raise ReadError(f"{self._name}: the file is damaged: {error}; fetch the archive again") from error


def _is_hidden(name: str) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in name.split("/"))
