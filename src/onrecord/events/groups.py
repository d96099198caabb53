"""The group of a word that may name a happening: a verb with its auxiliaries, or a noun with what governs it."""

from msgspec import Struct

from onrecord.events.scene import Line
from onrecord.events.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    LIGHT,
    LINKS,
    MODALS,
    NEGATIONS,
    POSSESSIVE,
    PREPOSITIONS,
    STOPS,
    Word,
    finite,
)


class Group(Struct, frozen=True):
    """A verb with its auxiliaries, or a noun with what governs it.

    first: token where the auxiliaries begin, or the noun phrase. at: of the word. end: behind it and its particle.
    shape: "past", "perfect", "passive", "future", "modal", "infinitive", "ing", "progressive", "present", "participle",
        or "noun". modal: the modal or the word before "to". negated: "not", "never", "failed to".
    verb: of a noun the token of the verb that governs it ("[held] talks"), or -1.
    before: the word before the group.
    """

    first: int
    at: int
    end: int
    shape: str
    modal: str = ""
    negated: bool = False
    passive: bool = False
    verb: int = -1
    before: str = ""


def group_at(line: Line, at: int, word: Word) -> Group:
    """The group of the word at the token `at`."""
    return _noun_group(line, at) if word.part == "noun" else _verb_group(line, at, word)


_FAILING = frozenset(
    """
    failed fails fail refused refuses refuse declined declines unable reluctant unwilling denied deny denies stopped
    avoid avoided
    """.split()
)


def _verb_group(line: Line, at: int, word: Word) -> Group:
    words = line.words
    end = at + 1
    if word.particle is not None:
        end = next((k + 1 for k in range(at + 1, min(at + 6, len(words))) if words[k] == word.particle), at + 1)
        end = end if end <= at + 2 else at + 1
    auxiliaries: list[str] = []
    negated = False
    i = at - 1
    while i >= 0 and at - i < 9:
        low = words[i]
        if low in BE or low in HAVE or low in MODALS or low in DO or low in ("to", "get", "got", "gets", "getting"):
            auxiliaries.append(low)
            negated = negated or low.endswith(("n't", "n’t")) or low == "cannot"
            if low == "to":
                i -= 1
                break
        elif low in NEGATIONS:
            negated = True
        elif not (low in ADVERBS or (low.endswith("ly") and len(low) > 4)):
            break
        i -= 1
    first = i + 1
    while first < at and words[first] in ADVERBS:
        first += 1
    before = words[i] if i >= 0 else ""
    shape, passive, modal = _shape(word, auxiliaries, before)
    if "to" in auxiliaries and before in BE:
        shape = "future"
    negated = negated or ("to" in auxiliaries and before in _FAILING)
    return Group(first, at, end, shape, modal, negated, passive, -1, before)


def _shape(word: Word, auxiliaries: list[str], before: str) -> tuple[str, bool, str]:
    """Shape, whether passive, and the modal. auxiliaries: from the verb leftwards."""
    modal = next((low for low in auxiliaries if low in MODALS), "")
    be = any(low in BE or low in ("get", "got", "gets", "getting") for low in auxiliaries)
    participle = word.form in ("participle", "either") or (word.form == "base" and be)
    passive = participle and be and bool(auxiliaries) and auxiliaries[0] not in HAVE
    if modal:
        future = modal in ("will", "'ll", "’ll", "won't", "won’t")
        return ("future" if future else "modal"), passive, modal
    if "to" in auxiliaries:
        return "infinitive", passive, before
    if word.form == "ing":
        return ("progressive" if be else "ing"), False, ""
    if passive:
        return "passive", True, ""
    if any(low in HAVE for low in auxiliaries) and word.form in ("participle", "either"):
        return "perfect", False, ""
    if any(low in DO for low in auxiliaries):
        return ("past" if any(low.startswith("did") for low in auxiliaries) else "present"), False, ""
    if word.form == "participle":
        return "participle", True, ""
    if word.form in ("past", "either"):
        return "past", False, ""
    return "present", False, ""


def _noun_group(line: Line, at: int) -> Group:
    words = line.words
    i = at - 1
    while i >= 0 and at - i < 9:
        low = words[i]
        if low in DETERMINERS:
            i -= 1
            break
        text = line.tokens[i].text
        if low in STOPS or low in PREPOSITIONS or low in LINKS or low in BE or low in HAVE or low in MODALS:
            break
        if low in LIGHT or (low in FINITE and not text[0].isupper() and not low.endswith("ed")):
            break
        i -= 1
    first = i + 1
    verb = _spoken(line, first) if is_line(line, first, at) else _governing(line, first)
    negated = (verb >= 0 and _is_negated(words, verb)) or words[first] == "no"
    before = words[i] if i >= 0 else ""
    return Group(first, at, at + 1, "noun", "", negated, False, verb, before)


def is_line(line: Line, first: int, at: int) -> bool:
    """Whether the noun is the telephone over which somebody speaks: "by phone", "over the phone"."""
    return line.words[at] in ("phone", "telephone") and line.word(first - 1) in ("by", "over")


def _spoken(line: Line, first: int) -> int:
    """The verb of what is done over the telephone: -1 where none stands near."""
    return next((i for i in range(first - 2, max(-1, first - 10), -1) if is_finite(line, i)), -1)


def _governing(line: Line, first: int) -> int:
    """The light verb right before a noun phrase, or that of which it is the subject's nearest: -1 where none is."""
    for i in range(first - 1, max(-1, first - 4), -1):
        low = line.words[i]
        if low in LIGHT:
            return i
        if low not in ADVERBS and low not in DETERMINERS and low not in ("up", "out", "off", "in", "into", "to", "on"):
            return -1
    return -1


def _is_negated(words: list[str], verb: int) -> bool:
    return any(low in NEGATIONS or low.endswith(("n't", "n’t")) for low in words[max(0, verb - 4) : verb])


def is_finite(line: Line, i: int) -> bool:
    """Whether the word may be the verb of a clause: "it's", but not the mark of "Teskia's army"."""
    low = line.words[i]
    if low in POSSESSIVE:
        return line.word(i - 1) in _SHORTENED
    return (low in FINITE or (len(low) > _SHORT and low.endswith("ed"))) and line.tokens[i].text.islower()


_SHORT = 4  # letters; "need", "seed"
_SHORTENED = frozenset("it he she that this there here what who where how".split())  # before "'s" for "is"
FINITE = finite()
