"""The standfirst of a page: what stands between the headline and the first paragraph and sums up; or none."""

import re
from collections.abc import Sequence

from onrecord.intake.bylines import byline_names
from onrecord.intake.labels import is_furniture, is_section
from onrecord.intake.pages.blocks import Block, text_key
from onrecord.intake.pages.body import Told
from onrecord.intake.pages.scene import Scene
from onrecord.intake.published import published_line

# What publishing systems call it. Own compilation.
_NAMED = re.compile(
    r"stand-?first|sub-?(?:head|title|deck|line)|(?:^|[\s_-])de(?:c|)k(?:[\s_-]|$)|sub_?headline|strap-?line|summary|excerpt"
    r"|(?:^|[\s_-])(?:lead|lede|intro|teaser|abstract|kicker-below)(?:[\s_-]|$)|description|secondary-?title|tagline"
)
_NOT = re.compile(r"caption|credit|byline|author|share|social|date|time|breadcrumb|comment|promo|newsletter|audio|related|image|photo")
# In characters.
_SHORTEST, _LONGEST = 16, 420
# How far below the headline it may stand, in blocks: dates, names, buttons and captions come between.
_REACH = 30


def find_deck(scene: Scene, told: Sequence[Told], said: Sequence[str]) -> tuple[str | None, frozenset[int]]:
    """The standfirst and the numbers of its blocks; (None, no blocks) where the page shows none.

    said: what the page's metadata give as its summary. It is a standfirst only where it is to be seen above the text.
    """
    first = next((t.number for t in told if t.part == "body" and t.block.tag != "li"), None)
    if first is None:
        return None, frozenset()
    summaries = {text_key(words) for words in said}
    top = max(scene.headline, -1) + 1
    above = [n for n in range(top, min(first, top + _REACH)) if _may_be(scene, n)] if scene.headline >= 0 else []
    scored = [(_score(scene, n, summaries), -n) for n in above]
    best, place = max(scored, default=(0, 0))
    if best >= 2:
        return scene.blocks[-place].text, frozenset([-place])
    if bullets := _bullets(scene, first):
        return " ".join(scene.blocks[n].text for n in bullets), frozenset(bullets)
    if _opens_as_deck(scene, told, first, summaries):
        return scene.blocks[first].text, frozenset([first])
    return None, frozenset()


def _may_be(scene: Scene, n: int) -> bool:
    block = scene.blocks[n]
    return (
        _SHORTEST <= len(block.text) <= _LONGEST
        and block.linked < 0.5
        and not block.inside & {"figure", "nav", "form", "li", "ul", "ol", "footer", "table"}
        and block.tag != "li"
        and not _NOT.search(scene.names[n])
        and not published_line(block.text)
        and not byline_names(block.text)
        and not is_furniture(block.text)
        and not is_section(block.text)
        and scene.keys[n] != scene.keys[scene.headline]
    )


def _score(scene: Scene, n: int, summaries: set[str]) -> int:
    """How much speaks for a block as the standfirst; two points are enough."""
    block, key = scene.blocks[n], scene.keys[n]
    score = 2 * (key in summaries) + 2 * (_NAMED.search(scene.names[n]) is not None)
    score += 2 * (block.tag in {"h2", "h3", "h4"} and _is_next(scene, n))
    score += _is_next(scene, n) and len(block.text.split()) >= 5
    return score + ("header" in block.inside)


def _is_next(scene: Scene, n: int) -> bool:
    """Whether nothing that a reader reads stands between the headline and the block."""
    return all(len(scene.blocks[m].text) < _SHORTEST for m in range(scene.headline + 1, n))


def _bullets(scene: Scene, first: int) -> list[int]:
    """Two to six points that stand in a list between headline and text."""
    if scene.headline < 0:
        return []
    numbers = [n for n in range(scene.headline + 1, first) if scene.blocks[n].tag == "li" and scene.kept[n]]
    points = [n for n in numbers if scene.blocks[n].linked < 0.5 and len(scene.blocks[n].text) >= 30]
    return points if 2 <= len(points) <= 6 and len(points) == len(numbers) else []


def _opens_as_deck(scene: Scene, told: Sequence[Told], first: int, summaries: set[str]) -> bool:
    """Whether the first paragraph is set apart as the standfirst: named so, or wholly bold or slanted and told again
    by the metadata as the summary."""
    block: Block = scene.blocks[first]
    if len(block.text) > _LONGEST or sum(t.part == "body" for t in told) < 3:
        return False
    if _NAMED.search(scene.names[first]) and not _NAMED.search(scene.names[_second(told, first)]):
        return True
    apart = max(block.strong, block.slanted) >= 0.95 or block.tag in {"h2", "h3", "h4", "h5"}
    return apart and scene.keys[first] in summaries


def _second(told: Sequence[Told], first: int) -> int:
    return next((t.number for t in told if t.part == "body" and t.number > first), first)
