"""Asking to join the press channel."""

from telegram import Update
from telegram.ext import ChatJoinRequestHandler

from bot import catalogs
from bot.core.outgoing import Button, Outgoing
from bot.core.texts import Texts
from bot.services.accreditation import Accreditation
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, command, language, message_of


class Join:
    """The applicant's side of the door."""

    def __init__(self, accreditation: Accreditation, replies: Replies) -> None:
        self._accreditation = accreditation
        self._replies = replies

    async def requested(self, update: Update, _context: Context) -> None:
        """Somebody tapped "ask to join". The bot may write to them for five minutes only (TRAPS 9)."""
        request = update.chat_join_request
        if request is None:
            return
        name = request.from_user.full_name
        new = await self._accreditation.asked(
            chat_id=request.chat.id, user_id=request.from_user.id, name=name
        )
        if new:
            texts = catalogs.texts(language(update))
            await self._replies.say(request.user_chat_id, Outgoing(text=texts("join_received")))

    async def press(self, update: Update, _context: Context) -> None:
        """/stampa: how journalists get in."""
        await self.offer(message_of(update).chat_id, catalogs.texts(language(update)))

    async def offer(self, chat_id: int, texts: Texts) -> None:
        """The same, asked for in words."""
        link = await self._accreditation.link()
        buttons = ((Button(text=texts.plain("press_button"), url=link),),) if link else ()
        key = "press_how" if link else "press_no_link"
        await self._replies.say(chat_id, Outgoing(text=texts(key), buttons=buttons))


def handlers(join: Join) -> list[Handler]:
    """The request itself and the command that leads to it."""
    return [ChatJoinRequestHandler(join.requested), command(["stampa", "press"], join.press)]
