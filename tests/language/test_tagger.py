"""The tagger: its weights, and how units are read together."""

from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import ModelError, read
from onrecord.language.tagger import _MOST, _STEP, _UNIT, Tagger, batches, load_tagger

TEXT = "Mira Tolan said that the talks would go on. “We wait,” she said."


def test_a_record_names_its_weights() -> None:
    weights = (files("onrecord.data") / "default.onnx").read_bytes()
    assert read(TEXT).engine.model == sha256(weights).hexdigest()
    assert read(TEXT, engine="rules").engine.model is None


def test_the_accurate_engine_has_weights_of_its_own() -> None:
    pytest.importorskip("onrecord_accurate", reason="the accurate weights are not installed: pip install ./accurate")
    record = read(TEXT, engine="accurate")
    assert [piece.cut(TEXT) for said in record.statements for piece in said.content] == [
        "the talks would go on",
        "We wait",
    ]
    assert record.engine.model not in {None, read(TEXT).engine.model}


def test_the_same_text_gives_the_same_record() -> None:
    first = read(TEXT)
    load_tagger.cache_clear()
    assert read(TEXT) == first


def test_broken_weights_are_told() -> None:
    with pytest.raises(ModelError, match="broken"):
        Tagger(b"no weights", {})


def cost(lengths: list[int], parts: list[tuple[int, int]]) -> int:
    return sum(lengths[begin] * (_STEP + _UNIT * (end - begin)) for begin, end in parts)


@given(st.lists(st.integers(1, 300), max_size=40))
def test_units_are_read_together_at_the_least_cost(lengths: list[int]) -> None:
    lengths.sort(reverse=True)
    parts = batches(lengths)
    assert [i for begin, end in parts for i in range(begin, end)] == list(range(len(lengths)))
    assert all(0 < end - begin <= _MOST for begin, end in parts)
    for size in (1, 4, 8, _MOST):
        even = [(begin, min(begin + size, len(lengths))) for begin in range(0, len(lengths), size)]
        assert cost(lengths, parts) <= cost(lengths, even)


def test_the_model_card_tells_of_these_weights() -> None:
    card = (files("onrecord.data") / "MODEL_CARD.md").read_text("utf-8")
    assert sha256((files("onrecord.data") / "default.onnx").read_bytes()).hexdigest() in card
    accurate = pytest.importorskip("onrecord_accurate", reason="the accurate weights are not installed")
    assert sha256((files(accurate) / "accurate.onnx").read_bytes()).hexdigest() in card
