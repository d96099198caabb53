"""The kinds of change that were written after the quotation check was finished, and run once.

As in `quotation_kinds`. What was mended because of them is told in docs/benchmarks.md beside the figures before.
"""

import re
from collections.abc import Mapping
from random import Random

from onrecord.checking.spelling import AMERICAN, FIGURES
from quotation_kinds import WORD, Case, Kind, Pool, case, direct, replaced
from quoted import Spoken

_SMALL = frozenset(
    """
    a an the and or but of in on at to for with by from as is are was were be been it he she they we you i that this not
    no do does did has have had so if than then there their our his her my your its who what which
    """.split()
)


def content_words(words: str) -> list[re.Match[str]]:
    """The longer words inside, but not the first and the last."""
    found = [m for m in WORD.finditer(words) if len(m[0]) > 3 and m[0].lower() not in _SMALL]
    return [m for m in found if m.start() > 0 and m.end() < len(words.rstrip(".?!,"))]


def word_dropped(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """One word left out inside a sentence."""
    found = [m for m in content_words(one.words) if one.words[m.end() : m.end() + 1] == " "]
    found = [m for m in found if one.words[m.start() - 1] == " " and one.words[m.start() - 2] not in ".?!"]
    if not direct(one, 10) or not found:
        return None
    m = rng.choice(found)
    return case(one, one.words[: m.start()] + one.words[m.end() + 1 :], "altered")


def word_added(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A word put in that was not said."""
    found = content_words(one.words)
    if not direct(one, 10) or not found:
        return None
    m = rng.choice(found)
    added = rng.choice("really actually certainly clearly simply truly greatly".split())
    return case(one, f"{one.words[: m.start()]}{added} {one.words[m.start() :]}", "altered")


def neighbours_swapped(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Two words that follow each other, in the other order."""
    words = one.words.split()
    if not direct(one, 10):
        return None
    places = [i for i in range(1, len(words) - 2) if words[i].isalpha() and words[i + 1].isalpha()
              and words[i].lower() != words[i + 1].lower()]  # fmt: skip
    if not places:
        return None
    i = rng.choice(places)
    words[i], words[i + 1] = words[i + 1], words[i]
    return case(one, " ".join(words), "altered")


_MODALS = {"will": "would", "would": "will", "can": "could", "could": "can", "may": "must", "might": "will",
           "should": "must", "must": "should"}  # fmt: skip
_QUANTITIES = {"all": "most", "most": "all", "many": "few", "few": "many", "some": "all", "more": "less",
               "less": "more",
               "every": "any", "both": "neither", "always": "often", "never": "rarely", "only": "also"}  # fmt: skip


def modal(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return replaced(rng, one, _MODALS)


def quantity(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return replaced(rng, one, _QUANTITIES)


def name(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A name put for another of the same article."""
    found = [m for m in WORD.finditer(one.words) if m[0][0].isupper() and len(m[0]) > 3 and m.start() > 0
             and one.words[m.start() - 2] not in ".?!"]  # fmt: skip
    others = [last for n in pool.names[one.article] if (last := n.split()[-1].rstrip("’'")) not in one.words]
    if not direct(one) or not found or not others:
        return None
    m = rng.choice(found)
    return case(one, one.words[: m.start()] + rng.choice(others) + one.words[m.end() :], "altered")


def name_misspelt(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A letter of a name changed."""
    found = [
        m for m in WORD.finditer(one.words) if m[0][0].isupper() and len(m[0]) > 4 and m[0].isalpha() and m.start()
    ]
    if not direct(one) or not found:
        return None
    m = rng.choice(found)
    i = rng.randint(1, len(m[0]) - 2)
    letter = rng.choice([c for c in "aeioulnrst" if c != m[0][i].lower()])
    return case(one, f"{one.words[: m.start() + i]}{letter}{one.words[m.start() + i + 1 :]}", "altered")


def inflection(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """An ending put on or taken off: "talk" and "talks"."""
    found = [m for m in content_words(one.words) if m[0].isalpha() and m[0].islower()]
    if not direct(one) or not found:
        return None
    m = rng.choice(found)
    other = m[0][:-1] if m[0].endswith("s") and not m[0].endswith("ss") else f"{m[0]}s"
    return case(one, one.words[: m.start()] + other + one.words[m.end() :], "altered")


_CONTRACTED = [("do not", "don’t"), ("it is", "it’s"), ("I am", "I’m"), ("we are", "we’re"), ("cannot", "can’t"),
               ("they are", "they’re"), ("is not", "isn’t"), ("I have", "I’ve"), ("that is", "that’s")]  # fmt: skip


def contraction(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """ "Don't" for "do not", or the reverse."""
    if not direct(one):
        return None
    options = []
    for long, short in _CONTRACTED:
        for a, b in ((long, short), (short, long), (short.replace("’", "'"), long)):
            options += [(m, b) for m in re.finditer(rf"\b{re.escape(a)}\b", one.words)]
    if not options:
        return None
    m, other = rng.choice(options)
    return case(one, one.words[: m.start()] + other + one.words[m.end() :], "altered")


def splice_between(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """The beginning of a statement and the end of one of another article."""
    other = rng.choice(pool.all)
    if not direct(one, 12) or not direct(other, 12) or other.article == one.article:
        return None
    a, b = one.words.split(), other.words.split()
    return case(one, " ".join([*a[: rng.randint(6, len(a) - 3)], *b[-rng.randint(6, len(b) - 3) :]]), "spliced")


def sentence_dropped(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A whole sentence between two others left out, without a mark."""
    sentences = re.findall(r"[^.?!]+[.?!]+(?:\s|$)", one.words)
    if not direct(one, 12) or len(sentences) < 3 or "".join(sentences).strip() != one.words.strip():
        return None
    if any(len(part.split()) < 4 for part in sentences) or re.search(r"\b[A-Z][a-z]{0,3}\.|\.[A-Z]", one.words):
        return None
    i = rng.randint(1, len(sentences) - 2)
    left = "".join([*sentences[:i], *sentences[i + 1 :]]).strip()
    if left.rstrip(".?!") in one.words:  # "Who told you that ...? Who told you that?" is as good as cut at its end
        return None
    return case(one, left, "spliced")


def one_sentence(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """One whole sentence of a longer quotation."""
    sentences = re.findall(r"[^.?!]+[.?!]+(?:\s|$)", one.words)
    if not direct(one, 12) or len(sentences) < 2 or re.search(r"\b[A-Z][a-z]{0,3}\.|\.[A-Z]", one.words):
        return None
    chosen = rng.choice(sentences).strip()
    return case(one, chosen, "exact") if len(chosen.split()) >= 6 else None


def punctuation(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Commas taken for dashes or left out, straight marks for curly ones."""
    if not direct(one, 6):
        return None
    words = one.words.replace(",", rng.choice(["", " –", ";"])).replace("’", "'") if "," in one.words else None
    return case(one, words, "exact") if words else None


def capital(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """The first letter in the other case."""
    return (
        case(one, one.words[0].swapcase() + one.words[1:], "exact")
        if direct(one, 6) and one.words[0].isalpha()
        else None
    )


_BRITISH = {american: british for british, american in AMERICAN.items() if len(american) > 4}


def british(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """British spelling for American."""
    found = [m for m in WORD.finditer(one.words) if m[0] in _BRITISH]
    if not direct(one, 6) or not found:
        return None
    m = rng.choice(found)
    return case(one, one.words[: m.start()] + _BRITISH[m[0]] + one.words[m.end() :], "exact")


_WORDS = {figure: word for word, figure in FIGURES.items()}


def figures(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A number in figures for one in words, or the reverse."""
    table = {**FIGURES, **_WORDS}
    found = [m for m in WORD.finditer(one.words) if m[0] in table and m[0] not in ("one", "1", "0")
             and one.words[m.end() : m.end() + 1] in (" ", ".", "")
             and one.words[m.start() - 1 : m.start()] in (" ", "")
             and (one.words[m.end() :].strip()[:1].isalpha())]  # fmt: skip
    if not direct(one, 6) or not found:
        return None
    m = rng.choice(found)
    return case(one, one.words[: m.start()] + table[m[0]] + one.words[m.end() :], "exact")


def pronoun_in_brackets(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """A pronoun explained by a name in brackets."""
    found = [m for m in WORD.finditer(one.words) if m[0] in ("he", "she", "they", "him", "them", "it", "this")]
    if not direct(one) or not found:
        return None
    m = rng.choice(found)
    return case(one, f"{one.words[: m.start()]}[the minister]{one.words[m.end() :]}", "exact")


def words_in_brackets(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Words other than pronouns put for others in brackets: a cut that is marked."""
    found = [m for m in content_words(one.words) if m[0].islower() and m[0] not in _QUANTITIES and m[0] not in _MODALS
             and not re.search(r"’|'", m[0])]  # fmt: skip
    found = [m for m in found if m[0] not in _NEVER]
    if not direct(one) or not found:
        return None
    m = rng.choice(found)
    return case(one, f"{one.words[: m.start()]}[the matter]{one.words[m.end() :]}", "elided")


_NEVER = frozenset(
    """
    each several half double million billion thousand hundred percent never nothing nobody none neither without about
    around over under almost nearly first second third once twice enough something everything someone everyone anything
    anyone somebody everybody those these them they themselves here there himself herself myself ourselves yourself this
    that rarely often sometimes always usually least much need dare hardly barely ought whom whose three four five seven
    eight nine eleven twelve twenty thirty forty fifty sixty dozen dozens hundreds thousands millions billions trillion
    nowhere seldom single quarter any both each
    """.split()
)


def hidden_signs(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Zero-width signs, marks of direction, letters that look alike."""
    if not direct(one, 6):
        return None
    words = list(one.words)
    for i in sorted(rng.sample(range(1, len(words)), 3), reverse=True):
        words.insert(i, rng.choice(["\u200b", "\u200d", "\u202b", "\u2060", "\u00ad"]))
    alike = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с"}
    at = next((i for i, sign in enumerate(words) if sign in alike and i > 3), None)
    if at is not None:
        words[at] = alike[words[at]]
    return case(one, "".join(words), "exact")


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_OCCASIONS = {"interview": "at a rally", "speech": "in a letter", "rally": "in an interview", "debate": "in a letter",
              "letter": "at a rally", "hearing": "in a letter"}  # fmt: skip


def dated(one: Spoken, right: str, *, day: str | None = None, occasion: str | None = None) -> Case | None:
    known = one.kind == "direct" and len(one.words.split()) >= 4 and one.speaker
    return Case(one.words, one.speaker, frozenset([right]), one.article, day, occasion) if known else None


def wrong_weekday(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Said on another day of the week than the text gives right behind the words."""
    if one.weekday is None:
        return None
    return dated(one, "wrong date or occasion", day=rng.choice([day for day in _WEEKDAYS if day != one.weekday]))


def right_weekday(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    return dated(one, "exact", day=one.weekday) if one.weekday else None


def wrong_occasion(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Said on another occasion than the text gives right behind the words."""
    return dated(one, "wrong date or occasion", occasion=_OCCASIONS[one.occasion]) if one.occasion else None


def right_occasion(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    article = "an" if one.occasion == "interview" else "a"
    preposition = "in" if one.occasion in ("interview", "speech", "letter") else "at"
    return dated(one, "exact", occasion=f"{preposition} {article} {one.occasion}") if one.occasion else None


_TURNED = [(r"\bhe would\b", "I will"), (r"\bhe was\b", "I am"), (r"\bhe had\b", "I have"), (r"\bhis\b", "my"),
           (r"\bthey would\b", "we will"), (r"\bshe would\b", "I will"), (r"\bshe was\b", "I am"),
           (r"\bwould\b", "will"), (r"\bhe\b", "I"), (r"\bwas\b", "is")]  # fmt: skip


def turned_direct(rng: Random, one: Spoken, pool: Pool) -> Case | None:
    """Indirect speech turned into the first person and the present, and put into quotation marks."""
    if one.kind != "indirect" or not 10 <= len(one.words.split()) <= 50:
        return None
    for pattern, other in _TURNED:
        words, count = re.subn(pattern, other, one.words, count=1)
        if count:
            return case(one, words, "paraphrase as quotation")
    return None


KINDS: Mapping[str, Kind] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        word_dropped, word_added, neighbours_swapped, modal, quantity, name, name_misspelt, inflection, contraction,
        splice_between, sentence_dropped, one_sentence, punctuation, capital, british, figures, pronoun_in_brackets,
        words_in_brackets, hidden_signs, wrong_weekday, right_weekday, wrong_occasion, right_occasion, turned_direct,
    )
}  # fmt: skip
