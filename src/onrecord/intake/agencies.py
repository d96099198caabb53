"""News agencies, by the names that they sign with."""

import re

from onrecord.intake.tables import read_cells

# What may follow the name of an agency that has more than one service: "dpa/bb", "AFP-JIJI", "Reuters Breakingviews",
# "TASS Correspondent Jane Roe". A photo credit is not among them: "(Reuters photo)" dates nothing.
_MORE = re.compile(
    r"[-/][\w/-]{1,30}|\.(?:ru|com)|\s(?:special\s)?(?:correspondents?|reporters?|breakingviews|opinion|news|politics"
    r"|business|sports?|health|markets|graphics|agency|via)\b.{0,60}",
    re.IGNORECASE | re.DOTALL,
)


def _by_form() -> tuple[dict[str, str], dict[str, str]]:
    exact, open_ended = {}, {}
    for names, forms in read_cells("agencies.tsv"):
        for form in forms:
            exact[form.rstrip("*").casefold()] = names[0]
            if form.endswith("*"):
                open_ended[form.rstrip("*").casefold()] = names[0]
    return exact, open_ended


_EXACT, _OPEN = _by_form()
# The longest first, so that "dpa-AFX" is not read as "dpa".
FORMS = tuple(sorted((form for form in _EXACT), key=lambda form: (-len(form), form)))
_BEGINNING = re.compile("(" + "|".join(re.escape(form) for form in FORMS if form in _OPEN) + ")")


def agency_name(signed: str) -> str | None:
    """The short name of the agency that signs so ("Itar-Tass" is "TASS"); None where the table has none."""
    folded = " ".join(signed.split()).casefold()
    if folded in _EXACT:
        return _EXACT[folded]
    begin = _BEGINNING.match(folded)
    if begin and _MORE.fullmatch(folded, begin.end()):
        return _OPEN[begin.group()]
    return None
