"""Whose it is to act, and whose to ask, beside a cue: subject, speaker, owner, hearer."""

from bisect import bisect_left, bisect_right

from onrecord.commitments.actors import Actor, phrase_to, subject_of
from onrecord.commitments.candidates import BARRED
from onrecord.commitments.lines import Line
from onrecord.commitments.whom import body_of, country_meant, led_by
from onrecord.commitments.words import BETWEEN, DETERMINERS, POSSESSIVES, PREPOSITIONS


def subject(line: Line, i: int) -> Actor | None:
    """The subject of the word at `i`; "we" is whoever speaks."""
    before = i - 1
    while line.word(before) in BETWEEN:
        before -= 1
    pronoun = line.word(before).partition("’")[0].partition("'")[0]  # "we're going to"
    if pronoun in ("i", "we"):
        party = first_person(line, before)
        if pronoun == "we" and party is not None:
            party = body_of(line.page, party) or party
        return Actor(before, before + 1, party, "beside") if party else None
    found = subject_of(line, i)
    if found is None and line.word(before) in _THIRD:
        party, ground = first_person(line, before), "speaker's own"
        if party is None and before == 0:
            party, ground = _subject_before(line), "sentence before"
        return Actor(before, before + 1, party, ground) if party else None
    return found


def _subject_before(line: Line) -> str | None:
    """Who is named first in the sentence before, where it is a body or a country: what "it" most likely means."""
    page = line.page
    at = bisect_left(page.sentence_starts, line.tokens[0].start) - 1
    if at < 0:
        return None
    for token in page.doc.sentences[at].tokens:
        named = page.starts.get(token.start)
        if named is not None and page.parties[named[1]].kind in ("organisation", "country"):
            return named[1]
    return None


_THIRD = frozenset("he she it they".split())


def joined_subject(line: Line, i: int) -> Actor | None:
    """The subject of "we'll", which is a part of the token."""
    found = line.mention_from(i)
    party = found[1] if found else first_person(line, i) if line.words[i][0] in "iw" else None
    return Actor(i, i + 1, party, "beside") if party else None


def doer(line: Line, i: int) -> Actor | None:
    """The subject of the verb at `i`; of a cue of a statement its speaker."""
    said = line.page.cues.get(line.tokens[i].start)
    if said is not None and said.speaker is not None:
        return Actor(i, i + 1, said.speaker, "speaker")
    return subject(line, i)


def we_of(line: Line, speaker: str | None) -> str | None:
    """Whom a speaker means by "us" and "our": the country that he holds an office of, else himself."""
    return (country_meant(line.page, speaker) if speaker else None) or speaker


def first_person(line: Line, i: int) -> str | None:
    return line.page.voice_at(line.tokens[i].start)


def teller(line: Line, i: int) -> str | None:
    """Who speaks, where the word at `i` is the cue of a statement or stands in one."""
    said = line.page.cues.get(line.tokens[i].start)
    return said.speaker if said is not None else first_person(line, i)


def hearer(line: Line, i: int) -> Actor | None:
    """Whom the statement of the cue at `i` was made to; else whom the article's letter, or the speaker before, was."""
    start = line.tokens[i].start
    said = line.page.cues.get(start)
    if said is not None and said.to is not None:
        return Actor(i, i + 1, said.to, "hearer")
    told = line.page.addressees or line.page.hearers.get(said.speaker if said is not None else None, [])
    at = bisect_right(told, (start, "~")) - 1
    return Actor(i, i + 1, led_by(line.page, told[at][1]), "hearer before") if at >= 0 else None


def owner(line: Line, i: int) -> Actor | None:
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
        return subject(line, at - 1)
    return None


def receiver(line: Line, i: int) -> Actor | None:
    """Who was given the noun at `i`: "issued Jane Roe a subpoena"."""
    at = i - 1
    while at > 0 and line.words[at] in DETERMINERS:
        at -= 1
    mention = line.mention_to(at) if at < i - 1 else None
    return Actor(mention[0], at + 1, mention[1], "receiver") if mention else None


def owner_in(line: Line, first: int) -> Actor | None:
    """Who would do what the object at `first` names: "the minister's dismissal", "information from the ministry"."""
    if any(line.word(k) in _UNDERGONE for k in range(first, first + 6)):
        return None
    mention = line.mention_from(first)
    if mention is not None:
        return Actor(first, mention[0], mention[1], "object's owner")
    for at in range(first + 1, min(first + 7, len(line) - 1)):
        if line.words[at] in BARRED and line.words[at] not in ("of", "from", "by"):
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


def addressed(line: Line, i: int) -> Actor | None:
    if line.word(i) in ("us", "me"):
        speaker = first_person(line, i)
        return Actor(i, i + 1, we_of(line, speaker), "told")
    mention = line.mention_from(i)
    return Actor(i, mention[0], mention[1], "told") if mention else None
