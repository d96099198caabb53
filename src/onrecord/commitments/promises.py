"""Frames in which the subject is to act: "vowed to answer", "will answer", "is expected to answer"."""

from onrecord.commitments.actors import Actor, infinitive_at, subject_of
from onrecord.commitments.candidates import BARRED, Candidate, is_passive, made, opens_object
from onrecord.commitments.cues import CUES, Cue
from onrecord.commitments.lines import Line
from onrecord.commitments.sides import doer, first_person, hearer, joined_subject, owner, owner_in, subject, teller
from onrecord.commitments.words import PREPOSITIONS, QUOTES, is_adverb


def subject_acts(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "vowed to answer", "a promise to answer" """
    verb = _infinitive_behind(line, i)
    if verb is None:
        return None
    if cue.part == "noun":
        if line.word(i - 1) in ("any", "no"):
            return None
        return made(line, i, cue, "s", owner(line, i), verb)
    if is_passive(line, i, cue) or (cue.lemma == "ask" and line.words[verb] == "be"):
        return None  # "asked to be received": another is to act
    return made(line, i, cue, "s", doer(line, i), verb)


def _infinitive_behind(line: Line, i: int) -> int | None:
    """The infinitive right behind the word at `i`, or behind a date or a word or two: "vowed on Friday to answer"."""
    found = infinitive_at(line, i + 1)
    if found is not None:
        return found
    for at in range(i + 2, min(i + 5, len(line))):
        if line.words[at - 1] in BARRED:
            return None
        if line.words[at] == "to":
            return infinitive_at(line, at)
    return None


def subject_in_clause(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "promised that the road would open", "promised the road would open" """
    if is_passive(line, i, cue) or (cue.part == "noun" and line.word(i + 1) != "that"):
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
    who = owner(line, i) if cue.part == "noun" else doer(line, i)
    return made(line, i, cue, "p", who, first, clause=True)


_CLAUSE_OPENERS = frozenset("he she they it we i there no a an the his her its their".split())


_WILL = frozenset("will would shall should can could won't won’t wouldn't wouldn’t not be".split())


def object_end(line: Line, first: int) -> int:
    mention = line.mention_from(first)
    if mention is not None:
        return mention[0]
    return first + 1 if line.word(first) in ("reporters", "voters", "them", "us", "him", "her", "me") else first


def subject_gives(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "pledged new schools", "owes ten billion" """
    if cue.part == "noun" or is_passive(line, i, cue):
        return None
    first = i + 1
    while line.word(first) in QUOTES:
        first += 1
    if not opens_object(line, first):
        return None
    if cue.form == "ing" or (cue.lemma == "plan" and cue.form == "past"):
        return None  # "planning reform"; "planned a 90-minute meeting" tells what was
    acting = doer(line, i)
    if cue.act in ("request", "demand"):
        return made(line, i, cue, "v", owner_in(line, first) or hearer(line, i), first, clause=True, to=acting)
    return made(line, i, cue, "v", acting, first, clause=True)


def subject_gerund(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "committed to opening the road", "responsible for opening it", "agreed on an inquiry" """
    before = line.word(i + 1)
    if before in ("to", "for", "on"):
        first = i + 2
        agreed = cue.lemma == "agree" and before == "on" and opens_object(line, first)
        if not agreed and not line.word(first).endswith("ing"):
            return None
    elif cue.lemma == "propose" and before.endswith("ing"):
        first = i + 1
    else:
        return None
    who = owner(line, i) if cue.part == "noun" else doer(line, i)
    return made(line, i, cue, "g", who, first)


def expected(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "is expected to answer", "is going to answer" """
    verb = infinitive_at(line, i + 1)
    if verb is None:
        return None
    return made(line, i, cue, "b", subject_of(line, i), verb)


def modal(line: Line, i: int, cue: Cue) -> Candidate | None:
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
    who = joined_subject(line, i) if cue.joined else subject(line, i)
    if who is not None and who.ground == "shared" and not _is_second(line, i):
        return None  # "the minister said his meeting with the envoy will help": a thing is the subject
    if (
        cue.lemma == "will"
        and line.word(verb) == "be"
        and infinitive_at(line, verb + 2) is not None
        and line.word(verb + 1) in CUES
    ):
        return None  # "will be asked to": the word behind tells
    if line.word(verb) == "be" and cue.lemma in ("will", "would") and line.word(verb + 1).endswith(_PARTICIPLES):
        speaker = first_person(line, i)
        if speaker is not None and (who is None or who.party != speaker):
            first = who.first if who is not None and who.first < i else i
            return made(line, i, cue, "m", Actor(i, i + 1, speaker, "undergone"), first, clause=True)
    return made(line, i, cue, "m", who, verb, to=teller(line, i) if cue.act == "demand" else None)


def _is_second(line: Line, i: int) -> bool:
    """Whether the verb at `i` is joined to one before: "met the crews and will"."""
    return any(line.word(k) in ("and", "or", "but", "then") for k in (i - 1, i - 2))


_PARTICIPLES = ("ed", "en", "ne", "nt", "id", "ht", "ld", "de", "ut")


_AFTER_MODAL = frozenset("also not now then soon again first still never always only therefore both each all".split())


def has_to(line: Line, i: int, cue: Cue) -> Candidate | None:
    """ "has yet to answer" """
    verb = infinitive_at(line, i + 2) if line.word(i + 1) == "yet" else None
    if verb is None:
        return None
    return made(line, i, cue, "h", subject(line, i), verb)
