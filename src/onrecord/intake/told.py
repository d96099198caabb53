"""What a file tells of one article in fields of its own, and the copy that becomes of it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.agencies import agency_name
from onrecord.intake.bylines import given_names
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.datelines import find_dateline
from onrecord.intake.paragraphs import paragraph_spans
from onrecord.intake.places import written_place
from onrecord.intake.stated import gravest
from onrecord.intake.text import read_text
from onrecord.record import Signals, Source

# The paragraphs of a body that are looked through for a dateline of its own.
_TOP = 6
# "By" in English, German, French, Spanish and Portuguese, Italian, Dutch and the Scandinavian languages.
_BY = re.compile(r"(?:by|von|par|por|di|da|door|av|af)\s+(?=[^\W\d_])", re.IGNORECASE)
# What an item without a body is read from, and the note that says so.
_STAND_INS = ("deck", "summary", "headline", "dateline")


class Told(Struct, frozen=True, kw_only=True):
    """One article as a file of some format tells it; None where it does not.

    format: as `record.Source.format` names it.
    body: paragraphs with an empty line between them. summary: what describes the item without being part of it.
    dateline: as it would stand before the text. place: where the copy comes from, with its region or without.
    provider: who sends it; the agency where it is one that is known, else the publisher.
    left_out: names of what has no place in a record.
    """

    format: str
    body: str | None = None
    summary: str | None = None
    id: str | None = None
    headline: str | None = None
    deck: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    place: str | None = None
    published: str | None = None
    language: str | None = None
    provider: str | None = None
    publisher: str | None = None
    url: str | None = None
    signals: Signals = Signals()
    left_out: tuple[str, ...] = ()


def copy_of(told: Told, *, where: str, published: str | None = None) -> Copy:
    """The copy of the article.

    where: what to call it in a message. published: of an article that does not say.
    Raises ReadError where it holds no words at all.
    """
    text, note = _text(told)
    place = told.place or (told.dateline if not _is_dateline(told.dateline) else None)
    if text is None:
        lacks = f" (only {', '.join(told.left_out)})" if told.left_out else ""
        raise ReadError(f"{where}: the item holds no text{lacks}; give the item that has the words")
    agency = agency_name(told.provider.removeprefix("The ")) if told.provider else None
    publisher = told.publisher or (told.provider if agency is None else None)
    dated = ("dateline",) if told.dateline and place == told.dateline and any(map(str.isdigit, place)) else ()
    summary = ("summary",) if told.summary and note is None and not _holds(text, told.summary) else ()
    copy = read_text(
        text,
        id=told.id,
        published=told.published or published,
        source=Source(agency, publisher, told.url, told.format, sorted_names((*told.left_out, *summary, *dated))),
        headline=told.headline,
        deck=told.deck,
        section=told.section,
        byline=told.byline,
        language=_language(told.language),
    )
    signals = gravest(told.signals, copy.signals)
    if note:
        signals = replace(signals, notes=(*signals.notes, note))
    return replace(copy, signals=signals, place=place_name(place))


@lru_cache(maxsize=1024)  # a feed has a hundred entries of ten authors
def byline_of(by: str | None) -> tuple[str, ...]:
    """The names in a byline of its own field, in the languages whose "by" is known; an agency is none of them."""
    words = " ".join((by or "").split())
    words = words[match.end() :] if (match := _BY.match(words)) else words
    names = given_names(words) if words else ()
    # "gr/bp" are the initials of editors.
    return tuple(name for name in names if agency_name(name) is None and not name.islower())


def place_name(place: str | None) -> str | None:
    """The place as people write it, without the region behind it: "Grosseto" of "GROSSETO, Italy"."""
    name = (place or "").split(",")[0].strip()
    return written_place(name) if any(map(str.isalpha, name)) and not any(map(str.isdigit, name)) else None


def sorted_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names in the order of the alphabet, each once."""
    return tuple(sorted(set(names)))


def _language(tag: str | None) -> str | None:
    """The tag as BCP 47 writes it: "en" of "EN", "en-GB" of "en_GB"."""
    first, sign, rest = (tag or "").replace("_", "-").partition("-")
    return f"{first.lower()}{sign}{rest}" or None


def _text(told: Told) -> tuple[str | None, str | None]:
    """The text, and a note where something stands in for the body."""
    if told.body and clean(told.body).strip():
        return _with_dateline(told.body, told.dateline), None
    for name in _STAND_INS:
        words: str | None = getattr(told, name)
        if words and clean(words).strip():
            return words, f"the item has no body; its text is the {name}"
    return None, None


def _with_dateline(body: str, dateline: str | None) -> str:
    """The body behind its dateline, where that came apart from it and the body has none of its own."""
    if dateline is None or not _is_dateline(dateline):
        return body
    if any(find_dateline(body, span.start, span.end) for span in paragraph_spans(body[:4000])[:_TOP]):
        return body
    return f"{' '.join(dateline.split())}\n\n{body}"


def _is_dateline(words: str | None) -> bool:
    line = " ".join((words or "").split())
    return bool(line) and find_dateline(line, 0, len(line)) is not None


def _holds(text: str, words: str) -> bool:
    return " ".join(words.split()) in " ".join(text[: len(words) + 4000].split())
