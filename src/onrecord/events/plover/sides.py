"""Who does a coded event, and to whom it is done."""

from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.events.plover import phrases as np
from onrecord.events.plover.bounds import Subject
from onrecord.events.plover.lexicon import MUST
from onrecord.events.plover.phrases import Phrase
from onrecord.events.plover.reading import Hit, subject_of
from onrecord.events.scene import Line

Range = tuple[int, int]  # the tokens [first, last)

# The prepositions behind which the target of a code stands, the likelier first; "" is the object.
_NEAREST: Final[dict[str, tuple[str, ...]]] = {
    "CONSULT": ("", "with", "between", "to"),
    "AID": ("to", "", "for"),
    "SANCTION": ("against", "", "on", "to", "with"),
    "RETREAT": ("", "from", "to", "in"),
    "PROTEST": ("against", "over", "at", ""),
    "DISAPPROVE": ("against", "", "over", "about", "with", "to"),
    "THREATEN": ("", "against", "on", "with"),
}
# In these the direct object is who suffers it, named or not.
_DIRECT: Final = frozenset(["ASSAULT", "FIGHT", "COERCE", "CONSULT", "DISAPPROVE", "SUPPORT", "PROTEST"])

# In these a place is only where it happens.
_NOWHERE: Final = frozenset(["CONSULT", "SUPPORT", "COOPERATE"])


def sides_of(line: Line, kinds: list[str], hit: Hit) -> tuple[list[Range], list[Range]]:
    """The phrases of those who act, and of those acted upon."""
    behind = np.phrases(line, kinds, hit.end, hit.limit)
    if hit.is_noun:
        return _noun_sides(line, kinds, hit, behind)
    standing = hit.standing
    actors = _subject_phrases(line, kinds, standing.subject)
    if hit.term is MUST and standing.reporter is not None:
        between = np.phrases(line, kinds, standing.reporter + 1, hit.group.first)
        demanding = _subject_phrases(line, kinds, subject_of(line, kinds, standing.reporter))
        return demanding, actors or _ties(between, ("", "to"))
    if (hit.group.passive or standing.reduced) and not hit.term.adjective:
        by = _ties(behind, ("by",))
        if hit.code == "MOBILIZE" and not by:  # "police [were deployed]" themselves
            return actors, _ties(behind, ("against", "in"))
        return by or _ties(behind, ("in",)), actors
    if not actors and standing.reporter is not None:
        actors = _subject_phrases(line, kinds, subject_of(line, kinds, standing.reporter))
    taken = {line.words[i] for first, last in actors for i in range(first, last)}
    behind = [phrase for phrase in behind if not taken.issuperset(line.words[phrase.first : phrase.last])]
    return actors, _targets(line, behind, hit)


def _subject_phrases(line: Line, kinds: list[str], subject: Subject) -> list[Range]:
    """Of a subject those who act, each with its apposition."""
    found = np.phrases(line, kinds, subject.first, subject.last)
    own = [phrase for phrase in found if phrase.tie == ""] or found[:1]
    ranges = [(phrase.first, phrase.last) for phrase in own]
    if subject.aside is not None and len(ranges) == 1:
        ranges = [(ranges[0][0], subject.aside[1])]
    return ranges


def _ties(behind: Sequence[Phrase], ties: Iterable[str]) -> list[Range]:
    """The first phrase behind one of the prepositions, with those that "and" ties to it."""
    for tie in ties:
        for k, phrase in enumerate(behind):
            if phrase.tie != tie:
                continue
            found = [(phrase.first, phrase.last)]
            for other in behind[k + 1 :]:
                if not other.joined or other.tie != tie:
                    break
                found.append((other.first, other.last))
            return found
    return []


def _targets(line: Line, behind: list[Phrase], hit: Hit) -> list[Range]:
    if not behind:
        return []
    if hit.code not in _DIRECT:
        # "sent [troops] to Teskia": what has a name of its own before what has none.
        behind = [phrase for phrase in behind if _is_named(line, phrase)] or behind
    if hit.code in _NOWHERE:
        behind = [phrase for phrase in behind if phrase.tie not in ("in", "at", "near")]
    return _ties(behind, _NEAREST.get(hit.code or "", ())) or _ties(behind, [phrase.tie for phrase in behind[:1]])


def _is_named(line: Line, phrase: Phrase) -> bool:
    return any(line.tokens[i].text[0].isupper() for i in range(phrase.first, phrase.last))


def _noun_sides(line: Line, kinds: list[str], hit: Hit, behind: Sequence[Phrase]) -> tuple[list[Range], list[Range]]:
    """The sides of an event that a noun tells: "the army’s attack on the town", "talks between Roe and Poe"."""
    first = hit.group.first
    targets = _ties(behind, ("on", "against", "with", "of", "in", "to"))
    actors = _ties(behind, ("by", "between"))
    if not actors:
        start = max(0, first - 4) if first and kinds[first - 1] == np.OWNS else first
        before = np.phrases(line, kinds, start, hit.at)
        actors = [(phrase.first, phrase.last) for phrase in before[-1:]] or _of_verb(line, kinds, hit)
    if hit.code in _NOWHERE:
        targets = _ties(behind, ("with", "for", "to"))
    return actors, [side for side in targets if side not in actors]


def _of_verb(line: Line, kinds: list[str], hit: Hit) -> list[Range]:
    """Who the subject of the verb before a noun is: "Roe [had] talks", "police [were] on alert", "... in protest"."""
    verb, first = hit.group.verb, hit.group.first
    tie = line.word(first - 1)
    if verb < 0 and (tie == "on" or (tie == "in" and hit.code == "PROTEST")):
        wanted = _VERBAL if tie == "in" else frozenset([np.AUXILIARY])
        verb = next((i for i in range(first - 2, max(-1, first - _FAR), -1) if kinds[i] in wanted), -1)
    return _subject_phrases(line, kinds, subject_of(line, kinds, verb)) if verb >= 0 else []


_VERBAL: Final = frozenset([np.VERB, np.AUXILIARY])
_FAR: Final = 12  # tokens
