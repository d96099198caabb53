"""The words of an article that may name a happening."""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.events.clauses import Sides, sides_of
from onrecord.events.groups import Group, group_at
from onrecord.events.scene import Line, Scene
from onrecord.events.words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    POSSESSIVE,
    PREPOSITIONS,
    Word,
    triggers,
    unlisted,
)
from onrecord.spans import Span


class Spot(Struct, frozen=True, gc=False):
    """A word that may name a happening, and the token of its line."""

    line: Line
    at: int
    word: Word

    @property
    def start(self) -> int:
        """Where it begins in the article."""
        return self.line.tokens[self.at].start


class Candidate(Struct, frozen=True):
    """A spot with its group and the parties around it."""

    line: Line
    word: Word
    group: Group
    sides: Sides

    @property
    def span(self) -> Span:
        token = self.line.tokens[self.group.at]
        return Span(token.start, token.end)


def spots(scene: Scene) -> Iterator[Spot]:
    """The words of an article that may name a happening, in order."""
    table = triggers()
    for line in scene.lines:
        taken = _inside_names(line)
        for i, low in enumerate(line.words):
            words = table.get(low)
            word = unlisted(low) if words is None else _meant(line, i, words)
            if word is not None and i not in taken:
                yield Spot(line, i, word)


def candidate_at(spot: Spot) -> Candidate:
    """The spot with what stands around it."""
    group = group_at(spot.line, spot.at, spot.word)
    return Candidate(spot.line, spot.word, group, sides_of(spot.line, group, spot.word))


def _inside_names(line: Line) -> frozenset[int]:
    """The tokens of names with a capital: the "Meeting" of a body's name names no happening."""
    return frozenset(
        i for named in line.named for i in range(named.first, named.last) if line.tokens[i].text[0].isupper()
    )


def _meant(line: Line, i: int, words: tuple[Word, ...]) -> Word | None:
    """Which of the words of that form stands at `i`; None where it is the name of something else."""
    part = part_at(line, i, words)
    for word in words:
        if word.part == part and (word.particle is None or word.particle in line.words[i + 1 : i + 4]):
            return word
    return None


def part_at(line: Line, i: int, words: tuple[Word, ...]) -> str:
    """Whether a form that may be verb or noun is the one or the other where it stands."""
    parts = {word.part for word in words}
    if len(parts) == 1:
        return next(iter(parts))
    before, after = line.word(i - 1), line.word(i + 1)
    verb = next(word for word in words if word.part == "verb")
    if before in MODALS or before in DO or before in ("to", "n't", "not", "never"):
        return "noun" if before == "to" and after in ("of", "in", "on", "with", "between") else "verb"
    if before in DETERMINERS or before in POSSESSIVE or before in PREPOSITIONS:
        return "noun"
    if verb.form == "ing":
        return "verb" if before in BE else "noun"
    if verb.form in ("past", "either", "participle"):
        return "verb"
    if before in HAVE or before in BE:
        return "verb" if verb.form == "base" and _is_participle(verb) else "noun"
    ends = any(named.last == i for named in line.named) or before in (
        "who",
        "they",
        "we",
        "i",
        "he",
        "she",
        "it",
        "and",
    )
    if ends and _opens_object(line, i + 1):
        return "verb"
    return "noun"


def _is_participle(verb: Word) -> bool:
    return verb.lemma in _SAME_FORMS


_SAME_FORMS = frozenset("cut hit quit bid split set put shut let spread hurt".split())


def _opens_object(line: Line, i: int) -> bool:
    """Whether an object, an adverb or the end of the sentence stands at `i`, as behind a verb."""
    low = line.word(i)
    return (
        low in DETERMINERS
        or any(named.first == i for named in line.named)
        or any(dated.first == i for dated in line.dated)
        or (bool(low) and line.tokens[i].text[0].isupper())
    )
