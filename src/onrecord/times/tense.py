"""Whether the words around an expression speak of what is past or of what is to come."""

from bisect import bisect_left

from onrecord.language.sentences import ABBREVIATIONS
from onrecord.times.lexemes import Lexemes, Lexicon

# In lexemes. How far off a verb may stand; 30 reaches over most clauses of news copy.
_REACH = 30
# A limit is past where "had" stands so far before; a verb of the past so near leaves no doubt ("resigned in March").
_HAD = 15
_NEAR = 4
_CLAUSE = 6  # from a possessive to its verb
_CUES = "will|due|intent|plans|pasttense|saying|had|ended|are|be|dot|stop"
# What is to be over by a time that is named without its year mostly is not yet; "as early as Tuesday".
_LIMITS = ("as", "by", "until", "before")
# What follows a word of plans where they are not over.
_AHEAD = ("to", "for", "on", "by", "until", "in", "at", "before", "weekday", "month", "monthabbr", "maymonth", "next")
_ARTICLES = (["the"], ["a"])
_BACK = ("as", "earlier", "adverb")  # "as planned", "previously scheduled"


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
            if name in cues or (not name and len(word) > 3 and word[0].islower() and word.endswith(self._past))
        ]
        self._places = [place for place, sign in told if sign is not None]
        self._signs = [sign for _, sign in told if sign is not None]

    def around(self, first: int, last: int) -> int:
        """The tense before `[first, last)` in its sentence, or behind it where no verb stands before.

        -2 where the verb of the past is so near that it can hardly belong to anything else.
        """
        at = bisect_left(self._places, first)
        before = self._signs[at - 1] if at and first - self._places[at - 1] <= _REACH else 0
        near = before < 0 and first - self._places[at - 1] <= _NEAR
        at = bisect_left(self._places, last)
        distance = self._places[at] - last if at < len(self._places) else _REACH
        behind = self._signs[at] if distance < _REACH else 0
        if first and self._names[first - 1] in _LIMITS and not self._is_over(first) and (before or behind >= 0):
            return 1
        if self._names[last : last + 2] == ["apos", "s"] and distance <= _CLAUSE and behind:
            return behind  # "Thursday's vote was a surprise"
        return -2 if near else before or behind

    def _is_over(self, place: int) -> bool:
        """Whether the limit is past: "had filed reports by Wednesday", "didn't search the house until October"."""
        if self._names[place - 1] == "until":
            return "negated" in self._names[max(0, place - _REACH) : place] or self._names[place - 2 : place - 1] == [
                "no"
            ]
        return "had" in self._names[max(0, place - _HAD) : place]

    def _sign(self, name: str, place: int) -> int | None:
        """What a word of that class tells, or None where it tells nothing after all."""
        before = self._names[max(0, place - 2) : place]
        match name:
            case "will":
                return 1
            case "due" | "intent" | "plans":
                return self._of_plan(name, place)
            case "stop":
                return 0
            case "dot":
                return 0 if self._ends(place) else None
            case "be":
                return 1 if before == ["are", "to"] or (before[-1:] == ["to"] and not self._after_past(place)) else None
            case "are":
                return 1 if self._words[place + 1 : place + 2] and self._words[place + 1].endswith("ing") else None
        # "Will be held" looks ahead: what counts is the "will". "The proposed sale in May" may be either.
        return None if "be" in before or before[-1:] in _ARTICLES or before == ["a", "adverb"] else -1

    def _after_past(self, place: int) -> bool:
        """ "Was to be", "had to be"."""
        return any(name in ("pasttense", "saying", "had") for name in self._names[max(0, place - 3) : place])

    def _of_plan(self, name: str, place: int) -> int | None:
        """ "Is scheduled to" looks ahead, "had been scheduled to" and "agreed in May" do not."""
        before = self._names[max(0, place - 2) : place]
        following = self._names[place + 1 : place + 2]
        links = {"due": _AHEAD, "intent": ("to", "for"), "plans": ("to",)}[name]
        if "had" in before or (before and before[-1] in _BACK):
            return -1
        if following and following[0] in links:
            return 1
        if name == "due":
            return 1
        return -1 if self._words[place].endswith(self._past) else None

    def _ends(self, place: int) -> bool:
        """Whether the stop ends a sentence: no abbreviation before, no small letter behind."""
        before, after = self._words[max(0, place - 1) : place], self._words[place + 1 : place + 2]
        short = any((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS for word in before)
        return not short and not any(word[0].islower() for word in after)
