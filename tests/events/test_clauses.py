"""Who stands around a word, and on which side."""

import pytest

from onrecord.events.sides import place_of, sides
from tests.events.scenes import candidate, names, scene


@pytest.mark.parametrize(
    ("text", "word", "kind", "actors", "targets"),
    [
        ("Jane Roe met Carl Poe in Dovalin on Monday.", "met", "meet", ["Jane Roe", "Carl Poe"], []),
        ("Officers arrested Carl Poe on Monday.", "arrested", "arrest", ["Officers"], ["Carl Poe"]),
        ("Carl Poe was arrested by officers on Monday.", "arrested", "arrest", ["officers"], ["Carl Poe"]),
        ("Jane Roe, who was elected in 2017, met Carl Poe.", "met", "meet", ["Jane Roe", "Carl Poe"], []),
        ("Jane Roe, who was elected in 2017, met Carl Poe.", "elected", "elect", [], ["Jane Roe"]),
        ("Jane Roe and Carl Poe signed the treaty.", "signed", "sign", ["Jane Roe", "Carl Poe"], []),
        ("Jane Roe agreed on Monday to visit Carl Poe.", "visit", "visit", ["Jane Roe"], ["Carl Poe"]),
        ("France attacked Spain on Monday.", "attacked", "attack", ["France"], ["Spain"]),
        ("France held talks with Spain on Monday.", "talks", "talks", ["France", "Spain"], []),
        ("Talks between France and Spain opened on Monday.", "Talks", "talks", ["France", "Spain"], []),
        ("France’s attack on Spain began on Monday.", "attack", "attack", ["France"], ["Spain"]),
        ("Jane Roe’s arrest surprised Carl Poe.", "arrest", "arrest", [], ["Jane Roe"]),
    ],
)
def test_sides(text: str, word: str, kind: str, actors: list[str], targets: list[str]) -> None:
    made = scene(text)
    found = sides(made, candidate(made, word), kind)
    assert (names(made, found[0]), names(made, found[1])) == (actors, targets)


def test_where() -> None:
    made = scene("Jane Roe met Carl Poe in Geneva on Monday.")
    found = place_of(made, candidate(made, "met"))
    assert found is not None
    assert made.parties[found.party].name == "Geneva"
