"""What the bot may do in its channels has changed: looked at now, not when it matters."""

from telegram import Chat, Update
from telegram.ext import ChatMemberHandler

from bot.services.settling import Settling
from handlers.incoming import Context, Handler


class Rights:
    """Staff hear from `settling` where the new rights do not let the bot check its own posts."""

    def __init__(self, settling: Settling) -> None:
        self._settling = settling

    async def changed(self, update: Update, _context: Context) -> None:
        """Somebody made the bot an administrator, took that away or changed a right."""
        if update.my_chat_member is not None:
            await self._settling.check_rights(update.my_chat_member.chat.id)


class ChannelMemberHandler(ChatMemberHandler[Context, None]):
    """The bot's own standing in a channel."""

    def check_update(self, update: object) -> bool:
        """Only channels; private chats are handled where tenants are."""
        chat = update.effective_chat if isinstance(update, Update) else None
        return chat is not None and chat.type == Chat.CHANNEL and super().check_update(update)


def handlers(rights: Rights) -> list[Handler]:
    """One, for all channels."""
    return [ChannelMemberHandler(rights.changed, ChatMemberHandler.MY_CHAT_MEMBER)]
