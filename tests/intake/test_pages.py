"""Saved pages: each page of tests/intake/pages is read as the JSON beside it says; and pages that are hard to read."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.page_records import PAGES, as_json, expected

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies
from onrecord.intake.pages import read_page
from onrecord.intake.pages.tree import MAX_TAGS, MAX_TEXT

NEWS = (
    "<p>The envoys of Ruritania and Graustark met in Strelsau on Friday, officials said after the talks.</p>"
    "<p>They agreed on little, but will meet again within two weeks, at a place that is still to be named.</p>"
    "<p>“We have begun,” said Black Michael, who led the talks for Ruritania. “That is more than nothing.”</p>"
)
TITLE = "Envoys of Ruritania and Graustark meet"


def page(body: str = NEWS, *, head: str = "", headline: str = f"<h1>{TITLE}</h1>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{headline}{body}</body></html>".encode()


def words(copy: Copy, role: str = "body") -> list[str]:
    return [part.span.cut(copy.text) for part in copy.paragraphs if part.role == role]


PLAIN = words(read_page(page()))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_expected(path: Path) -> None:
    read = as_json(read_page(path.read_bytes(), name=path.name))
    assert read == json.loads(expected(path).read_text("utf-8")), "if so meant, run python -m tests.page_records"


def test_the_plain_page() -> None:
    assert len(PLAIN) == 3
    copy = read_page(page())
    assert (copy.headline, copy.deck, copy.byline, copy.published) == (TITLE, None, (), None)
    assert (copy.source.format, copy.language) == ("html", "en")


@pytest.mark.parametrize(
    "added",
    [
        f"<p>{TITLE}</p>",
        "<aside class='pullquote'><p>“That is more than nothing.”</p></aside>",
        "<p><a href='/a'>Why the last talks failed within a day</a></p>",
        "<p><strong>READ MORE: <a href='/a'>Why the last talks failed</a></strong></p>",
        "<blockquote class='twitter-tweet'><p>Begun!</p>— Michael (@blackmichael) March 8, 2019</blockquote>",
        "<div class='newsletter-signup'><p>The envoys' letter comes every Sunday. Write to have it.</p></div>",
        "<p>Sign up to our morning newsletter for all that happens in Strelsau.</p>",
        "<p>Got a story? We would like to hear it, whatever it is about.</p>",
        "<ul class='share'><li><a href='#'>Share</a></li><li><a href='#'>Print</a></li></ul>",
        "<nav><p>All of our pages, for those who like to look around.</p></nav>",
        "<script>var p = '<p>Not a word of this is text.</p>';</script>",
        "<!-- <p>Nor a word of this.</p> -->",
        "<p>Article continues below</p>",
        "<p></p><p>&nbsp;</p>",
    ],
)
def test_what_is_not_of_the_article_changes_nothing(added: str) -> None:
    first, *rest = NEWS.split("</p>")
    assert words(read_page(page(first + "</p>" + added + "</p>".join(rest)))) == PLAIN


@pytest.mark.parametrize(
    "body",
    [
        NEWS.replace("on Friday", "<div class='ad'>Ad</div> on Friday", 1),
        NEWS.replace("<p>The", "<p><span class='drop-cap'>T</span>he", 1),
        NEWS.replace("</p><p>", "<br><br>").replace("<p>", "<div>").replace("</p>", "</div>"),
        "<pre>" + NEWS.replace("<p>", "").replace("</p>", "\n\n").replace(" officials", "\nofficials") + "</pre>",
        "".join(f"<section>{part}</p></section>" for part in NEWS.split("</p>")[:3]),
        "<table><tr><td><a href='/'>Home</a></td><td>" + NEWS + "</td></tr></table>",
    ],
    ids=["cut in two", "drop cap", "line breaks", "preformatted", "sections", "table"],
)
def test_paragraphs_are_whole_whatever_the_markup(body: str) -> None:
    assert words(read_page(page(body))) == PLAIN


@pytest.mark.parametrize(
    ("added", "role"),
    [
        ("<p><em>Additional reporting by Antoinette de Mauban</em></p>", "credit"),
        ("<p>This article was amended on 9 March 2019 to give the place of the talks.</p>", "note"),
    ],
)
def test_what_is_said_of_the_article_has_a_role_of_its_own(added: str, role: str) -> None:
    copy = read_page(page(NEWS + added))
    assert words(copy) == PLAIN
    assert len(words(copy, role)) == 1


@pytest.mark.parametrize(
    ("body", "deck"),
    [
        ("<p class='standfirst'>Neither gives way, and both go on.</p>" + NEWS, "Neither gives way, and both go on."),
        ("<h2>Neither gives way, and both go on</h2><p>By Ada Venn</p>" + NEWS, "Neither gives way, and both go on"),
        ("<div class='dek'><p>Neither gives way.</p><p>And both of them go on.</p></div>" + NEWS,
         "Neither gives way. And both of them go on."),
        ("<p><b>Neither gives way, yet both go on.</b></p>" + NEWS, "Neither gives way, yet both go on."),
        (NEWS, None),
        ("<p class='date'>Published 8 March 2019 14:05</p>" + NEWS, None),
        ("<p class='byline'>By Rudolf Rassendyll and Fritz von Tarlenheim</p>" + NEWS, None),
        ("<figure><figcaption>The envoys leave the palace.</figcaption></figure>" + NEWS, None),
    ],
    ids=["named", "heading", "two", "bold", "none", "date", "byline", "caption"],
)  # fmt: skip
def test_the_deck_stands_between_headline_and_text_or_there_is_none(body: str, deck: str | None) -> None:
    copy = read_page(page(body))
    assert copy.deck == deck
    assert words(copy) == PLAIN


@pytest.mark.parametrize(
    ("lead", "place", "span"),
    [
        ("<p>STRELSAU (AP) — The envoys met again on Friday.</p>", "Strelsau", "STRELSAU (AP) —"),
        ("<p><span class='dateline'>Zenda</span> The envoys met again on Friday.</p>", "Zenda", "Zenda"),
        ("<h6>Geneva</h6><p>The envoys met again on Friday.</p>", "Geneva", "Geneva"),
        ("<p>GENEVA, March 8</p><p>The envoys met again on Friday.</p>", "Geneva", "GENEVA, March 8"),
    ],
)
def test_datelines(lead: str, place: str, span: str) -> None:
    copy = read_page(page(lead + NEWS))
    assert copy.dateline is not None
    assert (copy.dateline.place, copy.dateline.span.cut(copy.text)) == (place, span)


@pytest.mark.parametrize(
    ("shown", "published", "byline"),
    [
        ("<p>By Hanne Brisk</p><p>8 March 2019, 14:05</p>", "2019-03-08T14:05:00", ("Hanne Brisk",)),
        ("<div>Hanne Brisk | 28.03.2019 - 14:05</div>", "2019-03-28T14:05:00", ("Hanne Brisk",)),
        ("<div>木村花子</div><div>2019年3月8日 14時05分</div>", "2019-03-08T14:05:00", ()),
        ("<div><a href='/authors/hb'>Hanne Brisk</a></div>", None, ("Hanne Brisk",)),
        ("<div>04/05/2019</div>", None, ()),
        ("<div>Ships and harbours</div>", None, ()),
    ],
)
def test_what_only_the_page_shows(shown: str, published: str | None, byline: tuple[str, ...]) -> None:
    copy = read_page(page(shown + NEWS))
    assert (copy.published, copy.byline) == (published, byline)
    assert words(copy) == PLAIN


def test_what_the_metadata_say_is_clean() -> None:
    said = {
        "@type": "NewsArticle",
        "headline": "\ud800 Ships\u0000 wait",
        "author": "Ada\u0007 Venn",
        "url": "https://a.example/\ud800",
    }
    head = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    copy = read_page(page(head=head, headline=""), name="a.html")
    assert (copy.headline, copy.byline, copy.source.url) == (
        "\ufffd Ships wait",
        ("Ada Venn",),
        "https://a.example/\ufffd",
    )


def test_the_agency_that_signs_is_the_source() -> None:
    said = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Reuters"}}
    copy = read_page(page(head=f'<script type="application/ld+json">{json.dumps(said)}</script>'))
    assert (copy.byline, copy.source.agency) == (("Reuters",), "Reuters")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "no-such"),
        ("utf-16", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", ""),
    ],
)
def test_the_encoding_is_that_of_the_bytes(encoding: str, declared: str) -> None:
    text = page(head=f"<meta charset='{declared}'>").decode().replace("Graustark", "Graustårk")
    assert "Graustårk" in read_page(text.encode(encoding)).text


def test_an_article_under_a_banner_on_cookies_is_one() -> None:
    banner = "<div><p>We and our partners store cookies on your device, and process personal data.</p></div>"
    assert words(read_page(page(NEWS, headline=banner + f"<h1>{TITLE}</h1>"))) == PLAIN


def test_sentences_end_in_other_scripts_too() -> None:
    text = "रूरितानिया और ग्राउस्टार्क के दूत शुक्रवार को स्ट्रेल्साउ में मिले और अगले सप्ताह फिर मिलेंगे।"
    body = "".join(f"<p>{text.replace('शुक्रवार', day)}</p>" for day in ("शुक्रवार", "सोमवार", "मंगलवार", "बुधवार"))
    assert len(words(read_page(page(body, headline="<h1>दूत मिले</h1>")))) == 4


def test_a_page_of_two_encodings() -> None:
    broken = page().replace(b"officials", b"offici\x92als")  # a piece in windows-1252
    assert "offici’als" in read_page(broken).text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the page is empty"),
        (page("".join(f"<h3><a href='/{n}'>Envoys meet</a></h3><p>Talks {n} ended in Strelsau.</p>" for n in range(9))),
         "a list of articles"),
        (b"<html><head><title>x</title></head></html>", "shows no article"),
        (page("<p>The page you are looking for is gone.</p>", headline="<h1>404 Not Found</h1>"), "an error page"),
        (page("<p>We and our partners store cookies on your device, and use personal data.</p>"), "a wall of cookies"),
        (page("<p>Checking your browser before you go on to the site.</p>"), "a check for robots"),
        (page("<p>You need to enable JavaScript to see this page.</p>"), "a page that only a script fills"),
        (page("<p>x" * (MAX_TAGS + 1)), "tags and may have 100,000"),
        (page("<p>" + "word " * (MAX_TEXT // 5)), "MiB of text and tags"),
        (page("<div>" * 9000 + NEWS), "nests deeper than 256 elements"),
    ],
    ids=["empty", "list", "no body", "404", "cookies", "robots", "script", "many tags", "large", "deep"],
)  # fmt: skip
def test_what_is_no_article_says_why_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(ReadError) as error:
        read_page(data, name="a.html")
    assert str(error.value).startswith("a.html: ")
    assert says in str(error.value)


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>" * 9000,
        f"<p title='{'x' * 500_000}'>",
        "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
        "<img src='data:image/png;base64," + "A" * 9_000_000 + "'>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        "<script type='application/ld+json'>{\"@type\": 7, \"author\": {\"name\": [[[]]]}}</script>",
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>&b;",
    ],
    ids=["bold", "attribute", "attributes", "picture", "brackets", "odd fields", "entities"],
)  # fmt: skip
def test_a_hostile_page_is_read_all_the_same(hostile: str) -> None:
    assert words(read_page(page(hostile + NEWS)))[-2:] == PLAIN[-2:]


def test_entities_of_a_page_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    data = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]>".encode() + page("<p>&x;</p>" + NEWS)
    assert "SECRET" not in read_page(data).text


def test_the_text_in_the_metadata_alone_is_read() -> None:
    lines = "\\n".join(PLAIN)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{lines}"}}</script>'
    assert words(read_page(page("<div id='root'></div>", head=head))) == PLAIN


def test_pages_are_found_by_content_in_files_folders_and_gzip(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page()))
    (tmp_path / "c.txt").write_bytes(page())
    (tmp_path / "d.tar.gz").write_bytes(b"")
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress(b"The envoys met."))
    (tmp_path / "f.gz").write_bytes(gzip.compress(page())[:-20])
    passed_over: list[Path] = []
    read = list(copies(tmp_path, skipped=passed_over.append))
    assert [item.source.format for item in read if isinstance(item, Copy)] == ["html"] * 3 + ["text"]
    assert [path.name for path in passed_over] == ["d.tar.gz"]
    (error,) = copies(tmp_path / "f.gz")
    assert str(read[-1]) == str(error)
    assert "damaged" in str(error) or "cut short" in str(error)


def test_the_format_overrules_the_content(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page())
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page()))
    for each in (path, tmp_path / "a.html.gz"):
        (copy,) = copies(each, kind="text")
        assert isinstance(copy, Copy)
        assert copy.text.startswith("<!doctype html>")


PIECES = st.sampled_from(
    """
    <p> </p> <div> </div> <h1> <h2> <a/href=x> </a> <b> </b> <br> <ul> <li> <table> <tr> <td> <figure> <script>
    </script> <!-- --> <![CDATA[ ]]> &amp; &#0; &#xD800; < > " ' \0 \ufeff \u202e é 漢字 “ ” Strelsau. said on Friday
    {"@type": <time/datetime=2019-03-08> <meta/name=author/content=x> <article> <span/hidden> <blockquote> <title>
    <body> </html>
    """.split()
)


def outcome(data: bytes) -> Copy | str:
    """The copy, or the words of the error."""
    try:
        return read_page(data, name="a.html")
    except ReadError as error:
        return str(error)


@given(st.lists(PIECES, max_size=60), st.sampled_from(["utf-8", "utf-16", "cp1251"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_page_is_read_or_refused(pieces: list[str], encoding: str) -> None:
    data = page(" ".join(pieces) + NEWS).decode().encode(encoding, "replace")
    copy = outcome(data)
    assert outcome(data) == copy
    if isinstance(copy, str):
        assert copy.startswith("a.html: ")
        return
    ends = [0, *(part.span.end for part in copy.paragraphs)]
    for part, end in zip(copy.paragraphs, ends, strict=False):
        assert end <= part.span.start < part.span.end <= len(copy.text)
        assert part.span.cut(copy.text).strip() == part.span.cut(copy.text)
    if copy.dateline:
        assert copy.dateline.span.end <= len(copy.text)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    copy = outcome(data)
    assert copy.startswith("a.html: ") if isinstance(copy, str) else copy.paragraphs
