"""Months, quarters, seasons, years, decades and centuries: "the first quarter of 2023", "2017", "the '80s"."""

from collections.abc import Callable
from typing import cast

from onrecord.times.expressions import Era, Expression, Open, Ranging, SamePeriod, Turn, Within, Years
from onrecord.times.hits import Hit
from onrecord.times.makers.shared import WAYS, way, years

# After these a number of four digits is a year, and a month's name is no person's.
_PLACING = frozenset(["in", "since", "by", "until", "from", "to", "between", "and", "of", "during", "through", "early",
                      "before", "after", "edge", "into", "around", "or", "than", "every", "comma"])  # fmt: skip
# After these even a month that is followed by a capital is one ("in April President ..."); "May" and "March" are
# months after the others too.
_DATING = frozenset(["in", "since", "during", "early", "every"])
_DATING_MAY = frozenset(["by", "until", "from", "between", "of", "through", "before", "after", "edge", "into"])
_SURE_YEARS = range(1900, 2100)
_LAST_YEAR = 9999
_SAID_YEARS = range(1000, 2101)
# Signs in front of a number that is no year, and what is measured or counted behind one.
_SIGNS = ("money", "labelled", "slash", "hyphen", "dot")
_MEASURES = ("percent", "money", "power", "unit", "units", "slash", "day", "count")


def month_of_year(hit: Hit) -> Expression | None:
    said = _year_of(hit)
    return Within("month", hit.number("month"), said) if said else None


def _year_of(hit: Hit) -> Years | None:
    """The year that the groups "year", "turn" or "words" say, or None."""
    number = hit.year("words")
    return years(hit) or (Years(number) if number else None)


def month(hit: Hit) -> Expression | None:
    """A month without a day or year, where it is no person ("April Jones") and no verb ("May I")."""
    if hit.has("way"):
        return Within("month", hit.number("month"), way=way(hit))
    before = hit.around(-2) if hit.around(-1) == "hyphen" else hit.around(-1)  # "mid-May"
    # "Mar-a-Lago": a short form without its stop is a month only behind a word that dates.
    short = hit.classes("month") == ["monthabbr"] and not hit.has("stop")
    if short and (before not in _DATING or hit.around(0) == "hyphen"):
        return None
    named = hit.around(0) == "" and hit.neighbour(0)[:1].isupper() and not hit.habits.capital_nouns
    if named and before not in _DATING:
        return None
    if hit.classes("month") == ["maymonth"] and before not in _DATING | _DATING_MAY:
        # "The March vote", not "the march" and not "the March on the capital".
        meant = before == "the" and hit.around(0) == "" and hit.neighbour(0)[:1].islower()
        return Within("month", hit.number("month")) if meant else None
    return Within("month", hit.number("month"))


def year(hit: Hit) -> Expression | None:
    """A number of four digits, where it is neither an amount ("2000 people") nor a number of something."""
    number = hit.number("year")
    if not hit.has("said") and (_is_amount(hit) or _is_bare_number(hit, number)):
        return None
    return Era("year", number, fiscal=hit.has("fiscal"))


def _is_amount(hit: Hit) -> bool:
    before, after = hit.around(-1), hit.around(0)
    if before == "hyphen" and hit.around(-2) in ("early", "post"):  # "mid-1996", "post-1959"
        return False
    if before in _SIGNS or after in _MEASURES or (after == "hyphen" and hit.around(1) in _MEASURES):
        return True
    if before in ("about", "exceeding", "over", "than"):
        return hit.around(-2) != "in"
    if after == "counted":
        return before not in _DATING
    return hit.is_plural(0) and before not in _PLACING and before != "the"


def _is_bare_number(hit: Hit, number: int) -> bool:
    """Whether a number that few years have stands without a word that makes it one: "in 1066", but "of 1500"."""
    if number in _SURE_YEARS:
        return False
    unsure = hit.around(-1) in ("comma", "or", "than", "to", "and", "of", "around") or hit.is_plural(0)
    return unsure or hit.around(-1) not in _PLACING


def year_of_era(hit: Hit) -> Expression | None:
    """ "44 BC", "AD 79". EDTF has a year 0, which is 1 BC."""
    number = hit.number("number") or hit.number("number2")
    if not 1 <= number <= _LAST_YEAR:
        return None
    if hit.value("era") == "BC" or hit.value("era2") == "BC":
        return Open(f"BC{number:04}", edtf=f"-{number - 1:04}" if number > 1 else "0000")
    return Era("year", number)


def year_said(hit: Hit) -> Expression | None:
    number = hit.year("words")
    if number is None or number not in _SAID_YEARS:
        return None
    # "Twelve hundred" are mostly students or soldiers.
    counted = "power" in hit.classes("words") and not hit.has("said") and hit.around(-1) not in _DATING
    return None if counted else Era("year", number)


def years_between(hit: Hit) -> Expression | None:
    """ "2014-16"."""
    first, last = hit.word("range").replace("–", "-").split("-")
    return Ranging(Era("year", int(first)), Era("year", int(first[: 4 - len(last)] + last)))


def decade(hit: Hit) -> Expression | None:
    if hit.has("decade"):
        return Era("decade", int(hit.word("decade")[:4]))
    if hit.has("words"):
        return Era("decade", cast(int, hit.value("words")), short=True)
    return Era("decade", 1900 + int(hit.word("tens")[:2]), short=True)


def century(hit: Hit) -> Expression | None:
    number = hit.number("number")
    return Era("century", (number - 1) * 100) if hit.value("unit") == "century" and 1 <= number <= 30 else None


def quarter(hit: Hit) -> Expression | None:
    """ "The sixth consecutive quarter" is none of a year's four: it stands for the quarter told of."""
    number = hit.number("number") if hit.has("number") else hit.number("q")
    said = years(hit)
    if hit.has("before"):
        said = Years(shift=WAYS.get(hit.classes("before")[0], 0))
    if hit.has("front"):
        said = Years(hit.number("front"))
    if hit.has("row"):
        return SamePeriod(Years())
    return Within("quarter", number * 3 - 2, said, fiscal=hit.has("fiscal")) if 1 <= number <= 4 else None


def quarter_of_two(hit: Hit) -> Expression | None:
    """Either of "the first and second quarters", not of "the first and second weeks"."""
    return quarter(hit) if hit.value("unit") == "quarter" else None


def half(hit: Hit) -> Expression | None:
    """ "The first half of 2020"; its last half is the second."""
    first = hit.number("number") != 2 and hit.classes("number") != ["last"]
    if hit.has("unit"):  # "the second half of the year"
        return Within("half", 1 if first else 7, Years()) if hit.value("unit") == "year" else None
    return Within("half", 1 if first else 7, years(hit))


def season(hit: Hit) -> Expression | None:
    said = _year_of(hit)
    return Within("season", hit.number("season"), said) if said else None


def season_around(hit: Hit) -> Expression | None:
    """ "Over the summer": the one that the tense tells."""
    return Within("season", hit.number("season"))


def year_end(hit: Hit) -> Expression | None:
    """ "By year-end"; "since year-end" is since the last one."""
    return Turn("year", -1 if hit.around(-1) == "since" else 0)


MAKERS: dict[str, Callable[[Hit], Expression | None]] = {
    "month of a year": month_of_year,
    "month": month,
    "year": year,
    "year of an era": year_of_era,
    "year in words": year_said,
    "years between": years_between,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "quarter of two": quarter_of_two,
    "half": half,
    "season of a year": season,
    "season": season_around,
    "year end": year_end,
}
