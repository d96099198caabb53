"""Many records in one SQLite file, and what they answer. The only folder with SQL."""

from onrecord.archive.answers import Appearance, ArticleHit, Counts, Decision, Entry, Likely, Person, Said
from onrecord.archive.archive import Archive
from onrecord.archive.differences import Change
from onrecord.archive.keeping import Feed, Held, Version
from onrecord.archive.passages import Text
from onrecord.archive.releasing import current
from onrecord.archive.versions import Stored

__all__ = [
    "Appearance",
    "Archive",
    "ArticleHit",
    "Change",
    "Counts",
    "Decision",
    "Entry",
    "Feed",
    "Held",
    "Likely",
    "Person",
    "Said",
    "Stored",
    "Text",
    "Version",
    "current",
]
