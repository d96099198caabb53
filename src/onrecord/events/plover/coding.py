"""The events of a sentence as PLOVER codes them: what is done, how, by whom and to whom.

Each word of the tables is read with its verb group, its subject and the rest of its clause (reading.py); from the right
to the left each word that governs another takes its code from it (values.py); then the sides are found (sides.py).
There is no parser, only look-ups.
"""

from msgspec import Struct
from msgspec.structs import replace

from onrecord.events.plover import phrases as np
from onrecord.events.plover.lexicon import CODES, MUST, classes, contexts, modes
from onrecord.events.plover.reading import Hit, hits_of
from onrecord.events.plover.sides import sides_of
from onrecord.events.plover.values import set_codes
from onrecord.events.scene import Line, Scene
from onrecord.spans import Span
from onrecord.statements.cues import VERBS


class Coded(Struct, frozen=True):
    """An event of a sentence in PLOVER's terms.

    code, mode, contexts: as PLOVER 0.5 names them. trigger: the word that tells it; words: it and
    those that it governs.
    actors, targets: who does it and to whom, as written; actor_parties, target_parties: by the parties' numbers;
    none where it is not real.
    line: number of the sentence. real: False where it is only wished for, denied, supposed, or part of another event.
    rank: 0 of a main clause, 1 of another clause, 2 of a noun.
    """

    code: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    words: tuple[Span, ...]
    actors: tuple[Span, ...]
    targets: tuple[Span, ...]
    actor_parties: tuple[int, ...]
    target_parties: tuple[int, ...]
    line: int
    real: bool
    rank: int


def coded(scene: Scene) -> tuple[Coded, ...]:
    """The events of an article in the order of its sentences, the main one of each sentence first."""
    return tuple(event for line in scene.lines for event in code_line(line))


def code_line(line: Line) -> tuple[Coded, ...]:
    """The events of one sentence, the main one first; none of a question."""
    if not line.words or line.words[-1] == "?":
        return ()
    hits, kinds = hits_of(line)
    set_codes(hits)
    told = (hit for hit in hits if hit.code in CODES and not _is_elsewhere(line, kinds, hit))
    found = [event for hit in told if (event := _coded(line, kinds, hit)) is not None]
    if not found:
        return ()
    told_in = contexts_of(line)
    found = [replace(event, contexts=told_in) for event in found] if told_in else found
    return tuple(sorted(found, key=lambda event: (not event.real, event.rank)))


def _is_elsewhere(line: Line, kinds: list[str], hit: Hit) -> bool:
    """Whether a word tells no event: of a match, an illness, or of who said the sentence; an object alone."""
    if hit.row is not None and hit.row.governed and not hit.governed:
        return True
    if hit.is_noun and not hit.governed and _is_before_noun(line, kinds, hit.end):
        return True
    if hit.code in ("ASSAULT", "FIGHT", "THREATEN"):
        known = classes()
        if not known["sport"].isdisjoint(line.words) or line.word(hit.at - 1) in known["health"]:
            return True
    return _is_tag(line, kinds, hit)


def _is_before_noun(line: Line, kinds: list[str], i: int) -> bool:
    """Whether another noun stands at `i`: "[riot] police"."""
    if i >= len(kinds) or kinds[i] != np.PLAIN or line.words[i].startswith("attempt"):
        return False
    return line.words[i].isalpha() and not line.words[i].endswith("ed")


def _is_tag(line: Line, kinds: list[str], hit: Hit) -> bool:
    """Whether a verb only says whose words the sentence is: "..., the minister [charged] on Monday"."""
    if line.words[hit.at] not in VERBS or hit.governs is not None or hit.standing.subject.link != ",":
        return False
    return all(kind not in (np.PLAIN, np.VERB, np.AUXILIARY) for kind in kinds[hit.end : hit.end + 2])


def _coded(line: Line, kinds: list[str], hit: Hit) -> Coded | None:
    """The event of a word that has a code; None where nobody is seen to take part."""
    real = hit.standing.real and not hit.governed and not (hit.is_noun and hit.group.negated)
    actors, targets = sides_of(line, kinds, hit) if real else ([], [])
    if hit.code is None or (real and not (actors or targets)):
        return None
    # A noun tells a deed only with who did it: "a raid by rebels", not "raids are rare".
    real = real and (bool(actors) or (not hit.is_noun and hit.term is not MUST))
    chain = [hit]
    while chain[-1].governs is not None:
        chain.append(chain[-1].governs)
    words = tuple(line.span(one.at, one.at + 1) for one in chain)
    return Coded(
        code=hit.code,
        mode=hit.mode or _mode(line, hit),
        contexts=(),
        trigger=words[0],
        words=words,
        actors=tuple(line.span(first, last) for first, last in actors),
        targets=tuple(line.span(first, last) for first, last in targets),
        actor_parties=_parties(line, actors),
        target_parties=_parties(line, targets),
        line=line.number,
        real=real,
        rank=hit.standing.rank,
    )


def _parties(line: Line, ranges: list[tuple[int, int]]) -> tuple[int, ...]:
    """The numbers of the parties whose mentions lie in the ranges, in order, each once."""
    found: dict[int, None] = {}
    for first, last in ranges:
        for named in line.named:
            if named.first < last and first < named.last:
                found.setdefault(named.party)
    return tuple(found)


def _mode(line: Line, hit: Hit) -> str | None:
    """The mode that the first word of the clause in the table of modes says; None where none does."""
    table = modes().get(hit.code or "")
    if table is None:
        return None
    first = min(hit.standing.subject.first, hit.group.first)
    return next((table[low] for low in line.words[first : hit.limit] if low in table), None)


_MOST_CONTEXTS = 2


def contexts_of(line: Line) -> tuple[str, ...]:
    """The contexts whose words stand in the sentence, those with more words first."""
    table = contexts()
    counts: dict[str, int] = {}
    for low in line.words:
        context = table.get(low)
        if context is not None:
            counts[context] = counts.get(context, 0) + 1
    return tuple(sorted(counts, key=lambda context: -counts[context])[:_MOST_CONTEXTS])
