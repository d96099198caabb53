"""Everything that onrecord raises on purpose.

    NewsError            the root: catch this one to catch them all
    ├── ReadError        a file, line or page that cannot become an article
    ├── RecordError      a record that breaks its own rules
    │   └── SpanError    a span that holds no text, or lies outside it
    ├── StoreError       an archive: no SQLite file, another schema, locked, read-only, disk full
    └── ModelError       weights that are missing, or of another version

A message names the place, what is there, and the mend:
`articles.jsonl:17: "published" is "12/03/24"; write the date as YYYY-MM-DD`.
"""


class NewsError(Exception):
    """The root of the errors that onrecord raises on purpose."""


class ReadError(NewsError):
    """A file, line or page that cannot become an article."""


class RecordError(NewsError, ValueError):
    """A record that breaks its own rules. Also a ValueError, so that msgspec reports it as invalid JSON."""


class SpanError(RecordError):
    """A span that holds no text, or lies outside the text."""


class StoreError(NewsError):
    """An archive that cannot be opened, read or written."""


class ModelError(NewsError):
    """Weights that are missing, or of another version."""
