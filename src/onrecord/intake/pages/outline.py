"""Which blocks of a page trafilatura takes for the article's."""

import logging
from collections.abc import Sequence

from lxml import html

from onrecord.intake.pages.blocks import Block, text_key

# A short block counts only where trafilatura gave it as a whole: "Read more" stands inside many a longer paragraph.
_SHORT = 24
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
    whole, joined = frozenset(keys), "\n".join(keys)
    is_searched = len(blocks) * len(joined) <= _MOST_SEARCHED
    return [
        key in whole or (is_searched and len(key) >= _SHORT and key in joined)
        for key in (block.key for block in blocks)
    ]
