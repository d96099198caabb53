"""When a happening was: which of the dates around its mention is its own.

A log-linear choice among the dates of the sentence, those of the one before, and none. The weights
(`data/event_dates.tsv`) were fitted on annotated articles (training/events.py).
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from onrecord.events.candidates import Candidate
from onrecord.events.scene import Dated, Line, Scene
from onrecord.events.words import PREPOSITIONS, STOPS
from onrecord.parties.tables import read_rows
from onrecord.record import Time


class Option(Struct, frozen=True):
    """A date that may be that of a happening: its EDTF value, None for the option that none is, and its signs."""

    value: str | None
    signs: tuple[str, ...]


class Around(Struct, frozen=True):
    """The dates that stand outside the sentence of a mention.

    before: the last date of the line before; after: the first of the line behind, both in the same paragraph. lead: the
    first day that the body of the article gives, from which its story mostly starts.
    """

    before: str | None
    after: str | None
    lead: str | None


def around(scene: Scene) -> dict[int, Around]:
    """The dates around each line, by its number."""
    lines = scene.lines
    lead = next(
        (value for line in lines if line.role == "body" for value in _values(scene, line) if len(value) == 10), None
    )
    found = {}
    for i, line in enumerate(lines):
        before = lines[i - 1] if i and lines[i - 1].paragraph == line.paragraph else None
        after = lines[i + 1] if i + 1 < len(lines) and lines[i + 1].paragraph == line.paragraph else None
        found[line.number] = Around(
            before=next(reversed(_values(scene, before)), None) if before else None,
            after=next(iter(_values(scene, after)), None) if after else None,
            lead=lead,
        )
    return found


def _values(scene: Scene, line: Line) -> list[str]:
    values = (value_of(scene.times[dated.time]) for dated in line.dated)
    return [value for value in values if value is not None]


def options(scene: Scene, candidate: Candidate, near: Around, rivals: tuple[int, ...], kind: str) -> list[Option]:
    """What a mention of that type may be dated to; the first option is none.

    rivals: tokens of the line that name other happenings.
    """
    line, group = candidate.line, candidate.group
    shape = group.shape if candidate.word.part == "verb" else f"noun {'governed' if group.verb >= 0 else 'bare'}"
    told = "told" if line.told[group.at] >= 0 else "untold"
    found = []
    for dated in line.dated:
        time = scene.times[dated.time]
        value = value_of(time)
        if value is not None:
            found.append(Option(value, _signs(scene, candidate, dated, time, value, rivals, shape)))
    count = min(len(found), 3)
    own = {option.value for option in found}
    early = "early" if line.paragraph < _EARLY else "later"
    for where, outer in (("before", near.before), ("after", near.after), ("lead", near.lead)):
        if outer is not None and outer not in own:
            own.add(outer)
            told_so = (where, f"{where} {_size(outer)}", f"{where} {shape}", f"{where} {told}", f"{where} of {count}")
            found.append(
                Option(outer, (*told_so, f"{where} {kind}", f"{where} {line.role}", f"{where} {early} {count}"))
            )
    nothing = (
        "none",
        f"none {shape}",
        f"none of {count}",
        f"none {told}",
        f"none {told} {shape}",
        f"none {line.role}",
        f"none {kind}",
        f"none {early} {count}",
    )
    return [Option(None, nothing), *found]


_EARLY = 4  # paragraphs


def _signs(
    scene: Scene, candidate: Candidate, dated: Dated, time: Time, value: str, rivals: tuple[int, ...], shape: str
) -> tuple[str, ...]:
    line, group = candidate.line, candidate.group
    left, right = candidate.sides.clause
    behind = dated.first >= group.end
    side = "behind" if behind else "before"
    gap = dated.first - group.end if behind else group.first - dated.last
    near = "0" if gap <= 0 else "1" if gap <= 1 else "2" if gap <= 3 else "3" if gap <= 6 else "4" if gap <= 12 else "5"
    between = range(group.end, dated.first) if behind else range(dated.last, group.first)
    crossed = sum(rival in between for rival in rivals)
    stops = sum(line.words[i] in STOPS for i in between)
    inside = left <= dated.first < right
    leads = dated.first <= 1 or (dated.first <= 2 and line.words[0] in PREPOSITIONS)
    preposition = line.word(dated.first - 1)
    preposition = preposition if preposition in PREPOSITIONS else "-"
    nearer = any(
        abs(other.first - group.at) < abs(dated.first - group.at) for other in line.dated if other is not dated
    )
    closest = all(abs(dated.first - group.at) <= abs(dated.first - rival) for rival in rivals)
    ahead = scene.published is not None and value[:10] > scene.published[: len(value[:10])]
    kind = _size(value)
    return (
        f"{side} {near}",
        f"crossed {min(crossed, 2)} {side}",
        f"stops {min(stops, 3)} {side}",
        f"clause {inside}",
        f"clause {inside} {side} crossed {min(crossed, 2)}",
        f"leads {leads}",
        f"leads {leads} {shape}",
        f"preposition {preposition}",
        f"nearer {nearer}",
        f"closest {closest}",
        f"closest {closest} nearer {nearer} {side}",
        f"size {kind}",
        f"ahead {ahead} {shape}",
        f"{side} {shape}",
        f"same told {line.told[dated.first] == line.told[group.at]}",
        f"mod {time.mod}" if time.mod else "no mod",
        f"within {group.first <= dated.first < group.at}",
    )


def _size(value: str) -> str:
    return "span" if "/" in value else {10: "day", 7: "month", 4: "year"}.get(len(value), "other")


@lru_cache(maxsize=2048)
def _day(value: str) -> str:
    return "/".join(part.split("T")[0] for part in value.split("/"))


def value_of(time: Time) -> str | None:
    """The date of a time expression, without its clock time; None for durations, sets and vague ones."""
    return _day(time.edtf) if time.edtf and time.type in ("DATE", "TIME") and not time.edtf.startswith("P") else None


def chosen(weights: Mapping[str, float], found: list[Option]) -> Option:
    """The likeliest option; the first of equals."""
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda option: sum(weights.get(sign, 0.0) for sign in option.signs))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each sign."""
    return {name: float(weight) for name, weight in read_rows("event_dates.tsv", 2)}
