"""onrecord reads news copy and keeps the record: who said what to whom, when and where."""

from onrecord.archive import Archive
from onrecord.checking import Report, check
from onrecord.errors import ModelError, NewsError, ReadError, RecordError, SpanError, StoreError
from onrecord.reader import read
from onrecord.record import Record, from_json, schema, to_json
from onrecord.spans import Span
from onrecord.version import __version__

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
