"""getUpdates: long polling with one poller a bot."""

import asyncio
import contextlib
from dataclasses import dataclass, field

from bot.simulator import updates
from bot.simulator.errors import ApiError, conflict
from bot.simulator.records import Bot, Json
from bot.simulator.world import World

LONGEST_POLL = 50.0
REPEATED_CONFLICT = 3.0
REPEATED_OFFSET = 0.5
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(slots=True)
class Poller:
    """What is known of one bot's polling."""

    waiting: object | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    last_conflict: float = -1e9
    last_offset: int | None = None
    last_at: float = -1e9
    last_was_full: bool = False


class Polling:
    def __init__(self, world: World) -> None:
        self.world = world
        self._pollers: dict[int, Poller] = {}
        self._closing = False

    def wake(self, bot_id: int) -> None:
        """Something changed for this bot: an update, or its webhook."""
        poller = self._pollers.get(bot_id)
        if poller is not None:
            poller.changed.set()

    def close(self) -> None:
        """Let every waiting poll answer, so that the server can end."""
        self._closing = True
        for poller in self._pollers.values():
            poller.changed.set()

    async def get_updates(self, bot: Bot, params: Json) -> list[Json]:
        """Raises ApiError 409 where a webhook is set or another poller takes over."""
        if bot.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        poller = self._pollers.setdefault(bot.id, Poller())
        updates.remember_allowed(self.world, bot, params.get("allowed_updates"))
        updates.confirm(self.world, bot, params.get("offset", 0))
        limit = self._limit(poller, params)
        found = updates.batch(self.world, bot, limit)
        timeout = min(LONGEST_POLL, max(0, params.get("timeout", 0)))
        if not found and timeout:
            found = await self._wait(bot, poller, limit, timeout)
        poller.last_was_full = bool(found)
        return found

    def _limit(self, poller: Poller, params: Json) -> int | None:
        """The same offset again within half a second gets one update: the client may be stuck on one."""
        now = asyncio.get_running_loop().time()
        offset = params.get("offset")
        again = offset is not None and offset == poller.last_offset and now - poller.last_at < REPEATED_OFFSET
        limit = 1 if again and poller.last_was_full else params.get("limit")
        poller.last_offset, poller.last_at = offset, now
        return limit

    async def _wait(self, bot: Bot, poller: Poller, limit: int | None, timeout: float) -> list[Json]:
        loop = asyncio.get_running_loop()
        mine = object()
        poller.waiting = mine
        # Wakes the poll that waited until now, which sees that its place is taken.
        poller.changed.set()
        self.world.polling.add(bot.id)
        deadline = loop.time() + timeout
        try:
            while not self._closing and loop.time() < deadline:
                poller.changed.clear()
                await _news(poller, deadline - loop.time())
                if poller.waiting is not mine:
                    raise await self._conflict(poller)
                if bot.webhook:
                    raise conflict(WEBHOOK_SET)
                if found := updates.batch(self.world, bot, limit):
                    return found
        finally:
            if poller.waiting is mine:
                poller.waiting = None
                self.world.polling.discard(bot.id)
        return []

    async def _conflict(self, poller: Poller) -> ApiError:
        """Conflicts that follow each other are answered slowly, to calm two fighting instances."""
        now = asyncio.get_running_loop().time()
        repeated = now - poller.last_conflict < REPEATED_CONFLICT
        poller.last_conflict = now
        if repeated:
            await asyncio.sleep(REPEATED_CONFLICT)
        return conflict(OTHER_POLLER)


async def _news(poller: Poller, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await poller.changed.wait()
