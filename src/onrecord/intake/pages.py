"""Stand-in for the reader of saved pages, which is being written: the paragraphs of a page, without any care."""

import re

from onrecord.intake.blocks import html_text
from onrecord.intake.copy import Copy
from onrecord.intake.decode import decode
from onrecord.intake.told import Told, copy_of

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)


def read_page(data: bytes, *, name: str = "the page", published: str | None = None) -> Copy:
    """The article of a saved page. name: what to call it in a message. Raises ReadError where it holds none."""
    marked = decode(data, name=name)
    title = _TITLE.search(marked)
    body, left = html_text(marked, name=name)
    headline = title[1] if title else None
    told = Told(format="html", body=body, headline=headline, left_out=tuple(left))
    return copy_of(told, where=name, published=published)
