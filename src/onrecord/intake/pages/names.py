"""Who wrote an article, from what a page's fields hold: names among addresses, accounts, offices and publishers."""

import re
from collections.abc import Iterable, Sequence

from onrecord.intake.bylines import given_names
from onrecord.intake.pages.blocks import text_key

_ADDRESS = re.compile(r"https?://|www\.|@|/|\.(?:com|org|net|co)\b")
# "sophie-foster", "dpaglinawan": what an account is called, not a person.
_ACCOUNT = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_EMPTY = frozenset(["admin", "administrator", "editor", "none", "null", "undefined", "unknown", "anonymous", "author"])


Field = Sequence[tuple[str, bool]]


def persons_of(fields: Iterable[Field], *, publisher: Sequence[str]) -> tuple[str, ...]:
    """The names in the first of the fields that names a person.

    fields: each a list of values and whether the value is said to be an organisation's name.
    publisher: what the publisher and its site are called.
    """
    own = {text_key(name) for name in publisher}
    found = (_distinct(name for v, is_group in field if not is_group for name in _persons(v, own)) for field in fields)
    return next(filter(None, found), ())


def signature_of(fields: Iterable[Field]) -> tuple[str, ...]:
    """The names in the first of the fields that names anybody: an article of no person's is signed by an agency, or by
    its publisher."""
    found = (_distinct(" ".join(value.split()) for value, _ in field if not _is_none(value)) for field in fields)
    return next(filter(None, found), ())


def _persons(value: str, own: set[str]) -> list[str]:
    value = " ".join(value.split())
    if _is_none(value) or text_key(value) in own:
        return []
    return [name for name in given_names(value) if not _is_none(name) and text_key(name) not in own]


def _is_none(value: str) -> bool:
    return (
        not any(map(str.isalpha, value))
        or _ADDRESS.search(value) is not None
        or _ACCOUNT.fullmatch(value) is not None
        or value.casefold() in _EMPTY
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(text_key(name), name)
    return tuple(by_key.values())
