"""The server of the page, on this machine unless another address is asked for."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.archive import Archive
from onrecord.errors import NewsError
from onrecord.web.app import READ_ONLY, make_app
from onrecord.web.deciding import Gate

_HERE = ("127.0.0.1", "localhost")


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    read_only: bool = False,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serves the archive's page until it is interrupted.

    port: 0 takes a free one. ready: is called with the page's address once the page can be asked for.
    read_only: no parties can be merged and split on the page, as always where others than this machine can ask for
        it: there is no log-in that says who they are.
    Raises StoreError where there is no such archive, and NewsError where the address cannot be had; both
    before anything listens.
    """
    with Archive.open(path, readonly=True):
        pass  # it can be opened: what is wrong with it is told now, not on the first page
    with _listen(host, port) as listener:
        config = uvicorn.Config(
            make_app(
                path,
                hosts=_HERE if host in _HERE else ("*",),
                gate=READ_ONLY if read_only or host not in _HERE else Gate.opened(),
            ),
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            ws="none",
        )
        try:
            _Server(config, lambda: ready and ready(_address(listener))).run(sockets=[listener])
        except KeyboardInterrupt:
            return  # the way to end it


class _Server(uvicorn.Server):
    """A server that says when it is there."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise NewsError(
            f"{host}:{port}: cannot listen there ({error}); choose another port, 0 takes a free one"
        ) from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
