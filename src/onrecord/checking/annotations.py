"""A check as W3C Web Annotations of the draft, for newsroom tools.

One annotation a quotation, which targets its characters, with the verdict as a tag and the evidence as a comment.
Sources: Web Annotation Data Model and Vocabulary (W3C Recommendations, 2017): 3.2.4 tagging, 4.2.4 and 4.2.5 selectors
by quotation and by position, which counts code points, as all spans here do.
"""

from typing import Any

from onrecord.checking.report import Finding, Report
from onrecord.checking.telling import summary_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of the draft before and behind, by which a tool finds the place again


def annotation_page(report: Report, *, draft: str = "urn:onrecord:draft", base: str = "") -> dict[str, Any]:
    """The annotations of a report, ready for JSON.

    draft: the IRI of what was checked. base: the address of the archive's page, put before the links to evidence.
    """
    items = [_annotation(report, finding, number, draft, base) for number, finding in enumerate(report.findings, 1)]
    return {
        "@context": CONTEXT,
        "id": f"{draft}#check",
        "type": "AnnotationPage",
        "generator": {"id": "urn:onrecord", "type": "Software", "name": "onrecord"},
        "items": items,
    }


def _annotation(report: Report, finding: Finding, number: int, draft: str, base: str) -> dict[str, Any]:
    return {
        "id": f"{draft}#quotation-{number}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": finding.verdict},
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": summary_of(finding)},
            *({"id": f"{base}{one.link}", "type": "Text", "purpose": "linking"} for one in finding.evidence),
        ],
        "target": {"source": draft, "selector": _selectors(report, finding)},
    }


def _selectors(report: Report, finding: Finding) -> list[dict[str, Any]]:
    text, span = report.text, finding.span
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.cut(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    # A tool counts in the file that it has; of docx there are no characters to count.
    place = finding.file or (span if report.format == "docx" else None)
    return [quote, {"type": "TextPositionSelector", "start": place.start, "end": place.end}] if place else [quote]
