"""Whether a saying belongs to what is told around it: the occasion that is named beside it, and what sets it apart."""

from collections.abc import Iterator

from onrecord.spans import Span
from onrecord.statements.acts import ACTS
from onrecord.statements.attribution import Attribution
from onrecord.statements.dated import AFTER, IN, PAPERS, SPEAKING, end_behind, opening, opens_with, past_adverbs
from onrecord.statements.words import ADVERBS, AUXILIARIES, CLAUSE_STARTS

# "Said in response", "on condition of anonymity", "told Teskan television": no occasion of its own.
_NO_OCCASION = frozenset(
    """
    response reply anonymity television tv radio show platform site website channel page account program programme text
    twitter facebook telegram x instagram press
    """.split()
)


def occasion_of(place: Attribution) -> Span | None:
    """The noun of the occasion or paper in which it was said, where the article names it beside the cue."""
    line = place.line
    start = opening(place)
    in_front = range(start, place.first) if opens_with(line, start, IN | SPEAKING) else ()
    behind = range(place.cue[-1] + 1, end_behind(place)) if place.cue else ()
    between = range(place.source[-1] + 1, place.cue[0]) if place.cue and place.source else ()
    for i in (*behind, *in_front, *between, *place.source[-1:]):
        word = line.words[i]
        named = i > 0 and line.tokens[i].text[0].isupper()  # the Grent Post
        counts = word in PAPERS - _NO_OCCASION and line.word(i + 1) not in PAPERS
        if counts and not named and not place.taken[i] and AFTER.isdisjoint(line.words[max(0, i - 3) : i]):
            return line.span(i, i)
    return None


def is_apart(place: Attribution) -> bool:
    """Whether the saying is set apart from what is told around it, so that the day of that does not hold for it: a
    present or perfect tense, "previously", or a date that tells of another time ("during last year's campaign")."""
    line = place.line
    if place.times and not set(place.times).isdisjoint(_around(place)):
        return True
    if not place.cue:
        return False
    first = place.cue[0]
    while first > 0 and line.words[first - 1] in ADVERBS | {"has", "have", "both"}:
        first -= 1
    if place.source and line.words[place.cue[0]].endswith("ing"):
        first = min(first, place.source[-1] + 1)  # "officials have defended the plan, saying ..."
    words = line.words[first : place.cue[-1] + 1]
    return not _EARLIER.isdisjoint(words) or _is_present(place) or _is_during(place)


def _around(place: Attribution) -> Iterator[int]:
    """The tokens of the clause of cue and source, with those that follow right behind the content."""
    if place.cue or place.source:
        asked = opens_with(place.line, opening(place), frozenset(["asked", "when"]))  # what was asked may have dates
        yield from range(place.first if asked else opening(place), end_behind(place))
    last = max((i for i, taken in enumerate(place.taken) if taken), default=len(place.taken))
    for i in range(last + 1, place.line.stop):
        if place.line.words[i] == "," or place.line.words[i] in CLAUSE_STARTS:
            return
        yield i


def _is_present(place: Attribution) -> bool:
    """Whether the cue is in the present tense in the body of the article: "says", "they want"."""
    line, first = place.line, place.cue[0]
    verb = ACTS.verbs.get(line.words[first])
    if verb is None or line.heading:
        return False
    return verb.form == "third" or (verb.form == "base" and line.word(first - 1) not in AUXILIARIES)


def _is_during(place: Attribution) -> bool:
    """Whether the clause opens with another time that has no date: "During the campaign, she said"."""
    first = past_adverbs(place.line, opening(place))
    return place.line.word(first) == "during" and first < place.first and occasion_of(place) is None


_EARLIER = frozenset("according has have previously earlier often always repeatedly".split())
