"""The code of each word of a sentence, from the right to the left: what governs another word takes its code from it."""

from collections.abc import Sequence

from onrecord.events.plover import phrases as np
from onrecord.events.plover.lexicon import CODES, COOPERATION, MUST, OBLIGING, Condition, Row, results
from onrecord.events.plover.reading import OBJECT, Hit
from onrecord.events.scene import Line
from onrecord.parties.tables import PEOPLE
from onrecord.statements.cues import VERBS


def set_codes(hits: Sequence[Hit]) -> None:
    """Sets code and mode of each hit, and which hit governs which."""
    for i in range(len(hits) - 1, -1, -1):
        _set_code(hits[i], hits[i + 1 :])


def _set_code(hit: Hit, behind: Sequence[Hit]) -> None:
    inner = _governed(hit, behind) if behind and hit.term.governs else None
    row = _row(hit, inner)
    if row is None:
        return
    code: str | None = row.code
    mode = row.mode
    if code not in CODES:
        if inner is not None and inner.is_noun and row.code == "bid":
            inner = None  # "told rebels [to leave]", not "told a [meeting]"
        told = inner.code if inner is not None else None
        code = results().get((row.code, told or "nothing"))
        if code is not None and inner is not None:
            hit.governs, inner.governed = inner, True
            mode = inner.mode if code == told else None
    if code is None:
        if inner is not None and row.code == "avoid":
            inner.governed = True
        return
    hit.row, hit.mode, hit.code = row, mode, _in_group(hit, code)
    if hit.code in _IRREALIS:
        for other in behind:
            if other.at >= hit.limit or (hit.is_noun and not other.is_noun and other.group.shape != "infinitive"):
                break
            other.governed = True


# What these govern is told as wished for, refused or alleged, not as done.
_IRREALIS = frozenset(["AGREE", "DEMAND", "REJECT", "THREATEN", "DISAPPROVE", "INVESTIGATE", "PROTEST", "SUPPORT"])


def _row(hit: Hit, inner: Hit | None) -> Row | None:
    """The row of a word that fits best: the one whose object stands nearest, then that of what it governs."""
    best, nearest = None, len(hit.line.words)
    for row in hit.term.rows:
        place = _place(hit, row.conditions)
        if not row.conditions and inner is not None and inner.is_noun and row.code not in CODES:
            place = inner.at
        if place is not None and place < nearest:
            best, nearest = row, place
    return best


def _place(hit: Hit, conditions: Sequence[Condition]) -> int | None:
    """The token nearest to the word at which its conditions hold, one far away where they are not of an object; None
    where one does not hold."""
    if not conditions:
        return len(hit.line.words) - 1
    nearest = 0
    for condition in conditions:
        place = _where(hit, condition)
        if place is None:
            return None
        nearest = min(nearest, place) if nearest and place else nearest or place
    return nearest or len(hit.line.words) - 2


def _where(hit: Hit, condition: Condition) -> int | None:
    words = hit.line.words
    found: int | None = None
    if condition.place == "to":
        found = 0 if "to" in words[hit.end : hit.limit] else None
    elif condition.place == "infinitive":
        found = 0 if _has_infinitive(hit) else None
    elif condition.place != "subject":
        wide = condition.place == "clause"
        if not condition.words.isdisjoint(words[hit.end : hit.limit] if wide else hit.rest):
            found = next(i for i in range(hit.end, hit.limit) if words[i] in condition.words)
    if (found is None and condition.place in ("subject", "clause")) or (
        found is None and condition.place == "object" and not hit.is_noun and hit.group.passive
    ):
        subject = hit.standing.subject
        found = None if condition.words.isdisjoint(words[subject.first : subject.last]) else 0
    if condition.negated:
        return 0 if found is None else None
    return found


def _has_infinitive(hit: Hit) -> bool:
    """Whether "to" and a verb stand behind an object: "told rebels [to] leave"."""
    words, kinds = hit.line.words, hit.kinds
    return any(
        words[i] == "to"
        and kinds[i + 1] == np.PLAIN
        and words[i + 1] not in PEOPLE
        and hit.line.tokens[i + 1].text.islower()
        for i in range(hit.end + 1, min(hit.limit, len(words)) - 1)
    )


def _governed(hit: Hit, behind: Sequence[Hit]) -> Hit | None:
    """The word on which the code of `hit` may depend: the first one with a code in its clause."""
    for other in behind:
        if other.at >= hit.limit:
            return None
        if not other.code:
            continue
        if other.is_noun and (other.at > hit.end + OBJECT or "by" in hit.line.words[hit.end : other.at]):
            return None
        if other.is_noun or other.group.shape in ("infinitive", "ing", "passive"):
            return other
        if other.standing.reporter is not None or other.standing.subject.link in ("that", "verb"):
            return other
    return None


_MAYBE = frozenset("may might can could ’d 'd".split())
_AHEAD = frozenset("would wouldn't wouldn’t will won't won’t".split())
_UNABLE = frozenset("cannot can't can’t can could couldn't couldn’t".split())


def _in_group(hit: Hit, code: str) -> str | None:
    """The code of a verb with its auxiliaries: what is to come, what may be, what is denied."""
    if hit.term is MUST:
        reporter = hit.standing.reporter
        return code if reporter is not None and _merely_says(hit.line, reporter) else None
    group = hit.group
    if hit.is_noun:
        return None if hit.line.words[group.first] == "no" else code
    ahead = group.shape != "infinitive" and (group.shape == "future" or group.modal in _AHEAD)
    if group.negated:
        if hit.term.adjective and code == "AGREE":
            return "REJECT"
        unable = group.modal in _UNABLE and code != "SUPPORT"
        return "REJECT" if (ahead or unable) and code in COOPERATION else None
    if ahead:
        return results().get(("plan", code))
    if group.shape == "modal" and (group.modal in _MAYBE or group.modal in OBLIGING):
        return None
    return code


def _merely_says(line: Line, reporter: int) -> bool:
    """Whether the word before a "must" gives it as words of its subject: "said", not "agreed"."""
    verb = VERBS.get(line.words[reporter])
    return verb is None or verb[0].act in ("say", "announce", "believe", "answer")
