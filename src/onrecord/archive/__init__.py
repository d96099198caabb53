"""Many records in one SQLite file, and what they answer. The only folder with SQL."""

from onrecord.archive.answers import Appearance, ArticleHit, Counts, Decision, Entry, Likely, Person, Said
from onrecord.archive.archive import Archive, Stored
from onrecord.archive.passages import Text

__all__ = [
    "Appearance",
    "Archive",
    "ArticleHit",
    "Counts",
    "Decision",
    "Entry",
    "Likely",
    "Person",
    "Said",
    "Stored",
    "Text",
]
