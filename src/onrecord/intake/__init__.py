"""News copy from the outside world: bytes, text and JSON lines become `Copy`. Knows nothing of language."""

from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy, DatelineText
from onrecord.intake.datelines import find_dateline
from onrecord.intake.files import copies
from onrecord.intake.text import read_text

__all__ = ["Copy", "DatelineText", "clean", "copies", "find_dateline", "read_text"]
