"""Text as a string of one-letter word classes, so that rules can be short patterns over the classes.

"on Friday, Jan. 21" becomes "x W , M . d" (without the blanks), and a rule for days is `M.?d`. The letters
are an inner matter: rules name classes by words, `{month}{dot}?{day}`, and `Lexicon.pattern` puts the letters in.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from onrecord.times.numerals import Numerals

# Words, numbers with what clings to them, "p.m.", and any other mark. Bounded, no branch repeats inside another:
# linear. A number holds at most four links: "2021-12-17", "10:35", "1,200,000.5".
_LEXEME = re.compile(
    r"""
      [A-Za-z\u00c0-\u024f]+ (?: (?<=\b[apAP]) \.[mM]\b\.? | (?<=\b[oO]) ['’]clock\b )?
    | [0-9]+ (?:[.,:/–-][0-9]+){0,4} (?:(?:st|nd|rd|th|s|er|am|pm|AM|PM)\b)?
    | [^\w\s] | [\u00bc-\u00be]
    """,
    re.VERBOSE,
)
_CLASS = re.compile(r"\{([a-z|]+)\}")
_FRAGMENT = re.compile(r"\{([A-Z_]+)\}")

# Letters for the classes; "x" is kept for words of no class. None means anything in a regular expression.
_LETTERS = [chr(c) for c in (*range(48, 58), *range(65, 91), *range(97, 123), *range(0xA1, 0x180)) if chr(c) != "x"]
_OTHER = "x"
_NEVER = "\0"

# What a lexeme that starts with a digit can be, by its form; the first that fits. Longer ones are no times.
_LONGEST_NUMBER = 12
_FORMS = (
    ("dayth", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("nth", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("clockm", re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm|AM|PM)")),
    ("day", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("year", re.compile(r"(?:1\d|20)\d\d|2100")),
    ("count", re.compile(r"\d+|\d{1,3}(?:[,.]\d{3})+|\d+[.,]\d+")),
    ("clock", re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")),
    ("iso", re.compile(r"\d{4}-\d\d-\d\d")),
    ("dayrange", re.compile(r"\d{1,2}[-–]\d{1,2}")),
    ("yearrange", re.compile(r"(?:1\d|20)\d\d[-–](?:\d\d){1,2}")),
    ("dotdate", re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")),
    ("slashdate", re.compile(r"\d{1,2}/\d{1,2}/(?:\d\d){1,2}")),
    ("fraction", re.compile(r"\d/\d")),
    ("decade", re.compile(r"(?:1\d|20)\d0s")),
    ("tens", re.compile(r"\d0s")),
    ("decadeer", re.compile(r"(?:1\d|20)\d0er")),
    ("tenser", re.compile(r"\d0er")),
)
FORMS = tuple(name for name, _ in _FORMS)


class Lexemes(Struct, frozen=True):
    """A paragraph as words and, letter for word, their classes."""

    words: list[str]
    codes: str


class Habits(Struct, frozen=True):
    """How a language writes, as far as rules have to know.

    names: the classes whose words carry a capital. capital_nouns: whether every noun does.
    plural: what a plural noun ends with. past: what a verb of the past ends with; lasting: one of what goes on; each
        may be ().
    decimal: the mark before a fraction. day_first: whether 9/12 is the ninth of December.
    """

    names: frozenset[str] = frozenset()
    capital_nouns: bool = False
    plural: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    decimal: str = "."
    day_first: bool = True


class Lexicon:
    """The words that rules know, each with its class and value, and the letters that stand for the classes."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, object]],
        habits: Habits,
        sets: Mapping[str, str] | None = None,
        feasts: Mapping[str, str] | None = None,
    ) -> None:
        """words: class -> word in small letters -> value. sets: names in capitals for several classes, "a|b".
        feasts: what a feast is called -> its name in `times/feasts.py`, where that is another."""
        self.habits = habits
        self.feasts = dict(feasts or {})
        self._sets = dict(sets or {})
        self._letter = dict(zip((*FORMS, *words), _LETTERS, strict=False))
        self._name = {letter: name for name, letter in self._letter.items()}
        self._codes: dict[str, str] = {}
        self._values: dict[str, object] = {}
        for name, row in words.items():
            for word, value in row.items():
                self._values.setdefault(word, value)
                for form in {word.capitalize(), word.upper()} | (set() if name in habits.names else {word}):
                    self._codes.setdefault(form, self._letter[name])
        self.numerals = Numerals(_numbers(words, "numword|one|a"), _numbers(words, "power"), habits.decimal)

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
        """The letters of classes, given as "month|weekday", or by the name of a set."""
        return "".join(self._letter[name] for name in self.classes(names))

    def classes(self, names: str) -> list[str]:
        """The classes that "month|weekday" and names of sets stand for; those that the language lacks are left out."""
        spelt = [part for name in names.split("|") for part in self._sets.get(name, name).split("|")]
        return [name for name in spelt if name in self._letter]

    def mentioned(self, source: str) -> str:
        """The letters of all classes that a pattern without fragments names."""
        named = [*_CLASS.findall(source), *_FRAGMENT.findall(source)]
        return "".join(self.letters(names) for names in named)

    def pattern(self, source: str, fragments: Mapping[str, str]) -> re.Pattern[str]:
        """`source` as a pattern over letters. `{month}` is a class, `{day|count}` any of two, `{NUMBER}` puts
        in the fragment of that name, or any class of the set of that name."""
        while _FRAGMENT.search(source):
            source = _FRAGMENT.sub(lambda found: self._put_in(found[1], fragments), source)
        # A class that the language lacks never fits.
        return re.compile(_CLASS.sub(lambda found: f"[{self.letters(found[1]) or _NEVER}]", source), re.VERBOSE)

    def _put_in(self, name: str, fragments: Mapping[str, str]) -> str:
        return f"{{{self._sets[name]}}}" if name in self._sets else fragments[name]


def _numbers(words: Mapping[str, Mapping[str, object]], names: str) -> dict[str, int]:
    rows = (words.get(name, {}) for name in names.split("|"))
    return {word: value for row in rows for word, value in row.items() if isinstance(value, int)}


def places(text: str, start: int, lexemes: Lexemes) -> list[tuple[int, int]]:
    """`[start, end)` of each lexeme that was read from `start` on."""
    found = []
    for word in lexemes.words:
        # Between lexemes is only what none begins with, so that the first place where the word stands is its own.
        start = text.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found
