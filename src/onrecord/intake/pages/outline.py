"""Which blocks of a page trafilatura takes for the article's."""

import logging
from collections.abc import Sequence

from lxml import html
from msgspec.structs import replace

from onrecord.intake.pages.blocks import Block, text_key
from onrecord.intake.pages.wordings import ends_sentence, is_closed

# A short block counts only where trafilatura gave it as a whole: "Read more" stands inside many a longer paragraph.
_SHORT = 24
# In characters: a sentence of the article is mostly longer, a line of furniture shorter.
_LEAST = 40
# Blocks: jusText, which the default mode asks too, looks for the neighbours of each among all. The largest of the
# Fundus test pages has 600.
_MOST_COMPARED = 3000
# Blocks times letters: on a page with more, blocks that are a part of a paragraph are not looked for. The largest of
# the Fundus test pages has a twentieth of it.
_MOST_SEARCHED = 10**9


def trafilatura_keys(root: html.HtmlElement, *, blocks: int) -> list[str]:
    """The letters of each paragraph that trafilatura finds in the page, in its default mode, without its metadata:
    its search for dates alone takes as long as all else. Empty where it finds none.

    blocks: how many the page has. With very many the fast mode must do.
    """
    from trafilatura import bare_extraction  # with its dozen of libraries, which text and JSON lines do without

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(root, include_comments=False, with_metadata=False, fast=blocks > _MOST_COMPARED)
    if found is None or isinstance(found, dict) or not found.text:
        return []
    return [key for line in found.text.split("\n") if (key := text_key(line))]


def is_kept(blocks: Sequence[Block], keys: Sequence[str]) -> list[bool]:
    """For each block whether trafilatura kept it."""
    whole, joined = frozenset(keys), "".join(keys)
    is_searched = len(blocks) * len(joined) <= _MOST_SEARCHED
    return [
        key in whole or (is_searched and len(key) >= _SHORT and key in joined)
        for key in (block.key for block in blocks)
    ]


def own_outline(blocks: Sequence[Block]) -> list[bool]:
    """The same without trafilatura, for pages in which it finds nothing: whole sentences that are no links, on the
    page itself rather than in its menus and forms."""
    return [
        block.linked < 0.5
        and len(block.text) >= _LEAST
        and ends_sentence(block.text)
        and not block.inside & {"nav", "footer", "aside", "form", "header", "hidden"}
        for block in blocks
    ]


def mended(blocks: Sequence[Block], kept: Sequence[bool]) -> tuple[list[Block], list[bool]]:
    """The blocks with those paragraphs made whole that a block within them cut in two, as advertisements do."""
    whole, is_whole_kept, taken = list(blocks), list(kept), set[int]()
    for n, block in enumerate(blocks):
        if block.tag != "p" or n in taken or is_closed(block.text):
            continue
        parent = block.element.getparent()
        rest = next((m for m in range(n + 1, min(n + 4, len(blocks))) if blocks[m].element is parent), None)
        if rest is not None and blocks[rest].text[0].islower():
            whole[n] = replace(block, text=f"{block.text} {blocks[rest].text}")
            is_whole_kept[n] = kept[n] or kept[rest]
            taken.add(rest)
    left = [n for n in range(len(blocks)) if n not in taken]
    return [whole[n] for n in left], [is_whole_kept[n] for n in left]
