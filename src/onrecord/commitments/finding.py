"""Candidates: every place that may make somebody owe something, with who, to whom and what."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from onrecord.commitments.actors import Actor, infinitive_at, is_somebody, object_from, phrase_to, subject_of
from onrecord.commitments.clauses import Clause, clause_from
from onrecord.commitments.cues import CUES, Cue
from onrecord.commitments.lines import Line, Page
from onrecord.commitments.whom import country_of
from onrecord.commitments.words import (
    ADVERBS,
    BE,
    BETWEEN,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTES,
    is_adverb,
)
from onrecord.record import Statement


class Candidate(Struct, frozen=True, gc=False):
    """What may be owed. at: the token of the cue. frame: that of the table by which it was found.

    who: who is to act. to: to whom it is owed, a party's id. verb: the token of what is to be done that names it.
    told: the statement that the cue is of or stands in.
    """

    line: Line
    at: int
    cue: Cue
    frame: str
    who: Actor
    to: str | None
    what: Clause
    verb: int
    told: Statement | None = None
    passive: bool = False
    negated: bool = False


_READ = frozenset(["headline", "deck", "body", "background", "subheading"])


def find_candidates(page: Page) -> Iterator[Candidate]:
    """All candidates in the order of their cues."""
    for sentence in page.doc.sentences:
        if page.doc.paragraphs[sentence.paragraph].role not in _READ:
            continue
        line: Line | None = None
        for i, token in enumerate(sentence.tokens):
            cues = CUES.get(token.text)
            if cues is None:
                continue
            line = line or Line(page, sentence)
            found = _at(line, i, cues)
            if found is not None:
                yield found


def _at(line: Line, i: int, cues: tuple[Cue, ...]) -> Candidate | None:
    """The first candidate that one of the readings of the word at `i` gives."""
    noun = len(cues) > 1 and _is_noun_place(line, i)
    for cue in cues:
        if len(cues) > 1 and (cue.part == "noun") is not noun:
            continue
        for frame in cue.frames:
            found = _FRAMES[frame](line, i, cue)
            if found is not None:
                return found
    return None


def _is_noun_place(line: Line, i: int) -> bool:
    """Whether a noun may stand at `i`: behind an article or owner, with an adjective or two between, or behind "of"."""
    for at in (i - 1, i - 2, i - 3):
        before = line.word(at)
        if before in DETERMINERS or before in POSSESSIVES:
            return True
        if before in PREPOSITIONS and before != "to":
            return at == i - 1
        if not before.isalpha() or before in BETWEEN or line.mention_to(at) is not None:
            return False
    return False


# Frames


def _subject_acts(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "vowed to answer", "a promise to answer" """
    verb = _infinitive_behind(line, i)
    if verb is None:
        return None
    if cue.part == "noun":
        return _made(line, i, cue, "s", _owner(line, i), verb)
    if _is_passive(line, i, cue):
        return None
    return _made(line, i, cue, "s", _doer(line, i), verb)


def _infinitive_behind(line: Line, i: int) -> int | None:
    """The infinitive right behind the word at `i`, or behind a date or a word or two: "vowed on Friday to answer"."""
    found = infinitive_at(line, i + 1)
    if found is not None:
        return found
    for at in range(i + 2, min(i + 5, len(line))):
        if line.words[at - 1] in _BARRED:
            return None
        if line.words[at] == "to":
            return infinitive_at(line, at)
    return None


_BARRED = frozenset(", . ; : that for from with and or by if as of who".split()) | {"“", "”", '"'}


def _subject_in_clause(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "promised that the road would open", "promised the road would open" """
    if _is_passive(line, i, cue) or (cue.part == "noun" and line.word(i + 1) != "that"):
        return None
    first = i + 1
    if line.word(first) != "that":
        told = object_end(line, first)
        if cue.lemma == "assure" or line.word(told) == "that":
            first = told
    if line.word(first) == "that":
        first += 1
    elif line.word(first) not in _CLAUSE_OPENERS and line.mention_from(first) is None:
        return None
    if first >= len(line) or not any(line.word(k) in _WILL for k in range(first + 1, first + 12)):
        return None
    doer = _owner(line, i) if cue.part == "noun" else _doer(line, i)
    return _made(line, i, cue, "p", doer, first, clause=True)


_CLAUSE_OPENERS = frozenset("he she they it we i there no a an the his her its their".split())
_WILL = frozenset("will would shall should can could won't won’t wouldn't wouldn’t not be".split())


def object_end(line: Line, first: int) -> int:
    mention = line.mention_from(first)
    if mention is not None:
        return mention[0]
    return first + 1 if line.word(first) in ("reporters", "voters", "them", "us", "him", "her", "me") else first


def _subject_gives(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "pledged new schools", "owes ten billion" """
    if cue.part == "noun" or _is_passive(line, i, cue):
        return None
    first = i + 1
    if not _opens_object(line, first):
        return None
    if cue.lemma == "plan" and cue.form == "past":
        return None  # "planned a 90-minute meeting" tells what was
    doer = _doer(line, i)
    if cue.act in ("request", "demand"):
        owner = _owner_in(line, first)
        return _made(line, i, cue, "v", owner or _hearer(line, i), first, clause=True, to=doer)
    return _made(line, i, cue, "v", doer, first, clause=True)


def _opens_object(line: Line, i: int) -> bool:
    while line.word(i) in ("around", "about", "over"):
        i += 1
    word = line.word(i)
    if (
        not word
        or word in PREPOSITIONS
        or word in BETWEEN
        or word in _BARRED
        or not (word[0].isalnum() or word[0] in "$£€“‘")
    ):
        return False
    return word not in ("it", "this", "to", "if", "what", "how", "when", "why", "whether")


def _subject_gerund(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "committed to opening the road", "responsible for opening it", "agreed on an inquiry" """
    before = line.word(i + 1)
    if before in ("to", "for", "on"):
        first = i + 2
        if not line.word(first).endswith("ing") and (cue.part != "verb" or not _opens_object(line, first)):
            return None
    elif cue.lemma == "propose" and before.endswith("ing"):
        first = i + 1
    else:
        return None
    doer = _owner(line, i) if cue.part == "noun" else _doer(line, i)
    return _made(line, i, cue, "g", doer, first)


def _expected(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "is expected to answer", "is going to answer" """
    verb = infinitive_at(line, i + 1)
    if verb is None:
        return None
    return _made(line, i, cue, "b", subject_of(line, i), verb)


def _modal(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "will answer" """
    verb = i + 1
    while line.word(verb) in _AFTER_MODAL or line.word(verb) in QUOTES or is_adverb(line.word(verb)):
        verb += 1
    if (
        line.word(verb) == "have"
        or not line.word(verb).isalpha()
        or line.word(verb) in PREPOSITIONS | {"they", "we", "he", "she", "it", "i"}
    ):
        return None
    who = _joined_subject(line, i) if cue.joined else _subject(line, i)
    if (
        cue.lemma == "will"
        and line.word(verb) == "be"
        and infinitive_at(line, verb + 2) is not None
        and line.word(verb + 1) in CUES
    ):
        return None  # "will be asked to": the word behind tells
    if line.word(verb) == "be" and cue.lemma in ("will", "would") and line.word(verb + 1).endswith(_PARTICIPLES):
        speaker = _first_person(line, i)
        if speaker is not None and (who is None or who.party != speaker):
            first = who.first if who is not None and who.first < i else i
            return _made(line, i, cue, "m", Actor(i, i + 1, speaker, "undergone"), first, clause=True)
    return _made(line, i, cue, "m", who, verb, to=_teller(line, i) if cue.act == "demand" else None)


def _joined_subject(line: Line, i: int) -> Actor | None:
    """The subject of "we'll", which is a part of the token."""
    found = line.mention_from(i)
    party = found[1] if found else _first_person(line, i) if line.words[i][0] in "iw" else None
    return Actor(i, i + 1, party, "beside") if party else None


_PARTICIPLES = ("ed", "en", "ne", "nt", "id", "ht", "ld", "de", "ut")


_AFTER_MODAL = frozenset("also not now then soon again first still never always only therefore both each all".split())


def _has_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "has yet to answer" """
    verb = infinitive_at(line, i + 2) if line.word(i + 1) == "yet" else None
    if verb is None:
        return None
    return _made(line, i, cue, "h", _subject(line, i), verb)


def _object_acts(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "urged both sides to answer"; "both sides were urged to answer" """
    if cue.part == "noun":
        return _noun_to(line, i, cue)
    if _is_passive(line, i, cue) or (cue.form == "past" and _is_reduced(line, i)):
        verb = infinitive_at(line, i + 1)
        if verb is None:
            return None
        return _made(line, i, cue, "o", _subject(line, i), verb, to=_teller(line, i), passive=True)
    return _object_then(line, i, cue, "o", i + 1)


def _is_reduced(line: Line, i: int) -> bool:
    return infinitive_at(line, i + 1) is not None and line.word(i - 1) not in ("has", "have", "had")


def _object_then(line: Line, i: int, cue: Cue, frame: str, first: int) -> Candidate | None:
    while line.word(first) in ADVERBS and line.word(first) not in ("all", "both"):
        first += 1
    word = line.word(first)
    if not word or word in _BARRED or word == "to" or word in PREPOSITIONS:
        return None
    found = object_from(line, first)
    if found is None:
        return None
    at = found.end
    while at < len(line) and infinitive_at(line, at) is None:
        at += 1
    verb = infinitive_at(line, at)
    if verb is None:
        return None
    if found.party is None and found.end == found.first + 1 and line.words[found.first] in ("us", "you", "me"):
        speaker = _first_person(line, found.first)
        found = Actor(found.first, found.end, _country_of(line, speaker) or speaker, "object")
    to = _owner(line, i) if cue.part == "noun" else _doer(line, i)
    return _made(line, i, cue, frame, found, verb, to=to)


def _noun_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a request to the ministry to answer", "an order for the ministry to answer", "a subpoena to testify" """
    if line.word(i + 1) in ("to", "for", "on", "that", "from") and infinitive_at(line, i + 1) is None:
        return _object_then(line, i, cue, "o", i + 2)
    verb = infinitive_at(line, i + 1)
    if verb is None:
        return None
    return _made(line, i, cue, "o", _receiver(line, i) or _owner(line, i), verb)


def _preposition(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "called on both sides to answer", "appealed to the minister to answer", "called for the minister to answer" """
    if line.word(i + 1) not in ("on", "upon", "to", "with", "for") or infinitive_at(line, i + 1) is not None:
        return None
    return _object_then(line, i, cue, "n", i + 2)


def _that_clause(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "demanded that both sides answer" """
    if line.word(i + 1) != "that" or _is_passive(line, i, cue):
        return None
    first = i + 2
    end = first
    mention = line.mention_from(first)
    if mention is not None:
        end = mention[0]
        who: Actor | None = Actor(first, end, mention[1], "that")
    else:
        while end < min(len(line), first + 8) and not is_somebody(line.words[end]):
            end += 1
        who = phrase_to(line, end) if end < len(line) else None
        end += 1
    if who is None or end >= len(line) or line.words[end] in _PAST:
        return None
    if line.words[end] in ("should", "must", "be"):
        end += line.words[end] != "be"
    return _made(line, i, cue, "t", who, end, to=_owner(line, i) if cue.part == "noun" else _doer(line, i))


_PAST = frozenset("was were had did has have is are will would could".split())


def _for_something(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "called for an answer", "a request for an answer" """
    if line.word(i + 1) != "for" or not _opens_object(line, i + 2):
        return None
    asking = _owner(line, i) if cue.part == "noun" else _doer(line, i)
    return _made(line, i, cue, "r", _owner_in(line, i + 2) or _hearer(line, i), i + 2, clause=True, to=asking)


def _told_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "told us when asking to meet" """
    verb = infinitive_at(line, i + 1)
    if verb is None or cue.form != "ing":
        return None
    for at in range(i - 1, max(0, i - 8), -1):
        if line.words[at] in ("told", "wrote") and at + 1 < i:
            return _made(line, i, cue, "q", _addressed(line, at + 1), verb, to=_subject(line, at))
    return None


def _addressed(line: Line, i: int) -> Actor | None:
    if line.word(i) in ("us", "me"):
        speaker = _first_person(line, i)
        return Actor(i, i + 1, _country_of(line, speaker) or speaker, "told")
    mention = line.mention_from(i)
    return Actor(i, mention[0], mention[1], "told") if mention else None


def _awaited(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "awaiting an answer from the minister", "waiting for the minister to answer" """
    first = i + 1
    if cue.lemma == "wait":
        if line.word(first) != "for":
            return None
        found = _object_then(line, i, cue, "w", first + 1)
        if found is not None:
            return found
        first += 1
    for at in range(first, min(first + 8, len(line))):
        if line.words[at] in _BARRED and line.words[at] not in ("from", "of"):
            return None
        if line.words[at] == "from":
            return _made(line, i, cue, "w", _addressed(line, at + 1), first, clause=True, to=_subject(line, i))
    return None


def _asked_of(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a question to the minister", "questions for the ministry to answer" """
    if line.word(i + 1) not in ("to", "for"):
        return None
    who = _addressed(line, i + 2)
    first = i
    while (
        first > 0
        and (line.words[first - 1] in DETERMINERS or line.words[first - 1].isalpha())
        and i - first < 3
        and line.words[first - 1] not in PREPOSITIONS | BE
    ):
        first -= 1
    return _made(line, i, cue, "k", who, first, clause=True)


def _answer_due(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "will help the US side prepare a written response", "awaits the minister's answer" """
    verb = _verb_of_answer(line, i)
    if verb is None:
        return None
    if line.words[verb] in _WAITING:
        if line.words[verb] in ("received", "receive") and not _is_awaited(line, verb):
            return None
        first = i
        while first > verb + 1 and line.mention_from(first) is None:
            first -= 1
        return _made(line, i, cue, "y", _owner(line, i), first, clause=True, to=_subject(line, verb))
    before = verb - 1
    if line.words[before] == "to":
        before -= 1
    if line.words[before] == ",":  # an aside: "will help the US side, as he told us, to prepare"
        while before > 0 and line.words[before - 1] != ",":
            before -= 1
        before = max(0, before - 2)
    who = phrase_to(line, before) if before >= 0 else None
    return _made(line, i, cue, "y", who, verb, to=_answered(line, i))


def _verb_of_answer(line: Line, i: int) -> int | None:
    """The verb before the noun at `i` that has it as its object."""
    for verb in range(i - 1, max(0, i - _NEAR), -1):
        if line.words[verb] in _PREPARING or line.words[verb] in _WAITING:
            return verb
        if line.words[verb] in BETWEEN or line.words[verb] in _BARRED:
            return None
    return None


def _is_awaited(line: Line, verb: int) -> bool:
    """Whether it has not come: "has not yet received", "expected to receive"."""
    before = line.words[max(0, verb - 4) : verb]
    return any(word in NEGATIONS or word in ("yet", "expects", "expected", "expect", "hopes") for word in before)


_NEAR = 8
_WAITING = frozenset("await awaits awaiting awaited expect expects expecting receive received".split())


def _answered(line: Line, i: int) -> str | None:
    """To whom: "a response to the ministry's letter", "to our drafts"."""
    if line.word(i + 1) != "to":
        return None
    if line.word(i + 2) in ("us", "our", "me", "my"):
        speaker = _first_person(line, i + 2)
        return _country_of(line, speaker) or speaker
    mention = line.mention_from(i + 2)
    return mention[1] if mention else None


_PREPARING = frozenset("prepare issue give provide send draft submit deliver formulate".split())


def _deadline(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "a deadline for the ministry to answer" """
    if line.word(i + 1) == "for":
        return _object_then(line, i, cue, "z", i + 2)
    return None


_FRAMES = {
    "s": _subject_acts, "p": _subject_in_clause, "v": _subject_gives, "g": _subject_gerund, "b": _expected,
    "m": _modal, "h": _has_to, "o": _object_acts, "n": _preposition, "t": _that_clause, "r": _for_something,
    "q": _told_to, "w": _awaited, "k": _asked_of, "y": _answer_due, "z": _deadline,
}  # fmt: skip


# Who


def _made(
    line: Line, i: int, cue: Cue, frame: str, who: Actor | None, first: int, *,
    to: Actor | str | None = None, clause: bool = False, passive: bool = False,
) -> Candidate | None:  # fmt: skip
    """The candidate, where somebody is to act and something is to be done."""
    if who is None:
        return None
    verb = first
    if not clause:
        first = _from_negation(line, i, first)
    what = clause_from(line, first)
    if what is None:
        return None
    owed = to if isinstance(to, str) or to is None else to.party
    told = line.page.cues.get(line.tokens[i].start)
    if told is None:
        held = line.page.said_at(line.tokens[i].start)
        told = held[0] if held else None
    negated = any(line.word(k) in NEGATIONS for k in range(max(0, i - 3), first))
    return Candidate(line, i, cue, frame, who, None if owed == who.party else owed, what, verb, told, passive, negated)


def _from_negation(line: Line, i: int, verb: int) -> int:
    """Where what is to be done begins: "not use the funds", "won't use the funds"."""
    return next((k for k in range(i, verb) if line.words[k] in NEGATIONS), verb)


def _is_passive(line: Line, i: int, cue: Cue) -> bool:
    if cue.form != "past":
        return False
    before = i - 1
    while line.word(before) in ADVERBS or is_adverb(line.word(before)):
        before -= 1
    return line.word(before) in BE


def _subject(line: Line, i: int) -> Actor | None:
    """The subject of the word at `i`; "we" is whoever speaks."""
    before = i - 1
    while line.word(before) in BETWEEN:
        before -= 1
    if line.word(before) in ("i", "we"):
        party = _first_person(line, before)
        return Actor(before, before + 1, party, "beside") if party else None
    found = subject_of(line, i)
    if found is None and line.word(before) in _THIRD:
        party = _first_person(line, before)
        return Actor(before, before + 1, party, "speaker's own") if party else None
    return found


_THIRD = frozenset("he she it they".split())


def _doer(line: Line, i: int) -> Actor | None:
    """The subject of the verb at `i`; of a cue of a statement its speaker."""
    said = line.page.cues.get(line.tokens[i].start)
    if said is not None and said.speaker is not None:
        return Actor(i, i + 1, said.speaker, "speaker")
    return _subject(line, i)


def _country_of(line: Line, speaker: str | None) -> str | None:
    """The country that a speaker means by "us" who holds an office of it."""
    if speaker is None:
        return None
    name = country_of(line.page.parties[speaker].role)
    return next((party.id for party in line.page.parties.values() if party.name == name), None) if name else None


def _first_person(line: Line, i: int) -> str | None:
    return line.page.voice_at(line.tokens[i].start)


def _teller(line: Line, i: int) -> str | None:
    """Who speaks, where the word at `i` is the cue of a statement or stands in one."""
    said = line.page.cues.get(line.tokens[i].start)
    return said.speaker if said is not None else _first_person(line, i)


def _hearer(line: Line, i: int) -> Actor | None:
    """Whom the statement of the cue at `i` was made to, or the last one before that was made to somebody."""
    start = line.tokens[i].start
    said = line.page.cues.get(start)
    if said is not None and said.to is not None:
        return Actor(i, i + 1, said.to, "hearer")
    told = line.page.hearers
    at = bisect_right(told, (start, "~")) - 1
    return Actor(i, i + 1, told[at][1], "hearer before") if at >= 0 else None


def _owner(line: Line, i: int) -> Actor | None:
    """Whose the noun at `i` is: "the council's promise", "his promise", "the council made a promise"."""
    at = i - 1
    while (
        at > 0
        and i - at < 4
        and line.words[at] not in POSSESSIVES
        and line.mention_to(at) is None
        and line.words[at] not in BETWEEN
    ):
        if line.words[at] in DETERMINERS or line.words[at] in PREPOSITIONS:
            break
        at -= 1
    if line.word(at) in ("'s", "’s", "’"):
        return phrase_to(line, at - 1)
    mention = line.mention_to(at) if at >= 0 else None
    if mention is not None:
        return Actor(mention[0], at + 1, mention[1], "owner")
    if line.word(at) in DETERMINERS and line.word(at - 1).isalpha() and line.word(at - 1) not in PREPOSITIONS:
        return _subject(line, at - 1)
    return None


def _receiver(line: Line, i: int) -> Actor | None:
    """Who was given the noun at `i`: "issued Jane Roe a subpoena"."""
    at = i - 1
    while at > 0 and line.words[at] in DETERMINERS:
        at -= 1
    mention = line.mention_to(at) if at < i - 1 else None
    return Actor(mention[0], at + 1, mention[1], "receiver") if mention else None


def _owner_in(line: Line, first: int) -> Actor | None:
    """Who would do what the object at `first` names: "the minister's dismissal", "information from the ministry"."""
    if any(line.word(k) in _UNDERGONE for k in range(first, first + 6)):
        return None
    mention = line.mention_from(first)
    if mention is not None:
        return Actor(first, mention[0], mention[1], "object's owner")
    for at in range(first + 1, min(first + 7, len(line) - 1)):
        if line.words[at] in _BARRED and line.words[at] not in ("of", "from", "by"):
            return None
        if line.words[at] in ("of", "from", "by"):
            mention = line.mention_from(at + 1)
            return Actor(at + 1, mention[0], mention[1], "object of") if mention else None
    return None


# What somebody else does to the owner.
_UNDERGONE = frozenset(
    """
    dismissal removal firing ouster release return arrest censure impeachment extradition prosecution trial expulsion
    execution conviction freedom
    """.split()
)
