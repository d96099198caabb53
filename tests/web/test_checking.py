"""The quotation check over HTTP, and at the page in a real browser."""

import json
from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from onrecord.web.checking import MOST
from tests.web.conftest import PARTS


def send(url: str, data: bytes, kind: str) -> tuple[int, str, str]:
    """The status, the kind of content and the body of what a POST is answered with."""
    answer: HTTPResponse | HTTPError
    try:
        answer = urlopen(Request(url, data=data, headers={"Content-Type": kind}, method="POST"), timeout=30)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status or 0, answer.headers.get_content_type(), answer.read().decode()


def quoted() -> str:
    """Words that stand in quotation marks in the article of the talks."""
    text = next(words for _, words in PARTS if "“" in words or '"' in words)
    opening = "“" if "“" in text else '"'
    closing = "”" if "“" in text else '"'
    return text.split(opening, 1)[1].split(closing, 1)[0]


def test_the_report_comes_as_json(address: str) -> None:
    status, kind, body = send(f"{address}/check.json", f"“{quoted()}”".encode(), "text/plain; charset=utf-8")
    assert (status, kind) == (200, "application/json")
    [finding] = json.loads(body)["findings"]
    assert finding["verdict"] in ("exact", "trimmed")
    assert finding["evidence"][0]["link"].startswith("/article/")


def test_a_draft_may_come_in_json(address: str) -> None:
    asked = json.dumps({"text": f"*Talks*\n\n“{quoted()}”", "format": "markdown", "published": "2022-01-22"})
    status, _, body = send(f"{address}/check.json", asked.encode(), "application/json")
    assert status == 200
    assert json.loads(body)["format"] == "markdown"


def test_annotations_link_to_this_page(address: str) -> None:
    status, kind, body = send(f"{address}/check.jsonld", f"“{quoted()}”".encode(), "text/plain")
    assert (status, kind) == (200, "application/ld+json")
    links = [part["id"] for part in json.loads(body)["items"][0]["body"] if part.get("purpose") == "linking"]
    assert links
    assert all(link.startswith(f"{address}/article/") for link in links)


@pytest.mark.parametrize(
    ("path", "data", "kind", "status"),
    [
        ("/check", b"draft=", "application/x-www-form-urlencoded", 200),
        ("/check", b"draft=%ED%A0%80&draft=%FF&x=%00", "application/x-www-form-urlencoded", 200),
        ("/check.json", b"", "text/plain", 400),
        ("/check.json", b"{", "application/json", 400),
        ("/check.json", b'{"text": 1}', "application/json", 400),
        ("/check.json", b'{"text": "a", "format": "pdf"}', "application/json", 400),
        ("/check.json", b'{"text": "a", "published": "soon"}', "application/json", 400),
        ("/check.json", b'{"text": "\\ud800 \xe2\x80\x9ca b c d\xe2\x80\x9d"}', "application/json", 400),
        ("/check.json", b"PK\x03\x04torn", "application/octet-stream", 400),
        ("/check.json", b"x" * (MOST + 1), "text/plain", 413),
    ],
    ids=lambda value: None if isinstance(value, bytes) and len(value) > 99 else str(value),
)
def test_what_is_sent_is_answered(address: str, path: str, data: bytes, kind: str, status: int) -> None:
    assert send(address + path, data, kind)[0] == status


@pytest.mark.parametrize("width", [390, 1280])
def test_a_draft_is_pasted_and_checked(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/check")
    first, _, rest = quoted().partition(" ")
    page.get_by_label("The draft").fill(f"“{quoted()}”\n\nThen “{first} never {rest}”. The film “So Long” opens.")
    page.get_by_role("button", name="Check the quotations").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("2 quotations")
    findings = page.locator(".finding")
    expect(findings.nth(1).locator(".verdict")).to_have_text("Altered")
    expect(findings.nth(1).locator("ins")).to_contain_text("never")
    expect(findings.nth(1).locator(".difference")).to_contain_text("negation")
    expect(page.locator(".skipped")).to_contain_text("“So Long”")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    findings.nth(0).get_by_role("link").click()
    passage = page.locator("#passage")
    expect(passage).to_be_in_viewport()
    shown = " ".join(page.locator(".passage").all_text_contents())
    assert first in shown


def test_a_draft_that_holds_markup_stays_text(page: Page) -> None:
    page.goto("/check")
    page.get_by_label("The draft").fill("“<script>alert(1)</script> we go & go <b>on</b>” </textarea>")
    page.get_by_role("button", name="Check the quotations").click()
    expect(page.locator(".finding blockquote")).to_contain_text("<script>alert(1)</script> we go & go <b>on</b>")
    expect(page.get_by_label("The draft")).to_have_value("“<script>alert(1)</script> we go & go <b>on</b>” </textarea>")


@pytest.mark.parametrize("at", ["0-0", "5-1", "0-999999999", "x", "", "1-2-3", "-1-5", "٣-٥"])
def test_a_passage_that_is_none_is_passed_over(page: Page, at: str) -> None:
    page.goto(f"/article/talks?at={at}#passage")
    expect(page.locator("#passage")).to_have_count(0)
    expect(page.locator("h1")).to_have_text(PARTS[1][1])
