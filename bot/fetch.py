"""The only reader of the outside web: conditional GETs with limits on time, size, redirects and where they may lead."""

import asyncio
import ipaddress
import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol, Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.core.feed import Failed, NotModified, Page, Problem, Response, Validators, fresh_for, retry_after

TIMES = aiohttp.ClientTimeout(total=20, connect=10, sock_connect=5, sock_read=10)  # seconds
REDIRECTS = 3
RAW_LIMIT = 5 * 1024 * 1024  # bytes as sent
BODY_LIMIT = 5 * 1024 * 1024  # bytes once unpacked; several bodies are in memory at the same time

_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
_STATUS = {
    401: Problem.SHIELD,
    403: Problem.SHIELD,
    404: Problem.GONE,
    410: Problem.GONE,
    429: Problem.BUSY,
    503: Problem.BUSY,
}

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


class Fetches(Protocol):
    """What the news service needs of a fetcher."""

    async def fetch(self, url: str, *, validators: Validators, now: datetime) -> Response:
        """One GET, conditional where `validators` are not empty."""


def is_public(address: str) -> bool:
    """Whether an IP address lies on the public internet, also through the IPv6 forms that carry an IPv4 address."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _carried(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where a fetcher may go: IP addresses, and ports (None: any)."""

    allows: Callable[[str], bool]
    ports: frozenset[int] | None


WEB = Reach(allows=is_public, ports=frozenset({80, 443}))
EVERYWHERE = Reach(allows=lambda _: True, ports=None)


class AddressRefused(OSError):
    """The address lies in a private network."""


class _NameUnknown(OSError):
    """DNS has no address for the name."""


class Fetcher:
    """Fetches feeds. Open it with `async with`; it is bound to the loop it was made in.

    `allow_private_networks` lifts the address and port checks: for tests and the demo only. `reach` sets other ones.
    `resolve(host, port)` gives the addresses of a name; the default asks the system.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        allow_private_networks: bool = False,
        reach: Reach = WEB,
        resolve: Resolve | None = None,
        times: aiohttp.ClientTimeout = TIMES,
    ) -> None:
        self._reach = reach = EVERYWHERE if allow_private_networks else reach
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=_CheckingResolver(resolve or _ask_system, reach),
                socket_factory=partial(_open_checked_socket, reach),
                use_dns_cache=False,
                limit=0,  # whoever asks waits for a turn before, not in here where the seconds count
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
            auto_decompress=False,  # unpacked here, against a limit
            trust_env=False,
            timeout=times,
        )

    async def __aenter__(self) -> Self:
        """The fetcher itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close all connections."""
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def fetch(self, url: str, *, validators: Validators, now: datetime) -> Response:
        """One GET, conditional where `validators` are not empty; every way it can fail is a `Failed`."""
        try:
            async with asyncio.timeout(self._session.timeout.total):
                return await self._follow(url, validators, now)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Failed(problem=_problem(error), detail=f"{type(error).__name__}: {error}"[:300])

    async def _follow(self, url: str, validators: Validators, now: datetime) -> Response:
        """Go where redirects lead, each checked as the first address was."""
        moved_to = None
        still_for_good = True
        for _ in range(REDIRECTS + 1):
            refused = self._refusal(url)
            if refused:
                return refused
            async with self._session.get(
                URL(url), headers=_conditions(validators), allow_redirects=False
            ) as answer:
                if answer.status == 304 and not (validators.etag or validators.last_modified):
                    return Failed(problem=Problem.STATUS, detail="HTTP 304 that nobody asked for")
                if answer.status not in _MOVED:
                    return await _read(answer, url, moved_to=moved_to, now=now)
                still_for_good = still_for_good and answer.status in _FOR_GOOD
                url = str(URL(url).join(URL(answer.headers.get("Location", ""))))
                moved_to = url if still_for_good else moved_to
        return Failed(problem=Problem.REDIRECTS, detail=f"more than {REDIRECTS}")

    def _refusal(self, url: str) -> Failed | None:
        """Why `url` is not gone to, by its text alone; names are checked when they are resolved."""
        try:
            parts = URL(url)
            host, port = parts.host or "", parts.port
        except ValueError as error:
            return Failed(problem=Problem.ADDRESS, detail=str(error)[:300])
        if parts.scheme not in {"http", "https"} or not host or parts.user is not None:
            return Failed(
                problem=Problem.ADDRESS, detail=f"{parts.scheme}: not an address to read feeds from"
            )
        if self._reach.ports is not None and port not in self._reach.ports:
            return Failed(problem=Problem.ADDRESS, detail=f"port {port}")
        if _is_literal(host) and not self._reach.allows(host):
            return Failed(problem=Problem.PRIVATE, detail=host)
        return None


def _carried(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo, NAT64 or IPv4-compatible one."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if ip in ipaddress.IPv6Network("64:ff9b::/96") or ip in ipaddress.IPv6Network("::/96"):
        return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return None


def _is_literal(host: str) -> bool:
    """Whether `host` is an address rather than a name, the old number forms ("0177.1", "2130706433") included."""
    if ":" in host:
        return True
    return all(part.isdigit() or part.lower().startswith("0x") for part in host.rstrip(".").split("."))


def _conditions(validators: Validators) -> dict[str, str]:
    headers = {}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers or {"Cache-Control": "no-cache"}  # unconditional: caches on the way shall look again too


async def _read(answer: aiohttp.ClientResponse, url: str, *, moved_to: str | None, now: datetime) -> Response:
    """The answer as a value; a body too big or packed in an unknown way is a `Failed`."""
    fresh = fresh_for(answer.headers, now=now)
    if answer.status == 304:
        return NotModified(fresh_for=fresh)
    if answer.status != 200:
        challenged = "cf-mitigated" in answer.headers  # Cloudflare's wall answers 403, 429 or 503
        problem = Problem.SHIELD if challenged else _STATUS.get(answer.status, Problem.STATUS)
        wait = retry_after(answer.headers, now=now)
        return Failed(problem=problem, detail=f"HTTP {answer.status}", retry_after=wait)
    body = await _unpack(answer)
    if isinstance(body, Failed):
        return body
    return Page(
        url=url,
        body=body,
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
        content_type=answer.headers.get("Content-Type", ""),
        fresh_for=fresh,
        moved_to=moved_to,
    )


async def _unpack(answer: aiohttp.ClientResponse) -> bytearray | Failed:
    encoding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip", "deflate"}:
        return Failed(problem=Problem.ENCODING, detail=encoding[:60])
    unpacker = None if encoding in {"identity", ""} else _Unpacker(encoding)
    body = bytearray()
    raw = 0
    async for chunk in answer.content.iter_any():
        raw += len(chunk)
        body += unpacker.unpack(chunk, BODY_LIMIT + 1 - len(body)) if unpacker else chunk
        if raw > RAW_LIMIT or len(body) > BODY_LIMIT:
            answer.close()
            return Failed(problem=Problem.TOO_BIG, detail=f"more than {BODY_LIMIT} bytes")
    return body


class _Unpacker:
    """gzip or deflate against a limit; "deflate" is sent in two forms, told apart by the first byte."""

    def __init__(self, encoding: str) -> None:
        self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 32) if "gzip" in encoding else None

    def unpack(self, chunk: bytes, room: int) -> bytes:
        """At most `room` bytes of what `chunk` holds. Raises ValueError for a damaged stream."""
        if self._zlib is None:
            wrapped = chunk[:1] and chunk[0] & 0x0F == 8
            self._zlib = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        try:
            return self._zlib.decompress(chunk, max(1, room))
        except zlib.error as error:
            message = f"damaged body: {error}"
            raise ValueError(message) from error


class _CheckingResolver(AbstractResolver):
    """Gives aiohttp only checked literals: one private address among a name's addresses refuses the name."""

    def __init__(self, resolve: Resolve, reach: Reach) -> None:
        self._resolve = resolve
        self._reach = reach

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses to connect to. Raises AddressRefused or _NameUnknown."""
        addresses = await self._resolve(host, port)
        refused = [address for address in addresses if not self._reach.allows(address)]
        if refused:
            message = f"{host} leads to {refused[0]}"
            raise AddressRefused(message)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing is held."""


async def _ask_system(host: str, port: int) -> Sequence[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        message = f"{host}: {error}"
        raise _NameUnknown(message) from error
    return list(dict.fromkeys(str(info[4][0]) for info in found))


AddressInfo = tuple[int, int, int, str, tuple[object, ...]]


def _open_checked_socket(reach: Reach, info: AddressInfo) -> socket.socket:
    """The last look before a connection is opened, whatever way its address came."""
    address = str(info[4][0])
    if not reach.allows(address):
        raise AddressRefused(address)
    return socket.socket(family=info[0], type=info[1], proto=info[2])


def _problem(error: BaseException) -> Problem:
    """What to tell staff about `error`, looking through aiohttp's wrapping."""
    causes = (error, getattr(error, "os_error", None), error.__cause__, error.__context__)
    if any(isinstance(cause, AddressRefused) for cause in causes):
        return Problem.PRIVATE
    if any(isinstance(cause, _NameUnknown) for cause in causes):
        return Problem.DNS
    if isinstance(error, aiohttp.ClientConnectorCertificateError | ssl.SSLCertVerificationError):
        return Problem.CERTIFICATE
    if isinstance(error, TimeoutError):
        return Problem.TIMEOUT
    if isinstance(error, aiohttp.InvalidURL):
        return Problem.ADDRESS
    return Problem.CONNECTION
