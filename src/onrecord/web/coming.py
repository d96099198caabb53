"""The calendar that calendar programs subscribe to: meetings that are planned, answers that are due."""

from datetime import UTC, date, datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import current
from onrecord.export.icalendar import icalendar
from onrecord.stories.agenda import agenda
from onrecord.web.happened import day_of, party_of


def calendar(request: Request) -> Response:
    """The calendar of the archive, or of one `party`; `from` is the day that it begins with."""
    with current(request.app.state.archive, now=datetime.now(UTC)) as archive:
        party = party_of(archive, request.query_params.get("party", "").strip() or None)
        on = day_of(request, "on") or date.today().isoformat()
        made = agenda(archive, on=on, party=party.key if party else None, first=day_of(request, "from"))
    name = f"onrecord: {party.name}" if party else "onrecord"
    body = icalendar(made, name=name, base=str(request.base_url).rstrip("/"))
    return Response(body, media_type="text/calendar; charset=utf-8")
