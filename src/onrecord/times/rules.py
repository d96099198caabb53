"""Rules find, one step chooses: patterns over word classes propose readings, the longest ones are kept."""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, structs

from onrecord.times.expressions import Expression, Nothing
from onrecord.times.lexemes import Lexemes, Lexicon, classes_in

# In lexemes, and in modifiers before one expression.
_LONGEST_MODIFIER = 4
_MOST_MODIFIERS = 2
_MODS = ("START", "MID", "END")


class Hit:
    """A place where a rule's pattern fits: lexemes `[first, last)` of a paragraph."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes, match: re.Match[str]) -> None:
        self._lexicon = lexicon
        self._lexemes = lexemes
        self._match = match
        self.first, self.last = match.span()

    def _span(self, group: str) -> tuple[int, int]:
        """The lexemes of a group; none where it took no part, or where the rule has no such group."""
        took_part = group in self._match.re.groupindex and self._match.start(group) >= 0
        return self._match.span(group) if took_part else (0, 0)

    def words(self, group: str) -> list[str]:
        """The words of a group in small letters."""
        start, end = self._span(group)
        return [word.lower() for word in self._lexemes.words[start:end]]

    def classes(self, group: str) -> list[str]:
        """The classes of a group's words."""
        start, end = self._span(group)
        return [self._lexicon.name(code) for code in self._lexemes.codes[start:end]]

    def word(self, group: str) -> str:
        """The first word of a group in small letters, or ""."""
        return next(iter(self.words(group)), "")

    def has(self, group: str) -> bool:
        start, end = self._span(group)
        return start < end

    def value(self, group: str) -> object:
        """What the lexicon holds for the first word of a group, or None."""
        word = self.word(group)
        return self._lexicon.value(word) if word else None

    def number(self, group: str) -> int:
        """The whole number that a group's word stands for, in digits or as a word of the lexicon."""
        word = self.word(group)
        digits = word.rstrip("stndrh")
        if digits.isdigit():
            return int(digits)
        value = self._lexicon.value(word)
        return value if isinstance(value, int) else 0

    def is_capital(self, group: str) -> bool:
        """Whether the group's first word begins with a capital."""
        start, end = self._span(group)
        return start < end and self._lexemes.words[start][0].isupper()

    def is_title(self) -> bool:
        """Whether the hit is the name of a programme or paper: "USA Today", "CBS This Morning", "NBC's TODAY"."""
        words = self._lexemes.words[self.first : self.last]
        if not all(word[0].isupper() for word in words):
            return False
        sender = self.neighbour(-3) if self.around(-1) == "s" else self.neighbour(-1)
        return sender.isupper() and len(sender) > 1 and not self.neighbour(0).isupper()

    def around(self, by: int) -> str:
        """The class of the lexeme `by` places behind the hit (0 is the next one), or before it (-1 is the last one)."""
        at = self.last + by if by >= 0 else self.first + by
        return self._lexicon.name(self._lexemes.codes[at]) if 0 <= at < len(self._lexemes.codes) else ""

    def neighbour(self, by: int) -> str:
        """The word at that place, as it stands, or ""."""
        at = self.last + by if by >= 0 else self.first + by
        return self._lexemes.words[at] if 0 <= at < len(self._lexemes.words) else ""


class Rule(Struct, frozen=True):
    """A pattern over classes and what to make of it.

    needs: the classes of which one must be there for the pattern to be tried at all ("month|day"); of each of
        several sets where they are joined by "&".
    make: gives None where the words, seen together, are no such expression.
    """

    name: str
    needs: str
    pattern: str
    make: Callable[[Hit], Expression | None]


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
        self, lexicon: Lexicon, rules: Sequence[Rule], fragments: dict[str, str], modifiers: Sequence[Modifier]
    ) -> None:
        self.lexicon = lexicon
        self._rules = [
            (rule, [frozenset(lexicon.letters(names)) for names in rule.needs.split("&")],
             lexicon.pattern(rule.pattern, fragments))
            for rule in rules
        ]  # fmt: skip
        self._modifiers = [
            (modifier, lexicon.pattern(rf"(?:{modifier.pattern})\Z", {}), lexicon.letters(modifier.before))
            for modifier in modifiers
        ]
        self._modifying = lexicon.letters("|".join(name for m in modifiers for name in classes_in(m.pattern)))
        self._needing: dict[str, list[int]] = {}  # the letter of a class -> the numbers of the rules that need it
        for number, (_, needs, _) in enumerate(self._rules):
            for letter in needs[0]:
                self._needing.setdefault(letter, []).append(number)

    def propose(self, lexemes: Lexemes) -> list[Found]:
        """What each rule finds; they may overlap."""
        present = frozenset(lexemes.codes)
        fitting = {number for letter in present for number in self._needing.get(letter, ())}
        found = []
        for number in sorted(fitting):
            rule, needs, pattern = self._rules[number]
            if any(map(present.isdisjoint, needs)):
                continue
            for match in pattern.finditer(lexemes.codes):
                expression = rule.make(Hit(self.lexicon, lexemes, match))
                if expression is not None:
                    found.append(Found(match.start(), match.end(), rule.name, expression))
        return found

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


def choose(proposed: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, the earlier rule where they are as long; in order of place."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in sorted(proposed, key=lambda found: found.first - found.last):
        place = range(found.first, found.last)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(found)
    return sorted((found for found in kept if not isinstance(found.expression, Nothing)), key=lambda f: f.first)
