"""How many calls a second the simulator serves: real HTTP, entity parsing on, limits off, one core for the server."""

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlencode

import aiohttp

TOKEN = "42:bench"  # noqa: S105 - any text is a token here
TEXT = (
    "<b>Alloggi, {n} assegnazioni in via Gola</b>\n\nDa <i>oggi</i> &amp; domani: "
    '<a href="https://esempio.it/notizie/{n}">leggi qui</a>, www.esempio.it #casa @portineria'
)
CHAT = -1001000000001
# bold, italic, text_link, url, hashtag and mention, and the two chats' types
LEAST_ENTITIES = 8
LENGTH = re.compile(rb"\r\nContent-Length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`per_second` by the wall clock; `per_core_second` by the CPU time the server itself used."""

    calls: int
    seconds: float
    server_cpu_seconds: float
    per_second: float
    per_core_second: float


async def bench(*, calls: int = 20_000, at_once: int = 32, state: str | None = None) -> Result:
    """Start a simulator of its own and send `calls` messages, `at_once` at a time."""
    extra = ["--state", state] if state else []
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.simulator", "--port", "0", *extra, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert server.stdout is not None  # noqa: S101 - a pipe was asked for
        base = (await server.stdout.readline()).decode().strip()
        return await _measure(base, server.pid, calls, at_once)
    finally:
        server.terminate()
        await server.wait()


async def _measure(base: str, pid: int, calls: int, at_once: int) -> Result:
    host = base.removeprefix("http://")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{base}/sim/limits", json={"scale": None}) as answer,
    ):
        answer.raise_for_status()
    await _send(host, range(500), at_once)
    cpu, started = _cpu_seconds(pid), perf_counter()
    await _send(host, range(calls), at_once)
    seconds, used = perf_counter() - started, _cpu_seconds(pid) - cpu
    return Result(
        calls=calls,
        seconds=round(seconds, 3),
        server_cpu_seconds=round(used, 3),
        per_second=round(calls / seconds, 1),
        per_core_second=round(calls / used, 1) if used else 0.0,
    )


async def _send(host: str, numbers: range, at_once: int) -> None:
    """Send from `at_once` kept-open connections.

    Bare HTTP over a stream: a client library would use more of the machine than the server that is measured.
    """
    address, _, port = host.partition(":")
    left = iter(numbers)

    async def work() -> None:
        reader, writer = await asyncio.open_connection(address, int(port))
        for number in left:
            writer.write(_request(host, number))
            body = await _answer(reader)
            if not body.startswith(b'{"ok":true') or body.count(b'"type":') < LEAST_ENTITIES:
                msg = f"the simulator answered {body.decode()}"
                raise RuntimeError(msg)
        writer.close()
        await writer.wait_closed()

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(work())


def _request(host: str, number: int) -> bytes:
    form = urlencode({"chat_id": CHAT, "text": TEXT.format(n=number), "parse_mode": "HTML"}).encode()
    head = (
        f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: {host}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n"
    )
    return head.encode() + form


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = LENGTH.search(head)
    if length is None:
        msg = f"no length in {head.decode()}"
        raise RuntimeError(msg)
    return await reader.readexactly(int(length[1]))


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process, from Linux's /proc; 0 elsewhere."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123 - a kernel file, read at once
            fields = stat.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    result = asyncio.run(bench())
    sys.stdout.write(
        f"simulator: {result.per_second:.0f} sendMessage/s by the clock, "
        f"{result.per_core_second:.0f} per second of the server's CPU ({result.calls} calls)\n"
    )


if __name__ == "__main__":
    main()
