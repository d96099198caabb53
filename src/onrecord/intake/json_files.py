"""JSON of every shape that news comes in: our own fields, ninjs, schema.org as JSON-LD, JSON Feed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.decode import decode


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
    else:
        yield _ours(values, where, published)


def _ours(values: Mapping[str, Any], where: str, published: str | None) -> Copy | ReadError:
    from onrecord.intake.jsonl import article_of

    try:
        return article_of(dict(values), where=where, published=published)
    except ReadError as error:
        return error
