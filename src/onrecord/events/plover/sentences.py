"""The events of a sentence by itself, without its article."""

from onrecord.events.plover.coding import Coded, coded
from onrecord.events.scene import scene_of
from onrecord.language import make_doc
from onrecord.parties import find_parties, numbered
from onrecord.record import Paragraph
from onrecord.spans import Span, strip
from onrecord.times import find_times


def code_sentence(text: str) -> tuple[Coded, ...]:
    """The events that `text`, a paragraph, tells as real, the main one of each sentence first.

    Parties are numbered as they come in the text. Nothing of it is known from elsewhere, so that "he" is nobody.
    """
    inner = strip(text, 0, len(text), "")
    if inner is None:
        return ()
    doc = make_doc(text, (Paragraph(Span(inner.start, inner.end), "body"),))
    scene = scene_of(doc, numbered(find_parties(doc)).parties, find_times(doc, None), (), None)
    return tuple(event for event in coded(scene) if event.real)
