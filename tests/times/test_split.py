"""The benchmarks of times: which documents are kept aside, and the stage by itself."""

import pytest

import times_speed
import timex_split


def test_about_a_third_is_kept_aside() -> None:
    aside = [name for name in map(str, range(3000)) if timex_split.is_aside(name)]
    assert 900 < len(aside) < 1100


@pytest.mark.parametrize(("name", "aside"), [("avenport-1", False), ("avenport-6", True)])
def test_a_document_stays_on_its_side(name: str, aside: bool) -> None:
    assert timex_split.is_aside(name) is aside


def test_the_stage_is_timed_alone() -> None:
    assert times_speed.seconds([times_speed.doc_of("They met on Friday.")], runs=1) >= 0
