"""The events of a record as PLOVER's event data, a JSON object a line.

The names of the fields are those of the gold standard records of the Open Event Data Alliance (PLOVER 0.5); `articleId`
and `url` say where the sentence stands. Every sentence of the article is coded: what is only wished for, denied or
supposed is left out, and so is what PLOVER has no code for.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from onrecord.events.plover import Coded, coded
from onrecord.events.scene import Scene, scene_of
from onrecord.intake.copy import Copy, DatelineText
from onrecord.language import make_doc
from onrecord.reader import paragraphs_apart
from onrecord.record import Article, Record
from onrecord.spans import Span

VERSION: Final = "0.5b1"


def plover(record: Record) -> Iterator[bytes]:
    """The events of a record in the order of its text, each a line of UTF-8 JSON without a line end.

    The same record always gives the same bytes.
    """
    scene = _scene(record)
    told = sorted((event for event in coded(scene) if event.real), key=lambda event: event.trigger.start)
    for number, event in enumerate(told, 1):
        kept = {
            name: value for name, value in _row(record, scene, event, number).items() if value not in (None, "", [])
        }
        yield json.dumps(kept, ensure_ascii=False).encode()


def _scene(record: Record) -> Scene:
    article = record.article
    span = article.dateline.span
    copy = Copy(article.text, article.paragraphs, dateline=DatelineText(span) if span is not None else None)
    doc = make_doc(article.text, paragraphs_apart(copy))
    return scene_of(doc, record.parties, record.times, record.statements, article.published)


def _row(record: Record, scene: Scene, event: Coded, number: int) -> dict[str, Any]:
    article, text = record.article, record.article.text
    sentence = scene.doc.sentences[event.line].span
    return {
        "id": f"{record.id}-{number}",
        "date": _day(article),
        "source": _actors(text, record, event.actors, event.actor_parties),
        "target": _actors(text, record, event.targets, event.target_parties),
        "event": event.code,
        "mode": event.mode,
        "context": ", ".join(event.contexts),
        "eventText": " ".join(word.cut(text) for word in sorted(event.words)),
        "text": sentence.cut(text),
        "language": article.language,
        "publication": article.source.publisher or article.dateline.agency or article.source.agency,
        "coder": f"onrecord {record.engine.version}",
        "version": VERSION,
        "articleId": record.id,
        "url": article.source.url,
    }


def _day(article: Article) -> str | None:
    """The day of the report: that of the dateline, else that of publication."""
    told = article.dateline.date or article.published
    return told[:_DAY] if told is not None else None


_DAY: Final = len("2019-03-08")


def _actors(text: str, record: Record, spans: tuple[Span, ...], parties: tuple[int, ...]) -> list[dict[str, str]]:
    """A side as PLOVER lists it; `party` and `name` where the record knows who it is."""
    found = []
    for span in spans:
        own = next(
            (record.parties[i] for i in parties if any(_meet(span, m) for m in record.parties[i].mentions)), None
        )
        actor = {"actorText": span.cut(text)}
        found.append(actor if own is None else {**actor, "party": own.id, "name": own.name})
    return found


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
