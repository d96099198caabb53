"""A record as a ninjs 3 item. Source: the schema of the IPTC, ninjs 3.3.

What the schema has no property for stands in its open lists: an item that this one replaces, its address and a day of
publication without a time in `altIds`, the section in `subjects`, a correction or an update in `genres`.
"""

import json
from html import escape
from typing import Any, Final

from onrecord.export.parts import PUB_STATUS, SIGNAL, body, day, editor_notes, listed, moment, usage_terms
from onrecord.record import Record

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.3",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#",
}
_KNOWN: Final = frozenset(["correction", "update"])
_CODES: Final = "http://cv.iptc.org/newscodes/signal/"


def ninjs(record: Record) -> bytes:
    """One line of UTF-8 JSON without a line end. The same record always gives the same bytes."""
    article, signals = record.article, record.article.signals
    item: dict[str, Any] = {
        "uri": record.id,
        "standard": _STANDARD,
        "type": "text",
        "version": signals.version,
        "versionCreated": moment(record),
        "embargoedUntil": signals.embargo if signals.embargo != ".." else None,
        "pubStatus": PUB_STATUS.get(signals.status, "usable"),
        "urgency": signals.urgency,
        "usageTerms": usage_terms(article),
        "edNote": "\n\n".join(editor_notes(article)),
        "language": article.language,
        "headlines": _valued(("main", article.headline), ("sub", article.deck)),
        "bodies": _bodies(body(article)),
        "people": [{"name": name, "rel": "creator"} for name in article.byline],
        "by": listed(article.byline),
        "located": article.dateline.place,
        "infoSources": _sources(record),
        "subjects": [{"name": article.section, "rel": "section"}] if article.section else [],
        "genres": _genres(record),
        "altIds": _ids(record),
    }
    kept = {name: value for name, value in item.items() if value not in (None, "", [])}
    return json.dumps(kept, ensure_ascii=False).encode()


def _valued(*pairs: tuple[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "value": value} for role, value in pairs if value]


def _bodies(paragraphs: list[str]) -> list[dict[str, str]]:
    if not paragraphs:
        return []
    marked = "".join(f"<p>{escape(words, quote=False)}</p>" for words in paragraphs)
    return [{"role": "main", "contentType": "application/xhtml+xml", "value": marked}]


def _sources(record: Record) -> list[dict[str, str]]:
    source = record.article.source
    agency = record.article.dateline.agency or source.agency
    named = (("provider", agency), ("publisher", source.publisher))
    return [{"name": name, "role": role} for role, name in named if name]


def _genres(record: Record) -> list[dict[str, str]]:
    signals = record.article.signals
    if signals.status in SIGNAL:
        code = SIGNAL[signals.status]
        return [{"name": code, "uri": _CODES + code} if code in _KNOWN else {"name": code, "literal": code}]
    if signals.status == "embargoed" and signals.embargo in (None, ".."):
        return [{"name": "embargoed", "literal": "embargoed"}]
    return [{"name": "kill", "literal": "kill"}] if signals.status == "killed" else []


def _ids(record: Record) -> list[dict[str, str]]:
    article = record.article
    named = (("replaces", article.signals.replaces), ("url", article.source.url), ("published", day(record)))
    further = "embargo" if article.signals.embargo == ".." else None
    return [
        *({"role": role, "value": value} for role, value in named if value),
        *([{"role": further, "value": ".."}] if further else []),
    ]
