"""The tables of PLOVER's codes: the words that tell its events, on which conditions, and what governs what."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from onrecord.events.words import Form, Word
from onrecord.parties.tables import read_rows
from onrecord.statements.cues import regular_forms

# PLOVER 0.5. The later drafts put INVESTIGATE and DISAPPROVE together as ACCUSE, and FIGHT under ASSAULT.
COOPERATION: Final = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE")
CONFLICT: Final = (
    "DEMAND", "DISAPPROVE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT",
)  # fmt: skip
CODES: Final = frozenset(COOPERATION + CONFLICT)

Place = Literal["subject", "object", "clause", "to", "infinitive"]


class Condition(Struct, frozen=True, gc=False):
    """A condition on the words around: in `place` one of `words` stands, or none does where `negated`."""

    place: Place
    words: frozenset[str]
    negated: bool


class Row(Struct, frozen=True, gc=False):
    """What a word tells on what conditions. code: of PLOVER, or a small word that depends on what is governed.

    governed: whether the word counts only behind a verb, as an object.
    """

    conditions: tuple[Condition, ...]
    code: str
    mode: str | None
    governed: bool = False


class Term(Struct, frozen=True, gc=False):
    """A form of a word in the tables, as verb or noun. adjective: a participle that counts behind "be".

    tells: whether it may tell an event without governing another word. governs: whether its code may depend on one.
    """

    word: Word
    rows: tuple[Row, ...]
    particles: tuple[str, ...] = ()
    adjective: bool = False
    tells: bool = True
    governs: bool = False


class Meanings(Struct, frozen=True, gc=False):
    """What a form may tell. mixed: whether it may be a verb or a noun. tells: whether one tells an event alone.

    governs: whether one may take its code from another word; given: whether one counts only behind such a word.
    """

    terms: tuple[Term, ...]
    mixed: bool
    tells: bool
    governs: bool = False
    given: bool = False


# "said that it [must] leave" is a demand, whatever is to be done.
MUST: Final = Term(Word("must", "verb", "base", ()), (Row((), "DEMAND", None),))
OBLIGING: Final = frozenset(["must", "should"])


@lru_cache(maxsize=1)
def meanings() -> dict[str, Meanings]:
    """{word in small letters: what it may tell}."""
    found = {
        form: Meanings(
            terms=own,
            mixed=len({term.word.part for term in own}) > 1,
            tells=any(term.tells for term in own),
            governs=any(term.governs for term in own),
            given=any(row.governed for term in own for row in term.rows),
        )
        for form, own in terms().items()
    }
    return found | dict.fromkeys(OBLIGING, Meanings((MUST,), False, True))


@lru_cache(maxsize=1)
def terms() -> dict[str, tuple[Term, ...]]:
    """{word in small letters: what it may tell} of `data/plover.tsv`, those of most particles first."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for words, part, frame, code, mode in read_rows("plover.tsv", 5):
        row = Row(tuple(_conditions(frame)), code, mode or None, part == "object")
        for word in words.split():
            rows.setdefault((word, "noun" if part == "object" else part), []).append(row)
    found: dict[str, list[Term]] = {}
    for (word, part), own in rows.items():
        lemma, *particles = word.split("+")
        # A row without conditions is taken where none of those with conditions holds.
        ordered = tuple(sorted(own, key=lambda row: not row.conditions))
        for form, written in _forms(lemma, part):
            shape = Word(lemma, "noun" if part == "noun" else "verb", form, (), particles[0] if particles else None)
            term = Term(shape, ordered, tuple(particles), part == "adjective", _tells(ordered), _governs(ordered))
            found.setdefault(written, []).append(term)
    return {form: tuple(sorted(own, key=_first)) for form, own in found.items()}


def _first(term: Term) -> tuple[int, bool]:
    """Adjectives before verbs, and those with most particles first."""
    return -len(term.particles), not term.adjective


def _tells(rows: tuple[Row, ...]) -> bool:
    return any(not row.governed and (row.code in CODES or results().get((row.code, "nothing"))) for row in rows)


def _governs(rows: tuple[Row, ...]) -> bool:
    return any(row.code not in CODES for row in rows)


def _forms(lemma: str, part: str) -> Iterator[tuple[Form, str]]:
    if part == "adjective":
        yield "either", lemma
        return
    if part == "noun":
        yield "singular", lemma
        if plural(lemma) != lemma:
            yield "plural", plural(lemma)
        return
    third, pasts, participles, ing = _irregular().get(lemma) or regular_forms(lemma)
    past, participle = set(pasts.split("|")), set(participles.split("|"))
    yield "base", lemma
    yield "third", third
    yield from (("either", form) for form in sorted(past & participle) if form != lemma)
    yield from (("past", form) for form in sorted(past - participle))
    yield from (("participle", form) for form in sorted(participle - past) if form != lemma)
    yield from (("ing", form) for form in ing.split("|"))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, str, str, str]]:
    rows = [*read_rows("irregular_verbs.tsv", 5), *read_rows("plover_forms.tsv", 5)]
    return {lemma: (third, past, participle, ing) for lemma, third, past, participle, ing in rows}


def plural(noun: str) -> str:
    """The plural of a noun by the rules of spelling."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ss", "sh", "ch", "x")) else "s")


def _conditions(frame: str) -> Iterator[Condition]:
    for part in frame.split():
        place, _, words = part.removeprefix("!").partition(":")
        allowed = [word for word in words.split("|") if word]
        joined = frozenset(word for name in allowed for word in _class(name))
        yield Condition(place, joined, part.startswith("!"))  # type: ignore[arg-type]


def _class(name: str) -> frozenset[str]:
    return classes()[name.removeprefix("@")] if name.startswith("@") else frozenset([name, plural(name)])


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """{class: its words, singular and plural} of `data/plover_words.tsv`."""
    return {
        name: frozenset(form for word in words.split() for form in (word, plural(word)))
        for name, words in read_rows("plover_words.tsv", 2)
    }


@lru_cache(maxsize=1)
def results() -> dict[tuple[str, str], str | None]:
    """{(small word, code that it governs or "nothing"): the code that comes of it} of `data/plover_governed.tsv`."""
    found: dict[tuple[str, str], str | None] = {}
    for word, governed, result in read_rows("plover_governed.tsv", 3):
        for code in CODES if governed == "any" else governed.split():
            found.setdefault((word, code), None if result == "-" else code if result == "=" else result)
    return found


@lru_cache(maxsize=1)
def modes() -> dict[str, dict[str, str]]:
    """{code: {word: mode}} of `data/plover_modes.tsv`."""
    found: dict[str, dict[str, str]] = {}
    for codes, mode, words in read_rows("plover_modes.tsv", 3):
        for code in codes.split():
            found.setdefault(code, {}).update((word, mode) for word in words.split() if word not in found.get(code, {}))
    return found


@lru_cache(maxsize=1)
def contexts() -> dict[str, str]:
    """{word: context} of `data/plover_contexts.tsv`; the first row that has a word counts."""
    found: dict[str, str] = {}
    for context, words in read_rows("plover_contexts.tsv", 2):
        for word in words.split():
            found.setdefault(word, context)
    return found
