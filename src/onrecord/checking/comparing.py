"""Word by word: what a quotation and the passages it came from have in common, and where they differ.

A way through the passages (see `alignment`) becomes groups of words that are the same, and gaps between them; each gap
is a change, a cut that the draft marks, a joint of two pieces, or something that the contract only names.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, Literal

from msgspec import Struct

from onrecord.checking.alignment import Step
from onrecord.checking.classes import PRONOUNS, WordClass, class_of
from onrecord.checking.remarks import remarks_of, remarks_of_gap
from onrecord.checking.report import Remark
from onrecord.checking.sources import SourceArticle
from onrecord.checking.spelling import CAPITONYMS
from onrecord.checking.words import Word
from onrecord.spans import Span

# Words. A marked cut of so few that holds a negation turns the sentence round rather than shortening it.
_SHORT_CUT: Final = 3
# Words that may stand outside the marks between two pieces of one statement: its attribution, with a title and a date.
_ATTRIBUTION: Final = 40
# Words that must be the same on each side of a joint: fewer may be chance.
PIECE: Final = 4
_NEVER: Final = frozenset(["negation", "number", "modal", "quantity"])


class Place(Struct, frozen=True, gc=False):
    """A word of a passage. passage: its number; number: of the word within it."""

    passage: int
    number: int
    word: Word
    article: SourceArticle


class Gap(Struct, frozen=True):
    """What lies between two groups of words that are the same.

    does: "joint" joins words of different sentences or statements; "cut" is marked; "named" is no difference.
    draft, source: the words of each. reversed: whether the source has what follows before what precedes.
    """

    does: Literal["change", "cut", "joint", "named"]
    draft: tuple[Word, ...]
    source: tuple[Place, ...]
    remarks: tuple[Remark, ...] = ()
    classes: tuple[WordClass, ...] = ()


class Comparison(Struct, frozen=True):
    """A quotation beside the passages. parts: pairs of same words and gaps, in the quotation's order."""

    parts: tuple[tuple[Word, Place] | Gap, ...]
    remarks: tuple[Remark, ...]

    @property
    def same(self) -> list[tuple[Word, Place]]:
        return [part for part in self.parts if isinstance(part, tuple)]

    @property
    def gaps(self) -> list[Gap]:
        return [part for part in self.parts if isinstance(part, Gap)]


def compare(text: str, words: Sequence[Word], steps: Sequence[Step], places: Sequence[Place]) -> Comparison:
    """The quotation with `words` of the draft's `text` along the steps of a way.

    places: the words of all passages, as the steps number them.
    """
    raw = list(_grouped(words, steps, places))
    raw = _with_edges(raw, steps, places)
    parts = [_judged(part, raw, i) if isinstance(part, _Raw) else part for i, part in enumerate(raw)]
    remarks: dict[Remark, None] = {}
    for part in parts:
        if isinstance(part, Gap):
            remarks |= dict.fromkeys(part.remarks)
    remarks |= dict.fromkeys(_named(text, parts))
    return Comparison(tuple(parts), tuple(remarks))


class _Raw(Struct, frozen=True):
    draft: tuple[Word, ...]
    source: tuple[Place, ...]
    jump: bool = False  # the source goes on elsewhere


def _grouped(
    words: Sequence[Word], steps: Sequence[Step], places: Sequence[Place]
) -> Iterator[tuple[Word, Place] | _Raw]:
    """The same words, and what is not the same as it comes, neighbours together."""
    draft: list[Word] = []
    source: list[Place] = []
    last: int | None = None
    jump = False
    for step in steps:
        if step.does == "added":
            draft.append(words[step.word])
            continue
        here = places[step.at]
        if last is not None:
            there = places[last]
            if there.passage == here.passage and step.at > last:
                source += places[last + 1 : step.at]
            else:
                jump = True
        last = step.at
        if step.does == "changed" or _is_another(words[step.word], here, step.word == 0):
            draft.append(words[step.word])
            source.append(here)
            continue
        if draft or source or jump:
            yield _Raw(tuple(draft), tuple(source), jump)
            draft, source, jump = [], [], False
        yield words[step.word], here
    if draft or source:
        yield _Raw(tuple(draft), tuple(source))


def _with_edges(
    raw: list[tuple[Word, Place] | _Raw], steps: Sequence[Step], places: Sequence[Place]
) -> list[tuple[Word, Place] | _Raw]:
    """The parts, with what the source has where the quotation begins or ends with words of its own.

    The cheapest way leaves that out, since a quotation may begin anywhere; but "our" for "my" is one change.
    """
    taken = [step.at for step in steps if step.does != "added"]
    if not taken:
        return raw
    first, last = raw[0], raw[-1]
    if isinstance(first, _Raw) and not first.source and len(raw) > 1:
        raw[0] = _Raw(first.draft, tuple(reversed(list(_beyond(places, taken[0], -1, len(first.draft))))))
    if isinstance(last, _Raw) and not last.source and len(raw) > 1:
        raw[-1] = _Raw(last.draft, tuple(_beyond(places, taken[-1], 1, len(last.draft))))
    return raw


def _beyond(places: Sequence[Place], at: int, step: int, count: int) -> Iterator[Place]:
    """Up to so many words of the sentence beyond the word at `at`; brackets that begin there to their end."""
    edge = places[at]
    article, i = edge.article, at
    while True:
        at_edge = article.begins(places[i].word.start) if step < 0 else article.ends(places[i].word.end)
        i += step
        if at_edge or not 0 <= i < len(places) or places[i].passage != edge.passage:
            return
        if count <= 0 and not (places[i].word.bracketed and places[i - step].word.bracketed):
            return
        count -= 1
        yield places[i]


def _is_another(word: Word, place: Place, first: bool) -> bool:
    """Whether a capital makes another word of it: "may" and "May" inside a sentence."""
    if word.key not in CAPITONYMS or word.text[0].isupper() == place.word.text[0].isupper() or first:
        return False
    return not place.article.begins(place.word.start)


def _judged(raw: _Raw, parts: Sequence[object], i: int) -> Gap:
    """What a gap is, by the contract."""
    before = parts[i - 1] if i else None
    after = parts[i + 1] if i + 1 < len(parts) else None
    marked = any(word.cut for word in raw.draft) or (isinstance(after, tuple) and after[0].cut)
    classes = _classes(raw)
    if raw.jump and isinstance(before, tuple) and isinstance(after, tuple):
        return Gap(_leap(before[1], after[1], marked), raw.draft, raw.source, classes=classes)
    if raw.draft and raw.source:
        named = _written_otherwise(raw)
        if named:
            return Gap("named", raw.draft, raw.source, (named,))
    if raw.draft and all(word.bracketed or word.lettered for word in raw.draft):
        return _bracketed(raw, classes)
    if not raw.draft:
        return _left_out(raw, before, after, marked, classes)
    if all(place.word.bracketed for place in raw.source) and raw.source and _are_pronouns(raw.draft):
        return Gap("named", raw.draft, raw.source, ("source's brackets left out",))
    return Gap("change", raw.draft, raw.source, classes=classes)


def _leap(before: Place, after: Place, marked: bool) -> Literal["change", "cut", "joint"]:
    """What a leap to another place is: within a sentence words were put in another order."""
    a, b = before.article, after.article
    if a is not b:
        return "joint"
    if a.sentence_at(before.word.start) == a.sentence_at(after.word.start):
        return "change"
    one, other = (a.statement([Span(p.word.start, p.word.end)]) for p in (before, after))
    same = one is None or other is None or one.speaker is None or one.speaker == other.speaker
    return "cut" if marked and same and after.word.start > before.word.start else "joint"


def _bracketed(raw: _Raw, classes: tuple[WordClass, ...]) -> Gap:
    """The writer's own words, in brackets."""
    if _NEVER & set(classes):
        return Gap("change", raw.draft, raw.source, classes=classes)
    if not raw.source:
        return Gap("named", raw.draft, (), ("bracketed addition",))
    if _are_pronouns([place.word for place in raw.source]):
        return Gap("named", raw.draft, raw.source, ("bracket for a pronoun",))
    return Gap("cut", raw.draft, raw.source, ("bracket for other words",), classes)


def _left_out(raw: _Raw, before: object, after: object, marked: bool, classes: tuple[WordClass, ...]) -> Gap:
    """Words of the source that the draft has not, between words that it has."""
    if all(place.word.bracketed for place in raw.source):
        return Gap("named", (), raw.source, ("source's brackets left out",))
    if marked:
        if len(raw.source) <= _SHORT_CUT and "negation" in classes:
            return Gap("change", (), raw.source, classes=classes)
        return Gap("cut", (), raw.source, classes=classes)
    assert isinstance(before, tuple)
    assert isinstance(after, tuple)
    if _is_attribution(raw.source, before[1], after[1]):
        return Gap("named", (), raw.source, ("joined over the attribution",))
    article = before[1].article
    first, last = raw.source[0].word, raw.source[-1].word
    sentence = article.sentence_at(first.start)
    whole = article.begins(first.start) and article.ends(last.end)
    if whole or sentence != article.sentence_at(last.start) or _is_narrated(raw.source, before[1], after[1]):
        return Gap("joint", (), raw.source, classes=classes)
    return Gap("change", (), raw.source, classes=classes)


def _is_attribution(source: Sequence[Place], before: Place, after: Place) -> bool:
    """Whether only the attribution stands between two pieces of what one speaker said."""
    article = before.article
    if len(source) > _ATTRIBUTION or any(article.is_quoted(place.word.start) for place in source):
        return False
    if not (article.is_quoted(before.word.start) and article.is_quoted(after.word.start)):
        return False
    one, other = (article.statement([Span(p.word.start, p.word.end)]) for p in (before, after))
    if one is not None and other is not None and one.id != other.id and one.speaker != other.speaker:
        return False
    return article.sentence_at(after.word.start) - article.sentence_at(before.word.start) <= 2


def _is_narrated(source: Sequence[Place], before: Place, after: Place) -> bool:
    """Whether the reporter's own words are left out between two quotations: those are different statements."""
    article = before.article
    quoted = [article.is_quoted(place.word.start) for place in source]
    return not all(quoted) and article.is_quoted(before.word.start) and article.is_quoted(after.word.start)


def _are_pronouns(words: Sequence[Word]) -> bool:
    return all(word.key in PRONOUNS for word in words)


def _written_otherwise(raw: _Raw) -> Remark | None:
    """Whether both have the same words, parted or in figures otherwise: "health care", "twenty-one"."""
    draft, source = [word.key for word in raw.draft], [place.word.key for place in raw.source]
    if "".join(draft) == "".join(source) and not {"may", "maybe"} & {*draft, *source}:
        return "joined words"
    one, other = _number(draft), _number(source)
    return "figures" if one is not None and one == other else None


def _number(keys: Sequence[str]) -> int | None:
    """ "twenty", "one" is 21."""
    if not all(key.isdigit() and len(key) <= 4 for key in keys):
        return None
    numbers = list(map(int, keys))
    if len(numbers) == 1:
        return numbers[0]
    tens = len(numbers) == 2 and 20 <= numbers[0] <= 90 and numbers[0] % 10 == 0 and 1 <= numbers[1] <= 9
    return sum(numbers) if tens else None


def _classes(raw: _Raw) -> tuple[WordClass, ...]:
    """The classes of the words that differ, those of the draft and of the source, each once."""
    found = {class_of(word.key, word.text, begins=False) for word in raw.draft if not word.bracketed}
    found |= {class_of(word.key, word.text, begins=True) for word in raw.draft if word.bracketed}
    for place in raw.source:
        begins = place.article.begins(place.word.start)
        found.add(class_of(place.word.key, place.word.text, begins=begins))
    order: tuple[WordClass, ...] = ("negation", "number", "name", "modal", "quantity", "word")
    return tuple(name for name in order if name in found)


def _named(text: str, parts: Sequence[tuple[Word, Place] | Gap]) -> Iterator[Remark]:
    """What the contract names of words that are the same, and of what stands between them."""
    first = True
    for same, run in groupby(parts, key=lambda part: isinstance(part, tuple)):
        if not same:
            continue
        pairs = [part for part in run if isinstance(part, tuple)]
        for word, place in pairs:
            yield from remarks_of(text, word, place.word, place.article, first=first)
            first = False
        for (a, x), (b, y) in pairwise(pairs):
            yield from remarks_of_gap(text, a, b, x.word, y.word, x.article.text)
