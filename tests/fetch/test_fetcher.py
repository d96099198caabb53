"""Fetching from a real server on this machine, which has to be allowed by name."""

import gzip
import time
from collections.abc import Callable, Iterator

import pytest

from onrecord.errors import ReadError
from onrecord.fetch import Fetcher, read_address
from onrecord.fetch.addresses import is_public
from onrecord.intake.copy import Copy
from onrecord.intake.reading import Asked
from tests.fetch.conftest import Site, answer
from tests.intake.packing import page
from tests.intake.test_feeds import RSS

Wait = Callable[[float], None]


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def fetcher(waits: list[float]) -> Iterator[Fetcher]:
    with Fetcher(allowed=["127.0.0.1"], sleep=waits.append, clock=lambda: 0.0) as made:
        yield made


def refused(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(ReadError) as raised:
        fetcher.get(url)
    return str(raised.value)


def test_a_page(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = answer("The envoys met.", ETag='"1"', Last_Modified="Fri, 08 Mar 2019 14:05:00 GMT")
    fetched = fetcher.get(site.url("/a#part"))
    assert (fetched.url, fetched.data, fetched.etag) == (site.url("/a"), b"The envoys met.", '"1"')
    assert fetched.modified == "Fri, 08 Mar 2019 14:05:00 GMT"
    assert site.asked == ["/robots.txt", "/a"]
    assert {agent.partition("/")[0] for agent in site.agents} == {"onrecord"}


def test_what_has_not_changed_is_not_sent(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = answer("The envoys met.", ETag='"1"')
    assert fetcher.get(site.url("/a"), etag='"1"').data is None
    assert fetcher.get(site.url("/a"), etag='"0"').data == b"The envoys met."


def test_redirects_are_followed(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = answer(status=301, Location="/b")
    site.pages["/b"] = answer(status=302, Location=site.url("/c"))
    site.pages["/c"] = answer("There.")
    assert fetcher.get(site.url("/a")).url == site.url("/c")


def test_a_circle_of_redirects(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = answer(status=302, Location="/a")
    told = "{0}: more than 5 redirects, the last to {0}; check the address"
    assert refused(fetcher, site.url("/a")) == told.format(site.url("/a"))


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://127.0.0.2:9/", "http://[::1]:9/", "http://169.254.169.254/latest/", "http://localhost:9/",
     "http://0x7f000002/", "http://[::ffff:10.0.0.1]/", "http://2130706434/"],
)  # fmt: skip
def test_a_redirect_to_a_private_address_is_refused(fetcher: Fetcher, site: Site, target: str) -> None:
    site.pages["/feed"] = answer(status=302, Location=target)
    assert "which is a private address; allow it with --allow" in refused(fetcher, site.url("/feed"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/"])
def test_other_schemes_are_refused(fetcher: Fetcher, site: Site, target: str) -> None:
    site.pages["/a"] = answer(status=302, Location=target)
    assert "only http:// and https:// are fetched" in refused(fetcher, site.url("/a"))


def test_this_machine_is_private_unless_allowed(site: Site) -> None:
    with Fetcher() as fetcher:
        assert refused(fetcher, site.url("/a")) == (
            f"{site.url('/robots.txt')}: 127.0.0.1 is at 127.0.0.1, which is a private address;"
            " allow it with --allow 127.0.0.1 if it is meant"
        )
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("127.0.0.1", False), ("0.0.0.0", False), ("169.254.1.1", False),
        ("100.64.0.1", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False), ("ff02::1", False), ("nonsense", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_robots_txt_is_heeded(fetcher: Fetcher, site: Site) -> None:
    site.pages["/robots.txt"] = answer("User-agent: *\nDisallow: /private\nCrawl-delay: 7", kind="text/plain")
    site.pages["/a"] = site.pages["/private/a"] = answer("The envoys met.")
    assert fetcher.get(site.url("/a")).data == b"The envoys met."
    assert "the site's robots.txt asks not to fetch it" in refused(fetcher, site.url("/private/a"))
    assert "/private/a" not in site.asked


def test_a_redirect_does_not_lead_past_robots_txt(fetcher: Fetcher, site: Site) -> None:
    site.pages["/robots.txt"] = answer("User-agent: onrecord\nDisallow: /private", kind="text/plain")
    site.pages["/a"] = answer(status=302, Location="/private/a")
    assert "the site's robots.txt asks not to fetch it" in refused(fetcher, site.url("/a"))


def test_a_site_that_is_ill_is_left_alone(fetcher: Fetcher, site: Site) -> None:
    site.pages["/robots.txt"] = answer(status=503)
    assert "robots.txt" in refused(fetcher, site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_a_host_is_left_time_between_requests(fetcher: Fetcher, site: Site, waits: list[float]) -> None:
    site.pages["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 7", kind="text/plain")
    site.pages["/a"] = answer("The envoys met.")
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert waits == [7.0, 7.0]


@pytest.mark.parametrize(
    ("status", "says"),
    [(404, "the server answers 404 Not Found; check the address"), (500, "500 Internal Server Error; try again later"),
     (429, "429 Too Many Requests; try again later"), (204, "204 No Content; check the address")],
)  # fmt: skip
def test_other_answers(fetcher: Fetcher, site: Site, status: int, says: str) -> None:
    site.pages["/a"] = answer(status=status)
    assert says in refused(fetcher, site.url("/a"))


def test_nobody_is_there(fetcher: Fetcher, site: Site) -> None:
    assert "it cannot be fetched" in refused(fetcher, "http://127.0.0.1:1/a")
    assert "it cannot be fetched: the name nowhere.invalid is not known" in refused(fetcher, "http://nowhere.invalid/")


@pytest.mark.parametrize(
    "url", ["http://", "http:///a", "https://[::1", "http://a b/", "http://exa\x00mple/", "ftp://x/"]
)
def test_no_addresses(fetcher: Fetcher, url: str) -> None:
    assert "check" in refused(fetcher, url)


def test_too_much(site: Site) -> None:
    site.pages["/a"] = answer(b"x" * 3_000_000)
    site.pages["/bomb"] = answer(gzip.compress(b"\0" * 2**27), Content_Encoding="gzip")
    with Fetcher(allowed=["127.0.0.1"], pace=0, most=2**21) as fetcher:
        assert "the answer has more than 2 MiB; no article has" in refused(fetcher, site.url("/a"))
        assert "the answer has more than 2 MiB; no article has" in refused(fetcher, site.url("/bomb"))


def test_an_answer_that_never_ends(site: Site) -> None:
    def trickle(handler: object) -> None:
        try:
            handler.send_response(200)  # type: ignore[attr-defined]
            handler.end_headers()  # type: ignore[attr-defined]
            for _ in range(100):
                handler.wfile.write(b"x")  # type: ignore[attr-defined]
                handler.wfile.flush()  # type: ignore[attr-defined]
                time.sleep(0.05)
        except OSError:
            pass

    site.pages["/a"] = trickle
    with Fetcher(allowed=["127.0.0.1"], pace=0, whole=0.5) as fetcher:
        assert "the answer takes too long; try again later" in refused(fetcher, site.url("/a"))


def test_what_is_fetched_is_read_by_its_content(fetcher: Fetcher, site: Site) -> None:
    site.pages["/a"] = answer(page("The envoys met in Strelsau."), kind="application/octet-stream")
    site.pages["/feed"] = answer(RSS, kind="text/plain")
    (copy,) = read_address(fetcher, site.url("/a"), Asked())
    assert isinstance(copy, Copy)
    assert (copy.id, copy.source.url, copy.source.format) == (site.url("/a"), site.url("/a"), "html")
    assert [each.id for each in read_address(fetcher, site.url("/feed"), Asked()) if isinstance(each, Copy)] == [
        "a-1", "https://example.org/b",
    ]  # fmt: skip


def test_entries_may_be_read_from_their_pages(fetcher: Fetcher, site: Site) -> None:
    words = "<title>Talks</title><description>Short.</description>"
    entry = f"<item>{words}<guid>e1</guid><link>{site.url('/a')}</link></item>"
    other = entry.replace("e1", "e2").replace("/a<", "/gone<")
    site.pages["/feed"] = answer(f"<rss><channel>{entry}{other}</channel></rss>", kind="application/rss+xml")
    site.pages["/a"] = answer(page("The envoys met in Strelsau, and the talks went on for hours."))
    first, second, third = read_address(fetcher, site.url("/feed"), Asked(), follow=True)
    assert isinstance(first, Copy)
    assert (first.id, "went on for hours" in first.text) == ("e1", True)
    assert "404 Not Found" in str(second)
    assert isinstance(third, Copy)
    assert (third.id, third.text) == ("e2", "Talks\n\nShort.")
