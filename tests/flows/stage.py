"""The whole bot as people meet it: simulator and bot as real processes, a real feed server, driven over HTTP."""

import asyncio
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import aiohttp
from aiohttp import web

from tests import warm

TENANT, JOURNALIST, PRESS_OFFICER = 200000001, 300000001, 123456789
PRESS_CHANNEL, PUBLIC_CHANNEL, STAFF_GROUP = -1001000000001, -1001000000002, -1001000000003
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0  # seconds a flow may take; a wait that ends late says what it waited for

CONFIG = """
[telegram]
base_url = "{simulator}/bot"
press_channel = {press}
public_channel = {public}
staff_group = {staff}
[storage]
path = "portineria.db"
[fetch]
allow_private_networks = true
[pace]
chat_per_second = 50.0
group_per_minute = 600.0
[search]
meaning = false
[log]
level = "DEBUG"
[[feeds]]
url = "{feed}/feed.xml"
housing_categories = ["Casa e Housing sociale"]
every = "1s"
[[staff]]
id = {officer}
role = "owner"
"""


@dataclass
class FeedServer:
    """A newsroom's feed on loopback: append items and they are out."""

    items: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    polls: int = 0

    def publish(self, guid: str, title: str, text: str, *, category: str = "Casa e Housing sociale") -> None:
        """One item, as new as now."""
        entry = {"guid": guid, "title": title, "text": text, "category": category}
        self.items = [item for item in self.items if item["guid"] != guid]
        self.items.insert(0, entry | {"date": format_datetime(datetime.now(UTC))})

    async def _feed(self, _request: web.Request) -> web.Response:
        self.polls += 1
        entries = "".join(
            f"<item><title>{escape(item['title'])}</title><link>{self.address}/{item['guid']}</link>"
            f"<guid isPermaLink='false'>{item['guid']}</guid><pubDate>{item['date']}</pubDate>"
            f"<category>{escape(item['category'])}</category><description>{escape(item['text'])}</description></item>"
            for item in self.items
        )
        body = (
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>Prova</title>{entries}</channel></rss>"
        )
        return web.Response(text=body, content_type="application/rss+xml")

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Serve while inside."""
        app = web.Application()
        app.router.add_get("/feed.xml", self._feed)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield
        finally:
            await runner.cleanup()


class Stage:
    """One world, one bot that can be killed and started again, and the people who use it."""

    def __init__(self, folder: Path, simulator: str, feed: FeedServer, http: aiohttp.ClientSession) -> None:
        self.folder = folder
        self.simulator = simulator
        self.feed = feed
        self._http = http
        self._bot: ForkServerProcess | None = None
        self.log_file = folder / "bot.log"

    # the bot

    async def start_bot(self) -> None:
        """Start the real entry point and wait until it says so."""
        before = self._starts()
        self._bot = warm.start(
            *("run", "--config", str(self.folder / "config.toml")),
            output=self.log_file,
            environment={"PORTINERIA_TOKEN": "123456:a-token-that-must-not-leak"},
        )
        await self.until(lambda: self._starts() > before, "the bot starts")

    @property
    def bot_pid(self) -> int:
        """Of the running bot."""
        assert self._bot is not None
        assert self._bot.pid is not None
        return self._bot.pid

    async def kill_bot(self) -> None:
        """kill -9."""
        await self._end(ForkServerProcess.kill)

    async def stop_bot(self) -> int:
        """SIGTERM; the exit status."""
        return await self._end(ForkServerProcess.terminate)

    async def _end(self, how: Callable[[ForkServerProcess], None]) -> int:
        if self._bot is None:
            return 0
        process, self._bot = self._bot, None
        how(process)
        return await warm.ended(process, within=15.0)

    def _starts(self) -> int:
        return self.log().count(" started bot=")

    def log(self) -> str:
        """Everything the bot has logged."""
        return _read(self.log_file)

    # people

    async def say(self, user: int, text: str | None = None, **more: Any) -> dict[str, Any]:
        """Somebody writes, or sends a `photo` or a `voice`."""
        said: dict[str, Any] = await self.post(
            f"/sim/users/{user}/say", **({} if text is None else {"text": text}), **more
        )
        return said

    async def press(self, user: int, message: dict[str, Any], label: str) -> str:
        """Somebody taps the button whose label begins with `label`; the query's id."""
        for row in message["reply_markup"]["inline_keyboard"]:
            for button in row:
                if button["text"].startswith(label):
                    return await self.tap(user, message, button["callback_data"])
        raise AssertionError(f"no button {label!r} under {message.get('text')!r}")

    async def tap(self, user: int, message: dict[str, Any], data: str) -> str:
        """Any callback data, also forged."""
        answer = await self.post(
            f"/sim/users/{user}/press",
            chat=message["chat"]["id"],
            message_id=message["message_id"],
            data=data,
        )
        return str(answer["query_id"])

    async def toast(self, query_id: str) -> str:
        """What the tap was answered with."""

        async def answered() -> dict[str, Any] | None:
            query = await self.get(f"/sim/queries/{query_id}")
            return query if query["answered"] else None

        return str((await self.until(answered, "the tap is answered"))["text"] or "")

    async def messages(self, chat: int, *, after: int = 0) -> list[dict[str, Any]]:
        """What stands in a chat."""
        found: list[dict[str, Any]] = await self.get(f"/sim/chats/{chat}/messages?after={after}&limit=1000")
        return [message for message in found if not message.get("deleted")]

    async def from_bot(self, chat: int) -> list[dict[str, Any]]:
        """What the bot (or the channel) has written there."""
        return [
            message
            for message in await self.messages(chat)
            if message.get("from", {}).get("is_bot") or message["chat"]["type"] == "channel"
        ]

    async def reads(self, chat: int, words: str) -> dict[str, Any]:
        """Wait until the bot's message with these words stands in the chat."""

        async def there() -> dict[str, Any] | None:
            found = [message for message in await self.from_bot(chat) if words in text_of(message)]
            return found[-1] if found else None

        message: dict[str, Any] = await self.until(there, f"{words!r} stands in chat {chat}")
        return message

    async def settled(self) -> None:
        """Wait until two more polls of the feed have gone by."""
        goal = self.feed.polls + 2
        await self.until(lambda: self.feed.polls >= goal, "two more polls")

    async def until(self, condition: Callable[[], Any], what: str) -> Any:
        """The first true value of `condition` (a function or a coroutine function)."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < deadline:
            value = condition()
            if asyncio.iscoroutine(value):
                value = await value
            if value:
                return value
            await asyncio.sleep(0.05)
        raise AssertionError(f"waited in vain until {what}\n--- log\n{self.log()[-4000:]}")

    # HTTP

    async def get(self, path: str) -> Any:
        """GET from the simulator."""
        async with self._http.get(self.simulator + path) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        """POST to the simulator."""
        async with self._http.post(self.simulator + path, json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def clear_faults(self) -> None:
        """Telegram is well again."""
        async with self._http.delete(f"{self.simulator}/sim/faults") as response:
            assert response.status == 200

    async def calls(self, method: str) -> list[dict[str, Any]]:
        """The calls of one method that had an effect, as the receiver saw them."""
        log: list[dict[str, Any]] = await self.get("/sim/log?limit=10000")
        return [call for call in log if call["method"] == method and call["applied"]]


def bot_command(*arguments: str) -> tuple[str, ...]:
    """The real entry point."""
    return (sys.executable, "-m", "bot", *arguments)


@asynccontextmanager
async def running_demo(folder: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """`portineria demo` on a free port: its process and address. It must end well when asked to."""
    with (folder / "demo.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *bot_command("demo", "--no-browser", "--port", "0", "--data", str(folder / "data")),
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, (folder / "demo.log").read_text()[-2000:]
        yield process, found[0]
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        status = await asyncio.wait_for(process.wait(), 20)
        await process.stdout.read()
    assert status == 0


def text_of(message: dict[str, Any]) -> str:
    """A message's text or caption."""
    return str(message.get("text") or message.get("caption") or "")


@asynccontextmanager
async def open_stage(folder: Path, *, cards: Path) -> AsyncIterator[Stage]:
    """A simulator of its own, a copy of the database `cards` with the starter cards, and a bot that is running."""
    feed = FeedServer()
    feed.publish("vecchia", "Una notizia di prima", "C'era già.")
    said = folder / "simulator.log"
    simulator = warm.start("simulator", "--port", "0", output=said)
    try:
        address = await first_line(said)
        async with feed.serving(), aiohttp.ClientSession() as http:
            stage = Stage(folder, address, feed, http)
            (folder / "config.toml").write_text(
                CONFIG.format(
                    simulator=address,
                    feed=feed.address,
                    press=PRESS_CHANNEL,
                    public=PUBLIC_CHANNEL,
                    staff=STAFF_GROUP,
                    officer=PRESS_OFFICER,
                )
            )
            shutil.copyfile(cards, folder / "portineria.db")
            # Telegram's own pace has tests and a bench of its own; here every fourth answer would be held for a second.
            await stage.post("/sim/limits", scale=None)
            try:
                await stage.start_bot()
                yield stage
            finally:
                await stage.stop_bot()
    finally:
        simulator.kill()
        await warm.ended(simulator)


async def first_line(file: Path) -> str:
    """The first line a process writes there, once it is whole."""
    async with asyncio.timeout(PATIENCE):
        while "\n" not in (text := await asyncio.to_thread(_read, file)):
            await asyncio.sleep(0.01)
    return text.partition("\n")[0]


def _read(file: Path) -> str:
    return file.read_text("utf-8", "replace") if file.exists() else ""


def import_cards(db: Path) -> None:
    """The starter cards, by the command an editor would use."""
    done = subprocess.run(
        bot_command("cards", "import", str(ROOT / "knowledge"), "--db", str(db)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
