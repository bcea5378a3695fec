"""The web of `portineria bench hostile`, a process of its own: hostile bodies, hostile servers, good feeds, an inner service.

One port, by the address it is asked at: 127.0.0.2 is the outside, where `/body/N`, `/server/NAME` and `/good/N` are;
127.0.0.1 is the inside, where nothing may ever come. `GET /seen` (outside) tells how often the inside was asked, and when
each good feed was. Prints its port.
"""

import asyncio
import gzip
import json
import sys
import time
import zlib
from collections.abc import Awaitable, Callable
from contextlib import suppress

import click

from bot.bench.feeds_site import document
from bot.bench.hostile_bodies import BODIES, GOOD

INSIDE, OUTSIDE = "127.0.0.1", "127.0.0.2"
MEGABYTE = 1024 * 1024
Write = asyncio.StreamWriter

seen: dict[str, list[float]] = {"inside": []}
bodies: list[bytes] = []


def head(status: str, *lines: str, length: int | None = None) -> bytes:
    """The beginning of an answer."""
    fields = [f"HTTP/1.1 {status}", *lines]
    if length is not None:
        fields.append(f"Content-Length: {length}")
    return ("\r\n".join([*fields, "Connection: close", "", ""])).encode("latin-1")


async def send(writer: Write, body: bytes, *lines: str, status: str = "200 OK") -> None:
    """A whole answer."""
    writer.write(head(status, *lines, length=len(body)) + body)
    await writer.drain()


async def for_ever(writer: Write, piece: bytes, pause: float, *, first: bytes = b"") -> None:
    """`piece` again and again until the other side has enough."""
    writer.write(first)
    while True:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(pause)


def _bomb(wbits: int) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return packer.compress(bytes(64 * MEGABYTE)) + packer.flush()


def _to(target: str) -> Callable[[Write], Awaitable[None]]:
    async def redirect(writer: Write) -> None:
        await send(writer, b"", f"Location: {target}", status="302 Found")

    return redirect


def servers(port: int) -> dict[str, Callable[[Write], Awaitable[None]]]:
    """The ways a server can be bad, by name."""
    bombs = {name: _bomb(bits) for name, bits in (("gzip", 31), ("deflate", 15))}
    plain = head("200 OK", "Content-Type: text/xml")

    async def silent(_: Write) -> None:
        await asyncio.sleep(3600)

    async def reset(writer: Write) -> None:
        writer.transport.abort()

    async def bomb(writer: Write, kind: str) -> None:
        await send(writer, bombs[kind], f"Content-Encoding: {kind}")

    async def twice_packed(writer: Write) -> None:
        await send(writer, gzip.compress(bombs["gzip"]), "Content-Encoding: gzip, gzip")

    async def raw(writer: Write, data: bytes) -> None:
        writer.write(data)
        await writer.drain()

    inner = [
        f"http://{INSIDE}:{port}/", f"http://2130706433:{port}/", f"http://0177.0.0.1:{port}/", f"http://0x7f.0.0.1:{port}/",
        f"http://0x7f000001:{port}/", f"http://127.1:{port}/", f"http://[::ffff:127.0.0.1]:{port}/", f"http://[::1]:{port}/",
        f"http://127.0.0.1.:{port}/", f"http://localhost:{port}/", f"http://LOCALHOST.:{port}/", f"http://inside.example:{port}/",
        f"http://x.example@{INSIDE}:{port}/", f"http://①②⑦.⓪.⓪.①:{port}/", f"http://127。0。0。1:{port}/",
        f"http://%31%32%37.0.0.1:{port}/", f"//{INSIDE}:{port}/", f"http://both.example:{port}/", f"http://0/:{port}/",
        "file:///etc/passwd", "gopher://127.0.0.1/", "http://inside.example:22/",
    ]  # fmt: skip
    return {
        "silent": silent,
        "reset": reset,
        "slow header": lambda writer: for_ever(writer, b"X-A: b\r\n", 0.5, first=b"HTTP/1.1 200 OK\r\n"),
        "slow body": lambda writer: for_ever(writer, b"<", 0.2, first=plain),
        "endless body": lambda writer: for_ever(writer, b"x" * 65536, 0, first=plain),
        "endless header": lambda writer: for_ever(
            writer, b"X-A: " + b"b" * 4096 + b"\r\n", 0, first=b"HTTP/1.1 200 OK\r\n"
        ),
        "one endless header line": lambda writer: for_ever(
            writer, b"b" * 65536, 0, first=b"HTTP/1.1 200 OK\r\nX: "
        ),
        "many headers": lambda writer: send(writer, GOOD, *(f"X-{n}: a" for n in range(20_000))),
        "gzip bomb": lambda writer: bomb(writer, "gzip"),
        "deflate bomb": lambda writer: bomb(writer, "deflate"),
        "gzip in gzip": twice_packed,
        "broken gzip": lambda writer: send(writer, b"\x1f\x8b" + b"x" * 5000, "Content-Encoding: gzip"),
        "an unknown packing": lambda writer: send(writer, b"x" * 5000, "Content-Encoding: br"),
        "100 MB": lambda writer: for_ever(
            writer, b"x" * MEGABYTE, 0, first=head("200 OK", length=100 * MEGABYTE)
        ),
        "a length that lies": lambda writer: raw(writer, head("200 OK", length=9_000_000) + GOOD),
        "a length that is none": lambda writer: raw(
            writer, b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + GOOD
        ),
        "chunks that lie": lambda writer: raw(
            writer, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\nx"
        ),
        "no HTTP": lambda writer: raw(writer, b"SSH-2.0-x\r\n" * 100),
        "nothing": lambda writer: raw(writer, b""),
        "a feed as 500": lambda writer: send(writer, GOOD, status="500 Oops"),
        "a 304 nobody asked for": lambda writer: raw(writer, head("304 Not Modified")),
        "redirects without end": lambda writer: send(writer, b"", "Location: ?again", status="301 Moved"),
        "a redirect nowhere": lambda writer: send(writer, b"", status="302 Found"),
        "a huge redirect": lambda writer: send(writer, b"", "Location: /" + "a" * 7000, status="302 Found"),
        **{f"to {target}": _to(target.encode().decode("latin-1")) for target in inner},
    }


async def serve(
    reader: asyncio.StreamReader, writer: Write, bad: dict[str, Callable[[Write], Awaitable[None]]]
) -> None:
    """Answer one request."""
    with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        if writer.get_extra_info("sockname")[0] != OUTSIDE:
            seen["inside"].append(time.time())
            await send(writer, b"secret")
        else:
            await _outside(request.split()[1].split("?")[0], writer, bad)
    with suppress(ConnectionError):
        writer.close()
        await writer.wait_closed()


async def _outside(path: str, writer: Write, bad: dict[str, Callable[[Write], Awaitable[None]]]) -> None:
    kind, _, rest = path.removeprefix("/").partition("/")
    if kind == "body":
        await send(writer, bodies[int(rest)], "Content-Type: application/rss+xml")
    elif kind == "server":
        await list(bad.values())[int(rest)](writer)
    elif kind == "good":
        seen.setdefault(rest, []).append(time.time())
        await send(writer, document(int(rest), 20, len(seen[rest])), "Content-Type: application/rss+xml")
    else:
        await send(writer, json.dumps(seen).encode())


async def main() -> None:
    """Serve until killed."""
    bodies.extend(make() for make in BODIES.values())
    outside = await asyncio.start_server(lambda r, w: serve(r, w, bad), OUTSIDE, 0)
    port = outside.sockets[0].getsockname()[1]
    bad = servers(port)
    inside = await asyncio.start_server(lambda r, w: serve(r, w, bad), INSIDE, port)
    click.echo(json.dumps({"port": port, "body": list(BODIES), "server": list(bad)}))
    sys.stdout.flush()
    await asyncio.gather(outside.serve_forever(), inside.serve_forever())


if __name__ == "__main__":
    asyncio.run(main())
