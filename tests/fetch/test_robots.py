"""robots.txt, as RFC 9309 has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.robots import read_robots

GROUPS = b"""\xef\xbb\xbf# comment
User-agent: other
Disallow: /

User-Agent: onrecord
User-agent: third
Disallow: /private # not this
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?q=*
Disallow: /caf%C3%A9
Disallow:
Crawl-delay: 2.5
Sitemap: https://example.org/sitemap.xml

User-agent: *
Disallow: /all
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("/a", True), ("/private", False), ("/privately", False), ("/private/open/a", True),
        ("/a.pdf", False), ("/a.pdf?x", True), ("/search?q=a", False), ("/search", True), ("/café", False),
        ("/caf%c3%a9", False), ("/all", True), ("/robots.txt", True),
    ],
)  # fmt: skip
def test_rules_for_us(path: str, allowed: bool) -> None:
    assert read_robots(GROUPS, agent="onrecord").allows(path) is allowed


def test_rules_for_all_where_none_are_for_us() -> None:
    robots = read_robots(GROUPS, agent="newcomer")
    assert (robots.allows("/all"), robots.allows("/private"), robots.delay) == (False, True, None)
    assert read_robots(GROUPS, agent="onrecord").delay == 2.5


@pytest.mark.parametrize("text", [b"", b"Disallow: /", b"<html>not found</html>", b"User-agent: *\nDisallow:"])
def test_no_rules(text: bytes) -> None:
    assert read_robots(text, agent="onrecord").allows("/a")


@given(
    st.binary(max_size=200) | st.text(alphabet="User-agent:*\nDisallow/$a ", max_size=200).map(str.encode),
    st.text(max_size=30),
)
def test_any_file_gives_an_answer(data: bytes, path: str) -> None:
    assert read_robots(b"User-agent: *\n" + data, agent="onrecord").allows(f"/{path}") in (True, False)
