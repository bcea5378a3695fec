"""Telegram's objects as our values, and which messages count as commands."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Message, MessageEntity, Update, User
from telegram.ext import BaseHandler, CallbackContext, CallbackQueryHandler, CommandHandler, filters

from bot.core.richtext import RichText, Span, utf16_length

Context = CallbackContext[Any, Any, Any, Any]
Handler = BaseHandler[Update, Context, None]
OnUpdate = Callable[[Update, Context], Coroutine[Any, Any, None]]
OnText = Callable[[Message], Awaitable[None]]

# A command counts when it is fresh and the person's own: not edited, forwarded, by an inline bot or in the
# name of a chat (TRAPS 12).
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
OWN_WORDS = PRIVATE & ~filters.FORWARDED & ~filters.VIA_BOT & ~filters.SenderChat.ALL

# Formatting that means the same to every reader; a mention of a person or a custom emoji does not travel.
KEPT = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CODE,
        MessageEntity.PRE,
        MessageEntity.TEXT_LINK,
        MessageEntity.BLOCKQUOTE,
        MessageEntity.EXPANDABLE_BLOCKQUOTE,
    }
)


def command(names: str | list[str], callback: OnUpdate) -> Handler:
    """A handler for a person's own command in their private chat."""
    return CommandHandler(names, callback, filters=OWN_WORDS)


def button(prefix: str, callback: OnUpdate) -> Handler:
    """A handler for buttons whose data is `prefix` or begins with `prefix:`."""
    return CallbackQueryHandler(callback, pattern=rf"^{prefix}(:|$)")


def message_of(update: Update) -> Message:
    """The message of an update that has one (the filters have seen to that)."""
    if update.effective_message is None:
        raise TypeError("an update without a message")
    return update.effective_message


def tapped(update: Update) -> tuple[str, int, str, int, int]:
    """A tap: query id, who, the data's part after the prefix, chat id, message id (0 for one too old to see)."""
    query = update.callback_query
    if query is None:
        raise TypeError("an update without a tap")
    message = query.message
    chat_id = message.chat.id if message else query.from_user.id
    rest = (query.data or "").partition(":")[2]
    return query.id, query.from_user.id, rest, chat_id, message.message_id if message else 0


def language(update: Update) -> str:
    """The language of the person's Telegram, two letters; Italian where it says nothing."""
    return language_of(update.effective_user)


def language_of(user: User | None) -> str:
    """The same, of one person."""
    code = (user.language_code or "it").lower() if user else "it"
    return "tl" if code.startswith("fil") else code[:2]


def name_of(update: Update) -> str:
    """What the person calls themselves on Telegram; "" where nobody did this."""
    return update.effective_user.full_name if update.effective_user else ""


def rich_text(message: Message) -> RichText:
    """What the person wrote, with its formatting, blanks at the ends removed."""
    text = message.text or ""
    start = utf16_length(text[: len(text) - len(text.lstrip())])
    trimmed = text.strip()
    end = utf16_length(trimmed)
    spans = []
    for entity in message.entities:
        left = max(entity.offset - start, 0)
        right = min(entity.offset + entity.length - start, end)
        if entity.type in KEPT and left < right:
            spans.append(Span(kind=entity.type, offset=left, length=right - left, url=entity.url))
    return RichText(trimmed, tuple(spans))


def number_of(text: str) -> int:
    """A number in a button's data; 0, which no row has, for anything forged."""
    return int(text) if text.isdecimal() and len(text) < 16 else 0
