"""onrecord reads news copy and keeps the record: who said what to whom, when and where."""

from onrecord.version import __version__

__all__ = ["__version__"]
