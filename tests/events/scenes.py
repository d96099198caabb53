"""Scenes of short texts, read without the tagger."""

from onrecord.events.candidates import Candidate, candidate_at, spots
from onrecord.events.scene import Scene, scene_of
from onrecord.intake import read_text
from onrecord.language import make_doc, tag
from onrecord.parties import find_parties
from onrecord.reader import paragraphs_apart
from onrecord.statements import find_statements
from onrecord.times import anchor_date, find_times, settle_dateline


def scene(text: str, published: str = "2019-03-08") -> Scene:
    """The scene of a text that came out on a day."""
    copy = read_text(text, published=published)
    doc = make_doc(copy.text, paragraphs_apart(copy))
    dateline = settle_dateline(copy.dateline, doc, copy.published)
    times = find_times(doc, anchor_date(dateline, copy.published))
    found, statements = find_statements(doc, find_parties(doc), times, tag(doc, "rules"))
    return scene_of(doc, found.parties, times, statements, published, dateline)


def candidate(made: Scene, word: str) -> Candidate:
    """The one candidate of the scene that is `word`."""
    (spot,) = [one for one in spots(made) if one.line.tokens[one.at].text == word]
    return candidate_at(spot)


def names(made: Scene, numbers: tuple[int, ...]) -> list[str]:
    """The names of parties by their numbers."""
    return [made.parties[number].name for number in numbers]
