"""The one sender: everything unsolicited leaves here, claimed before the call, one at a time per chat.

due rows ─▶ pace ─▶ claim (commit) ─▶ gateway ─▶ next_step ─▶ settle (commit)
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol, assert_never

import structlog

from bot.core.delivery import (
    Delivery,
    Done,
    GiveUp,
    Hold,
    Move,
    Operation,
    Retry,
    Step,
    may_repeat,
    next_step,
)
from bot.core.outcome import Outcome, Sent, Throttled, Unsent
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.pace import Pace
from bot.services.clock import Clock
from bot.services.draining import until_idle
from storage import outbox
from storage.database import Database, Transaction, to_the_end

log = structlog.get_logger(__name__)

AT_ONCE = 16  # chats served side by side
LOOK_AHEAD = 200  # due rows looked at in one go
TICK = 1.0  # seconds between looks when nobody wakes us
NETWORK_DOWN_WAIT = 5.0  # seconds everybody waits after a send that could not leave


class Posts(Protocol):
    """What the sender needs of the gateway."""

    async def send(
        self, chat_id: int, item: Outgoing | ContactCard, *, thread_id: int | None = None
    ) -> Outcome:
        """Send one message."""

    async def edit(self, chat_id: int, message_id: int, item: Outgoing) -> Outcome:
        """Make a message say `item`."""


OnLost = Callable[[Transaction, Delivery], Awaitable[None]]
OnHeld = Callable[[Transaction, Delivery, datetime], Awaitable[None]]


class Sender:
    """Runs until cancelled. `on_lost` ends what a lost chat had; `on_held` tells staff about a doubtful message."""

    def __init__(self, db: Database, posts: Posts, *, pace: Pace, clock: Clock, on_lost: OnLost) -> None:
        self._db = db
        self._posts = posts
        self._pace = pace
        self._clock = clock
        self._on_lost = on_lost
        self.on_held: OnHeld = _nobody_to_tell
        self._awake = asyncio.Event()
        self._busy: set[int] = set()
        self._not_before = 0.0

    def wake(self) -> None:
        """Look at the rows now instead of at the next tick."""
        self._awake.set()

    async def run(self) -> None:
        """Settle what the last process left open, then send for ever."""
        await self.take_stock()
        async with asyncio.TaskGroup() as group:
            try:
                await self._send_for_ever(group)
            except asyncio.CancelledError:
                # A message on its way when we are told to end is not left in doubt for want of a second.
                await to_the_end(until_idle(self._busy))
                raise

    async def _send_for_ever(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._awake.clear()
            pause = await self._start_ready(group)
            # Not wait_for: in Python 3.11 it can swallow the cancellation that ends us.
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._awake.wait()

    async def take_stock(self) -> None:
        """Rows that were on their way when the last process ended: nobody knows whether they arrived."""
        for delivery in await outbox.open_rows(self._db):
            now = self._clock()
            async with self._db.write() as tx:
                if may_repeat(delivery):
                    await outbox.retry(tx, delivery, at=now, reason="restarted", whole_chat=False)
                elif await outbox.hold(tx, delivery, "the process ended while it was on its way"):
                    await self.on_held(tx, delivery, now)

    async def _start_ready(self, group: asyncio.TaskGroup) -> float:
        """Start what may go now; the seconds until something else may."""
        at = asyncio.get_running_loop().time()
        if at < self._not_before:
            return self._not_before - at
        pause = TICK
        for row in await outbox.next_due(self._db, now=self._clock(), limit=LOOK_AHEAD):
            if len(self._busy) >= AT_ONCE:
                return TICK
            if row.chat_id in self._busy:
                continue
            wait = self._pace.wait(row.chat_id, row.priority, at=at)
            if wait > 0:
                pause = min(pause, wait)
                continue
            self._pace.take(row.chat_id, row.priority, at=at)
            self._busy.add(row.chat_id)
            group.create_task(self._deliver(row.id, row.chat_id))
        return pause

    async def _deliver(self, row_id: int, chat_id: int) -> None:
        try:
            async with self._db.write() as tx:
                delivery = await outbox.claim(tx, row_id, now=self._clock())
            if delivery is not None:
                await self._settle(delivery, await self._call(delivery))
        except Exception:
            log.exception("delivery_failed", row=row_id)
        finally:
            self._busy.discard(chat_id)
            self.wake()

    async def _call(self, delivery: Delivery) -> Outcome:
        if delivery.operation is Operation.SEND:
            return await self._posts.send(delivery.chat_id, delivery.item, thread_id=delivery.thread_id)
        if not isinstance(delivery.item, Outgoing) or delivery.target_id is None:
            raise TypeError("an edit needs a message and its new text")
        return await self._posts.edit(delivery.chat_id, delivery.target_id, delivery.item)

    async def _settle(self, delivery: Delivery, outcome: Outcome) -> None:
        now = self._clock()
        at = asyncio.get_running_loop().time()
        if isinstance(outcome, Throttled):
            self._pace.halt(delivery.chat_id, until=at + outcome.seconds)
        if isinstance(outcome, Unsent):
            self._not_before = at + NETWORK_DOWN_WAIT
        if not isinstance(outcome, Sent):
            log.warning("not_sent", row=delivery.id, topic=delivery.topic, outcome=type(outcome).__name__)
        async with self._db.write() as tx:
            await self._carry_out(tx, delivery, next_step(delivery, outcome, now=now), now)

    async def _carry_out(self, tx: Transaction, delivery: Delivery, step: Step, now: datetime) -> None:
        match step:
            case Done(message_id):
                await outbox.sent(tx, delivery, message_id, now=now)
            case Retry(at, reason, whole_chat):
                await outbox.retry(tx, delivery, at=at, reason=reason, whole_chat=whole_chat)
            case GiveUp(reason, _, chat_lost):
                await outbox.give_up(tx, delivery, reason, chat_lost=chat_lost, now=now)
                if chat_lost:
                    await self._on_lost(tx, delivery)
            case Move(chat_id):
                await outbox.move_chat(tx, old_id=delivery.chat_id, new_id=chat_id)
                await outbox.retry(tx, delivery, at=now, reason="migrated", whole_chat=False)
            case Hold(detail):
                await outbox.hold(tx, delivery, detail)
                await self.on_held(tx, delivery, now)
            case _:
                assert_never(step)


async def _nobody_to_tell(_tx: Transaction, delivery: Delivery, _now: datetime) -> None:
    log.error("message_held", row=delivery.id, topic=delivery.topic)
