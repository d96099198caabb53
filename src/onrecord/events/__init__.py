"""Events: what happened, who did it to whom, when and where, and what was put on paper."""

from msgspec.structs import replace

from onrecord.events.deciding import judge_by
from onrecord.events.documents import documents_of
from onrecord.events.finding import events_of, mentions_of
from onrecord.events.formats import formats, lengths
from onrecord.events.plover import by_word, code_line
from onrecord.events.scene import scene_of
from onrecord.events.sides import MEETINGS
from onrecord.language import Doc, EngineName, Reading
from onrecord.record import Dateline, Document, Event, Party, Statement, Time

__all__ = ["find_events"]


def find_events(
    doc: Doc,
    parties: tuple[Party, ...],
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
    reading: Reading,
    engine: EngineName,
    published: str | None,
    filed: Dateline,
) -> tuple[tuple[Event, ...], tuple[Document, ...]]:
    """The happenings of an article, each once, in the order of their first mention, and its documents.

    reading: what the engine's tagger made of `doc`.
    published: the day the article came out or was filed, "YYYY-MM-DD". filed: its dateline.
    """
    scene = scene_of(doc, parties, times, statements, published, filed)
    mentions = mentions_of(scene, judge_by(reading, engine))
    told = {mention.candidate.line.number for mention in mentions}
    codes = by_word(code for line in scene.lines if line.number in told for code in code_line(line))
    found = []
    for event, own in events_of(scene, mentions):
        if event.type in MEETINGS:
            planned, actual = lengths(scene, own)
            event = replace(event, format=formats(own), planned_length=planned, length=actual)
        code = next((codes[span] for span in event.triggers if span in codes), None)
        if code is not None:
            event = replace(event, plover=code.code, mode=code.mode, context=code.contexts)
        found.append(event)
    documents = documents_of(scene, found)
    held = {step.event: paper.id for paper in reversed(documents) for step in paper.life if step.event is not None}
    return tuple(replace(event, document=held.get(event.id)) for event in found), documents
