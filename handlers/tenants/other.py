"""Everything nobody else takes: pictures, stickers, unknown commands, buttons of another time."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot import catalogs
from bot.core.outgoing import Outgoing
from bot.core.unexpected import calls_for_help
from bot.services.memory import Memory
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import PRIVATE, Context, Handler, language, message_of
from handlers.tenants.spoken import answered_in


class Other:
    """A clear answer to whatever cannot be handled."""

    def __init__(self, tenants: Tenants, memory: Memory, replies: Replies) -> None:
        self._tenants = tenants
        self._memory = memory
        self._replies = replies

    async def unknown_command(self, update: Update, _context: Context) -> None:
        """A command that does not exist, or not for this person: the same answer, so nothing leaks."""
        await self._say(update, "unknown_command")

    async def not_text(self, update: Update, _context: Context) -> None:
        """A picture, a voice message, a sticker: what to do instead."""
        message = message_of(update)
        if message.photo or message.video:
            await self._say(update, "unexpected_photo")
        elif message.voice or message.audio or message.video_note:
            await self._say(update, "unexpected_voice")
        elif message.sticker and calls_for_help(message.sticker.emoji or ""):
            await self._say(update, "answers_danger")
        elif message.contact:
            await self._say(update, "unexpected_phone")
        else:
            await self._say(update, "only_text")

    async def failed(self, update: Update) -> None:
        """Something broke while we handled this: the person hears it was not their fault, and whom to call in danger."""
        chat = update.effective_chat
        if chat is not None and chat.type == chat.PRIVATE:
            text = catalogs.texts(language(update))("something_wrong")
            await self._replies.say(chat.id, Outgoing(text=text))

    async def too_fast(self, chat_id: int) -> None:
        """Many messages at once: they are answered one after the other, and the person knows."""
        lang = await self._tenants.language(chat_id) or catalogs.SOURCE
        await self._replies.say(chat_id, Outgoing(text=catalogs.texts(lang)("too_fast")))

    async def old_button(self, update: Update, _context: Context) -> None:
        """A button whose time is over, or that was never ours."""
        query = update.callback_query
        if query is not None:
            text = catalogs.texts(language(update)).plain("button_too_old")
            await self._replies.answer_tap(query.id, text, alert=True)

    async def _say(self, update: Update, key: str) -> None:
        texts = await answered_in(update, self._tenants, self._memory)
        await self._replies.say(message_of(update).chat_id, Outgoing(text=texts(key)))


def handlers(other: Other) -> list[Handler]:
    """To stand last: they take whatever is left."""
    return [
        MessageHandler(PRIVATE & filters.COMMAND, other.unknown_command),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, other.not_text),
        CallbackQueryHandler(other.old_button),
    ]
