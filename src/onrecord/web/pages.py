"""What each address shows: reads the address, asks the archive, fills the template."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from msgspec import structs
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive, current
from onrecord.archive.answers import Entry, Person, Said
from onrecord.spans import Span
from onrecord.web.rendering import counted, render, rubric, segment
from onrecord.web.story import tell
from onrecord.web.timeline import Dated, Timeline, lay_out
from onrecord.wording import pieces_of

FEED_LENGTH = 40
LIST_LENGTH = 50
FOUND_LENGTH = 20
SEEN_LENGTH = 200  # articles of a person, with why they are taken for his
PARTIES_LENGTH = 8
# Letters of a search. Nobody types more; a pasted article is no search.
LONGEST_QUERY = 300
# Only words that hold one of these can lack its closing mark: for the others no record is read.
_PASSAGE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_OPENING = '“‘«„"'


def feed(request: Request) -> Response:
    """'All news', newest first. `section` narrows it; `before` is the last article of the page before."""
    section, before = request.query_params.get("section"), request.query_params.get("before")
    with _archive(request) as archive:
        sections = archive.sections()
        if section is not None and section not in sections:
            raise HTTPException(404, f"There is no section “{section}” in this archive.")
        entries = archive.latest(limit=FEED_LENGTH + 1, before=before, section=section)
    shown = entries[:FEED_LENGTH]
    older = _link("/", section=section, before=shown[-1].id) if len(entries) > FEED_LENGTH else None
    return render(
        "feed.html",
        here="/" if section is None else "",
        sections=[name for name in sections if rubric(name)],
        section=section,
        days=_by_day(shown),
        older=older,
        begun=before is not None,
    )


def article(request: Request) -> Response:
    """An article with its record beside it. `at` is "START-END", a passage of its text to be marked."""
    id = request.path_params["id"]
    with _archive(request) as archive:
        record = archive.record(id)
        keys = archive.parties_in(id)
    if record is None:
        raise HTTPException(404, f"There is no article “{id}” in this archive.")
    story = tell(record, keys, _passage(request, record.article.text))
    return render("article.html", record=record, article=record.article, story=story)


def _passage(request: Request, text: str) -> Span | None:
    """The characters that `at` names; None for what names none of the text, as in a link to an article that changed."""
    found = _PASSAGE.fullmatch(request.query_params.get("at", ""))
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return Span(start, end) if start < end <= len(text) else None


def people(request: Request) -> Response:
    """Who is on the record, those with most statements first."""
    page = _page(request)
    with _archive(request) as archive:
        found = archive.persons(limit=LIST_LENGTH + 1, offset=LIST_LENGTH * (page - 1))
    links = _neighbours("/people", page, more=len(found) > LIST_LENGTH)
    return render("people.html", here="/people", people=found[:LIST_LENGTH], page=page, **links)


def person(request: Request) -> Response:
    """What somebody said, newest first."""
    key, page = request.path_params["key"], _page(request)
    with _archive(request) as archive:
        found = archive.person(key)
        if found is None:
            raise HTTPException(404, f"There is nobody with the key “{key}” in this archive.")
        statements = archive.statements_of(key)
        known: dict[str, Any] = {
            "likely": archive.perhaps_same(key),
            "appearances": archive.appearances(key, limit=SEEN_LENGTH + 1),
            "decisions": [one for one in archive.decisions() if found.key in (one.key, *one.others)],
        }
        start = LIST_LENGTH * (page - 1)
        shown = _closed(archive, statements[start : start + LIST_LENGTH])
    links = _neighbours(f"/person/{segment(key)}", page, more=len(statements) > start + LIST_LENGTH)
    return render(
        "person.html",
        person=found,
        days=_said_by_day(shown),
        timeline=_timeline(statements),
        page=page,
        token=request.app.state.gate.token,
        **known,
        **links,
    )


def search(request: Request) -> Response:
    """The articles and the statements that hold the words of `q`."""
    query, page = request.query_params.get("q", "").strip(), _page(request)
    if len(query) > LONGEST_QUERY:
        raise HTTPException(400, f"That search has {len(query)} letters; leave it at {LONGEST_QUERY} or fewer.")
    window = {"limit": FOUND_LENGTH + 1, "offset": FOUND_LENGTH * (page - 1)}
    with _archive(request) as archive:
        articles = archive.search(query, **window) if query else []
        statements = _closed(archive, archive.search_statements(query, **window)) if query else []
        parties = _named(archive.find_persons(query)) if page == 1 else []
    links = _neighbours("/search", page, more=max(len(articles), len(statements)) > FOUND_LENGTH, q=query)
    return render(
        "search.html",
        query=query,
        parties=parties,
        articles=articles[:FOUND_LENGTH],
        statements=statements[:FOUND_LENGTH],
        page=page,
        **links,
    )


def _named(found: Iterable[Person]) -> list[Person]:
    """Those with a name of their own: "rest of us" is not what "US" asks for."""
    return [person for person in found if person.kind in ("person", "organisation", "country")][:PARTIES_LENGTH]


def _archive(request: Request) -> Archive:
    # One connection a request: SQLite's may not wander between threads, and opening one takes no time.
    return current(request.app.state.archive, now=datetime.now(UTC))


def _page(request: Request) -> int:
    """The number of the page in a list, from 1. Raises HTTPException 400 for what is none."""
    text = request.query_params.get("page", "1")
    # Six digits: further on there is no list, and SQLite's numbers end.
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0):
        raise HTTPException(400, f"The page “{text}” is no number; pages count from 1.")
    return int(text)


def _link(path: str, **values: str | int | None) -> str:
    given = {name: value for name, value in values.items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path


def _neighbours(path: str, page: int, *, more: bool, **values: str) -> dict[str, Any]:
    """The addresses of the pages before and after."""
    return {
        "previous": _link(path, **values, page=page - 1) if page > 1 else None,
        "next": _link(path, **values, page=page + 1) if more else None,
    }


def _by_day(entries: Iterable[Entry]) -> list[tuple[str | None, list[Entry]]]:
    return [(day, list(group)) for day, group in groupby(entries, key=lambda entry: entry.day)]


def _day(said: Said) -> str | None:
    return said.said_on or said.article.day


def _said_by_day(statements: Iterable[Said]) -> list[tuple[str | None, list[tuple[Entry, list[Said]]]]]:
    """Day by day, and within a day article by article."""
    return [(day, _by_article(group)) for day, group in groupby(statements, key=_day)]


def _by_article(statements: Iterable[Said]) -> list[tuple[Entry, list[Said]]]:
    groups = (list(group) for _, group in groupby(statements, key=lambda said: said.article.id))
    return [(group[0].article, group) for group in groups]


def _closed(archive: Archive, statements: Iterable[Said]) -> list[Said]:
    """The statements, with the closing mark that the text has behind the last word of those that lack it."""
    return [
        _close(archive, said) if any(mark in "".join(said.content) for mark in _OPENING) else said
        for said in statements
    ]


def _close(archive: Archive, said: Said) -> Said:
    record = archive.record(said.article.id)
    found = next((one for one in record.statements if one.id == said.id), None) if record else None
    return structs.replace(said, content=pieces_of(found, record.article.text)) if record and found else said


def _timeline(statements: Sequence[Said]) -> Timeline | None:
    """A dot for each day on which something was said."""
    counts: dict[str, int] = {}
    for day in filter(None, map(_day, statements)):
        counts[day] = counts.get(day, 0) + 1
    return lay_out(Dated(day, counted(count, "statement", "statements")) for day, count in counts.items())
