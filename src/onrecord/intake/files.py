"""Articles from files, folders and standard input, one after the other; a bad one never stops the rest."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.kinds import HEAD, Kind
from onrecord.intake.reading import Asked, is_news, read_stream

__all__ = ["Kind", "copies"]


def copies(
    path: Path | str,
    *,
    stdin: BinaryIO | None = None,
    kind: Kind | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    skipped: Callable[[Path], None] | None = None,
) -> Iterator[Copy | ReadError]:
    """The articles of a file, of a folder with all its folders in order of their names, or of `stdin` for "-".

    What cannot be read comes as a ReadError in its place. Hidden files and folders are passed over.
    kind: what the files hold; None tells it from the content of each.
    stdin: the stream of bytes that "-" stands for.
    published: the day of publication of articles that do not give their own, "YYYY-MM-DD".
    columns: of tables, by our fields: {"text": "body"}; others are told by their names.
    skipped: called with each file of a folder or archive that holds no news.
    """
    asked = Asked(kind, published, columns, skipped=skipped)
    if str(path) == "-":
        yield from _from_stdin(stdin, asked)
    elif not Path(path).is_dir():
        yield from _from_file(Path(path), asked)
    else:
        for found in _walk(Path(path)):
            if isinstance(found, ReadError):
                yield found
            else:
                yield from _from_file(found, asked, among=True)


def _from_stdin(stdin: BinaryIO | None, asked: Asked) -> Iterator[Copy | ReadError]:
    if stdin is None:
        yield ReadError("-: there is no standard input here; name a file")
        return
    try:
        yield from read_stream(stdin, "standard input", asked)
    except OSError as error:
        yield _unreadable("standard input", error)


def _walk(path: Path) -> Iterator[Path | ReadError]:
    """The files of a folder; in place of a folder that cannot be listed, the error."""
    try:
        with os.scandir(path) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(path), error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A link to a folder is not followed: it may lead back to where it stands.
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path / entry.name)
        elif _is_file(entry):
            yield path / entry.name


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it can be opened without waiting for whoever writes into a pipe or device."""
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself: opening it says so
        return True


def _from_file(path: Path, asked: Asked, *, among: bool = False) -> Iterator[Copy | ReadError]:
    """among: whether the file was found in a folder, where what is no news is passed over."""
    try:
        with path.open("rb") as stream:
            if among and asked.kind is None and not _is_wanted(stream, path):
                if asked.skipped is not None:
                    asked.skipped(path)
                return
            size = os.fstat(stream.fileno()).st_size
            yield from read_stream(stream, str(path), asked, ending=path.suffix, size=size)
    except OSError as error:
        yield _unreadable(str(path), error)


def _is_wanted(stream: BinaryIO, path: Path) -> bool:
    head = stream.read(HEAD)
    stream.seek(0)
    return is_news(head, path.suffix)


def _unreadable(name: str, error: OSError) -> ReadError:
    why = error.strerror or type(error).__name__
    mend = {
        FileNotFoundError: "check the path",
        PermissionError: "give yourself the right to read it",
    }.get(type(error), "check the file and the disk")
    return ReadError(f"{name}: {why}; {mend}")
