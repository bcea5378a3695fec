"""The way to a person: contacts at once, and the question forwarded where the tenant agrees."""

from telegram import Message, Update

from bot.core.buttons import Hide, encode
from bot.core.outgoing import Button, Outgoing
from bot.core.texts import Texts
from bot.services.handoff import Handoff
from bot.services.memory import Memory
from bot.services.refusals import Refusals
from bot.services.replies import Replies
from bot.services.tenants import Tenants
from handlers.incoming import Context, Handler, button, language, number_of, tapped
from handlers.tenants.spoken import answered_in
from storage.tenants import Tenant


class Person:
    """Consent before forwarding, never a silent relay."""

    def __init__(
        self, handoff: Handoff, tenants: Tenants, memory: Memory, replies: Replies, refusals: Refusals
    ) -> None:
        self._handoff = handoff
        self._tenants = tenants
        self._memory = memory
        self._replies = replies
        self._refusals = refusals

    async def wanted(self, update: Update, _context: Context) -> None:
        """The button "Parla con una persona", or the one under a person's answer that goes on with it.

        Who wants a person instead of what a menu offers has found nothing in it.
        """
        query_id, _user, rest, chat_id, _message = tapped(update)
        await self._replies.answer_tap(query_id)
        texts = await answered_in(update, self._tenants, self._memory)
        what, _, handoff_id = rest.partition(":")
        if what == "reply" and self._handoff.open:
            await self._invite(chat_id, texts, "person_write_back", follows=number_of(handoff_id))
        else:
            await self._refusals.menu(chat_id)
            await self.offer(chat_id, texts)

    async def offer(self, chat_id: int, texts: Texts) -> None:
        """Contacts, and to pass the question on; where it was too private to be kept, to write it to a person."""
        asked = await self._memory.asked(chat_id)
        if not self._handoff.open:
            await self._replies.say(chat_id, Outgoing(text=texts("person_contacts")))
        elif asked is not None and asked.question:
            yes = Button(text=texts.plain("person_yes"), data="forward:yes")
            rows = ((yes,), (_no(texts),))
            await self._replies.say(chat_id, Outgoing(text=texts("person_offer"), buttons=rows))
        elif asked is not None or await self._memory.was_private(chat_id):
            await self._invite(chat_id, texts, "person_write")
        else:
            await self._replies.say(chat_id, Outgoing(text=texts("person_ask_first")))

    async def _invite(self, chat_id: int, texts: Texts, key: str, *, follows: int = 0) -> None:
        """Say that the next message goes to a person."""
        ids = await self._replies.say(chat_id, Outgoing(text=texts(key), buttons=((_no(texts),),)))
        await self._memory.keep_shown(chat_id, ids, lang=texts.lang, to_person=True, follows=follows)

    async def told(self, message: Message, tenant: Tenant, text: str, texts: Texts) -> None:
        """What the tenant writes once they were told that it goes to a person."""
        follows = await self._memory.follows(tenant.chat_id)
        quarter = await self._quarter(tenant)
        await self._handoff.pass_on(tenant.chat_id, text, quarter=quarter, follows=follows)
        hide = Button(text=texts.plain("answers_hide"), data=encode(Hide((message.message_id,))))
        await self._replies.say(tenant.chat_id, Outgoing(text=texts("person_forwarded"), buttons=((hide,),)))

    async def forward(self, update: Update, _context: Context) -> None:
        """The tenant's answer to the offer."""
        query_id, _user, rest, chat_id, message_id = tapped(update)
        texts = await answered_in(update, self._tenants, self._memory)
        await self._replies.answer_tap(query_id)
        if rest != "yes":
            await self._handoff.give_up(chat_id)
            await self._replies.change(chat_id, message_id, Outgoing(text=texts("person_not_forwarded")))
            return
        tenant = await self._tenants.visit(chat_id, lang=language(update))
        done = await self._handoff.forward(chat_id, quarter=await self._quarter(tenant))
        key = "person_forwarded" if done else "person_nothing"
        await self._replies.change(chat_id, message_id, Outgoing(text=texts(key)))

    async def _quarter(self, tenant: Tenant) -> str:
        """The name of the tenant's quarter, "" where it is not known."""
        quarter = await self._tenants.quarter(tenant.quarter or "")
        return quarter.name if quarter else ""


def _no(texts: Texts) -> Button:
    return Button(text=texts.plain("person_no"), data="forward:no")


def handlers(person: Person) -> list[Handler]:
    """The buttons that lead to a person."""
    return [button("person", person.wanted), button("forward", person.forward)]
