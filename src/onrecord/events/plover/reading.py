"""The words of PLOVER's tables in a sentence: which of them are meant, and how their clauses stand."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.events.candidates import part_at
from onrecord.events.groups import Group, group_at
from onrecord.events.plover import phrases as np
from onrecord.events.plover.bounds import Subject, clause_end, subject_before
from onrecord.events.plover.lexicon import Meanings, Row, Term, classes, meanings
from onrecord.events.scene import Line
from onrecord.events.words import BE, DETERMINERS, HAVE, MODALS, POSSESSIVE, PREPOSITIONS, STOPS, Word, finite
from onrecord.parties.tables import PEOPLE
from onrecord.statements.cues import VERBS

_REMINDERS = frozenset("reminder warning message statement declaration".split())


OBJECT = 10  # tokens behind a word in which its object is looked for


class Standing(Struct, frozen=True, gc=False):
    """How the clause of a word stands to its sentence.

    reporter: the token of the verb that gives the clause as somebody's words. rank: 0 of a main clause, 1 of another, 2
    of a noun. real: whether the clause tells what is, not what is supposed. reduced: a participle without "be": "ships
    [seized] by the army".
    """

    subject: Subject
    reporter: int | None = None
    rank: int = 0
    real: bool = True
    reduced: bool = False


class Hit:
    """A word of the tables in a sentence. at: its token; end: behind it and its particle; limit: where its clause ends.

    code, mode, row, governs, governed: as values.py sets them, from the right to the left. How its clause stands is
    looked at only when asked for: most words turn out to tell nothing.
    """

    __slots__ = (
        "_group", "_rest", "_standing", "at", "code", "end", "governed", "governs", "is_noun", "kinds", "limit", "line",
        "mode", "row", "term",
    )  # fmt: skip

    def __init__(self, line: Line, kinds: list[str], verbs: set[int], at: int, term: Term) -> None:
        self.line, self.kinds, self.at, self.term = line, kinds, at, term
        self.is_noun = term.word.part == "noun"
        self.end = _end(line, at, term)
        self.limit = clause_end(line, kinds, self.end, verbs)
        self.row: Row | None = None
        self.code: str | None = None
        self.mode: str | None = None
        self.governs: Hit | None = None
        self.governed = False
        self._rest: frozenset[str] | None = None
        self._group: Group | None = None
        self._standing: Standing | None = None

    @property
    def rest(self) -> frozenset[str]:
        """The words behind the word that may be its object."""
        if self._rest is None:
            self._rest = frozenset(self.line.words[self.end : min(self.limit, self.end + OBJECT)])
        return self._rest

    @property
    def group(self) -> Group:
        """Its verb group, or noun phrase."""
        if self._group is None:
            self._group = group_at(self.line, self.at, self.term.word)
        return self._group

    @property
    def standing(self) -> Standing:
        """How its clause stands to the sentence."""
        if self._standing is None:
            self._standing = (
                Standing(Subject(self.group.first, self.at, ""), rank=2, real=not _is_supposed(self.line, self.at))
                if self.is_noun
                else _standing(self.line, self.kinds, self)
            )
        return self._standing


def hits_of(line: Line) -> tuple[list[Hit], list[str]]:
    """The words of the tables that are meant in a sentence, in order, and the kinds of all its tokens.

    None at all where nothing in it tells an event by itself.
    """
    table = meanings()
    own = [(i, table[low]) for i, low in enumerate(line.words) if low in table]
    if not any(meant.tells for _, meant in own):
        governs, given = (any(getattr(meant, name) for _, meant in own) for name in ("governs", "given"))
        if not (governs and given):
            return [], []
    chosen = [(i, term) for i, meant in own if (term := _term(line, i, meant)) is not None]
    if not any(term.tells or term.governs for _, term in chosen):
        return [], []
    kinds = np.kinds_of(line)
    # Of "peace [talks]", "arms [embargo]" the last noun counts.
    within = {k for i, term in chosen for k in range(i + 1, _end(line, i, term))}
    nouns = {i for i, term in chosen if term.word.part == "noun" and not term.particles}
    chosen = [
        (i, term)
        for i, term in chosen
        if i not in within and not (i in nouns and (i + 1 in nouns or line.word(i + 1) in PEOPLE))
    ]
    verbs = {i for i, term in chosen if term.word.part == "verb"}
    return [Hit(line, kinds, verbs, i, term) for i, term in chosen], kinds


def _end(line: Line, i: int, term: Term) -> int:
    return behind_particles(line, i, term) if term.particles else i + 1


def _term(line: Line, i: int, meant: Meanings) -> Term | None:
    """What the word at the token `i` is; None where it is a part of a name, an adjective, or nothing of the tables."""
    if i and line.tokens[i].text[0].isupper() and line.role != "headline":
        return None
    own = meant.terms
    part: str = own[0].word.part
    if meant.mixed:
        part = part_at(line, i, tuple(term.word for term in own))
    elif own[0].word.lemma in classes()["nouns"] and own[0].word.form in ("base", "third"):
        part = "verb" if _is_finite(line, i) else part_at(line, i, (own[0].word, _NOUN))
    for term in own:
        if term.word.part != part or (term.adjective and not _is_predicate(line, i)):
            continue
        if term.particles and behind_particles(line, i, term) == i + 1:
            continue
        return None if _is_attribute(line, i, term) else term
    return None


_NOUN = Word("", "noun", "singular", ())  # what a verb may be that the tables have as a verb alone: "[fund]"


def _is_finite(line: Line, i: int) -> bool:
    """Whether a base or third form that may be a noun stands between what may be its subject and its object."""
    after = line.word(i + 1)
    opens = after in DETERMINERS or after == "to" or (bool(after) and line.tokens[i + 1].text[0].isupper())
    return i > 0 and opens and (line.tokens[i - 1].text[0].isupper() or line.words[i - 1] in PEOPLE)


def _is_attribute(line: Line, i: int, term: Term) -> bool:
    """Whether a participle stands before a noun: "the [banned] party"."""
    if term.word.part != "verb" or term.adjective or term.word.form not in ("either", "participle"):
        return False
    if i == 0:
        return True
    before = line.words[i - 1]
    if before[0].isdigit() or (before in finite() and not before.endswith("n't") and before not in _HELPING):
        return line.word(i + 1) not in PREPOSITIONS  # "treated [wounded] men"
    return before in DETERMINERS or before in POSSESSIVE or (before in PREPOSITIONS and before != "to")


_HELPING = BE | HAVE | MODALS


def _is_predicate(line: Line, i: int) -> bool:
    """Whether a participle stands behind "be" and tells a state: "is [opposed] to"."""
    return line.word(i + 1) in ("to", "for", "of") and any(word in BE for word in line.words[max(0, i - 4) : i])


_FAR = 10  # tokens


def behind_particles(line: Line, i: int, term: Term) -> int:
    """The token behind a word and its particles, `i + 1` where these are missing; an object may stand between."""
    particles, words = term.particles, line.words
    for k in range(i + 1, min(i + _FAR, len(words))):
        if words[k] == particles[0] and tuple(words[k : k + len(particles)]) == particles:
            return k + len(particles) if k == i + 1 else i + 2
        if words[k] in (";", ".", "and", "that", "to") or (k > i + 4 and particles[0] != "out"):
            break
    return i + 1


_SUPPOSED = frozenset("if unless whether lest".split())
_NOBODY = frozenset("nobody none no neither".split())
_BESIDE = frozenset("after before when while because since as where although though until who which whose whom".split())


def _standing(line: Line, kinds: Sequence[str], hit: Hit) -> Standing:
    group = hit.group
    subject = subject_before(line, hit.kinds, group.first)
    shared = _shared_subject(line, hit.kinds, subject, group.first)
    if group.shape == "infinitive":
        # "took to [beating]" tells a deed, "came to [beat]" an aim, "closed their shops to [protest]" a deed again.
        took = hit.term.word.form == "ing" and group.before not in ("committed", "opposed")
        real = took or hit.term.word.lemma == "protest"
        return Standing(shared, rank=1, real=real)
    if group.shape == "ing":
        return Standing(shared, rank=1)
    reporter = _reporter(line, hit.kinds, subject)
    reduced = False
    if group.shape == "past" and reporter is None and subject.link != "that":
        within = subject.first < subject.last and kinds[subject.first] in (np.PREPOSITION, np.TO)
        reduced = subject.link == "verb" or (within and not _has_head(line, hit.kinds, subject))
    beside = subject.link in _BESIDE or (subject.link == "that" and reporter is None)
    own = subject if subject.first < subject.last and not subject.pronoun else shared
    nobody = own.first < own.last and line.words[own.first] in _NOBODY
    return Standing(own, reporter, int(beside or reduced), subject.link not in _SUPPOSED and not nobody, reduced)


def _is_supposed(line: Line, at: int) -> bool:
    """Whether an "if" stands before a token in its clause."""
    for i in range(at - 1, max(-1, at - 10), -1):
        if line.words[i] in _SUPPOSED:
            return True
        if line.words[i] in STOPS:
            return False
    return False


def _has_head(line: Line, kinds: list[str], subject: Subject) -> bool:
    """Whether a noun phrase without a preposition stands in the subject."""
    return any(not phrase.tie for phrase in np.phrases(line, kinds, subject.first, subject.last))


def _reporter(line: Line, kinds: list[str], subject: Subject) -> int | None:
    for i in range(subject.first - 1, max(-1, subject.first - 14), -1):
        low = line.words[i]
        if (low in VERBS and kinds[i] in (np.VERB, np.PLAIN)) or (low in _REMINDERS and subject.link == "that"):
            return i
        if kinds[i] in (np.STOP, np.COMMA) or (kinds[i] == np.LINK and low != "that"):
            return None
    return None


def _shared_subject(line: Line, kinds: list[str], own: Subject, first: int) -> Subject:
    """The subject of a verb that has none of its own, or a pronoun: that of the clause before; `own` where none is."""
    start = own.first if own.last > own.first else first
    for i in range(start - 1, max(-1, start - np.REACH), -1):
        if kinds[i] not in (np.VERB, np.AUXILIARY):
            continue
        found = subject_of(line, kinds, i)
        if found.last > found.first and not found.pronoun and found.link not in ("who", "which", "that", "verb"):
            return found
    return own


def subject_of(line: Line, kinds: list[str], verb: int) -> Subject:
    """The subject of the verb at a token."""
    first = verb
    while first and kinds[first - 1] in (np.AUXILIARY, np.ADVERB):
        first -= 1
    return subject_before(line, kinds, first)
