"""What the server answers, before any browser makes a page of it."""

from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from onrecord.archive.answers import Entry
from onrecord.record import Signals
from onrecord.web.rendering import counted, dateline, excerpted, filed, rubric, segment, web_address
from tests.web.conftest import ODD_ID


def ask(url: str, *, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """The status, the headers by their names in small letters, and the page."""
    answer: HTTPResponse | HTTPError
    try:
        answer = urlopen(Request(url, method=method), timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return answer.status or 0, headers, answer.read().decode()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/?section=World&before=fix", 200),
        ("/?before=nothing-of-that-id", 200),
        ("/?section=Sports", 404),
        ("/article/talks", 200),
        (f"/article/{quote(ODD_ID, safe='')}", 200),
        ("/article/none", 404),
        ("/article/", 404),
        ("/article/%00", 404),
        ("/person/person-mara-ilves", 200),
        ("/person/person-mara-ilves?page=2", 200),
        ("/person/person-mara-ilves?page=99", 200),
        ("/person/nobody", 404),
        ("/people?page=2", 200),
        ("/people?page=0", 400),
        ("/people?page=-1", 400),
        ("/people?page=%D9%A1", 400),
        ("/people?page=99999999999999999999", 400),
        ("/check", 200),
        ("/check.json", 405),
        ("/article/talks?at=3-9", 200),
        ("/search", 200),
        ("/search?q=%22AND%20NEAR(*", 200),
        ("/search?q=%ED%A0%80", 200),
        ("/search?q=" + "a" * 301, 400),
        ("/search?q=reply&page=x", 400),
        ("/static/style.css", 200),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/nowhere", 404),
    ],
)
def test_each_address_has_its_answer(address: str, path: str, status: int) -> None:
    found, headers, page = ask(address + path)
    assert found == status
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "script-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers
    assert page.startswith("<!doctype html>") or path == "/static/style.css"


@pytest.mark.parametrize("path", ["/", "/article/talks", "/people", "/search?q=reply", "/static/style.css", "/nowhere"])
def test_head_is_get_without_the_page(address: str, path: str) -> None:
    status, headers, page = ask(address + path, method="HEAD")
    asked, expected, _ = ask(address + path)
    assert (status, page) == (asked, "")
    assert headers["content-length"] == expected["content-length"]


def test_nothing_can_be_sent(address: str) -> None:
    status, headers, page = ask(address + "/", method="POST")
    assert status == 405
    assert "GET" in headers["allow"]
    assert "<h1>" in page


def test_pages_are_fresh_and_the_style_is_kept(address: str) -> None:
    assert ask(address + "/")[1]["cache-control"] == "private, no-cache"
    assert "max-age" in ask(address + "/static/style.css")[1]["cache-control"]


def test_no_page_asks_for_anything_elsewhere_or_runs_anything(address: str) -> None:
    for path in ("/", "/article/talks", "/person/person-mara-ilves", "/people", "/search?q=reply", "/nowhere"):
        page = ask(address + path)[2]
        assert "<script" not in page
        assert " style=" not in page
        assert "http://" not in page
        assert "https://" not in page
        assert "javascript:" not in page


def test_parts_of_addresses() -> None:
    assert segment("a/b?c#d é") == "a%2Fb%3Fc%23d%20%C3%A9"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/1", True),
        ("HTTP://example.org/1", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


def test_counts_agree_with_their_nouns() -> None:
    assert [counted(number, "article", "articles") for number in (0, 1, 1204)] == [
        "0 articles", "1 article", "1,204 articles",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "day", "agency", "line"),
    [
        ("Geneva", "2022-01-21", "TASS", "GENEVA, January 21. /TASS/"),
        ("Geneva", "2022-01", None, "GENEVA."),
        (None, "2022-01-21", "TASS", "/TASS/"),
        (None, "2022-01-21", None, None),
    ],
)
def test_a_dateline_as_a_wire_prints_it(
    place: str | None, day: str | None, agency: str | None, line: str | None
) -> None:
    assert dateline(Entry("a", None, None, None, place, agency, day, None, Signals(), 0)) == line


def test_where_and_when_an_article_was_filed() -> None:
    entry = Entry("a", None, None, None, "Geneva", "TASS", "2022-01-21", None, Signals(), 0)
    assert filed(entry) == "Geneva, January 21, 2022, TASS"
    assert filed(Entry("a", None, None, None, None, None, None, None, Signals(), 0)) == ""


def test_the_whole_wire_is_no_section() -> None:
    assert [rubric(name) for name in ("World", "All news", None)] == ["World", None, None]


@pytest.mark.parametrize(
    ("snippet", "around"),
    [("Talks end.", ("", "")), ("talks end", ("… ", " …")), ("“Talks end”", ("", "")), ("", ("", " …"))],
)
def test_a_snippet_shows_that_it_is_one(snippet: str, around: tuple[str, str]) -> None:
    assert excerpted(snippet) == around
