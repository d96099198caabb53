"""Whether a happening is over, goes on, is planned or was called off, as far as a mention says."""

from itertools import pairwise

from onrecord.events.candidates import Candidate
from onrecord.events.scene import Scene, is_ahead
from onrecord.record import EventStatus

_CANCELLED = frozenset(
    """
    cancel cancels cancelled canceled cancelling canceling cancellation scrap scrapped scraps abandon abandoned postpone
    postponed postpones shelve shelved axed aborted
    """.split()
)
_PLANNING = frozenset(
    """
    plan plans planned planning scheduled schedule expected set due agreed agree prepare prepares preparing prepared
    intend intends hope hopes aims expects likely wants want seek seeks vowed vows pledged promised promises offered
    ready about going considering upcoming next proposed future decided propose proposes poised slated
    forthcoming looming
    """.split()
)
_HAPPENED = frozenset("managed able forced began continued started helped used went ordered".split())
_GOVERNING = _PLANNING | _HAPPENED
_GOVERNED = 8  # tokens before "to" in which its verb stands: "agreed in a call on Monday to"
_UNREAL = frozenset("would could might may should can must ’d 'd".split())
_GOING_ON = frozenset("ongoing continuing continued continue continues amid current under".split())


def status_of(scene: Scene, candidate: Candidate, when: str | None) -> EventStatus | None:
    """The status of a mention by itself, whoever tells it; None where nothing says that it happens.

    when: its date, EDTF.
    """
    line, group = candidate.line, candidate.group
    left, right = candidate.sides.clause
    words = line.words[max(0, left - 3) : min(right + 1, len(line.words))]
    near = set(line.words[max(0, group.first - 5) : group.end + 5])
    off = any(a in ("called", "call", "calls", "calling") and b == "off" for a, b in pairwise(words))
    if (off or not near.isdisjoint(_CANCELLED)) and line.words[group.at] not in _CANCELLED:
        return "cancelled"
    if group.negated:
        return None
    if group.shape == "future":
        return "planned"
    ahead = is_ahead(scene, when) if when is not None else _has_date_ahead(scene, candidate)
    if group.shape == "modal":
        return "planned" if ahead else None
    if group.shape == "infinitive":
        governing = [low for low in line.words[max(0, group.first - _GOVERNED) : group.first] if low in _GOVERNING]
        if governing and governing[-1] in _HAPPENED:
            return "held"
        return "planned" if governing or ahead or line.role == "headline" else None
    if group.shape == "progressive":
        return "planned" if ahead else "held" if _was(line.words, group.first) else "ongoing"
    if candidate.word.part == "noun":
        governed = line.words[group.first - 6 : group.first] if group.first >= 6 else line.words[: group.first]
        if ahead or any(low in _PLANNING for low in line.words[group.first : group.at]):
            return "planned"
        if any(low in ("will", "’ll", "'ll") for low in (*governed, *line.words[group.end : group.end + 3])):
            return "planned"
        if "to" in governed and not _PLANNING.isdisjoint(governed):  # "expects to receive a reply"
            return "planned"
        if any(low in _GOING_ON for low in (*governed[-2:], *line.words[group.first : group.at])):
            return "ongoing"
        if any(low in _UNREAL for low in governed[-4:]) or "if" in words:
            return None
        return "held"
    if group.shape == "present" and ahead:
        return "planned"
    if "if" in line.words[max(0, left - 2) : group.at] or "unless" in line.words[max(0, left - 2) : group.at]:
        return None
    if group.shape in ("perfect", "present") and "until" in line.words[max(0, min(left, group.first - 4)) : group.at]:
        return None  # "not before both governments have signed"
    return "held"


def _was(words: list[str], first: int) -> bool:
    return any(low in ("was", "were", "had") for low in words[first : first + 3])


def _has_date_ahead(scene: Scene, candidate: Candidate) -> bool:
    """Whether a date in the clause lies behind the day of the report."""
    left, right = candidate.sides.clause
    for dated in candidate.line.dated_in(left, right):
        time = scene.times[dated.time]
        if time.edtf and time.type in ("DATE", "TIME") and is_ahead(scene, time.edtf):
            return True
    return False
