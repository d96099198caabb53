"""Whether a saying is denied: "did not say", "has yet to say", "refused to comment"; not what is said."""

from collections.abc import Sequence

from onrecord.statements.acts import ACTS, REFUSING, SPEAKING, Meaning
from onrecord.statements.words import ADVERBS, NEGATIONS

# Views are held, or their contrary is, where their verb is denied: "does not believe that ...".
_HELD = frozenset(["believe", "expect", "accept", "reject"])
_HELD_TOO = frozenset("want need like love enjoy wish mean would".split())
# These acts also have words for speaking, which are denied as such: "did not predict".
_SPOKEN = frozenset("predict forecast speculate acknowledge admit concede confess conclude estimate recall".split())
_REFUSED = frozenset(form for form, word in ACTS.verbs.items() if word.lemma in REFUSING)
_NOBODY = frozenset("nobody none neither no-one".split())
# What may stand between a denial and its verb besides adverbs: "did not immediately have to say".
_HELPERS = frozenset("have has had been be to do does did would will could can may might should".split())
_WEAK = frozenset("only just merely simply so".split())


def is_negated(
    cue: Sequence[str], before: Sequence[str], behind: Sequence[str], source: Sequence[str], meaning: Meaning | None
) -> bool:
    """Whether the article says that the words were not said. All words in small letters.

    cue: the words of the cue, with auxiliaries or without. before, behind: the words around it, nearest first in
        `behind`, nearest last in `before`. source: those of the source.
    """
    if _is_refused(cue, before, behind):
        return True
    if meaning is not None and _is_view(meaning):
        return False
    words = [*_helpers(before), *cue]
    return _is_denied(words) or _stops_short(words) or _is_nobody(source)


def _is_nobody(source: Sequence[str]) -> bool:
    """ "no one", "none of them", "no official" """
    return bool(source) and (source[0] in _NOBODY or (source[0] == "no" and len(source) > 1))


def _is_view(meaning: Meaning) -> bool:
    return meaning.lemma not in _SPOKEN and (meaning.act in _HELD or meaning.lemma in _HELD_TOO)


def _helpers(before: Sequence[str]) -> list[str]:
    """The auxiliaries, adverbs and denials right before a cue that was given without them."""
    i = len(before)
    while i and (before[i - 1] in _HELPERS | NEGATIONS | ADVERBS | _WEAK | _ENDING or before[i - 1].endswith("ly")):
        i -= 1
    return list(before[i:])


_ENDING = frozenset("without yet short of stopped stops stopping is was are were n't n’t".split())


def _is_denied(words: Sequence[str]) -> bool:
    """Whether a denial stands before the verb: "did not say", "never promised", "without saying", "no comment"."""
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in NEGATIONS or word in {"n't", "n’t", "without"} or (word == "no" and following):
            return following not in _WEAK and word != "neither"
    return False


def _stops_short(words: Sequence[str]) -> bool:
    """ "has yet to say", "stopped short of saying" """
    told = " ".join(words)
    return "yet to " in f"{told} " or "short of " in f"{told} "


def _is_refused(cue: Sequence[str], before: Sequence[str], behind: Sequence[str]) -> bool:
    """ "refused to say", whether the cue is given as one verb or the other or both."""
    words = [*before[-3:], *cue, *behind[:4]]
    if _REFUSED.isdisjoint(words):
        return False
    for i, word in enumerate(words):
        verb = ACTS.verbs.get(word)
        if verb is not None and verb.lemma in REFUSING and "to" in words[i + 1 : i + 3]:
            to = words.index("to", i + 1)
            if any(spoken in SPEAKING for spoken in words[to + 1 : to + 3]):
                return True
    return False
