"""What a file holds, by its first bytes."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.kinds import KINDS, PACKED, kind_of

MAIL = b"From: desk@example.org\r\nTo: b@example.org\r\nSubject: Talks\r\n\r\nThe envoys met."


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", "text"),
        (b"The envoys met in Strelsau.", "text"),
        (b"<the envoys> met", "text"),
        (b"{Updates with reaction}\nThe talks ended.", "text"),
        (b"[Editor's note]\nThe talks ended.", "text"),
        (b"Subject: talks\n\nThe envoys met.", "text"),
        (b"From: Strelsau\nThe envoys met.", "text"),
        (b"text, more text and title\n", "text"),
        (b"<!DOCTYPE html>\n<html><head>", "html"),
        (b"\xef\xbb\xbf  <!-- saved --><HTML lang='en'>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>', "html"),
        ("<html><p>Talks".encode("utf-16"), "html"),
        (b"<p>The envoys met.</p>", "html"),
        (b"\n  <!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>", "html"),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<HTML>", "html"),
        (b"<article><h1>Ministers meet</h1>", "html"),
        (b"<b>", "html"),
        (b"< p > 5", "text"),
        (b"\xef\xbb\xbf\n{\n", "text"),
        (b"{}\n", "jsonl"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', "newsml-g2"),
        (b"<nar:newsMessage xmlns:nar='x'>", "newsml-g2"),
        (b'<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML.dtd" [\n<!ELEMENT a ANY>\n]>\n<NewsML>', "newsml-1"),
        (b"<nitf>", "nitf"),
        (b'<rss version="2.0">', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        (b'<?xml version="1.0"?><inventory>', "xml"),
        (b'{"id": "a", "text": "The envoys met."}\n{"id": "b"}', "jsonl"),
        (b'{"id": "a", "text": "The envoys met."}', "jsonl"),
        (b'{\n "id": "a",\n "text"', "json"),
        (b'[\n {"text": "The envoys met."}]', "json"),
        (b'{\n "uri": "urn:a", "versionCreated": "2019-03-08T14:05:00Z",', "ninjs"),
        (b'{"@context": "https://schema.org", "@type": "NewsArticle"}', "json-ld"),
        (b'{\n"version": "https://jsonfeed.org/version/1.1",', "json-feed"),
        (b"\x01NPA0123 4 pol 0250 Talks\r\n\x02", "iptc7901"),
        (b"\x16\x16\x01a0456\x1f--\r\nr i BC-Talks 03-08 0250\r\n\x02", "anpa1312"),
        (b"title,body,date\n", "csv"),
        (b'"id"\t"text"\t"published"\n', "csv"),
        (MAIL, "mail"),
        (b"PAR1\x15\x04", "parquet"),
        (b"WARC/1.1\r\n", "warc"),
        (gzip.compress(b"x"), "gzip"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"PK\x03\x04\x14", "zip"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\x0000", "tar"),
    ],
)
def test_the_kind_of_a_head(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


@given(st.binary(max_size=300) | st.text(alphabet='<{["!-? \nabc:\x01', max_size=60).map(str.encode))
def test_any_head_has_a_kind(head: bytes) -> None:
    assert kind_of(head) in {*KINDS, *PACKED, "xml"}
