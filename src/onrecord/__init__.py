"""onrecord reads news copy and keeps the record: who said what to whom, when and where."""

from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.errors import ModelError, NewsError, ReadError, RecordError, SpanError, StoreError
from onrecord.reader import read
from onrecord.record import Record, from_json, schema, to_json
from onrecord.spans import Span
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.checking import Report, check

__all__ = [
    "Archive",
    "ModelError",
    "NewsError",
    "ReadError",
    "Record",
    "RecordError",
    "Report",
    "Span",
    "SpanError",
    "StoreError",
    "__version__",
    "check",
    "from_json",
    "read",
    "schema",
    "to_json",
]

# Loaded when they are asked for: whoever reads one article needs no archive.
_LATER = {"Archive": "onrecord.archive", "Report": "onrecord.checking", "check": "onrecord.checking"}


def __getattr__(name: str) -> object:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
