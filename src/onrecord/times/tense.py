"""Whether the words around an expression speak of what is past or of what is to come."""

from bisect import bisect_left

from onrecord.language.sentences import ABBREVIATIONS
from onrecord.times.lexemes import Lexemes, Lexicon

# In lexemes. How far off a verb may stand; 30 reaches over most clauses of news copy.
_REACH = 30
_CUES = "will|intent|pasttense|had|be|dot|stop"
# What is to be over by a time that is named without its year mostly is not yet; "as early as Tuesday".
_LIMITS = ("as", "by", "before")
_LINKS = ("to", "for", "on", "by", "until", "in", "at")


class Tenses:
    """The words of a paragraph that tell its tense: 1 for what is to come, -1 for the past, 0 ends a sentence."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes) -> None:
        self._names = [lexicon.name(code) for code in lexemes.codes]
        self._words = lexemes.words
        self._past = lexicon.habits.past
        cues = frozenset(lexicon.classes(_CUES))
        told = [
            (place, self._sign(name, place))
            for place, (name, word) in enumerate(zip(self._names, lexemes.words, strict=True))
            if name in cues or (not name and len(word) > 3 and word.endswith(self._past))
        ]
        self._places = [place for place, sign in told if sign is not None]
        self._signs = [sign for _, sign in told if sign is not None]

    def around(self, first: int, last: int) -> int:
        """The tense before `[first, last)` in its sentence, or behind it where no verb stands before."""
        if first and self._names[first - 1] in _LIMITS:
            return 1
        at = bisect_left(self._places, first)
        before = self._signs[at - 1] if at and first - self._places[at - 1] <= _REACH else 0
        at = bisect_left(self._places, last)
        behind = self._signs[at] if at < len(self._places) and self._places[at] - last < _REACH else 0
        return before or behind

    def _sign(self, name: str, place: int) -> int | None:
        """What a word of that class tells, or None where it tells nothing after all."""
        before = self._names[max(0, place - 2) : place]
        match name:
            case "will":
                return 1
            case "intent":
                return self._of_intent(place)
            case "stop":
                return 0
            case "dot":
                return 0 if self._ends(place) else None
            case "be":
                return 1 if before == ["are", "to"] else None
        # "Will be held" looks ahead: what counts is the "will".
        return None if "be" in before else -1

    def _of_intent(self, place: int) -> int | None:
        """ "Is scheduled to" looks ahead, "had been scheduled to" and "planned a trip" do not."""
        if self._names[place + 1 : place + 2] and self._names[place + 1] in _LINKS:
            return -1 if "had" in self._names[max(0, place - 2) : place] else 1
        return -1 if self._words[place].endswith(self._past) else None

    def _ends(self, place: int) -> bool:
        """Whether the stop ends a sentence: no abbreviation before, no small letter behind."""
        before, after = self._words[max(0, place - 1) : place], self._words[place + 1 : place + 2]
        short = any((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS for word in before)
        return not short and not any(word[0].islower() for word in after)
