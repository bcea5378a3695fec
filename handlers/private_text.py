"""What somebody writes in their private chat: the next step of a conversation, else a question."""

from collections.abc import Mapping

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.services.memory import Memory
from handlers.incoming import OWN_WORDS, PRIVATE, Context, Handler, OnText, message_of


def handlers(memory: Memory, *, steps: Mapping[str, OnText], question: OnText) -> list[Handler]:
    """`steps` by conversation name; a text outside of any goes to `question`."""

    async def on_text(update: Update, _context: Context) -> None:
        message = message_of(update)
        step = steps.get(await memory.step(message.chat_id) or "")
        await (step or question)(message)

    async def on_borrowed_text(update: Update, _context: Context) -> None:
        """A forwarded text may be a question, but it is nobody's step in a conversation."""
        await question(message_of(update))

    plain = filters.TEXT & ~filters.COMMAND
    return [MessageHandler(OWN_WORDS & plain, on_text), MessageHandler(PRIVATE & plain, on_borrowed_text)]
