"""The act of a cue: what somebody does with the words, from tables of verbs, nouns, adjectives and phrases.

`data/acts.tsv` goes on where `data/cues.tsv` ends: the verbs of the latter find statements and count here too; the
words of the former find nothing, they only say what a cue means that was found otherwise.
"""

from collections.abc import Mapping, Sequence
from importlib.resources import files

from msgspec import Struct, convert

from onrecord.record import Act
from onrecord.statements.cues import VERBS, Form, forms_of
from onrecord.statements.words import ADVERBS, DETERMINERS, NEGATIONS, POSSESSIVES, PREPOSITIONS


class Word(Struct, frozen=True):
    """A verb, noun or adjective of the tables. `act` is None for a helper, which has none by itself."""

    lemma: str
    act: Act | None
    form: Form = "base"


class Acts(Struct, frozen=True):
    """The tables: verbs, nouns and adjectives by their forms, phrases by their first lemma, longest first."""

    verbs: Mapping[str, Word]
    nouns: Mapping[str, Word]
    adjectives: Mapping[str, Word]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Act], ...]]


class Meaning(Struct, frozen=True):
    """What a cue means: its act, and the lemma or phrase that says so."""

    lemma: str
    act: Act


def read_acts(table: str) -> Acts:
    """The tables of `data/acts.tsv`, with the verbs of `data/cues.tsv`; the first row names the columns."""
    verbs = {form: Word(verb.lemma, verb.act, kind) for form, (verb, kind) in VERBS.items()}
    nouns: dict[str, Word] = {}
    adjectives: dict[str, Word] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    for cue, part, irregular, named, _source in rows[1:]:
        act = convert(named, Act) if named else None
        if part in {"verb", "helper"}:
            for form, kind in forms_of(cue, irregular).items():
                verbs.setdefault(form, Word(cue, act, kind))
        elif part == "noun":
            nouns |= {form: Word(cue, act) for form in (cue, _plural(cue))}
        elif part == "adjective":
            adjectives[cue] = Word(cue, act)
        else:
            words = tuple(cue.split())
            phrases.setdefault(words[0], []).append((words, convert(named, Act)))
    longest = {first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in phrases.items()}
    return Acts(verbs, nouns, adjectives, longest)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return (
        noun if noun.endswith("s") and noun != "address" else noun + ("es" if noun[-2:] in {"sh", "ch", "ss"} else "s")
    )


ACTS = read_acts((files("onrecord.data") / "acts.tsv").read_text("utf-8"))

# Verbs that leave the act to the noun behind them: "expressed concern", "issued a warning".
_LIGHT = frozenset(
    "express voice make issue give raise share have take offer air show sound convey send get do".split()
)
# Verbs that leave it to the infinitive behind them: "tried to explain", "seemed to suggest", "went on to say".
_PASSING = frozenset(
    "seem appear continue go try begin start use tend want like be have come hasten begin keep get need mean".split()
)
# Verbs that deny what stands behind them, where that is a way of speaking: "declined to comment".
REFUSING = frozenset("refuse decline fail".split())
SPEAKING = frozenset(
    """
    comment say confirm deny elaborate disclose reveal name identify specify discuss answer respond explain clarify
    speculate talk speak detail mention address tell give provide share
    """.split()
)


def meaning_of(cue: Sequence[str], behind: Sequence[str] = ()) -> Meaning | None:
    """What the words of a cue, in small letters, mean; None where no table has them.

    behind: the words behind the cue, which may go on with a phrase ("called" with "for" behind it).
    """
    phrase = _phrase(cue, behind)
    verbs = _verbs(cue)
    if phrase is not None and (not verbs or phrase[0] <= verbs[0][0] or verbs[0][1].lemma in _PASSING | REFUSING):
        return phrase[1]
    return _of_verbs(cue, behind, verbs) if verbs else _meaning(_noun(cue) or _adjective(cue))


def _meaning(word: Word | None) -> Meaning | None:
    return Meaning(word.lemma, word.act) if word is not None and word.act is not None else None


def _noun(words: Sequence[str]) -> Word | None:
    """The first noun that tells an act, one of mere saying only where there is no other: "a statement of support"."""
    nouns = [ACTS.nouns[word] for word in words if word in ACTS.nouns]
    return next((noun for noun in nouns if noun.act != "say"), nouns[0] if nouns else None)


def _adjective(words: Sequence[str]) -> Word | None:
    return next((ACTS.adjectives[word] for word in words if word in ACTS.adjectives), None)


def _verbs(cue: Sequence[str]) -> list[tuple[int, Word]]:
    """The places and words of the verbs in a cue; a word that stands where a noun does is none."""
    found = []
    for i, word in enumerate(cue):
        verb = ACTS.verbs.get(word)
        modifies = i > 0 and cue[i - 1] in DETERMINERS | POSSESSIVES and i + 1 < len(cue)  # "her repeated denials"
        if verb is not None and not modifies and not (word in ACTS.nouns and _is_noun_place(cue, i, verb)):
            found.append((i, verb))
    return found


def _is_noun_place(cue: Sequence[str], i: int, verb: Word) -> bool:
    """Whether the word stands behind an article, a preposition, a light verb or a word of none of the tables."""
    before = next((word for word in reversed(cue[:i]) if word not in ADVERBS and not word.endswith("ly")), "")
    if not before or before in NEGATIONS or before == "to":
        return False
    if before in DETERMINERS | POSSESSIVES | PREPOSITIONS or before in {"no", "new", "own", "and"}:
        return True
    governing = ACTS.verbs.get(before)
    if governing is not None:
        return governing.lemma in _LIGHT - {"have", "do"}
    return verb.form != "ing"  # "a statement urging", "an op-ed warning"


def _of_verbs(cue: Sequence[str], behind: Sequence[str], verbs: list[tuple[int, Word]]) -> Meaning | None:
    """Of a chain of verbs the one that tells the act: the first that is neither a helper nor leaves it to another."""
    refused = _refused(cue, behind, verbs)
    if refused is not None:
        return refused
    last = len(verbs) - 1
    for k, (at, verb) in enumerate(verbs):
        end = verbs[k + 1][0] if k < last else len(cue)
        if k < last and _leads_on(verb, verbs[k + 1][1], cue[at + 1 : end]):
            continue
        if verb.act is None or verb.lemma in _LIGHT:
            return _meaning(_noun(cue[at + 1 : end]) or _adjective(cue[at + 1 :]) or verb)
        return _meaning(verb)
    return None


def _leads_on(verb: Word, following: Word, between: Sequence[str]) -> bool:
    """Whether a verb leaves the act to the next: "has said", "tried to explain", "issued a statement saying"."""
    return (
        verb.act is None or (verb.lemma in _PASSING and "to" in between) or (following.form == "ing" and any(between))
    )


def _refused(cue: Sequence[str], behind: Sequence[str], verbs: list[tuple[int, Word]]) -> Meaning | None:
    """The way of speaking that was declined: "declined to [comment]"; None where something else was."""
    for at, verb in verbs:
        rest = [*cue[at + 1 :], *behind][:4]
        if verb.lemma in REFUSING and "to" in rest:
            return next((_meaning(ACTS.verbs[word]) for word in rest if word in SPEAKING and word in ACTS.verbs), None)
    return None


def _phrase(cue: Sequence[str], behind: Sequence[str]) -> tuple[int, Meaning] | None:
    """The place and meaning of the first phrase that begins in the cue; adverbs may stand between its words."""
    words = [*cue, *behind]
    for i in range(len(cue)):
        for lemmas, act in ACTS.phrases.get(_lemma(words[i]), ()):
            if _fits(words, i, lemmas):
                return i, Meaning(" ".join(lemmas), act)
    return None


def _fits(words: Sequence[str], i: int, lemmas: tuple[str, ...]) -> bool:
    for lemma in lemmas:
        while i < len(words) and lemma != lemmas[0] and (words[i].endswith("ly") or words[i] in ADVERBS):
            i += 1
        if i >= len(words) or lemma not in {words[i], _lemma(words[i])}:
            return False
        i += 1
    return True


def _lemma(word: str) -> str:
    verb = ACTS.verbs.get(word)
    return verb.lemma if verb else word
