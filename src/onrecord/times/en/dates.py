"""Days, months, quarters and years by their names and numbers: "January 21", "the first quarter of 2023", "2017"."""

from typing import cast

from onrecord.times.en.numbers import year_in_words
from onrecord.times.expressions import Day, Era, Expression, Feast, Nothing, Ranging, SamePeriod, Within, Years
from onrecord.times.rules import Hit, Rule

FRAGMENTS = {
    "MONTH": "(?P<month>{month|maymonth|monthabbr})(?:(?<={monthabbr}){dot})?",
    "YEAR": """(?: {comma}?{of}?(?P<year>{year})(?!{percent|counted|power|slash})
                | {of}?(?P<turn>{last|this|next|that}){unit} )""",
    "ORDINAL": "{ordinal|second|dayth|nth}",
    "YEAR_WORDS": "(?: {numword}(?:{hyphen}?{numword|one|power}){1,4} )",
    "LAST": "(?: {the}?{last|next|coming} | {this}{past|coming}? )",
}

# After these a number of four digits is a year, and a month's name is no person's.
_PLACING = frozenset(["in", "since", "by", "from", "to", "between", "and", "of", "during", "through", "early", "before",
                      "after", "edge", "into", "around", "or", "than", "every", "comma"])  # fmt: skip
# After these even a month that is followed by a capital is one ("in April President ..."); "May" and "March" are
# months after the others too.
_DATING = frozenset(["in", "since", "during", "early", "every"])
_DATING_MAY = frozenset(["by", "from", "between", "of", "through", "before", "after", "edge", "into"])
_SURE_YEARS = range(1900, 2100)
# Signs in front of a number that is no year, and what is measured or counted behind one.
_SIGNS = ("money", "labelled", "slash", "hyphen", "dot")
_MEASURES = ("percent", "money", "power", "unit", "units", "slash", "day", "count")
_NO_PLURALS = frozenset(["this", "does", "perhaps", "unless", "whereas", "across", "always"])
# How a way is said, counted from the report.
_WAYS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _years(hit: Hit) -> Years | None:
    if hit.has("year"):
        return Years(hit.number("year"))
    if hit.has("turn"):
        return Years(shift=_WAYS.get(hit.word("turn"), 0))
    return None


def _way(hit: Hit) -> int | None:
    return next((_WAYS[name] for name in reversed(hit.classes("way")) if name in _WAYS), None)


def _day(hit: Hit) -> Expression | None:
    if hit.around(0) in ("percent", "power", "money"):
        return None
    weekday = cast(int, hit.value("weekday")) if hit.has("weekday") else None
    return Day(hit.number("month"), hit.number("day"), _years(hit), weekday)


def _days(hit: Hit) -> Expression | None:
    first, last = hit.number("day"), hit.number("day2")
    if hit.has("dayrange"):
        first, last = (int(part) for part in hit.word("dayrange").replace("–", "-").split("-"))
    month, years = hit.number("month"), _years(hit)
    return Ranging(Day(month, first, years), Day(month, last, years))


def _month_of_year(hit: Hit) -> Expression | None:
    return Within("month", hit.number("month"), _years(hit))


def _month_in_words(hit: Hit) -> Expression | None:
    year = year_in_words(hit.words("words"))
    return Within("month", hit.number("month"), Years(year)) if year else None


def _month(hit: Hit) -> Expression | None:
    """A month without a day or year, where it is no person ("April Jones") and no verb ("May I")."""
    if hit.has("way"):
        return Within("month", hit.number("month"), way=_way(hit))
    before = hit.around(-2) if hit.around(-1) == "hyphen" else hit.around(-1)  # "mid-May"
    if hit.around(0) == "" and hit.neighbour(0)[:1].isupper() and before not in _DATING:
        return None
    if hit.classes("month") == ["maymonth"] and before not in _DATING | _DATING_MAY:
        return None
    return Within("month", hit.number("month"))


def _numbers_day(hit: Hit) -> Expression | None:
    """2021-12-17, or 12/17/2021 as Americans write it; 17/12/2021 where it can be nothing else."""
    numbers = [int(part) for part in hit.word("date").replace("/", "-").split("-")]
    if hit.classes("date") == ["iso"]:
        return Day(numbers[1], numbers[2], Years(numbers[0]))
    month, day, year = numbers if numbers[0] <= 12 else (numbers[1], numbers[0], numbers[2])
    if year < 100:
        year += 1900 if year >= 50 else 2000
    return Day(month, day, Years(year)) if month <= 12 and day <= 31 else None


def _year(hit: Hit) -> Expression | None:
    """A number of four digits, where it is neither an amount ("2000 people") nor a number of something."""
    year = hit.number("year")
    return Era("year", year) if hit.has("said") or not (_is_amount(hit) or _is_bare_number(hit, year)) else None


def _is_amount(hit: Hit) -> bool:
    before, after = hit.around(-1), hit.around(0)
    if before in _SIGNS or after in _MEASURES or (after == "hyphen" and hit.around(1) in _MEASURES):
        return True
    if before in ("about", "exceeding", "over", "than"):
        return hit.neighbour(-2).lower() != "in"
    if after == "counted":
        return before not in _DATING
    return _is_plural(hit.neighbour(0)) and before not in _PLACING and before != "the"


def _is_bare_number(hit: Hit, year: int) -> bool:
    """Whether a number that few years have stands without a word that makes it one: "in 1066", but "of 1500"."""
    if year in _SURE_YEARS:
        return False
    unsure = hit.around(-1) in ("comma", "or", "than", "to", "and", "of", "around") or _is_plural(hit.neighbour(0))
    return unsure or hit.around(-1) not in _PLACING


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[0].islower() and word.endswith("s") and word not in _NO_PLURALS


def _year_said(hit: Hit) -> Expression | None:
    year = year_in_words(hit.words("words"))
    return Era("year", year) if year and 1000 <= year <= 2100 else None


def _years_between(hit: Hit) -> Expression | None:
    first, last = hit.word("range").replace("–", "-").split("-")
    return Ranging(Era("year", int(first)), Era("year", int(first[: 4 - len(last)] + last)))


def _decade(hit: Hit) -> Expression | None:
    if hit.has("decade"):
        return Era("decade", int(hit.word("decade")[:4]))
    if hit.has("words"):
        return Era("decade", cast(int, hit.value("words")), short=True)
    return Era("decade", 1900 + int(hit.word("tens")[:2]), short=True)


def _century(hit: Hit) -> Expression | None:
    number = hit.number("number")
    return Era("century", (number - 1) * 100) if hit.word("unit") == "century" and 1 <= number <= 30 else None


def _quarter(hit: Hit) -> Expression | None:
    """ "The sixth consecutive quarter" is none of a year's four: it stands for the quarter told of."""
    number = hit.number("number") if hit.has("number") else hit.number("q")
    years = _years(hit)
    if hit.has("before"):
        years = Years(shift=_WAYS.get(hit.word("before"), 0))
    if hit.has("front"):
        years = Years(hit.number("front"))
    if hit.has("row"):
        return SamePeriod(Years())
    return Within("quarter", number * 3 - 2, years) if 1 <= number <= 4 else None


def _half(hit: Hit) -> Expression | None:
    first = hit.number("number") != 2 and hit.word("number") != "last"
    return Within("half", 1 if first else 7, _years(hit))


def _season(hit: Hit) -> Expression | None:
    years = _years(hit) or Years(year_in_words(hit.words("words")))
    return Within("season", hit.number("season"), years)


def _feast(hit: Hit) -> Expression | None:
    name = " ".join(word for word in hit.words("name") if word not in "'’‘s")
    known = FEAST_NAMES.get(name)
    return Feast(known, _years(hit), _way(hit)) if known else None


# What a feast is called, without the apostrophes -> its row in `times/feasts.py`.
FEAST_NAMES = {name: name for name in (
    "thanksgiving", "christmas", "christmas eve", "easter", "easter monday", "good friday", "halloween", "juneteenth",
    "ash wednesday", "palm sunday", "independence day", "labor day", "memorial day", "veterans day", "columbus day",
    "boxing day", "bastille day", "election day",
)} | {
    "thanksgiving day": "thanksgiving", "christmas day": "christmas", "easter sunday": "easter",
    "new year day": "new year", "new year eve": "new year eve", "valentine day": "valentine",
}  # fmt: skip

RULES = (
    Rule("month and day", "month|maymonth|monthabbr",
         """(?: {this}?{coming|past}?(?P<weekday>{weekday|wday}){dot}?{comma}?{the}? )?
            {MONTH}{the}?(?P<day>{day|dayth|ordinal|second}){YEAR}?""", _day),
    Rule("day and month", "month|maymonth|monthabbr",
         """(?: (?P<weekday>{weekday|wday}){dot}?{comma}? )?
            (?: {the}?(?P<day>{day|dayth}){of}?{MONTH}{YEAR}? )""", _day),
    Rule("day of month", "month|maymonth|monthabbr",
         "(?: {the}(?P<day>{ordinal|second}){of}{MONTH}{YEAR}? )", _day),
    Rule("days of a month", "month|maymonth|monthabbr",
         """{MONTH}(?: (?P<dayrange>{dayrange})
              | (?P<day>{day|dayth}){to|hyphen|through}(?P<day2>{day|dayth}) ){YEAR}?""", _days),
    Rule("days of month", "month|maymonth|monthabbr",
         """(?: (?P<dayrange>{dayrange}) | (?P<day>{day|dayth}){to|hyphen|through}(?P<day2>{day|dayth}) )
            {MONTH}{YEAR}?""", _days),
    Rule("month and year", "month|maymonth|monthabbr", "{MONTH}{YEAR}", _month_of_year),
    Rule("month in words", "month|maymonth|monthabbr", "{MONTH}(?P<words>{YEAR_WORDS})",
         _month_in_words),
    Rule("month", "month|maymonth|monthabbr", "(?P<way>{LAST})?{MONTH}", _month),
    Rule("date in numbers", "iso|slashdate", "(?P<date>{iso|slashdate})", _numbers_day),
    Rule("year", "year", "(?P<said>{the}{unit}|{fiscal}{unit}?)?(?P<year>{year})", _year),
    Rule("year in words", "numword", "(?:{the}{unit})?(?P<words>{YEAR_WORDS})", _year_said),
    Rule("years between", "yearrange", "(?P<range>{yearrange})", _years_between),
    Rule("decade", "decade|tens|nineties",
         "{the}?(?: (?P<decade>{decade}) | {apos}(?P<tens>{tens}) | (?<={the})(?P<words>{nineties}) )", _decade),
    Rule("century", "unit&ordinal|second|dayth|nth", "{the}?(?P<number>{ORDINAL}){hyphen}?(?P<unit>{unit})", _century),
    Rule("quarter", "quarter",
         """(?: (?P<before>{last|this|next}){unit}{apos}{s} | {the}(?P<front>{year})?(?!{ORDINAL}{hyphen}) )?
            {fiscal}?{hyphen}?
            (?P<number>{ORDINAL}){hyphen}?(?:(?P<row>{filler})|{fiscal})?{quarter}{YEAR}?""", _quarter),
    Rule("Q1", "q", "(?P<front>{year})?{q}(?P<q>{day}){YEAR}?", _quarter),
    Rule("half of a year", "half&ordinal|second|last", "{the}?(?P<number>{ordinal|second|last}){half}{YEAR}", _half),
    Rule("season of a year", "season", "{the}?(?P<season>{season})(?: {YEAR} | {of}(?P<words>{YEAR_WORDS}) )",
         _season),
    Rule("feast", "feast|feastword|new|weekday",
         """(?P<way>{LAST})?(?P<name> {feast}(?:{unit|eve|weekday})? | {feastword}(?:{apos}{s}?)?(?:{unit|eve|weekday})?
            | {new}{unit}{apos}{s}{unit|eve} ){YEAR}?""", _feast),
    Rule("no year", "labelled", "{labelled}{year|day|count}", lambda hit: Nothing()),
)  # fmt: skip
