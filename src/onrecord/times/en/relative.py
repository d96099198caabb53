"""What counts from another day: "today", "on Friday", "last week", "the following day", "that same year"."""

from typing import cast

from onrecord.times.en.lengths import turn, unit_of
from onrecord.times.expressions import (
    Base,
    DayPart,
    Expression,
    Length,
    Open,
    Part,
    SamePeriod,
    Turn,
    Weekday,
    Within,
    Years,
)
from onrecord.times.rules import Hit, Rule

FRAGMENTS = {
    # Words that say which one is meant, counted from the report or from what was told last.
    "WHICH": """(?: {last|next|coming|previous|current} | {this}{past|coming|same}? | {that}{same}?
                  | {the}{that}?{same|last|next|coming|previous|following|current|latest} )""",
}

_DURING = ("for", "in", "of", "during", "by")
_ANCHORED = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "latest": 0}
_TOLD = {"previous": -1, "same": 0, "that": 0, "following": 1}


def _which(hit: Hit, unit: str) -> tuple[int, Base]:
    """How far off, and from where: "last week" counts from the report, "the previous week" and
    "the next day" (which is nobody's tomorrow) from what was told last."""
    names = hit.classes("which")
    told = next((_TOLD[name] for name in names if name in _TOLD), None)
    if told is not None:
        return told, "story"
    count = next(_ANCHORED[name] for name in reversed(names) if name in _ANCHORED)
    return count, "story" if names == ["the", "next"] and unit == "day" else "anchor"


def _unit(hit: Hit) -> Expression | None:
    unit = unit_of(hit, "unit")
    if hit.is_title():
        return None
    if hit.classes("which")[-1] == "latest":
        return SamePeriod(Years()) if unit == "quarter" else None
    count, base = _which(hit, unit)
    return turn(unit, count, base=base)


def _bare_unit(hit: Hit) -> Expression | None:
    """ "The weekend", "the quarter", "the year": the one that the report is in, or has just told of."""
    unit = unit_of(hit, "unit")
    if hit.around(0) in ("of", "since", "before", "after", "that", "hyphen", "unit", "ago"):
        return None
    if unit == "quarter":
        return SamePeriod(Years())
    if unit == "weekend":
        return Turn("weekend", 0, counted=True)
    if hit.neighbour(0) in ("ended", "ending"):
        return Length(((1.0, unit),))
    if hit.around(-2) in ("edge", "early", "earlier", "later"):  # "the end of the month", "later in the day"
        return turn(unit, 0, base="story" if unit == "day" else "anchor")
    return turn(unit, 0) if unit in ("year", "week") and hit.around(-1) in _DURING else None


def _day(hit: Hit) -> Expression | None:
    """ "Today", but not "a better tomorrow"."""
    if hit.is_title() or hit.neighbour(-2).lower() in ("a", "an") or hit.around(-1) == "a":
        return None
    day = Turn("day", int(str(hit.value("day"))))
    return DayPart(cast(Part, hit.value("part")), day) if hit.has("part") else day


def _tonight(hit: Hit) -> Expression | None:
    return DayPart("NI", Turn("day", 0))


def _part(hit: Hit) -> Expression | None:
    """ "This morning", "last night", "the previous evening", "that night"."""
    if hit.is_title():
        return None
    count, base = _which(hit, "day")
    return DayPart(cast(Part, hit.value("part")), Turn("day", count, base=base))


def _bare_part(hit: Hit) -> Expression | None:
    if hit.around(-1) in ("in", "of") or hit.around(0) in ("before", "after"):
        return None
    return DayPart(cast(Part, hit.value("part")), Turn("day", 0, base="story"))


def _before(hit: Hit) -> Expression | None:
    """ "The day before", "the night before", "the year after"."""
    count = int(str(hit.value("way")))
    if hit.has("part"):
        return DayPart(cast(Part, hit.value("part")), Turn("day", count, base="story"))
    return turn(unit_of(hit, "unit"), count, base="story", counted=True)


def _weekday(hit: Hit) -> Expression | None:
    day = Weekday(hit.number("weekday"))
    if hit.has("which"):
        way, base = _which(hit, "week")
        day = Weekday(hit.number("weekday"), way, base)
    return DayPart(cast(Part, hit.value("part")), day) if hit.has("part") else day


def _overnight(hit: Hit) -> Expression | None:
    if hit.has("weekday"):
        return DayPart("NI", Weekday(hit.number("weekday")))
    return DayPart("NI", Turn("day", -1))


def _season(hit: Hit) -> Expression | None:
    return Within("season", hit.number("season"), way=_which(hit, "season")[0])


def _year_ago(hit: Hit) -> Expression | None:
    """ "The year-ago quarter", "year-earlier period"."""
    return SamePeriod(Years(shift=-1)) if hit.has("period") else Turn("year", -1, counted=True)


def _same_period(hit: Hit) -> Expression | None:
    if hit.has("year"):
        return SamePeriod(Years(hit.number("year")))
    return SamePeriod(Years(shift=-1 if hit.has("last") else 0))


def _reference(hit: Hit) -> Expression | None:
    if hit.around(-1) == "as" or hit.around(0) == "after":
        return None
    return Open(str(hit.value("word")))


RULES = (
    Rule(
        "which unit",
        "unit|quarter|weekend",
        "(?P<which>{WHICH}){fiscal|filler}?(?P<unit>{unit|quarter|weekend})",
        _unit,
    ),
    Rule("the unit", "quarter|weekend|unit", "{the}{fiscal}?(?P<unit>{quarter|weekend|unit})", _bare_unit),
    Rule("today", "today", "(?P<day>{today})(?P<part>{daypart})?", _day),
    Rule("tonight", "tonight", "{tonight}", _tonight),
    Rule("part of which day", "daypart", "(?P<which>{WHICH})(?P<part>{daypart})", _part),
    Rule("part of the day", "daypart", "{the}(?P<part>{daypart})", _bare_part),
    Rule(
        "the day before",
        "unit|daypart&before|after",
        "{the}(?: (?P<part>{daypart}) | (?P<unit>{unit}) )(?P<way>{before|after})(?={dot|comma|and}|$)",
        _before,
    ),
    Rule("weekday", "weekday", "(?P<which>{WHICH})?(?P<weekday>{weekday})(?P<part>{daypart})?", _weekday),
    Rule("overnight", "overnight", "{overnight}(?:{into|on|through}(?P<weekday>{weekday}))?", _overnight),
    Rule("which season", "season", "(?P<which>{WHICH})(?P<season>{season})", _season),
    Rule(
        "a year ago, as an adjective",
        "unit&ago|earlier",
        """{unit}{hyphen}{ago|earlier}
            | {the}?{corresponding|same}?{unit}{hyphen}{ago|earlier}
              (?:{fiscal}?{ordinal|second})?(?P<period>{period|quarter})""",
        _year_ago,
    ),
    Rule(
        "the same period",
        "period|quarter",
        """{the}{same|corresponding}(?P<period>{period|quarter}|{several}?{units})
            {in|of}?(?: (?P<year>{year}) | (?P<last>{last}{unit}|{a}{unit}{ago|earlier}) )""",
        _same_period,
    ),
    Rule("the period", "period|quarter", "{the}(?:{latest}|(?P<year>{year}))(?:{period}|{quarter})", _same_period),
)

REFERENCES = (
    Rule("reference", "now|reference", "(?P<word>{now|reference})", _reference),
    Rule("the future", "future", "{the}{near}?(?P<word>{future})", _reference),
)
