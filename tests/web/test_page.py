"""What a person sees and does at the page, in a real browser."""

import re
from itertools import pairwise
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import LONG_WORD, ODD_ID, PARTS, SCRIPT, talks

PAGES = {
    "/": "All news · onrecord",
    "/?section=World": "World · onrecord",
    "/article/talks": f"{PARTS[1][1]} · onrecord",
    f"/article/{quote(ODD_ID, safe='')}": f"{SCRIPT} · onrecord",
    "/article/long": f"{LONG_WORD} · onrecord",
    "/people": "People · onrecord",
    "/person/person-mara-ilves": "Mara Ilves · onrecord",
    "/check": "Check a draft · onrecord",
    "/search": "Search · onrecord",
    "/search?q=reply": "“reply” – search · onrecord",
    "/search?q=" + "x" * 300: f"“{'x' * 300}” – search · onrecord",
    "/article/none": "Not on the record · onrecord",
}


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.mark.parametrize(("path", "title"), PAGES.items(), ids=[path[:24] for path in PAGES])
def test_each_page_has_its_title_landmarks_and_headings_in_order(page: Page, path: str, title: str) -> None:
    page.goto(path)
    expect(page).to_have_title(title)
    for landmark in ("header.masthead", "nav[aria-label=Main]", "form[role=search]", "main", "body > footer"):
        expect(page.locator(landmark)).to_have_count(1)
    levels = [int(level) for level in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => h.tagName[1])")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_wire_has_the_newest_first_day_by_day(page: Page) -> None:
    page.goto("/")
    assert page.locator("h2").all_inner_texts()[:3] == [
        "Saturday, January 22, 2022", "Friday, January 21, 2022", "Thursday, January 20, 2022",
    ]  # fmt: skip
    item = page.get_by_role("article").nth(1)
    expect(item).to_contain_text("14:05")
    expect(item.locator(".section")).to_have_text("Diplomacy")
    expect(item.get_by_role("heading")).to_have_text(PARTS[1][1])
    expect(item).to_contain_text(PARTS[2][1])
    expect(item).to_contain_text("VALD, January 21. /NPA/")
    expect(item).to_contain_text("6 statements on the record")


def test_corrections_and_kills_are_badged(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("article").filter(has_text="Straits close")).to_contain_text("Corrected")
    page.get_by_role("link", name="Ferry sinks").click()
    expect(page.get_by_role("note")).to_contain_text("Killed")
    expect(page.get_by_role("note")).to_contain_text("The ferry is afloat")


def test_older_news_goes_on_where_the_page_ends(page: Page) -> None:
    page.goto("/")
    seen: list[str] = page.locator("h3").all_inner_texts()
    page.get_by_role("link", name="Earlier news").click()
    seen += page.locator("h3").all_inner_texts()
    assert len(seen) == len(set(seen)) == 65
    assert seen[-1] == "Brief 0"
    expect(page.get_by_role("link", name="Earlier news")).to_have_count(0)
    page.get_by_role("link", name="Newest").click()
    expect(page.locator("h3").first).to_have_text(SCRIPT)


def test_a_section_shows_its_own(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Diplomacy").click()
    assert page.locator("h3").all_inner_texts() == [PARTS[1][1]]


def test_an_article_reads_as_it_was_filed(page: Page) -> None:
    page.goto("/article/talks")
    parts = page.locator(".story > .section, .story > h1, .story > .deck, .story > .body, .story > .background")
    assert parts.evaluate_all("all => all.map(part => part.textContent)") == [words for _, words in PARTS]
    expect(page.locator(".story .dateline")).to_have_text("VALD, January 21. /NPA/.")
    expect(page.locator(".story time").first).to_have_attribute("datetime", "2022-01-21")
    expect(page.get_by_text("The dateline gives no year; it was inferred from “Friday”.")).to_be_visible()


def test_the_record_stands_beside_by_speaker(page: Page) -> None:
    page.goto("/article/talks")
    record = page.get_by_role("complementary", name="On the record")
    assert record.get_by_role("heading", level=3).all_inner_texts() == [
        "Mara Ilves", "Sarmian side", "Tomas Rede", "Speaker not resolved",
    ]  # fmt: skip
    ilves = record.get_by_role("region", name="Mara Ilves")
    expect(ilves).to_contain_text("Norland’s Foreign Minister")
    assert ilves.get_by_role("listitem").count() == 3
    expect(ilves.get_by_role("listitem").nth(1)).to_contain_text("said on January 21, 2022")
    expect(ilves.get_by_role("listitem").nth(2)).to_contain_text("was preliminary … A reply in writing will follow")
    expect(record.get_by_role("region", name="Sarmian side")).to_contain_text("inside statement 3")
    rede = record.get_by_role("region", name="Tomas Rede")
    for fact in ("mixed", "promise", "to Mara Ilves", "whose role the article gives further on"):
        expect(rede).to_contain_text(fact)
    expect(record.get_by_role("region", name="Speaker not resolved")).to_contain_text("in the text “A diplomat”")


def test_a_statement_leads_to_its_words_and_back(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto("/article/talks")
    page.get_by_role("link", name="Sarmia would answer").click()
    expect(page).to_have_url(re.compile("#s5$"))
    words = page.locator("#s5")
    expect(words).to_be_in_viewport()
    expect(words).to_have_text("Sarmia would answer “in good time”")
    assert words.evaluate("e => e.matches(':target')")
    page.get_by_role("link", name="On the record, 5: Tomas Rede").click()
    expect(page.locator("#on-s5")).to_be_in_viewport()


def test_each_statement_has_its_words_and_each_word_its_statement(page: Page) -> None:
    page.goto("/article/talks")
    for said in talks().statements:
        expect(page.locator(f"[id='{said.id}']")).to_have_count(1)
        expect(page.locator(f"a.ref[href='#on-{said.id}']")).to_have_count(1)
        expect(page.locator(f"[id='on-{said.id}']")).to_have_count(1)
    expect(page.locator("#s3 #s4")).to_have_text("the reaction, as the Sarmian side told us, was preliminary")


def test_speakers_differ_by_more_than_colour(page: Page) -> None:
    page.goto("/article/talks")
    styles = page.evaluate(
        "['s1', 's4', 's5', 's6'].map(id => getComputedStyle(document.getElementById(id)).borderBottomStyle + "
        "getComputedStyle(document.getElementById(id)).borderBottomWidth)"
    )
    assert len(set(styles)) == 4


def test_dates_are_a_picture_and_a_list(page: Page) -> None:
    page.goto("/article/talks")
    picture = page.get_by_role("img", name="Dates in this article")
    expect(picture).to_be_visible()
    assert picture.locator(".when").all_text_contents() == [
        "December 17, 2021", "January 10, 2022", "January 10–16, 2022", "January 21, 2022",
    ]  # fmt: skip
    expect(picture.locator(".bar")).to_have_count(1)
    assert page.locator(".days dt").all_inner_texts() == picture.locator(".when").all_text_contents()
    expect(page.locator(".days dd").last).to_contain_text("Year inferred from “December 17, 2021”.")
    page.get_by_role("link", name="“last week”").click()
    expect(page.locator(":target")).to_have_text("last week")


def test_no_label_of_the_picture_covers_another_or_leaves_it(page: Page) -> None:
    page.goto("/article/talks")
    boxes = page.locator(".timeline text").evaluate_all("all => all.map(e => e.getBoundingClientRect().toJSON())")
    frame = page.locator(".timeline").evaluate("e => e.getBoundingClientRect().toJSON()")
    assert all(box["right"] <= frame["right"] and box["bottom"] <= frame["bottom"] for box in boxes)
    assert all(
        a["bottom"] <= b["top"] + 1 or b["bottom"] <= a["top"] + 1 for i, a in enumerate(boxes) for b in boxes[i + 1 :]
    )


def test_a_person_with_all_that_they_said(page: Page) -> None:
    page.goto("/people")
    assert page.locator(".people a").all_inner_texts() == ["Mara Ilves", "Sarmian side", "Tomas Rede"]
    expect(page.locator(".people li").first).to_contain_text("66 statements in 64 articles")
    page.get_by_role("main").get_by_role("link", name="Mara Ilves").click()
    assert set(page.get_by_role("list", name="Roles").get_by_role("listitem").all_inner_texts()) == {
        "Norland’s Foreign Minister"
    }
    assert page.locator(".day h2").all_inner_texts()[:2] == ["Saturday, January 22, 2022", "Friday, January 21, 2022"]
    expect(page.get_by_role("img", name="When Mara Ilves is on the record")).to_be_visible()
    page.get_by_role("link", name="Earlier").click()
    expect(page.locator(".saying")).to_have_count(16)
    page.go_back()
    page.locator(".saying", has_text="her meeting with").get_by_role("link").click()
    expect(page.locator("#s2")).to_be_in_viewport()


def test_a_speaker_in_an_article_leads_to_their_page(page: Page) -> None:
    page.goto("/article/talks")
    for name in ("Mara Ilves", "Sarmian side"):
        page.get_by_role("complementary").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        page.go_back()


def test_search_marks_what_it_finds(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("reply")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search: “reply”")
    expect(page.get_by_role("searchbox")).to_have_value("reply")
    expect(page.get_by_role("region", name="Statements").locator("mark")).to_have_text(["reply", "reply"])
    expect(page.get_by_role("region", name="Articles").locator("mark").first).to_have_text("reply")
    page.get_by_role("region", name="Statements").get_by_role("link").first.click()
    expect(page.locator(":target")).to_contain_text("reply")


def test_a_search_that_finds_nothing_says_what_to_try(page: Page) -> None:
    page.goto("/search?q=zeppelin")
    expect(page.get_by_text("Nothing on the record has all these words")).to_be_visible()


def test_markup_in_the_copy_is_shown_and_does_nothing(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=SCRIPT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SCRIPT)
    page.goto("/search?q=" + quote(SCRIPT))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Search: “{SCRIPT}”")
    expect(page.get_by_role("searchbox")).to_have_value(SCRIPT)
    page.goto("/article/" + quote('"><script>alert(2)</script>', safe=""))
    expect(page.get_by_role("main")).to_contain_text('"><script>alert(2)</script>')
    assert page.locator("script").count() == 0


def test_the_keyboard_reaches_the_text_first(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="All", exact=True)).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("path", PAGES, ids=[path[:24] for path in PAGES])
def test_a_phone_never_scrolls_sideways(phone: Page, path: str) -> None:
    phone.goto(path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_the_record_stands_below(phone: Page) -> None:
    phone.goto("/article/talks")
    story, record = phone.locator(".story").bounding_box(), phone.get_by_role("complementary").bounding_box()
    assert story
    assert record
    assert record["y"] >= story["y"] + story["height"]
    phone.get_by_role("link", name="6 statements on the record").click()
    expect(phone.get_by_role("heading", name="On the record", exact=True)).to_be_in_viewport()


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const ratio = c => { const [a, b] = [light(c), paper].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05) };
  return [...document.querySelectorAll("p:not(.badge), a, h1, h2, h3, li, dt, dd, summary, .tag")]
    .filter(e => !e.closest(".skip")).map(e => ratio(getComputedStyle(e).color))
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/article/talks", "/people"])
def test_text_stands_out_from_the_paper(page: Page, scheme: str, path: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path)
    assert min(page.evaluate(CONTRAST)) >= 4.5  # WCAG 2.2, 1.4.3, level AA


def test_dark_differs_from_light(page: Page) -> None:
    seen = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto("/article/talks")
        seen.append(page.evaluate("['color', 'backgroundColor'].map(k => getComputedStyle(document.body)[k])"))
    assert seen[0][0] != seen[1][0]
    assert seen[0][1] != seen[1][1]


def test_all_is_readable_without_script(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_role("link", name=PARTS[1][1]).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(PARTS[1][1])
        expect(page.get_by_role("complementary")).to_contain_text("Sarmia would answer")


def test_motion_is_left_out_where_it_is_not_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_paper_gets_the_article_and_its_record_alone(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/article/talks")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator(".story")).to_be_visible()
    expect(page.get_by_role("complementary")).to_be_visible()
