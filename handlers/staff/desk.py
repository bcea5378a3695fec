"""The staff group: answering a tenant by replying to a card, and saying what became of a doubtful message."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.core.outgoing import Outgoing
from bot.core.texts import Texts
from bot.services.doubtful import Doubtful
from bot.services.handoff import Handoff
from bot.services.replies import Replies
from handlers.incoming import Context, Handler, button, message_of, name_of, number_of, rich_text, tapped
from handlers.staff.taps import conclude


class StaffDesk:
    """What staff do in their group."""

    def __init__(self, handoff: Handoff, doubtful: Doubtful, replies: Replies, texts: Texts) -> None:
        self._handoff = handoff
        self._doubtful = doubtful
        self._replies = replies
        self._texts = texts

    async def reply(self, update: Update, _context: Context) -> None:
        """A reply to a tenant's card goes to the tenant; any other reply is the staff's own talk."""
        message = message_of(update)
        if message.reply_to_message is None or message.from_user is None:
            return
        sent = await self._handoff.answer(
            group=message.chat_id,
            replied_to=message.reply_to_message.message_id,
            message_id=message.message_id,
            by=message.from_user.id,
            text=rich_text(message),
        )
        if sent:
            text = Outgoing(text=self._texts("handoff_sent"))
            await self._replies.say(message.chat_id, text, thread_id=message.message_thread_id)

    async def settle(self, update: Update, _context: Context) -> None:
        """C'è già, or Manda di nuovo, under a doubtful message."""
        query_id, user_id, rest, _chat, _message = tapped(update)
        choice, _, number = rest.partition(":")
        name = name_of(update)
        taken = await self._doubtful.settle(
            number_of(number), there=choice == "there", by=user_id, by_name=name
        )
        await conclude(self._replies, self._texts, query_id, taken, done="held_done")


def handlers(desk: StaffDesk, *, group: int | None) -> list[Handler]:
    """Replies in the staff group, and the buttons of doubtful messages."""
    taps = [button("held", desk.settle)]
    if group is None:
        return taps
    fresh = filters.Chat(group) & filters.UpdateType.MESSAGE & filters.TEXT & filters.REPLY
    return [MessageHandler(fresh & ~filters.FORWARDED & ~filters.VIA_BOT, desk.reply), *taps]
