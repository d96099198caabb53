"""When a happening was: which of the dates around its mention is its own.

A log-linear choice among the dates of the sentence, those of the one before, and none. The weights
(`data/event_dates.tsv`) were fitted on annotated articles (training/events.py).
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from onrecord.events.candidates import Candidate
from onrecord.events.scene import Dated, Line, Scene, is_ahead
from onrecord.events.words import PREPOSITIONS, STOPS, triggers
from onrecord.parties.tables import read_rows
from onrecord.record import Time


class Option(Struct, frozen=True):
    """A date that may be that of a happening: its EDTF value, None for the option that none is, and its signs."""

    value: str | None
    signs: tuple[str, ...]


class Around(Struct, frozen=True):
    """The dates that stand outside the sentence of a mention.

    before: the last date of the line before. earlier: the last one in the paragraph before that. opening: that with
    which the paragraph opens. after: the first of the line behind, in the same paragraph.
    lead: the first day that the body of the article gives, from which its story mostly starts.
    """

    before: str | None = None
    earlier: str | None = None
    opening: str | None = None
    after: str | None = None
    lead: str | None = None


def around(scene: Scene) -> dict[int, Around]:
    """The dates around each line, by its number."""
    lines = scene.lines
    values = [_values(scene, line) for line in lines]
    days = (
        day for line, own in zip(lines, values, strict=True) if line.role == "body" for day in own if len(day) == 10
    )
    lead = next(days, None)
    found = {}
    paragraph, opening, earlier = -1, None, None
    for i, line in enumerate(lines):
        if line.paragraph != paragraph:
            paragraph, earlier, opening = line.paragraph, None, None
            if line.dated and line.dated[0].first <= 1:
                opening = value_of(scene.times[line.dated[0].time])
        same = i > 0 and lines[i - 1].paragraph == paragraph
        follows = i + 1 < len(lines) and lines[i + 1].paragraph == paragraph
        before = values[i - 1][-1] if same and values[i - 1] else None
        after = values[i + 1][0] if follows and values[i + 1] else None
        found[line.number] = Around(before, earlier, opening, after, lead)
        earlier = before or earlier
    return found


def _values(scene: Scene, line: Line) -> list[str]:
    values = (value_of(scene.times[dated.time]) for dated in line.dated)
    return [value for value in values if value is not None]


class Carried(Struct, frozen=True):
    """The date of the last mention that has one: its line, paragraph and shape. of: that of the last of each type."""

    value: str
    line: int
    paragraph: int
    shape: str
    of: Mapping[str, str]


def options(
    scene: Scene, candidate: Candidate, near: Around, rivals: tuple[int, ...], kind: str, carried: Carried | None
) -> list[Option]:
    """What a mention of that type may be dated to; the first option is none.

    rivals: tokens of the line that name other happenings.
    """
    line, group = candidate.line, candidate.group
    shape = shape_of(candidate)
    told = "told" if line.told[group.at] >= 0 else "untold"
    found: dict[str, list[str]] = {}
    for dated in line.dated:
        time = scene.times[dated.time]
        value = value_of(time)
        if value is not None:
            found.setdefault(value, []).extend(_signs(scene, candidate, dated, time, value, rivals, shape))
    for first, last in zip(line.dated, line.dated[1:], strict=False):
        value = _range(scene, line, first, last)
        if value is not None:
            found[value] = ["range", *_signs(scene, candidate, last, scene.times[last.time], value, rivals, shape)]
    count = min(len(found), 2)
    early = "early" if line.paragraph < _EARLY else "later"
    begins = line.words[0] if line.words[0] in _GOING_ON else "-"
    outer = [("before", near.before), ("earlier", near.earlier), ("opening", near.opening)]
    outer += [("after", near.after), ("lead", near.lead)]
    # A sentence that opens with a date ("On March 3, ...") is about that day.
    opens = any(dated.first <= _OPENING and value_of(scene.times[dated.time]) for dated in line.dated[:1])
    for where, outside in outer:
        if outside is not None and not opens:
            found.setdefault(outside, []).extend(
                f"{where} of {count} {sign}"
                for sign in ("", _size(outside), shape, told, kind, f"{line.role} {early}", f"begins {begins}")
            )
    if carried is not None and not opens:
        apart = line.number - carried.line
        far = "0" if apart == 0 else "1" if apart == 1 else "few" if apart < 4 else "far"
        same = "same" if line.paragraph == carried.paragraph else "other"
        found.setdefault(carried.value, []).extend(
            (
                f"carried {far} {same} of {count}",
                f"carried {far} {shape} {carried.shape}",
                f"carried {same} {shape} of {count}",
                f"carried {kind} of {count}",
                f"carried {told} {same}",
                f"carried {_size(carried.value)} {far}",
                f"carried begins {begins} {far}",
            )
        )
        alike = carried.of.get(kind)
        if alike is not None:
            found.setdefault(alike, []).extend(
                (
                    f"alike of {count}",
                    f"alike {kind} of {count}",
                    f"alike {shape} of {count}",
                    f"alike {told} of {count}",
                )
            )
        for other in _recalled(candidate):
            value = carried.of.get(other)
            if value is not None:
                found.setdefault(value, []).extend((f"recalled of {count}", f"recalled {kind}", f"recalled {other}"))
    nothing = [f"none of {count} {sign}" for sign in ("", shape, told, f"{told} {shape}", line.role, kind, early)]
    return [Option(None, tuple(nothing)), *(Option(value, tuple(signs)) for value, signs in found.items())]


def _recalled(candidate: Candidate) -> list[str]:
    """The types of the happenings that the clause recalls: "22 people died in [the fire]"."""
    line, (left, right) = candidate.line, candidate.sides.clause
    found: list[str] = []
    for i in range(max(left, 1), min(right + 1, len(line.words))):
        if i != candidate.group.at and line.words[i - 1] in _RECALLING:
            found += [word.types[0] for word in triggers().get(line.words[i], ()) if word.part == "noun"]
    return found


_RECALLING = frozenset("the this that these those".split())
_JOINING = frozenset("to and – - through until till".split())


def _range(scene: Scene, line: Line, first: Dated, last: Dated) -> str | None:
    """The interval that two dates make: "from March 3 to March 7", "between Monday and Thursday"."""
    if not first.last < last.first <= first.last + 2 or line.words[first.last] not in _JOINING:
        return None
    opened = line.word(first.first - 1) in ("from", "between") or line.words[first.last] in ("–", "-", "through")
    begin, end = value_of(scene.times[first.time]), value_of(scene.times[last.time])
    if not opened or begin is None or end is None or "/" in begin + end or begin >= end:
        return None
    return f"{begin}/{end}"


def shape_of(candidate: Candidate) -> str:
    """The shape of the verb, or how the noun stands."""
    group = candidate.group
    return group.shape if candidate.word.part == "verb" else f"noun {'governed' if group.verb >= 0 else 'bare'}"


_GOING_ON = frozenset("he she it they then later after but and also the in on since his her their this that".split())
_OPENING = 2  # tokens before a date that opens its sentence
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
    ahead = is_ahead(scene, value)
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
        f"relative {_is_related(line, dated.last, left)}",
    )


def _is_related(line: Line, date: int, clause: int) -> bool:
    """Whether the clause hangs on what a date ends: "the fire of May 3, in which two people died"."""
    between = line.words[date:clause]
    return (
        0 < len(between) <= 3
        and between[-1] in _RELATIVES
        and all(word == "," or word in PREPOSITIONS for word in between[:-1])
    )


_RELATIVES = frozenset("which when where during whom".split())


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
