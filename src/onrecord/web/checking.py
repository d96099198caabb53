"""The quotation check at the page and over HTTP. What is sent is read, answered and forgotten."""

from datetime import UTC, date, datetime
from urllib.parse import parse_qsl

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.archive import current
from onrecord.checking import Draft, Format, Report, check_draft, read_draft
from onrecord.checking.annotations import annotation_page
from onrecord.checking.drafts import draft_of, format_of
from onrecord.checking.telling import MEANING, counted_verdicts, is_right
from onrecord.errors import ReadError
from onrecord.web.rendering import render

# Bytes of a request. A draft in a form is up to three times as long as its text, since each byte may be escaped.
MOST = 24 * 2**20
_FORMATS: dict[str, Format] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


class Asked(msgspec.Struct, frozen=True):
    """A check asked for in JSON."""

    text: str
    format: str = "text"
    published: str | None = None


async def page(request: Request) -> Response:
    """The box to paste into, and below it the answer."""
    if request.method != "POST":
        return render("check.html", here="/check", draft="", report=None)
    fields = dict(parse_qsl((await _body(request)).decode("utf-8", "replace"), max_num_fields=8))
    words = fields.get("draft", "").replace("\r\n", "\n")
    report = None
    if words.strip():
        report = await run_in_threadpool(_check, request, draft_of(words), None)
    return render(
        "check.html",
        here="/check",
        draft=words,
        report=report,
        counted=counted_verdicts(report) if report else None,
        meaning=MEANING,
        is_right=is_right,
        empty=report is None,
    )


async def report_json(request: Request) -> Response:
    """The report as JSON; the draft is the body, or the "text" of a JSON object."""
    report = await _answer(request)
    return Response(msgspec.json.encode(report), media_type="application/json")


async def annotations_json(request: Request) -> Response:
    """The report as W3C Web Annotations."""
    report = await _answer(request)
    made = annotation_page(report, base=str(request.base_url).rstrip("/"))
    return Response(msgspec.json.encode(made), media_type="application/ld+json")


async def _answer(request: Request) -> Report:
    body = await _body(request)
    kind = request.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()
    published: str | None = None
    try:
        if kind == "application/json":
            asked = msgspec.json.decode(body, type=Asked)
            draft, published = draft_of(asked.text, format_of(asked.format) or "text"), _day(asked.published)
        else:
            draft = read_draft(body, name="the draft", format=_FORMATS.get(kind))
    except (ReadError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(400, f"The draft cannot be read: {error}.") from error
    if not draft.text.strip():
        raise HTTPException(400, "The draft holds no words.")
    return await run_in_threadpool(_check, request, draft, published)


def _day(value: str | None) -> str | None:
    """The day that was given. Raises ReadError for what is none."""
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError as error:
        raise ReadError(f"{value!r} is no day; write it as YYYY-MM-DD") from error


def _check(request: Request, draft: Draft, published: str | None) -> Report:
    with current(request.app.state.archive, now=datetime.now(UTC)) as archive:
        return check_draft(draft, archive, published=published)


async def _body(request: Request) -> bytes:
    """What was sent. Raises HTTPException 413 where it is more than any draft."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > MOST:
            raise HTTPException(413, f"That is over {MOST:,} bytes; check the draft in parts.")
    return bytes(data)
