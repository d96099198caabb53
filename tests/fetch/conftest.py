"""A real server on this machine, whose pages a test sets."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.cli import conftest as cli

onrecord = cli.onrecord

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes | str = b"", *, status: int = 200, kind: str = "text/html", **headers: str) -> Answer:
    """An answer with these headers; `_` in their names stands for "-"."""
    data = body.encode() if isinstance(body, str) else body

    def write(handler: BaseHTTPRequestHandler) -> None:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        tag = given.get("ETag")
        if tag is not None and handler.headers.get("If-None-Match") == tag:
            handler.send_response(304)
            handler.send_header("ETag", tag)
            handler.end_headers()
            return
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in given.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return write


class Site:
    """The server. pages: its answers by path; asked: the paths that were asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()

    def url(self, path: str) -> str:
        return f"{self.address}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    made: list[Site] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made[0].asked.append(self.path)
            made[0].agents.add(self.headers.get("User-Agent", ""))
            made[0].pages.get(self.path, answer("", status=404))(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.append(Site(f"http://127.0.0.1:{server.server_port}"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made[0]
    server.shutdown()
    thread.join()
    server.server_close()
