"""Many records in one SQLite file, and what they answer. The only folder with SQL."""

from onrecord.archive.answers import ArticleHit, Counts, Entry, Person, Said
from onrecord.archive.archive import Archive, Stored
from onrecord.archive.passages import Text

__all__ = ["Archive", "ArticleHit", "Counts", "Entry", "Person", "Said", "Stored", "Text"]
