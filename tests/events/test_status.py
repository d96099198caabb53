"""Whether a happening is over, planned or called off."""

import pytest

from onrecord.events.status import status_of
from tests.events.scenes import candidate, scene


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Jane Roe met Carl Poe on Monday.", "met", "held"),
        ("Jane Roe has met Carl Poe.", "met", "held"),
        ("Jane Roe will meet Carl Poe.", "meet", "planned"),
        ("Jane Roe is to meet Carl Poe.", "meet", "planned"),
        ("Jane Roe plans to meet Carl Poe.", "meet", "planned"),
        ("Jane Roe is scheduled to meet Carl Poe on March 20.", "meet", "planned"),
        ("The election on March 20 worries Jane Roe.", "election", "planned"),
        ("Jane Roe is meeting Carl Poe.", "meeting", "ongoing"),
        ("Jane Roe called off the meeting.", "meeting", "cancelled"),
        ("Jane Roe cancelled the meeting with Carl Poe.", "meeting", "cancelled"),
        ("Jane Roe never met Carl Poe.", "met", None),
        ("Jane Roe did not meet Carl Poe.", "meet", None),
        ("Jane Roe refused to meet Carl Poe.", "meet", None),
        ("Jane Roe could meet Carl Poe.", "meet", None),
        ("If Jane Roe met Carl Poe, nobody saw it.", "met", None),
        ("Jane Roe was forced to resign.", "resign", "held"),
        ("Nothing will change until Jane Roe has resigned.", "resigned", None),
        ("Jane Roe was there until Carl Poe resigned in 2017.", "resigned", "held"),
    ],
)
def test_status(text: str, word: str, status: str | None) -> None:
    made = scene(text)
    assert status_of(made, candidate(made, word), None) == status
