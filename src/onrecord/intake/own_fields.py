"""An article of fields by our own names: `{"id", "published", "text"}` and what else the source knows of it."""

import json
from typing import Any

from onrecord.errors import ReadError
from onrecord.intake.bylines import given_names
from onrecord.intake.clean import clean
from onrecord.intake.copy import Copy
from onrecord.intake.published import published_field
from onrecord.intake.text import read_text
from onrecord.record import Source


def article_of(values: dict[str, Any], *, where: str, published: str | None = None, format: str = "jsonl") -> Copy:
    """The article of fields by our own names. Raises ReadError, naming the field, where one is no good."""
    fields = _Fields(values, where)
    return read_text(
        fields.text(),
        id=fields.id(),
        published=fields.published() or published,
        source=Source(fields.words("agency"), fields.words("publisher"), fields.words("url"), format),
        headline=fields.words("headline"),
        deck=fields.words("deck"),
        section=fields.words("section"),
        byline=fields.byline(),
        language=fields.words("language"),
    )


class _Fields:
    """The fields of one article, each checked when it is asked for. Raises ReadError."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self._values = values
        self._where = where

    def words(self, name: str) -> str | None:
        """The string in the field, without white space at its edges; None where it is absent, null or blank."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "write a string, or leave it out")
        return (value or "").strip() or None

    def text(self) -> str:
        text = self._values.get("text")
        if text is None:
            raise ReadError(f'{self._where}: there is no "text"; write the article\'s text there')
        if not isinstance(text, str) or not clean(text).strip():
            raise self._wrong("text", "write the article's text there")
        return text

    def id(self) -> str | None:
        value = self._values.get("id")
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            raise self._wrong("id", "write a string or a whole number")
        return value or None

    def published(self) -> str | None:
        value = self._values.get("published")
        if value is None or value == "":
            return None
        day = published_field(value) if isinstance(value, str) else None
        if day is None:
            raise self._wrong("published", "write the date as YYYY-MM-DD")
        return day

    def byline(self) -> tuple[str, ...]:
        value = self._values.get("byline")
        if isinstance(value, list) and all(isinstance(name, str) for name in value):
            return tuple(name.strip() for name in value if name.strip())
        if value is not None and not isinstance(value, str):
            raise self._wrong("byline", "write a name or a list of names")
        return given_names(value or "")

    def _wrong(self, name: str, mend: str) -> ReadError:
        return ReadError(f'{self._where}: "{name}" is {shown(self._values[name])}; {mend}')


def shown(value: Any) -> str:
    """The value as JSON, short enough for a message."""
    shown = json.dumps(value, ensure_ascii=True)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
