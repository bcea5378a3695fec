"""What browser tests share: the simulator in a process of its own, a bot in a few lines, headless Chromium."""

import asyncio
import contextlib
import json
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, async_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TOKEN = "123:prova"
TENANT = 200000001
JOURNALIST = 300000001
STAFF = 123456789
PRESS = -1001000000001
PUBLIC = -1001000000002
GROUP = -1001000000003


def require_chromium() -> str:
    """The browser's path. Without it tests skip on a desk and fail in CI, where they must run."""
    path = shutil.which(CHROMIUM)
    if path is None:
        reason = f"{CHROMIUM} is missing: install Debian's package `chromium`"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulator:
    """A running simulator: `bot` speaks the Bot API to it, `sim` its own API."""

    base: str
    http: aiohttp.ClientSession
    process: asyncio.subprocess.Process

    async def stop(self) -> None:
        """End it now, as if the machine lost it."""
        self.process.kill()
        await self.process.wait()

    async def bot(self, method: str, **params: Any) -> Any:
        """The `result` of a Bot API call. Raises AssertionError with the answer where it is not ok."""
        async with self.http.post(f"{self.base}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def upload(self, method: str, files: dict[str, tuple[str, bytes, str]], **params: Any) -> Any:
        """The same as multipart; `files` are name → (file name, bytes, MIME type)."""
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (file_name, data, mime) in files.items():
            form.add_field(name, data, filename=file_name, content_type=mime)
        async with self.http.post(f"{self.base}/bot{TOKEN}/{method}", data=form) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def sim(self, method: str, path: str, body: Any = None) -> Any:
        async with self.http.request(method, f"{self.base}{path}", json=body) as response:
            answer = await response.json()
        assert response.status == 200, answer
        return answer

    async def say(self, user: int, text: str, **more: Any) -> Any:
        return await self.sim("POST", f"/sim/users/{user}/say", {"text": text, **more})

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.sim("GET", f"/sim/chats/{chat}/messages?limit=100")
        return found

    async def update(self, kind: str) -> dict[str, Any]:
        """The next update of this kind; the others are confirmed and dropped."""
        offset = 0
        for _ in range(20):
            for update in await self.bot("getUpdates", offset=offset, timeout=2):
                offset = update["update_id"] + 1
                if kind in update:
                    await self.bot("getUpdates", offset=offset, timeout=0)
                    found: dict[str, Any] = update[kind]
                    return found
        raise AssertionError(f"no {kind} came")

    async def reset(self) -> None:
        """The world of the start, with a bot in it that the tenant has started, and no flood limits."""
        await self.sim("POST", "/sim/reset", {})
        await self.sim("POST", "/sim/limits", {"scale": None})
        await self.bot("getMe")
        await self.say(TENANT, "/start")


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    while line := await process.stdout.readline():
        if found := re.search(rb"http://127\.0\.0\.1:\d+", line):
            return found[0].decode()
    raise AssertionError("the simulator ended without printing its address")


@contextlib.asynccontextmanager
async def simulator(*, port: int = 0, state: Path | None = None) -> AsyncIterator[Simulator]:
    """A simulator on a port of the loopback (0: any free one), ended with the block."""
    more = ("--state", str(state)) if state else ()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.simulator",
        "--port",
        str(port),
        *more,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        base = await asyncio.wait_for(_address(process), 30)
        async with aiohttp.ClientSession() as http:
            yield Simulator(base=base, http=http, process=process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    path = require_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


class Screen:
    """The open page with what it complained of: `problems` (console errors, exceptions) and `strangers`
    (requests to any other origin)."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.problems: list[str] = []
        self.strangers: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # The bare simulator has no demo: its 404 there is the agreed answer, yet browsers print it.
        place = str(message.location.get("url", ""))
        if message.type in {"error", "warning"} and not place.endswith("/demo/actions"):
            self.problems.append(f"{message.text} {place}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)

    async def open(self, address: str = "") -> "Screen":
        await self.page.goto(f"{self.base}/{address}")
        await self.page.wait_for_selector("html[data-ready=true]")
        return self

    def column(self, user: int) -> Locator:
        return self.page.get_by_test_id(f"column-{user}")

    def of(self, user: int, test_id: str) -> Locator:
        return self.column(user).get_by_test_id(test_id)

    def message(self, user: int, message: dict[str, Any]) -> Locator:
        return self.of(user, f"message-{message['message_id']}")

    async def say(self, user: int, text: str) -> None:
        await self.of(user, "composer").fill(text)
        await self.of(user, "send").click()


@contextlib.asynccontextmanager
async def screen(browser: Browser, base: str, **options: Any) -> AsyncIterator[Screen]:
    """A page of its own, desktop size unless told; closed with the block."""
    settings: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "it-IT", **options}
    context = await browser.new_context(**settings)
    context.set_default_timeout(8000)
    try:
        yield Screen(await context.new_page(), base)
    finally:
        await context.close()
