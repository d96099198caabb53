"""GUM's articles in CoNLL-U: their text, and the persons, organisations and places that are mentioned.

`Entity=` in the last column opens and closes mentions, "(id-type-infstat-salience-centering-minspan-link-identity"
and "id)"; see https://wiki.gucorpling.org/gum/coreference. The text is put together from the words and `SpaceAfter`;
a paragraph begins at `# newpar`, the first are headline and date line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from mentions import Kind, Marked, Mention, Shape, set_aside
from onrecord.spans import Span

_KINDS: dict[str, Kind] = {"person": "person", "organization": "organisation", "place": "place"}
_BRACKETS = re.compile(r"\((?P<opened>[^()]+)(?P<closed>\)?)|(?P<id>[^()]+)\)")


class Word(Struct, frozen=True):
    """A syntactic word. at: where it stands; of "don't" each part its own letters. head: the number of its head."""

    number: int
    at: Span
    pos: str
    features: str
    head: int
    relation: str
    entities: str


def read_conllu(path: Path) -> Marked:
    """The article of one file."""
    lines = path.read_text("utf-8").splitlines()
    text, sentences = _assembled(lines)
    published = next((line.split("=")[1].strip() for line in lines if line.startswith("# meta::dateCreated")), None)
    mentions = [mention for words in sentences for mention in _mentions(words)]
    return Marked(path.stem, text, set_aside(mentions), published)


def _assembled(lines: list[str]) -> tuple[str, list[list[Word]]]:
    """The text, and the words of each sentence."""
    text, blank = "", ""
    sentences: list[list[Word]] = [[]]
    parts: list[tuple[int, Span]] = []  # the words of a token that is written as one: "Trump's"
    for line in lines:
        if line.startswith("# newpar") and text:
            blank = "\n\n"
        cells = line.split("\t")
        if not line and sentences[-1]:
            sentences.append([])
            parts = []
        if len(cells) != 10 or "." in cells[0]:
            continue
        numbers = [int(number) for number in cells[0].split("-")]
        if not parts or numbers[0] > parts[-1][0]:
            start = len(text) + len(blank)
            text += blank + cells[1]
            parts = [(number, Span(start, len(text))) for number in range(numbers[0], numbers[-1] + 1)]
            blank = "" if "SpaceAfter=No" in cells[9].split("|") else " "
        if len(numbers) == 1:
            at, parts = _part(text, numbers[0], cells[1], parts)
            entities = next((cell[7:] for cell in cells[9].split("|") if cell.startswith("Entity=")), "")
            sentences[-1].append(Word(numbers[0], at, cells[3], cells[5], int(cells[6]), cells[7], entities))
    return text, sentences


def _part(text: str, number: int, form: str, parts: list[tuple[int, Span]]) -> tuple[Span, list[tuple[int, Span]]]:
    """Where the word stands, and the parts with what it leaves of its token to the words behind it."""
    at = dict(parts)[number]
    if not text.startswith(form, at.start) or len(form) >= len(at):
        return at, parts
    rest = Span(at.start + len(form), at.end)
    return Span(at.start, rest.start), [(other, rest if other > number else span) for other, span in parts]


def _mentions(words: list[Word]) -> Iterator[Mention]:
    """The mentions of a sentence."""
    opened: list[tuple[str, int]] = []
    for last, word in enumerate(words):
        for bracket in _BRACKETS.finditer(word.entities):
            if bracket["opened"]:
                opened.append((bracket["opened"], last))
            if bracket["opened"] and not bracket["closed"]:
                continue
            ids = [entity.split("-")[0] for entity, _ in opened]
            wanted = bracket["id"] or ids[-1]
            entity, first = opened.pop(len(ids) - 1 - ids[::-1].index(wanted))
            if entity.split("-")[1] in _KINDS:
                yield _mention(entity.split("-"), words[first : last + 1])


def _mention(fields: list[str], words: list[Word]) -> Mention:
    least = [words[int(place) - 1] for place in fields[5].split(",")]
    head = _head(words, least)
    span, name = (Span(some[0].at.start, some[-1].at.end) for some in (words, least))
    return Mention(span, name, head.at, _KINDS[fields[1]], fields[0], _shape(fields[1], head))


def _head(words: list[Word], least: list[Word]) -> Word:
    """The word that the others hang on; where that is a title ("musician Ada Vale"), the name that is bound to it."""
    numbers = {word.number for word in words}
    head = next((word for word in words if word.head not in numbers), words[0])
    names = (word for word in least if word.head == head.number and word.relation in ("flat", "appos"))
    return head if head.pos != "NOUN" else next((word for word in names if word.pos == "PROPN"), head)


def _shape(kind: str, head: Word) -> Shape:
    """A name is what has a proper noun for its head; a people ("Afghans", "Muslims") names no person."""
    if head.pos == "PRON" and "PronType=Prs" in head.features:
        return "pronoun"
    people = kind == "person" and "Number=Plur" in head.features
    return "name" if head.pos == "PROPN" and not people else "other"
