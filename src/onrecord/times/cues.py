"""What single words tell of the tense of their clause: 1 for what is to come, -1 for the past, 0 ends a sentence."""

from msgspec import Struct

from onrecord.language.sentences import ABBREVIATIONS
from onrecord.times.lexemes import Lexemes, Lexicon

_CUES = (
    "will|could|due|intent|plans|pasttense|saying|had|have|ended|are|be|negated|refused|accusing|futurate"
    "|victory|harm|dot|stop"
)
# What follows a word of plans where they are not over.
_AHEAD = ("to", "for", "on", "by", "until", "in", "at", "before", "weekday", "month", "monthabbr", "maymonth", "next")
_ARTICLES = (["the"], ["a"])
# After these a word is no verb of the present: "to meet", "did not meet", "the leaves".
_NO_PRESENT = ("to", "will", "could", "the", "a", "s", "no")
_BACK = ("as", "earlier", "adverb")  # "as planned", "previously scheduled"
# Behind these "has" and "have" are no auxiliaries: "has a rally on Friday", "have to vote".
_HAVING = ("a", "the", "to", "no", "until", "day", "count", "numword", "one", "several")
_AFTER_PAST = 5  # from a verb of the past to its "to be", in lexemes
_DENIED = 8  # from "neither" to its verb
_TELLING = 3  # from "wouldn" to its verb


class Cue(Struct, frozen=True):
    """A word that tells the tense.

    behind: what it tells of a time behind it. before: of one that stands before it in its clause, None for nothing.
    ongoing: it tells that something goes on ("is drawing"), which leaves open on which side a weekday lies.
    """

    place: int
    behind: int
    before: int | None
    ongoing: bool = False


class Cues:
    """The words of a paragraph that tell its tense."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes) -> None:
        self.names = [lexicon.name(code) for code in lexemes.codes]
        self.words = lexemes.words
        self._past = lexicon.habits.past
        self._lasting = lexicon.habits.lasting
        self._cues = frozenset(lexicon.classes(_CUES))

    def told(self) -> list[Cue]:
        found = []
        for place, (name, word) in enumerate(zip(self.names, self.words, strict=True)):
            if name in self._cues or (not name and len(word) > 3 and word[0].islower() and word.endswith(self._past)):
                sign = self._sign(name, place)
                if sign is not None:
                    ongoing = name == "are" and self._next(place) != "arranging"
                    found.append(Cue(place, sign, self._sign_before(name, place, sign), ongoing))
        return found

    def _sign(self, name: str, place: int) -> int | None:
        """What a word of that class tells of the words behind it, or None where it tells nothing after all."""
        before = self.names[max(0, place - 2) : place]
        match name:
            case "will":
                return 1
            case "could":
                denied = self._next(place) == "no" or "nobody" in self.names[max(0, place - _DENIED) : place]
                return -1 if denied else 1
            case "due" | "intent" | "plans":
                return self._of_plan(name, place)
            case "stop":
                return 0
            case "dot":
                return 0 if self._ends(place) else None
            case "be":
                return 1 if before == ["are", "to"] or (before[-1:] == ["to"] and not self._after_past(place)) else None
            case "are":
                return 1 if "".join(self.words[place + 1 : place + 2]).endswith(self._lasting) else None
            case "futurate":
                name_like = self.words[place][0].isupper()
                return None if name_like or not before or before[-1] in _NO_PRESENT else 1
            case "have":
                return None if before[-1:] in (["will"], ["to"]) or self._next(place) in _HAVING else -1
            case "refused":
                return -1 if "telling" in self.names[place : place + 1 + _TELLING] else None
            case "victory":
                known = before[-1:] == ["the"] or "owner" in before or "s" in before
                return -1 if known and before[-1:] != ["weekday"] else None
        return self._of_past(name, before)

    def _of_past(self, name: str, before: list[str]) -> int | None:
        """ "Will be held" looks ahead: what counts is the "will". "The proposed sale in May" may be either, and so may
        what "is heard in May"; who "is charged" was so before."""
        if "be" in before or before[-1:] in _ARTICLES or before == ["a", "adverb"]:
            return None
        if before[-1:] in (["will"], ["to"]) and name == "pasttense":
            return None  # "to cut", "will let"
        return None if before[-1:] == ["are"] and name in ("", "pasttense") else -1

    def _sign_before(self, name: str, place: int, sign: int) -> int | None:
        """What the word tells of a time that stands before it in its clause: "on Monday they agreed to meet" is past,
        and "the hastily planned trip" tells nothing."""
        if name in ("intent", "plans") and self.words[place].endswith(self._past):
            return -1
        if name in ("futurate", "victory", "harm") or (name == "due" and self._next(place) == ""):
            return None
        return sign

    def _next(self, place: int) -> str | None:
        return self.names[place + 1] if place + 1 < len(self.names) else None

    def _after_past(self, place: int) -> bool:
        """ "Was to be", "seemed to be"; "appears to be" is now."""
        back = range(max(0, place - _AFTER_PAST), place)
        verbs = ("pasttense", "saying", "had", "seeming")
        return any(
            self.names[at] in verbs or (not self.names[at] and self.words[at].endswith(self._past)) for at in back
        )

    def _of_plan(self, name: str, place: int) -> int | None:
        """ "Is scheduled to" looks ahead, "had been scheduled to" and "agreed in May" do not."""
        before = self.names[max(0, place - 2) : place]
        following = self._next(place)
        links = {"due": _AHEAD, "intent": ("to", "for"), "plans": ("to",)}[name]
        if "had" in before or (before and before[-1] in _BACK):
            return -1
        if following in links or name == "due":
            return 1
        return -1 if self.words[place].endswith(self._past) else None

    def _ends(self, place: int) -> bool:
        """Whether the stop ends a sentence: no abbreviation before, no small letter behind."""
        before, after = self.words[max(0, place - 1) : place], self.words[place + 1 : place + 2]
        short = any((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS for word in before)
        return not short and not any(word[0].islower() for word in after)
