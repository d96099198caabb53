"""An archive for answers, as it is at a given time."""

import os
from contextlib import suppress
from datetime import datetime

from onrecord.archive.archive import Archive
from onrecord.errors import StoreError


def current(path: str | os.PathLike[str], *, now: datetime) -> Archive:
    """The archive at `path` for reading, once what was held until `now` is shown.

    Where the file cannot be written, what is held stays so.
    """
    opened = Archive.open(path, readonly=True)
    if not opened.is_due(now):
        return opened
    opened.close()
    with suppress(StoreError), Archive.open(path) as writing:
        writing.release(now)
    return Archive.open(path, readonly=True)
