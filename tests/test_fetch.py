"""The fetcher against real servers on this machine, well-behaved and hostile."""

import asyncio
import gzip
import shutil
import ssl
import subprocess
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.core.feed import Failed, NotModified, Page, Problem, Response, Validators
from bot.fetch import BODY_LIMIT, RAW_LIMIT, Fetcher, Reach, is_public

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NONE = Validators()
SHORT = aiohttp.ClientTimeout(total=1.0, connect=0.8, sock_connect=0.8, sock_read=0.5)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def site(handler: Handler, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/{path:.*}", handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def get(
    handler: Handler, *, validators: Validators = NONE, times: aiohttp.ClientTimeout = SHORT
) -> Response:
    async with (
        site(handler) as url,
        Fetcher(user_agent="t", allow_private_networks=True, times=times) as fetcher,
    ):
        return await fetcher.fetch(f"{url}/feed", validators=validators, now=NOW)


def problem(response: Response) -> Problem:
    assert isinstance(response, Failed)
    return response.problem


async def test_a_body_arrives_with_its_validators() -> None:
    async def handler(_: web.Request) -> web.Response:
        headers = {"ETag": '"1"', "Last-Modified": "x", "Cache-Control": "public, max-age=600"}
        return web.Response(body=b"<rss/>", content_type="text/xml", headers=headers)

    page = await get(handler)
    assert isinstance(page, Page)
    assert (bytes(page.body), page.etag, page.last_modified) == (b"<rss/>", '"1"', "x")
    assert page.fresh_for == timedelta(minutes=10)


async def test_validators_make_the_request_conditional_and_a_304_is_understood() -> None:
    async def handler(request: web.Request) -> web.Response:
        same = request.headers["If-None-Match"] == '"1"' and request.headers["If-Modified-Since"] == "then"
        return web.Response(status=304 if same else 200)

    answer = await get(handler, validators=Validators(etag='"1"', last_modified="then"))
    assert isinstance(answer, NotModified)


async def test_an_unconditional_request_asks_caches_on_the_way_to_look_again() -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(body=str(request.headers.get("Cache-Control")).encode())

    page = await get(handler)
    assert isinstance(page, Page)
    assert page.body == b"no-cache"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"hello" * 1000)),
        ("deflate", zlib.compress(b"hello" * 1000)),
        ("deflate", zlib.compress(b"hello" * 1000)[2:-4]),
    ],
    ids=["gzip", "zlib", "raw"],
)
async def test_packed_bodies_are_unpacked(encoding: str, packed: bytes) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=packed, headers={"Content-Encoding": encoding})

    page = await get(handler)
    assert isinstance(page, Page)
    assert page.body == b"hello" * 1000


async def test_a_gzip_bomb_is_cut_off() -> None:
    bomb = gzip.compress(b"\0" * (BODY_LIMIT * 20))
    assert len(bomb) < RAW_LIMIT

    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    assert problem(await get(handler, times=aiohttp.ClientTimeout(total=20))) is Problem.TOO_BIG


async def test_an_endless_body_is_cut_off() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(b"x" * 65536)

    assert problem(await get(handler, times=aiohttp.ClientTimeout(total=20))) is Problem.TOO_BIG


async def test_a_server_that_dribbles_is_given_up_on() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(b"x")
            await asyncio.sleep(0.1)

    assert problem(await get(handler)) is Problem.TIMEOUT


async def test_a_server_that_says_nothing_is_given_up_on() -> None:
    async def handler(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    assert problem(await get(handler)) is Problem.TIMEOUT


@pytest.mark.parametrize(
    ("status", "expected"),
    [(401, "shield"), (403, "shield"), (404, "gone"), (410, "gone"), (429, "busy"), (503, "busy"), (500, "status"), (206, "status")],
)  # fmt: skip
async def test_only_200_and_304_are_answers(status: int, expected: str) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=status, body=b"<rss/>", headers={"Retry-After": "90"})

    answer = await get(handler)
    assert problem(answer) == expected
    assert isinstance(answer, Failed)
    assert answer.retry_after == timedelta(seconds=90)


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd"])
async def test_an_encoding_nobody_asked_for_is_refused(encoding: str) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=b"x", headers={"Content-Encoding": encoding})

    assert problem(await get(handler)) is Problem.ENCODING


async def test_a_damaged_gzip_body_is_a_failure_not_a_crash() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=b"not gzip at all", headers={"Content-Encoding": "gzip"})

    assert isinstance(await get(handler), Failed)


async def test_a_broken_off_connection_is_a_failure() -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    assert problem(await get(handler)) is Problem.CONNECTION


async def test_permanent_redirects_are_followed_and_told() -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/feed":
            return web.Response(status=301, headers={"Location": "/new"})
        return web.Response(body=b"here")

    page = await get(handler)
    assert isinstance(page, Page)
    assert page.moved_to is not None
    assert page.moved_to.endswith("/new")


async def test_a_temporary_redirect_moves_nothing() -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/feed":
            return web.Response(status=302, headers={"Location": "/new"})
        return web.Response(body=b"here")

    page = await get(handler)
    assert isinstance(page, Page)
    assert page.moved_to is None


async def test_redirects_without_end_are_given_up_on() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/feed"})

    assert problem(await get(handler)) is Problem.REDIRECTS


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://x.example/", "gopher://x.example/", "http://u:p@x.example/"]
)
async def test_a_redirect_out_of_the_web_is_refused(target: str) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    assert problem(await get(handler)) is Problem.ADDRESS


PRIVATE = [
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "2001:db8::1", "not an address",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_told_from_public_ones(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_let_through(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "169.254.169.254",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "127.1",
        "localhost",
    ],
)
async def test_no_notation_of_this_machine_is_gone_to(host: str) -> None:
    hits = []

    async def handler(request: web.Request) -> web.Response:
        hits.append(request)
        return web.Response()

    async with site(handler), Fetcher(user_agent="t", times=SHORT) as fetcher:
        answer = await fetcher.fetch(f"http://{host}/", validators=NONE, now=NOW)
    assert problem(answer) in {Problem.PRIVATE, Problem.ADDRESS}
    assert hits == []


@pytest.mark.parametrize(
    "inside",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://2130706433:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://0x7f.1:{port}/",
        "http://127.1:{port}/",
        "http://127.0.0.1.:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://localhost:{port}/",
        "http://x@127.0.0.1:{port}/",
        "http://127\u30020\u30020\u30021:{port}/",
        "http://inside.example:{port}/",
    ],
)
async def test_no_redirect_leads_inside(inside: str) -> None:
    """127.0.0.2 plays the public web, which sends its visitor to 127.0.0.1; both listen on one port."""
    visited = []

    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        visited.append(request.transport.get_extra_info("sockname")[0])
        target = inside.format(port=request.transport.get_extra_info("sockname")[1])
        return web.Response(status=302, headers={"Location": target})

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1" if host in {"inside.example", "localhost"} else "127.0.0.2"]

    runner = web.AppRunner(web.Application(), shutdown_timeout=0.1)
    runner.app.router.add_get("/{path:.*}", handler)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.2", 0).start()
    port = runner.addresses[0][1]
    await web.TCPSite(runner, "127.0.0.1", port).start()
    reach = Reach(allows=lambda address: address == "127.0.0.2", ports=None)
    try:
        async with Fetcher(user_agent="t", reach=reach, resolve=resolve, times=SHORT) as fetcher:
            answer = await fetcher.fetch(f"http://outside.example:{port}/", validators=NONE, now=NOW)
    finally:
        await runner.cleanup()
    assert problem(answer) in {Problem.PRIVATE, Problem.ADDRESS}
    assert visited == ["127.0.0.2"]


async def test_a_shield_that_says_it_is_busy_is_a_shield() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=503, headers={"CF-Mitigated": "challenge"})

    assert problem(await get(handler)) is Problem.SHIELD


async def test_a_304_nobody_asked_for_is_no_answer() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=304)

    assert problem(await get(handler)) is Problem.STATUS
    assert isinstance(await get(handler, validators=Validators(etag='"1"')), NotModified)


async def test_only_the_ports_of_the_web_are_gone_to() -> None:
    async with Fetcher(user_agent="t", times=SHORT) as fetcher:
        answer = await fetcher.fetch("http://notizie.example:6379/", validators=NONE, now=NOW)
    assert problem(answer) is Problem.ADDRESS


@pytest.mark.parametrize("addresses", [["10.0.0.7"], ["93.184.216.34", "10.0.0.7"], ["::ffff:10.0.0.7"]])
async def test_a_name_with_one_private_address_is_refused(addresses: list[str]) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return addresses

    async with Fetcher(user_agent="t", resolve=resolve, times=SHORT) as fetcher:
        answer = await fetcher.fetch("http://notizie.example/feed", validators=NONE, now=NOW)
    assert problem(answer) is Problem.PRIVATE


async def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    """A name that answers differently the second time (rebinding) is asked once only for each connection."""
    asked = []

    async def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["192.0.2.1"] if len(asked) == 1 else ["127.0.0.1"]

    async with Fetcher(user_agent="t", resolve=resolve, times=SHORT) as fetcher:
        first = await fetcher.fetch("http://notizie.example/", validators=NONE, now=NOW)
        second = await fetcher.fetch("http://notizie.example/", validators=NONE, now=NOW)
    assert (problem(first), problem(second)) == (Problem.PRIVATE, Problem.PRIVATE)


async def _nothing(_: web.Request) -> web.Response:
    return web.Response()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
async def test_a_certificate_nobody_vouches_for_is_named_as_the_cause(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["-keyout", str(key), "-out", str(certificate), "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(  # noqa: ASYNC221
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made], check=True, capture_output=True
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    async with (
        site(_nothing, tls=tls) as url,
        Fetcher(user_agent="t", allow_private_networks=True, times=SHORT) as fetcher,
    ):
        answer = await fetcher.fetch(url.replace("http:", "https:"), validators=NONE, now=NOW)
    assert problem(answer) is Problem.CERTIFICATE


async def test_a_server_that_speaks_no_tls_has_no_bad_certificate() -> None:
    async with (
        site(_nothing) as url,
        Fetcher(user_agent="t", allow_private_networks=True, times=SHORT) as fetcher,
    ):
        answer = await fetcher.fetch(url.replace("http:", "https:"), validators=NONE, now=NOW)
    assert problem(answer) is Problem.CONNECTION


async def test_an_unknown_name_is_a_dns_problem() -> None:
    async with Fetcher(user_agent="t", times=aiohttp.ClientTimeout(total=10)) as fetcher:
        answer = await fetcher.fetch("http://nowhere.invalid/feed", validators=NONE, now=NOW)
    assert problem(answer) is Problem.DNS


@pytest.mark.parametrize(
    "url", ["", "feed", "file:///etc/passwd", "http://", "http://[::1", "tg://x", "http://u:p@x.example/"]
)
async def test_what_is_no_web_address_is_refused(url: str) -> None:
    async with Fetcher(user_agent="t", times=SHORT) as fetcher:
        assert problem(await fetcher.fetch(url, validators=NONE, now=NOW)) is Problem.ADDRESS
