"""The peers of `portineria bench updates`, as their manuals have it: `python -m bot.bench.updates_peers NAME URL TOKEN`."""

import asyncio
import logging
import sys

from aiogram import Bot as AiogramBot
from aiogram import Dispatcher as AiogramDispatcher
from aiogram import types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


def ptb(address: str, token: str) -> None:
    """python-telegram-bot: run_polling and a handler that echoes."""

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    application = Application.builder().token(token).base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(poll_interval=0.0)


async def aiogram(address: str, token: str) -> None:
    """aiogram: start_polling and a handler that echoes."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    dispatcher = AiogramDispatcher()

    async def echo(message: types.Message) -> None:
        await message.answer(message.text or "")

    dispatcher.message.register(echo)
    await dispatcher.start_polling(AiogramBot(token, session=session))


def main() -> None:
    """Run until killed."""
    name, address, token = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    if name == "ptb":
        ptb(address, token)
    else:
        asyncio.run(aiogram(address, token))


if __name__ == "__main__":
    main()
