"""The one sender: everything unsolicited leaves here, claimed before the call, one at a time per chat.

due rows ─▶ pace ─▶ claim (commit) ─▶ gateway ─▶ next_step ─▶ store (commit)
                                                    └─ doubtful channel post ─▶ settling ─▶ store (commit)

A row that is being settled stays `sending`, so that a crash meanwhile begins the settling anew, and nothing
newer goes to its channel.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol, assert_never

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
from bot.core.errors import Unavailable
from bot.core.outcome import Outcome, Sent, Throttled, Unclear, Unsent
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.pace import Pace
from bot.core.settling import Absent, can_be_looked_for, step_after
from bot.failpoints import Point, fp
from bot.services.clock import Clock
from bot.services.draining import until_idle
from bot.services.settling import Settling
from storage import sending
from storage.database import Database, Transaction
from storage.to_the_end import to_the_end

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
    """Runs until cancelled. `on_lost` ends what a lost chat had; `on_held` tells staff about a doubtful message.

    Without `settling` every doubtful message is held. `down_wait`: seconds everybody waits after a send that
    could not leave.
    """

    def __init__(
        self,
        db: Database,
        posts: Posts,
        *,
        pace: Pace,
        clock: Clock,
        on_lost: OnLost,
        settling: Settling | None = None,
        down_wait: float = NETWORK_DOWN_WAIT,
    ) -> None:
        self._db = db
        self._posts = posts
        self._pace = pace
        self._clock = clock
        self._on_lost = on_lost
        self._settling = settling
        self._down_wait = down_wait
        self.on_held: OnHeld = _nobody_to_tell
        self._awake = asyncio.Event()
        self._busy: set[int] = set()  # chats with a message on its way
        self._looking: Counter[int] = Counter()  # channels that wait until something is settled
        self._not_before = 0.0

    def wake(self) -> None:
        """Look at the rows now instead of at the next tick."""
        self._awake.set()

    async def run(self) -> None:
        """Settle what the last process left open, then send for ever."""
        async with asyncio.TaskGroup() as group:
            await self._take_stock(group)
            try:
                await self._send_for_ever(group)
            except asyncio.CancelledError:
                # A message on its way when we are told to end is not left in doubt for want of a second.
                # What is being settled is: its row says so, and the next start begins anew.
                await to_the_end(until_idle(self._busy))
                raise

    async def _send_for_ever(self, group: asyncio.TaskGroup) -> None:
        while True:
            self._awake.clear()
            try:
                pause = await self._start_ready(group)
            except Unavailable:
                await self._db.until_well()
                continue
            # Not wait_for: in Python 3.11 it can swallow the cancellation that ends us.
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._awake.wait()

    async def _take_stock(self, group: asyncio.TaskGroup) -> None:
        """Rows that were on their way when the last process ended: nobody knows whether they arrived."""
        left = await sending.open_rows(self._db)
        for delivery in left:
            now = self._clock()
            if self._settling is not None and not may_repeat(delivery) and can_be_looked_for(delivery):
                self._look_into(group, delivery)
                continue
            async with self._db.write() as tx:
                if may_repeat(delivery):
                    await sending.retry(tx, delivery, at=now, reason="restarted", whole_chat=False)
                elif await sending.hold(tx, delivery, "the process ended while it was on its way"):
                    await self.on_held(tx, delivery, now)
                fp(Point.STOCK_OPEN)
            fp(Point.STOCK_DONE)
        if self._settling is not None:
            for chat_id in self._settling.channels - {delivery.chat_id for delivery in left}:
                self._keep_back(group, chat_id, self._settling.take_bearings(chat_id))

    def _look_into(self, group: asyncio.TaskGroup, delivery: Delivery) -> None:
        self._keep_back(group, delivery.chat_id, self._settle(delivery))

    def _keep_back(self, group: asyncio.TaskGroup, chat_id: int, work: Coroutine[Any, Any, None]) -> None:
        """Do `work`; until it is done nothing is sent to the channel."""
        self._looking[chat_id] += 1
        group.create_task(self._kept_back(chat_id, work))

    async def _kept_back(self, chat_id: int, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception:
            log.exception("bearings_failed")
        finally:
            self._looking[chat_id] -= 1
            self.wake()

    async def _settle(self, delivery: Delivery) -> None:
        """Again and again where it fails (a full disk, say): the channel must not go on without an answer."""
        assert self._settling is not None  # noqa: S101  (nobody looks without)
        while True:
            try:
                return await self._settle_once(delivery, self._settling)
            except Exception:
                log.exception("settling_failed", row=delivery.id)
            await asyncio.sleep(self._down_wait)

    async def _settle_once(self, delivery: Delivery, settling: Settling) -> None:
        verdict = await settling.settle(delivery)
        now = self._clock()
        async with self._db.write() as tx:
            if isinstance(verdict, Absent):
                await sending.raise_mark(tx, delivery.chat_id, verdict.high_water)
            await self._carry_out(tx, delivery, step_after(delivery, verdict, now=now), now)
            fp(Point.SETTLE_OPEN)
        fp(Point.SETTLE_DONE)

    async def _start_ready(self, group: asyncio.TaskGroup) -> float:
        """Start what may go now; the seconds until something else may."""
        at = asyncio.get_running_loop().time()
        if at < self._not_before:
            return self._not_before - at
        pause = TICK
        for row in await sending.next_due(self._db, now=self._clock(), limit=LOOK_AHEAD):
            if len(self._busy) >= AT_ONCE:
                return TICK
            if row.chat_id in self._busy or self._looking[row.chat_id]:
                continue
            wait = self._pace.wait(row.chat_id, row.priority, at=at)
            if wait > 0:
                pause = min(pause, wait)
                continue
            self._pace.take(row.chat_id, row.priority, at=at)
            self._busy.add(row.chat_id)
            group.create_task(self._deliver(group, row.id, row.chat_id))
        return pause

    async def _deliver(self, group: asyncio.TaskGroup, row_id: int, chat_id: int) -> None:
        delivery = None
        try:
            async with self._db.write() as tx:
                delivery = await sending.claim(tx, row_id, now=self._clock())
                fp(Point.CLAIM_OPEN)
            fp(Point.CLAIM_DONE)
            if delivery is not None:
                await self._store_at_last(group, delivery, await self._outcome(delivery))
        except Unavailable as error:
            # Not claimed, so not sent.
            log.warning("not_claimed", row=row_id, fault=error.fault)
            await self._db.until_well()
        except Exception:
            log.exception("delivery_failed", row=row_id)
        finally:
            self._busy.discard(chat_id)
            self.wake()

    async def _call(self, delivery: Delivery) -> Outcome:
        if delivery.operation is Operation.SEND:
            item = delivery.item
            if isinstance(item, Outgoing) and delivery.target_id is not None:
                item = replace(item, reply_to=delivery.target_id)
            return await self._posts.send(delivery.chat_id, item, thread_id=delivery.thread_id)
        if not isinstance(delivery.item, Outgoing) or delivery.target_id is None:
            raise TypeError("an edit needs a message and its new text")
        return await self._posts.edit(delivery.chat_id, delivery.target_id, delivery.item)

    async def _outcome(self, delivery: Delivery) -> Outcome:
        """A mistake of ours in the middle of a call leaves it as unclear as a lost answer."""
        try:
            outcome = await self._call(delivery)
        except Exception as error:
            log.exception("call_failed", row=delivery.id)
            outcome = Unclear(type(error).__name__)
        fp(Point.CALL_DONE)
        return outcome

    async def _store_at_last(self, group: asyncio.TaskGroup, delivery: Delivery, outcome: Outcome) -> None:
        """As often as it takes: what Telegram answered must not be forgotten because the disk is full."""
        while True:
            try:
                return await self._store(group, delivery, outcome)
            except Unavailable as error:
                log.warning("outcome_not_stored", row=delivery.id, fault=error.fault)
            await self._db.until_well()

    async def _store(self, group: asyncio.TaskGroup, delivery: Delivery, outcome: Outcome) -> None:
        now = self._clock()
        at = asyncio.get_running_loop().time()
        if isinstance(outcome, Throttled):
            self._pace.halt(delivery.chat_id, until=at + outcome.seconds)
        if isinstance(outcome, Unsent):
            self._not_before = at + self._down_wait
        if not isinstance(outcome, Sent):
            log.warning("not_sent", row=delivery.id, topic=delivery.topic, outcome=type(outcome).__name__)
        step = next_step(delivery, outcome, now=now)
        if isinstance(step, Hold) and self._settling is not None and can_be_looked_for(delivery):
            self._look_into(group, delivery)
            return
        async with self._db.write() as tx:
            await self._carry_out(tx, delivery, step, now)
            fp(Point.STORE_OPEN)
        fp(Point.STORE_DONE)

    async def _carry_out(self, tx: Transaction, delivery: Delivery, step: Step, now: datetime) -> None:
        match step:
            case Done(message_id):
                await sending.sent(tx, delivery, message_id, now=now)
                if self._settling is not None and delivery.operation is Operation.SEND:
                    self._settling.posted(delivery.chat_id)
            case Retry(at, reason, whole_chat):
                await sending.retry(tx, delivery, at=at, reason=reason, whole_chat=whole_chat)
            case GiveUp(reason, _, chat_lost):
                await sending.give_up(tx, delivery, reason, chat_lost=chat_lost, now=now)
                if chat_lost:
                    await self._on_lost(tx, delivery)
            case Move(chat_id):
                await sending.move_chat(tx, old_id=delivery.chat_id, new_id=chat_id)
                await sending.retry(tx, delivery, at=now, reason="migrated", whole_chat=False)
            case Hold(detail):
                await sending.hold(tx, delivery, detail)
                await self.on_held(tx, delivery, now)
            case _:
                assert_never(step)


async def _nobody_to_tell(_tx: Transaction, delivery: Delivery, _now: datetime) -> None:
    log.error("message_held", row=delivery.id, topic=delivery.topic)
