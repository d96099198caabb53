"""RSS, RSS 1.0, Atom and JSON Feed: each entry as it stands there."""

from typing import Any

import pytest

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.feeds import read_feed, read_json_feed

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Keld Courier</title><language>en-gb</language>
<item><title>Talks &amp;amp; tides</title><link>https://example.org/a?x=1&amp;y=2</link>
<guid isPermaLink="false">a-1</guid>
<pubDate>Fri, 08 Mar 2019 14:05:00 +0100</pubDate><dc:creator>Ada Venn</dc:creator><category>World</category>
<description>Short.</description><content:encoded><![CDATA[<p>GRENT, March 8 (AFP) - The envoys met.</p><p>They left.
<img src="x"></p>]]></content:encoded><enclosure url="x"/></item>
<item><description>&lt;p&gt;Only&nbsp;this.&lt;/p&gt;</description><author>b@example.org (Otto Lind)</author>
<guid>https://example.org/b</guid></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://example.org/"><title>Keld</title>
<entry><title type="html">Talks &lt;b&gt;resume&lt;/b&gt;</title><id>urn:a</id><link rel="self" href="self"/>
<link href="a.html"/><published>2019-03-08T14:05:00Z</published><updated>2019-03-09T00:00:00Z</updated>
<author><name>Ada Venn</name></author><category term="World"/><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoys met.</p><p>They left.</p></div></content>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Keld</title></channel>
<item rdf:about="https://example.org/a"><title>Talks</title><description>The envoys met.</description>
<dc:date>2019-03-08T14:05:00+01:00</dc:date></item></rdf:RDF>"""


def read(text: str, **given: Any) -> list[Copy]:
    found = list(read_feed(text.encode(), name="feed", **given))
    assert [str(each) for each in found if isinstance(each, ReadError)] == []
    return [each for each in found if isinstance(each, Copy)]


def test_rss() -> None:
    first, second = read(RSS)
    assert (first.id, first.headline, first.byline) == ("a-1", "Talks & tides", ("Ada Venn",))
    assert (first.source.url, first.source.publisher) == ("https://example.org/a?x=1&y=2", "Keld Courier")
    assert (first.published, first.section, first.language) == ("2019-03-08T14:05:00+01:00", "World", "en-gb")
    assert first.text == "Talks & tides\n\nGRENT, March 8 (AFP) - The envoys met.\n\nThey left."
    assert first.source.left_out == ("enclosure", "img", "summary")
    assert (second.text, second.byline, second.id) == ("Only this.", ("Otto Lind",), "https://example.org/b")


def test_atom() -> None:
    (entry,) = read(ATOM)
    assert (entry.id, entry.headline, entry.source.url) == ("urn:a", "Talks resume", "https://example.org/a.html")
    assert entry.text == "Talks resume\n\nThe envoys met.\n\nThey left."
    assert (entry.published, entry.byline) == ("2019-03-08T14:05:00+00:00", ("Ada Venn",))


def test_rss_1() -> None:
    (entry,) = read(RDF)
    assert (entry.id, entry.published) == ("https://example.org/a", "2019-03-08T14:05:00+01:00")


@pytest.mark.parametrize(
    "broken",
    [
        "<rss><channel><item><title>Talks</title><description>Tom & Ann met.</description></item></channel></rss>",
        "<rss><channel><item><title>Talks</title><description>They met.</description></item></channel>",
        "<rss><channel><item><title>Talks</title><description>They <br> met.</description></item></channel></rss>",
    ],
    ids=["ampersand", "cut", "unclosed"],
)
def test_broken_xml_is_read_as_far_as_it_goes(broken: str) -> None:
    (entry,) = read(broken)
    assert entry.headline == "Talks"
    assert "met." in entry.text


def test_an_entry_without_words_is_told() -> None:
    found = list(read_feed(b"<rss><channel><item><guid>a</guid></item></channel></rss>", name="feed"))
    assert [str(each) for each in found] == ["feed: entry 1: the item holds no text; give the item that has the words"]


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Keld Courier", "language": "en",
        "items": [
            {"id": "1", "url": "https://example.org/a", "title": "Talks", "content_html": "<p>They met.</p><p>So.</p>",
             "date_published": "2019-03-08T14:05:00Z", "authors": [{"name": "Ada Venn"}],
             "tags": ["World"], "image": "x"},
            {"id": 2, "content_text": "They met again."},
            "strange",
        ],
    }  # fmt: skip
    first, second, third = read_json_feed(feed, where="feed")
    assert isinstance(first, Copy)
    assert isinstance(second, Copy)
    assert (first.text, first.byline, first.section) == ("Talks\n\nThey met.\n\nSo.", ("Ada Venn",), "World")
    assert first.source.left_out == ("image",)
    assert (second.id, second.text) == ("2", "They met again.")
    assert str(third) == "feed: entry 3: the entry is no JSON object; see jsonfeed.org"
