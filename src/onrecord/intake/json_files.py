"""JSON of every shape that news comes in: our own fields, ninjs, schema.org as JSON-LD, JSON Feed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import decode
from onrecord.intake.own_fields import article_of

_WRAPPERS: Final = ("item", "items", "_items", "articles", "results", "data")


def read_json(
    data: bytes, *, name: str, published: str | None = None, shape: str | None = None
) -> Iterator[Copy | ReadError]:
    """The articles of a file that is one JSON value: an object, or a list of objects.

    shape: "ninjs", "json-ld" or "json-feed" where that was asked for; None tells it from each object's names.
    """
    try:
        value = json.loads(decode(data, name=name).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        yield ReadError(f"{name}: not JSON at line {error.lineno}, column {error.colno}: {error.msg}; save it again")
        return
    except (ValueError, RecursionError) as error:
        yield ReadError(f"{name}: JSON that cannot be read: {error}; write flat JSON objects")
        return
    listed = value if isinstance(value, list) else [value]
    if not listed:
        yield ReadError(f"{name}: the list is empty; give one with articles")
    for number, each in enumerate(listed, start=1):
        where = name if each is value else f"{name}: item {number}"
        if isinstance(each, dict):
            yield from read_values(each, where=where, published=published, shape=shape)
        else:
            yield ReadError(f"{where}: {type(each).__name__} is no JSON object; write an article as an object")


def read_values(
    values: Mapping[str, Any], *, where: str, published: str | None = None, shape: str | None = None
) -> Iterator[Copy | ReadError]:
    """The articles of one JSON object, of whatever shape its names say that it is."""
    from onrecord.intake.feeds import is_json_feed, read_json_feed
    from onrecord.intake.ninjs import is_ninjs, read_ninjs
    from onrecord.intake.schema_org import is_json_ld, read_json_ld

    if shape == "json-feed" or (shape is None and is_json_feed(values)):
        yield from read_json_feed(values, where=where, published=published)
    elif shape == "json-ld" or (shape is None and is_json_ld(values)):
        yield from read_json_ld(values, where=where, published=published)
    elif shape == "ninjs" or (shape is None and is_ninjs(values)):
        yield from read_ninjs(values, where=where, published=published)
    elif held := _held(values):
        for number, each in enumerate(held, start=1):
            yield from read_values(each, where=f"{where}: item {number}", published=published, shape=shape)
    else:
        yield _ours(values, where, published)


def _held(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The items of an answer that holds a page of them, as services wrap them; nothing of an article."""
    if "text" in values:
        return []
    lists = (values.get(name) for name in _WRAPPERS)
    return next((each for each in lists if isinstance(each, list) and each and all(map(_is_object, each))), [])


def _is_object(value: Any) -> bool:
    return isinstance(value, dict) and not any(name in value for name in _WRAPPERS)


def _ours(values: Mapping[str, Any], where: str, published: str | None) -> Copy | ReadError:
    try:
        return article_of(dict(values), where=where, published=published)
    except ReadError as error:
        return error
