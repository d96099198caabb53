"""What stands around an attribution: its act, whether it is denied, to whom it was said, when, and on what occasion."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct

from onrecord.record import Act
from onrecord.spans import Span
from onrecord.statements.acts import Meaning, meaning_of
from onrecord.statements.addressees import addressee
from onrecord.statements.apart import is_apart, occasion_of
from onrecord.statements.attribution import Attribution
from onrecord.statements.dated import date_said
from onrecord.statements.lines import Line, Page
from onrecord.statements.negation import is_negated


class Circumstances(Struct, frozen=True):
    """The circumstances of an attribution, as its own sentence gives them.

    act: from the tables of cues, "say" where they do not have the cue.
    negated: the article says that it was not said; a view that is denied is held ("does not believe that ...").
    addressee: where the one who was told is named. said_on: where the date of the saying stands.
    occasion: the noun for the occasion or the paper: "interview", "letter".
    apart: the saying is set apart from what is told around it: "has said", "says", "said last year".
    """

    act: Act = "say"
    negated: bool = False
    addressee: Span | None = None
    said_on: Span | None = None
    occasion: Span | None = None
    apart: bool = False


def circumstances(
    line: Line, *, source: tuple[Span, ...], cue: Span | tuple[Span, ...] | None, content: tuple[Span, ...]
) -> Circumstances:
    """The circumstances of an attribution whose cue, or without one whose source, stands in the line.

    cue: the verb alone or the whole verb group or noun phrase, in several pieces where something breaks it.
    source, content: what of them stands outside the line does not count.
    """
    pieces = (cue,) if isinstance(cue, Span) else cue or ()
    place = Attribution(line, source=source, cue=pieces, content=content)
    words, behind = place.words(place.cue), line.words[place.cue[-1] + 1 :][:_BEHIND] if place.cue else []
    before = line.words[max(0, place.cue[0] - _BEFORE) : place.cue[0]] if place.cue else []
    meaning = _with_infinitive(meaning_of(words, behind), behind)
    date = date_said(place)
    return Circumstances(
        act=meaning.act if meaning else "say",
        negated=is_negated(words, before, behind, place.words(place.source), meaning) if place.cue else False,
        addressee=addressee(place),
        said_on=date.span if date else None,
        occasion=occasion_of(place),
        apart=is_apart(place),
    )


def _with_infinitive(meaning: Meaning | None, behind: Sequence[str]) -> Meaning | None:
    """The meaning of "ask" and "tell" with an infinitive behind: "asked her to leave" is a request."""
    if meaning is None or meaning.lemma not in _TO_ACT or "to" not in behind or not _CLAUSE.isdisjoint(behind):
        return meaning
    return Meaning(meaning.lemma, _TO_ACT[meaning.lemma])


_TO_ACT: Mapping[str, Act] = {"ask": "request", "tell": "order"}
_CLAUSE = frozenset('that whether if how what why when who about for : , “ " ‘'.split())
_BEFORE, _BEHIND = 5, 4  # tokens around a cue that may change what it means


def line_at(page: Page, offset: int, *, holder: int | None = None) -> Line | None:
    """The sentence that holds `offset`, or the part of it that stands in the quotation `holder`; None in between."""
    at = bisect_right(page.doc.sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if at < 0:
        return None
    sentence = page.doc.sentences[at]
    if holder is None:
        return Line(page, sentence.tokens, paragraph=sentence.paragraph)
    within = page.doc.quotations[holder].span
    tokens = tuple(token for token in sentence.tokens if within.start < token.start and token.end < within.end)
    return Line(page, tokens, paragraph=sentence.paragraph, holder=holder) if tokens else None
