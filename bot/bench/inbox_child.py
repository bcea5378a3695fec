"""One life of a bot that echoes, forked from a warm parent (bot/bench/lives.py): `python -m bot.bench.inbox_child`.

"product": the bot's own inbox, dispatcher and replies, and with `rate` its sender. "stock": python-telegram-bot as
its manual has it.
"""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot, MessageHandler, filters

from bot.bench import lives
from bot.core.outgoing import Outgoing
from bot.core.pace import Limits, Pace
from bot.core.richtext import RichText
from bot.gateway import Gateway
from bot.inbox import Dispatcher, Poller
from bot.services.clock import system_clock
from bot.services.outbox import Sender
from bot.services.replies import Replies
from bot.services.settling import Settling, Timing
from bot.transport import AiohttpRequest
from storage import inbox, outbox
from storage.database import Database

DATABASE = "portineria.db"
# What a killed process had sent must be through when the next one looks, on a busy machine too.
QUICK = Timing(wait=1.0, again=0.03, between=0.0, blind=0.05, patience=30.0)
SERVER_RATE = 30.0  # messages a second; core.telegram.org/bots/faq
IDLE = 2.0  # seconds without work after which the last life has finished
UNLIMITED = Limits(overall=100_000, bulk=100_000, chat=100_000, group_per_minute=600_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What one process does until it is killed, or, with `finish`, until nothing comes any more."""

    folder: str
    base_url: str
    token: str
    strategy: str
    seconds: float
    failpoint: str = ""
    finish: bool = False
    ready: str = ""  # made once it listens
    rate: float = (
        0.0  # the server's limit a second, which the sender keeps below; 0: nothing is sent by itself
    )


async def live(raw: dict[str, Any]) -> None:
    """The life itself."""
    life = Life(**raw)
    await (_product(life) if life.strategy == "product" else _stock(life))


async def _product(life: Life) -> None:
    bot = ExtBot[None](
        life.token,
        base_url=f"{life.base_url}/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),
    )
    await bot.initialize()
    asking = AiohttpRequest(connections=2)
    await asking.initialize()
    db = await Database.open(Path(life.folder) / DATABASE)
    try:
        async with asyncio.TaskGroup() as group:
            tasks = _inbox(life, db, bot, asking, group)
            if life.finish:
                await _until_idle(db, sending=life.rate > 0)
                for task in tasks:
                    task.cancel()
    finally:
        await db.close()
        await bot.shutdown()
        await asking.shutdown()


def _inbox(
    life: Life, db: Database, bot: ExtBot[None], asking: AiohttpRequest, group: asyncio.TaskGroup
) -> list[asyncio.Task[None]]:
    gateway = Gateway(bot)
    pace = Pace(limits_for(life.rate) if life.rate else UNLIMITED)
    sender = Sender(db, gateway, pace=pace, clock=system_clock, on_lost=nothing)
    replies = Replies(db, gateway, pace=pace, clock=system_clock, wake=sender.wake)

    async def echo(update: Update) -> None:
        message = update.effective_message
        if message is not None:
            await replies.say(message.chat_id, Outgoing(text=RichText(message.text or "")))

    dispatcher = Dispatcher(
        bot,
        db,
        echo,
        clock=system_clock,
        on_trouble=nothing,
        on_flood=nothing,
        arrived=Settling(db, gateway, timing=QUICK).arrived,
    )

    async def listening(*_: object) -> None:
        _say_ready(life)

    poller = Poller(
        bot,
        asking,
        db,
        clock=system_clock,
        on_stored=dispatcher.stored,
        on_good=listening,
        on_trouble=nothing,
    )
    work = [dispatcher.run(), poller.run(), *([sender.run()] if life.rate else [])]
    return [group.create_task(one) for one in work]


def _say_ready(life: Life) -> None:
    if life.ready:
        Path(life.ready).touch()


async def nothing(*_: object) -> None:
    """Nobody is told here."""


def limits_for(rate: float) -> Limits:
    """The bot's own limits, in the same proportion to a server's limit of `rate` as to Telegram's 30."""
    own, scale = Limits(), rate / SERVER_RATE
    return Limits(
        overall=own.overall * scale,
        bulk=own.bulk * scale,
        chat=own.chat * max(scale, 1.0),
        group_per_minute=own.group_per_minute * max(scale, 1.0),
    )


async def _until_idle(db: Database, *, sending: bool) -> None:
    """Nothing is left to send, or to handle, and stays so for a while."""
    left = outbox.unfinished if sending else inbox.backlog
    last_work = time.monotonic()
    while time.monotonic() < last_work + IDLE:
        if await left(db):
            last_work = time.monotonic()
        await asyncio.sleep(0.05)


async def _stock(life: Life) -> None:
    application: Any = (
        Application.builder()
        .token(life.token)
        .base_url(f"{life.base_url}/bot")
        .concurrent_updates(False)
        .build()
    )
    last_work = time.monotonic()

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        nonlocal last_work
        last_work = time.monotonic()
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        await application.updater.start_polling(poll_interval=0.0)
        _say_ready(life)
        while not life.finish or time.monotonic() < last_work + IDLE:  # noqa: ASYNC110  (it is to be killed)
            await asyncio.sleep(0.05)
        await application.updater.stop()
        await application.stop()


if __name__ == "__main__":
    lives.serve(live)
