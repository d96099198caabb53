"""Where a line has a cue: a verb of the table that is used as a verb, in the active voice, and not denied."""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.statements.cues import VERBS, Form, Verb
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)

# Verbs of holding a view keep their content when they are denied: "does not believe that ...".
_DENIABLE = frozenset("believe think expect want agree know see doubt accept plan intend".split())
# What may stand between "by", "in" and a participle that is still a cue: "by saying that ...".
_BEFORE_ING = frozenset("by in while before after without".split())


class Group(Struct, frozen=True):
    """A verb group. `first` is its first token, auxiliaries and adverbs counted; `verb` the cue itself.

    participle: an -ing form without "be", whose subject is that of the clause it hangs on.
    """

    first: int
    verb: int
    cue: Verb
    form: Form
    participle: bool = False


def find_groups(line: Line) -> Iterator[Group]:
    """The cues of a line outside its quotations, in order."""
    for i, word in enumerate(line.words):
        entry = VERBS.get(word)
        if entry is None or line.quoted[i] >= 0:
            continue
        group = _group_at(line, i, *entry)
        if group is not None:
            yield group


def _group_at(line: Line, i: int, cue: Verb, form: Form) -> Group | None:
    first = i
    helpers: set[str] = set()
    if line.tokens[i].text[0].isupper() and i > 0 and not line.title_case:
        return None
    while first > 0 and _is_helper(line, first - 1):
        first -= 1
        helpers.add(line.words[first])
    if helpers & NEGATIONS and cue.lemma not in _DENIABLE:
        return None
    before = line.word(first - 1)
    if form == "past" and line.word(i + 1) == "by":
        return None
    if form == "past" and line.heading and line.word(i + 1) in {"to", "in", "after", "as", "for", "over", "on", "at"}:
        return None  # "Residents urged to stay": headlines leave out "are"
    if form == "ing":
        return _participle(line, i, cue, first, helpers, before)
    if helpers & BE or _is_noun_place(line, first, before, helpers):
        return None
    if form in {"base", "third"} and _is_noun_too(line, first, i, helpers):
        return None
    if form == "past":
        return None if helpers & MODALS and not helpers & HAVE else Group(first, i, cue, form)
    if form == "base" and helpers & (MODALS | {"to"}) and not _may_be_base(line, i, cue, helpers):
        return None
    return Group(first, i, cue, form)


def _is_helper(line: Line, i: int) -> bool:
    word = line.words[i]
    if line.quoted[i] >= 0:
        return False
    if word in AUXILIARIES or word in ADVERBS or word in NEGATIONS:
        return True
    return len(word) > 4 and word.endswith("ly") and line.tokens[i].text[0].islower() and word not in _NOT_ADVERBS


_NOT_ADVERBS = frozenset("family italy reply supply assembly ally rally july bully anomaly monopoly".split())


def _may_be_base(line: Line, i: int, cue: Verb, helpers: set[str]) -> bool:
    """ "went on to say" and "would like" are cues; "to say that" and "may say" are not."""
    if "to" in helpers:
        return line.word(i - 2) in {"on", "wants", "want"} and cue.act == "say"
    return bool(helpers & {"would", "will"}) and "c" in cue.frames and cue.act in {"say", "accept", "expect"}


def _participle(line: Line, i: int, cue: Verb, first: int, helpers: set[str], before: str) -> Group | None:
    if helpers & BE:
        return Group(first, i, cue, "ing")
    if before in _BEFORE_ING or before in {",", "and", "", "—", "–"} or _after_quotation(line, first):
        return Group(first, i, cue, "ing", participle=True)
    return None


# Verbs whose base or third form is as often a noun. Own list, begun with those that were no cue in most of their
# places in the PolNeAR training texts ("states" 16 of 115, "contests" 2 of 18, "tweet" 2 of 18).
_NOUNS_TOO = frozenset(
    """
    state contest comment remark report tweet call question claim plan demand request order post view project estimate
    forecast thank charge fear hope offer detail command brand label rule protest attack quote doubt appeal
    advocate answer reply cry laugh smile sigh wish guarantee signal show find aim purpose counter reason weigh press
    """.split()
)


def _is_noun_too(line: Line, first: int, i: int, helpers: set[str]) -> bool:
    """Whether a word such as "states" or "report" is more likely the noun: no pronoun, name or plural before it."""
    lemma = VERBS[line.words[i]][0].lemma
    if lemma not in _NOUNS_TOO or helpers - ADVERBS or line.word(first - 1) in PRONOUNS | {"who", "which"}:
        return False
    if line.words[i] == lemma:
        return not line.word(first - 1).endswith("s") or not _takes_content(line, i + 1)
    return line.mention_to(first - 1) is None or not _takes_content(line, i + 1)


def _takes_content(line: Line, i: int) -> bool:
    if i < len(line) and line.quoted[i] >= 0:
        return True
    return line.word(i) in DETERMINERS | PRONOUNS | {":", ",", "for", "on", "to"} or line.mention_from(i) is not None


def _after_quotation(line: Line, first: int) -> bool:
    return first > 0 and line.quoted[first - 1] >= 0


def _is_noun_place(line: Line, first: int, before: str, helpers: set[str]) -> bool:
    """Whether the word stands where a noun or an adjective does: "its claims", "the reported talks"."""
    if helpers - ADVERBS:
        return False
    if before in POSSESSIVES or before in {"a", "an", "the", "no", "any", "every", "each"}:
        return True
    if before in DETERMINERS:  # "this says", "that said": pronouns
        return before not in {"this", "that", "these", "those"}
    return before in PREPOSITIONS
