"""'Timeline', 'Still awaited', an article's deeds and the calendar, in a real browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.archive import Archive
from tests.stories.cases import Wrote, article, did, owes
from tests.web.conftest import LONG_WORD, ODD_ID, SCRIPT, SERVER

A, B = "Mara Ilves", "Tomas Rede"
REPLY = "send Norland a written reply to the drafts"
PAGES = (
    "/timeline", "/timeline?party=Ilves", "/timeline?story=drafts", f"/timeline?story={quote(ODD_ID)}",
    "/timeline?type=vote",
    "/awaited", "/awaited?on=2022-02-01&by=Sarmia", "/awaited?to=Keld", f"/article/{quote(ODD_ID, safe='')}",
    "/timeline?party=Nobody", "/timeline?from=soon", "/awaited?by=Nobody",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deeds") / "wire.db"
    plan = did("meet", "Ilves and Rede will meet in Vald", A, B, when="2022-01-21", status="planned", where="Vald")
    met = did("meet", f"Ilves met Rede {SCRIPT}", A, B, when="2022-01-21", length="PT90M", format=("by phone",))
    owed = owes("Sarmia", f"Sarmia will {REPLY}", REPLY, to="Norland", due="2022-01-28")
    later = owes("Sarmia", "Sarmia promised to mend the lighthouse", "mend the lighthouse", due="2122-01-28")
    fee = owes(
        "Keld", "Keld must pay the harbour fee", "pay the harbour fee", to="Norland", due="2022-01-10", act="demand"
    )
    paid = did(
        "other",
        "Keld paid the harbour fee to Norland",
        "Keld",
        "Norland",
        actors=("Keld",),
        targets=("Norland",),
        when="2022-01-12",
    )
    paper = Wrote(
        "drafts", [("published", "the drafts were published", ["Sarmia"], ["Norland"], "2021-12-17")], by=["Sarmia"]
    )
    with Archive.open(path, create=True) as archive:
        archive.add_all(
            [
                article("a1", plan, owed, fee, day="2022-01-08", headline="They will meet on the drafts"),
                article(ODD_ID, met, paper, later, owed, day="2022-01-21", headline=SCRIPT),
                article(
                    "a3",
                    did("meet", "they met for two hours", A, B, when="2022-01-21", length="PT2H"),
                    day="2022-01-22",
                ),
                article("a4", paid, did("call", f"a call of {LONG_WORD}", A), day="2022-01-13", headline="Fee paid"),
                article(
                    "a5",
                    did("talks", "talks called off", "Sarmia", "Norland", when="2022-03-01", status="cancelled"),
                    day="2022-02-01",
                ),
            ]
        )
    return path


@pytest.fixture(scope="module")
def url(path: Path) -> Iterator[str]:
    with subprocess.Popen([sys.executable, "-c", SERVER, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().rstrip("/")
        process.terminate()


@pytest.fixture(scope="module")
def tab(browser: Browser, url: str) -> Iterator[Page]:
    with browser.new_context(base_url=url) as context:
        yield context.new_page()


@pytest.fixture
def wide(tab: Page) -> Page:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.emulate_media(media="screen")
    return tab


@pytest.mark.parametrize("width", [390, 1280])
def test_each_page_has_its_headings_in_order_one_id_each_and_no_scroll_sideways(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    for address in PAGES:
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, address
        levels = [
            int(level) for level in tab.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => h.tagName[1])")
        ]
        assert levels.count(1) == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address
        ids = tab.locator("[id]").evaluate_all("all => all.map(e => e.id)")
        assert len(ids) == len(set(ids)), address
        assert tab.locator("script").count() == 0
        unnamed = tab.locator("main input:not([type=hidden]), main select").evaluate_all(
            "all => all.filter(e => !e.labels.length).length"
        )
        assert unnamed == 0, address


def test_the_timeline_is_a_list_in_order_with_every_source(wide: Page) -> None:
    wide.goto("/")
    wide.get_by_role("navigation", name="Main").get_by_role("link", name="Timeline").click()
    assert wide.locator(".happening .date").all_inner_texts() == [
        "January 12, 2022",
        "January 21, 2022",
        "March 1, 2022",
    ]
    meeting = wide.locator(".happening").nth(1)
    expect(meeting.locator(".type")).to_have_text("meeting")
    expect(meeting.locator("h3 .status")).to_have_text("held")
    expect(meeting.locator(".parties-in")).to_have_text("Mara Ilves, Tomas Rede in Vald")
    assert meeting.locator(".sources > li").count() == 3
    expect(meeting).to_contain_text(
        "Status: planned (NPA, January 8, 2022); held (NPA, January 21, 2022, NPA, January 22, 2022)"
    )
    expect(meeting).to_contain_text("Length: 90 minutes (NPA, January 21, 2022); 2 hours (NPA, January 22, 2022)")
    expect(meeting).to_contain_text(SCRIPT)
    expect(wide.get_by_role("region", name="Without a date").locator(".happening")).to_have_count(1)
    meeting.get_by_role("link", name="they met for two hours").click()
    expect(wide.locator("#passage")).to_have_text("they met for two hours")
    expect(wide.locator("#passage")).to_be_in_viewport()


def test_the_picture_says_the_same_as_the_list_and_leads_to_it(wide: Page) -> None:
    wide.goto("/timeline")
    picture = wide.locator("svg.timeline")
    assert picture.locator(".when").all_text_contents() == wide.locator(".happening .date").all_inner_texts()
    expect(picture.locator("title")).to_have_text("Events in order of time")
    expect(picture.locator("desc")).to_contain_text("3 dates, oldest first, not to scale: January 12, 2022;")
    expect(picture).to_have_attribute("role", "group")
    expect(picture.locator(".dot.is-cancelled")).to_have_count(1)
    picture.get_by_role("link").nth(1).click()
    assert wide.locator(":target .date").inner_text() == "January 21, 2022"
    boxes = picture.locator("text").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
    assert max(boxes) <= picture.evaluate("e => e.getBoundingClientRect().right")


def test_a_timeline_is_narrowed_by_its_form_and_from_other_pages(wide: Page) -> None:
    wide.goto("/timeline")
    form = wide.get_by_role("form", name="Narrow the timeline")
    form.get_by_label("Party").fill("Rede")
    form.get_by_label("Type").select_option("meet")
    form.get_by_role("button").click()
    expect(wide.get_by_role("heading", level=1)).to_have_text("Timeline: Tomas Rede")
    assert wide.locator(".happening").count() == 1
    wide.goto("/person/country-sarmia")
    wide.get_by_role("main").get_by_role("link", name="Timeline").click()
    assert wide.locator(".happening .date").all_inner_texts() == ["March 1, 2022"]
    wide.goto("/article/a3")
    wide.get_by_role("link", name="All that tell the same").click()
    assert wide.locator(".happening .sources > li").count() == 3


def test_still_awaited_by_debtor_with_each_sentence(wide: Page) -> None:
    wide.goto("/awaited?on=2022-02-01")
    sarmia = wide.get_by_role("region", name="Sarmia")
    assert wide.locator(".debtor").count() == 1
    assert sarmia.locator(".due").all_inner_texts() == ["Overdue: January 28, 2022", "Due January 28, 2122"]
    first = sarmia.locator(".debt").first
    expect(first).to_contain_text("owed to Norland")
    assert first.locator("blockquote").all_inner_texts() == [f"Sarmia will {REPLY}"] * 2
    closed = wide.locator("details.closed")
    expect(closed.locator("summary").first).to_have_text("Closed: 1 debt, met or refused")
    closed.locator("summary").first.click()
    expect(closed.locator(".debt")).to_contain_text("Met on January 12, 2022: Keld paid the harbour fee to Norland")
    first.get_by_role("link", name=REPLY).click()
    expect(wide.locator("#passage")).to_have_text(REPLY)


def _decide(debt: Locator, choice: str) -> None:
    debt.locator("summary").click()
    debt.get_by_label("Who decides").fill("Bo")
    debt.get_by_label("Why").fill("the letter came")
    debt.get_by_role("button", name=choice).click()


def test_closed_opened_and_undone_by_hand(wide: Page) -> None:
    wide.goto("/awaited")
    debt, open_ones = wide.locator(".debt", has_text="mend the lighthouse"), wide.locator(".debtor")
    closed = wide.locator("details.closed > summary")
    _decide(debt, "It was refused")
    expect(wide).to_have_url("/awaited")
    expect(open_ones.filter(has_text="mend the lighthouse")).to_have_count(0)
    closed.click()
    expect(debt).to_contain_text("Closed as refused by hand, decision 1: Bo")
    _decide(debt, "It is still owed")
    expect(open_ones.filter(has_text="mend the lighthouse")).to_contain_text("Opened again by hand, decision 2: Bo")
    _decide(debt, "Undo decision 2")
    closed.click()
    _decide(debt, "Undo decision 1")
    expect(open_ones.filter(has_text="mend the lighthouse")).to_have_count(1)
    expect(debt).not_to_contain_text("by hand")


def test_an_article_shows_its_deeds_beside_and_in_the_text(wide: Page) -> None:
    wide.goto(f"/article/{quote(ODD_ID, safe='')}")
    record = wide.get_by_role("complementary", name="On the record")
    assert record.get_by_role("heading", level=3).all_inner_texts() == ["What happened", "Papers", "What is owed"]
    expect(record.locator("#on-E1")).to_contain_text("Meeting: Mara Ilves, Tomas Rede")
    expect(record.locator("#on-E1")).to_contain_text("lasted 90 minutes")
    expect(record.locator("#on-D1")).to_contain_text("published by Sarmia to Norland on December 17, 2021")
    expect(record.locator("#on-C2")).to_contain_text("Sarmia to Norland")
    record.locator("#on-C2 a").click()
    expect(wide.locator(":target")).to_have_text(REPLY)
    wide.get_by_role("link", name="On the record, C2: promised").click()
    expect(wide.locator("#on-C2")).to_be_in_viewport()
    body = wide.locator(".story .body").first
    assert body.evaluate("e => e.textContent") == f"Ilves met Rede {SCRIPT}"


def test_on_paper_the_list_is_whole_and_no_form_is_printed(wide: Page) -> None:
    wide.emulate_media(media="print")
    for address in ("/timeline", "/awaited"):
        wide.goto(address)
        expect(wide.locator("form").first).not_to_be_visible()
        expect(wide.locator(".sources").first).to_be_visible()


def test_the_same_for_programs(url: str) -> None:
    with urlopen(f"{url}/timeline.json?type=meet", timeout=10) as answer:
        assert answer.headers["content-type"] == "application/json"
        [event] = json.load(answer)["events"]
    assert [told["article"]["id"] for told in event["tellings"]] == ["a1", ODD_ID, "a3"]
    with urlopen(f"{url}/awaited.json?on=2022-02-01&by=country-sarmia", timeout=10) as answer:
        found = json.load(answer)
    assert [(debt["what"], debt["overdue"]) for debt in found["open"]] == [
        (REPLY, True),
        ("mend the lighthouse", False),
    ]
    with urlopen(f"{url}/calendar.ics?from=2022-01-01", timeout=10) as answer:
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        calendar = Calendar.from_ical(answer.read())
    entries = {str(one["summary"]): str(one["url"]) for one in calendar.walk("VEVENT")}
    assert list(entries) == [
        "Meeting: Mara Ilves, Tomas Rede", "Cancelled: Talks: Sarmia, Norland",
        f"Due: Sarmia, {REPLY} (to Norland)", "Due: Sarmia, mend the lighthouse",
    ]  # fmt: skip
    with urlopen(entries["Meeting: Mara Ilves, Tomas Rede"], timeout=10) as answer:
        assert 'id="passage"' in answer.read().decode()


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/timeline?party=Nobody", 404, "Nobody is called “Nobody”"),
        ("/timeline?from=2022-13-01", 400, "is no day"),
        ("/timeline?type=party", 400, "is no type of event"),
        ("/timeline.json?story=" + "x" * 301, 400, "301 letters"),
        ("/awaited?on=soon", 400, "is no day"),
        ("/calendar.ics?party=Nobody", 404, "Nobody is called"),
    ],
)
def test_what_cannot_be_asked(url: str, address: str, status: int, words: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(url + address, timeout=10)
    with refused.value as answer:
        assert answer.status == status
        assert words in answer.read().decode()
