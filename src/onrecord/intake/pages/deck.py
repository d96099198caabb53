"""The standfirst of a page: what stands between the headline and the first paragraph and sums up; or none."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.bylines import byline_names
from onrecord.intake.datelines import find_dateline
from onrecord.intake.labels import is_furniture, is_section
from onrecord.intake.pages.blocks import Block, look_of, text_key
from onrecord.intake.pages.body import Told
from onrecord.intake.pages.scene import Scene
from onrecord.intake.published import published_line

# What publishing systems call it, and what they call it and other things too. Own compilation.
_NAMED = re.compile(
    r"stand-?first|sub-?_?(?:head|title|deck|line)|(?:^|[\s_-])de(?:c|)k(?:[\s_-]|$)|strap-?line|secondary-?title|tagline"
    r"|(?:^|[\s_-])deck"
)
_MAYBE_NAMED = re.compile(
    r"summary|excerpt|description|(?:^|[\s_-])(?:lead|lede|intro|abstract|teaser|chapo)(?:[\s_-]|$)"
)
_NOT = re.compile(
    r"caption|credit|byline|author|share|social|breadcrumb|comment|newsletter|audio|related|subscri"
    r"|(?:^|[\s_-])(?:date|time|timestamp|image|photo|promo|ad|ads)(?:[\s_-]|$)"
)
# Lines that say when: "Published Fri, Mar 8 2019", "8 March 2019 14:05 GMT".
_DATED = re.compile(r"(?:first |last )?(?:published|updated|posted|modified|created|issued|date)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}[:.]\d\d\b|\d{1,2}[:.]\d\d.{0,14}\b(?:19|20)\d\d\b"
    r"|\d\s?min(?:ute)?s? (?:read|ago)\b"
)
# In characters.
_SHORTEST, _LONGEST = 16, 420
# How far below the headline it may stand, in blocks: dates, names, buttons and captions come between.
_REACH = 80
# Points: see `_score`. What is only next to the headline, or only in its header, is not enough.
_ENOUGH = 2
# How many paragraphs must follow, and the share of letters in bold or italics of a paragraph that is set so.
_FEWEST = 3
_WHOLLY = 0.95
# In characters, what stands beside a name in a byline: "by", a date, a place.
_BESIDE_NAME = 60


def find_deck(
    scene: Scene, told: Sequence[Told], said: Sequence[str], *, byline: Sequence[str] = ()
) -> tuple[str | None, frozenset[int]]:
    """The standfirst and the numbers of its blocks; (None, no blocks) where the page shows none.

    said: what the page's metadata give as its summary. It is a standfirst only where it is to be seen above the text.
    """
    first = _lead(scene, told)
    if first is None:
        return None, frozenset()
    summaries = {text_key(words) for words in said}
    above = range(scene.headline + 1, min(first, scene.headline + 1 + _REACH)) if scene.headline >= 0 else range(0)
    scored = [(_score(scene, n, summaries), -n) for n in above if _may_be(scene, n, byline)]
    best, place = max(scored, default=(0, 0))
    if best >= _ENOUGH:
        numbers = _run_on(scene, -place, above, byline)
        return " ".join(scene.blocks[n].text for n in numbers), frozenset(numbers)
    if bullets := _bullets(scene, first):
        return " ".join(scene.blocks[n].text for n in bullets), frozenset(bullets)
    if _opens_as_deck(scene, told, first, summaries):
        return scene.blocks[first].text, frozenset([first])
    return None, frozenset()


def _run_on(scene: Scene, best: int, above: range, byline: Sequence[str]) -> list[int]:
    """The block and those right before and behind it that are of the same make: a standfirst of several sentences."""
    made = (look_of(scene.blocks[best]), scene.blocks[best].element.getparent())
    if not _NAMED.search(scene.names[best]):
        return [best]
    first = last = best

    def is_same(n: int) -> bool:
        if n not in above or not _may_be(scene, n, byline):
            return False
        return (look_of(scene.blocks[n]), scene.blocks[n].element.getparent()) == made

    while is_same(first - 1):
        first -= 1
    while is_same(last + 1):
        last += 1
    return list(range(first, last + 1))


def _lead(scene: Scene, told: Sequence[Told]) -> int | None:
    """The first paragraph of the text: one that looks like another, which a standfirst mostly does not."""
    plain = [t for t in told if t.part == "body" and t.block.tag != "li"]
    looks = Counter(look_of(t.block) for t in plain)
    common = (
        t.number
        for t in plain
        if looks[look_of(t.block)] > 1 and "header" not in t.block.inside and not _NAMED.search(scene.names[t.number])
    )
    return next(common, plain[0].number if plain else None)


def _may_be(scene: Scene, n: int, byline: Sequence[str]) -> bool:
    block = scene.blocks[n]
    return (
        _SHORTEST <= len(block.text) <= _LONGEST
        and block.linked < 0.5
        and not block.inside & {"figure", "nav", "form", "li", "ul", "ol", "footer", "table"}
        and block.tag != "li"
        and ("hidden" not in block.inside or "hidden" in scene.blocks[scene.headline].inside)
        and not _NOT.search(scene.names[n])
        and not published_line(block.text)
        and not _is_dated_line(block)
        and not byline_names(block.text)
        and not any(name in block.text and len(block.text) < len(name) + _BESIDE_NAME for name in byline)
        and not is_furniture(block.text)
        and not is_section(block.text)
        and scene.keys[n] != scene.keys[scene.headline]
    )


def _is_dated_line(block: Block) -> bool:
    is_dated = _DATED.match(block.text) or _CLOCK.search(block.text) or block.element.find(".//time") is not None
    return len(block.text) <= 120 and bool(is_dated)


def _score(scene: Scene, n: int, summaries: set[str]) -> int:
    """How much speaks for a block as the standfirst."""
    block, names = scene.blocks[n], scene.names[n]
    score = 3 if _NAMED.search(names) else _MAYBE_NAMED.search(names) is not None
    score += 2 * (scene.keys[n] in summaries) + 2 * (block.tag in {"h2", "h3", "h4"})
    score += _is_next(scene, n) and len(block.text.split()) >= 5
    return score + ("header" in block.inside)


def _is_next(scene: Scene, n: int) -> bool:
    """Whether nothing that a reader reads stands between the headline and the block."""
    return all(len(scene.blocks[m].text) < _SHORTEST for m in range(scene.headline + 1, n))


def _bullets(scene: Scene, first: int) -> list[int]:
    """Two to six points that stand in a list between headline and text."""
    if scene.headline < 0:
        return []
    numbers = [n for n in range(scene.headline + 1, first) if scene.blocks[n].tag == "li" and _may_be_point(scene, n)]
    return numbers if 2 <= len(numbers) <= 6 else []


def _may_be_point(scene: Scene, n: int) -> bool:
    block = scene.blocks[n]
    return len(block.text) >= 30 and block.linked < 0.5 and not block.inside & {"nav", "footer", "form", "hidden"}


def _opens_as_deck(scene: Scene, told: Sequence[Told], first: int, summaries: set[str]) -> bool:
    """Whether the first paragraph is set apart as the standfirst: named so, or alone in bold, or in another way that
    is not that of the text and told again by the metadata as the summary."""
    block, others = scene.blocks[first], [t.block for t in told if t.part == "body" and t.number != first]
    if len(block.text) > _LONGEST or len(others) < _FEWEST or find_dateline(block.text, 0, len(block.text)):
        return False
    named = _NAMED.search(scene.names[first]) or _MAYBE_NAMED.search(scene.names[first])
    if named and scene.names[first] != scene.names[_second(told, first)]:
        return True
    is_bold = block.strong >= _WHOLLY and sum(other.strong >= 0.5 for other in others) <= 0.1 * len(others)
    is_apart = block.slanted >= _WHOLLY or block.tag in {"h2", "h3", "h4", "h5"}
    return is_bold or (is_apart and scene.keys[first] in summaries)


def _second(told: Sequence[Told], first: int) -> int:
    return next((t.number for t in told if t.part == "body" and t.number > first), first)
