"""How far a content reaches, and what stands between a cue and its content."""

from msgspec import Struct

from onrecord.spans import Span
from onrecord.statements.cues import VERBS
from onrecord.statements.groups import Group
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADDRESSEES,
    ADVERBS,
    AUXILIARIES,
    COMPLEMENTIZERS,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    WH,
)


class Lead(Struct, frozen=True):
    """What stands between a cue and its content. `first` is the first token behind it."""

    first: int
    date: Span | None = None
    addressee: Span | None = None


def skip_lead(line: Line, first: int, *, addressee: bool) -> Lead:
    """Past dates, occasions, adverbs and, where the verb takes one, the addressee."""
    date: Span | None = None
    told: Span | None = None
    i = first
    while i < line.stop and line.quoted[i] < 0:
        time = line.time_from(i)
        if time is not None:
            date = date or time.span
            i = line.after(time.end, i)
            continue
        if addressee and told is None:
            end = _addressee_end(line, i)
            if end is not None:
                told = line.span(i, end - 1)
                i = end
                continue
        if line.words[i] in ADVERBS and not line.tokens[i].text[0].isupper() and line.words[i] not in {"all", "both"}:
            i += 1
            continue
        adjunct = _adjunct_end(line, i)
        if adjunct is None:
            break
        date = date or _date_within(line, i, adjunct)
        i = adjunct
    return Lead(i, date, told)


def _date_within(line: Line, first: int, end: int) -> Span | None:
    for i in range(first, end):
        time = line.time_from(i)
        if time is not None:
            return time.span
    return None


def _addressee_end(line: Line, i: int) -> int | None:
    mention = line.mention_from(i)
    if mention is not None:
        return line.after(mention.span.end, i)
    first = i
    while line.word(i) in DETERMINERS or line.word(i) in {"local", "state", "foreign", "fellow", "his", "her", "their"}:
        i += 1
    if line.word(i) in ADDRESSEES:
        return i + 1
    marked = next((k for k in range(i + 1, min(i + 7, line.stop)) if line.words[k] == "that"), None)
    if marked is not None:
        return _before_dates(line, i, marked)
    if i == first:
        # A name that no mention covers: "told Argus News that".
        while i < line.stop and line.tokens[i].text[0].isupper() and line.words[i] not in PRONOUNS | DETERMINERS:
            i += 1
        return i if i > first else None
    # "the court on Monday the talks", "the crowd,": to the next sign of a clause.
    for end in range(i + 1, min(i + 6, line.stop + 1)):
        word = line.word(end)
        if word in STOPS or word in COMPLEMENTIZERS or word in PREPOSITIONS or word in PRONOUNS or word in DETERMINERS:
            return end
        if line.quoted[end] >= 0 if end < len(line) else True:
            return end
    return None


def _before_dates(line: Line, first: int, end: int) -> int:
    """The token behind `[first, end)` without the date in it: "both sides [last month] that"."""
    return next((i for i in range(first + 1, end) if line.time_from(i) is not None), end)


def _adjunct_end(line: Line, i: int) -> int | None:
    """Behind "in a statement", "at a news conference in Teska", "to reporters", "on condition of anonymity"."""
    word = line.words[i]
    if word not in PREPOSITIONS or word == "of":
        return None
    time = line.time_from(i + 1)
    if time is not None:
        return line.after(time.end, i + 1)
    if word == "to":
        return _to_somebody(line, i + 1)
    if word in {"with", "via", "through", "by", "per", "about", "against"} and not _names_occasion(line, i + 1):
        return None
    return _occasion_end(line, i + 1)


def _to_somebody(line: Line, i: int) -> int | None:
    mention = line.mention_from(i)
    if mention is not None:
        return line.after(mention.span.end, i)
    while line.word(i) in DETERMINERS:
        i += 1
    return i + 1 if line.word(i) in ADDRESSEES else None


def _names_occasion(line: Line, i: int) -> bool:
    return any(line.word(k) in OCCASIONS for k in range(i, i + 4))


def _occasion_end(line: Line, first: int) -> int | None:
    """Behind the noun of the occasion, and behind short phrases that hang on it."""
    for i in range(first, min(first + 7, line.stop)):
        if line.quoted[i] >= 0 or (line.words[i] in STOPS and i > first):
            return None
        if line.words[i] in OCCASIONS and line.word(i + 1) not in OCCASIONS:
            return _behind_phrases(line, i + 1)
    return None


def _behind_phrases(line: Line, i: int) -> int:
    """Past "with the paper", "in Teska", "to the council" behind an occasion."""
    while line.word(i) in PREPOSITIONS and i + 1 < line.stop:
        begin = i + 1
        while line.word(begin) in DETERMINERS:
            begin += 1
        mention = line.mention_from(i + 1) or line.mention_from(begin)
        if mention is not None and mention.form != "pronoun":
            i = line.after(mention.span.end, begin)
        elif line.word(begin) in ADDRESSEES or line.word(begin) in OCCASIONS:
            i = begin + 1
        else:
            break
    return i


def clause_end(line: Line, first: int, group: Group, *, relative: bool = False) -> int:
    """The first token that no longer belongs to a content that begins with the token `first`."""
    i = first
    while i < line.stop:
        if line.quoted[i] >= 0:
            i += 1
            if _comma_inside(line, i) and (relative or _comma_ends(line, i - 1)):
                return i
            continue
        word = line.words[i]
        if word == ";" or (word == ")" and "(" not in line.words[first:i]):
            return i
        if word == "," and (relative or _comma_ends(line, i)):
            return i
        if word in DASHES and line.word(i + 1) in _NEW_CLAUSE | {"what", "which"}:
            return i
        if word in {"and", "but", "while"} and i > first + 1 and _goes_on_speaking(line, i + 1, group):
            return i
        i += 1
    return line.stop


def _comma_inside(line: Line, i: int) -> bool:
    """Whether a quotation that ends before the token `i` has a comma before its mark: "the “change,” saying"."""
    return (
        i >= 2
        and i < line.stop
        and line.quoted[i] < 0
        and line.words[i - 2] == ","
        and line.quotation_to(i - 1) is not None
    )


def _comma_ends(line: Line, comma: int) -> bool:
    """Whether behind the comma another cue takes over: ", adding that", ", but the mayor said", ", according to"."""
    i = comma + 1
    following = line.word(i)
    if following == "according" and line.word(i + 1) == "to":
        return True
    if following in _NEW_CLAUSE:
        return speaks_soon(line, i + 1)
    while line.word(i) in ADVERBS:
        i += 1
    entry = VERBS.get(line.word(i))
    if entry is not None and entry[1] == "ing":
        return True
    return line.word(i) in {"he", "she", "they"} and _is_finite_cue(line, i + 1)


_NEW_CLAUSE = frozenset("and but while though although whereas".split())
_SOON = 12  # tokens; the subject of a clause with a cue of its own is shorter


def speaks_soon(line: Line, first: int) -> bool:
    """Whether a clause that begins at `first` has a cue of its own."""
    return any(_is_finite_cue(line, i) for i in range(first, min(first + _SOON, line.stop)))


def _is_finite_cue(line: Line, i: int) -> bool:
    entry = VERBS.get(line.word(i))
    if entry is None or entry[1] not in {"past", "third"} or line.quoted[i] >= 0 or "c" not in entry[0].frames:
        return False
    return line.word(i - 1) not in DETERMINERS | PREPOSITIONS | AUXILIARIES and line.word(i + 1) not in {"by", ","}


def _goes_on_speaking(line: Line, i: int, group: Group) -> bool:
    """Whether behind "and" the same subject speaks on: "said the talks failed and accused both sides"."""
    while line.word(i) in ADVERBS:
        i += 1
    entry = VERBS.get(line.word(i))
    return (
        entry is not None
        and entry[1] == group.form
        and group.form in {"past", "third", "ing"}
        and line.word(i + 1) not in {"by", "in"} | STOPS
    )


def is_marked(line: Line, i: int) -> bool:
    """Whether the content is marked as such: "that", "whether", "how", a colon or a quotation mark."""
    word = line.word(i)
    if word in COMPLEMENTIZERS or word in WH or word == ":":
        return True
    quotation = line.quotation_from(i) or (line.quotation_from(i + 1) if word in {",", ":"} else None)
    return quotation is not None
