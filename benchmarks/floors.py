"""The scores under which no change may fall: `floors.json`, how it is read and how it is rewritten.

A floor may be raised at any time. To lower one takes a reason, which stays in the file.
"""

import json
import math
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from scoring import Scores

PATH = Path(__file__).with_name("floors.json")
SCALE = 10_000  # four decimals


class Pin(Struct, frozen=True):
    """The floors of one part, the digest of the data on which they were measured, and when and at which commit."""

    data: str
    on: str
    commit: str | None
    scores: Scores


class Lowered(Struct, frozen=True):
    """A floor that was lowered, and why."""

    on: str
    part: str
    scores: dict[str, tuple[float, float]]
    reason: str


class Floors(Struct, frozen=True):
    """All that `floors.json` holds."""

    parts: dict[str, Pin] = {}
    lowered: tuple[Lowered, ...] = ()


def load(path: Path = PATH) -> Floors:
    """The floors of the file; none where there is no file."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else Floors()


def save(floors: Floors, path: Path = PATH) -> None:
    path.write_text(json.dumps(msgspec.to_builtins(floors), indent=1) + "\n", encoding="utf-8")


def dropped(pin: Pin, scores: Scores) -> dict[str, tuple[float, float]]:
    """`{score: (floor, now)}` of those that lie under their floor; a score that is no longer measured is 0."""
    now = {name: rounded(scores.get(name, 0.0)) for name in pin.scores}
    return {name: (floor, now[name]) for name, floor in pin.scores.items() if now[name] < floor}


def rounded(score: float) -> float:
    """Down to four decimals, so that a pinned score is never above the one that was measured."""
    return math.floor(score * SCALE + 1e-6) / SCALE


def pin(floors: Floors, name: str, scores: Scores, *, data: str, reason: str | None, on: date) -> Floors:
    """The floors with those of one part set to `scores`.

    data: the digest of what was measured; floors of other data are replaced, since they say nothing of these.
    Raises SystemExit where a floor would be lowered and no reason is given.
    """
    old = floors.parts.get(name)
    lower = dropped(old, scores) if old is not None and old.data == data else {}
    if lower and not reason:
        told = ", ".join(f"{score} from {was} to {now}" for score, (was, now) in lower.items())
        raise SystemExit(f'{name}: this would lower {told}; if that is worth it, say why with --lower "reason"')
    made = Pin(data, on.isoformat(), commit(), {score: rounded(value) for score, value in scores.items()})
    noted = (Lowered(on.isoformat(), name, lower, reason),) if lower and reason else ()
    return Floors({**floors.parts, name: made}, (*floors.lowered, *noted))


def commit() -> str | None:
    """The short hash of the commit that is checked out; None outside a repository."""
    command = ["git", "-C", str(PATH.parent), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def verdict(pinned: Pin | None, data: str, scores: Scores) -> dict[str, Any]:
    """What the table says beside each score: its floor, or None where none was measured on these data."""
    known = pinned.scores if pinned is not None and pinned.data == data else {}
    return {name: known.get(name) for name in scores}
