"""The parts of an article in the light of their neighbours: where it begins and ends, and what looks foreign in it."""

from collections import Counter
from collections.abc import Sequence

from onrecord.intake.datelines import is_dateline_alone
from onrecord.intake.pages.blocks import Block, Look, look_of
from onrecord.intake.pages.body import Told
from onrecord.intake.pages.scene import Scene
from onrecord.intake.pages.wordings import is_closed

# The share of the text's letters in paragraphs of one look, above which another look says something.
_NEARLY_ALL = 0.75
# What may stand behind the last paragraph.
_BEHIND = frozenset(["credit", "note"])
# In characters: what is no sentence and no longer than this is no paragraph, in a box or at the edges.
_LONGEST_LABEL = 140
_LONGEST_SCRAP = 70


def settled(scene: Scene, told: list[Told]) -> list[Told]:
    """The parts in the light of their neighbours: where the article ends, what looks foreign, headings over nothing."""
    common = _common_look(scene, told)
    last = max((i for i, t in enumerate(told) if t.part == "body" and _is_plain(scene, t, common)), default=-1)
    if last < 0:
        return told
    ended = [t for i, t in enumerate(told) if (i <= last and not _is_foreign(t, common)) or t.part in _BEHIND]
    ended = _trimmed(ended)
    return [t for i, t in enumerate(ended) if not (t.part == "subheading" and _is_over_nothing(scene, ended, i))]


def _trimmed(told: list[Told]) -> list[Told]:
    """The parts without the short lines that are no sentences before the first paragraph and behind the last one."""
    prose = [i for i, t in enumerate(told) if t.part == "body" and not _is_scrap(t.block)]
    if not prose:
        return told
    return [
        t
        for i, t in enumerate(told)
        if t.part != "body" or prose[0] <= i <= prose[-1] or is_dateline_alone(t.block.text)
    ]


def _is_scrap(block: Block) -> bool:
    return block.tag != "li" and len(block.text) <= _LONGEST_SCRAP and not is_closed(block.text)


def _common_look(scene: Scene, told: Sequence[Told]) -> Look | None:
    """The look of nearly all the text, or None where paragraphs look this way and that."""
    letters: Counter[Look] = Counter()
    for t in told:
        if t.part == "body" and t.block.tag != "li":
            letters[look_of(t.block)] += len(t.block.text)
    if not letters:
        return None
    look, most = letters.most_common(1)[0]
    return look if most >= _NEARLY_ALL * letters.total() else None


def _is_plain(scene: Scene, told: Told, common: Look | None) -> bool:
    return look_of(told.block) == common if common else scene.within[told.number]


def _is_foreign(told: Told, common: Look | None) -> bool:
    """Whether a short piece without an end stands among paragraphs of another look: a box, a label, a figure."""
    return (
        common is not None
        and told.part == "body"
        and told.block.tag in {"p", "div", "span"}
        and look_of(told.block) != common
        and len(told.block.text) <= _LONGEST_LABEL
        and not is_closed(told.block.text)
    )


def _is_over_nothing(scene: Scene, told: Sequence[Told], i: int) -> bool:
    """Whether a heading stands at the end, or over a list of links."""
    if not any(t.part in {"body", "subheading"} for t in told[i + 1 :]):
        return True
    n = told[i].number
    below = next((b for b in scene.blocks[n + 1 : n + 4] if len(b.text) >= 20), None)
    return below is not None and below.linked >= 0.9 and below.tag != "p"
