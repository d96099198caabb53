"""The tag behind a quotation: who says it, and the verb, in either order."""

from msgspec import Struct

from onrecord.record import Act
from onrecord.statements.cues import VERBS
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, source_after
from onrecord.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DASHES,
    DETERMINERS,
    ENDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
)


class Tag(Struct, frozen=True):
    """Who says it, and the token of the verb."""

    source: Found
    verb: int
    act: Act
    rule: str


def tag_at(line: Line, first: int, *, any_verb: bool) -> Tag | None:
    """The tag that begins with the token `first`, right behind the closing mark.

    any_verb: whether the comma before the mark ties the words to a pronoun or name whatever its verb: "she went on".
    """
    if first >= line.stop or line.quoted[first] >= 0:
        return None
    any_verb = any_verb or (line.word(first + 1) == "went" and line.word(first + 2) == "on")
    return (_any_verb(line, first) if any_verb else None) or _inverted(line, first) or _in_order(line, first)


def _any_verb(line: Line, first: int) -> Tag | None:
    """ "“…,” she went on", "“…,” Mira Tolan went on", "“…,” smiled Mira Tolan" """
    pronoun = line.words[first] in PRONOUNS
    source = source_after(line, first) if pronoun else _mentioned(line, first)
    if source is not None:
        return _tag(line, source, first + 1 if pronoun else source.last + 1, "comma and quotation")
    source = _mentioned(line, first + 1)
    return _tag(line, source, first, "comma and quotation") if source else None


def _tag(line: Line, source: Found, verb: int, rule: str) -> Tag | None:
    word = line.word(verb)
    if verb >= line.stop or not word.isalpha() or line.quoted[verb] >= 0 or word in _NO_VERB:
        return None
    entry = VERBS.get(line.words[verb])
    return Tag(source, verb, entry[0].act if entry else "say", rule)


def _mentioned(line: Line, first: int) -> Found | None:
    mention = line.mention_from(first)
    return Found(first, line.after(mention.span.end, first) - 1, first) if mention else None


def _inverted(line: Line, first: int) -> Tag | None:
    """ "“…!” beamed Oren Vale", "“…,” reads an editorial" """
    if (
        not (_speaks(line, first) or line.words[first].endswith("ed") or line.words[first] in _READS)
        or not line.tokens[first].text[0].islower()
    ):
        return None
    source = source_after(line, first + 1) or _noun_at(line, first + 1)
    if source is None or not (_is_named(line, source) or _speaks(line, first)):
        return None
    return _tag(line, source, first, "tag behind")


_READS = frozenset("reads read goes went came".split())


def _noun_at(line: Line, first: int) -> Found | None:
    """A noun with its article, up to the first preposition: "a 2013 article [in …]"."""
    if line.word(first) not in DETERMINERS:
        return None
    last = first
    while last + 1 < line.stop and line.words[last + 1] not in PREPOSITIONS | STOPS and last - first < _NOUN:
        last += 1
    return Found(first, last, first) if last > first else None


_NOUN = 5  # tokens


def _is_named(line: Line, source: Found) -> bool:
    return any(line.tokens[i].text[0].isupper() for i in range(source.first, source.last + 1))


def _in_order(line: Line, first: int) -> Tag | None:
    """ "“…,” the harbour chief Oren Vale said", "“…,” Vale, the harbour chief, said" """
    if line.words[first] in _NO_SUBJECT:
        return None
    comma: int | None = None
    for i in range(first, min(first + _LONGEST, line.stop)):
        word = line.words[i]
        if line.quoted[i] >= 0 or word in _STOPS or word in DASHES:
            return None
        if word == "," and comma is None:
            comma = i
        if i == first or not (_speaks(line, i) or _ends_tag(line, i)):
            if comma is None and i > first and (word in AUXILIARIES or word in RELATIVES or word in CLAUSE_STARTS):
                return None
            continue
        if comma is None or line.words[i - 1] in {","} or line.words[i - 1] in ADVERBS:
            last = (comma if comma is not None else i) - 1
            while last > first and (line.words[last] in ADVERBS or line.words[last].endswith("ly")):
                last -= 1
            source = Found(first, last, first)
            return _tag(line, source, i, "tag behind") if _may_speak(line, source) else None
    return None


_STOPS = ENDS - {"."}  # in a sentence a stop is that of an abbreviation
_NO_VERB = CLAUSE_STARTS | PREPOSITIONS | RELATIVES | AUXILIARIES | {"and"}
_LONGEST = 36  # tokens from the mark to the verb, with what stands between commas
_NO_SUBJECT = CLAUSE_STARTS | PREPOSITIONS | RELATIVES | frozenset("and or but also then".split()) | {",", ";", ":"}


def _may_speak(line: Line, source: Found) -> bool:
    """Whether the words may be a subject: a pronoun, a name, or a noun behind its article."""
    if source.first == source.last and line.words[source.first] in PRONOUNS:
        return True
    return source.last - source.first < _LONGEST_NAME and (
        _is_named(line, source) or line.words[source.first] in {"the", "a", "an", "one", "his", "her", "another"}
    )


def _ends_tag(line: Line, i: int) -> bool:
    """Whether the word is a past form right before the end of the tag: "an angry Oren Vale retaliated."."""
    name = line.tokens[i - 1].text[0].isupper()
    return name and line.tokens[i].text.islower() and line.words[i].endswith("ed") and (i + 1 >= line.stop)


_LONGEST_NAME = 20  # tokens


def _speaks(line: Line, i: int) -> bool:
    """Whether the word is a finite form of a cue that may stand with a quotation."""
    entry = VERBS.get(line.words[i])
    return entry is not None and entry[1] in {"past", "third"} and not entry[0].frames.isdisjoint("catq")
