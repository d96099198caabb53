"""What is decided by hand on the page: who may ask for it, and what is asked."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.archive import Archive
from onrecord.archive.settling import Settling
from onrecord.web.rendering import segment

# A form holds a few words and the ids of the articles that are split off.
_MOST_BYTES = 2**18
_FORM = "application/x-www-form-urlencoded"
_MOST_LETTERS = 500
# What a debt is taken for.
_SETTLES: Mapping[str, Settling] = {"settle": "met", "refuse": "refused", "reopen": "open"}
_OF_DEBTS = (*_SETTLES, "undo-debt")


class Gate(Struct, frozen=True):
    """Whether the page may change the archive. token: None where it may not; else what each of its forms holds.

    A page of another site can send a form here, but cannot read the token.
    """

    token: str | None = None

    @classmethod
    def opened(cls) -> "Gate":
        return cls(secrets.token_urlsafe(32))


class _Asked(Struct, frozen=True):
    """What a form asks for."""

    action: str
    key: str
    others: tuple[str, ...]
    by: str
    because: str


async def decide(request: Request) -> Response:
    """Does what the form asks for, and shows the page again where it stood."""
    asked = _read(await _form(request))
    await run_in_threadpool(_done, request.app.state.archive, asked)
    back = "/awaited" if asked.action in _OF_DEBTS else f"/person/{segment(asked.key)}"
    return RedirectResponse(back, status_code=303)


async def _form(request: Request) -> Mapping[str, Sequence[str]]:
    """The fields of the form. Raises HTTPException where it is none of this page's, or nothing may be changed."""
    gate: Gate = request.app.state.gate
    if gate.token is None:
        raise HTTPException(403, "This page is read-only: nothing can be decided here.")
    origin = request.headers.get("origin")
    if origin not in (None, f"{request.url.scheme}://{request.headers.get('host', '')}"):
        raise HTTPException(403, "The form was sent from another site; nothing was changed.")
    if request.headers.get("content-type", "").partition(";")[0].strip() != _FORM:
        raise HTTPException(400, "That is no form of this page; nothing was changed.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise HTTPException(400, "That form is too long; split fewer articles at a time.")
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=5000)
    if not secrets.compare_digest("".join(fields.get("token", [])).encode(), gate.token.encode()):
        raise HTTPException(403, "The form is from an earlier run of this page; open the page anew and send it again.")
    return fields


def _read(fields: Mapping[str, Sequence[str]]) -> _Asked:
    action, key, by, because = ("".join(fields.get(name, [])).strip() for name in ("action", "key", "by", "because"))
    if action not in ("merge", "split", "undo", *_OF_DEBTS):
        raise HTTPException(400, f"“{action}” cannot be done here; nothing was changed.")
    if not by or not because:
        raise HTTPException(400, "Say who decides and why; nothing was changed.")
    if max(len(by), len(because)) > _MOST_LETTERS:
        raise HTTPException(400, f"Leave who and why at {_MOST_LETTERS} letters each; nothing was changed.")
    return _Asked(action, key, tuple(fields.get("other", ())), by, because)


def _done(path: Path, asked: _Asked) -> None:
    note = {"by": asked.by, "because": asked.because, "at": datetime.now().astimezone().isoformat(timespec="seconds")}
    if not asked.others and asked.action not in _SETTLES:
        raise HTTPException(400, "Nothing was chosen; nothing was changed.")
    with Archive.open(path) as archive:
        if asked.action in _SETTLES:
            archive.settle_debt(asked.key, _SETTLES[asked.action], **note)
        elif asked.action == "merge":
            archive.merge(asked.key, asked.others, **note)
        elif asked.action == "split":
            archive.split(asked.key, asked.others, **note)
        else:
            archive.undo(_number(asked.others[0]), **note)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise HTTPException(400, f"“{text}” is no decision; nothing was changed.")
    return int(text)
