"""Text as a string of one-letter word classes, so that rules can be short patterns over the classes.

"on Friday, Jan. 21" becomes "x W , M . d" (without the blanks), and a rule for days is `M.?d`. The letters
are an inner matter: rules name classes by words, `{month}{dot}?{day}`, and `Lexicon.pattern` puts the letters in.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

# Words, numbers with what clings to them, "p.m.", and any other mark. Bounded, no branch repeats inside another:
# linear. A number holds at most four links: "2021-12-17", "10:35", "1,200,000.5".
_LEXEME = re.compile(
    r"""
      [A-Za-z\u00c0-\u024f]+ (?: (?<=\b[apAP]) \.[mM]\b\.? | (?<=\b[oO]) ['’]clock\b )?
    | [0-9]+ (?:[.,:/–-][0-9]+){0,4} (?:(?:st|nd|rd|th|s|am|pm|AM|PM)\b)?
    | [^\w\s] | [\u00bc-\u00be]
    """,
    re.VERBOSE,
)
_CLASS = re.compile(r"\{([a-z|]+)\}")
_FRAGMENT = re.compile(r"\{([A-Z_]+)\}")

# Letters for the classes; "x" is kept for words of no class. None means anything in a regular expression.
_LETTERS = [chr(c) for c in (*range(48, 58), *range(65, 91), *range(97, 123), *range(0xA1, 0x180)) if chr(c) != "x"]
_OTHER = "x"

# What a lexeme that starts with a digit can be, by its form; the first that fits. Longer ones are no times.
_LONGEST_NUMBER = 12
_FORMS = (
    ("dayth", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("nth", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("clockm", re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm|AM|PM)")),
    ("day", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("year", re.compile(r"(?:1\d|20)\d\d|2100")),
    ("count", re.compile(r"\d+|\d{1,3}(?:,\d{3})+|\d+\.\d+")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")),
    ("iso", re.compile(r"\d{4}-\d\d-\d\d")),
    ("dayrange", re.compile(r"\d{1,2}[-–]\d{1,2}")),
    ("yearrange", re.compile(r"(?:1\d|20)\d\d[-–](?:\d\d){1,2}")),
    ("slashdate", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d){1,2}")),
    ("fraction", re.compile(r"\d/\d")),
    ("decade", re.compile(r"(?:1\d|20)\d0s")),
    ("tens", re.compile(r"\d0s")),
)
FORMS = tuple(name for name, _ in _FORMS)


class Lexemes(Struct, frozen=True):
    """A paragraph as words and, letter for word, their classes."""

    words: list[str]
    codes: str


class Lexicon:
    """The words that rules know, each with its class and value, and the letters that stand for the classes."""

    def __init__(self, words: Mapping[str, Mapping[str, object]], *, names: Iterable[str]) -> None:
        """words: class -> word in small letters -> value. names: the classes whose words carry a capital."""
        kept = frozenset(names)
        self._letter = dict(zip((*FORMS, *words), _LETTERS, strict=False))
        self._name = {letter: name for name, letter in self._letter.items()}
        self._codes: dict[str, str] = {}
        self._values: dict[str, object] = {}
        for name, row in words.items():
            for word, value in row.items():
                self._values[word] = value
                for form in {word.capitalize(), word.upper()} | (set() if name in kept else {word}):
                    self._codes.setdefault(form, self._letter[name])

    def read(self, text: str, start: int, end: int) -> Lexemes:
        """The lexemes of `text[start:end]`."""
        words = _LEXEME.findall(text, start, end)
        get = self._codes.get
        # Of all lexemes only numbers and ASCII marks sort before "A".
        codes = [get(word, _OTHER) if word >= "A" else get(word) or self._number(word) for word in words]
        return Lexemes(words, "".join(codes))

    def _number(self, word: str) -> str:
        if not word[0].isdigit() or len(word) > _LONGEST_NUMBER:
            return _OTHER
        for name, form in _FORMS:
            if form.fullmatch(word):
                return self._letter[name]
        return _OTHER

    def value(self, word: str) -> object:
        """The value of a word of the lexicon, or None."""
        return self._values.get(word.lower())

    def name(self, code: str) -> str:
        """The class that a letter stands for; "" for words of none, and past either end of the text."""
        return self._name.get(code, "")

    def letters(self, names: str) -> str:
        """The letters of classes, given as "month|weekday"."""
        return "".join(self._letter[name] for name in names.split("|"))

    def pattern(self, source: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
        """`source` as a pattern over letters. `{month}` is a class, `{day|count}` any of two, `{NUMBER}` puts
        in the fragment of that name."""
        while _FRAGMENT.search(source):
            source = _FRAGMENT.sub(lambda found: fragments[found[1]], source)
        return re.compile(_CLASS.sub(lambda found: f"[{self.letters(found[1])}]", source), re.VERBOSE)


def classes_in(pattern: str) -> list[str]:
    """The classes that a pattern names."""
    return [name for found in _CLASS.finditer(pattern) for name in found[1].split("|")]


def places(text: str, start: int, lexemes: Lexemes) -> list[tuple[int, int]]:
    """`[start, end)` of each lexeme that was read from `start` on."""
    found = []
    for word in lexemes.words:
        # Between lexemes is only what none begins with, so that the first place where the word stands is its own.
        start = text.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found
