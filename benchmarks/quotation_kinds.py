"""The kinds of change that the quotation check was developed on. Each makes a case of a statement, or none.

A kind says which verdicts are right by docs/quotation-check.md; mostly it is one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from msgspec import Struct

from quoted import Spoken


class Case(Struct, frozen=True):
    """A quotation of a draft. speaker, day, occasion: as the draft gives them; right: the verdicts that are right."""

    words: str
    speaker: str | None
    right: frozenset[str]
    article: str
    day: str | None = None
    occasion: str | None = None


class Pool(Struct, frozen=True):
    """All statements, and by article those of each and the names of its speakers."""

    all: Sequence[Spoken]
    by_article: Mapping[str, Sequence[Spoken]]
    names: Mapping[str, Sequence[str]]


Kind = Callable[[Random, Spoken, Pool], Case | None]
WORD = re.compile(r"[\w’'-]+")
FEWEST = 8  # words of a quotation that is changed
_SENTENCE_END = re.compile(r"[.!?…]")


def direct(one: Spoken, fewest: int = FEWEST) -> bool:
    return one.kind == "direct" and len(one.words.split()) >= fewest and not re.search(r"…|\.\s?\.|\[|‘|\(", one.words)


def case(one: Spoken, words: str, *right: str, speaker: str | None = None) -> Case:
    return Case(words, speaker or one.speaker, frozenset(right), one.article, one.said_on)


def untouched(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return case(one, one.words, "exact") if one.kind == "direct" and len(one.words.split()) >= 4 else None


def trimmed(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Words cut off at one end or both, within a sentence."""
    words = one.words.split()
    if not direct(one, 10):
        return None
    a, b = rng.choice([(0, rng.randint(2, 4)), (rng.randint(2, 4), 0), (2, 2)])
    kept = words[a : len(words) - b]
    if (a and _SENTENCE_END.search(words[a - 1])) or (b and _SENTENCE_END.search(kept[-1])):
        return None
    return case(one, " ".join(kept).rstrip(",;:—–-"), "trimmed")


def elided(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A stretch inside left out, and an ellipsis put for it."""
    words = one.words.split()
    if not direct(one, 16):
        return None
    size = rng.randint(4, len(words) - 10)
    start = rng.randint(5, len(words) - size - 5)
    if len(WORD.findall(" ".join(words[start : start + size]))) < 4:
        return None  # so short a cut that holds a "not" counts as altered
    mark = rng.choice(["…", "...", "[…]", ". . ."])
    return case(one, " ".join([*words[:start], mark, *words[start + size :]]), "elided")


def replaced(rng: Random, one: Spoken, table: Mapping[str, str]) -> Case | None:
    """One word inside put for another by a table."""
    found = [m for m in WORD.finditer(one.words) if m[0].lower() in table and m.start() > 0]
    if not direct(one) or not found:
        return None
    chosen = rng.choice(found)
    words = one.words[: chosen.start()] + table[chosen[0].lower()] + one.words[chosen.end() :]
    return case(one, words, "altered")


_FUNCTION = {"a": "the", "the": "a", "in": "on", "on": "in", "of": "for", "for": "of", "and": "or", "to": "for",
             "with": "for", "this": "that", "that": "this", "at": "in", "by": "with", "from": "to", "is": "was",
             "was": "is", "are": "were", "were": "are", "has": "had", "have": "had"}  # fmt: skip
_SYNONYMS = {"people": "citizens", "country": "nation", "think": "believe", "believe": "think", "want": "wish",
             "big": "large", "help": "aid", "need": "require", "very": "really", "really": "very", "good": "fine",
             "great": "grand", "bad": "poor", "job": "work", "work": "labor", "vote": "ballot", "election": "vote",
             "campaign": "race",
             "problem": "issue", "issue": "problem", "look": "see", "know": "see", "talk": "speak", "say": "state",
             "said": "stated", "start": "begin", "get": "gain", "make": "create", "women": "ladies", "money": "cash",
             "wrong": "mistaken", "right": "correct", "many": "numerous", "important": "essential"}  # fmt: skip


def function_word(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return replaced(rng, one, _FUNCTION)


def synonym(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return replaced(rng, one, _SYNONYMS)


_NOT = re.compile(r"\b(?:not|never|no)\s|(?<=\w)n[’']t\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|have|has|must|may)(?=\s)")


def negation(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A negation dropped, or put in where there is none."""
    if not direct(one):
        return None
    found = [m for m in _NOT.finditer(one.words) if m.start() > 0 and m.end() < len(one.words) - 3]
    if found:
        chosen = rng.choice(found)
        return case(one, one.words[: chosen.start()] + one.words[chosen.end() :], "altered")
    found = list(_AUXILIARY.finditer(one.words))
    if not found:
        return None
    chosen = rng.choice(found)
    return case(one, f"{one.words[: chosen.end()]} not{one.words[chosen.end() :]}", "altered")


_NUMBERS = """
two three four five six seven eight nine ten twelve twenty thirty fifty hundred thousand million billion
""".split()


def number(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A number put for another."""
    if not direct(one):
        return None
    found = [m for m in WORD.finditer(one.words) if m[0].isdigit() or m[0].lower() in _NUMBERS]
    if not found:
        return None
    chosen = rng.choice(found)
    if chosen[0].isdigit():
        other = str(int(chosen[0]) + rng.choice([1, 2, 10, 100]))
    else:
        other = rng.choice([word for word in _NUMBERS if word != chosen[0].lower()])
    return case(one, one.words[: chosen.start()] + other + one.words[chosen.end() :], "altered")


def splice_within(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """The beginning of one statement and the end of another of the same article, as one."""
    others = [o for o in pool.by_article[one.article] if direct(o, 12) and o.words != one.words]
    if not direct(one, 12) or not others:
        return None
    other = rng.choice(others)
    a, b = one.words.split(), other.words.split()
    return case(one, " ".join([*a[: rng.randint(5, len(a) - 3)], *b[-rng.randint(5, len(b) - 3) :]]), "spliced")


def speaker_swapped(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Given to another speaker of the article."""
    if not direct(one, 6) or one.speaker is None:
        return None
    last = one.speaker.split()[-1]
    others = [name for name in pool.names[one.article] if not set(name.split()) & set(one.speaker.split())]
    same = [o for o in pool.all if o.words == one.words and o.speaker and o.speaker.split()[-1] != last]
    if not others or same:
        return None
    return case(one, one.words, "wrong speaker", speaker=rng.choice(others))


def partial(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Words of which only some stood in quotation marks, put wholly into them."""
    if one.kind != "mixed" or any(mark in one.words for mark in "’‘«[…"):
        return None
    bare = re.sub(r"[“”\"]", "", one.words)
    inside = sum(len(part.split()) for part in re.findall(r"[“\"]([^”\"]*)[”\"]", one.words))
    total = len(bare.split())
    if inside < 3 or total - inside < 3 or total > 60:
        return None
    return case(one, re.sub(r"^(?:that|whether|to)\s", "", bare).rstrip(",."), "partial in source")


def paraphrase(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Indirect speech put into quotation marks."""
    words = len(one.words.split())
    return case(one, one.words, "paraphrase as quotation") if one.kind == "indirect" and 8 <= words <= 60 else None


KINDS: Mapping[str, Kind] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        untouched, trimmed, elided, function_word, synonym, negation, number, splice_within, speaker_swapped, partial,
        paraphrase,
    )
}  # fmt: skip
