"""A quotation with its speaker set below or behind it, without a verb: "“…” — Mira Tolan, envoy"."""

import re

from onrecord.language import Quotation
from onrecord.spans import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Page

_NAME = r"(?P<name>(?:the\s)?[A-Z][\w.’'&-]*(?:\s(?:of\s|the\s|de\s|von\s|van\s)?[A-Z][\w.’'&-]*){0,5}?)"
# Behind the quotation, or the next paragraph: — Mira Tolan, envoy to Teska
_DASHED = re.compile(rf"\s*[—–―-]{{1,2}}\s?{_NAME}(?:[,(][^\n]{{1,100}}|\s\([^\n]{{1,60}}\))?[.;]?\s*$")
_BRACKETED = re.compile(rf"\s*\[{_NAME}\.?\]")  # [Keld Courier.], as newsletters do
# The name stands inside the marks of a quotation that a page sets apart: "We shall reply.¶Mira Tolan."
_BELOW = re.compile(rf"{_NAME}(?:,[^\n]{{1,80}})?\.?[\"”]\s*$")
_CITED = 40  # characters; what is shorter before a bracket is a title


def credited(page: Page, number: int, quotation: Quotation, paragraph: int) -> Draft | None:
    """The quotation as a statement of the name that is set behind or below it, None where there is none."""
    text, around = page.doc.text, page.doc.paragraphs[paragraph].span
    found = _DASHED.match(text, quotation.span.end, around.end)
    if found is None and sum(map(len, quotation.pieces)) > _CITED:
        found = _BRACKETED.match(text, quotation.span.end, around.end)
    if found is None and quotation.span.end >= around.end and paragraph + 1 < len(page.doc.paragraphs):
        below = page.doc.paragraphs[paragraph + 1].span
        found = (_DASHED if quotation.closed else _BELOW).match(text, below.start, below.end)
    if found is None:
        return None
    source = Span(found.start("name"), found.start("name") + len(found["name"].rstrip(".")))
    return Draft(quotation.pieces, source, None, "say", "credit", "named", paragraph, (number,))
