"""Which addresses may be asked: those of the public internet, and those that were allowed by name.

A feed or a redirect may name any host, such as the router or the database next door, and a name may lead to a private
address, or lead elsewhere when it is looked up again. So the address is checked where the connection is made, and the
connection is made to the address that was checked.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Collection, Iterable
from typing import Any, Final

import httpcore

from onrecord.errors import ReadError

# IPv6 addresses that stand for IPv4 ones. Sources: RFC 6052 (NAT64), RFC 3056 (6to4).
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_6TO4: Final = ipaddress.ip_network("2002::/16")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: str) -> bool:
    """Whether an IP address, as text, is one of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in _meant(ip))


def _meant(ip: Address) -> Iterable[Address]:
    """The address, and the IPv4 address that it stands for."""
    yield ip
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            yield ip.ipv4_mapped
        elif ip in _NAT64:
            yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip in _6TO4:
            yield ipaddress.IPv4Address(int(ip) >> 80 & 0xFFFFFFFF)


class _Timed(httpcore.NetworkStream):
    """A connection that waits no longer than the deadline, however little at a time its server sends."""

    def __init__(self, stream: httpcore.NetworkStream, guarded: "Guarded") -> None:
        self._stream, self._guarded = stream, guarded

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._left(timeout)), self._guarded)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._guarded.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer takes too long")
        return left if timeout is None else min(timeout, left)


class Guarded(httpcore.NetworkBackend):
    """Connects to public addresses, and to the hosts of `allowed` wherever they are. Raises ReadError for others."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = {host.lower() for host in allowed}
        self._backend = httpcore.SyncBackend()
        # By `time.monotonic`: when all of the answer must have come.
        self.deadline = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers; none is looked up twice."""
        addresses = self._checked(host, port)
        for place, address in enumerate(addresses, start=1):
            try:
                made = self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
                return _Timed(made, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place == len(addresses):
                    raise
        raise httpcore.ConnectError("the host has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a socket of this machine is no place of the web."""
        raise ReadError(f"{path}: a local socket is no address of the web")

    def sleep(self, seconds: float) -> None:
        """Waits before a connection is tried again."""
        self._backend.sleep(seconds)

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        private = [address for address in addresses if not is_public(address)]
        if private and host.lower() not in self._allowed:
            raise ReadError(
                f"{host} is at {private[0]}, which is a private address; allow it with --allow {host} if it is meant"
            )
        return addresses
