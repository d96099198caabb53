"""The dates that a happening may have from what was told before it."""

import pytest

from onrecord.events.dating import Around, Carried, options
from tests.events.scenes import candidate, scene


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Two people died in the fire.", True),
        ("Two people died in this fire near Port Sarn.", True),
        ("Two people died in a fire.", False),
        ("Two people died in the hospital.", False),
        ("Two people died near the river.", False),
    ],
)
def test_a_clause_that_recalls_a_happening_may_take_its_day(text: str, may: bool) -> None:
    found = candidate(scene(text), "died")
    carried = Carried("2019-03-05", found.line.number, found.line.paragraph, "past", {"disaster": "2019-03-01"})
    values = {option.value for option in options(scene(text), found, Around(), (), "die", carried)}
    assert ("2019-03-01" in values) is may
    assert {None, "2019-03-05"} <= values


def test_a_mention_may_take_the_day_of_the_last_of_its_type() -> None:
    text = "Seven people were arrested."
    found = candidate(scene(text), "arrested")
    carried = Carried("2019-03-05", 0, 0, "past", {"arrest": "2019-03-02", "protest": "2019-03-01"})
    values = {option.value for option in options(scene(text), found, Around(), (), "arrest", carried)}
    assert values == {None, "2019-03-05", "2019-03-02"}
