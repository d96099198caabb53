"""How long, and how long ago: "90-minute", "the past 10 months", "a decade and a half", "six years ago"."""

from onrecord.times.en.numbers import amount
from onrecord.times.expressions import Base, Expression, Length, Nothing, Open, Turn
from onrecord.times.lengths import iso_period
from onrecord.times.periods import FINENESS
from onrecord.times.rules import Hit, Rule

FRAGMENTS = {
    # Four digits may be a year, but "2000 days" is an amount.
    "NUMBER": """(?: {day|count|year}{fraction|power}? | {fraction} | {a}{power}
                   | {numword|one}(?:{hyphen}?{numword|one|power}){0,4} )""",
    "SOME": "(?: {a}?{several}{more}? | {several}?{dozens}{of}(?:{dozens}{of})? )",
    # A second number ("two to three", "18 to 24") leaves the amount open; "two and a half" does not.
    "COUNT": """(?: (?P<some>{SOME}) | (?P<couple>{a}?{couple}{of|more}?)
                  | (?P<n>{NUMBER}) (?: (?P<range>{to|or|hyphen}{NUMBER}) | (?P<inhalf>{and}{a}{half}) )?
                  | (?P<dayrange>{dayrange}) )""",
    "UNIT": "{unit|units|quarter|weekend|weekends}",
    "AMOUNT": """(?: {COUNT}(?P<joint>{hyphen})?{more}?{filler}?(?P<unit>{UNIT})
                   | (?P<a>{a}){more|filler}?(?P<single>{unit|quarter|weekend})
                   | (?P<half>{half})(?:{a}|{hyphen})(?P<halved>{unit}) )(?P<plushalf>{and}{a}{half})?""",
    # "The four-year war" is a war of "four-year", "the four years" are the years themselves.
    "LEAD": """(?: {the|this|that|these}?{last|past|next|coming|previous|following|final|ordinal}
                | {the}(?!{NUMBER}{hyphen}) )""",
}

_NUMBERS = frozenset(["count", "day", "year", "percent", "power", "numword", "money", "times", "once"])
_BY_SIZE = ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century")
_OPEN_COUNTS = ("some", "range", "dayrange")


def unit_of(hit: Hit, group: str) -> str:
    return str(hit.value(group))


def turn(unit: str, count: int, *, base: Base = "anchor", counted: bool = False) -> Turn | None:
    """The turn, or None for a unit that the calendar does not have (an hour, a fortnight)."""
    return Turn(unit, count, base=base, counted=counted) if unit in FINENESS else None


def _amount(hit: Hit) -> tuple[float | None, str]:
    """How many of which unit; None for an amount that the words leave open."""
    half = 0.5 if hit.has("inhalf") or hit.has("plushalf") else 0.0
    if hit.has("single"):
        return 1 + half, unit_of(hit, "single")
    if hit.has("halved"):
        return 0.5, unit_of(hit, "halved")
    unit = unit_of(hit, "unit")
    if any(hit.has(group) for group in _OPEN_COUNTS):
        return None, unit
    number = 2.0 if hit.has("couple") else amount(hit.words("n"))
    return (number + half if number is not None else None), unit


def _length(hit: Hit) -> Expression | None:
    if hit.has("old") or hit.around(-1) == "age":
        return Nothing()
    if _is_rate(hit):
        return None
    number, unit = _amount(hit)
    if unit == "quarter" and not hit.has("lead") and (hit.has("single") or hit.has("joint") or hit.around(0) == "of"):
        return None  # a fourth part of something
    return _counted_turn(hit, number, unit) if hit.has("way") else Length(((number, unit),))


def _is_rate(hit: Hit) -> bool:
    """Whether "a day" is what something is counted by: "5 million barrels a day", "$5 a day", "60 hours a week"."""
    if not hit.has("a") or hit.has("way") or hit.has("lead"):
        return False
    before = hit.around(-1)
    counted = hit.around(-2) in _NUMBERS or (hit.around(-2) == "of" and hit.around(-3) == "dozens")
    return before in _NUMBERS or (counted and before in ("", "units") and hit.neighbour(-1).endswith("s"))


def _counted_turn(hit: Hit, number: float | None, unit: str) -> Expression | None:
    """ "Six years ago" counts from the report; "two days later" from what was told last."""
    word = hit.word("way")
    sign = 1 if word in ("later", "hence", "from") else -1
    base: Base = "story" if word in ("later", "earlier") else "anchor"
    clock = unit in ("hour", "minute", "second")
    if clock and word in ("later", "earlier"):
        return Length(((number, unit),))
    if clock or number is None:
        return Open("PAST_REF" if sign < 0 else "FUTURE_REF", "TIME" if clock else "DATE")
    finer, times = _counted_unit(unit, number)
    return turn(finer, sign * round(number * times), base=base, counted=True)


def _counted_unit(unit: str, number: float) -> tuple[str, float]:
    """The unit of the calendar to count in: decades in years, half years in months."""
    if number != int(number) and unit in ("year", "quarter"):
        return "month", 12 if unit == "year" else 3
    return {"decade": ("year", 10.0), "century": ("year", 100.0), "fortnight": ("week", 2.0)}.get(unit, (unit, 1.0))


def _two_parts(hit: Hit) -> Expression | None:
    """ "An hour and 20 minutes", not "a day and two years"."""
    parts = tuple((amount(hit.words(f"n{part}")), unit_of(hit, f"u{part}")) for part in "12")
    return Length(parts) if _BY_SIZE.index(parts[0][1]) > _BY_SIZE.index(parts[1][1]) else None


def _seconds(hit: Hit) -> Expression | None:
    return Length(((amount(hit.words("n")), "second"),))


def _past_unit(hit: Hit) -> Expression | None:
    """ "The past year" is the year that ends now, a length; "this past week" a week of the calendar."""
    unit = unit_of(hit, "unit")
    if hit.word("the") == "this":
        return turn(unit, -1)
    return Length(((1.0, unit),))


def _bare(hit: Hit) -> Expression | None:
    unit = unit_of(hit, "unit")
    if unit in ("second", "minute", "quarter", "weekend") or hit.around(-1) in ("these", "this", "recent"):
        return None
    return _counted_turn(hit, None, unit) if hit.has("way") else Length(((None, unit),))


def _long(hit: Hit) -> Expression | None:
    plural = hit.word("unit").removesuffix("long").endswith("s")
    return Length(((None if plural else 1.0, unit_of(hit, "unit")),))


def _open_period(hit: Hit) -> Expression | None:
    """ "Recent years", "the weeks ahead", "the days that followed": dates that the text leaves open."""
    return Open(iso_period(((None, unit_of(hit, "unit")),)))


RULES = (
    Rule("length", "unit|units|quarter|weekend|weekends",
         """(?P<lead>{LEAD})? {AMOUNT}
            (?: (?P<way>{ago|later|earlier|hence}|{from}{now}) | (?P<old>{hyphen}?{old}|{of}{age}) )?""", _length),
    Rule("length of two units", "unit|units",
         """(?P<n1>{NUMBER}|{a}){hyphen}?(?P<u1>{unit|units}){and}
            (?P<n2>{NUMBER}|{a}){hyphen}?(?P<u2>{unit|units})(?!{hyphen}?{old})""", _two_parts),
    Rule("length in seconds", "second", "(?P<n>{NUMBER}){hyphen}{second}", _seconds),
    Rule("the past unit", "unit|quarter&past|last|next|coming",
         "(?:(?P<the>{the|this})?{past}|{the}{last|next|coming})(?P<unit>{unit|quarter})", _past_unit),
    Rule("plural unit", "units", "(?P<unit>{units})(?: {or|and}{units} | (?P<way>{ago|later|earlier}) )?", _bare),
    Rule("-long", "unitlong|unit|units", "(?P<unit>{unitlong|unit|units})(?:{hyphen}{long}|(?<={unitlong}))", _long),
    Rule("open period", "units&recent|coming|past|last|next|previous|following",
         "{the}?{more}?{recent|coming|past|last|next|previous|following}(?P<unit>{units})(?:{and|or}{units})?",
         _open_period),
    Rule("days that followed", "units&since|ahead|followed|before|after",
         "{the}(?P<unit>{units})(?:{since|ahead}|{that}?{followed}|(?:{before|after})(?={dot|comma}|$))", _open_period),
)  # fmt: skip
