"""'Still awaited': who owes what to whom, those overdue first; and the same for programs."""

from datetime import UTC, date, datetime
from itertools import groupby

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import Person, current
from onrecord.archive.deed_answers import Known
from onrecord.stories.owed import Debt, Debts, debts
from onrecord.web.happened import day_of, party_of
from onrecord.web.rendering import render

# Open debts of a page, and closed ones that stand below them.
PAGE_LENGTH = 100
CLOSED_LENGTH = 40
JSON_LENGTH = 500


def page(request: Request) -> Response:
    """What is owed on the day `on`, today without it, by debtor; `by` and `to` narrow it."""
    found, on, by, to = _found(request, most=PAGE_LENGTH, most_closed=CLOSED_LENGTH)
    return render(
        "awaited.html",
        here="/awaited" if not request.query_params else "",
        found=found,
        debtors=_by_debtor(found.open),
        closed=found.closed[:CLOSED_LENGTH],
        on=on,
        by=by,
        to=to,
        given=request.query_params,
        token=request.app.state.gate.token,
    )


def as_json(request: Request) -> Response:
    """The debts that are asked for: {"open", "closed", "more"}."""
    found, *_ = _found(request, most=JSON_LENGTH, most_closed=JSON_LENGTH)
    return Response(msgspec.json.encode(found), media_type="application/json")


def _found(request: Request, *, most: int, most_closed: int) -> tuple[Debts, str, Person | None, Person | None]:
    on = day_of(request, "on") or date.today().isoformat()
    names = [request.query_params.get(name, "").strip() or None for name in ("by", "to")]
    with current(request.app.state.archive, now=datetime.now(UTC)) as archive:
        by, to = (party_of(archive, name) for name in names)
        owing, owed_to = by.key if by else None, to.key if to else None
        found = debts(archive, on=on, by=owing, to=owed_to, most=most, most_closed=most_closed)
    return found, on, by, to


def _by_debtor(found: tuple[Debt, ...]) -> list[tuple[Known, list[Debt]]]:
    groups = (list(group) for _, group in groupby(found, key=lambda debt: debt.who.key))
    return [(group[0].who, group) for group in groups]
