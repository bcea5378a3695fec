"""The numbers under a card, sent as contacts: one tap calls them, and screen readers can (TRAPS 30)."""

from telegram import Update

from bot.core.answer_message import contacts
from bot.core.buttons import SendNumbers, decode
from bot.core.outgoing import Outgoing
from bot.services.answers import Answers
from bot.services.memory import Memory
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import Context, Handler, button, tapped
from handlers.tenants.spoken import answered_in


class Contacts:
    """What the button under a card with several numbers does."""

    def __init__(self, answers: Answers, tenants: Tenants, memory: Memory, replies: Replies) -> None:
        self._answers = answers
        self._tenants = tenants
        self._memory = memory
        self._replies = replies

    async def send(self, update: Update, _context: Context) -> None:
        """All numbers that did not come with the card; those of a private card can be hidden with it."""
        query_id, _user, _rest, chat_id, _message = tapped(update)
        await self._replies.answer_tap(query_id)
        texts = await answered_in(update, self._tenants, self._memory)
        action = decode((update.callback_query.data or "") if update.callback_query else "")
        card = await self._answers.card(action.card_id) if isinstance(action, SendNumbers) else None
        if card is None:
            await self._replies.say(chat_id, Outgoing(text=texts("card_gone")))
            return
        ids = await self._replies.say(chat_id, *contacts(card))
        if card.sensitive:
            await self._memory.keep_shown(chat_id, ids, lang=texts.lang)


def handlers(sender: Contacts) -> list[Handler]:
    """The button."""
    return [button("numbers", sender.send)]
