"""Plain text as copy: what its paragraphs are, and what they say about the article."""

from msgspec.structs import replace

from onrecord.errors import ReadError
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.english import is_english
from onrecord.intake.paragraphs import paragraph_spans
from onrecord.intake.parts import Parts, find_parts
from onrecord.intake.signals import find_signals
from onrecord.record import Paragraph, Source

# A headline that was given apart is looked for among this many first paragraphs of the text.
_TOP = 6
_PLAIN = Source(format="text")


def read_text(
    text: str,
    *,
    id: str | None = None,
    published: str | None = None,
    source: Source = _PLAIN,
    headline: str | None = None,
    deck: str | None = None,
    section: str | None = None,
    byline: tuple[str, ...] = (),
    language: str | None = None,
) -> Copy:
    """The copy of one article from its text as it stands on the page.

    What is given beside the text is kept; the rest is read from the text, or left None where it does not say.
    A headline or deck that the text does not hold is put in front of it, so that its words count as the article's.
    Raises ReadError where the text is blank.
    """
    body = clean(text)
    if not body.strip():
        raise ReadError("the text is blank; give the text of an article")
    headline, deck = _one_line(headline), _one_line(deck)
    whole = _with_headline(body, headline, deck)
    spans = paragraph_spans(whole)
    parts = find_parts(whole, spans, headline=headline, deck=deck, guess_deck=whole is body)
    words = [span.cut(whole) for span in spans]
    title = headline or _at(words, parts.headline)
    return Copy(
        text=whole,
        paragraphs=tuple(map(Paragraph, spans, parts.roles)),
        id=id,
        headline=title,
        deck=deck or _at(words, parts.deck),
        section=section or parts.section,
        byline=byline or parts.byline,
        dateline=parts.dateline,
        published=published or parts.published,
        language=language or ("en" if is_english(whole) else None),
        source=_with_agency(source, parts),
        signals=find_signals(title, words),
    )


def _one_line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None


def _at(words: list[str], number: int | None) -> str | None:
    return None if number is None else " ".join(words[number].split())


def _with_headline(body: str, headline: str | None, deck: str | None) -> str:
    """The text with the headline and the deck before it that it does not hold yet."""
    if headline is None and deck is None:
        return body
    top = paragraph_spans(body)[:_TOP]
    lines = [" ".join(span.cut(body).split()) for span in top]
    if deck is not None and deck not in lines:
        place = top[lines.index(headline)].end if headline in lines else 0
        body = _inserted(body, deck, place)
    return _inserted(body, headline, 0) if headline is not None and headline not in lines else body


def _inserted(body: str, words: str, place: int) -> str:
    return f"{body[:place]}\n\n{words}\n\n{body[place:].lstrip()}" if place else f"{words}\n\n{body}"


def _with_agency(source: Source, parts: Parts) -> Source:
    if source.agency or parts.dateline is None:
        return source
    return replace(source, agency=parts.dateline.agency)
