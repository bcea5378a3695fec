"""The bot as Telegram knows it, and what PTB does for us: handlers and ticks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, BaseHandler, ContextTypes, ExtBot

from bot import lifecycle
from bot.config import Config
from bot.core.errors import UserError
from bot.transport import AiohttpRequest

logger = structlog.get_logger(__name__)

START_TRIES = 3  # times a rejected token is tried: one 401 may be a proxy's

Bot = ExtBot[None]
Handlers = Sequence[BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]]


@asynccontextmanager
async def open_bot(config: Config, stop: asyncio.Event) -> AsyncIterator[Bot]:
    """The bot, introduced; where `stop` came first, not. Raises UserError("token_rejected")."""
    bot = ExtBot[None](
        config.token.get_secret_value(),
        base_url=config.telegram.base_url,
        base_file_url=f"{config.telegram.base_url.removesuffix('/bot')}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=1),  # PTB wants one; the inbox asks by its own
    )
    try:
        await _introduce(bot, stop)
        yield bot
    finally:
        await bot.shutdown()


async def _introduce(bot: Bot, stop: asyncio.Event) -> None:
    """Wait until Telegram says who we are, or keeps saying nobody."""
    rejected = 0
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            rejected += 1
            if rejected >= START_TRIES:
                raise UserError("token_rejected") from None
            await lifecycle.pause(stop, 1.0)
        except TelegramError as error:
            logger.warning("telegram_not_reached", fault=type(error).__name__)
            await lifecycle.pause(stop, 3.0)
        else:
            return


@asynccontextmanager
async def application_of(
    bot: Bot, handlers: Handlers, apologise: Callable[[Update], Awaitable[None]]
) -> AsyncIterator[tuple[Callable[[Update], Awaitable[None]], Any]]:
    """One update through PTB's handlers, and PTB's job queue.

    PTB would only log a handler's exception; here it comes out to the inbox, which sets the update aside.
    """
    application: Any = Application.builder().bot(bot).updater(None).build()
    failures: dict[int, Exception] = {}

    async def note(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Update) and context.error is not None:
            failures[update.update_id] = context.error
            await apologise(update)

    async def handle(update: Update) -> None:
        await application.process_update(update)
        failure = failures.pop(update.update_id, None)
        if failure is not None:
            raise failure

    application.add_handlers(handlers)
    application.add_error_handler(note)
    await application.initialize()
    try:
        yield handle, application.job_queue
    finally:
        await application.job_queue.stop(wait=False)
