"""To whom it was said: "told reporters", "asked the minister whether", "in a letter to the council"."""

from onrecord.spans import Span
from onrecord.statements.acts import ACTS
from onrecord.statements.attribution import Attribution
from onrecord.statements.dated import PAPERS
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADDRESSEES,
    ADVERBS,
    BE,
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    DASHES,
    DETERMINERS,
    ENDS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    WH,
)

# Verbs that take whom they are said to as their object. Own list, by the patterns "tell N that", "ask N to", "thank N
# for" (Levin, English Verb Classes and Alternations, 1993, 37.2, 37.3, 37.9, and 33 for thanks).
_TELLING = frozenset(
    """
    tell ask warn assure remind inform urge advise thank order instruct press caution encourage beg implore notify
    congratulate reassure persuade convince command beseech exhort entreat petition lobby invite counsel brief text
    email phone summon direct quiz interview question grill query alert promise
    """.split()
)
# Of these what stands behind is often the content ("ordered a halt"): "to" must follow.
_TO_ACT = frozenset("order command instruct direct promise question query encourage press invite".split())
# Verbs and papers with "to" or "with" before whom they are said to.
_SAID_TO = frozenset(
    """
    say reply write respond speak talk explain complain add insist suggest admit confess confide appeal plead testify
    repeat mention propose recommend apologise apologize address report boast swear answer
    """.split()
)
_TO_PAPERS = frozenset(
    """
    letter message interview email e-mail note memo address speech remarks testimony call conversation statement
    submission reply response text briefing comments talks meeting report appeal petition word
    """.split()
)
_OBJECTS = frozenset("me us him her them you it".split())
_LONGEST = 12  # tokens


def addressee(place: Attribution) -> Span | None:
    """Where the one who is told is named, with title and article; None where the sentence does not tell."""
    if not place.cue:
        return None
    line, verb = place.line, _head(place)
    lemma = ACTS.verbs[line.words[verb]].lemma if line.words[verb] in ACTS.verbs else ""
    if lemma in _TELLING and _is_passive(place, verb):
        return _subject(place, verb)
    if lemma in _TELLING:
        told = _object(place, verb, must_act=lemma in _TO_ACT)
        if told is not None:
            return told
    return _behind_preposition(place, verb, lemma)


def _head(place: Attribution) -> int:
    """The verb of the cue: the last of its words that a table has as a verb of telling, else its last verb."""
    verbs = [i for i in place.cue if place.line.words[i] in ACTS.verbs]
    telling = [i for i in verbs if ACTS.verbs[place.line.words[i]].lemma in _TELLING | _SAID_TO]
    return (telling or verbs or place.cue)[-1]


def _is_passive(place: Attribution, verb: int) -> bool:
    i = verb - 1
    while place.line.word(i) in ADVERBS or place.line.word(i).endswith("ly"):
        i -= 1
    return place.line.word(i) in BE or place.line.word(i) == "when"


def _subject(place: Attribution, verb: int) -> Span | None:
    """The subject of "was told by aides", "was asked whether": the mention that ends before "was"."""
    line = place.line
    for i in range(verb - 1, max(-1, verb - 5), -1):
        mention = line.mention_to(i)
        if mention is not None and not any(k in place.source for k in range(i, i + 1)):
            return mention.span
    return None


def _object(place: Attribution, verb: int, *, must_act: bool) -> Span | None:
    """The noun phrase behind the verb, up to the content, a date, a preposition or a new clause."""
    line = place.line
    first = verb + 1
    while line.time_from(first) is not None or (
        line.word(first) in ADVERBS and line.word(first) not in {"all", "both"}
    ):
        time = line.time_from(first)
        first = line.after(time.end, first) if time else first + 1
    if first >= line.stop or line.word(first) in PREPOSITIONS or line.word(first) in COMPLEMENTIZERS | WH | {"to"}:
        return None
    if first in place.source and place.cue[0] < place.source[0]:
        return None  # "“…,” asked the envoy"
    end = _phrase_end(place, first)
    acts = line.word(end) in {"that", "not"} or _is_infinitive(line, end)
    if end == first or (must_act and not acts):
        return None
    # A content may be given whole, with whom it is said to: "urged [both sides to return]".
    if place.taken[first] and not acts and line.word(end) != "for":
        return None
    return line.span(first, end - 1)


def _is_infinitive(line: Line, i: int) -> bool:
    return line.word(i) == "to" and line.word(i + 1) not in DETERMINERS and line.mention_from(i + 1) is None


def _phrase_end(place: Attribution, first: int) -> int:
    """The token behind the noun phrase that begins at `first`."""
    line = place.line
    if line.word(first) in _OBJECTS and not (line.word(first) == "her" and _is_noun(line, first + 1)):
        return first + 1
    i, taken = first, place.taken[first]
    while i < min(line.stop, first + _LONGEST):
        mention = line.mention_from(i)
        if mention is not None and mention.form != "pronoun":
            i = line.after(mention.span.end, i)
            continue
        if i > first and (_ends_phrase(line, i) or place.taken[i] is not taken):
            break
        if line.words[i] in ADDRESSEES and line.word(i + 1) not in {"of", *ADDRESSEES, "and"}:
            return i + 1
        i += 1
    return i


def _is_noun(line: Line, i: int) -> bool:
    word = line.word(i)
    return word.isalpha() and not _ends_phrase(line, i) and word not in DETERMINERS


def _ends_phrase(line: Line, i: int) -> bool:
    word = line.word(i)
    if not word or word in ENDS or word in DASHES or word in {",", ":", "(", "“", '"', "to", "for", "not"}:
        return True
    if word in CLAUSE_STARTS or word in RELATIVES or word in WH or line.time_from(i) is not None:
        return True
    if word in DETERMINERS and line.word(i - 1) not in PREPOSITIONS | {"and", "both", "all"}:
        return True
    return (word in PREPOSITIONS and word not in {"of", "at"}) or word in ADVERBS - {"first"}


def _behind_preposition(place: Attribution, verb: int, lemma: str) -> Span | None:
    """ "said to reporters", "called on Teska to", "in a letter to the council", "in an interview with the Courier" """
    line = place.line
    end = place.next_taken(place.cue[-1] + 1)
    for i in range(verb + 1, min(end, verb + 24)):
        word = line.words[i]
        if word in ENDS or word in RELATIVES or word in CLAUSE_STARTS - {"that"} or (word == "," and i > verb + 1):
            break
        called = word in {"on", "upon"} and lemma in {"call"} and i <= verb + 2
        spoken = (
            word in {"to", "with"}
            and lemma in _SAID_TO
            and i <= verb + 4
            and (word == "to" or lemma in {"speak", "talk", "plead"})
        )
        written = word in {"to", "with"} and any(line.word(k) in _TO_PAPERS for k in range(max(verb, i - 4), i))
        if called or spoken or written:
            told = _noun_phrase(place, i + 1)
            if told is not None:
                return told
    return _in_front(place) if not place.closes else None


def _in_front(place: Attribution) -> Span | None:
    """ "In a letter to the council, she said", "Speaking to reporters, she said" """
    line = place.line
    for i in range(1, min(place.first, 14)):
        if place.taken[i] or line.words[i] == ",":
            return None
        spoken = line.word(i - 1) in {"speaking", "talking", "writing", "testifying", "replying", "responding"}
        written = line.words[0] in {"in", "during", "at"} and any(
            line.word(k) in _TO_PAPERS for k in range(max(0, i - 4), i)
        )
        if (line.words[i] in {"to", "with"} and (spoken or written)) or (line.words[0] == "addressing" and i == 1):
            return _noun_phrase(place, i + (line.words[i] in {"to", "with"}))
    return None


def _noun_phrase(place: Attribution, first: int) -> Span | None:
    """The noun phrase that begins at `first`; None where a verb or nothing does: "said to be"."""
    line = place.line
    if first >= line.stop or place.taken[first] or line.word(first) in PREPOSITIONS | BE | {"have", "the press"}:
        return None
    end = _phrase_end(place, first)
    begins = (
        line.mention_from(first) is not None
        or line.word(first) in DETERMINERS | POSSESSIVES | ADDRESSEES | _OBJECTS
        or line.tokens[first].text[0].isupper()
        or line.word(end - 1) in ADDRESSEES
    )
    if end == first or not begins or line.word(end - 1) in PAPERS:
        return None
    return line.span(first, end - 1)
