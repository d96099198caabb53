"""The English words that temporal expressions are made of, by class, with their values.

Months and days with the abbreviations of the AP Stylebook ("months and days") and their forms without a stop;
number words up to millions; zones as in the tz database's abbreviations. The rest is the closed vocabulary of the
TIMEX3 annotation guidelines (TimeML 1.2.1, sections 2.2 and 2.3): units, triggers, modifiers.
"""

from collections.abc import Mapping

Row = Mapping[str, object]


def listed(words: str, value: object = None) -> dict[str, object]:
    """Each of the words, with the same value."""
    return dict.fromkeys(words.split(), value)


def numbered(words: str, first: int) -> dict[str, object]:
    """Each of the words with its number, counted from `first`; forms of one word are joined by "/", and
    "-" leaves a number out."""
    return {form: n for n, forms in enumerate(words.split(), first) for form in forms.split("/") if form != "-"}


# "may" and "march" are also verbs: a class of their own, which asks for more context.
_MONTHS = numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec", 1,
)  # fmt: skip
AMBIGUOUS_MONTHS = ("may", "march")
_FULL_MONTHS = tuple("january february april june july august september october november december".split())

_ONES = numbered("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                 "seventeen eighteen nineteen", 2)  # fmt: skip
_TENS = {word: 10 * (number + 2) for number, word in
         enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}  # fmt: skip
_POWERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

UNITS = ("second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century")

WORDS: dict[str, Row] = {
    "month": {word: _MONTHS[word] for word in _MONTHS if word in _FULL_MONTHS},
    "monthabbr": {word: _MONTHS[word] for word in _MONTHS if word not in (*_FULL_MONTHS, *AMBIGUOUS_MONTHS)},
    "maymonth": {word: _MONTHS[word] for word in AMBIGUOUS_MONTHS},
    "weekday": numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    "weekdays": numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays", 0),
    "wday": numbered("mon tue/tues wed thu/thur/thurs fri sat sun", 0),
    "numword": {**_ONES, **_TENS},
    "power": _POWERS,
    "one": {"one": 1},
    "a": {"a": 1, "an": 1},
    "ordinal": numbered(
        "first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        1,
    ),
    "second": {"second": 2},  # an ordinal and a unit
    "several": listed("several few many numerous various"),
    "dozens": listed("dozens scores hundreds thousands millions billions tens"),
    "couple": listed("couple", 2),
    "half": listed("half"),
    "unit": {unit: unit for unit in ("minute", "hour", "day", "week", "month", "year", "decade", "century")}
    | {"yr": "year", "hr": "hour", "fortnight": "fortnight"},
    "units": {f"{unit}s": unit for unit in UNITS if unit not in ("weekend", "century")}
    | {"centuries": "century", "yrs": "year", "hrs": "hour", "mins": "minute", "fortnights": "fortnight"},
    "quarter": listed("quarter", "quarter"),
    "weekend": listed("weekend", "weekend"),
    "weekends": listed("weekends", "weekend"),
    "season": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "springtime": 3, "summertime": 6},
    "period": listed("period"),
    "unitlong": {f"{unit}{s}long": unit for unit in UNITS for s in ("", "s")},
    "the": listed("the"),
    "this": listed("this"),
    "that": listed("that"),
    "same": listed("same"),
    "last": listed("last"),
    "past": listed("past"),
    "next": listed("next", 1),
    "coming": listed("coming", 1),
    "previous": listed("previous preceding prior", -1),
    "following": listed("following ensuing succeeding", 1),
    "final": listed("final closing opening"),
    "current": listed("current"),
    "latest": listed("latest"),
    "recent": listed("recent"),
    "corresponding": listed("corresponding comparable year-earlier"),
    "every": listed("every each"),
    "other": listed("other"),
    "ago": listed("ago back", -1),
    "later": listed("later", 1),
    "earlier": listed("earlier", -1),
    "before": listed("before", -1),
    "after": listed("after", 1),
    "hence": listed("hence", 1),
    "now": listed("now", "PRESENT_REF"),
    "since": listed("since"),
    "ahead": listed("ahead"),
    "followed": listed("followed passed"),
    "early": {"early": "START", "late": "END", "mid": "MID"},
    "edge": {"end": "END", "beginning": "START", "start": "START", "middle": "MID", "close": "END", "midst": "MID"},
    "of": listed("of"),
    "in": listed("in"),
    "on": listed("on"),
    "at": listed("at"),
    "to": listed("to"),
    "and": listed("and"),
    "or": listed("or"),
    "from": listed("from"),
    "by": listed("by until till"),
    "through": listed("through thru"),
    "between": listed("between"),
    "during": listed("during throughout"),
    "over": listed("over", "MORE_THAN"),
    "into": listed("into"),
    "for": listed("for"),
    "than": listed("than"),
    "no": listed("no not"),
    "as": listed("as"),
    "about": listed("about approximately roughly almost nearly", "APPROX"),
    "around": listed("around circa", "APPROX"),
    "exceeding": listed("exceeding", "MORE_THAN"),
    "under": listed("under", "LESS_THAN"),
    "more": listed("more longer"),
    "less": listed("less fewer"),
    "least": listed("least"),
    "most": listed("most"),
    "up": listed("up"),
    "just": listed("just only barely exactly precisely well"),
    "daily": {
        "daily": "P1D",
        "nightly": "P1D",
        "hourly": "PT1H",
        "weekly": "P1W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "annually": "P1Y",
        "fortnightly": "P2W",
        "biennial": "P2Y",
        "biweekly": None,
        "bimonthly": None,
        "biannual": None,
        "biannually": None,
        "semiannual": "P6M",
        "semiannually": "P6M",
    },
    "once": listed("once twice thrice"),
    "times": listed("times"),
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "tonight": listed("tonight", "NI"),
    "overnight": listed("overnight", "NI"),
    "daypart": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"},
    "dayparts": {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"},
    "noon": {"noon": 12, "midday": 12, "midnight": 24},
    "oclock": listed("o'clock o’clock"),
    # "p.m." is one lexeme; its last stop may be lost at the end of a sentence.
    "ampm": {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12},
    "zone": {
        "gmt": "Z",
        "utc": "Z",
        "est": "-05",
        "edt": "-04",
        "cst": "-06",
        "cdt": "-05",
        "mst": "-07",
        "mdt": "-06",
        "pst": "-08",
        "pdt": "-07",
        "bst": "+01",
        "cet": "+01",
        "cest": "+02",
        "msk": "+03",
        "jst": "+09",
    },
    "fiscal": listed("fiscal financial calendar"),
    "old": listed("old"),
    "age": listed("age aged"),
    "long": listed("long"),
    "filler": listed(
        "additional consecutive straight successive full whole entire trading business working solid "
        "lunar school further extra"
    ),
    "nineties": {
        word: 1900 + 10 * number
        for number, word in enumerate(
            "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
        )
    },
    "feast": {"thanksgiving": "thanksgiving", "easter": "easter", "halloween": "halloween", "juneteenth": "juneteenth"},
    # These make a feast with "Day", "Sunday" and so on; the last word of the feast's name settles which.
    "feastword": listed(
        "independence labor labour memorial veterans valentine boxing bastille columbus christmas "
        "good ash palm election"
    ),
    "new": listed("new"),
    "q": listed("q"),
    "eve": listed("eve"),
    "s": listed("s"),
    "apos": listed("' ’ ‘"),
    "hyphen": listed("- – — ‑"),
    "comma": listed(","),
    "dot": listed("."),
    "stop": listed("? ! ;"),
    "slash": listed("/"),
    "money": listed("$ £ € ¥ # №"),
    "percent": listed("% percent pct"),
    "reference": {
        "currently": "PRESENT_REF",
        "nowadays": "PRESENT_REF",
        "presently": "PRESENT_REF",
        "recently": "PAST_REF",
        "lately": "PAST_REF",
        "soon": "FUTURE_REF",
    },
    "future": listed("future", "FUTURE_REF"),
    "near": listed("near foreseeable distant"),
    "these": listed("these those"),
    "will": listed("will ll shall wo would upcoming deadline payable effective"),
    # With "to", "for", "on" and so on behind them these look ahead: "is due on Friday", "agreed to meet in May".
    "intent": listed(
        "scheduled expected due planned plan plans planning set slated agreed decided supposed ready "
        "likely intend intends hope hopes expect expects want wants going promised vowed pledged"
    ),
    "be": listed("be"),
    # The commonest irregular past tenses of news copy; regular ones show by their -ed.
    "pasttense": listed(
        "said was were had did told began came met left took made went held gave ran won lost rose "
        "fell saw spoke wrote became found kept led paid sent shot sold thought broke brought built "
        "chose cut drew felt fought got grew has have been"
    ),
    # What is counted, not dated, behind four digits ("2000 people"); other plurals show by their s.
    "counted": listed("people men women children troops police personnel feet km kg mph dead staff staffers"),
    # What a number names, not dates, in front of four digits.
    "labelled": listed("flight route highway room boeing airbus page section article resolution bill apollo"),
}

# Names carry a capital: "may" in small letters is the verb, "sat" the other one.
NAMES = ("month", "maymonth", "weekday", "weekdays", "wday", "feast", "feastword", "zone", "q")
