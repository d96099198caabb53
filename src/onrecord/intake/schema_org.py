"""schema.org articles as JSON-LD. Source: https://schema.org/NewsArticle, and its parents Article, CreativeWork."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.errors import ReadError
from onrecord.intake.blocks import html_text
from onrecord.intake.copy import Copy
from onrecord.intake.stated import moment, stated
from onrecord.intake.told import Told, byline_of, copy_of, sorted_names

# Types whose `articleBody` or `text` is news copy.
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*NewsArticle)")
_KEPT: Final = frozenset(
    """
    @context @id @type @graph headline name alternativeHeadline description abstract articleBody text author creator
    datePublished inLanguage publisher provider sourceOrganization url mainEntityOfPage articleSection dateline
    locationCreated contentLocation correction creativeWorkStatus identifier version usageInfo
    """.split()
)
_DEEPEST: Final = 6


def is_json_ld(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is JSON-LD."""
    return "@context" in values or "@graph" in values or "@type" in values


def read_json_ld(values: Mapping[str, Any], *, where: str, published: str | None = None) -> Iterator[Copy | ReadError]:
    """The articles of a JSON-LD object: itself, or those in its graph or list.

    where: what to call the object in a message.
    """
    articles = list(_articles(values, _DEEPEST))
    if not articles:
        yield ReadError(f"{where}: the JSON-LD holds no article; give one whose @type is NewsArticle")
    for number, each in enumerate(articles, start=1):
        name = where if len(articles) == 1 else f"{where}: article {number}"
        try:
            yield copy_of(_told(each, name), where=name, published=published)
        except ReadError as error:
            yield error


def _articles(value: Any, deepest: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _articles(each, deepest)
    elif isinstance(value, dict) and deepest:
        if any(_ARTICLE.fullmatch(name.rpartition("/")[2]) for name in _strings(value.get("@type"))):
            yield value
            return
        for name in ("@graph", "mainEntity", "itemListElement", "item"):
            yield from _articles(value.get(name), deepest - 1)


def _told(values: Mapping[str, Any], where: str) -> Told:
    body = _word(values, "articleBody") or _word(values, "text")
    text, left = html_text(body, name=where) if body else (None, set())
    corrections = [words for each in _list(values.get("correction")) if (words := _named(each, "text"))]
    return Told(
        format="json-ld",
        id=_word(values, "identifier") or _word(values, "@id") or _address(values),
        body=text,
        headline=_word(values, "headline") or _word(values, "name"),
        deck=_word(values, "alternativeHeadline"),
        summary=_word(values, "description") or _word(values, "abstract"),
        section=_word(values, "articleSection"),
        byline=_authors(values),
        dateline=_word(values, "dateline"),
        place=_word(values, "locationCreated") or _word(values, "contentLocation"),
        published=moment(_word(values, "datePublished")),
        language=_word(values, "inLanguage"),
        provider=_word(values, "sourceOrganization") or _word(values, "provider"),
        publisher=_word(values, "publisher"),
        url=_address(values),
        signals=stated(
            [_word(values, "creativeWorkStatus"), "correction" if corrections else None],
            notes=corrections,
            terms=_word(values, "usageInfo"),
            version=_word(values, "version"),
        ),
        left_out=sorted_names({*(name for name in values if name not in _KEPT), *left}),
    )


def _authors(values: Mapping[str, Any]) -> tuple[str, ...]:
    people = [each for each in _list(values.get("author") or values.get("creator"))
              if not (isinstance(each, dict) and "Organization" in " ".join(_strings(each.get("@type"))))]  # fmt: skip
    return tuple(name for each in people if (words := _named(each, "name")) for name in byline_of(words))


def _address(values: Mapping[str, Any]) -> str | None:
    return _word(values, "url") or _named(values.get("mainEntityOfPage"), "@id")


def _word(values: Mapping[str, Any], name: str) -> str | None:
    return next((words for each in _list(values.get(name)) if (words := _named(each, "name"))), None)


def _named(value: Any, name: str) -> str | None:
    """The words of a value: a string, a number, or the name of an object."""
    if isinstance(value, dict):
        value = value.get(name) or value.get("name") or value.get("@value") or value.get("value") or value.get("@id")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: Any) -> list[str]:
    return [each for each in _list(value) if isinstance(each, str)]
