"""Text as words, sentences and quotations. Knows nothing of news."""

from onrecord.language.doc import Doc, Sentence, make_doc
from onrecord.language.quotations import Quotation, pair_marks
from onrecord.language.tokens import Token

__all__ = ["Doc", "Quotation", "Sentence", "Token", "make_doc", "pair_marks"]
