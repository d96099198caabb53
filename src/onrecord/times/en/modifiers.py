"""Words in front of an expression that belong to it: "early", "about", "less than", "the end of", "earlier"."""

from onrecord.times.expressions import (
    Clock,
    Day,
    DayPart,
    Era,
    Length,
    Open,
    SamePeriod,
    Turn,
    Weekday,
    Within,
)  # fmt: skip
from onrecord.times.rules import Modifier

# Amounts, and dates that are counted ("nearly four years ago"), take these; only where a number follows, since
# "over the weekend" and "about Friday" mean something else.
_AMOUNTS = (Length, Turn, Open, Clock)
_DATES = (Day, Weekday, Within, Era, Turn, SamePeriod, DayPart)
_EXACT = "day|count|year|numword|power|one|a|half|fraction|dayrange"
_COUNTED = _EXACT + "|several|dozens|couple"
_MONTHS = "month|maymonth|monthabbr"
_PLACED = f"{_MONTHS}|year|this|that|last|next|the|today|weekday"

MODIFIERS = (
    Modifier("{at}{most}|{up}{to}|{no}{more}{than}", "EQUAL_OR_LESS", _AMOUNTS, _COUNTED),
    Modifier("{at}{least}", "EQUAL_OR_MORE", _AMOUNTS, _COUNTED + "|the"),
    Modifier("{just}?(?:{exceeding|over}|{more}{than})", "MORE_THAN", _AMOUNTS, _EXACT),
    Modifier("{just}?(?:{under}|{less}{than})", "LESS_THAN", _AMOUNTS, _COUNTED),
    Modifier("{just}?{about}", "APPROX", _AMOUNTS, _COUNTED),
    Modifier("{around}", "APPROX", (*_AMOUNTS, Day, Era, Within), f"{_COUNTED}|{_MONTHS}|noon|clock|the|weekday"),
    Modifier("{just}", None, _AMOUNTS, _COUNTED + "|units"),
    Modifier("{the}?{early}{hyphen}?", None, _DATES,
             _PLACED + "|decade|tens|apos|nineties|season|daypart|ordinal|second|dayth|nth|day"),
    Modifier("{the}?{edge}{of}", None, _DATES, _PLACED + "|decade|quarter"),
    Modifier("{earlier|later}{in|on}?", None, _DATES, "this|that|today|weekday|the|last"),
)  # fmt: skip
