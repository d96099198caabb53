"""The source of a cue: the words beside it that name whose statement it is."""

from msgspec import Struct

from onrecord.parties import Mention
from onrecord.spans import Span
from onrecord.statements.cues import VERBS
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DASHES,
    DETERMINERS,
    ENDS,
    NEGATIONS,
    OCCASIONS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    STOPS,
)

_LONGEST = 14  # tokens; longer subjects are clauses (PolNeAR train: 97 % of sources have at most 14 words)
_LONGEST_APPOSITION = 30
_LINKS = frozenset("and or then nor".split())


class Found(Struct, frozen=True):
    """A source: its tokens `first` to `last`, and from where to where its apposition or clause reaches.

    relative: the cue stands in a relative clause that belongs to the source.
    """

    first: int
    last: int
    start: int
    relative: bool = False


def source_before(line: Line, group: Group) -> Found | None:
    """The subject that ends right before the verb group, over a relative pronoun or an apposition."""
    last = group.first - 1
    if last < 0 or line.quoted[last] >= 0:
        return None
    word = line.words[last]
    if word in RELATIVES:
        return _antecedent(line, last)
    if word in {",", ")"} or word in DASHES:
        return _over_apposition(line, last)
    return _chunk_to(line, last)


def _antecedent(line: Line, pronoun: int) -> Found | None:
    last = pronoun - 1
    if line.word(last) == ",":
        last -= 1
    if last < 0 or line.quoted[last] >= 0:
        return None
    mention = line.mention_to(last)
    if mention is not None and line.words[pronoun] == "who" and mention.form == "name":
        first = line.after(mention.span.start, 0)
        return Found(first, last, first, relative=True)
    found = _chunk_to(line, last)
    return Found(found.first, found.last, found.start, relative=True) if found else None


def _over_apposition(line: Line, close: int) -> Found | None:
    """ "Mira Tolan, the foreign minister, said": the noun before the comma that opens the apposition.

    Of several commas the nearest behind a person's name counts, else the nearest behind any noun. Where the name
    is the apposition ("her envoy, Mira Tolan, said") the source reaches to its end.
    """
    sign = line.words[close]
    if sign != ",":
        return _over_brackets(line, close)
    nearest: Found | None = None
    for i in range(close - 1, max(0, close - _LONGEST_APPOSITION), -1):
        if line.words[i] != "," or line.quoted[i] >= 0:
            continue
        found = _chunk_to(line, i - 1)
        if found is None or not _is_apposition(line, i + 1):
            continue
        mention = line.mention_to(i - 1)
        if _is_name(mention) and (nearest is None or line.page.is_person(mention)):
            if line.page.is_person(mention):
                return found
            nearest = found  # a body may be part of the apposition: "Mira Tolan, head of the Foundation, a charity,"
        elif nearest is None:
            nearest = _with_name_behind(line, found, i + 1)
    return nearest


def _over_brackets(line: Line, close: int) -> Found | None:
    signs = {"("} if line.words[close] == ")" else DASHES
    for i in range(close - 1, max(0, close - _LONGEST_APPOSITION), -1):
        if line.words[i] in signs and line.quoted[i] < 0:
            return _chunk_to(line, i - 1)
    return None


def _is_name(mention: Mention | None) -> bool:
    return mention is not None and mention.form in {"name", "last_name"}


def _with_name_behind(line: Line, found: Found, first: int) -> Found:
    """The source up to the end of a full name that stands in apposition to it."""
    mention = line.mention_from(first)
    if mention is None or mention.form != "name":
        return found
    return Found(found.first, line.after(mention.span.end, first) - 1, found.start)


def _is_apposition(line: Line, first: int) -> bool:
    """Whether what begins at `first` tells more of a noun before it, rather than being a clause of its own."""
    word = line.word(first)
    return not (word in PRONOUNS or (word in {"and", "but"} and line.word(first + 1) in PRONOUNS))


def _chunk_to(line: Line, last: int) -> Found | None:
    """The noun phrase that ends with the token `last`."""
    last = _before_adjunct(line, last)
    if last < 0 or line.words[last] in STOPS or line.words[last] in CLAUSE_STARTS or line.words[last] in _LINKS:
        return None
    if line.words[last] in PRONOUNS or line.words[last] in {"who", "which"}:
        return Found(last, last, last)
    floor = max(0, last - _LONGEST)
    first = last
    while first > floor and not _is_boundary(line, first - 1):
        first -= 1
    mention = line.mention_to(last)
    if mention is not None and mention.form != "pronoun":
        opening = line.after(mention.span.start, first if mention.span.start >= line.tokens[first].start else 0)
        if opening <= last and not _is_headed_before(line, first, opening):
            return Found(opening, last, opening)
    begin = _skip_opening(line, first, last)
    if begin is None or not _is_noun_phrase(line, begin, last) or _is_verb_phrase(line, begin, last):
        return None
    return Found(begin, last, begin)


def _before_adjunct(line: Line, last: int) -> int:
    """The token before an adverb or a date that stands between the subject and its verb: "the envoy on Monday said"."""
    while last > 0 and line.words[last].endswith("ly") and line.tokens[last].text[0].islower():
        last -= 1
    time = line.time_to(last)
    if time is None:
        return last
    first = line.after(time.start, 0)
    return first - 2 if line.word(first - 1) in PREPOSITIONS else first - 1


def _is_verb_phrase(line: Line, first: int, last: int) -> bool:
    """Whether the words are the rest of a verb: "did not [appear at the talks]", "[led by the envoy]"."""
    before = line.word(first - 1)
    if before in AUXILIARIES or before in NEGATIONS:
        return True
    if line.words[first] in {"let", "according", "including", "whose"}:
        return True
    following = line.word(first + 1)
    entry = VERBS.get(line.words[first])
    if entry is not None and entry[1] in {"third", "past"} and following in DETERMINERS and last > first:
        return True
    return last > first and line.words[first].endswith("ed") and (following in PREPOSITIONS or following.endswith("ly"))


def _is_boundary(line: Line, i: int) -> bool:
    word = line.words[i]
    if line.quoted[i] >= 0 or word in STOPS or word in CLAUSE_STARTS or word in DASHES:
        return True
    if word in RELATIVES or (word in VERBS and i > 0 and line.words[i - 1] in PRONOUNS):
        return True
    return word in AUXILIARIES and word != "to"


def _is_headed_before(line: Line, first: int, begin: int) -> bool:
    """Whether a noun before the mention is the head: "a spokesman for Lavrov", "some in Gaza", "Hamas and Iran"."""
    if begin - first < 2:
        return False
    opening = _skip_opening(line, first, begin)
    if opening is None or begin - opening < 2:
        return False
    first = opening
    link = line.words[begin - 1]
    if link in {"the", "a", "an"} and begin - first > 2:
        link = line.words[begin - 2]
    return link in {"of", "for", "in", "from", "with", "at", "to", "and", "&", "on", "by", "inside", "near"}


def _skip_opening(line: Line, first: int, last: int) -> int | None:
    """Past "On Friday", "Meanwhile", "In a statement" without a comma; None where nothing is left."""
    while first <= last:
        time = line.time_from(first)
        word = line.words[first]
        if time is not None:
            first = line.after(time.end, first)
            if line.word(first) in {"'s", "’s"}:
                return None
        elif (
            word in ADVERBS
            or word in {"and", "&", "however", "meanwhile", "afterwards"}
            or _is_sentence_adverb(line, first)
        ):
            first += 1
        elif word in PREPOSITIONS:
            begin = _phrase_end(line, first + 1, last)
            if begin is None:
                return None
            first = begin
        else:
            return first
    return None


def _is_sentence_adverb(line: Line, i: int) -> bool:
    return i == 0 and line.words[i].endswith("ly") and len(line.words[i]) > 4


def _phrase_end(line: Line, first: int, last: int) -> int | None:
    """The token behind the object of a preposition, where the noun phrase of the subject begins anew."""
    time = line.time_from(first)
    if time is not None:
        return line.after(time.end, first)
    for i in range(first + 1, last + 1):
        begins = line.words[i] in DETERMINERS or line.words[i] in PRONOUNS or line.mention_from(i) is not None
        if begins and line.words[i - 1] not in PREPOSITIONS and line.words[i - 1] not in {"and", "or"}:
            return i
    return None


def _is_noun_phrase(line: Line, first: int, last: int) -> bool:
    word = line.words[last]
    if word in PREPOSITIONS or word in DETERMINERS - {"this", "that", "these", "those"} or word in AUXILIARIES:
        return False
    if word in ADVERBS or (last == first and not line.tokens[last].text[0].isalpha()):
        return word in {"all", "both"}
    if last == first:
        plural = word.endswith("s") and len(word) > 3
        # Headings leave out articles: "Talks to go on, source says".
        return line.heading or plural or word in QUANTIFIERS or line.mention_to(last) is not None
    return any(line.tokens[i].text[0].isalpha() for i in range(first, last + 1))


def source_after(line: Line, first: int) -> Found | None:
    """The noun phrase that begins with the token `first`: "said Lavrov", "according to the ministry"."""
    if first >= line.stop or line.quoted[first] >= 0:
        return None
    if line.words[first] in PRONOUNS:
        return Found(first, first, first)
    last = first - 1
    i = first
    while i < line.stop and i - first <= _LONGEST and line.quoted[i] < 0:
        mention = line.mention_from(i)
        if mention is not None and mention.form != "pronoun":
            last = line.after(mention.span.end, i) - 1
            i = last + 1
            if line.word(i) in {"'s", "’s"}:
                last, i = i, i + 1
            continue
        if _ends_phrase(line, i, first):
            break
        last, i = i, i + 1
    while last >= first and line.words[last] in PREPOSITIONS | DETERMINERS | {"and", "or"}:
        last -= 1
    return Found(first, last, first) if last >= first and _is_noun_phrase(line, first, last) else None


def _ends_phrase(line: Line, i: int, first: int) -> bool:
    word = line.words[i]
    if word in STOPS or word in DASHES or word in ENDS or word in CLAUSE_STARTS or word in RELATIVES:
        return True
    if line.time_from(i) is not None or (word in AUXILIARIES and word != "to"):
        return True
    if word in PREPOSITIONS:
        return not (word in {"of", "for", "from", "in", "at", "with"} and i > first and not _opens_adjunct(line, i + 1))
    return i > first and (word in ADVERBS or word in PRONOUNS)


def _opens_adjunct(line: Line, i: int) -> bool:
    """Whether "in", "on", "at" opens when or how it was said rather than who said it."""
    if line.time_from(i) is not None:
        return True
    return any(line.word(k) in OCCASIONS for k in range(i, i + 5) if line.word(k) not in STOPS)


def first_subject(line: Line, end: int) -> Found | None:
    """The noun phrase with which the line begins, before the token `end`: the subject of its first verb."""
    first = _skip_opening(line, 0, end - 1)
    while first is not None and first < end and line.words[first] == ",":
        first = _skip_opening(line, first + 1, end - 1)
    if first is None or first >= end or line.quoted[first] >= 0:
        return None
    if line.words[first] in PRONOUNS:
        return Found(first, first, first)
    found = source_after(line, first)
    if found is None:
        return None
    last = found.first
    mention = line.mention_from(first)
    if mention is not None and mention.form != "pronoun":
        last = line.after(mention.span.end, first) - 1
    while last < min(found.last, end - 1) and not _may_be_verb(line.words[last + 1]):
        last += 1
    return Found(first, last, first) if last + 1 < end and _is_noun_phrase(line, first, last) else None


def _may_be_verb(word: str) -> bool:
    return word in VERBS or word in AUXILIARIES or word.endswith("ed") or word in {"went", "took", "made", "gave"}


def span_of(line: Line, found: Found) -> Span:
    return line.span(found.first, found.last)
