"""A simulator on a loopback port for each test, and short ways to talk to it."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.simulator.server import serve

TOKEN = "42:simulator-test"
BOT = 42
PRESS, PUBLIC, GROUP = -1001000000001, -1001000000002, -1001000000003
TENANT, JOURNALIST, STAFF = 200000001, 300000001, 123456789
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)


async def until(found: Callable[[], Awaitable[Any]]) -> Any:
    """What `found` answers as soon as that is true; the test's time limit ends a wait in vain."""
    while not (value := await found()):
        await asyncio.sleep(0.01)
    return value


@dataclass
class Sim:
    base: str
    http: aiohttp.ClientSession

    async def raw(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, Any]:
        """Status and JSON of one Bot API call; parameters go as JSON."""
        async with self.http.post(f"{self.base}/bot{token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, token: str = TOKEN, **params: Any) -> Any:
        status, body = await self.raw(method, token, **params)
        assert body["ok"], body
        assert status == 200
        return body["result"]

    async def error(self, method: str, token: str = TOKEN, **params: Any) -> str:
        """`"CODE text"` of a call that must fail."""
        status, body = await self.raw(method, token, **params)
        assert not body["ok"], body
        assert status == body["error_code"]
        return f"{body['error_code']} {body['description']}"

    async def get(self, path: str, **query: Any) -> Any:
        async with self.http.get(f"{self.base}/sim/{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self.http.post(f"{self.base}/sim/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def refused(self, path: str, **body: Any) -> str:
        """The text of an error of the simulator's own API."""
        async with self.http.post(f"{self.base}/sim/{path}", json=body) as answer:
            assert answer.status in {400, 404}, await answer.text()
            return str((await answer.json())["error"])

    async def say(self, user: int, text: str, **more: Any) -> Any:
        return await self.post(f"users/{user}/say", text=text, **more)

    async def updates(self, **params: Any) -> list[Any]:
        """All waiting updates, confirmed."""
        found = await self.ok("getUpdates", **params)
        if found:
            await self.ok("getUpdates", offset=found[-1]["update_id"] + 1)
        return list(found)

    async def polled(self) -> None:
        """Waits until the bot's poll waits at the server."""

        async def polling() -> bool:
            return bool((await self.get("state"))["bots"][0]["polling"])

        await until(polling)

    async def messages(self, chat: int, **query: Any) -> list[Any]:
        return list(await self.get(f"chats/{chat}/messages", **query))


@contextlib.asynccontextmanager
async def running(state_file: Path | None = None) -> AsyncIterator[Sim]:
    """A simulator in this process."""
    ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    server = asyncio.create_task(serve(port=0, state_file=state_file, ready=ready.set_result))
    try:
        async with asyncio.timeout(10):
            port = await ready
        async with aiohttp.ClientSession() as http:
            yield Sim(base=f"http://127.0.0.1:{port}", http=http)
    finally:
        server.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await server


@pytest.fixture
async def sim() -> AsyncIterator[Sim]:
    """A fresh simulator with limits off and the test's bot known."""
    async with running() as one:
        await one.post("limits", scale=None)
        await one.ok("getMe")
        yield one


@dataclass
class Process:
    """A simulator as a process of its own, to be killed."""

    process: asyncio.subprocess.Process
    sim: Sim

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()


Starter = Callable[..., Awaitable[Process]]


@pytest.fixture
async def start() -> AsyncIterator[Starter]:
    """Starts simulator processes; each is gone when the test ends."""
    started: list[asyncio.subprocess.Process] = []
    async with aiohttp.ClientSession() as http:

        async def begin(*options: str) -> Process:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.simulator", "--port", "0", *options, stdout=asyncio.subprocess.PIPE
            )
            started.append(process)
            assert process.stdout is not None
            line = await process.stdout.readline()
            return Process(process=process, sim=Sim(base=line.decode().strip(), http=http))

        yield begin
        for process in started:
            if process.returncode is None:
                process.kill()
                await process.wait()
