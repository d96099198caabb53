"""Attributions of PolNeAR as labels of the tokens that onrecord reads.

The corpus is read through the same road as any article (intake, tokens, quotations), so that the model learns from
what it will see. Its annotation is brat standoff: a T line is a span, an E line ties spans into an attribution.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from onrecord.intake import read_text
from onrecord.language import Doc, make_doc
from onrecord.language.units import Unit, units_of
from onrecord.reader import paragraphs_apart

ROLES = ("source", "cue", "content")
_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(.*)")
_ASIDE = 10  # one document in ten of the training split is kept aside for choosing and calibrating

Pieces = tuple[tuple[int, int], ...]


class Attribution(Struct, frozen=True):
    """The pieces of each role, `[start, end)` in the text of the file; empty where the corpus has none."""

    source: Pieces
    cue: Pieces
    content: Pieces


class Document(Struct, frozen=True):
    """A text as onrecord reads it, with its attributions in the offsets of `doc.text`."""

    name: str
    original: str
    doc: Doc
    units: tuple[Unit, ...]
    attributions: tuple[Attribution, ...]


def documents(split: Path) -> Iterator[Document]:
    """The documents of one split, by name. Where several people annotated one, the first name's is taken."""
    annotations: dict[str, Path] = {}
    for path in sorted((split / "attributions").glob("*.ann"), reverse=True):
        annotations[path.stem.rpartition("_")[0]] = path
    for path in sorted((split / "text").glob("*.txt")):
        if path.stem in annotations:
            yield document(path.stem, path.read_bytes().decode(), annotations[path.stem].read_bytes().decode())


def document(name: str, original: str, annotation: str = "") -> Document:
    """One text, read, with the attributions of its brat file."""
    copy = read_text(original)
    doc = make_doc(copy.text, paragraphs_apart(copy))
    found = tuple(_moved(attribution, original, doc.text) for attribution in attributions(annotation))
    return Document(name, original, doc, units_of(doc), found)


def attributions(annotation: str) -> list[Attribution]:
    """The attributions of a brat file that have a content, in its order and offsets."""
    lines = annotation.split("\n")  # not splitlines: a quoted text may hold other line ends
    spans = {found[1]: _pieces(found[2]) for line in lines if (found := _SPAN.match(line))}
    made = []
    for line in lines:
        if not (event := _EVENT.match(line)):
            continue
        parts: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
        for argument in event[1].split()[1:]:
            role, _, target = argument.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in parts:
                parts[role] += spans.get(target, ())
        if parts["content"]:
            made.append(Attribution(*(tuple(sorted(parts[role])) for role in ROLES)))
    return made


def _pieces(text: str) -> Pieces:
    return tuple((int(start), int(end)) for start, end in (piece.split() for piece in text.split(";")))


def _moved(attribution: Attribution, original: str, text: str) -> Attribution:
    """The attribution in the offsets of `text`, which was cleaned from `original`."""
    if text == original:
        return attribution
    places = offsets_after_cleaning(original, text)
    return Attribution(
        *(
            tuple((places[a], places[b]) for a, b in getattr(attribution, role) if places[a] < places[b])
            for role in ROLES
        )
    )


def offsets_after_cleaning(original: str, text: str) -> list[int]:
    """For each offset of `original`, its end included, the offset in `text`, which lacks some blanks or has others."""
    places, at = [], 0
    for sign in original:
        if sign.isspace():
            places.append(at)
            continue
        found = text.find(sign, at)
        places.append(found if found >= 0 else at)
        at = found + 1 if found >= 0 else at
    return [*places, at]


def kept_aside(name: str) -> bool:
    """Whether a document of the training split serves for choosing and calibrating, never for training."""
    return int(sha256(name.encode()).hexdigest(), 16) % _ASIDE == 0
