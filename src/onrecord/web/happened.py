"""'Timeline': what happened, in order of time, as a list and as a picture; and the same for programs."""

from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

import msgspec
from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Archive, Person, current
from onrecord.deed_wording import EVENT_TYPES, type_in_words
from onrecord.stories.happenings import Happening
from onrecord.stories.timeline import Asked, Line, called, timeline
from onrecord.web.rendering import render
from onrecord.web.timeline import Dated, Timeline, lay_out

# Events of a page. A day is never torn apart, so that there may be more.
PAGE_LENGTH = 60
JSON_LENGTH = 500
_LONGEST = 300


class Question(Struct, frozen=True):
    """What the address asks for, and what is found under the names in it. title: of an article that is the story."""

    asked: Asked
    party: Person | None
    title: str | None


def page(request: Request) -> Response:
    """The latest of the events that are asked for; `to` leads to earlier ones."""
    with current(request.app.state.archive, now=datetime.now(UTC)) as archive:
        question = asked_of(request, archive)
        line = timeline(archive, question.asked, most=PAGE_LENGTH)
    asked = question.asked
    return render(
        "timeline.html",
        here="/timeline" if asked == Asked() else "",
        question=question,
        given=request.query_params,
        line=line,
        types=EVENT_TYPES,
        picture_of=_picture(line),
        earlier=_link(request, to=line.earlier) if line.earlier else None,
        calendar=_calendar(question),
    )


def as_json(request: Request) -> Response:
    """The latest of the events that are asked for: {"events", "undated", "earlier"}, each with all that tell it."""
    with current(request.app.state.archive, now=datetime.now(UTC)) as archive:
        line = timeline(archive, asked_of(request, archive).asked, most=JSON_LENGTH)
    return Response(msgspec.json.encode(line), media_type="application/json")


def asked_of(request: Request, archive: Archive) -> Question:
    """The question that the address is. Raises HTTPException for names and days that are none."""
    story, type = _given(request, "story"), _given(request, "type")
    if type is not None and type not in EVENT_TYPES:
        raise HTTPException(400, f"“{type}” is no type of event; the types are {', '.join(EVENT_TYPES)}.")
    party = party_of(archive, _given(request, "party"))
    asked = Asked(party.key if party else None, story, type, first=day_of(request, "from"), last=day_of(request, "to"))
    record = archive.record(story) if story else None
    return Question(asked, party, (record.article.headline or story) if record else None)


def party_of(archive: Archive, name: str | None) -> Person | None:
    """The party that is meant by a name or a key. Raises HTTPException 404 where it is nobody's or several's."""
    if name is None:
        return None
    found = called(archive, name)
    if not found:
        raise HTTPException(404, f"Nobody is called “{name}” in this archive.")
    if len(found) > 1:
        keys = ", ".join(person.key for person in found[:6])
        raise HTTPException(404, f"Several parties are called “{name}”; ask for one by its key: {keys}.")
    return found[0]


def day_of(request: Request, name: str) -> str | None:
    """The day that the address gives. Raises HTTPException 400 for what is none."""
    given = _given(request, name)
    try:
        return date.fromisoformat(given).isoformat() if given else None
    except ValueError as error:
        raise HTTPException(400, f"“{given}” is no day; write it as YYYY-MM-DD.") from error


def _given(request: Request, name: str) -> str | None:
    given = request.query_params.get(name, "").strip()
    if len(given) > _LONGEST:
        raise HTTPException(400, f"“{name}” has {len(given)} letters; leave it at {_LONGEST} or fewer.")
    return given or None


def _picture(line: Line) -> Timeline | None:
    return lay_out(
        Dated(one.when, _label(one), f"#event-{number}", f"is-{one.status}")
        for number, one in enumerate(line.events, 1)
        if one.when
    )


def _label(one: Happening) -> str:
    last_names = [party.name.rpartition(" ")[2] if party.kind == "person" else party.name for party in one.parties]
    named = ", ".join(last_names[:2])
    return f"{type_in_words(one.type).capitalize()}{': ' if named else ''}{named}"


def _link(request: Request, **values: str) -> str:
    given: dict[str, Any] = {name: value for name, value in request.query_params.items() if value}
    return f"?{urlencode({**given, **values})}"


def _calendar(question: Question) -> str:
    key = question.asked.party
    return f"/calendar.ics?{urlencode({'party': key})}" if key else "/calendar.ics"
