"""Who wrote an article, as its byline says."""

import re

# The longest byline that is likely, in characters: five names and where they were.
_LONGEST = 200
_BY = re.compile(r"(?:by|byline:(?:\s?by)?|written\s+by|words\s+by)\s*:?\s+(?=\S)", re.IGNORECASE)
_NAME_WORD = r"(?:[^\W\d_](?:[^\W\d_]|['’.-]){0,24})"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\n)\s*", re.IGNORECASE)
# Where the names end: "By Jane Doe in Moscow for the Daily Ruritanian".
_AFTER = re.compile(r"\s(?:in|for|at|of|from|reporting|via)\s.*|\s?\(.*|\s?[-–—/|•·]\s.*", re.DOTALL)
# Words of a byline that are no name: what the writer is, and where. Own compilation from TimeBank, PolNeAR and the
# pages of the Fundus test data.
_OFFICE = frozenset(
    """
    press writer writers staff correspondent correspondents reporter reporters editor editors news bureau chief service
    agency agencies reuters afp ap tass upi ap-afp bloomberg post times journal tribune guardian contributor
    contributing special columnist columnists analyst author freelance senior political national foreign diplomatic
    international business producer associate updated published desk newsroom journalist team media television digital
    """.split()
)
_PARTICLES = frozenset("de del de la da dos van von der den bin ibn al el le du di ter ten af av y e".split())
_ELIDED = re.compile(r"[dl]['’](?=[^\W\d_])")
_NOT_NAMES = frozenset(
    """
    the a an this that these those his her its their all now then monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december contrast comparison
    early late far and large some many most one two three last next
    """.split()
)


def byline_names(paragraph: str) -> tuple[str, ...]:
    """The names in a byline ("By JANE DOE, Associated Press" names Jane Doe); empty where it is none."""
    begin = _BY.match(paragraph)
    if begin is None or len(paragraph) > _LONGEST:
        return ()
    names = _names(paragraph[begin.end() :])
    return names if all(_is_name(name) for name in names) else ()


def given_names(byline: str) -> tuple[str, ...]:
    """The names in a byline that came as a field of its own, with "By" or without."""
    begin = _BY.match(byline)
    names = _names(byline[begin.end() :] if begin else byline)
    return names or ((byline.strip(),) if any(map(str.isalpha, byline)) else ())


def is_office_line(paragraph: str) -> bool:
    """Whether a line under a byline says what its writer is: "Associated Press Writer"."""
    words = re.findall(r"[^\W\d_]+", paragraph)
    return 0 < len(words) <= 8 and words[-1].casefold() in _OFFICE and words[0][0].isupper()


def _names(words: str) -> tuple[str, ...]:
    parts = (" ".join(_AFTER.sub("", part).split()).strip(" .,:") for part in _BETWEEN.split(words))
    return tuple(_written_name(part) for part in parts if part and not _is_office(part))


def _is_office(part: str) -> bool:
    return any(word.strip(".").casefold() in _OFFICE for word in re.split(r"[\s-]+", part)) or part.islower()


def _is_name(part: str) -> bool:
    """Whether the words could be a person's name: two to six words with capitals, none of them common."""
    words = part.split()
    return (
        len(words) >= 2
        and _NAME.fullmatch(part) is not None
        and words[0].casefold() not in _NOT_NAMES
        and all(word[0].isupper() or word in _PARTICLES or _ELIDED.match(word) for word in words)
    )


def _written_name(name: str) -> str:
    """The name as people write it: "JANE DOE" is "Jane Doe". Initials keep their capitals."""
    words = (word.title() if word.isupper() and len(word.rstrip(".")) > 2 else word for word in name.split())
    return " ".join(words)
