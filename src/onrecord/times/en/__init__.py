"""English: its words, rules and modifiers. Another language is another such folder."""

from onrecord.times.en import clocks, dates, lengths, modifiers, relative
from onrecord.times.en.words import NAMES, WORDS
from onrecord.times.lexemes import Lexicon
from onrecord.times.rules import Grammar

_FRAGMENTS = {**lengths.FRAGMENTS, **relative.FRAGMENTS, **dates.FRAGMENTS}
_RULES = (*dates.RULES, *relative.RULES, *lengths.RULES, *clocks.RULES)
_LEXICON = Lexicon(WORDS, names=NAMES)

ENGLISH = Grammar(_LEXICON, _RULES, _FRAGMENTS, modifiers.MODIFIERS)
ENGLISH_WITH_REFERENCES = Grammar(_LEXICON, (*_RULES, *relative.REFERENCES), _FRAGMENTS, modifiers.MODIFIERS)
