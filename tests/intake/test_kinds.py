"""What a file holds is told by how it begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.kinds import HEAD, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html>", "html"),
        (b"\n  <!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>", "html"),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<HTML>", "html"),
        (b"<article><h1>Ministers meet</h1>", "html"),
        ("<html><body>".encode("utf-16"), "html"),
        (b"\xef\xbb\xbf<html>", "html"),
        (b'{"id": 1, "text": "The talks ended."}', "jsonl"),
        (b"\xef\xbb\xbf\n{\n", "text"),
        (b"{}\n", "jsonl"),
        (b"{Updates with reaction}\nThe talks ended.", "text"),
        (b"The talks ended.", "text"),
        (b"<b>", "html"),
        (b"<Boreal> The talks ended.", "text"),
        (b"< p > 5", "text"),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', "text"),
        (b"", "text"),
    ],
)
def test_the_kind_of_a_file(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(head: bytes) -> None:
    assert kind_of(head) in {"text", "jsonl", "html"}
    assert kind_of(head + b" " * (HEAD + 9)) == kind_of(head + b" " * HEAD)
