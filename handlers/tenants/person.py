"""The way to a person: contacts at once, and the question forwarded where the tenant agrees."""

from telegram import Update

from bot import catalogs
from bot.core.outgoing import Button, Outgoing
from bot.core.texts import Texts
from bot.services.handoff import Handoff
from bot.services.memory import Memory
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import Context, Handler, button, language, message_of, tapped


class Person:
    """Consent before forwarding, never a silent relay."""

    def __init__(self, handoff: Handoff, tenants: Tenants, memory: Memory, replies: Replies) -> None:
        self._handoff = handoff
        self._tenants = tenants
        self._memory = memory
        self._replies = replies

    async def wanted(self, update: Update, _context: Context) -> None:
        """The button "Parla con una persona"."""
        query_id, _user, _rest, chat_id, _message = tapped(update)
        await self._replies.answer_tap(query_id)
        await self.offer(chat_id, await self._texts(update, chat_id))

    async def offer(self, chat_id: int, texts: Texts, *, question: bool = True) -> None:
        """Contacts, and to pass the question on; `question` is false where none was asked yet."""
        if not self._handoff.open or not question:
            key = "person_ask_first" if self._handoff.open else "person_contacts"
            await self._replies.say(chat_id, Outgoing(text=texts(key)))
            return
        yes = Button(text=texts.plain("person_yes"), data="forward:yes")
        no = Button(text=texts.plain("person_no"), data="forward:no")
        await self._replies.say(chat_id, Outgoing(text=texts("person_offer"), buttons=((yes,), (no,))))

    async def forward(self, update: Update, _context: Context) -> None:
        """The tenant's answer to the offer."""
        query_id, _user, rest, chat_id, message_id = tapped(update)
        texts = await self._texts(update, chat_id)
        await self._replies.answer_tap(query_id)
        if rest != "yes":
            await self._handoff.give_up(chat_id)
            await self._replies.change(chat_id, message_id, Outgoing(text=texts("person_not_forwarded")))
            return
        tenant = await self._tenants.visit(message_of(update).chat_id, lang=language(update))
        quarter = await self._tenants.quarter(tenant.quarter or "")
        done = await self._handoff.forward(chat_id, quarter=quarter.name if quarter else "")
        key = "person_forwarded" if done else "person_nothing"
        await self._replies.change(chat_id, message_id, Outgoing(text=texts(key)))

    async def _texts(self, update: Update, chat_id: int) -> Texts:
        """In the language of the answer that was tapped."""
        return catalogs.texts(await self._memory.lang(chat_id, otherwise=language(update)))


def handlers(person: Person) -> list[Handler]:
    """The buttons that lead to a person."""
    return [button("person", person.wanted), button("forward", person.forward)]
