"""Documents as things with a life: who published, handed over, answered, signed or rejected them, and when."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from onrecord.events.clauses import sides_of
from onrecord.events.groups import group_at
from onrecord.events.scene import Line, Scene
from onrecord.events.words import BE, DETERMINERS, POSSESSIVE, PREPOSITIONS, STOPS, Word, forms_of
from onrecord.parties.tables import DOCUMENTS, read_lines, read_rows
from onrecord.record import Document, Event, Step

_LONGEST = 6  # words of a document's name before its noun
_BEHIND = 4  # tokens from a document to the verb of the passive behind it


class Paper(Struct, frozen=True):
    """A mention of a document: tokens `[first, last)` of a line, and the singular of its noun."""

    line: Line
    first: int
    last: int
    noun: str


def documents_of(scene: Scene, events: Sequence[Event]) -> tuple[Document, ...]:
    """The documents with which something was done, in the order of their first mention."""
    by_trigger = {span.start: event for event in events for span in event.triggers}
    found: dict[str, list[tuple[Paper, Step | None]]] = {}
    for line in scene.lines:
        for paper in _papers(line):
            found.setdefault(paper.noun, []).append((paper, _step(scene, paper, by_trigger)))
    kept = [own for own in found.values() if any(step for _, step in own)]
    return tuple(_document(f"d{number}", own) for number, own in enumerate(kept, 1))


def _document(id: str, own: Sequence[tuple[Paper, Step | None]]) -> Document:
    told = {(step.what, step.by, step.when): step for _, step in reversed(own) if step is not None}
    steps = tuple(sorted(told.values(), key=lambda step: step.evidence))
    fullest = max((paper for paper, _ in own), key=lambda paper: paper.last - paper.first)
    issued = next((step for step in steps if step.what in _ISSUED and step.by), None)
    return Document(
        id=id,
        name=_name(fullest),
        kind=own[0][0].noun,
        mentions=tuple(paper.line.span(paper.first, paper.last) for paper, _ in own),
        issued_by=issued.by if issued else (),
        addressed_to=next((step.to for step in steps if step.what in ("published", "handed over") and step.to), ()),
        date=next((step.when for step in steps if step.what in _ISSUED and step.when), None),
        life=steps,
    )


_ISSUED = ("published", "drafted", "handed over")


def _name(paper: Paper) -> str:
    first = paper.first + (paper.line.words[paper.first] in DETERMINERS and paper.last - paper.first > 1)
    return " ".join(token.text for token in paper.line.tokens[first : paper.last])


def _papers(line: Line) -> Iterator[Paper]:
    nouns = _nouns()
    for i, low in enumerate(line.words):
        noun = nouns.get(low)
        if noun is None or line.word(i + 1) in nouns:  # "draft agreement": the head comes later
            continue
        first = i
        while first > 0 and i - first < _LONGEST:
            before = line.words[first - 1]
            if before in DETERMINERS:
                first -= 1
                break
            if before in STOPS or before in PREPOSITIONS or before in BE or before in POSSESSIVE or before in _steps():
                break
            if not (
                before.endswith(("al", "ed", "en", "ic", "ive", "ary"))
                or before in nouns
                or _is_capital(line, first - 1)
            ):
                break
            first -= 1
        yield Paper(line, first, i + 1, noun)


def _is_capital(line: Line, i: int) -> bool:
    return i > 0 and line.tokens[i].text[0].isupper()


def _step(scene: Scene, paper: Paper, by_trigger: Mapping[int, Event]) -> Step | None:
    """What is done with the document where it is mentioned."""
    at = _verb(paper)
    if at is None:
        return None
    line = paper.line
    word, what = _steps()[line.words[at]]
    group = group_at(line, at, word)
    if group.negated or group.shape in ("modal", "future", "infinitive"):
        return None
    sides = sides_of(line, group, word)
    ids = [party.id for party in scene.parties]
    own = range(paper.first, paper.last)
    event = by_trigger.get(line.tokens[at].start)
    told = line.dated_in(*sides.clause)
    when = next((scene.times[dated.time].edtf for dated in told if scene.times[dated.time].type == "DATE"), None)
    left, right = sides.clause
    return Step(
        what=what,
        evidence=line.span(min(left, at), max(right, at + 1, paper.last)),
        by=tuple(dict.fromkeys(ids[named.party] for named in sides.of("subject") if named.first not in own)),
        to=tuple(dict.fromkeys(ids[named.party] for named in sides.of("to", "with", "between", "second"))),
        when=event.when if event is not None and event.when is not None else when,
        event=event.id if event is not None else None,
    )


def _verb(paper: Paper) -> int | None:
    """The verb that governs the document, before it or in the passive behind it."""
    words, steps = paper.line.words, _steps()
    for i in range(paper.first - 1, max(-1, paper.first - 4), -1):
        # The "draft" of "draft agreements" is no verb, nor the "written" of "our written drafts".
        modifies = i == paper.first - 1 and paper.line.word(i - 1) in DETERMINERS
        if words[i] in steps and words[i] not in _nouns() and not modifies:
            return i
        if words[i] in STOPS or (words[i] in PREPOSITIONS and words[i] not in ("to", "on")):
            break
    for i in range(paper.last, min(paper.last + _BEHIND, len(words))):
        if words[i] in steps and steps[words[i]][0].form in ("either", "participle"):
            behind = i + 1 < len(words) and words[i + 1] in PREPOSITIONS
            return i if words[i - 1] in BE or (i == paper.last and behind) or words[i - 1] in ("been", "not") else None
        if words[i] in STOPS:
            break
    return None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """{noun or its plural: singular}."""
    listed = {word: word for line in read_lines("document_nouns.txt") for word in line.split()}
    single = {noun: noun for noun in (*DOCUMENTS, *listed)}
    plural = {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s": noun for noun in listed}
    ends = {noun: noun.removesuffix("s") for noun in single if noun.endswith("s") and noun[:-1] in single}
    return plural | single | ends


@lru_cache(maxsize=1)
def _steps() -> dict[str, tuple[Word, str]]:
    """{form of a verb: (the verb, what it does with a document)}; a verb of two steps does the first."""
    found: dict[str, tuple[Word, str]] = {}
    for step, verbs in read_rows("document_steps.tsv", 2):
        for verb in verbs.split():
            lemma, _, particle = verb.partition("+")
            for form, name in forms_of(lemma, "verb"):
                found.setdefault(form, (Word(lemma, "verb", name, (), particle or None), step))
    return found
