"""Which blocks of a page trafilatura takes for the article's."""

import logging
from collections.abc import Sequence

from lxml import html

from onrecord.intake.pages.blocks import Block, text_key

# A short block counts only where trafilatura gave it as a whole: "Read more" stands inside many a longer paragraph.
_SHORT = 24


def trafilatura_keys(root: html.HtmlElement) -> list[str]:
    """The letters of each paragraph that trafilatura finds in the page, in its default mode, without its metadata:
    its search for dates alone takes as long as all else. Empty where it finds none."""
    from trafilatura import bare_extraction  # with its dozen of libraries, which text and JSON lines do without

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(root, include_comments=False, with_metadata=False)
    if found is None or isinstance(found, dict) or not found.text:
        return []
    return [key for line in found.text.split("\n") if (key := text_key(line))]


def is_kept(blocks: Sequence[Block], keys: Sequence[str]) -> list[bool]:
    """For each block whether trafilatura kept it."""
    whole, joined = frozenset(keys), "\n".join(keys)
    return [key in whole or (len(key) >= _SHORT and key in joined) for key in (block.key for block in blocks)]
