"""Many records in one SQLite file, and what they answer. The only folder with SQL."""

from onrecord.archive.answers import ArticleHit, Counts, Entry, Person, Said
from onrecord.archive.archive import Archive
from onrecord.archive.differences import Change
from onrecord.archive.keeping import Feed, Held, Version
from onrecord.archive.releasing import current
from onrecord.archive.versions import Stored

__all__ = [
    "Archive",
    "ArticleHit",
    "Change",
    "Counts",
    "Entry",
    "Feed",
    "Held",
    "Person",
    "Said",
    "Stored",
    "Version",
    "current",
]
