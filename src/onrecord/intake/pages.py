"""Stand-in for the reader of saved pages, which is being written: the paragraphs of a page, without any care."""

import re

from onrecord.intake.blocks import html_text
from onrecord.intake.copy import Copy
from onrecord.intake.decode import decode
from onrecord.intake.told import Told, copy_of

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)


def read_page(data: bytes, *, url: str | None = None) -> Copy:
    """The article of a saved page. url: where the page was found. Raises ReadError where it holds none."""
    where = url or "page"
    marked = decode(data, name=where)
    title = _TITLE.search(marked)
    body, left = html_text(marked, name=where)
    headline = title[1] if title else None
    return copy_of(Told(format="html", body=body, headline=headline, url=url, left_out=tuple(left)), where=where)
