"""What each paragraph at the top of an article is: section line, headline, deck, byline, dateline, body.

Copy has few marks of its own, so a paragraph is judged by its place, its length, its last character and its
neighbours: a deck stands before the paragraph that has the dateline, a headline takes no full stop. Where a text
gives no sign, the paragraph is body: what a headline says in vain is lost to nobody, and a lead taken for a deck is.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from onrecord.intake.bylines import byline_names, is_office_line
from onrecord.intake.copy import DatelineText
from onrecord.intake.datelines import find_dateline
from onrecord.intake.labels import is_furniture, is_section
from onrecord.intake.published import published_line
from onrecord.record import Role
from onrecord.spans import Span

# Paragraphs that may stand before the body: section, headline, two decks, byline, its office, dates, share buttons.
_FRONT = 10
# In characters. The longest headline of the gold articles has 119, the longest deck 291.
_LONGEST_HEADLINE = 220
_LONGEST_DECK = 360
# A first paragraph that ends like a sentence is a headline only where it is no longer than this (in characters):
# of the 256 texts of TimeBank, which have none, all but a few begin with more.
_LONGEST_CLOSED_HEADLINE = 100
# A second paragraph that ends like a sentence is a deck where the headline is told again by the paragraph below it,
# not by it: a lead repeats its headline. Shares of the headline's words; swept on the English Fundus test pages, where
# it finds 8 of 14 such decks and takes 1 of 11 leads for one.
_LONGEST_CLOSED_DECK = 220
_RETOLD = 0.25
_MUCH_LONGER = 1.2
# Headline and up to two decks stand above a dateline; where there is more, they are an article of their own.
_MOST_ABOVE = 3
_CLOSED = re.compile(r"""[.…:,][\s"'”’»)\]]*$""")


class Parts(Struct, frozen=True):
    """The roles of the paragraphs, one each, and what they say. headline, deck: numbers of paragraphs."""

    roles: tuple[Role, ...]
    headline: int | None = None
    deck: int | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    dateline: DatelineText | None = None
    published: str | None = None


class _Front(Struct):
    """What was found so far while the top of an article is walked down. lead: where the body begins."""

    roles: list[Role]
    plain: list[int]
    lead: int | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    dateline: DatelineText | None = None
    published: str | None = None
    updated: str | None = None


def find_parts(
    text: str, spans: Sequence[Span], *, headline: str | None = None, deck: str | None = None, guess_deck: bool = True
) -> Parts:
    """The parts of the text, whose paragraphs are `spans`.

    headline, deck: those that came with the copy and stand among the first paragraphs; guessed where None.
    guess_deck: False where the copy gives its headline apart from the text, which then has no deck of its own.
    """
    words = [text[span.start : span.end] for span in spans]
    front = _walk(text, spans, words)
    head = _headline(front, words, headline, deck)
    stand = _deck(front, words, head, deck, guess=guess_deck)
    if head is not None:
        front.roles[head] = "headline"
    if stand is not None:
        front.roles[stand] = "deck"
    _drop_late_section(front, head)
    return Parts(
        tuple(front.roles), head, stand, front.section, front.byline, front.dateline, front.published or front.updated
    )


def _walk(text: str, spans: Sequence[Span], words: Sequence[str]) -> _Front:
    front = _Front(["boilerplate" if is_furniture(paragraph) else "body" for paragraph in words], [])
    for number, span in enumerate(spans[:_FRONT]):
        if front.roles[number] == "boilerplate" or _is_labelled(front, words, number):
            continue
        dateline = find_dateline(text, span.start, span.end)
        if dateline and not _is_headline_of_place(dateline, words, number):
            front.dateline, front.lead = dateline, number
            if dateline.span == span:
                front.roles[number] = "dateline"
            break
        front.plain.append(number)
    return front


def _is_labelled(front: _Front, words: Sequence[str], number: int) -> bool:
    """Whether the paragraph says by itself what it is; `front` takes note of what it says."""
    paragraph = words[number]
    if len(front.plain) > 3:  # the body has begun long since
        return False
    if not front.plain and len(words) > 1 and is_section(paragraph):
        front.section, front.roles[number] = paragraph, "section"
        return True
    if names := byline_names(paragraph):
        front.byline, front.roles[number] = front.byline + names, "byline"
        return True
    if number and front.roles[number - 1] == "byline" and is_office_line(paragraph):
        front.roles[number] = "byline"
        return True
    if stated := published_line(paragraph):
        value, is_update = stated
        if is_update:
            front.updated = front.updated or value
        else:
            front.published = front.published or value
        front.roles[number] = "boilerplate"
        return True
    return False


def _is_headline_of_place(dateline: DatelineText, words: Sequence[str], number: int) -> bool:
    """Whether what looks like a dateline opens a headline: "NEW DELHI: Talks resume", with nothing above it."""
    return (
        number == 0
        and len(words) > 1
        and dateline.agency is None
        and dateline.day is None
        and len(dateline.span) < len(words[0]) <= _LONGEST_CLOSED_HEADLINE
        and not _is_closed(words[0])
    )


def _headline(front: _Front, words: Sequence[str], given: str | None, deck: str | None) -> int | None:
    if given is not None:
        return next((number for number in front.plain if _same(words[number], given)), None)
    first = next((number for number in front.plain if deck is None or not _same(words[number], deck)), None)
    if first is None or first + 1 >= len(words) or len(words[first]) > _LONGEST_HEADLINE or words[first][0] == "(":
        return None
    return first if not _is_closed(words[first]) or _is_closed_headline(front, words, first) else None


def _is_closed_headline(front: _Front, words: Sequence[str], first: int) -> bool:
    """Whether a paragraph that ends with a full stop is a headline all the same."""
    headline, following = words[first], words[first + 1]
    if len(headline) > _LONGEST_CLOSED_HEADLINE or headline.endswith((":", ",")):
        return False
    if front.lead == first + 1 or front.roles[first + 1] == "byline" or _is_title_case(headline):
        return True
    return len(words) > 2 and len(following) > len(headline)


def _is_title_case(headline: str) -> bool:
    """Whether a headline's longer words begin with capitals, three in four of them."""
    longer = [word for word in re.findall(r"[^\W\d_]+", headline) if len(word) > 3]
    return len(longer) > 2 and 4 * sum(word[0].isupper() for word in longer) >= 3 * len(longer)


def _deck(front: _Front, words: Sequence[str], head: int | None, given: str | None, *, guess: bool) -> int | None:
    if given is not None:
        return next((n for n in front.plain if n != head and _same(words[n], given)), None)
    if head is None or not guess:
        return None
    number = next((n for n in front.plain if n > head), None)
    if number is None or number + 1 >= len(words) or len(words[number]) > _LONGEST_DECK:
        return None
    return number if _is_deck(front, words, head, number) else None


def _is_deck(front: _Front, words: Sequence[str], head: int, number: int) -> bool:
    deck, following = words[number], words[number + 1]
    if deck.endswith((":", ",")):
        return False
    if front.lead is not None:
        return len(front.plain) <= _MOST_ABOVE
    if front.roles[number + 1] == "byline":
        return "byline" not in front.roles[:number]
    if words[head].endswith(";"):  # the first of two headlines, as press databases write them
        return True
    if not _is_closed(deck):
        return not deck.endswith(("?", "!")) or len(following) > len(deck)
    return "byline" not in front.roles[:number] and _is_summary(deck, words[head], following)


def _is_summary(deck: str, headline: str, following: str) -> bool:
    """Whether a whole sentence under the headline is a deck: the paragraph below it begins the story anew."""
    if len(deck) > _LONGEST_CLOSED_DECK or len(following) < _MUCH_LONGER * len(deck):
        return False
    told = _stems(headline)
    again = len(told & _stems(following))
    return again >= max(_RETOLD * len(told), len(told & _stems(deck)))


def _stems(paragraph: str) -> set[str]:
    """The first six letters of each longer word, so that "arrests" is told again by "arrested"."""
    return {word[:6].lower() for word in re.findall(r"[^\W\d_]{4,}|\d+", paragraph)}


def _is_closed(paragraph: str) -> bool:
    """Whether the paragraph ends like a sentence; a question may be a headline."""
    return _CLOSED.search(paragraph, max(0, len(paragraph) - 6)) is not None


def _drop_late_section(front: _Front, head: int | None) -> None:
    """A section line names a section only over a headline; else it is a short line of the body."""
    if front.section is not None and head is None and front.lead is None:
        front.section = None
        front.roles = ["body" if role == "section" else role for role in front.roles]


def _same(paragraph: str, given: str) -> bool:
    return " ".join(paragraph.split()) == " ".join(given.split())
