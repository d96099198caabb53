"""The mark of a genitive is no verb, and what hangs on a date."""

import pytest

from onrecord.events.dating import _is_related
from onrecord.events.groups import is_finite

from .scenes import scene


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Teskia's army left on Tuesday.", False),
        ("The ministry’s envoy left on Tuesday.", False),
        ("She said it's over.", True),
        ("There's a meeting on Tuesday.", True),
    ],
)
def test_only_a_shortened_is_may_be_a_verb(text: str, finite: bool) -> None:
    (line,) = scene(text).lines
    (mark,) = [i for i, word in enumerate(line.words) if word in ("'s", "’s")]
    assert is_finite(line, mark) is finite


@pytest.mark.parametrize(
    ("text", "related"),
    [
        ("The fire of May 3, in which two people died, was put out.", True),
        ("They met on May 3, when a bridge was opened.", True),
        ("They met on May 3, and two people died.", False),
        ("They met on May 3 and left in a car which burned.", False),
    ],
)
def test_a_clause_hangs_on_the_date_before_it(text: str, related: bool) -> None:
    (line,) = scene(text).lines
    date = line.dated[0].last
    clause = next(i for i in range(date, len(line.words)) if line.words[i] in ("two", "a", "burned") and i > date + 1)
    assert _is_related(line, date, clause) is related
