"""What a source span is about, and sources without a name."""

import pytest

from onrecord.parties import Cast, described, party_at
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
    cast, index = described(cast_of(text), Span(0, 13), "A US official", kind="unnamed")
    assert (cast.parties[index].name, cast.parties[index].kind) == ("US official", "unnamed")
    again, same = described(cast, Span(23, 38), "The US official", kind="unnamed")
    assert same == index
    assert again.parties[index].mentions == (Span(0, 13), Span(23, 38))
    assert [mention.span for mention in again.mentions if mention.party == index] == [Span(0, 13), Span(23, 38)]


def test_described_leaves_the_cast_given_as_it_was() -> None:
    cast = cast_of("Ana Roe left.")
    grown, _ = described(cast, Span(0, 3), "the organizers", kind="group")
    assert names(cast) == ["Ana Roe"]
    assert names(grown) == ["Ana Roe", "organizers"]
    assert grown.genders == ("f", None)


def test_an_empty_cast_has_nobody() -> None:
    assert party_at(Cast(), Span(0, 4)) is None
