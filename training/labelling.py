"""Documents as rows of labels, one a unit: what every model here is taught."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from corpus import Attribution, Document
from onrecord.language import labels
from onrecord.language.units import Unit

_BEGINS = {"content": labels.CONTENT, "source": labels.SOURCE, "cue": labels.CUE}  # later ones paint over earlier


class Soft(Struct, frozen=True):
    """What teachers make of a unit: how likely each tag (tokens, 7), each two tags in a row (tokens - 1, 7, 7) and
    each link (tokens, 7) are; float16."""

    tags: np.ndarray
    pairs: np.ndarray
    links: np.ndarray


class Row(Struct, frozen=True):
    """A unit with what is to be learnt. `tags`, `links`: one label a token, int64; without meaning where it is not
    `annotated`."""

    unit: Unit
    tags: np.ndarray
    links: np.ndarray
    annotated: bool = True
    soft: Soft | None = None


def rows(document: Document) -> Iterator[Row]:
    """The units of a document with their labels."""
    text = document.doc.text
    owner = np.full((2, len(text) + 1), -1)  # for each character the stretch and the attribution it belongs to
    tag_of: list[int] = []
    stretches = 0
    for role, begins in _BEGINS.items():
        for number, attribution in enumerate(document.attributions):
            for start, end in getattr(attribution, role):
                owner[0, start:end], owner[1, start:end] = stretches, number
                tag_of.append(begins)
                stretches += 1
    for unit in document.units:
        yield _row(unit, owner, tag_of, document.attributions)


def _row(unit: Unit, owner: np.ndarray, tag_of: list[int], attributions: tuple[Attribution, ...]) -> Row:
    starts = [token.start for token in unit.tokens]
    stretch = owner[0, starts]
    tags = np.zeros(len(starts), np.int64)
    cues: list[int] = []  # the attribution of each cue stretch, in order
    begun = np.zeros(len(starts), np.int64)
    for i, number in enumerate(stretch):
        if number >= 0:
            goes_on = i > 0 and stretch[i - 1] == number
            tags[i] = tag_of[number] + goes_on
            if tags[i] == labels.CUE:
                cues.append(int(owner[1, starts[i]]))
        begun[i] = len(cues)
    first = {attribution: number for number, attribution in reversed(list(enumerate(cues)))}
    links = np.full(len(starts), labels.NO_LINK)
    for i in np.flatnonzero(tags):
        cue = first.get(int(owner[1, starts[i]]))
        if cue is not None:
            links[i] = labels.link_label(cue, int(begun[i]))
    return Row(unit, tags, links)


def averaged(every: list[list[Soft]]) -> list[Soft]:
    """The labels of several teachers as those of one."""

    def mean(same: tuple[Soft, ...], part: str) -> np.ndarray:
        return np.mean([getattr(soft, part) for soft in same], 0, np.float32).astype(np.float16)

    return [Soft(*(mean(same, part) for part in Soft.__struct_fields__)) for same in zip(*every, strict=True)]
