"""Text as words, sentences and quotations, and the tagger that reads them. Knows nothing of news."""

from onrecord.language.decoding import Attribution
from onrecord.language.doc import Doc, Sentence, make_doc
from onrecord.language.engines import EngineName
from onrecord.language.quotations import Quotation, pair_marks
from onrecord.language.tagger import Reading, tag
from onrecord.language.tokens import Token
from onrecord.language.units import Unit

__all__ = [
    "Attribution",
    "Doc",
    "EngineName",
    "Quotation",
    "Reading",
    "Sentence",
    "Token",
    "Unit",
    "make_doc",
    "pair_marks",
    "tag",
]
