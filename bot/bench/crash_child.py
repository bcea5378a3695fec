"""One life of the bot's sender after another (bot/bench/lives.py): `python -m bot.bench.crash_child`."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram.ext import ExtBot

from bot.bench import crash_controls, lives
from bot.core.delivery import Delivery
from bot.core.outgoing import Outgoing
from bot.core.pace import Limits, Pace
from bot.core.priority import Priority
from bot.core.richtext import RichText
from bot.gateway import Gateway
from bot.services.outbox import Sender
from bot.services.settling import Settling, Timing
from bot.transport import AiohttpRequest
from storage import outbox
from storage.database import Database, Transaction

FASTER = 30  # times the due times run ahead of the wall: a second's wait before a retry must not cost one
BATCH = 4  # messages queued whenever nothing is left to do
REST = 0.05  # seconds between two batches
QUICK = Timing(wait=0.12, again=0.03, between=0.0, blind=0.05, patience=30.0)
ANSWER_WITHIN = 2.0  # seconds
DATABASE = "portineria.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What one process does until it is killed, or, with `finish`, until everything is settled.

    `failpoint` is NAME:N or empty; after `seconds` the process is killed wherever it is.
    """

    folder: str
    base_url: str
    token: str
    channel: int
    staff: int
    strategy: str
    began: float  # unix seconds of the whole run
    seconds: float
    failpoint: str = ""
    finish: bool = False


async def live(life: Life) -> None:
    """The life itself."""
    request = AiohttpRequest(read_timeout=ANSWER_WITHIN)
    bot = ExtBot[None](
        life.token,
        base_url=f"{life.base_url}/bot",
        request=request,
        get_updates_request=AiohttpRequest(connections=1),
    )
    await bot.initialize()
    try:
        if life.strategy == "product":
            await _product(life, Gateway(bot))
        else:
            control = crash_controls.CONTROLS[life.strategy]
            memory = crash_controls.Memory(Path(life.folder) / crash_controls.FILE)
            await control(Gateway(bot), memory, life.channel, endless=not life.finish)
    finally:
        await bot.shutdown()


async def _product(life: Life, gateway: Gateway) -> None:
    db = await Database.open(Path(life.folder) / DATABASE)
    try:
        sender = _sender(life, db, gateway)
        async with asyncio.TaskGroup() as group:
            running = group.create_task(sender.run())
            await _keep_busy(life, db, sender)
            running.cancel()
    finally:
        await db.close()


def _sender(life: Life, db: Database, gateway: Gateway) -> Sender:
    pace = Pace(Limits(overall=10_000, bulk=10_000, chat=10_000, group_per_minute=600_000))
    return Sender(
        db,
        gateway,
        pace=pace,
        clock=_clock(life),
        on_lost=_nothing_else,
        settling=Settling(db, gateway, channels=[life.channel], timing=QUICK),
        down_wait=0.1,
    )


def _clock(life: Life) -> Callable[[], datetime]:
    return lambda: datetime.fromtimestamp(life.began + (time.time() - life.began) * FASTER, UTC)


async def _nothing_else(_tx: Transaction, _delivery: Delivery) -> None:
    """A lost chat has nothing else here."""


async def _keep_busy(life: Life, db: Database, sender: Sender) -> None:
    """Queue a few messages whenever all are settled; with `finish` return instead."""
    number = len(await outbox.fates(db))
    while True:
        if not life.finish:
            await _queue(life, db, number)
            number += BATCH
            sender.wake()
        while await outbox.unfinished(db):  # noqa: ASYNC110  (rows have no event)
            await asyncio.sleep(0.01)
        if life.finish:
            return
        await asyncio.sleep(REST)


async def _queue(life: Life, db: Database, first: int) -> None:
    """Three posts for the channel to one card for staff, which is repeated when in doubt."""
    now = _clock(life)()
    for number in range(first, first + BATCH):
        for_staff = number % BATCH == BATCH - 1
        async with db.write() as tx:
            await outbox.add(
                tx,
                chat_id=life.staff if for_staff else life.channel,
                item=Outgoing(text=RichText(text_of(number, for_staff=for_staff))),
                once_key=text_of(number, for_staff=for_staff),
                topic=None,
                priority=Priority.NEWS,
                due_at=now,
                now=now,
                repeatable=for_staff,
            )


def text_of(number: int, *, for_staff: bool = False) -> str:
    """The text of a message, by which the receiver is asked for it."""
    return f"{'scheda' if for_staff else 'notizia'} {number}"


async def _live(life: dict[str, Any]) -> None:
    await live(Life(**life))


if __name__ == "__main__":
    lives.serve(_live)
