"""Due times are rows: whatever the clock does, each message goes once, and soon after the clock is right."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from telegram.ext import Application

from bot.core.outcome import Throttled
from bot.core.rome import ROME
from bot.jobs import Tick, rearm, schedule
from bot.services.clock_watch import ClockWatch
from storage.database import Database
from tests.conftest import HandClock
from tests.services.telegram import Telegram
from tests.services.test_sender import add, running, until

JUMPS = [
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(hours=8),
    timedelta(days=1),
]  # eight hours: the machine slept


@asynccontextmanager
async def watched(db: Database, telegram: Telegram, clock: HandClock) -> AsyncIterator[None]:
    """The sender and the watch, running."""
    async with running(db, telegram, clock) as sender:
        watch = ClockWatch(db, clock=clock, wake=sender.wake, rearm=lambda: None, look=0.01)
        task = asyncio.create_task(watch.run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@pytest.mark.parametrize("jump", JUMPS)
async def test_set_forward_what_is_due_goes_once(db: Database, clock: HandClock, jump: timedelta) -> None:
    """And what is not due yet waits."""
    telegram = Telegram()
    await add(db, "presto", clock, due_at=clock() + jump / 2)
    await add(db, "tardi", clock, due_at=clock() + jump * 2)
    async with watched(db, telegram, clock):
        clock.now += jump
        await until(lambda: telegram.got)
        clock.now -= jump
        await asyncio.sleep(0.1)
        clock.now += jump
        await asyncio.sleep(0.1)
    assert [text for _, text in telegram.got] == ["presto"]


@pytest.mark.parametrize("jump", JUMPS)
async def test_set_back_what_was_to_go_at_once_does(db: Database, clock: HandClock, jump: timedelta) -> None:
    """Queued, and put off by a 429, while the clock was ahead: neither waits for the wrong time to come again."""
    telegram = Telegram()
    telegram.answers = [Throttled(0.2)]
    await add(db, "gebremst", clock)
    async with watched(db, telegram, clock):
        await until(lambda: not telegram.answers)
        await add(db, "gleich", clock)
        await add(db, "geplant", clock, chat_id=-2, due_at=clock() + timedelta(minutes=5))
        clock.now -= jump
        await until(lambda: len(telegram.got) == 2)
        await asyncio.sleep(0.1)
    assert [text for _, text in telegram.got] == ["gebremst", "gleich"]


async def test_what_a_wrong_clock_left_is_mended_at_the_start(db: Database, clock: HandClock) -> None:
    """The process ended while the clock was a week ahead."""
    telegram = Telegram()
    right = clock()
    clock.forward(days=7)
    await add(db, "liegt da", clock)
    clock.now = right
    async with watched(db, telegram, clock):
        await until(lambda: telegram.got)


@pytest.mark.parametrize(
    "change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
)
async def test_over_both_changes_of_romes_clock_each_message_goes_once_at_its_time(
    db: Database, change: datetime
) -> None:
    """One every twenty minutes from an hour before to two hours after; the hour that occurs twice is two hours."""
    clock = HandClock()
    clock.now = change - timedelta(hours=1)
    due = [clock() + timedelta(minutes=20 * number) for number in range(1, 10)]
    for moment in due:
        await add(db, moment.astimezone(ROME).isoformat(), clock, due_at=moment)
    telegram, late = Telegram(), []
    async with watched(db, telegram, clock):
        for number, moment in enumerate(due, 1):
            clock.now = moment - timedelta(seconds=1)
            await asyncio.sleep(0.02)
            late.append(len(telegram.got) - (number - 1))
            clock.now = moment
            await until(partial(enough, telegram, number))
    assert set(late) == {0}
    assert [text for _, text in telegram.got] == [moment.astimezone(ROME).isoformat() for moment in due]


def enough(telegram: Telegram, number: int) -> bool:
    """Whether so many have arrived."""
    return len(telegram.got) == number


async def test_ticks_go_on_when_the_clock_is_set_back() -> None:
    """APScheduler plans by the clock: without rearming it would tick again tomorrow."""
    ticked = 0

    async def work() -> None:
        nonlocal ticked
        ticked += 1

    application: Any = Application.builder().token("123456:a-test").updater(None).build()
    queue = application.job_queue
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC)) as travel:
        schedule(queue, [Tick(name="tick", seconds=0.05, work=work)], paused=lambda: False)
        await queue.start()
        try:
            await until(lambda: ticked > 2)
            travel.shift(-timedelta(days=1))
            await asyncio.sleep(0.1)
            before = ticked
            await asyncio.sleep(0.2)
            assert ticked == before  # as feared
            rearm(queue)
            await until(lambda: ticked > before + 2)
        finally:
            await queue.stop(wait=False)
