"""The number that words or digits stand for."""

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Numerals(Struct, frozen=True):
    """How a language writes numbers.

    small: words that add up ("twenty", "five", "a"). powers: words that multiply ("hundred", "million").
    decimal: the mark before a fraction; that of the thousands is the other one of "." and ",".
    """

    small: Mapping[str, int]
    powers: Mapping[str, int]
    decimal: str = "."

    def amount(self, words: Sequence[str]) -> float | None:
        """The amount: ["2", "1/2"] is 2.5, ["two", "hundred"] 200, ["1,200"] 1200; None for words that name none."""
        total, part = 0.0, 0.0
        for word in words:
            if (power := self.powers.get(word)) is not None:
                total, part = _raised(total, part or 1, power)
            elif (value := self._plain(word)) is not None:
                part += value
        return total + part or None

    def _plain(self, word: str) -> float | None:
        if word in self.small:
            return float(self.small[word])
        above, slash, below = word.partition("/")
        if slash:
            return int(above) / int(below) if int(below) else None
        digits = word.replace("," if self.decimal == "." else ".", "").replace(",", ".")
        return float(digits) if digits.replace(".", "", 1).isdigit() else None

    def year(self, words: Sequence[str]) -> int | None:
        """The year: ["nineteen", "ninety", "-", "six"] is 1996, ["two", "thousand"] 2000; None where it is none."""
        if any(word in self.powers for word in words):
            return int(self.amount(words) or 0) or None
        values = [self.small[word] for word in words if word in self.small]
        if len(values) not in (2, 3) or not 10 <= values[0] <= 20 or values[1] < 10:
            return None
        if len(values) == 3 and (values[1] < 20 or values[2] > 9):  # "ninety-six", not "six ninety"
            return None
        return values[0] * 100 + sum(values[1:])


def _raised(total: float, part: float, power: int) -> tuple[float, float]:
    """ "two hundred" waits for what follows ("... thousand"); a thousand or more is done with."""
    return (total, part * power) if power == 100 else (total + part * power, 0.0)
