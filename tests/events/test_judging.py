"""The judgement of happenings: which words are looked at, and what is known of them before."""

import numpy as np
import pytest

from onrecord import read
from onrecord.events import deciding, judging
from onrecord.events.candidates import spots
from onrecord.events.signs import signs_of_spot, unseen
from onrecord.language import tag

from .scenes import scene

TEXT = (
    "Foreign Minister Mira Tolan met President Oren Vale in Geneva on Monday. She walked in the garden, liked "
    "its roses, looked tired and seemed pleased.\n\nPolice arrested three men in Port Sarn on Tuesday."
)


def test_words_that_are_hardly_happenings_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(TEXT, published="2019-03-08").events
    monkeypatch.setattr(deciding, "_FAINT", 0.0)
    assert found == read(TEXT, published="2019-03-08").events
    assert {"meet", "arrest"} <= {event.type for event in found}


def test_the_gate_spares_what_names_nothing() -> None:
    gate = judging.Gate(np.array([1.0, -1.0], np.float32), np.zeros(judging.ROWS, np.float32))
    nothing = np.zeros((2, 2), np.float32)
    layer = judging.Layer(nothing, nothing[0], nothing, gate)
    model = judging.Model(np.zeros((judging.ROWS, 2), np.float32), nothing[0], layer, closely=True)
    hidden = np.array([[9.0, 0.0], [0.0, 9.0]], np.float32)
    assert model.passed(["arrest", "arrest"], hidden).tolist() == [True, False]
    assert model.passed(["arrest", "seem"], None).all()


def test_without_states_everything_passes() -> None:
    assert judging.load("rules").passed(["seem", "arrest"], None).all()


def test_the_default_model_fits_the_states_and_looks_at_the_word_alone() -> None:
    reading = tag(scene(TEXT).doc, "default")
    model, dense = judging.model_of(reading, "default")
    assert dense
    assert model.layer is not None
    assert model.layer.into.shape[1] == reading.states[0].shape[1]
    assert not model.closely


def test_a_word_is_new_once() -> None:
    places = list(spots(scene("Police arrested a man. Police arrested his wife in a raid.")))
    assert [(spot.word.lemma, new) for spot, new in zip(places, unseen(places), strict=True)] == [
        ("arrest", True),
        ("arrest", False),
        ("raid", True),
    ]
    assert "seen" in signs_of_spot(places[1], new=False)
    assert "seen" not in signs_of_spot(places[0], new=True)
