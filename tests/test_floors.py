"""No score may drop under its floor in `benchmarks/floors.json`. Speed has none: machines differ."""

import os
from datetime import date
from pathlib import Path

import pytest

import scoring
from floors import Floors, Pin, dropped, load, pin, rounded, save

DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).resolve().parents[2] / "shared")


@pytest.mark.parametrize("part", scoring.PARTS, ids=lambda part: part.name)
def test_no_score_is_under_its_floor(part: scoring.Part) -> None:
    if lacking := scoring.missing(part, DATA):
        pytest.skip(f"no {lacking[0]}; docs/benchmarks.md says where to get it")
    pinned = load().parts.get(part.name)
    if pinned is None or pinned.data != scoring.digest(part, DATA):
        pytest.skip("no floors for these data: run `python benchmarks/run.py --pin`")
    under = dropped(pinned, part.score(DATA))
    told = [f"{part.name}: {score} is {now}, under its floor of {floor}" for score, (floor, now) in under.items()]
    assert not told, "\n".join(told)


DAY = date(2019, 3, 8)
OLD = Floors({"gold": Pin("digest", "2019-03-01", None, {"statements F1": 0.6, "times value": 0.8})})


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({"statements F1": 0.6, "times value": 0.8}, {}),
        ({"statements F1": 0.7, "times value": 0.9, "new": 0.1}, {}),
        ({"statements F1": 0.59999, "times value": 0.8}, {"statements F1": (0.6, 0.5999)}),
        ({"statements F1": 0.6}, {"times value": (0.8, 0.0)}),
    ],
    ids=["same", "better", "worse", "no-longer-measured"],
)
def test_dropped(scores: dict[str, float], expected: dict[str, tuple[float, float]]) -> None:
    assert dropped(OLD.parts["gold"], scores) == expected


def test_a_pinned_score_never_lies_above_the_measured_one() -> None:
    assert [rounded(score) for score in (0.66666, 0.5, 0.29, 1.0)] == [0.6666, 0.5, 0.29, 1.0]


def test_a_floor_rises_without_a_reason() -> None:
    made = pin(OLD, "gold", {"statements F1": 0.71239, "times value": 0.8}, data="digest", reason=None, on=DAY)
    assert made.parts["gold"].scores == {"statements F1": 0.7123, "times value": 0.8}
    assert made.parts["gold"].on == "2019-03-08"
    assert made.lowered == ()


def test_a_floor_is_not_lowered_without_a_reason() -> None:
    with pytest.raises(SystemExit, match=r"would lower times value from 0.8 to 0.7;.* --lower"):
        pin(OLD, "gold", {"statements F1": 0.9, "times value": 0.7}, data="digest", reason=None, on=DAY)


def test_the_reason_for_a_lowered_floor_stays_in_the_file(tmp_path: Path) -> None:
    scores = {"statements F1": 0.9, "times value": 0.7}
    save(pin(OLD, "gold", scores, data="digest", reason="the gold was wrong", on=DAY), tmp_path / "floors.json")
    again = load(tmp_path / "floors.json")
    assert again.parts["gold"].scores == scores
    assert [(low.part, low.reason, low.scores) for low in again.lowered] == [
        ("gold", "the gold was wrong", {"times value": (0.8, 0.7)})
    ]


def test_floors_of_other_data_are_replaced() -> None:
    made = pin(OLD, "gold", {"statements F1": 0.1}, data="other", reason=None, on=DAY)
    assert made.parts["gold"].scores == {"statements F1": 0.1}


def test_a_missing_file_holds_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == Floors()


def test_the_digest_knows_names_and_contents(tmp_path: Path) -> None:
    part = scoring.Part("any", ("gold",), lambda _: {})
    (tmp_path / "gold").mkdir()
    digests = set()
    for name, words in (("a.txt", "one"), ("a.txt", "two"), ("b.txt", "two")):
        path = tmp_path / "gold" / name
        path.write_text(words)
        digests.add(scoring.digest(part, tmp_path))
        path.unlink()
    assert len(digests) == 3


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    part = scoring.Part("any", ("eval/any.py", "gold"), lambda _: {})
    (tmp_path / "gold").mkdir()
    assert scoring.missing(part, tmp_path) == [tmp_path / "eval/any.py"]
