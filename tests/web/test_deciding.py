"""Merging, splitting and undoing on the page, and who may not."""

import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from playwright.sync_api import Browser, Locator

from onrecord.archive import Archive
from tests.archive.cases import article
from tests.web.conftest import SERVER

JUDGE = "person-john-smith"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "wire.db"
    with Archive.open(path, create=True) as archive:
        archive.add(article("a1", [("John Smith", "judge")]))
        archive.add(article("a2", [("John Smith", "striker")]))
    return path


def served(path: Path, *, options: str = "") -> subprocess.Popen[str]:
    code = SERVER.replace("port=0", f"port=0{options}")
    return subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def url(path: Path) -> Iterator[str]:
    with served(path) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().rstrip("/")
        process.terminate()


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def send(url: str, fields: dict[str, str], **headers: str) -> tuple[int, str]:
    """The status and the page with which a form is answered; a redirection is not followed."""
    answer: HTTPResponse | HTTPError
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        answer = build_opener(_Stay).open(Request(f"{url}/decide", urlencode(fields).encode(), given), timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status or 0, answer.read().decode()


def token(url: str) -> str:
    with build_opener().open(f"{url}/person/{JUDGE}", timeout=10) as answer:
        found = re.search(r'name="token" value="([^"]+)"', answer.read().decode())
    assert found
    return found[1]


def striker(path: Path) -> str:
    with Archive.open(path, readonly=True) as archive:
        return next(person.key for person in archive.find_persons("John Smith") if person.key != JUDGE)


def fields(url: str, path: Path, **other: str) -> dict[str, str]:
    given = {
        "token": token(url),
        "action": "merge",
        "key": JUDGE,
        "other": striker(path),
        "by": "Bo",
        "because": "desk",
    }
    return {**given, **other}


def test_a_form_of_the_page_merges(url: str, path: Path) -> None:
    assert send(url, fields(url, path), Origin=url)[0] == 303
    with Archive.open(path, readonly=True) as archive:
        (decision,) = archive.decisions()
        assert (decision.key, decision.by, decision.because) == (JUDGE, "Bo", "desk")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", decision.at)


@pytest.mark.parametrize(
    ("other", "headers", "status", "words"),
    [
        ({}, {"Origin": "https://elsewhere.example"}, 403, "sent from another site"),
        ({}, {"Origin": "null"}, 403, "sent from another site"),
        ({"token": ""}, {}, 403, "from an earlier run"),
        ({"token": "é"}, {}, 403, "from an earlier run"),
        ({}, {"Content_Type": "text/plain"}, 400, "no form of this page"),
        ({"by": " "}, {}, 400, "Say who decides and why"),
        ({"because": "x" * 501}, {}, 400, "500 letters"),
        ({"action": "drop"}, {}, 400, "cannot be done here"),
        ({"other": ""}, {}, 400, "Nothing was chosen"),
        ({"action": "undo", "other": "x"}, {}, 400, "is no decision"),
        ({"action": "undo", "other": "7"}, {}, 409, "there is no decision 7"),
        ({"key": "nobody"}, {}, 409, "there is nobody with the key"),
        ({"because": "x" * 300_000}, {}, 400, "too long"),
    ],
)
def test_what_is_refused_changes_nothing(
    url: str, path: Path, other: dict[str, str], headers: dict[str, str], status: int, words: str
) -> None:
    before = path.read_bytes()
    answer, page = send(url, fields(url, path, **other), **headers)
    assert answer == status
    assert words in page
    assert path.read_bytes() == before
    with Archive.open(path, readonly=True) as archive:
        assert archive.decisions() == []


def test_nothing_is_changed_by_asking_for_an_address(url: str, path: Path) -> None:
    with pytest.raises(HTTPError, match="405"):
        build_opener().open(f"{url}/decide?{urlencode(fields(url, path))}", timeout=10)
    with Archive.open(path, readonly=True) as archive:
        assert archive.decisions() == []


def test_an_article_leads_to_the_right_one_of_two_namesakes(url: str, path: Path) -> None:
    with build_opener().open(f"{url}/article/a2", timeout=10) as answer:
        assert f'href="/person/{striker(path)}"' in answer.read().decode()


@pytest.mark.parametrize("asked", ["US", "u.s.", "United States"])
def test_the_search_finds_a_country_by_each_of_its_names(url: str, path: Path, asked: str) -> None:
    with Archive.open(path) as archive:
        archive.add(article("a3", [("United States", None)], kind="country"))
        archive.add(article("a4", [("rest of us", None)], kind="unnamed"))
    with build_opener().open(f"{url}/search?{urlencode({'q': asked})}", timeout=10) as answer:
        found = answer.read().decode().partition("People and bodies")[2]
    assert 'href="/person/country-united-states"' in found
    assert "unnamed-rest-of-us" not in found


def test_a_read_only_page_refuses_and_shows_no_form(path: Path) -> None:
    with served(path, options=", read_only=True") as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip().rstrip("/")
        with build_opener().open(f"{url}/person/{JUDGE}", timeout=10) as answer:
            assert "<form method" not in answer.read().decode()
        asked = {"token": "None", "action": "merge", "key": JUDGE, "other": "x", "by": "Bo", "because": "desk"}
        status, page = send(url, asked, Origin=url)
        process.terminate()
    assert status == 403
    assert "This page is read-only" in page


@pytest.mark.parametrize("width", [390, 1280])
def test_merged_split_and_undone_in_a_browser(browser: Browser, url: str, path: Path, width: int) -> None:
    with browser.new_context(base_url=url, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"/person/{JUDGE}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_label("Merge", exact=False).check()
        _sign(page.locator("form", has=page.locator('[value="merge"]')))
        assert "2 statements in 2 articles" in page.locator(".lead").first.inner_text()
        assert "merged" in page.locator(".decision").inner_text()
        page.locator(".identity summary").first.click()
        page.get_by_label("Split off a2").check()
        _sign(page.locator("form", has=page.locator('[value="split"]')))
        assert "1 statement in 1 article" in page.locator(".lead").first.inner_text()
        page.locator(".decision summary").first.click()
        _sign(page.locator("form", has=page.locator('[value="undo"]')).first)
        assert "2 statements in 2 articles" in page.locator(".lead").first.inner_text()
        assert "Undone by Bo" in page.locator(".decision").first.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def _sign(form: Locator) -> None:
    form.get_by_label("Who decides").fill("Bo")
    form.get_by_label("Why").fill("the same desk")
    form.get_by_role("button").click()
