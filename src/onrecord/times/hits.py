"""Where a rule's pattern fits: what the makers of expressions may ask about it."""

import re

from onrecord.times.lexemes import Habits, Lexemes, Lexicon

_QUOTES = frozenset(["'", '"', "“", "‘", "`", "«"])


# Nouns like any other but to `times/cues.py`.
_NOUNS = frozenset(["victory", "outcome", "harm"])


class Hit:
    """A place where a rule's pattern fits: lexemes `[first, last)` of a paragraph."""

    def __init__(self, lexicon: Lexicon, lexemes: Lexemes, match: re.Match[str]) -> None:
        self._lexicon = lexicon
        self._lexemes = lexemes
        self._match = match
        self._groups = match.re.groupindex
        self.first, self.last = match.span()

    def _span(self, group: str) -> tuple[int, int]:
        """The lexemes of a group; none where it took no part, or where the rule has no such group."""
        start, end = self._match.span(group) if group in self._groups else (0, 0)
        return max(start, 0), max(end, 0)

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
        start, end = self._span(group)
        return self._lexemes.words[start].lower() if start < end else ""

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
        digits = word.rstrip("stndrh.")
        if digits.isdigit():
            return int(digits)
        value = self._lexicon.value(word)
        return value if isinstance(value, int) else 0

    def mod(self) -> str | None:
        """The TIMEX3 `mod` that the word of the group "mod" says, or None."""
        said = self.value("mod")
        return said if isinstance(said, str) else None

    def amount(self, group: str) -> float | None:
        """The amount that a group's words name, or None."""
        return self._lexicon.numerals.amount(self.words(group))

    def year(self, group: str) -> int | None:
        """The year that a group's words name, or None."""
        return self._lexicon.numerals.year(self.words(group))

    @property
    def habits(self) -> Habits:
        return self._lexicon.habits

    def is_capital(self, group: str) -> bool:
        """Whether the group's first word begins with a capital."""
        start, end = self._span(group)
        return start < end and self._lexemes.words[start][0].isupper()

    def is_title(self) -> bool:
        """Whether the hit is the name of a programme or paper: "USA Today", "CBS This Morning", "NBC's TODAY",
        "ABC's “This Week”", "“60 Minutes”"."""
        words = [word for word in self._lexemes.words[self.first : self.last] if word[0].isalpha()]
        if not all(word[0].isupper() for word in words) or self.habits.capital_nouns:
            return False
        if self.neighbour(-1) in _QUOTES and self.last - self.first > 1 and not self.neighbour(0).isupper():
            return True
        sender = self.neighbour(-3) if self.around(-1) == "s" else self.neighbour(-1)
        return sender.isupper() and len(sender) > 1 and not self.neighbour(0).isupper()

    def feast(self, name: str) -> str:
        """The feast's name in `times/feasts.py`, where the language calls it so; else the name itself."""
        return self._lexicon.feasts.get(name, name)

    def ends_as_plural(self, by: int) -> bool:
        """Whether the word at that place ends as plural nouns do."""
        return self.neighbour(by).endswith(self.habits.plural)

    def is_plural(self, by: int) -> bool:
        """Whether the word at that place may well be a plural noun."""
        word, name = self.neighbour(by), self.around(by)
        return len(word) > 3 and name == "" and word[0].islower() and self.ends_as_plural(by)

    def around(self, by: int) -> str:
        """The class of the lexeme `by` places behind the hit (0 is the next one), or before it (-1 is the last one)."""
        at = self.last + by if by >= 0 else self.first + by
        name = self._lexicon.name(self._lexemes.codes[at]) if 0 <= at < len(self._lexemes.codes) else ""
        return "" if name in _NOUNS else name

    def neighbour(self, by: int) -> str:
        """The word at that place, as it stands, or ""."""
        at = self.last + by if by >= 0 else self.first + by
        return self._lexemes.words[at] if 0 <= at < len(self._lexemes.words) else ""
