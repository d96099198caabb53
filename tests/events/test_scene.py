"""Whether a date is still to come."""

import pytest

from onrecord.events.scene import is_ahead
from tests.events.scenes import scene


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2019-03-09", True),
        ("2019-04", True),
        ("2020", True),
        ("2019-03-20/2019-03-22", True),
        ("2019-03-09T10:00", True),
        ("2019-03-08", False),
        ("2019-03", False),
        ("2019", False),
        ("2019-03~", False),
        ("2019~", False),
        ("201X", False),
        ("2019-03-04/2019-03-10", False),
        ("../2019-03-20", False),
    ],
)
def test_is_ahead(value: str, ahead: bool) -> None:
    assert is_ahead(scene("It rained.", published="2019-03-08"), value) is ahead
