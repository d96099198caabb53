"""The number that English words or digits stand for."""

from collections.abc import Sequence

from onrecord.times.en.words import WORDS

_SMALL = {**WORDS["numword"], "one": 1, "a": 1, "an": 1}
_POWERS = WORDS["power"]


def amount(words: Sequence[str]) -> float | None:
    """The amount: ["2", "1/2"] is 2.5, ["two", "hundred"] 200, ["1,200"] 1200; None for words that name none."""
    total, part = 0.0, 0.0
    for word in words:
        if (power := _POWERS.get(word)) is not None:
            total, part = _raised(total, part or 1, float(str(power)))
        elif (value := _plain(word)) is not None:
            part += value
    return total + part or None


def _raised(total: float, part: float, power: float) -> tuple[float, float]:
    """ "two hundred" waits for what follows ("... thousand"); a thousand or more is done with."""
    return (total, part * power) if power == 100 else (total + part * power, 0.0)


def _plain(word: str) -> float | None:
    if word in _SMALL:
        return float(str(_SMALL[word]))
    above, slash, below = word.partition("/")
    if slash:
        return int(above) / int(below) if int(below) else None
    digits = word.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None


def year_in_words(words: Sequence[str]) -> int | None:
    """The year: ["nineteen", "ninety", "-", "six"] is 1996, ["two", "thousand"] 2000; None where it is none."""
    values = [int(str(_SMALL[word])) for word in words if word in _SMALL]
    if "thousand" in words or "hundred" in words:
        return int(amount(words) or 0) or None
    if len(values) not in (2, 3) or not 10 <= values[0] <= 20 or values[1] < 10:
        return None
    if len(values) == 3 and (values[1] < 20 or values[2] > 9):  # "ninety-six", not "six ninety"
        return None
    return values[0] * 100 + sum(values[1:])
