"""The date that stands with a cue: "said on Friday", "in a letter on Monday", "Speaking on Tuesday, she said".

Each finder looks at one part of the sentence and tells whether a date there belongs to the saying. A date inside the
content, and one that tells of something else ("said of Monday's attack", "who resigned on Friday, said"), does not.
"""

from collections.abc import Iterator

from onrecord.record import Time
from onrecord.statements.acts import ACTS
from onrecord.statements.attribution import Attribution
from onrecord.statements.lines import Line
from onrecord.statements.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTS,
    DASHES,
    DETERMINERS,
    DISCOURSE,
    ENDS,
    OCCASIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

# Where people speak in turn, and papers beside those of OCCASIONS.
GATHERINGS = frozenset(
    """
    debate debates hearing hearings trial inquest inquiry talks meeting summit session conference panel forum
    proceedings briefing negotiations event rally ceremony
    """.split()
)
PAPERS = (
    OCCASIONS
    | GATHERINGS
    | frozenset(
        """
    submission op-ed lecture sermon appearance conversation opinion blog statements interviews letters
    """.split()
    )
)
SPEAKING = frozenset("speaking talking writing testifying appearing addressing asked answering interviewed".split())
# "Responding to the attack on Monday": the date may be that of the attack.
_TOPICS = frozenset("about of over regarding against concerning".split())
AFTER = frozenset("after following".split())
# Right before a date these make it a deadline, a beginning or an end.
_BOUNDS = frozenset("since until till before by than after following to through between for".split())
_ONLY_OF_PAPERS = frozenset("of from for".split())
IN = frozenset("in on at during via through with over".split())
_ON_ACCOUNT = frozenset("response reaction light wake addition spite view case".split())
_FARTHEST = 30  # tokens


def date_said(place: Attribution) -> Time | None:
    """The date with which the article dates the saying, or None."""
    if not place.times or not (place.cue or place.source) or _is_planned(place):
        return None
    for finder in (_within, _behind, _between, _in_front, _at_the_end):
        found = next(finder(place), None)
        if found is not None:
            return found
    return None


def _is_planned(place: Attribution) -> bool:
    """Whether it is yet to be said: "will say on Friday"."""
    if not place.cue:
        return False
    first = place.cue[0]
    while first > 0 and place.line.words[first - 1] in ADVERBS | {"be"}:
        first -= 1
    return not {"will", "shall", "’ll", "'ll", "won't", "won’t"}.isdisjoint(
        place.line.words[max(0, first - 1) : place.cue[-1] + 1]
    )


def _dates(line: Line, first: int, end: int) -> Iterator[tuple[int, int, Time]]:
    """(first token, token behind, date) of the dates in `[first, end)` that may be that of a saying."""
    for i in range(max(0, first), min(end, len(line))):
        time = line.time_from(i)
        if time is not None and time.edtf:
            behind = line.after(time.end, i)
            if is_free(line, i, behind):
                yield i, behind, time


def is_free(line: Line, i: int, behind: int) -> bool:
    """Whether the date stands for itself: no deadline, and not the mark of another thing ("Monday's attack")."""
    before, following = line.word(i - 1), line.word(behind)
    if before in _ONLY_OF_PAPERS and line.word(i - 2) in PAPERS:
        return True
    if before in _BOUNDS or before in _TOPICS:
        return False
    owns = following in {"'s", "’s"}
    if owns or (before in DETERMINERS and _is_noun(line, behind)):
        return any(line.word(k) in PAPERS for k in range(behind, behind + 4 + owns))
    return True


def _is_noun(line: Line, i: int) -> bool:
    word = line.word(i)
    known = word in PREPOSITIONS or word in CLAUSE_STARTS or word in AUXILIARIES or word in ADVERBS
    return word.isalpha() and not known and word not in {"and", "or"}


def _within(place: Attribution) -> Iterator[Time]:
    """The cue was given with its date: "said Tuesday"."""
    if place.cue:
        for i, _, time in _dates(place.line, place.cue[0], place.cue[-1] + 1):
            if i in place.cue:
                yield time


def _behind(place: Attribution) -> Iterator[Time]:
    """ "told reporters on Monday that", "“…,” said the envoy on Monday" """
    end = end_behind(place)
    start = (place.cue or place.source)[-1] + 1
    for _, _, time in _dates(place.line, start, end):
        yield time


def end_behind(place: Attribution) -> int:
    """Where the words end that stand behind a cue and tell how, when and to whom: before content or a new clause."""
    line = place.line
    i = start = (place.cue or place.source)[-1] + 1
    seen = False  # an occasion, whose topic and date may stand in either order
    while i < min(line.stop, start + _FARTHEST):
        word = line.words[i]
        if i in place.source or i in place.cue:
            i += 1
            continue
        if place.taken[i] or word in ENDS or word in DASHES or word == ":" or _begins_clause(place, i, seen=seen):
            return i
        seen = seen or word in PAPERS
        i += 1
    return i


def _begins_clause(place: Attribution, i: int, *, seen: bool) -> bool:
    line, word = place.line, place.line.words[i]
    following = line.word(i + 1)
    if word in AFTER:
        return not _names_paper(line, i + 1, i + 5)
    if word in RELATIVES or word in CLAUSE_STARTS:
        return True
    if word in _TOPICS and not (word == "of" and seen):
        return not seen
    if word in {"and", "but", "or"}:
        verb = ACTS.verbs.get(following)
        return word == "but" or following in PRONOUNS or (verb is not None and verb.form in {"past", "third", "ing"})
    if word == ",":
        return _ends_at_comma(place, i)
    return False


def _ends_at_comma(place: Attribution, i: int) -> bool:
    """Whether behind the comma something else begins than a date, an occasion or the end of an apposition."""
    line, following = place.line, place.line.word(i + 1)
    if line.time_from(i + 1) is not None or following in SPEAKING or following in IN:
        return False
    turned = bool(place.cue and place.source) and place.cue[0] < place.source[0]
    begins = following in PRONOUNS or following in {"and", "but", "while"} or following.endswith(("ing", "ed"))
    return begins or not turned


def _names_paper(line: Line, first: int, end: int) -> bool:
    return any(line.word(k) in PAPERS for k in range(first, end))


def _between(place: Attribution) -> Iterator[Time]:
    """Between a source and its cue: "The ministry on Sunday confirmed", "Tolan, in a letter on Monday, said"."""
    if not place.cue or not place.source or place.cue[0] < place.source[0]:
        return
    line, cue = place.line, place.cue[0]
    start = max(i for i in place.source if i < cue) + 1
    for i, behind, time in _dates(line, start, cue):
        left, right = line.words[start:i], line.words[behind:cue]
        beside_source = set(left) <= PREPOSITIONS | ADVERBS | {","} and len(right) < 9 and not _has_cue(right)
        # "sent a letter Wednesday to the director demanding ..."
        sent = line.words[cue].endswith("ing") and _names_paper(line, max(start, i - 4), behind + 3)
        if not place.taken[i] and (beside_source or sent or _is_beside_cue(line, start, i, right)):
            yield time


def _is_beside_cue(line: Line, start: int, i: int, right: list[str]) -> bool:
    """Whether no more than adverbs stand between the date and the cue, or a comma that closes an aside on when or
    where it was said: "Tolan, speaking in Grent on Monday, said"."""
    if not all(word in ADVERBS or word in AUXILIARIES or word == "," or word.endswith("ly") for word in right):
        return False
    comma = next((k for k in range(i - 1, start - 1, -1) if line.words[k] == ","), None)
    if "," not in right:
        return True
    if comma is None:
        return False
    return comma + 1 == i or line.word(comma + 1) in SPEAKING | IN


def _has_cue(words: list[str]) -> bool:
    return any(word in ACTS.verbs and ACTS.verbs[word].form in {"past", "third"} for word in words)


def opening(place: Attribution) -> int:
    """Where the clause of cue and source begins: the sentence, or what stands behind a content or a semicolon."""
    for i in range(place.first - 1, -1, -1):
        if place.taken[i] or place.line.words[i] in ENDS:
            return i + 1
    return 0


def opens_with(line: Line, i: int, words: frozenset[str]) -> bool:
    return line.word(past_adverbs(line, i)) in words


def past_adverbs(line: Line, i: int) -> int:
    while line.time_from(i) is None and (
        line.word(i) in DISCOURSE | ADVERBS | {","} or (line.word(i).endswith("ly") and line.word(i + 1) == ",")
    ):
        i += 1
    return i


def _in_front(place: Attribution) -> Iterator[Time]:
    """Where the clause opens with it: "On Monday, Tolan said", "At the talks on Monday Tolan said"."""
    line, end = place.line, place.first
    first = past_adverbs(line, opening(place))
    if end - first > _FARTHEST or line.word(end - 1) in {"and", "but", "while"}:
        return
    for i, behind, time in _dates(line, first, end):
        if not _has_cue(line.words[behind:end]) and _opens_dated(line, first, i):
            yield time


def _opens_dated(line: Line, first: int, i: int) -> bool:
    """Whether what begins at `first` and has its date at `i` tells when something was said."""
    head = line.word(first)
    if i == first or head in SPEAKING or (i == first + 1 and head in IN | {"late", "early", "earlier", "later"}):
        return True
    if head in AFTER:
        return _names_paper(line, first + 1, i)
    return head in IN and line.word(first + 1) not in _ON_ACCOUNT and not _tells_more(line.words[first:i])


def _tells_more(words: list[str]) -> bool:
    """Whether a clause or a participle stands before the date: "In a town flooded on Monday"."""
    return any(
        word in RELATIVES or word in CLAUSE_STARTS or (len(word) > 4 and word.endswith("ed") and word not in PAPERS)
        for word in words[1:]
    )


def _at_the_end(place: Attribution) -> Iterator[Time]:
    """Behind the content: "said [the talks had failed], in a statement on Monday"."""
    line = place.line
    last = max((i for i in range(len(line)) if place.taken[i]), default=-1)
    if last < max(place.last, 0):
        return
    for i, _, time in _dates(line, last + 1, line.stop):
        told = line.words[last + 1 : i]
        if _KNOWN.issuperset(told) and (_names_paper(line, last + 1, i) or set(told) <= IN | {","}):
            yield time


_KNOWN = PREPOSITIONS | DETERMINERS | PAPERS | ADVERBS | {","}
_KNOWN |= frozenset("published released issued posted broadcast aired dated sent statements interviews written".split())
