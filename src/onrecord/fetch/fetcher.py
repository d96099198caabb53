"""One page or feed from the web: slowly enough for its site, no further than it was asked, no more than fits."""

import time
from collections.abc import Callable, Collection
from typing import Final
from urllib.parse import urljoin

import httpcore
import httpx
from msgspec import Struct

from onrecord.errors import ReadError
from onrecord.fetch.addresses import Guarded
from onrecord.fetch.robots import ALLOWS_ALL, ALLOWS_NOTHING, LONGEST, Robots, read_robots
from onrecord.version import __version__

AGENT: Final = "onrecord"
# In bytes. The largest news pages have some 5 MiB.
MOST: Final = 16 * 2**20
_MOST_HOPS: Final = 5
# In seconds: between two requests to a host; for a server to answer; for all of an answer to come.
PACE: Final = 1.0
_LONGEST_PACE: Final = 30.0
_PATIENCE: Final = 15.0
WHOLE: Final = 60.0
_REDIRECTS: Final = frozenset([301, 302, 303, 307, 308])
_HEADERS: Final = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json,"
    " application/json, application/xml;q=0.9, */*;q=0.5",
    # zlib alone unpacks within bounds here.
    "Accept-Encoding": "gzip, deflate",
}


class Fetched(Struct, frozen=True):
    """An answer. url: where it came from after all redirects. data: None where nothing has changed since.

    etag, modified: what the server gives to ask next time whether it changed.
    """

    url: str
    data: bytes | None
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches pages, one at a time. Close it after use, or open it in a `with` block.

    allowed: hosts that may be at a private address. pace: seconds between two requests to a host; the site's
    robots.txt may ask for more. most: bytes of an answer; whole: seconds for all of it. sleep, clock: how to wait
    and to tell the time, in seconds.
    """

    def __init__(
        self,
        *,
        allowed: Collection[str] = (),
        pace: float = PACE,
        most: int = MOST,
        whole: float = WHOLE,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace, self._most, self._whole = pace, most, whole
        self._sleep, self._clock = sleep, clock
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}
        self._guarded = Guarded(allowed)
        # No proxy of the environment: it would connect where this program must not.
        self._client = httpx.Client(
            transport=_Transport(self._guarded),
            headers=_HEADERS,
            timeout=_PATIENCE,
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of all connections."""
        self._client.close()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The answer to a request for `url`, redirects followed.

        etag, modified: of an earlier answer; where nothing has changed since, `data` is None.
        Raises ReadError, naming the address, where there is no answer that can be read.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        place = url
        for _ in range(_MOST_HOPS + 1):
            parsed = _address(place)
            if not self._rules(parsed).allows(parsed.raw_path.decode("ascii", "replace")):
                raise ReadError(
                    f"{place}: the site's robots.txt asks not to fetch it; read it in a browser and save it"
                )
            answer = self._request(parsed, headers, self._most)
            if isinstance(answer, Fetched):
                return answer
            place = answer
        raise ReadError(f"{url}: more than {_MOST_HOPS} redirects, the last to {place}; check the address")

    def _rules(self, url: httpx.URL) -> Robots:
        site = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
        if site not in self._robots:
            self._robots[site] = self._fetched_rules(f"{site}/robots.txt")
        return self._robots[site]

    def _fetched_rules(self, url: str) -> Robots:
        """The rules of a site; as RFC 9309 has it, all is allowed where it has none, nothing where it is ill."""
        place = url
        try:
            for _ in range(_MOST_HOPS + 1):
                answer = self._request(_address(place), {}, LONGEST, cut=True)
                if isinstance(answer, Fetched):
                    return read_robots(answer.data or b"", agent=AGENT)
                place = answer
        except _Refused as error:
            return ALLOWS_ALL if 400 <= error.status < 500 and error.status != 429 else ALLOWS_NOTHING
        return ALLOWS_ALL

    def _request(self, url: httpx.URL, headers: dict[str, str], most: int, *, cut: bool = False) -> Fetched | str:
        """The answer, or the address that it sends on to. cut: an answer that is too long is cut, not refused."""
        self._wait(url)
        self._guarded.deadline = time.monotonic() + self._whole
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return urljoin(str(url), response.headers["location"].strip())
                given = (response.headers.get("etag"), response.headers.get("last-modified"))
                if response.status_code == 304:
                    return Fetched(str(url), None, *given)
                if response.status_code != 200:
                    raise _Refused(str(url), response)
                return Fetched(str(url), self._body(response, most, cut=cut), *given)
        except ReadError as error:
            raise error if str(url) in str(error) else ReadError(f"{url}: {error}") from error
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise ReadError(f"{url}: the answer takes too long; try again later") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, *_CORE) as error:
            raise ReadError(f"{url}: it cannot be fetched: {str(error) or type(error).__name__}; check it") from error

    def _body(self, response: httpx.Response, most: int, *, cut: bool) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > most and cut:
                break
            if size > most:
                raise ReadError(f"the answer has more than {most // 2**20} MiB; no article has")
        return b"".join(parts)[: most + 1]

    def _wait(self, url: httpx.URL) -> None:
        """Leaves the host the time that it asks for between two requests."""
        robots = self._robots.get(f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}", ALLOWS_ALL)
        pace = min(_LONGEST_PACE, max(self._pace, robots.delay or 0))
        before = self._asked.get(url.host)
        if before is not None and (left := before + pace - self._clock()) > 0:
            self._sleep(left)
        self._asked[url.host] = self._clock()


_CORE: Final = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpcore.ProxyError)


class _Refused(ReadError):
    """An answer other than the page."""

    def __init__(self, url: str, response: httpx.Response) -> None:
        self.status = response.status_code
        self.after = response.headers.get("retry-after")
        mend = "try again later" if self.status in (408, 425, 429) or self.status >= 500 else "check the address"
        super().__init__(f"{url}: the server answers {self.status} {response.reason_phrase}; {mend}")


def _address(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise ReadError(f"{url[:200]}: it is no address of the web: {error}; check it") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ReadError(f"{url[:200]}: only http:// and https:// are fetched; check the address")
    return parsed.copy_with(fragment=None, userinfo=b"")


class _Transport(httpx.BaseTransport):
    """HTTP over connections that `Guarded` makes."""

    def __init__(self, guarded: Guarded) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_connections=8, network_backend=guarded
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self):  # type: ignore[no-untyped-def]
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
