"""Names inside the phrases of others."""

import pytest

from tests.parties.articles import cast_of, meant


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US President Jane Roe spoke.", [("US", "United States")]),
        ("State Department spokesman Tom Vale spoke.", [("State Department", "State Department")]),
        ("Russia’s prime minister spoke.", [("Russia", "Russia")]),
        ("US companies lost money.", [("US", "United States")]),
        ("The Bank of Teska’s chief economist, Jane Roe, spoke.", [("Bank of Teska", "Bank of Teska")]),
        ("Prime Minister Jane Roe spoke.", []),
        ("Jane Roe spoke.", []),
    ],
    ids=lambda value: str(value)[:28],
)
def test_names_inside_a_phrase(text: str, names: list[tuple[str, str]]) -> None:
    cast = cast_of(text)
    assert [(mention.span.cut(text), meant(cast, mention)) for mention in cast.within] == names
