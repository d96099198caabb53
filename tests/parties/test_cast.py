"""What a source span is about, and sources without a name."""

import pytest

from onrecord.parties import Cast, Sources, party_at
from onrecord.spans import Span
from tests.parties.articles import cast_of, meant, names


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


# {source}  the party that it is
@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Foreign Minister Ana Roe said no.", "Foreign Minister Ana Roe", "Ana Roe"),
        ("Foreign Minister Ana Roe said no.", "Ana Roe", "Ana Roe"),
        ("Ana Roe, who heads it, said no.", "Ana Roe, who heads it,", "Ana Roe"),
        ("Ana Roe of Third Bank said no.", "Ana Roe of Third Bank", "Ana Roe"),
        ("It was Russia’s view.", "Russia’s", "Russia"),
        ("according to analysts at Goldman Sachs today", "analysts at Goldman Sachs", "Goldman Sachs"),
        ("All 21 River Caucus members said no.", "All 21 River Caucus members", "River Caucus"),
        ("Russia’s letter said no.", "Russia’s letter", "Russia"),
        ("Israeli figures say so.", "Israeli figures", None),
        ("Ana Roe’s allies said no.", "Ana Roe’s allies", None),
        ("A spokesman for Ana Roe said no.", "A spokesman for Ana Roe", None),
        ("Hamas and Iran said no.", "Hamas and Iran", None),
        ("Hamas, the European Union and Iran said no.", "Hamas, the European Union and Iran", None),
        ("Nobody said no.", "Nobody", None),
    ],
    ids=lambda value: str(value)[-24:],
)
def test_the_head_of_a_source(text: str, source: str, name: str | None) -> None:
    cast = cast_of(text)
    mention = party_at(cast, span_of(text, source))
    assert (mention and meant(cast, mention)) == name


def test_a_description_is_a_party_of_its_own() -> None:
    text = "A US official said no. The US official left."
    sources = Sources(cast_of(text))
    number = sources.describe(Span(0, 13), "A US official")
    assert sources.describe(Span(23, 38), "The US official") == number
    cast = sources.settled()
    assert (cast.parties[number].name, cast.parties[number].kind) == ("US official", "unnamed")
    assert [m.span for m in cast.mentions if m.party == number] == [Span(0, 13), Span(23, 38)]


def test_sources_leave_the_cast_given_as_it_was() -> None:
    sources = Sources(cast_of("Ana Roe left."))
    sources.describe(Span(0, 3), "the organizers", kind="group")
    assert names(sources.cast) == ["Ana Roe"]
    assert names(sources.settled()) == ["Ana Roe", "organizers"]
    assert sources.settled().genders == ("f", None)


def test_who_is_only_described_has_the_fullest_description_as_its_name() -> None:
    text = "An official spoke. The official left."
    sources = Sources(cast_of(text))
    (number,) = {m.party for m in sources.cast.descriptions if m.party is not None}
    sources.speak(number, Span(19, 31), "The official")
    sources.speak(number, Span(0, 11), "An official of the court")
    sources.speak(number, Span(19, 31), "The official")
    assert sources.settled().parties[number].name == "official of the court"


@pytest.mark.parametrize(
    ("text", "pronoun", "fits"),
    [("A non-profit", "she", False), ("An official", "she", True), ("A non-profit", "it", False)],
)
def test_what_a_pronoun_may_mean_of_a_description(text: str, pronoun: str, fits: bool) -> None:
    sources = Sources(cast_of("It rained."))
    assert sources.fits(sources.describe(Span(0, 2), text), pronoun) == fits


def test_an_empty_cast_has_nobody() -> None:
    assert party_at(Cast(), Span(0, 4)) is None
