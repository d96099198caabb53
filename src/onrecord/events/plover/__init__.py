"""The events of sentences in the terms of PLOVER, the ontology of political events."""

from onrecord.events.plover.coding import Coded, code_line, coded

__all__ = ["Coded", "code_line", "coded"]
