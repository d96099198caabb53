"""The page's addresses, its errors, and the headers that every answer carries."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import NewsError
from onrecord.web import awaited, checking, coming, happened, pages
from onrecord.web.deciding import Gate, decide
from onrecord.web.rendering import HERE, render

# Nothing comes from elsewhere, nothing runs: the copy is other people's, and so may be the file.
POLICY = (
    "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
READ_ONLY = Gate()
# A page may change with every `onrecord add`; the style sheet's address changes with the version.
FRESH, KEPT = "private, no-cache", "public, max-age=86400"


def make_app(path: Path, *, hosts: Sequence[str] = ("*",), gate: Gate = READ_ONLY) -> Starlette:
    """The page of the archive at `path`, which is opened anew for each request.

    hosts: the names under which it answers. A page of this machine names them, so that no site elsewhere can
        read the archive through a name of its own that it points here (DNS rebinding).
    gate: whether parties may be merged and split on the page.
    """
    app = Starlette(
        routes=[
            Route("/", pages.feed, name="feed"),
            # An id or a key may hold a slash; in the address it is %2F, which arrives here as a slash again.
            Route("/article/{id:path}", pages.article, name="article"),
            Route("/people", pages.people, name="people"),
            Route("/person/{key:path}", pages.person, name="person"),
            Route("/decide", decide, name="decide", methods=["POST"]),
            Route("/search", pages.search, name="search"),
            Route("/timeline", happened.page, name="timeline"),
            Route("/timeline.json", happened.as_json, name="timeline.json"),
            Route("/awaited", awaited.page, name="awaited"),
            Route("/awaited.json", awaited.as_json, name="awaited.json"),
            Route("/calendar.ics", coming.calendar, name="calendar.ics"),
            Route("/check", checking.page, methods=["GET", "POST"], name="check"),
            Route("/check.json", checking.report_json, methods=["POST"], name="check.json"),
            Route("/check.jsonld", checking.annotations_json, methods=["POST"], name="check.jsonld"),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
        ],
        middleware=[Middleware(_Headers), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={HTTPException: _refused, NewsError: _closed, 500: _broken},
    )
    app.state.archive = path
    app.state.gate = gate
    return app


class _Headers:
    """Puts the headers on every answer, those of errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", KEPT if scope["path"].startswith("/static/") else FRESH)
            await send(message)

        await self.app(scope, receive, send_with_headers)


TITLES = {
    400: "That does not work", 403: "Nothing was changed", 404: "Not on the record", 405: "Nothing to send here",
    413: "That draft is too long",
}  # fmt: skip


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else ""
    answer = render("error.html", status=status, title=TITLES.get(status, "That did not work"), detail=detail)
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


async def _closed(request: Request, error: Exception) -> Response:
    if request.method == "POST":
        return render("error.html", status=409, title="Nothing was changed", detail=str(error))
    return render("error.html", status=503, title="The archive cannot be read", detail=str(error))


async def _broken(request: Request, error: Exception) -> Response:
    detail = "The page could not be made. The archive is unharmed; the program's log says what happened."
    return render("error.html", status=500, title="Something broke here", detail=detail)
