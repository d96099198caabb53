"""What kind of meeting it was, and how long it took or was to take."""

from collections.abc import Sequence

from onrecord.events.mentions import Mention
from onrecord.events.scene import Scene

# The format of a meeting by words beside its own; several may hold.
_FORMATS = {
    "bilateral": "bilateral one-on-one two-way tete-a-tete",
    "multilateral": "multilateral trilateral quadrilateral",
    "council": "council committee commission assembly congress parliament cabinet board panel",
    "leaders": "summit leaders presidents",
    "ministers": "ministers ministerial minister",
    "deputies": "deputies deputy vice-ministers",
    "by phone": "phone telephone telephoned phoned telephonic",
    "by video": "video videoconference virtual zoom online teleconference",
    "closed": "closed-door behind-closed-doors private closed",
    "emergency": "emergency extraordinary urgent",
    "hearing": "hearing hearings trial trials testimony",
}
_CALLS = frozenset(["call", "phone", "telephone", "ring"])  # what is said on the telephone without naming it
_BY_WORD = {word: name for name, words in _FORMATS.items() for word in words.split()}
_PLANNED = frozenset("planned scheduled expected due would intended set".split())
_NEAR = 6  # tokens around the word of the meeting


def formats(own: Sequence[Mention]) -> tuple[str, ...]:
    """The formats that the words beside the mentions of a meeting say, in the order of the table."""
    called = any(mention.type == "call" and mention.candidate.word.lemma in _CALLS for mention in own)
    found = {"by phone"} if called else set[str]()
    for mention in own:
        line, group = mention.candidate.line, mention.candidate.group
        near = line.words[max(0, min(group.first, group.at - 3)) : group.end + _NEAR]
        found.update(_BY_WORD[low] for low in near if low in _BY_WORD)
    return tuple(name for name in _FORMATS if name in found)


def lengths(scene: Scene, own: Sequence[Mention]) -> tuple[str | None, str | None]:
    """How long a meeting was planned to take, and how long it took: ISO 8601, as "PT90M"."""
    planned = actual = None
    for mention in own:
        line, group = mention.candidate.line, mention.candidate.group
        left, right = mention.candidate.sides.clause
        for dated in line.dated_in(min(left, group.first), right):
            time = scene.times[dated.time]
            if time.type != "DURATION" or time.edtf is None or "T" not in time.edtf:
                continue
            inside = group.first <= dated.first < group.at  # "a planned 90-minute meeting"
            before = set(line.words[max(0, dated.first - 3) : dated.first]) | (
                {line.word(group.first - 1)} if inside else set()
            )
            lasted = not _LASTED.isdisjoint(line.words[max(0, dated.first - 3) : dated.first])
            if not (inside or lasted):
                continue
            if not before.isdisjoint(_PLANNED) or mention.status == "planned":
                planned = planned or time.edtf
            else:
                actual = actual or time.edtf
    return planned, actual


_LASTED = frozenset("lasted lasting took for over ran".split())
