"""Rules find, one step chooses: patterns over word classes propose readings, the longest ones are kept."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from onrecord.times.expressions import Expression, Nothing
from onrecord.times.hits import Hit
from onrecord.times.lexemes import Lexemes, Lexicon

# In lexemes, and in modifiers before one expression.
_LONGEST_MODIFIER = 4
_MOST_MODIFIERS = 2
_MODS = ("START", "MID", "END")


class Rule(Struct, frozen=True):
    """A pattern over classes and what to make of it.

    needs: the classes of which one must be there for the pattern to be tried at all ("month|day"); of each of
        several sets where they are joined by "&".
    make: gives None where the words, seen together, are no such expression.
    group: the group of the pattern that is the time; None where all of it is.
    mod: TIMEX3 `mod` that the words themselves say ("year-end"), or None.
    """

    name: str
    needs: str
    pattern: str
    make: Callable[[Hit], Expression | None]
    group: str | None = None
    mod: str | None = None


class Modifier(Struct, frozen=True):
    """Words in front of an expression that belong to it.

    mod: the TIMEX3 `mod`, or None where the last word of class "early" or "edge" says it.
    of: the kinds of expression that take it. before: the classes that the expression may begin with.
    """

    pattern: str
    mod: str | None
    of: tuple[type[Expression], ...]
    before: str


class Found(Struct, frozen=True):
    """An expression at the lexemes `[first, last)`, its modifiers included."""

    first: int
    last: int
    rule: str
    expression: Expression
    mod: str | None = None


class Grammar:
    """The rules of a language, compiled."""

    def __init__(
        self, lexicon: Lexicon, rules: Sequence[Rule], fragments: Mapping[str, str], modifiers: Sequence[Modifier]
    ) -> None:
        self.lexicon = lexicon
        self._rules = [
            (rule, [frozenset(lexicon.letters(names)) for names in rule.needs.split("&")],
             lexicon.pattern(rule.pattern, fragments))
            for rule in rules
        ]  # fmt: skip
        self._modifiers = [
            (modifier, lexicon.pattern(rf"(?:{modifier.pattern})\Z", fragments), lexicon.letters(modifier.before))
            for modifier in modifiers
        ]
        self._modifying = "".join(lexicon.mentioned(modifier.pattern) for modifier in modifiers)
        self._figures = frozenset(lexicon.letters("money|percent|power"))
        self._needing: dict[str, list[int]] = {}  # the letter of a class -> the numbers of the rules that need it
        for number, (_, needs, _) in enumerate(self._rules):
            for letter in needs[0]:
                self._needing.setdefault(letter, []).append(number)

    def find(self, lexemes: Lexemes) -> list[Found]:
        """The expressions in order of place: the longest of those that overlap, the earlier rule where they are as
        long. A hit that its rule makes nothing of stands in nobody's way."""
        taken = bytearray(len(lexemes.codes))
        kept = []
        for number, match in sorted(self._hits(lexemes), key=self._shortness):
            rule = self._rules[number][0]
            first, last = match.span(rule.group or 0)
            if taken.find(1, first, last) >= 0:
                continue
            hit = Hit(self.lexicon, lexemes, match)
            expression = rule.make(hit)
            if expression is not None:
                taken[first:last] = b"\1" * (last - first)
                kept.append(Found(first, last, rule.name, expression, rule.mod or hit.mod()))
        return sorted((one for one in kept if not isinstance(one.expression, Nothing)), key=lambda one: one.first)

    def has_figures(self, lexemes: Lexemes) -> bool:
        """Whether sums of money, shares or large numbers are given."""
        return not self._figures.isdisjoint(lexemes.codes)

    def _hits(self, lexemes: Lexemes) -> Iterator[tuple[int, re.Match[str]]]:
        """Where the pattern of each rule fits, with the number of the rule; they may overlap."""
        present = frozenset(lexemes.codes)
        fitting = {number for letter in present for number in self._needing.get(letter, ())}
        for number in sorted(fitting):
            _, needs, pattern = self._rules[number]
            if not any(map(present.isdisjoint, needs)):
                for match in pattern.finditer(lexemes.codes):
                    yield number, match

    def _shortness(self, hit: tuple[int, re.Match[str]]) -> int:
        first, last = hit[1].span(self._rules[hit[0]][0].group or 0)
        return first - last

    def modified(self, lexemes: Lexemes, chosen: Sequence[Found]) -> list[Found]:
        """The expressions with the modifiers in front of them, the nearest first: "at least | the early | 1990s"."""
        free, found = 0, []
        for one in chosen:
            for _ in range(_MOST_MODIFIERS):
                longer = self._extended(lexemes, one, free)
                if longer is one:
                    break
                one = longer
            found.append(one)
            free = one.last
        return found

    def _extended(self, lexemes: Lexemes, found: Found, free: int) -> Found:
        """The expression with one modifier more, or itself. free: the first lexeme that nothing holds yet."""
        start = max(free, found.first - _LONGEST_MODIFIER)
        if start == found.first or lexemes.codes[found.first - 1] not in self._modifying:
            return found
        for modifier, pattern, before in self._modifiers:
            if lexemes.codes[found.first] in before and isinstance(found.expression, modifier.of):
                match = pattern.search(lexemes.codes, start, found.first)
                if match:
                    mod = modifier.mod or self._said_mod(lexemes, match.start(), found.first)
                    return structs.replace(found, first=match.start(), mod=found.mod or mod)
        return found

    def _said_mod(self, lexemes: Lexemes, first: int, last: int) -> str | None:
        values = (self.lexicon.value(word) for word in lexemes.words[first:last])
        return next((value for value in values if isinstance(value, str) and value in _MODS), None)
