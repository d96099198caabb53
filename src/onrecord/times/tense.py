"""Whether the words around an expression speak of what is past or of what is to come."""

from bisect import bisect_left

from onrecord.language.sentences import ABBREVIATIONS
from onrecord.times.lexemes import Lexemes, Lexicon

# In lexemes. How far off a verb may stand; 30 reaches over most clauses of news copy.
_REACH = 30
_CUES = "will|intent|pasttense|be|dot|stop"
_ARE_TO = (["is", "to"], ["are", "to"])
# What is to be over by a time that is named without its year mostly is not yet.
_LIMITS = frozenset(["by", "before"])
_LINKS = frozenset(["to", "for", "on", "by", "in", "at"])


class Tenses:
    """The words of a paragraph that tell its tense: 1 for what is to come, -1 for the past, 0 ends a sentence."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes) -> None:
        cues = lexicon.letters(_CUES)
        told = [
            (place, _sign(lexicon.name(code), lexicon, lexemes, place))
            for place, (code, word) in enumerate(zip(lexemes.codes, lexemes.words, strict=True))
            if code in cues or (word.endswith("ed") and len(word) > 3 and not lexicon.name(code))
        ]
        self._places = [place for place, sign in told if sign is not None]
        self._signs = [sign for _, sign in told if sign is not None]
        self._as = lexicon.letters("as")
        self._codes = lexemes.codes
        self._words = lexemes.words

    def around(self, first: int, last: int) -> int:
        """The tense before `[first, last)` in its sentence, or behind it where no verb stands before."""
        if first and (self._codes[first - 1] == self._as or self._words[first - 1] in _LIMITS):
            return 1  # "as early as Tuesday", "by April"
        at = bisect_left(self._places, first)
        before = self._signs[at - 1] if at and first - self._places[at - 1] <= _REACH else 0
        at = bisect_left(self._places, last)
        behind = self._signs[at] if at < len(self._places) and self._places[at] - last < _REACH else 0
        return before or behind


def _sign(name: str, lexicon: Lexicon, lexemes: Lexemes, place: int) -> int | None:
    """What a word of that class tells, or None where it tells nothing after all."""
    match name:
        case "will":
            return 1
        case "intent":
            return _of_intent(lexicon, lexemes, place)
        case "stop":
            return 0
        case "dot":
            return 0 if _ends(lexemes, place) else None
        case "be":
            return 1 if lexemes.words[max(0, place - 2) : place] in _ARE_TO else None
    # "Will be held" looks ahead: what counts is the "will".
    return None if "be" in lexemes.words[max(0, place - 2) : place] else -1


def _of_intent(lexicon: Lexicon, lexemes: Lexemes, place: int) -> int | None:
    """ "Is scheduled to" looks ahead, "had been scheduled to" and "planned a trip" do not."""
    if place + 1 < len(lexemes.words) and lexicon.name(lexemes.codes[place + 1]) in _LINKS:
        return -1 if "had" in lexemes.words[max(0, place - 2) : place] else 1
    return -1 if lexemes.words[place].endswith("ed") else None


def _ends(lexemes: Lexemes, place: int) -> bool:
    """Whether the stop ends a sentence: no abbreviation before, no small letter behind."""
    before, after = lexemes.words[max(0, place - 1) : place], lexemes.words[place + 1 : place + 2]
    short = any((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS for word in before)
    return not short and not any(word[0].islower() for word in after)
