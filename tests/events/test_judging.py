"""The gate before the judgement of happenings."""

import numpy as np
import pytest

from onrecord import read
from onrecord.events import judging

TEXT = (
    "Foreign Minister Mira Tolan met President Oren Vale in Geneva on Monday. She walked in the garden, liked "
    "its roses, looked tired and seemed pleased.\n\nPolice arrested three men in Port Sarn on Tuesday."
)


def test_the_gate_changes_nothing_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    gated = read(TEXT, published="2019-03-08").events
    monkeypatch.setattr(judging, "_SHUT", -1e9)
    assert gated == read(TEXT, published="2019-03-08").events
    assert {"meet", "arrest"} <= {event.type for event in gated}


def test_the_gate_spares_what_names_nothing() -> None:
    model = judging.load("default")
    assert model.layer is not None
    hidden = np.zeros((2, len(model.layer.gate)), np.float32)
    assert model.passed(["arrest", "arrest"], hidden).shape == (2,)
    far = (hidden - 1000 * np.sign(model.layer.gate)).astype(np.float32)
    assert not model.passed(["arrest", "arrest"], far).any()


def test_without_states_everything_passes() -> None:
    assert judging.load("rules").passed(["seem", "arrest"], None).all()
