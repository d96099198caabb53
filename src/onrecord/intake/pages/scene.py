"""Where the article lies in a page, as the weight of its words says."""

from collections import Counter
from collections.abc import Sequence

from lxml import html
from msgspec import Struct

from onrecord.intake.pages.blocks import Block, text_key

# An element with at least this share of the article's letters is around the article, not a part of it; its names say
# nothing of one block. With at least the other share it is taken to hold the article, but for a stray paragraph.
_BIG = 0.25
_WHOLE = 0.85
# How far up the names of elements are read.
_LEVELS = 5
# Attributes that say what an element is, and the longest name in them, in characters.
_NAMING = ("class", "id", "itemprop", "data-component", "data-testid", "data-qa", "data-gu-name", "data-type")
_LONGEST_NAME = 48


class Scene(Struct, frozen=True):
    """The blocks of a page, which of them trafilatura kept, and where they lie.

    headline: the number of the block that is the headline, -1 where none is.
    names: for each block the classes and ids around it, up to what is around the article.
    within: for each block whether it stands in the element that holds the article.
    """

    blocks: tuple[Block, ...]
    kept: tuple[bool, ...]
    keys: tuple[str, ...]
    headline: int
    names: tuple[str, ...]
    within: tuple[bool, ...]


def set_scene(blocks: Sequence[Block], kept: Sequence[bool], headline: str | None) -> Scene:
    """The scene of a page whose headline has these words."""
    keys = tuple(block.key for block in blocks)
    number = _headline(blocks, kept, keys, text_key(headline or ""))
    last = max((n for n, is_kept in enumerate(kept) if is_kept), default=-1)
    # Names and places are looked up only where they are asked for: from the headline to the last that was kept.
    lines = [[*_line(b.element)] if number <= n <= last else [] for n, b in enumerate(blocks)]
    weights: Counter[html.HtmlElement] = Counter()
    whole = 0
    for n in range(number + 1, last + 1):
        if kept[n] and blocks[n].linked < 0.5:
            whole += len(blocks[n].text)
            for element in lines[n]:
                weights[element] += len(blocks[n].text)
    holder = min((e for e, w in weights.items() if w >= _WHOLE * whole), key=weights.__getitem__, default=None)
    big = {element for element, weight in weights.items() if weight >= _BIG * whole}
    return Scene(
        blocks=tuple(blocks),
        kept=tuple(kept),
        keys=keys,
        headline=number,
        names=tuple(_names(line, big) for line in lines),
        within=tuple(holder is None or holder in line for line in lines),
    )


def _headline(blocks: Sequence[Block], kept: Sequence[bool], keys: Sequence[str], wanted: str) -> int:
    """The block with the headline above most of what was kept: pages repeat it in lists of other articles."""
    said = [n for n, key in enumerate(keys) if wanted and key == wanted]
    said = said or [
        n for n, block in enumerate(blocks) if block.tag == "h1" and len(keys[n]) > 15 and keys[n] in wanted
    ]
    first = next((n for n in said if blocks[n].tag == "h1"), said[0] if said else -1)
    letters = [len(block.text) if is_kept else 0 for block, is_kept in zip(blocks, kept, strict=True)]
    return first if 2 * sum(letters[first + 1 :]) >= sum(letters) else -1


def _line(element: html.HtmlElement) -> list[html.HtmlElement]:
    return [element, *element.iterancestors()]


def _names(line: Sequence[html.HtmlElement], big: set[html.HtmlElement]) -> str:
    own: list[str] = []
    for element in line[:_LEVELS]:
        if element in big:
            break
        own += [value for name in _NAMING if (value := element.get(name))]
    # An id that is made of a headline names nothing.
    return " ".join(name for name in " ".join(own).lower().split() if len(name) <= _LONGEST_NAME)
