"""Whether the words around an expression speak of what is past or of what is to come."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.times.cues import Cue, Cues
from onrecord.times.lexemes import Lexemes, Lexicon

# In lexemes. How far off a verb may stand; 30 reaches over most clauses of news copy.
_REACH = 30
# A limit is past where "had" stands so far before; a verb of the past so near leaves no doubt ("resigned in March").
_HAD = 15
_HAD_BEHIND = 8
_NEAR = 4
_GOVERNED = 12  # from a verb that looks ahead to a time in its clause
_CLAUSE = 6  # from a possessive to its verb
_PHRASE = 8  # from "after" or "ahead of" to the time in their phrase
# What is to be over by a time that is named without its year mostly is not yet.
_LIMITS = ("by", "until", "before")
_OUTCOMES = ("victory", "outcome", "harm")
# Between "as" and "as", by what the lexicon holds for it: "as early as Tuesday", "as recently as Tuesday".
_AS = {"START": 1, "FUTURE_REF": 1, "PAST_REF": -1, "END": -1}


class Tenses:
    """The tense of a paragraph's clauses: 1 for what is to come, -1 for the past."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes) -> None:
        cues = Cues(lexicon, lexemes)
        self._lexicon = lexicon
        self._names, self._words = cues.names, cues.words
        told = cues.told()
        self._all = _Told(told)
        self._of_weekdays = _Told([cue for cue in told if not cue.ongoing])

    def around(self, first: int, last: int) -> int:
        """The tense before `[first, last)` in its sentence, or behind it where no verb stands before.

        -2 where the verb of the past is so near that it can hardly belong to anything else, 2 where a verb that looks
        ahead governs the clause.
        """
        named = "weekday" in self._names[first:last]
        told = self._of_weekdays if named else self._all
        before, near = told.before(first)
        behind, distance = told.behind(last)
        said = self._said_by_neighbours(first, last)
        if said:
            return said
        if first and self._names[first - 1] in _LIMITS and not self._is_over(first, last) and (before or behind >= 0):
            return 1
        if (
            self._is_owner(last)
            and distance <= _CLAUSE
            and behind
            and "that" not in self._names[last : last + distance]
        ):
            return behind  # "Thursday's vote was a surprise"
        if near:
            return 2 * before
        opens = not before and behind < 0 and self._opens_sentence(first)
        return before or self._of_phrase(first, named) or (2 * behind if opens else behind)

    def _said_by_neighbours(self, first: int, last: int) -> int:
        """What the words right before or behind say by themselves: "Friday's ruling", "as early as Friday"."""
        nouns = self._names[last + 2 : last + 4] if self._is_owner(last) else self._names[last : last + 1]
        if any(name in _OUTCOMES for name in nouns):
            return -2
        if self._is_ahead_of(first):
            return 1
        if self._names[max(0, first - 1) : first] == ["as"] and first > 1:
            return _AS.get(str(self._lexicon.value(self._words[first - 2])), 0)
        return 0

    def _opens_sentence(self, first: int) -> bool:
        """ "In October, the party split": nothing but a preposition or an "and" stands before."""
        back = self._names[max(0, first - 3) : first]
        return len(back) < 3 or "dot" in back or "stop" in back

    def _is_ahead_of(self, first: int) -> bool:
        """ "Ahead of the vote on Tuesday"."""
        back = self._names[max(0, first - _PHRASE) : first]
        at = len(back) - 1 - back[::-1].index("ahead") if "ahead" in back else len(back)
        if at < len(back) and self._words[first - len(back) + at][0].isupper():
            return False  # "Ahead of Friday's meeting, the two said"
        return back[at + 1 : at + 2] == ["of"] and not {"dot", "stop", "comma"}.intersection(back[at:])

    def _is_owner(self, last: int) -> bool:
        return self._names[last : last + 2] == ["apos", "s"]

    def _of_phrase(self, first: int, named: bool) -> int:
        """What the preposition of the phrase says where no verb does: "since the vote in May", "after a defeat on
        Tuesday". "After the vote in May" may be either."""
        for place in range(first - 1, max(-1, first - 1 - _PHRASE), -1):
            name = self._names[place]
            if name in ("dot", "stop", "comma"):
                return 0
            if name == "since":
                return -2
            if named and name in ("after", "following"):
                return -1
        return 0

    def _is_over(self, first: int, last: int) -> bool:
        """Whether the limit is past: "had filed reports by Wednesday", "didn't search the house until October"."""
        if self._names[first - 1] == "until":
            back = self._names[max(0, first - _HAD) : first]
            return "negated" in back or self._names[first - 2 : first - 1] == ["no"]
        return "had" in self._names[max(0, first - _HAD) : first] or (
            self._names[first - 1] == "by" and "had" in self._names[last : last + _HAD_BEHIND]
        )


class _Told:
    """Cues in order of place, to be looked up from a time."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._places = [cue.place for cue in cues]
        self._signs = [cue.behind for cue in cues]
        left = [(cue.place, cue.before) for cue in cues if cue.before is not None]
        self._left_places = [place for place, _ in left]
        self._left_signs = [sign for _, sign in left]

    def before(self, first: int) -> tuple[int, bool]:
        """What the nearest cue before a time tells of it, and whether it stands so near that it leaves no doubt."""
        at = bisect_left(self._places, first) - 1
        if at < 0 or first - self._places[at] > _REACH:
            return 0, False
        sign, distance = self._signs[at], first - self._places[at]
        return sign, sign != 0 and distance <= (_NEAR if sign < 0 else _GOVERNED)

    def behind(self, last: int) -> tuple[int, int]:
        """What the nearest cue behind a time tells of it, and how far off it is; 0 where none is within reach."""
        at = bisect_left(self._left_places, last)
        distance = self._left_places[at] - last if at < len(self._left_places) else _REACH
        return (self._left_signs[at] if distance < _REACH else 0), distance
