"""Mail with a story in it: its body as copy, its attachments as files of their own."""

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parseaddr
from typing import Final

from onrecord.errors import ReadError
from onrecord.intake.blocks import html_text
from onrecord.intake.copy import Copy
from onrecord.intake.stated import moment
from onrecord.intake.told import Told, copy_of, sorted_names

# What the standard library's parsers of headers raise on those that break the rules of their own syntax.
_BROKEN: Final = (
    ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError, email.errors.MessageError,
)  # fmt: skip
_ANSWER = re.compile(r"(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*", re.IGNORECASE)


def read_mail(data: bytes, *, name: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The story of a message: its subject, and its body without what was attached."""
    message = _message(data, name)
    try:
        yield copy_of(_told(message, name), where=name, published=published)
    except ReadError as error:
        yield error


def attachments(data: bytes, *, name: str) -> Iterator[tuple[str, bytes]]:
    """What is attached to a message, with the names given there."""
    for number, part in enumerate(_attached(_message(data, name)), start=1):
        try:
            content, named = part.get_payload(decode=True), part.get_filename()
        except _BROKEN:
            continue
        if isinstance(content, bytes):
            yield named or f"attachment {number}", content


def _attached(message: EmailMessage) -> list[Message]:
    try:
        return list(message.iter_attachments())
    except _BROKEN:
        return []


def _message(data: bytes, name: str) -> EmailMessage:
    try:
        message = email.message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        message.get_content_type()
    except _BROKEN as error:
        raise ReadError(f"{name}: the message cannot be read: {error}; save it again") from error
    return message


def _told(message: EmailMessage, name: str) -> Told:
    sender, address = parseaddr(_field(message, "From") or "")
    body, left = _body(message, name)
    subject = _field(message, "Subject")
    attached = {"attachments"} if _attached(message) else set()
    others = {each.lower() for each in ("To", "Cc", "Reply-To") if _field(message, each)}
    return Told(
        format="mail",
        id=(_field(message, "Message-ID") or "").strip("<> ") or None,
        headline=_ANSWER.sub("", subject, count=1) if subject else None,
        body=body,
        published=moment(_field(message, "Date")),
        language=_field(message, "Content-Language"),
        publisher=sender or address or None,
        left_out=sorted_names(left | attached | others),
    )


def _body(message: EmailMessage, name: str) -> tuple[str | None, set[str]]:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except _BROKEN as error:
        raise ReadError(f"{name}: the message cannot be read: {error}; save its text") from error
    if part is None:
        return None, set()
    text = _text(part)
    return html_text(text, name=name) if part.get_content_subtype() == "html" else (text.strip() or None, set())


def _text(part: MIMEPart) -> str:
    data = b""
    try:
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        return data.decode(part.get_content_charset("utf-8"), "replace")
    except _BROKEN:
        return data.decode("cp1252", "replace")


def _field(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message[name] or "").split()) or None
    except _BROKEN:
        return None
