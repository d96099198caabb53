"""Templates, and the few words that they share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from onrecord.addresses import passage_address
from onrecord.archive.answers import Entry
from onrecord.archive.deed_answers import Deed, Owed, Telling
from onrecord.checking.telling import shown_words, source_of
from onrecord.deed_wording import act_of_debt, length_in_words, report_in_words, type_in_words
from onrecord.version import __version__
from onrecord.web.marking import mark_found
from onrecord.web.readings import clock, day_reading, days_in_words, month_day, reading
from onrecord.wording import act_in_words, dateline_sentence, doubt, lasting_roles, sentence, taken_for

# Letters of a statement in a list; the whole of it is in the text beside.
EXCERPT = 240
HERE = Path(__file__).parent


def render(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page that the template makes of the values; the status is among them."""
    page = ENVIRONMENT.get_template(template).render(status=status, **values)
    return HTMLResponse(page, status_code=status)


def segment(part: str) -> str:
    """`part` as one segment of an address, whatever characters it has."""
    return quote(part, safe="")


def dateline(entry: Entry) -> str | None:
    """The dateline as a wire prints it: "GENEVA, January 21. /TASS/"; None where nothing of it is known."""
    place = entry.place.upper() if entry.place else None
    day = month_day(entry.day) if entry.day and place else None
    filed = ", ".join(part for part in (place, day) if part)
    agency = f"/{entry.agency}/" if entry.agency else None
    return " ".join(part for part in (filed and f"{filed}.", agency) if part) or None


def filed(entry: Entry) -> str:
    """Place, day and agency, for a list that has no day above: "Geneva, January 21, 2022, TASS"."""
    return ", ".join(part for part in (entry.place, entry.day and reading(entry.day), entry.agency) if part)


def rubric(section: str | None) -> str | None:
    """The section, unless it is the whole wire: "All news" narrows nothing."""
    return None if section is None or section.casefold() in ("all news", "news") else section


def excerpted(snippet: str) -> tuple[str, str]:
    """What stands before and behind a snippet: an ellipsis where it begins or ends amid a sentence."""
    words = snippet.strip()
    begins = not words or words[0].isupper() or words[0] in "“\"‘'"
    return "" if begins else "… ", "" if words.endswith((".", "!", "?", "”", '"')) else " …"


def excerpt(words: str) -> str:
    """The words, cut at a word where they are long: the whole of them is in the text."""
    if len(words) <= EXCERPT:
        return words
    # Not every language parts its words by spaces.
    return f"{words[:EXCERPT].rpartition(' ')[0] or words[:EXCERPT]} …"


def passage(told: Telling | Owed | Deed) -> str:
    """The address of the words in their article."""
    return passage_address(told.article.id, told.pieces)


def named(tellings: Iterable[Telling], id: str) -> str:
    """The article of that id by who reports and when: "NPA, January 21, 2022"."""
    entry = next(told.article for told in tellings if told.article.id == id)
    return ", ".join(part for part in (entry.agency, entry.day and reading(entry.day)) if part) or id


def counted(count: int, one: str, many: str) -> str:
    """ "1 statement", "1,204 statements"."""
    return f"{count:,} {one if count == 1 else many}"


def web_address(url: str | None) -> str | None:
    """`url` where it is an address of the web, else None: a link to `javascript:` would run."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _make_environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: tuple[Callable[..., Any], ...] = (
        segment, dateline, filed, rubric, excerpted, counted, web_address, clock, reading, day_reading, days_in_words,
        act_in_words, doubt, mark_found, sentence, dateline_sentence, taken_for, lasting_roles, shown_words,
        source_of, passage, named, type_in_words, length_in_words, act_of_debt, report_in_words,
        excerpt,
    )  # fmt: skip
    made.filters |= {function.__name__: function for function in filters}
    made.globals["version"] = __version__
    return made


ENVIRONMENT = _make_environment()
