"""Deliveries to webhooks: in order for each chat, again until they succeed."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from bot.simulator import updates
from bot.simulator.records import Bot, Pending
from bot.simulator.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
TIMEOUT = aiohttp.ClientTimeout(total=60)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 64.0
LONGEST_RETRY_AFTER = 3600.0
GONE_FOR = 23 * 3600.0
Run = Callable[[Bot, dict[str, Any]], Awaitable[None]]


class Webhooks:
    """One deliverer a bot. `run` carries out a method that a webhook names in its answer."""

    def __init__(self, world: World, run: Run) -> None:
        self.world = world
        self.run = run
        self.changed: Callable[[], None] = lambda: None
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._news: dict[int, asyncio.Event] = {}
        self._session: aiohttp.ClientSession | None = None

    def wake(self, bot_id: int) -> None:
        bot = self.world.tables.bot(bot_id)
        if bot is None or not bot.webhook:
            return
        self._news.setdefault(bot_id, asyncio.Event()).set()
        task = self._tasks.get(bot_id)
        if task is None or task.done():
            self._tasks[bot_id] = asyncio.get_running_loop().create_task(self._deliver(bot))

    async def close(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        for task in self._tasks.values():
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._session is not None:
            await self._session.close()

    async def _deliver(self, bot: Bot) -> None:
        news = self._news[bot.id]
        busy: set[int] = set()
        async with asyncio.TaskGroup() as group:
            while bot.webhook:
                news.clear()
                for pending in self._next(bot, busy):
                    busy.add(pending.lane)
                    group.create_task(self._one(bot, pending, busy, news))
                await news.wait()

    def _next(self, bot: Bot, busy: set[int]) -> list[Pending]:
        """The first update of each chat that has none under way, up to the connections allowed."""
        chosen: dict[int, Pending] = {}
        room = bot.webhook.get("max_connections", 40) - len(busy)
        for pending in updates.waiting(self.world, bot):
            if len(chosen) >= room:
                break
            if pending.lane not in busy:
                chosen.setdefault(pending.lane, pending)
        return list(chosen.values())

    async def _one(self, bot: Bot, pending: Pending, busy: set[int], news: asyncio.Event) -> None:
        pause = FIRST_PAUSE
        try:
            while bot.webhook and self._waits(pending):
                wait = await self._attempt(bot, pending)
                if wait is None:
                    break
                await asyncio.sleep(max(wait, pause))
                pause = min(pause * 2, LONGEST_PAUSE)
        finally:
            busy.discard(pending.lane)
            news.set()

    def _waits(self, pending: Pending) -> bool:
        return self.world.tables.get(Pending, pending.key) is not None

    async def _attempt(self, bot: Bot, pending: Pending) -> float | None:
        """None when it was delivered, else the seconds the receiver asks for (0 if it does not)."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT)
        headers = {SECRET_HEADER: bot.webhook["secret"]} if bot.webhook["secret"] else {}
        try:
            async with self._session.post(
                bot.webhook["url"], json=pending.body, headers=headers, allow_redirects=False, ssl=False
            ) as answer:
                body = await answer.read()
                return await self._judge(bot, pending, answer, body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(bot, f"Connection failed: {type(error).__name__}")
            return 0.0

    async def _judge(
        self, bot: Bot, pending: Pending, answer: aiohttp.ClientResponse, body: bytes
    ) -> float | None:
        if 200 <= answer.status < 300:
            self.world.tables.drop(pending)
            bot.webhook.pop("gone_since", None)
            await self._run_answer(bot, body)
            self.changed()
            return None
        self._failed(bot, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        if answer.status == 410:
            self._gone(bot)
        asked = answer.headers.get("Retry-After", "")
        return min(float(asked), LONGEST_RETRY_AFTER) if asked.isdigit() else 0.0

    async def _run_answer(self, bot: Bot, body: bytes) -> None:
        with contextlib.suppress(ValueError):
            given = json.loads(body)
            if isinstance(given, dict) and isinstance(given.get("method"), str):
                await self.run(bot, given)

    def _failed(self, bot: Bot, problem: str) -> None:
        if bot.webhook:
            bot.webhook = {
                **bot.webhook,
                "last_error_date": self.world.clock.now(),
                "last_error_message": problem,
            }
            self.world.tables.put(bot)
            self.changed()

    def _gone(self, bot: Bot) -> None:
        """A receiver that says 410 for 23 hours loses its webhook."""
        since = bot.webhook.setdefault("gone_since", self.world.clock.time())
        if self.world.clock.time() - since >= GONE_FOR:
            bot.webhook = {}
            self.world.tables.put(bot)
