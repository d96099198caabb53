"""Lengths of time as ISO 8601 periods."""

from collections.abc import Iterable, Sequence

# Each unit as a period writes it: whether behind the "T", the letter, how many of it, and the finer unit that
# a fraction is counted in (half a year is six months). Quarters, decades and centuries have no letter of their own
# in ISO 8601-1.
_UNITS: dict[str, tuple[bool, str, int, tuple[str, int] | None]] = {
    "second": (True, "S", 1, None),
    "minute": (True, "M", 1, ("second", 60)),
    "hour": (True, "H", 1, ("minute", 60)),
    "day": (False, "D", 1, ("hour", 24)),
    "weekend": (False, "D", 2, None),
    "week": (False, "W", 1, ("day", 7)),
    "fortnight": (False, "W", 2, None),
    "month": (False, "M", 1, ("day", 30)),
    "quarter": (False, "M", 3, ("month", 3)),
    "year": (False, "Y", 1, ("month", 12)),
    "decade": (False, "Y", 10, None),
    "century": (False, "Y", 100, None),
}

Parts = Sequence[tuple[float | None, str]]


def iso_period(parts: Parts) -> str:
    """The period of all parts together: P3D, PT90M, P2Y6M; an amount of None is an X, as in TIMEX3: PXD, PTXH."""
    return _joined(_UNITS[unit][:2] + _amount(number, _UNITS[unit][2]) for number, unit in _whole(parts))


def timex_period(parts: Parts) -> str:
    """The same as TIMEX3 writes it, which has a letter for quarters: P2Q."""
    if len(parts) == 1 and parts[0][1] == "quarter" and (parts[0][0] is None or parts[0][0] % 1 == 0):
        return _joined([(False, "Q", *_amount(parts[0][0], 1))])
    return iso_period(parts)


def _joined(amounts: Iterable[tuple[bool, str, str]]) -> str:
    """The period of amounts: whether each stands behind the "T", its letter, and how many."""
    last = {(clock, letter): amount for clock, letter, amount in amounts}
    dates = "".join(amount + letter for (clock, letter), amount in last.items() if not clock)
    clocks = "".join(amount + letter for (clock, letter), amount in last.items() if clock)
    return f"P{dates}" + (f"T{clocks}" if clocks else "")


def _amount(number: float | None, times: int) -> tuple[str]:
    return ("X" if number is None else _written(number * times),)


def _whole(parts: Parts) -> list[tuple[float | None, str]]:
    """The parts with halves counted in the finer unit where they come out whole there."""
    found: list[tuple[float | None, str]] = []
    for number, unit in parts:
        finer = _UNITS[unit][3]
        rest = 0.0 if number is None else number * _UNITS[unit][2] % 1
        if number is None or finer is None or not rest or rest * finer[1] % 1:
            found.append((number, unit))
            continue
        if number >= 1:
            found.append((float(int(number)), unit))
        found.append((rest * finer[1], finer[0]))
    return found


def _written(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.6f}".rstrip("0")
