"""The events of sentences in the terms of PLOVER, the ontology of political events (docs/events.md)."""

from onrecord.events.plover.coding import Coded, code_line, coded
from onrecord.events.plover.joining import by_word
from onrecord.events.plover.sentences import code_sentence

__all__ = ["Coded", "by_word", "code_line", "code_sentence", "coded"]
