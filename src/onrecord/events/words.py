"""The words that may name a happening, and the closed classes of words around them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.parties.tables import read_rows
from onrecord.statements.cues import VERBS, regular_forms

Part = Literal["verb", "noun"]
Form = Literal["base", "third", "past", "participle", "either", "ing", "singular", "plural"]


class Word(Struct, frozen=True, gc=False):
    """What a word may be. types: of the happenings that it may name. particle: the word that must stand behind it.

    form: "either" where past and participle are spelled alike.
    """

    lemma: str
    part: Part
    form: Form
    types: tuple[str, ...]
    particle: str | None = None


@lru_cache(maxsize=1)
def triggers() -> dict[str, tuple[Word, ...]]:
    """{word in small letters: what it may be} of `data/event_triggers.tsv`, those with a particle first."""
    types: dict[tuple[str, Part], dict[str, None]] = {}
    for kind, part, words in read_rows("event_triggers.tsv", 3):
        for word in words.split():
            types.setdefault((word, "verb" if part == "verb" else "noun"), {})[kind] = None
    found: dict[str, list[Word]] = {}
    for (word, part), kinds in types.items():
        lemma, _, particle = word.partition("+")
        for form, name in forms_of(lemma, part):
            found.setdefault(form, []).append(Word(lemma, part, name, tuple(kinds), particle or None))
    return {form: tuple(sorted(words, key=lambda word: word.particle is None)) for form, words in found.items()}


def forms_of(lemma: str, part: Part) -> Iterator[tuple[str, Form]]:
    """The forms of a verb, each with its name; a noun as it is."""
    if part == "noun":
        yield lemma, "plural" if lemma.endswith("s") and not lemma.endswith("ss") else "singular"
        return
    third, pasts, participles, ing = _irregular().get(lemma) or regular_forms(lemma)
    yield lemma, "base"
    yield third, "third"
    past, participle = set(pasts.split("|")), set(participles.split("|"))
    yield from ((form, "either") for form in sorted(past & participle) if form != lemma)
    yield from ((form, "past") for form in sorted(past - participle))
    yield from ((form, "participle") for form in sorted(participle - past) if form != lemma)
    yield from ((form, "ing") for form in ing.split("|"))


@lru_cache(maxsize=20_000)
def unlisted(low: str) -> Word | None:
    """What a word in small letters that no table has may be: the past form of some verb."""
    if low in _irregular_forms():
        return Word(_irregular_forms()[low], "verb", "either", (OTHER,))
    if len(low) > _SHORT and low.endswith("ed") and low.isalpha() and low not in VERBS and not low.endswith("eed"):
        return Word(low[:-2], "verb", "either", (OTHER,))
    return None


OTHER = "other"  # the type of what no other type fits
# The types, in the order of the columns of the weights.
TYPES = tuple(
    """
    meet call visit talks publish propose respond agree sign vote elect appoint resign announce order sanction sue
    arrest charge convict protest strike attack clash deploy withdraw aid die injure disaster launch trade other
    """.split()
)
_SHORT = 4  # letters


@lru_cache(maxsize=1)
def _irregular_forms() -> dict[str, str]:
    """{past or participle: lemma} of the irregular verbs that are no auxiliaries and do not give words."""
    return {
        form: lemma
        for lemma, row in _irregular().items()
        for form in {*row[1].split("|"), *row[2].split("|")}
        if form not in triggers() and form not in VERBS and form not in BE | HAVE | DO and form != lemma
    }


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, str, str, str]]:
    rows = read_rows("irregular_verbs.tsv", 5)
    return {lemma: (third, past, participle, ing) for lemma, third, past, participle, ing in rows}


@lru_cache(maxsize=1)
def finite() -> frozenset[str]:
    """Forms that can be the finite verb of a clause: of the tables' verbs, and the irregular past forms."""
    found = {form for form, words in triggers().items() for word in words if word.form in ("past", "either")}
    found |= {form for row in _irregular().values() for form in (*row[1].split("|"), row[0])}
    return frozenset(found) | BE | HAVE | MODALS


BE = frozenset("is are was were am be been being 's ’s isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
HAVE = frozenset("have has had having haven't hasn't hadn't haven’t hasn’t hadn’t".split())
MODALS = frozenset(
    """
    will would can could may might shall should must 'll ’ll won't won’t wouldn't wouldn’t cannot can't can’t couldn't
    couldn’t shouldn't shouldn’t
    """.split()
)
DO = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
NEGATIONS = frozenset("not never no neither nor without cannot".split())
ADVERBS = frozenset(
    """
    also already now then still just once again ever soon later first recently even only both all since yet long
    previously formally officially finally reportedly allegedly back away together here there today yesterday so far
    almost nearly about immediately jointly briefly twice
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your any some no each every both all another several many
    few two three four five six seven eight nine ten dozens hundreds thousands
    """.split()
)
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
PREPOSITIONS = frozenset(
    """
    of in on at to for from with by against between among into over about during after before since until under through
    across near outside inside amid despite upon towards toward within without following via off onto around
    """.split()
)
# What begins another clause.
LINKS = frozenset(
    """
    that if when while because as although though but whether where after before since until unless who which whom
    whose why how than once so
    """.split()
)
STOPS = frozenset(", ; : . ! ? … — – -- ( ) [ ] “ ” \" « » '' ``".split())
# Verbs that leave it to the noun behind them to say what happens: "held talks", "paid a visit".
LIGHT = frozenset(
    """
    hold holds held holding have has had having pay pays paid paying make makes made making take takes took taken
    taking give gives gave given giving conduct conducts conducted conducting carry carries carried carrying launch
    launches launched launching stage stages staged staging host hosts hosted hosting attend attends attended
    attending begin begins began begun beginning start starts started starting open opens opened opening end ends
    ended ending continue continues continued continuing resume resumes resumed resuming reach reaches reached
    reaching sign signs signed signing issue issues issued issuing file files filed filing announce announces
    announced announcing impose imposes imposed imposing win wins won winning lose loses lost losing mount mounts
    mounted join joins joined call calls called schedule scheduled plan planned postpone postponed cancel cancelled
    canceled cancels face faces faced facing send sends sent hand handed
    """.split()
)
